from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.base.wallclock import SHANGHAI
from casework.clock.calendar import YearTable, default_calendar
from casework.clock.clocks import ClockTable, Extension
from casework.clock.due import compute
from casework.clock.errors import BadDate, BadOption, UnknownRule

OPEN = (Extension(None, None, "各方同意"),)


def test_compute_tells_what_the_row_says() -> None:
    due = compute("LNK-1", date(2026, 3, 5))

    assert (due.rule, due.basis, due.unit) == ("J-02", "民事诉讼法(2023修正)第205条", "day")
    assert (due.count, due.direction, due.rolls) == (30, "after", True)
    assert (due.raw, due.due, due.provisional) == (date(2026, 4, 4), date(2026, 4, 7), False)


@pytest.mark.parametrize(
    ("start", "extensions", "raw"),
    [
        (date(2026, 8, 31), 0, date(2026, 11, 30)),
        (date(2026, 8, 31), 1, date(2026, 12, 31)),
        (date(2025, 8, 31), 2, date(2026, 2, 28)),
    ],
)
def test_extensions_are_added_to_the_count(start: date, extensions: int, raw: date) -> None:
    assert compute("ADJ-19", start, extensions=extensions).raw == raw


@pytest.mark.parametrize(
    ("pauses", "raw", "due"),
    [
        ([], date(2026, 12, 5), date(2026, 12, 7)),
        ([(date(2026, 11, 10), date(2026, 11, 20))], date(2026, 12, 15), date(2026, 12, 15)),
        ([(date(2026, 11, 5), date(2026, 11, 6))], date(2026, 12, 6), date(2026, 12, 7)),
        ([(date(2026, 12, 5), date(2026, 12, 6))], date(2026, 12, 6), date(2026, 12, 7)),
        ([(date(2026, 12, 6), date(2026, 12, 20))], date(2026, 12, 5), date(2026, 12, 7)),
        ([(date(2026, 11, 10), date(2026, 11, 10))], date(2026, 12, 5), date(2026, 12, 7)),
    ],
)
def test_paused_days_move_the_raw_end(pauses: list[tuple[date, date]], raw: date, due: date) -> None:
    found = compute("C-09.assigned", date(2026, 11, 5), pauses=pauses)

    assert (found.raw, found.due) == (raw, due)


def test_pauses_that_begin_after_the_end_are_told_apart() -> None:
    inside, late = (date(2026, 11, 10), date(2026, 11, 12)), (date(2026, 12, 20), date(2026, 12, 25))

    due = compute("C-09.assigned", date(2026, 11, 5), pauses=[late, inside])

    assert (due.pauses, due.late_pauses, due.raw) == ((inside,), (late,), date(2026, 12, 7))


def test_working_days_in_a_pause_after_the_end_change_nothing() -> None:
    late = (date(2026, 10, 1), date(2026, 11, 1))

    due = compute("PEN-1", date(2026, 6, 18), pauses=[late])

    assert (due.due, due.late_pauses) == (date(2026, 7, 10), (late,))


@pytest.mark.parametrize(
    ("rule", "start", "unknown"),
    [
        ("J-02", date(2026, 12, 1), ()),
        ("J-02", date(2026, 12, 2), (2027,)),
        ("J-02", date(2026, 12, 9), (2027,)),
        ("J-02", date(2023, 11, 29), (2023,)),
        ("P-06", date(2026, 1, 7), ()),
        ("CMP-3", date(2023, 12, 26), (2023,)),
        ("IPX-7.renew", date(2023, 5, 1), ()),
        ("PEN-8.hearing_notice", date(2024, 1, 8), (2023,)),
        ("POL-4", datetime(2026, 12, 31, 23, 40), ()),
    ],
)
def test_provisional_exactly_when_an_unknown_year_was_asked(rule: str, start: date, unknown: tuple[int, ...]) -> None:
    due = compute(rule, start)

    assert (due.unknown_years, due.provisional) == (unknown, bool(unknown))


