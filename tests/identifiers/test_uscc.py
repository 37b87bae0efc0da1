from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn.uscc import calc_check_digit

from casework.identifiers import check
from casework.identifiers.uscc import ALPHABET, organisation_code_fits

TODAY = date(2026, 11, 23)
CODE, OTHER = "914403001922038216", "91110000802100433B"
X = "X"

bodies = st.builds(
    lambda head, region, rest: f"{head}{region:06d}{''.join(rest)}",
    st.sampled_from(["91", "92", "93", "11", "12", "51", "52", "31", "N2", "A1"]),
    st.integers(110000, 659999),
    st.lists(st.sampled_from(ALPHABET), min_size=9, max_size=9),
)
codes_at_random = bodies.map(lambda body: body + calc_check_digit(body))


@pytest.mark.parametrize(
    "value",
    [
        "9144030019220382 16",
        "9144 0300 1922 0382 16",
        "91440300-192203821-6",
        "９１４４０３００１９２２０３８２１６",
        "统一社会信用代码：914403001922038216",
        "(914403001922038216)",
        "914403001922038216\u200b",
        "华为技术有限公司914403001922038216",
    ],
)
def test_spelling_makes_no_other_code(checked, value):
    found = checked("uscc", value)

    assert (found.valid, found.canonical, found.problems) == (True, CODE, ())


@pytest.mark.parametrize("value", [f"{CODE}、{OTHER}", f"{CODE} {OTHER}", f"{CODE}/{OTHER}", f"{CODE}\n{OTHER}"])
def test_several_codes_are_a_list(checked, value):
    found = checked("uscc", value)

    assert (found.valid, found.canonical) == (True, [CODE, OTHER])


@pytest.mark.parametrize(
    "head", ["92420281", "93420200", "11420200", "12420200", "51420000", "31420000", "N2420281", "A1110000"]
)
def test_code_need_not_begin_with_91(checked, head):
    body = head + "MA5H0HLK5"

    found = checked("uscc", body + calc_check_digit(body))

    assert (found.valid, found.problems) == (True, ())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("914403001922038217", "check_digit"),
        ("91440300192203821", "length"),
        ("9144030019220382166", "length"),
        ("440301103097413", "length"),
        ("76858482-4", "length"),
        ("9144O30O1922038216", "characters"),
        ("9144A3001922038216", "characters"),
        ("91440300192203821Ø", "characters"),
        ("4.20200000000000E+17", "unreadable"),
        ("#N/A", "unreadable"),
        ("企业", "unreadable"),
        ("9144****1922038216", "masked"),
        (f"91420200MA4{X * 7}", "masked"),
        (X * 18, "placeholder"),
        ("000000000000000000", "placeholder"),
        ("111111111111111111", "placeholder"),
        ("123456789012345678", "placeholder"),
        ("无", "placeholder"),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("uscc", value) == [expected]


@pytest.mark.parametrize("letter", "IOSVZ")
def test_letter_outside_of_the_alphabet_is_placed(checked, letter):
    (told,) = checked("uscc", f"9144030071526{letter}26XG").problems

    assert (told.code, told.position) == ("characters", 14)


def test_lookalike_letters_are_mended(checked):
    (told,) = checked("uscc", "9144O3OOI922038216").problems

    assert (told.position, told.suggestion) == (5, CODE)


def test_contract_s_example_says_only_the_expected_digit(checked):
    (told,) = checked("uscc", "91440300192203821Y").problems

    assert (told.code, told.message, told.position) == ("check_digit", "校验位应为 6", None)


def test_slip_inside_the_organisation_code_is_located(checked):
    (told,) = checked("uscc", "91310000132206250X").problems

    assert (told.position, told.suggestion) == (13, "91310000132260250X")


@pytest.mark.parametrize("code", [CODE, OTHER, "9144030071526726XG", "91440300MA5H0HLK5U"])
def test_organisation_code_inside_fits(code):
    assert organisation_code_fits(code) is True


def test_sound_code_with_an_odd_organisation_code_is_valid(checked):
    body = "91420200123456789"

    found = checked("uscc", body + calc_check_digit(body))

    assert (found.valid, organisation_code_fits(body + "0")) == (True, False)


@given(codes_at_random, st.data())
def test_one_wrong_character_is_never_silently_valid(code, data):
    place = data.draw(st.integers(0, 17))
    char = data.draw(st.sampled_from(ALPHABET).filter(lambda other: other != code[place]))

    found = check("uscc", code[:place] + char + code[place + 1 :], today=TODAY)

    assert (found.valid, bool(found.problems)) == (False, True)


@given(codes_at_random)
def test_canonical_form_is_its_own(code):
    found = check("uscc", code.lower(), today=TODAY)

    assert (found.valid, found.canonical) == (True, code)
