"""Four font roles bound to files, with a fallback for every character. A face is read when it is first needed."""

import json
from functools import cached_property, lru_cache
from pathlib import Path

from casework.base.errors import CaseworkError
from casework.documents.faces import Face, face_of

ROLES = {
    "title": ("NotoSerifSC_700Bold", "NotoSerifSC_400Regular"),
    "heading": ("NotoSansSC_500Medium", "NotoSerifSC_400Regular"),
    "body": ("NotoSerifSC_400Regular", "NotoSansSC_500Medium"),
    "note": ("NotoSerifSC_400Regular", "NotoSansSC_500Medium"),
}
LAST = "NotoSansJP_400Regular"  # a few hundred rare characters more; a folder may go without it
REPLACEMENT = "〓"


class FontsMissing(CaseworkError):
    """The folder lacks a font file; the set-up step fetches them."""


class Fonts:
    """The fonts of one folder. Picking a font for a character costs a dictionary look-up.

    A `roles.json` in the folder binds roles to other files of it, first choice first (`{"body": ["FangSong", …]}`).
    Raises FontsMissing when a file of a role is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        told = folder / "roles.json"
        given = json.loads(told.read_text("utf-8")) if told.is_file() else {}
        self.roles: dict[str, tuple[str, ...]] = {role: tuple(given.get(role, names)) for role, names in ROLES.items()}
        if (folder / f"{LAST}.ttf").is_file():
            self.roles = {role: (*names, LAST) for role, names in self.roles.items()}
        self._picked: dict[tuple[str, str], str | None] = {}
        for name in (name for names in self.roles.values() for name in names):
            if not (folder / f"{name}.ttf").is_file():
                raise FontsMissing(f"{name}.ttf is not in the fonts folder; run the set-up step (make setup)")

    @cached_property
    def base(self) -> str:
        """The body face's name: what a canvas starts with, so that no other font is ever referred to."""
        return self.face(self.roles["body"][0]).fontName

    def face(self, name: str) -> Face:
        """The face of that file name, read on first use."""
        return face_of(name, self.folder / f"{name}.ttf")

    def pick(self, role: str, char: str) -> str | None:
        """The font that draws this character in this role, None where no font has it."""
        key = (role, char)
        if key not in self._picked:
            names = self.roles[role]
            self._picked[key] = next((name for name in names if ord(char) in self.face(name).face.charToGlyph), None)
        return self._picked[key]

    def width(self, name: str, text: str, size: float) -> float:
        """The width of a text in one font, points."""
        face = self.face(name).face
        units = sum(face.charWidths.get(ord(char), face.defaultWidth) for char in text)
        return float(units) * size / 1000

    def missing(self, text: str) -> list[str]:
        """The characters of a text that no font has, once each, in order; they are drawn as 〓."""
        return list(dict.fromkeys(c for c in text if c not in "\n\t" and self.pick("body", c) is None))


@lru_cache(maxsize=4)
def fonts_in(folder: Path) -> Fonts:
    """The fonts of a folder, looked up once per process. Raises FontsMissing."""
    return Fonts(folder)
