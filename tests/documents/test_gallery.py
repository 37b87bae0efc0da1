"""Every kind of paper, plain and with the longest names and sixty terms, read back by another program."""

import pytest
from pypdf import PdfReader

from casework.documents.draw import draw
from casework.documents.kinds import kinds, missing_fields
from tests.documents import gallery
from tests.documents.reading import flat, untold

CASES = [
    pytest.param(kind, long, id=f"{kind}-{'longest' if long else 'full'}", marks=[pytest.mark.slow] if long else [])
    for kind in kinds()
    for long in (False, True)
]


@pytest.mark.parametrize(("kind", "long"), CASES)
def test_paper_tells_every_mandatory_field_inside_its_margins(kind, long, tmp_path, fonts):
    paper = gallery.paper_of(kinds()[kind], long=long)

    assert (missing_fields(paper), untold(paper, fonts, tmp_path)) == ([], [])
    assert len(PdfReader(tmp_path / "paper.pdf").pages) <= (32 if long else 4)
    assert (tmp_path / "paper.pdf").read_bytes() == draw(paper, fonts)


def test_cover_is_one_page_without_a_closing(read_back):
    drawn = read_back(gallery.paper_of(kinds()["D-01"]))

    assert (len(drawn.pages()), drawn.squeezed().count("2026年11月23日")) == (1, 0)


def test_letter_numbers_its_pages_at_the_outer_edge(read_back):
    pages = read_back(gallery.paper_of(kinds()["DOC-T1"], long=True)).pages()

    feet = [next(line for line in page if f"—{n}—" in flat(line)) for n, page in enumerate(pages, 1)]
    assert [foot.index("—") < 10 for foot in feet] == [n % 2 == 0 for n in range(1, len(pages) + 1)]


def test_slip_hangs_under_the_closing(read_back):
    found = read_back(gallery.paper_of(kinds()["DOC-P1"])).squeezed()

    assert found.index("2026年11月23日") < found.index("收件机关、收件人")


@pytest.mark.parametrize("kind", ["DOC-C9", "D-16", "DOC-T1", "D-03"])
def test_last_page_has_text_before_the_signatures(kind, read_back):
    pages = read_back(gallery.paper_of(kinds()[kind], long=True)).pages()

    first = next(line for line in pages[-1] if line.strip())
    assert "签名" not in first
    assert "开发区" not in first
