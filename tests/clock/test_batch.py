from datetime import date
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.clock.batch import answer, read_date, read_start
from casework.clock.calendar import YearTable, default_calendar
from casework.clock.errors import BadDate


def asked(**changed: Any) -> dict[str, Any]:
    return {"id": "1", "rule": "PEN-6", "start": "2026-04-01", "options": {}, **changed}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            {"id": "1", "rule": "J-02", "start": "2026-03-05", "options": {}},
            ("2026-04-04", "2026-04-07", "民事诉讼法(2023修正)第205条"),
        ),
        (
            {"id": "2", "rule": "POL-4", "start": "2026-09-30T17:00", "options": {}},
            (
                "2026-10-01T17:00",
                "2026-10-01T17:00",
                "行政执法机关移送涉嫌犯罪案件的规定(2020修订)第5条",
            ),
        ),
        (
            {
                "id": "3",
                "rule": "C-09.assigned",
                "start": "2026-11-05",
                "options": {"pauses": [["2026-11-10", "2026-11-20"]]},
            },
            ("2026-12-15", "2026-12-15", "最高人民法院关于人民法院特邀调解的规定(法释〔2016〕14号)第27条"),
        ),
    ],
)
def test_answer_is_the_contract_s(question: dict[str, Any], expected: tuple[str, str, str]) -> None:
    raw, due, basis = expected

    answered = answer(question)

    assert answered == {"id": question["id"], "raw": raw, "due": due, "provisional": False, "basis": basis}


def test_unknown_rule_is_the_contract_s() -> None:
    answered = answer({"id": "4", "rule": "J-99", "start": "2026-03-05"})

    message = "没有编号为 J-99 的期限规则"
    assert answered == {"id": "4", "error": {"code": "unknown_rule", "message": message}}


@pytest.mark.parametrize(
    "question",
    [
        asked(),
        asked(options=None),
        asked(options={"pauses": [], "extensions": 0}),
        asked(options={"pauses": None, "extensions": None, "rule_set_on": None}),
        asked(options={"rule_set_on": "2026-03-01"}),
        asked(expect={"raw": "x"}, why=5, pauses="outside the options"),
        {"id": "1", "rule": "PEN-6", "start": "2026-04-01"},
    ],
)
def test_answer_takes_what_is_absent_or_foreign_as_nothing(question: dict[str, Any]) -> None:
    assert answer(question)["due"] == "2026-06-30"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"id": "1", "start": "2026-04-01"}, "missing_field"),
        ({"id": "1", "rule": "J-02"}, "missing_field"),
        (asked(rule=None), "missing_field"),
        (asked(start=None), "missing_field"),
        ({"id": "1"}, "missing_field"),
        (asked(rule=""), "unknown_rule"),
        (asked(rule=7), "unknown_rule"),
        (asked(rule=["J-02"]), "unknown_rule"),
        (asked(rule="J-99", start="nonsense"), "unknown_rule"),
        (asked(rule="C-09"), "unknown_rule"),
        (asked(rule="J-02", start="2010-12-31"), "no_rule_in_force"),
        (asked(rule="CMP-7", start="2026-04-15"), "no_rule_in_force"),
        (asked(options={"rule_set_on": "2021-07-14"}), "no_rule_in_force"),
        (asked(start=""), "bad_date"),
        (asked(start="2026-02-29"), "bad_date"),
        (asked(start="2026-13-01"), "bad_date"),
        (asked(start="0000-01-01"), "bad_date"),
        (asked(start="2026-4-1"), "bad_date"),
        (asked(start="20260401"), "bad_date"),
        (asked(start="2026-W14-3"), "bad_date"),
        (asked(start="2026-04-01 "), "bad_date"),
        (asked(start="2026-04-01\n"), "bad_date"),
        (asked(start="２０２６-04-01"), "bad_date"),
        (asked(start="2026-04-01T09:00"), "bad_date"),
        (asked(start=20260401), "bad_date"),
        (asked(start=["2026-04-01"]), "bad_date"),
        (asked(start="9999-12-31"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01T24:00"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01T09:00:00"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01T09:00+08:00"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01T09:00Z"), "bad_date"),
        (asked(rule="POL-4", start="2026-04-01 09:00"), "bad_date"),
        (asked(options={"rule_set_on": "2026-02-30"}), "bad_date"),
        (asked(options={"rule_set_on": 5}), "bad_date"),
        (asked(options={"pauses": [["2026-02-30", "2026-05-01"]]}), "bad_date"),
        (asked(options=[]), "bad_option"),
        (asked(options="extensions"), "bad_option"),
        (asked(options={"extension": 1}), "bad_option"),
        (asked(options={"extended_to": "2026-09-01"}), "bad_option"),
        (asked(options={"unheard_of": None}), "bad_option"),
        (asked(options={"extensions": 2}), "bad_option"),
        (asked(options={"extensions": -1}), "bad_option"),
        (asked(options={"extensions": "1"}), "bad_option"),
        (asked(options={"extensions": True}), "bad_option"),
        (asked(options={"extensions": 1.0}), "bad_option"),
        (asked(rule="J-02", options={"extensions": 1}), "bad_option"),
        (asked(rule="M-22", options={"extensions": 1}), "bad_option"),
        (asked(options={"pauses": "2026-05-01"}), "bad_option"),
        (asked(options={"pauses": {}}), "bad_option"),
        (asked(options={"pauses": ["2026-05-01", "2026-05-05"]}), "bad_option"),
        (asked(options={"pauses": [["2026-05-01"]]}), "bad_option"),
        (asked(options={"pauses": [["2026-05-01", None]]}), "bad_option"),
        (asked(options={"pauses": [{"from": "2026-05-01", "to": "2026-05-05"}]}), "bad_option"),
        (asked(options={"pauses": [["2026-05-05", "2026-05-01"]]}), "bad_option"),
        (asked(options={"pauses": [["2026-03-31", "2026-05-01"]]}), "bad_option"),
        (asked(rule="J-02", options={"pauses": [["2026-04-05", "2026-04-06"]]}), "bad_option"),
        (
            asked(
                rule="POL-4",
                start="2026-04-01T09:00",
                options={"pauses": [["2026-04-01", "2026-04-02"]]},
            ),
            "bad_option",
        ),
    ],
)
def test_answer_names_what_is_wrong(question: dict[str, Any], code: str) -> None:
    answered = answer(question)

    assert (answered["id"], answered["error"]["code"]) == ("1", code)
    assert answered["error"]["message"] != ""


