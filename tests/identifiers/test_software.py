import pytest

X = "X"


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("软著登字第0650314号", "软著登字第0650314号"),
        ("软著登字第 0650314 号", "软著登字第0650314号"),
        ("软著登字0650314", "软著登字第0650314号"),
        ("软著登字第650314号", "软著登字第0650314号"),
        ("软著登字第00650314号", "软著登字第0650314号"),
        ("证书号：软著登字第15980140号", "软著登字第15980140号"),
        ("软著登字第BJ1234号", "软著登字第BJ1234号"),
        ("软著变补字第202012345号", "软著变补字第202012345号"),
        ("2014SR001852", "2014SR001852"),
        ("２０１４ｓｒ００１８５２", "2014SR001852"),
        ("登记号：2014 SR 001852", "2014SR001852"),
        ("2021SR0589334", "2021SR0589334"),
    ],
)
def test_registration_is_brought_to_one_form(checked, value, canonical):
    found = checked("software", value)

    assert (found.valid, found.canonical, found.problems) == (True, canonical, ())


@pytest.mark.parametrize(
    "value",
    ["软著登字第0671096号（2014SR001852）", "软著登字第0671096号、2014SR001852", "软著登字第0671096号 2014SR001852"],
)
def test_both_numbers_of_one_registration_are_a_list(checked, value):
    assert checked("software", value).canonical == ["软著登字第0671096号", "2014SR001852"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2027SR0589334", "year"),
        ("1980SR058933", "year"),
        ("2021SR05893", "length"),
        ("2021SR05893345", "length"),
        ("软著登字第1234567890号", "length"),
        ("2021SRO589334", "characters"),
        ("软著登字第号", "serial_missing"),
        ("2021SR", "serial_missing"),
        ("2021SR0000000", "placeholder"),
        ("软著登字第0000号", "placeholder"),
        (f"2025SR{X * 4}", "placeholder"),
        (f"软著登字第{'x' * 5}号", "placeholder"),
        ("软著登字第06503**号", "masked"),
        ("0650314", "unreadable"),
        ("国作登字-2021-F-00123456", "unreadable"),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("software", value) == [expected]


def test_bare_serial_is_suggested_as_a_certificate(checked):
    (told,) = checked("software", "0650314").problems

    assert told.suggestion == "软著登字第0650314号"


def test_number_with_a_wrong_year_keeps_its_form(checked):
    assert checked("software", "2027SR0589334").canonical == "2027SR0589334"