def test_a_loaded_notice_ends_the_provisional_state() -> None:
    year = YearTable(2027, {date(2027, 1, each): "元旦" for each in (1, 2, 3, 4)}, {}, "通知")

    due = compute("J-02", date(2026, 12, 2), calendar=default_calendar().with_table(year))

    assert (due.due, due.provisional) == (date(2027, 1, 5), False)


@pytest.mark.parametrize(
    ("rule", "start", "raw"),
    [
        ("IPX-7.renew", date(2026, 8, 31), date(2026, 2, 28)),
        ("LBL-3", date(2028, 2, 29), date(2026, 2, 28)),
        ("LBL-1", date(2026, 2, 28), date(2021, 2, 28)),
    ],
)
def test_backward_clocks_never_roll(rule: str, start: date, raw: date) -> None:
    due = compute(rule, start)

    assert (due.raw, due.due, due.provisional) == (raw, raw, False)


def test_backward_days_are_counted_back(table: Callable[..., ClockTable]) -> None:
    due = compute("X-1", date(2026, 3, 5), table=table(direction="before", rolls=False))

    assert due.due == date(2026, 2, 23)


def test_backward_hours_are_counted_back(table: Callable[..., ClockTable]) -> None:
    due = compute("X-1", datetime(2026, 3, 5, 9), table=table(direction="before", unit="hour"))

    assert due.due == datetime(2026, 3, 4, 23)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (datetime(2026, 9, 30, 17, 0, 59), datetime(2026, 10, 1, 17, 0)),
        (datetime(2026, 9, 30, 9, 0, tzinfo=UTC), datetime(2026, 10, 1, 17, 0, tzinfo=SHANGHAI)),
    ],
)
def test_hours_are_local_to_the_minute(start: datetime, due: datetime) -> None:
    found = compute("POL-4", start)

    assert (found.due, found.due.isoformat()) == (due, due.isoformat())


def test_rule_set_of_an_aware_start_is_its_local_date(table: Callable[..., ClockTable]) -> None:
    clocks = table(unit="hour", valid_from=date(2026, 3, 2))

    due = compute("X-1", datetime(2026, 3, 1, 16, 30, tzinfo=UTC), table=clocks)

    assert due.start == datetime(2026, 3, 2, 0, 30, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("to", "raw", "due"),
    [
        (date(2026, 5, 20), date(2026, 5, 20), date(2026, 5, 20)),
        (date(2026, 6, 20), date(2026, 6, 20), date(2026, 6, 22)),
    ],
)
def test_an_agreed_last_day_is_the_end(to: date, raw: date, due: date) -> None:
    found = compute("M-22", date(2026, 4, 1), extended_to=to)

    assert (found.own_end, found.raw, found.due) == (date(2026, 5, 1), raw, due)


@pytest.mark.parametrize(
    ("pause", "raw"),
    [
        ((date(2026, 4, 10), date(2026, 4, 20)), date(2026, 5, 20)),
        ((date(2026, 4, 10), date(2026, 5, 10)), date(2026, 5, 31)),
        ((date(2026, 5, 10), date(2026, 5, 12)), date(2026, 5, 22)),
        ((date(2026, 5, 21), date(2026, 5, 25)), date(2026, 5, 20)),
    ],
)
def test_pauses_meet_an_agreed_last_day(pause: tuple[date, date], raw: date) -> None:
    due = compute("M-22", date(2026, 4, 1), extended_to=date(2026, 5, 20), pauses=[pause])

    assert due.raw == raw


