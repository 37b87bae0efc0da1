import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers.capitals import capitals, numeral, read_capitals


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (10, "壹角整"),
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (1005, "壹拾元零伍分"),
        (1050, "壹拾元伍角整"),
        (5000000, "伍万元整"),
        (12345678, "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
        (1000500, "壹万零伍元整"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (32504, "叁佰贰拾伍元零肆分"),
        (600714, "陆仟零柒元壹角肆分"),
        (10100000, "壹拾万壹仟元整"),
        (10000000000, "壹亿元整"),
        (10001000000, "壹亿零壹万元整"),
        (10000500000, "壹亿零伍仟元整"),
        (100000000100, "壹拾亿零壹元整"),
        (120000000000000, "壹万贰仟亿元整"),
        (-100, "负壹元整"),
    ],
)
def test_capitals_put_zeros_right(fen, text):
    assert capitals(fen) == text


def test_capitals_end_before_ten_thousand_million_million():
    with pytest.raises(ValueError, match="too large"):
        capitals(10**18)


@given(st.integers(0, 10**18 - 1))
def test_capitals_are_read_back(fen):
    assert read_capitals(capitals(fen)) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("人民币叁万伍仟元整", 3500000),
        ("贰拾万元正", 20000000),
        ("伍角", 50),
        ("三万五千元", 3500000),
        ("壹仟陆佰捌拾元零叁角贰分", 168032),
        ("壹拾万零柒仟元伍角叁分", 10700053),
        ("叁萬圓整", 3000000),
        ("", None),
        ("样例", None),
        ("元整", None),
    ],
)
def test_capitals_are_read(text, fen):
    assert read_capitals(text) == fen


@pytest.mark.parametrize(
    ("text", "value"),
    [("十二", 12), ("二十", 20), ("一百零五", 105), ("一百五", 150), ("一千零五十", 1050), ("三万五", 35000),
     ("三万零五", 30005), ("两千", 2000), ("一亿零五", 100000005), ("三五", None), ("百", None), ("万", None)],
)  # fmt: skip
def test_numeral_is_read(text, value):
    assert numeral(text) == value
