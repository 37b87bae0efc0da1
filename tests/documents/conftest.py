"""Fonts of the set-up step, and PDF files read back with another program."""

import subprocess
from pathlib import Path

import pytest

from casework.documents.draw import draw
from casework.documents.fonts import Fonts, fonts_in

FOLDER = Path(__file__).parents[2] / "var" / "assets" / "fonts"


class ReadBack:
    """One drawn paper, read by poppler."""

    def __init__(self, file: Path, pdf: bytes) -> None:
        self.file, self.pdf = file, pdf
        file.write_bytes(pdf)

    def text(self, *options: str) -> str:
        """What pdftotext reads."""
        return self._run("pdftotext", *options, str(self.file), "-")

    def squeezed(self) -> str:
        """The text without white space: line breaks are the drawer's own."""
        return "".join(self.text().split())

    def pages(self) -> list[list[str]]:
        """The lines of each page."""
        return [page.splitlines() for page in self.text("-layout").split("\f")[:-1]]

    def fonts(self) -> list[list[str]]:
        """The rows of pdffonts, in columns from the right: embedded, subset, unicode."""
        return [line.split() for line in self._run("pdffonts", str(self.file)).splitlines()[2:]]

    def words(self) -> list[tuple[float, float]]:
        """Left and right end of every word, points."""
        boxes = self.text("-bbox").split("<word ")[1:]
        return [
            (float(box.split('xMin="')[1].split('"')[0]), float(box.split('xMax="')[1].split('"')[0])) for box in boxes
        ]

    @staticmethod
    def _run(*command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return fonts_in(FOLDER)


@pytest.fixture
def read_back(tmp_path: Path, fonts):
    def made(paper) -> ReadBack:
        return ReadBack(tmp_path / "paper.pdf", draw(paper, fonts))

    return made
