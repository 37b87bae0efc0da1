"""Four font roles bound to files, with a fallback for every character, registered once per process."""

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

from casework.base.errors import CaseworkError

ROLES = {
    "title": ("NotoSerifSC_700Bold", "NotoSansSC_500Medium"),
    "heading": ("NotoSansSC_500Medium", "NotoSerifSC_700Bold"),
    "body": ("NotoSerifSC_400Regular", "NotoSansSC_400Regular"),
    "note": ("NotoSansSC_400Regular", "NotoSerifSC_400Regular"),
}
REPLACEMENT = "〓"


class FontsMissing(CaseworkError):
    """The folder lacks a font file; the set-up step fetches them."""


def _unicode_map(name: bytes | str, subset: list[int]) -> str:
    """The map from glyph codes to text, with characters above U+FFFF as UTF-16 pairs (reportlab's own is wrong)."""
    title = name.decode("latin-1") if isinstance(name, bytes) else name
    head = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({title}) /Ordering ({title}) /Supplement 0 >> def",
        f"/CMapName /{title} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{max(len(subset) - 1, 0):02X}>",
        "endcodespacerange",
    ]
    pairs = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)]
    body = [line for block in _blocks(pairs) for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join([*head, *body, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def _blocks(pairs: list[str], most: int = 100) -> list[list[str]]:
    return [pairs[start : start + most] for start in range(0, len(pairs), most)]


ttfonts.makeToUnicodeCMap = _unicode_map


class Fonts:
    """The fonts of one folder. Register once; picking a font for a character costs a dictionary look-up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._glyphs: dict[str, frozenset[int]] = {}
        for name in {name for names in ROLES.values() for name in names}:
            self._register(name)

    def _register(self, name: str) -> None:
        file = self.folder / f"{name}.ttf"
        if not file.is_file():
            raise FontsMissing(f"{name}.ttf is not in the fonts folder; run the set-up step (make setup)")
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(ttfonts.TTFont(name, str(file)))
        self._glyphs[name] = frozenset(pdfmetrics.getFont(name).face.charToGlyph)

    def pick(self, role: str, char: str) -> str | None:
        """The font that draws this character in this role, None where no font has it."""
        point = ord(char)
        return next((name for name in ROLES[role] if point in self._glyphs[name]), None)

    def missing(self, text: str) -> list[str]:
        """The characters of a text that no font has, once each, in order."""
        return list(dict.fromkeys(c for c in text if c not in "\n\t" and self.pick("body", c) is None))


@lru_cache(maxsize=4)
def fonts_in(folder: Path) -> Fonts:
    """The fonts of a folder, registered on first use. Raises FontsMissing."""
    return Fonts(folder)
