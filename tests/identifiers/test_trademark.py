import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers import check

X = "X"


@pytest.mark.parametrize(
    "value",
    [
        "1234567",
        "第1234567号",
        "第 1234567 号商标",
        "１２３４５６７",
        "01234567",
        "123 4567",
        "1,234,567",
        "No.1234567",
        "注册号：1234567",
        "商标注册证第1234567号",
        "第9、35类第1234567号",
        "1234567（第25类）",
        "“样例”1234567",
        "1234567\u200b",
    ],
)
def test_spelling_makes_no_other_number(checked, value):
    found = checked("trademark", value)

    assert (found.valid, found.canonical, found.problems) == (True, "1234567", ())


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("12345678a", "12345678A"),
        ("g1234567", "G1234567"),
        ("国际注册第1234567号", "G1234567"),
        ("G1234567A", "G1234567A"),
        ("5", "5"),
    ],
)
def test_divided_and_international_numbers_are_valid(checked, value, canonical):
    found = checked("trademark", value)

    assert (found.valid, found.canonical) == (True, canonical)


@pytest.mark.parametrize(
    "value",
    [
        "3541196、7633881",
        "3541196/7633881",
        "3541196 7633881",
        "第3541196、7633881号",
        "3541196号“甲”、7633881号“乙”商标",
        "1. 第3541196号 2. 第7633881号",
    ],
)
def test_several_numbers_are_a_list(checked, value):
    found = checked("trademark", value)

    assert (found.valid, found.canonical) == (True, ["3541196", "7633881"])


def test_application_number_is_valid_with_a_word(checked):
    found = checked("trademark", "申请号12345678")

    assert (found.valid, found.canonical) == (True, "12345678")
    assert [each.code for each in found.problems] == ["application_number"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("123456789", "length"),
        ("ZL201620913636.X", "characters"),
        ("12345678AB", "characters"),
        ("6504569*", "masked"),
        (f"第{X * 4}号", "placeholder"),
        ("0000000", "placeholder"),
        ("123456……", "placeholder"),
        ("待补", "placeholder"),
        ("样例牌", "unreadable"),
        ("1.23E+07", "unreadable"),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("trademark", value) == [expected]


@given(st.integers(1, 99999999), st.sampled_from(["", "A", "B"]))
def test_number_is_its_own_canonical(number, part):
    value = f"{number}{part}"

    assert check("trademark", f"第{value}号").canonical == value
