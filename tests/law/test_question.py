"""Reading the facts of a question: types, dates in Shanghai, and the codes of what cannot be read."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casework.law import question
from casework.law.question import QuestionError


def code_of(read: Callable[[], object]) -> str:
    """The code of the error that `read` raises."""
    with pytest.raises(QuestionError) as caught:
        read()
    return caught.value.code


def done(_: object) -> dict[str, Any]:
    """An answer."""
    return {"done": True}


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (50000, "50000"),
        (50000.0, "50000"),
        (49999.99, "49999.99"),
        (" 50000.00 ", "50000.00"),
        (Decimal("1.5"), "1.5"),
        (0, "0"),
        (None, None),
    ],
)
def test_number_reads_json_numbers_and_texts(value: object, number: str | None) -> None:
    assert question.number({"sum": value}, "sum") == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    "value",
    ["", "5万", "5,000", "1e3", "-1", -1, -0.5, True, [], {}, float("nan"), float("inf"), 1e20, "٣"],
)
def test_number_refuses_what_is_none(value: object) -> None:
    assert code_of(lambda: question.number({"sum": value}, "sum")) == "bad_option"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-05-21", date(2026, 5, 21)),
        (" 2026-05-21 ", date(2026, 5, 21)),
        ("2026-05-20T16:00:00Z", date(2026, 5, 21)),
        ("2026-05-20t15:59:59z", date(2026, 5, 20)),
        ("2026-05-20T12:00:00-05:00", date(2026, 5, 21)),
        ("2026-05-20T23:59", date(2026, 5, 20)),
        (date(2026, 5, 21), date(2026, 5, 21)),
        (datetime(2026, 5, 20, 16, tzinfo=UTC), date(2026, 5, 21)),
    ],
)
def test_shanghai_date_of_dates_and_instants(value: object, day: date) -> None:
    assert question.shanghai_date(value) == day


@pytest.mark.parametrize(
    "value",
    ["", "20260521", "2026-5-21", "2026-13-01", "2026-05-21T24:61", "2026-05-21T", 20260521, None, [], True],
)
def test_shanghai_date_refuses_what_is_none(value: object) -> None:
    assert code_of(lambda: question.shanghai_date(value)) == "bad_date"


def test_day_of_an_absent_field_is_none() -> None:
    assert question.day({"at": None}, "at") is None


@pytest.mark.parametrize(("value", "flag"), [(True, True), (False, False), (None, None)])
def test_flag_reads_yes_no_and_absent(value: object, *, flag: bool | None) -> None:
    assert question.flag({"so": value}, "so") is flag


@pytest.mark.parametrize("value", ["yes", 1, 0, [], "true"])
def test_flag_refuses_anything_else(value: object) -> None:
    assert code_of(lambda: question.flag({"so": value}, "so")) == "bad_option"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "missing_field"),
        ({"kind": None}, "missing_field"),
        ({"kind": "c"}, "unknown_kind"),
        ({"kind": 1}, "unknown_kind"),
    ],
)
def test_one_of_refuses_unknown_words(asked: dict[str, Any], code: str) -> None:
    assert code_of(lambda: question.one_of(asked, "kind", ("a", "b"))) == code


@pytest.mark.parametrize("asked", [None, [], "text", 5, {}, {"id": None}])
def test_answered_never_raises_for_a_shapeless_question(asked: object) -> None:
    answer = question.answered(asked, done)

    assert answer == {"id": None, "error": {"code": "missing_field", "message": "缺少字段 id"}}


def test_answered_puts_the_id_first() -> None:
    assert list(question.answered({"id": "1"}, done)) == ["id", "done"]
