"""One font file as a face that can be embedded: read through the page cache, its text right above U+FFFF."""

import mmap
from array import array
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics, ttfonts

MOST_PAIRS = 100


class Face(ttfonts.TTFont):
    """A TrueType font whose subsets say which character each glyph is, in UTF-16 as the format wants it.

    reportlab writes five hexadecimal digits for a character such as 𬭚 (U+2CB5A), which readers take for two others.
    """

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, _Mapped(file), shapable=False)
        _slim(self.face)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the subsets, then put the right map to text in the place of each wrong one."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for place, subset in enumerate(subsets):
            name = b"".join((ttfonts.SUBSETN(place), b"+", self.face.name, self.face.subfontNameX)).decode()
            doc.idToObject[f"toUnicodeCMap:{name}"].content = unicode_map(name, subset)


def face_of(name: str, file: Path) -> Face:
    """The face of that name, read and registered the first time it is asked for."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(Face(name, file))
    return cast("Face", pdfmetrics.getFont(name))


def unicode_map(name: str, subset: list[int]) -> str:
    """The ToUnicode map of one subset: the character of every glyph code, UTF-16BE, in blocks of at most 100."""
    pairs = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    blocks = [pairs[start : start + MOST_PAIRS] for start in range(0, len(pairs), MOST_PAIRS)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join([*_map_head(name, len(subset)), *body, *_MAP_TAIL])


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()


_MAP_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def _map_head(name: str, codes: int) -> tuple[str, ...]:
    return (
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{max(codes - 1, 0):02X}>",
        "endcodespacerange",
    )


class _Mapped:
    """A font file mapped into memory: its 14 MB stay in the page cache, shared by all workers."""

    def __init__(self, file: Path) -> None:
        self.name = file.name
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)

    def read(self) -> mmap.mmap:
        """The bytes of the file; slicing reads them."""
        return self._map

    def close(self) -> None:
        """Nothing: the map lives as long as the face."""


class _Metrics:
    """Advance and bearing of each glyph, packed."""

    def __init__(self, pairs: list[tuple[int, int]]) -> None:
        self._advances = array("H", (advance for advance, _ in pairs))
        self._bearings = array("H", (bearing for _, bearing in pairs))

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        return self._advances[glyph], self._bearings[glyph]


class _Glyphs:
    """The outline table, read glyph by glyph instead of being copied whole for each subset."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


def _slim(face: Any) -> None:
    """Keep of a parsed face what embedding needs: 65,535 tuples and lists become three arrays."""
    face.hmetrics = _Metrics(face.hmetrics)
    face.glyphPos = array("L", face.glyphPos)
    face.glyphToChar = {}
    glyphs = _Glyphs(face._ttf_data, face.get_table_pos("glyf")[0])  # noqa: SLF001 - the library's own name
    whole = face.get_table
    face.get_table = lambda tag: glyphs if tag == "glyf" else whole(tag)
