"""A drawn paper read by another program: which mandatory fields its text does not hold."""

import re
import subprocess
from pathlib import Path

from casework.documents.draw import draw
from casework.documents.fonts import Fonts
from casework.documents.kinds import kinds, missing_places, told
from casework.documents.paper import Paper


def flat(text: str) -> str:
    """The text without white space: line breaks are the drawer's own."""
    return "".join(text.split())


def without_feet(text: str, number: str) -> str:
    """The text of all pages in one, without what stands at their feet."""
    pages = [page.rstrip() for page in text.split("\f")]
    feet = rf"(?:{re.escape(flat(number))}|校验码(?:-?[0-9A-F]{{4}}){{4}}|第\d+页共\d+页|—\d+—)+$"
    return "".join(re.sub(feet, "", flat(page)) for page in pages)


def untold(paper: Paper, fonts: Fonts, folder: Path) -> list[str]:
    """What the rules ask of this kind and the drawn file does not show: fields in its text, places on the paper."""
    file = folder / "paper.pdf"
    file.write_bytes(draw(paper, fonts))
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    found = without_feet(text, paper.number)
    asked = kinds()[paper.kind].mandatory
    return [name for name in asked if not told(paper, name) or flat(told(paper, name)) not in found] + missing_places(
        paper
    )