@pytest.mark.parametrize("question", [None, 5, "J-02", [], {}, {"rule": "J-02", "start": "2026-03-05"}])
def test_answer_without_an_id_is_missing_a_field(question: object) -> None:
    error = {"code": "missing_field", "message": "缺少字段 id"}

    assert answer(question) == {"id": None, "error": error}


def test_answer_reads_an_alias() -> None:
    assert answer(asked(rule="LNK-1", start="2026-09-05"))["due"] == "2026-10-08"


def test_answer_uses_the_calendar_handed_in() -> None:
    calendar = default_calendar().with_table(YearTable(2027, {date(2027, 1, 4): "元旦"}, {}, "通知"))

    answered = answer(asked(rule="J-02", start="2026-12-05"), calendar=calendar)

    assert (answered["raw"], answered["due"], answered["provisional"]) == ("2027-01-04", "2027-01-05", False)


def test_a_thousand_answers_take_less_than_a_second() -> None:
    questions = [asked(id=str(each), rule="PEN-1", options={"extensions": 1}) for each in range(1000)]
    began = perf_counter()

    answered = [answer(each) for each in questions]

    assert [each["id"] for each in answered] == [str(each) for each in range(1000)]
    assert perf_counter() - began < 1


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["PEN-6", "POL-4", "ADJ-19", "PEN-1"]) | anything,
    st.sampled_from(["2026-04-01", "2026-04-01T09:00"]) | anything,
    st.fixed_dictionaries({}, optional={"pauses": anything, "extensions": anything, "rule_set_on": anything})
    | anything,
)
def test_answer_never_raises(rule: Any, start: Any, options: Any) -> None:
    answered = answer(asked(rule=rule, start=start, options=options))

    assert set(answered) in ({"id", "error"}, {"id", "raw", "due", "provisional", "basis"})


@pytest.mark.parametrize("text", ["2026-04-01T09:00", None, "yesterday"])
def test_read_date_refuses_all_but_a_date(text: object) -> None:
    with pytest.raises(BadDate):
        read_date(text)


def test_read_start_tells_a_date_from_a_time() -> None:
    read = [str(read_start(each)) for each in ("2026-04-01", "2026-04-01T09:00")]

    assert read == ["2026-04-01", "2026-04-01 09:00:00"]