def test_an_agreed_last_day_of_working_days_does_not_roll() -> None:
    due = compute("REV-6", date(2026, 10, 9), extended_to=date(2026, 10, 31))

    assert (due.raw, due.due) == (date(2026, 10, 31), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("rule", "since", "open_pause", "remaining"),
    [
        ("C-09.assigned", date(2026, 11, 10), date(2026, 11, 10), 26),
        ("C-09.assigned", date(2026, 12, 5), date(2026, 12, 5), 1),
        ("C-09.assigned", date(2026, 12, 6), None, None),
        ("REV-6", date(2026, 11, 16), date(2026, 11, 16), 4),
        ("C-09.assigned", None, None, None),
    ],
)
def test_an_open_pause_leaves_the_unused_days(
    rule: str, since: date | None, open_pause: date | None, remaining: int | None
) -> None:
    due = compute(rule, date(2026, 11, 5), paused_since=since)

    assert (due.open_pause, due.remaining) == (open_pause, remaining)


@pytest.mark.parametrize(
    ("rule", "options", "key"),
    [
        ("J-02", {"pauses": [(date(2026, 11, 10), date(2026, 11, 12))]}, "not_pausable"),
        ("J-02", {"paused_since": date(2026, 11, 10)}, "not_pausable"),
        ("C-09.entrusted_ordinary", {"paused_since": date(2026, 11, 10)}, "not_pausable"),
        ("PEN-6", {"pauses": [(date(2026, 11, 4), date(2026, 11, 12))]}, "pause_before_start"),
        ("PEN-6", {"pauses": [(date(2026, 11, 14), date(2026, 11, 12))]}, "pause_reversed"),
        ("PEN-6", {"paused_since": date(2026, 11, 4)}, "open_pause_too_early"),
        ("J-02", {"extensions": 1}, "too_many_extensions"),
        ("M-22", {"extensions": 1}, "too_many_extensions"),
        ("PEN-6", {"extensions": 2}, "too_many_extensions"),
        ("ADJ-19", {"extensions": 3}, "too_many_extensions"),
        ("ADJ-19", {"extensions": -1}, "extensions_no_number"),
        ("ADJ-19", {"extensions": True}, "extensions_no_number"),
        ("ADJ-19", {"extensions": 1.0}, "extensions_no_number"),
        ("ADJ-19", {"extended_to": date(2027, 6, 1)}, "not_open_ended"),
        ("M-22", {"extended_to": date(2026, 12, 5)}, "extension_not_later"),
    ],
)
def test_compute_refuses_an_option_the_clock_does_not_accept(rule: str, options: dict[str, Any], key: str) -> None:
    with pytest.raises(BadOption) as refused:
        compute(rule, date(2026, 11, 5), **options)

    assert refused.value.key == key


def test_an_open_pause_follows_the_last_resumption() -> None:
    closed = (date(2026, 11, 10), date(2026, 11, 20))

    with pytest.raises(BadOption, match="2026-11-19"):
        compute("PEN-6", date(2026, 11, 5), pauses=[closed], paused_since=date(2026, 11, 19))


@pytest.mark.parametrize(
    ("rule", "start", "key"),
    [
        ("J-02", datetime(2026, 3, 5, 9), "date_expected"),
        ("POL-4", date(2026, 3, 5), "time_expected"),
        ("J-02", date(9999, 12, 20), "date_out_of_range"),
        ("L-01.outer", date(9990, 1, 1), "date_out_of_range"),
        ("CMP-11", date(9999, 12, 20), "date_out_of_range"),
        ("POL-4", datetime(9999, 12, 31, 9), "date_out_of_range"),
        ("POL-4", datetime(9999, 12, 31, 23, tzinfo=UTC), "date_out_of_range"),
        ("J-02", "2026-03-05", "bad_date"),
    ],
)
def test_compute_refuses_a_start_it_cannot_count_from(rule: str, start: Any, key: str) -> None:
    with pytest.raises(BadDate) as refused:
        compute(rule, start)

    assert refused.value.key == key


def test_compute_refuses_an_unknown_rule() -> None:
    with pytest.raises(UnknownRule, match="J-99"):
        compute("J-99", date(2026, 3, 5))
