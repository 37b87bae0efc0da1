import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers.spelling import bare, first_stranger, pieces, plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ＡＢｃ１２．", "ABC12."),
        ("a·b・c。d", "A.B.C.D"),
        ("［1］【2】〔3〕（4）", "(1)(2)(3)(4)"),
        ("1—2－3", "1-2-3"),
        (" 1\u3000\t2\n3 ", "1 2 3"),
        ("1\u200b2\ufeff3\u00ad4\ufe0f", "1234"),
        ("①²Ⅷ", "①²Ⅷ"),
    ],
)
def test_plain_takes_out_spelling_only(typed, expected):
    assert plain(typed) == expected


@given(st.text())
def test_plain_of_plain_is_itself(typed):
    assert plain(plain(typed)) == plain(typed)


def test_bare_leaves_the_number():
    assert bare("专利号:“ZL 2016”等3项") == "ZL2016"


def test_first_stranger_counts_from_one():
    assert (first_stranger("12A", "0123456789"), first_stranger("12", "0123456789")) == (3, 0)


def test_pieces_leave_a_text_without_numbers_whole():
    assert pieces("甲、乙", lambda _: False) == ["甲、乙"]


def test_pieces_join_words_into_whole_numbers():
    assert pieces("12 34 56 78", lambda text: len(text) == 4) == ["1234", "5678"]
