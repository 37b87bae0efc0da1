from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers import check
from casework.identifiers.patent import check_digit

TODAY = date(2026, 11, 23)
X = "X"
ONE, OTHER = "ZL201620913636.X", "ZL201922147209.1"

new_bodies = st.builds(
    lambda year, kind, serial: f"{year}{kind}{serial:07d}",
    st.integers(2004, 2026),
    st.sampled_from("12389"),
    st.integers(1, 9999999),
)
old_bodies = st.builds(
    lambda year, kind, serial: f"{year % 100:02d}{kind}{serial:05d}",
    st.integers(1985, 2003),
    st.sampled_from("123"),
    st.integers(1, 99999),
)
bodies = st.one_of(new_bodies, old_bodies)


@pytest.mark.parametrize(
    ("body", "digit"),
    [
        ("200420091540", "7"),
        ("200930193487", "X"),
        ("201010137731", "2"),
        ("201110269715", "3"),
        ("200310034567", "2"),
        ("201810123456", "5"),
        ("85100001", "0"),
        ("92114808", "9"),
        ("02139508", "X"),
        ("02123502", "3"),
        ("91103346", "7"),
        ("01806616", "X"),
    ],
)
def test_check_digit_is_the_published_one(body, digit):
    assert check_digit(body) == digit


@pytest.mark.parametrize(
    "value",
    [
        ONE,
        "201620913636X",
        "201620913636.X",
        "CN201620913636.X",
        "CN 201620913636.X",
        "CNZL201620913636.X",
        "ZL 2016 2 0913636.X",
        "z l201620913636.x",
        "ＺＬ２０１６２０９１３６３６．Ｘ",
        "ZL201620913636。X",
        "ZL201620913636，X",
        "ZL201620913636-X",
        "专利号:ZL201620913636.X",
        "专利号：第 ZL 2016 2 0913636.X 号",
        "（ZL201620913636.X）",
        "一种装置（ZL201620913636.X）",
        "ZL201620913636.X（实用新型）等3项",
        "ZL201620913636.X；",
        "ZL2016209136\u00ad36.X\ufeff",
        "ZL201620913636.X,ZL201620913636.X",
    ],
)
def test_spelling_makes_no_other_number(checked, value):
    found = checked("patent", value)

    assert (found.valid, found.canonical, found.problems) == (True, ONE, ())


@pytest.mark.parametrize(
    "value",
    [
        f"{ONE}、{OTHER}",
        f"{ONE}；2019221472091",
        f"{ONE} {OTHER}",
        f"{ONE}\n{OTHER}",
        f"{ONE}{OTHER}",
        f"{ONE}/{OTHER}",
        f"{ONE}和{OTHER}",
        "201620913636.X 201922147209.1",
        "2016 20913636.X 2019 22147209.1",
        f"1.{ONE} 2.{OTHER}",
        f"1、{ONE}；2、{OTHER}",
        f"实用新型{ONE}，另有{OTHER}等2项",
    ],
)
def test_several_numbers_are_a_list(checked, value):
    found = checked("patent", value)

    assert (found.valid, found.canonical, found.problems) == (True, [ONE, OTHER], ())


def test_one_wrong_number_of_several_is_named(checked):
    found = checked("patent", f"{ONE}、ZL201922147209.0")

    assert (found.valid, found.canonical) == (False, [ONE, "ZL201922147209.0"])
    assert [each.message for each in found.problems] == ["第 2 个号码：校验位应为 1"]


@pytest.mark.parametrize("value", ["ZL85100001.0", "851000010", "zl 85 1 00001.0", "CN85100001.0"])
def test_old_number_is_read_with_and_without_dot(checked, value):
    found = checked("patent", value)

    assert (found.valid, found.canonical) == (True, "ZL85100001.0")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("200420091540.8", ["check_digit"]),
        ("200310034567.9", ["check_digit"]),
        ("ZL92114808.8", ["check_digit"]),
        ("200440091540.7", ["kind_digit", "check_digit"]),
        ("ZL201670913636.7", ["kind_digit"]),
        ("84100001.0", ["year", "check_digit"]),
        ("ZL04123456.1", ["year"]),
        ("ZL202710000001.3", ["year"]),
        ("85100001", ["length"]),
        ("201620913636", ["length"]),
        ("ZL2016209136361.X", ["length"]),
        ("ZL201620913636.Y", ["characters"]),
        ("ZL2O1620913636.X", ["characters"]),
        ("ZL2016X0913636.1", ["characters"]),
        ("ZL①201620913636.X", ["characters"]),
        ("ZL2016²0913636.X", ["characters"]),
        ("ZL2016********", ["masked"]),
        (f"ZL2025100{X * 4}", ["masked"]),
        (f"ZL{X * 12}.X", ["placeholder"]),
        ("1234567890123", ["placeholder"]),
        ("123456...", ["placeholder"]),
        ("0000000000000", ["placeholder"]),
        ("abc", ["unreadable"]),
        ("2.01620913636E+11", ["unreadable"]),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("patent", value) == expected


