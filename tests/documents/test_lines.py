"""Line breaking, line by line."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from casework.documents.fonts import fonts_in
from casework.documents.lines import NOT_FIRST, NOT_LAST, Style, gap_of, lines_of, pieces
from casework.documents.look import OFFICE
from tests.documents.conftest import FOLDER
from tests.documents.samples import FACTS

TEN = Style("body", 10, 20)
MIXED = st.text(alphabet="字句，。、；：（）“”《》！？abc12.-/￥…—", min_size=1, max_size=120)


def said(text: str, width: float, fonts, style: Style = TEN) -> list[str]:
    return [line.text for line in lines_of(text, style, fonts, width)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六七八", ["一二三四五", "六七八"]),
        ("一二三四五，七八", ["一二三四", "五，七八"]),
        ("一二三四（六七八", ["一二三四", "（六七八"]),
        ("一二三四五）。八九", ["一二三四", "五）。八九"]),
        ("一二\n三", ["一二", "三"]),
        ("", [""]),
    ],
)
def test_lines_break_where_chinese_allows(text, lines, fonts):
    assert said(text, 50, fonts) == lines


def test_a_mark_that_does_not_fit_is_squeezed_into_a_long_line(fonts):
    assert said("国" * 28 + "，" + "国", 280, fonts) == ["国" * 28 + "，", "国"]


def test_squeezed_line_hangs_half_its_mark_at_most(fonts):
    line = lines_of("国" * 28 + "，" + "国", TEN, fonts, 280)[0]

    assert line.width + 28 * gap_of(line, 280, TEN) == pytest.approx(285)


def test_words_stay_whole(fonts):
    assert said("一二三2026年", 50, fonts) == ["一二三", "2026年"]


def test_words_wider_than_the_line_are_taken_apart(fonts):
    found = lines_of("a" * 64, TEN, fonts, 50)

    assert "".join(line.text for line in found) == "a" * 64
    assert max(line.width for line in found) <= 50.01


def test_addresses_break_after_their_marks(fonts):
    assert said("见https://mall.example.cn/item/123456", 110, fonts) == [
        "见https://",
        "mall.example.cn/",
        "item/123456",
    ]


def test_first_line_is_indented_by_two_characters(fonts):
    found = lines_of("一二三四五六七八", Style("body", 10, 20, indent=2), fonts, 50)

    assert [(line.text, line.indent) for line in found] == [("一二三", 20.0), ("四五六七八", 0.0)]


def test_justified_lines_fill_the_width(fonts):
    first, last = lines_of("一二三四五，七八九（一二", TEN, fonts, 84)

    assert first.width + gap_of(first, 84, TEN) * 7 == pytest.approx(84)
    assert gap_of(last, 84, TEN) == 0


def test_unknown_characters_show_as_a_mark(fonts):
    assert [piece.text for piece in pieces("甲\U0001f600乙", TEN, fonts)] == ["甲", "〓", "乙"]


def test_body_of_an_office_paper_has_28_characters_a_line(fonts):
    found = lines_of("国" * 60, OFFICE.plain, fonts, 156 * mm)

    assert [len(line.text) for line in found] == [28, 28, 4]
    assert int(225 * mm / OFFICE.plain.leading) == 22


@settings(max_examples=150, deadline=None)
@given(text=MIXED, width=st.sampled_from([60.0, 93.0, 140.0, 280.0]))
def test_no_line_starts_or_ends_with_the_wrong_mark(text, width):
    """Unless the text leaves no lawful place, as a row of marks does."""
    fonts = fonts_in(FOLDER)
    found = lines_of(text, TEN, fonts, width)

    for line, following in pairwise(found):
        if any(a.text[-1] not in NOT_LAST and b.text[0] not in NOT_FIRST for a, b in pairwise(line.pieces)):
            assert following.text[:1] not in NOT_FIRST
            assert line.text[-1] not in NOT_LAST


@settings(max_examples=150, deadline=None)
@given(text=MIXED, width=st.sampled_from([60.0, 93.0, 140.0, 280.0]))
def test_nothing_is_lost_and_nothing_overflows(text, width):
    fonts = fonts_in(FOLDER)
    found = lines_of(text, TEN, fonts, width)

    assert "".join(line.text for line in found).replace(" ", "") == text.replace(" ", "")
    assert max(line.width for line in found) <= width + 0.5 * 10 + 0.03 * 10 * 60


def test_real_text_has_no_mark_at_a_line_head(fonts):
    heads = {line.text[0] for width in range(60, 460, 7) for line in lines_of(FACTS, TEN, fonts, width)}

    assert heads & NOT_FIRST == set()
