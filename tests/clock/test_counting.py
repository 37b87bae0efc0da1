from datetime import date

import pytest

from casework.clock.calendar import default_calendar
from casework.clock.counting import RestDays, add_months, add_working_days, roll


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 2, 28), 1, date(2026, 3, 28)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 8, 31), 4, date(2026, 12, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 3, 15), -3, date(2025, 12, 15)),
        (date(2024, 2, 29), -24, date(2022, 2, 28)),
    ],
)
def test_add_months_takes_the_same_day_or_the_last(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


@pytest.mark.parametrize(("start", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 1), -1)])
def test_add_months_refuses_years_that_are_none(start: date, months: int) -> None:
    with pytest.raises(OverflowError):
        add_months(start, months)


@pytest.mark.parametrize(
    ("start", "count", "expected", "unknown"),
    [
        (date(2026, 2, 13), 3, date(2026, 2, 25), set()),
        (date(2026, 10, 9), -3, date(2026, 9, 29), set()),
        (date(2026, 9, 30), -7, date(2026, 9, 20), set()),
        (date(2026, 12, 24), 5, date(2026, 12, 31), set()),
        (date(2026, 12, 24), 6, date(2027, 1, 4), {2027}),
        (date(2024, 1, 4), -2, date(2024, 1, 2), set()),
        (date(2024, 1, 4), -3, date(2023, 12, 29), {2023}),
        (date(2022, 12, 30), 1, date(2023, 1, 2), {2022, 2023}),
    ],
)
def test_add_working_days_counts_working_days(start: date, count: int, expected: date, unknown: set[int]) -> None:
    rest = RestDays(default_calendar())

    end = add_working_days(start, count, rest)

    assert (end, rest.unknown_years) == (expected, unknown)


def test_add_working_days_passes_over_pauses() -> None:
    rest = RestDays(default_calendar())

    end = add_working_days(date(2026, 9, 14), 15, rest, ((date(2026, 9, 16), date(2026, 9, 22)),))

    assert end == date(2026, 10, 16)


@pytest.mark.parametrize(
    ("day", "expected", "unknown"),
    [
        (date(2026, 10, 1), date(2026, 10, 8), set()),
        (date(2026, 9, 19), date(2026, 9, 20), set()),
        (date(2026, 2, 28), date(2026, 2, 28), set()),
        (date(2023, 12, 30), date(2024, 1, 2), {2023}),
        (date(2027, 1, 1), date(2027, 1, 4), {2027}),
    ],
)
def test_roll_stops_at_the_first_working_day(day: date, expected: date, unknown: set[int]) -> None:
    rest = RestDays(default_calendar())

    end = roll(day, rest)

    assert (end, rest.unknown_years) == (expected, unknown)
