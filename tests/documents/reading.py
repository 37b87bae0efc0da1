"""A drawn paper read by another program: what the rules ask for and its text does not hold, what leaves the page."""

import re
import subprocess
from pathlib import Path

from casework.documents.draw import draw
from casework.documents.fonts import Fonts
from casework.documents.kinds import kinds, look_of, missing_places, told
from casework.documents.paper import Paper

EDGE = 6
PAGE_WIDTH = 595.3
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"')


def flat(text: str) -> str:
    """The text without white space: line breaks are the drawer's own."""
    return "".join(text.split())


def without_feet(text: str, number: str) -> str:
    """The text of all pages in one, without what stands at their feet."""
    pages = [page.rstrip() for page in text.split("\f")]
    feet = rf"(?:{re.escape(flat(number))}|校验码(?:-?[0-9A-F]{{4}}){{4}}|第\d+页共\d+页|—\d+—)+$"
    return "".join(re.sub(feet, "", flat(page)) for page in pages)


def untold(paper: Paper, fonts: Fonts, folder: Path) -> list[str]:
    """What the rules ask of this kind and the drawn file does not show: fields in its text, places on the paper.

    "outside" where a word leaves the margins, "thin" where a page holds next to nothing.
    """
    file = folder / "paper.pdf"
    file.write_bytes(draw(paper, fonts))
    text = _read(file, "-layout")
    found = without_feet(_read(file), paper.number)
    asked = kinds()[paper.kind].mandatory
    lacking = [name for name in asked if not told(paper, name) or flat(told(paper, name)) not in found]
    thin = [page for page in text.split("\f")[:-1] if len(page.split("\n")) < 4]
    return [
        *lacking,
        *missing_places(paper),
        *(["outside"] if _outside(file, paper) else []),
        *(["thin"] if thin else []),
    ]


def _outside(file: Path, paper: Paper) -> list[tuple[str, ...]]:
    look = look_of(paper.kind)
    right = PAGE_WIDTH - look.right + EDGE + look.body.size / 2
    words = WORD.findall(_read(file, "-bbox"))
    return [(left, end) for left, end in words if float(left) < look.left - EDGE or float(end) > right]


def _read(file: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
