"""A drawing on paper: every mark of our pictures, its words in the fonts of the paper, equal bytes for equal drawings."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from casework.documents.blocks import Drawing
from casework.documents.draw import draw
from casework.documents.paper import Paper, from_data, to_data
from casework.documents.picture import steps

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><title>图</title>'
    '<polyline points="0,0 50,50" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="7 4"/>'
    '<path d="M10 20l5 9h-10z" fill="currentColor"/><path d="M10 10V90H190" fill="none" stroke-opacity=".25"/>'
    '<circle cx="20" cy="20" r="4" fill="currentColor"/><rect x="5" y="5" width="40" height="20" fill="url(#hatch-1)"/>'
    '<rect x="60" y="5" width="40" height="20" fill="url(#hatch-2)"/><rect x="9" y="9" width="9" height="9" fill="none"/>'
    '<text x="100" y="50" text-anchor="middle" font-size="12">受理 12 件</text></svg>'
)


@pytest.fixture
def paper():
    """A paper of one drawing."""
    return Paper("statistics", "图", "黄石市市场监督管理局", date(2026, 10, 31), (Drawing(SVG),))


def test_words_of_a_drawing_are_read_from_the_paper(paper, fonts):
    drawn = draw(paper, fonts)

    assert "受理 12 件" in PdfReader(io.BytesIO(drawn)).pages[0].extract_text()
    assert drawn == draw(from_data(to_data(paper)), fonts)


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("M1 2V5H9", [(1, 2), (1, 5), (9, 5)]),
        ("M10 20l5 9h-10z", [(10, 20), (15, 29), (5, 29), (5, 29)]),
        ("M0 0l8 8m0 -8l-8 8", [(0, 0), (8, 8), (8, 0), (0, 8)]),
    ],
)
def test_path_goes_where_it_says(told, points):
    assert [point for _, _, point in steps(told)] == points
    assert [closes for closes, _, _ in steps(told)] == [each in "zZ" for each in re.findall("[A-Za-z]", told)]
