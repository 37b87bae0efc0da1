"""How each look lies on its pages: every line with its place, compared with what was looked at and kept.

`CASEWORK_WRITE_SNAPSHOTS=1` writes the files of golden/ anew; look at the papers before they are kept.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest

from casework.documents.draw import draw
from tests.documents import samples

GOLDEN = Path(__file__).parent / "golden"
GRID = 3
LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)".*?>(.*?)</line>', re.DOTALL)
PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
WORDS = re.compile(r"<word [^>]*>(.*?)</word>")


def structure(pdf: bytes, folder: Path) -> str:
    """Page by page and line by line: left, top and right end in steps of three points, and how the line begins."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-bbox-layout", str(file), "-"]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    pages = [_lines(page) for page in PAGE.findall(told)]
    return "".join(f"page {no}\n" + "".join(sorted(lines)) for no, lines in enumerate(pages, start=1))


def _lines(page: str) -> list[str]:
    """The lines of a page; of its foot only the page number, for the code beside it follows every fact."""
    found = [(left, float(top), right, "".join(WORDS.findall(words))) for left, top, right, words in LINE.findall(page)]
    foot = [top for _, top, _, text in found if "校验码" in text]
    kept = [row for row in found if row[3].startswith(("—", "第")) or all(abs(row[1] - top) > 2 * GRID for top in foot)]
    return [_line(*row) for row in kept]


def _line(left: str, top: float, right: str, text: str) -> str:
    where = [f"{round(float(each) / GRID):4d}" for each in (top, left, right)]
    return f"{' '.join(where)} {text[:16]}\n"


@pytest.mark.parametrize("name", samples.LOOKS)
def test_look_lies_on_its_pages_as_it_was_kept(name, fonts, tmp_path):
    file = GOLDEN / f"{name}.txt"
    found = structure(draw(samples.LOOKS[name](), fonts), tmp_path)
    if os.environ.get("CASEWORK_WRITE_SNAPSHOTS"):
        file.write_text(found, "utf-8")

    assert found == file.read_text("utf-8")