@pytest.mark.parametrize(
    "value",
    ["CN108993444A", "CN 108993444 B", "CN108993444", "108993444", "ZL108993444B", "CN1234567C", "CN301234567S",
     "CN85100001A", "授权公告号：CN108993444B", "CN203456789U"],
)  # fmt: skip
def test_publication_number_is_no_patent_number(checked, value):
    found = checked("patent", value)

    assert (found.valid, found.canonical) == (False, None)
    assert [(each.code, each.message) for each in found.problems] == [("publication_number", "这是公开号,不是专利号")]


@pytest.mark.parametrize(
    "value", ["PCT/CN2015/000001", "pct/cn2015/000001", "国际申请号PCT/CN2015/000001", "US9123456B2", "EP1234567B1"]
)
def test_international_number_is_told(codes, value):
    assert codes("patent", value) == ["international_number"]


def test_international_publication_is_told_as_both(codes):
    assert codes("patent", "WO 2015/123456 A1") == ["international_number", "publication_number"]


def test_application_number_is_valid_with_a_word(checked):
    found = checked("patent", "专利申请号：202411064734.6")

    assert (found.valid, found.canonical) == (True, "ZL202411064734.6")
    assert [each.code for each in found.problems] == ["application_number"]


@pytest.mark.parametrize(
    ("value", "position", "meant"),
    [
        ("ZL101610203352.6", 1, "ZL201610203352.6"),
        ("ZL000510096239.4", 1, "ZL200510096239.4"),
        ("ZL06237710.1", 2, "ZL00237710.1"),
        ("ZL021810806192.3", 1, "ZL201810806192.3"),
        ("ZL201250032770.4", 4, "ZL201520032770.4"),
        ("ZL201270321712.2", None, None),
        ("ZL201922343031.5", None, None),
    ],
)
def test_slip_is_located_where_only_one_explains_it(checked, value, position, meant):
    (told,) = [each for each in checked("patent", value).problems if each.code == "check_digit"]

    assert (told.position, told.suggestion) == (position, meant)


def test_missing_check_digit_is_suggested(checked):
    (told,) = checked("patent", "201620913636").problems

    assert (told.suggestion, told.message) == (ONE, f"缺少校验位，完整号码可能是 {ONE}")


def test_lookalike_letter_is_mended(checked):
    (told,) = checked("patent", "ZL2O1620913636.X").problems

    assert (told.position, told.suggestion) == (2, ONE)


def test_without_a_day_no_year_is_future():
    assert check("patent", "ZL202710000001.3").valid is True


@given(bodies)
def test_number_with_its_check_digit_is_valid(body):
    number = f"ZL{body}.{check_digit(body)}"

    found = check("patent", number, today=TODAY)

    assert (found.valid, found.canonical) == (True, number)


@given(bodies, st.data())
def test_one_wrong_digit_is_never_silently_valid(body, data):
    number = body + check_digit(body)
    place = data.draw(st.integers(0, len(number) - 1))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda other: other != number[place]))

    found = check("patent", f"ZL{number[:place]}{digit}{number[place + 1 :]}", today=TODAY)

    assert (found.valid, bool(found.problems)) == (False, True)


@given(bodies, st.data())
def test_swapped_neighbours_are_never_silently_valid(body, data):
    number = body + check_digit(body)
    place = data.draw(st.integers(0, len(body) - 2).filter(lambda each: number[each] != number[each + 1]))
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    found = check("patent", f"{swapped[:-1]}.{swapped[-1]}", today=TODAY)

    assert (found.valid, bool(found.problems)) == (False, True)


@given(bodies)
def test_canonical_form_is_its_own(body):
    first = check("patent", body + check_digit(body), today=TODAY).canonical

    assert check("patent", first, today=TODAY).canonical == first
