from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers import check
from casework.identifiers.resident_id import check_digit

TODAY = date(2026, 11, 23)
SAMPLE = "11010519491231002X"  # of the standard itself, as is 440524188001010014

births = st.dates(date(1900, 1, 1), TODAY)
# Region 420299 is not in use: no number made here is anybody's.
numbers = st.builds(lambda born, serial: f"420299{born:%Y%m%d}{serial:03d}", births, st.integers(1, 999)).map(
    lambda body: body + check_digit(body)
)


@pytest.mark.parametrize(
    "value",
    [
        SAMPLE,
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "身份证号：11010519491231002X",
        "样某（11010519491231002X）",
        "11010519491231002X\u200e",
    ],
)
def test_spelling_makes_no_other_number(checked, value):
    found = checked("resident_id", value)

    assert (found.valid, found.canonical, found.problems) == (True, SAMPLE, ())


def test_the_standard_s_other_sample_is_valid(checked):
    assert checked("resident_id", "440524188001010014").problems == ()


def test_old_number_is_valid_and_stored_with_18(checked):
    found = checked("resident_id", "110105491231002")

    assert (found.valid, found.canonical) == (True, SAMPLE)
    assert [each.code for each in found.problems] == ["legacy_15"]


def test_several_numbers_are_a_list(checked):
    found = checked("resident_id", f"{SAMPLE}、420299190001010018")

    assert (found.valid, found.canonical) == (True, [SAMPLE, "420299190001010018"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("110105194912310021", ["check_digit"]),
        ("110105194902300021", ["date", "check_digit"]),
        ("110105194913310021", ["date"]),
        ("110105490230002", ["legacy_15", "date"]),
        ("4202991900010100", ["length"]),
        ("42029919000101001", ["length"]),
        ("42O299190001010018", ["characters"]),
        ("42029919000101001A", ["characters"]),
        ("420299190001010X18", ["characters"]),
        ("E12345678", ["characters"]),
        ("4202**********0018", ["masked"]),
        ("4.20299E+17", ["unreadable"]),
        ("身份证", ["placeholder"]),
        ("张三", ["unreadable"]),
        ("123456789012345678", ["placeholder"]),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("resident_id", value) == expected


def test_birth_in_the_future_is_doubted(codes):
    body = f"420299{TODAY + timedelta(days=1):%Y%m%d}001"

    assert codes("resident_id", body + check_digit(body)) == ["date"]


def test_slip_in_the_birth_date_is_located(checked):
    wrong = "420299109001010018"

    (told,) = [each for each in checked("resident_id", wrong).problems if each.code == "check_digit"]

    assert (told.position, told.suggestion) == (8, "420299190001010018")


def test_message_does_not_repeat_the_number(checked):
    messages = [each.message for each in checked("resident_id", "420299109001010018").problems]

    assert not any("420299" in message for message in messages)


@given(numbers)
def test_number_with_its_check_digit_is_valid(number):
    found = check("resident_id", number, today=TODAY)

    assert (found.valid, found.canonical, found.problems) == (True, number, ())


@given(numbers, st.data())
def test_one_wrong_digit_is_never_silently_valid(number, data):
    place = data.draw(st.integers(0, 17))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda other: other != number[place]))

    found = check("resident_id", number[:place] + digit + number[place + 1 :], today=TODAY)

    assert (found.valid, bool(found.problems)) == (False, True)
