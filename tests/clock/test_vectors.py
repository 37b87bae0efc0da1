"""The published vectors: by id, through the machine interface and through `compute`."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from casework.clock.batch import answer
from casework.clock.calendar import default_calendar
from casework.clock.clocks import ClockTable, default_table
from casework.clock.counting import in_time
from casework.clock.due import compute

UNITS = {"calendar_day": "day", "working_day": "working_day", "month": "month"}


def test_answer_agrees_with_the_vector(vector: dict[str, Any]) -> None:
    row = default_table().row(
        vector["rule"], date.fromisoformat(vector["options"].get("rule_set_on", vector["start"][:10]))
    )

    answered = answer(vector)

    assert answered == {"id": vector["id"], **vector["expect"], "basis": row.basis_zh}


def test_compute_agrees_with_the_real_vector(real_vectors: dict[str, Any], table: Callable[..., ClockTable]) -> None:
    clocks = table(unit=UNITS[real_vectors["unit"]], count=real_vectors["n"])

    due = compute("X-1", date.fromisoformat(real_vectors["start"]), table=clocks)

    if real_vectors["expected"] is None:
        assert due.unknown_years == (2027,)
    else:
        assert (due.raw.isoformat(), due.due.isoformat(), due.provisional) == (
            real_vectors["raw_last_day"],
            real_vectors["expected"],
            False,
        )


def test_compute_counts_hours_through(real_hour_vectors: dict[str, Any], table: Callable[..., ClockTable]) -> None:
    clocks = table(unit="hour", count=real_hour_vectors["n"])

    due = compute("X-1", datetime.fromisoformat(real_hour_vectors["start"]), table=clocks)

    assert due.due == datetime.fromisoformat(real_hour_vectors["accept"][0])


def test_calendar_counts_elapsed_working_days(real_elapsed_vectors: dict[str, Any]) -> None:
    start, end = (date.fromisoformat(real_elapsed_vectors[each]) for each in ("start", "end"))

    found = ((end - start).days, default_calendar().working_days(start, end))

    assert found == (real_elapsed_vectors["calendar_days"], real_elapsed_vectors["working_days"])


@pytest.mark.parametrize(
    ("posted", "filed", "expected"),
    [
        (date(2026, 4, 7), date(2026, 4, 10), True),
        (date(2026, 4, 8), date(2026, 4, 8), False),
        (None, date(2026, 4, 7), True),
        (None, date(2026, 4, 8), False),
    ],
)
def test_tv_17_the_postmark_decides(posted: date | None, filed: date, expected: bool) -> None:
    end = compute("J-02", date(2026, 3, 8)).due

    assert in_time(end, filed, posted) is expected


@pytest.mark.parametrize(("requested", "expected"), [(date(2026, 4, 20), True), (date(2026, 4, 21), False)])
def test_tv_19_extension_is_asked_within_ten_days(requested: date, expected: bool) -> None:
    end = compute("T-06", date(2026, 4, 10)).due

    assert in_time(end, requested) is expected


def test_tv_21_a_new_agreement_has_its_own_window() -> None:
    due = compute("J-02", date(2026, 6, 1))

    assert due.due == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("id_", "rule", "start", "extensions", "raw", "due"),
    [
        ("1", "CMP-3", date(2026, 9, 21), 0, date(2026, 10, 8), date(2026, 10, 8)),
        ("3", "CMP-6", date(2026, 8, 6), 0, date(2026, 10, 5), date(2026, 10, 8)),
        ("5", "CMP-6", date(2026, 3, 2), 0, date(2026, 5, 8), date(2026, 5, 8)),
        ("7", "ADJ-10.serve", date(2026, 9, 29), 0, date(2026, 10, 12), date(2026, 10, 12)),
        ("9a", "ADJ-19", date(2026, 9, 29), 0, date(2026, 12, 29), date(2026, 12, 29)),
        ("9b", "ADJ-19", date(2026, 9, 29), 1, date(2027, 1, 29), date(2027, 1, 29)),
        ("9c", "ADJ-19", date(2026, 9, 29), 2, date(2027, 3, 29), date(2027, 3, 29)),
        ("11", "ADJ-19", date(2026, 7, 2), 0, date(2026, 10, 2), date(2026, 10, 8)),
        ("13", "ADJ-14", date(2026, 10, 9), 0, date(2026, 9, 29), date(2026, 9, 29)),
        ("15", "ADJ-12.decide", date(2026, 2, 12), 0, date(2026, 2, 26), date(2026, 2, 26)),
        ("17", "POL-3", date(2026, 11, 20), 0, date(2026, 11, 23), date(2026, 11, 23)),
        ("21", "POL-8", date(2026, 11, 19), 0, date(2026, 11, 22), date(2026, 11, 23)),
        ("23", "POL-10.explain", date(2026, 11, 11), 0, date(2026, 11, 18), date(2026, 11, 18)),
        ("25", "PEN-6", date(2026, 7, 10), 1, date(2026, 11, 7), date(2026, 11, 9)),
        ("27", "PEN-5", date(2026, 9, 8), 1, date(2026, 11, 7), date(2026, 11, 9)),
        ("29", "ADM-2", date(2026, 4, 28), 0, date(2026, 5, 11), date(2026, 5, 11)),
        ("31", "ADJ-26.sue", date(2026, 9, 17), 0, date(2026, 10, 2), date(2026, 10, 8)),
        ("33", "LNK-1", date(2026, 9, 5), 0, date(2026, 10, 5), date(2026, 10, 8)),
        ("35", "IPX-8.wait", date(2026, 11, 10), 0, date(2026, 11, 25), date(2026, 11, 25)),
        ("37", "REV-6", date(2026, 10, 9), 0, date(2026, 10, 22), date(2026, 10, 22)),
    ],
)
def test_transfer_vector(id_: str, rule: str, start: date, extensions: int, raw: date, due: date) -> None:
    found = compute(rule, start, extensions=extensions)

    assert (id_, found.raw, found.due) == (id_, raw, due)
