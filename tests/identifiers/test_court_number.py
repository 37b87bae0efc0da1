from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers import check
from casework.identifiers.court_number import is_confirmation

TODAY = date(2026, 11, 23)
NUMBER, OTHER = "（2026）鄂0202民特12号", "（2026）鄂0202民特13号"
X = "X"

numbers = st.builds(
    lambda year, court, kind, serial: f"（{year}）{court}{kind}{serial}号",
    st.integers(2016, 2026),
    st.sampled_from(["鄂02", "鄂0202", "鄂", "最高法", "京73", "沪0115", "兵01"]),
    st.sampled_from(["民特", "民初", "知民终", "行初", "刑终", "执恢", "诉前调确", "民辖终", "执", "财保"]),
    st.integers(1, 99999),
)


@pytest.mark.parametrize(
    "value",
    [
        NUMBER,
        "(2026)鄂0202民特12号",
        "［2026］鄂0202民特12号",
        "【2026】鄂0202民特12号",
        "〔2026〕鄂0202民特12号",
        "[2026]鄂0202民特12号",
        "（２０２６）鄂０２０２民特１２号",
        "2026鄂0202民特12号",
        "2026年鄂0202民特12号",
        "（2026年）鄂0202民特12号",
        "2026)鄂0202民特12",
        "(2026) 鄂 0202 民特 12 号",
        "（2026）鄂0202民特012号",
        "（2026）鄂0202民特第12号",
        "（2026）鄂0202民特(12)号",
        "（2026）鄂0202民特12號",
        "案号：（2026）鄂0202民特12号。",
        "湖北省黄石市黄石港区人民法院（2026）鄂0202民特12号民事裁定书",
        "（2026）鄂0202民特\u200b12号",
    ],
)
def test_spelling_makes_no_other_number(checked, value):
    found = checked("court_number", value, use="confirmation")

    assert (found.valid, found.canonical, found.problems) == (True, NUMBER, ())


@pytest.mark.parametrize(
    "value", [f"{NUMBER}、{OTHER}", f"{NUMBER}{OTHER}", "（2026）鄂0202民特12、13号", "（2026）鄂0202民特12号；第13号"]
)
def test_several_numbers_are_a_list(checked, value):
    found = checked("court_number", value)

    assert (found.valid, found.canonical) == (True, [NUMBER, OTHER])


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("(2013)姑苏民特字第0074号", "（2013）姑苏民特字第0074号"),
        ("(2013)姑苏民特字74", "（2013）姑苏民特字第74号"),
        ("2012)合民三初字第00050", "（2012）合民三初字第00050号"),
        ("(2010)民申字第5号", "（2010）民申字第5号"),
        ("(2009)知行字第3号", "（2009）知行字第3号"),
        ("(2015)二中民特字第1号", "（2015）二中民特字第1号"),
        ("(1998)黄民字第3号", "（1998）黄民字第3号"),
        ("（2012）鄂0202调确3号", "（2012）鄂0202调确3号"),
        ("（2026）鄂0202执恢12之1号", "（2026）鄂0202执恢12之1号"),
    ],
)
def test_older_and_rarer_forms_are_valid(checked, value, canonical):
    found = checked("court_number", value)

    assert (found.valid, found.canonical, found.problems) == (True, canonical, ())


@pytest.mark.parametrize(
    "kind",
    ["民初", "知民初", "知民终", "民辖终", "知行终", "行终", "刑初", "刑终", "执", "执保", "执恢", "执异", "财保",
     "民再", "民申", "行审", "行赔初", "民特监", "诉前调", "民诉前调", "司惩", "民督", "破申", "民撤"],
)  # fmt: skip
def test_other_type_is_valid_but_not_of_confirmation(checked, kind):
    found = checked("court_number", f"（2020）鄂0202{kind}5号", use="confirmation")

    assert (found.valid, [each.code for each in found.problems]) == (True, ["not_confirmation"])
    assert kind in found.problems[0].message


def test_other_type_is_faultless_elsewhere(codes):
    assert codes("court_number", "（2020）鄂0202民初5号") == []


@pytest.mark.parametrize("kind", ["民特", "知民特", "调确", "诉前调确", "民调确", "司确"])
def test_type_of_confirmation_is_known(kind):
    assert is_confirmation(kind) is True


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("（2026）鄂0202民特号", "serial_missing"),
        ("（2026）鄂0202民特   号", "serial_missing"),
        ("（2026）鄂0202民特第号", "serial_missing"),
        ("（2026）鄂0202民特0号", "serial_missing"),
        ("（2026）民特12号", "court_missing"),
        ("（2026）0202民特12号", "court_missing"),
        ("（2026）鄂020民特12号", "court_missing"),
        ("（2026）黄港民特12号", "court_missing"),
        ("（2026）湖北0202民特12号", "court_missing"),
        ("2026鄂0202民特", "serial_missing"),
        ("鄂0202民特12号", "year"),
        ("（26）鄂0202民特12号", "year"),
        ("（2027）鄂0202民特12号", "year"),
        ("（1026）鄂0202民特12号", "year"),
        ("（2026）鄂0202民特12号之一", "characters"),
        ("（2026）鄂0202民特12-1号", "characters"),
        ("（2026）鄂0202民特1*号", "masked"),
        ("（2018）浙01民初**号", "masked"),
        (f"（2026）鄂0202民特{X * 2}号", "placeholder"),
        (f"（{X * 4}）鄂0202民特12号", "placeholder"),
        ("（2026）鄂0202民特__号", "placeholder"),
        ("无", "placeholder"),
        ("（2026）黄知调字第1号", "unreadable"),
        ("（2026）鄂0202号", "unreadable"),
        ("裁定书", "unreadable"),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("court_number", value) == [expected]


def test_document_serial_leaves_the_case_s_number(checked):
    found = checked("court_number", f"{NUMBER}之一")

    assert (found.valid, found.canonical, found.problems[0].suggestion) == (False, NUMBER, NUMBER)


@given(numbers)
def test_number_of_today_s_form_is_its_own_canonical(number):
    found = check("court_number", number, today=TODAY)

    assert (found.valid, found.canonical, found.problems) == (True, number, ())
