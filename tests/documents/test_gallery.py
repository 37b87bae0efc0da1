"""Every kind of paper, plain and with the longest names and sixty terms, read back by another program."""

import pytest

from casework.documents.draw import draw
from casework.documents.kinds import kinds, look_of, missing_fields, missing_places, told
from tests.documents import gallery
from tests.documents.reading import flat, without_feet

EDGE = 6
CASES = [
    pytest.param(kind, long, id=f"{kind}-{'longest' if long else 'full'}", marks=[pytest.mark.slow] if long else [])
    for kind in kinds()
    for long in (False, True)
]


@pytest.mark.parametrize(("kind", "long"), CASES)
def test_paper_tells_every_mandatory_field_inside_its_margins(kind, long, read_back):
    paper, look = gallery.paper_of(kinds()[kind], long=long), look_of(kind)

    drawn = read_back(paper)
    found, words, pages = without_feet(drawn.text(), paper.number), drawn.words(), drawn.pages()

    assert missing_fields(paper) + missing_places(paper) == []
    assert [name for name in kinds()[kind].mandatory if flat(told(paper, name)) not in found] == []
    assert (min(left for left, _ in words) >= look.left - EDGE, len(pages) <= (32 if long else 4)) == (True, True)
    assert max(right for _, right in words) <= 595.3 - look.right + EDGE + look.body.size / 2
    assert [page for page in pages if len(page) < 3] == []


@pytest.mark.parametrize("kind", ["D-01", "D-16", "DOC-C6", "DOC-P1"])
def test_look_of_each_manner_draws_the_same_bytes_twice(kind, fonts):
    first, second = (draw(gallery.paper_of(kinds()[kind], long=True), fonts) for _ in range(2))

    assert first == second


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
