"""Periods: month, quarter, year, free; an office's own cut-off; the period before and a year before."""

from datetime import date

import pytest

from casework.statistics.period import CutOff, free, parse, pieces

NOVEMBER_YEAR = CutOff(last_month=11)
DAY_25 = CutOff(last_day=25)


@pytest.mark.parametrize(
    ("name", "cut_off", "start", "end"),
    [
        ("2026-10", CutOff(), "2026-10-01", "2026-11-01"),
        ("2026-Q1", CutOff(), "2026-01-01", "2026-04-01"),
        ("2026-Q4", CutOff(), "2026-10-01", "2027-01-01"),
        ("2026", CutOff(), "2026-01-01", "2027-01-01"),
        ("2020", NOVEMBER_YEAR, "2019-12-01", "2020-12-01"),
        ("2026-Q1", NOVEMBER_YEAR, "2025-12-01", "2026-03-01"),
        ("2026-03", DAY_25, "2026-02-26", "2026-03-26"),
        ("2026-03", CutOff(last_day=30), "2026-03-01", "2026-03-31"),
        ("2026", CutOff(last_day=25, last_month=11), "2025-11-26", "2026-11-26"),
        ("2026-01-16..2026-02-16", CutOff(), "2026-01-16", "2026-02-16"),
    ],
)
def test_period_is_half_open_at_the_cut_off(name, cut_off, start, end):
    found = parse(name, cut_off)

    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "name", ["2026-Q5", "26", "2026-13", "2026-02-01..2026-02-01", "2026-02-30..2026-03-01", "0000", "x"]
)
def test_period_that_does_not_exist_is_refused(name):
    with pytest.raises(ValueError):
        parse(name)


@pytest.mark.parametrize(
    ("name", "before", "after", "year_before"),
    [
        ("2026-01", "2025-12", "2026-02", "2025-01"),
        ("2026-Q1", "2025-Q4", "2026-Q2", "2025-Q1"),
        ("2026", "2025", "2027", "2025"),
        ("2026-03-01..2026-03-11", "2026-02-19..2026-03-01", "2026-03-11..2026-03-21", "2025-03-01..2025-03-11"),
    ],
)
def test_neighbours_are_of_the_same_kind(name, before, after, year_before):
    found = parse(name)

    assert (found.before.name, found.after.name, found.year_before.name) == (before, after, year_before)


def test_year_is_cut_into_the_months_of_the_office():
    months = parse("2026", NOVEMBER_YEAR).months()

    assert [each.name for each in months] == ["2025-12", *(f"2026-{each:02d}" for each in range(1, 12))]
    assert (months[0].start, months[-1].end) == (date(2025, 12, 1), date(2026, 12, 1))


def test_months_of_an_odd_cut_off_meet_without_a_gap():
    months = parse("2026", DAY_25).months()

    assert [each.end for each in months[:-1]] == [each.start for each in months[1:]]
    assert len(months) == 12


def test_free_period_is_whole_months_and_ragged_days():
    whole, ragged = pieces(free(date(2026, 1, 16), date(2026, 4, 3)))

    assert whole == [202602, 202603]
    assert ragged == [(date(2026, 1, 16), date(2026, 2, 1)), (date(2026, 4, 1), date(2026, 4, 3))]


def test_leap_day_alone_has_no_year_before():
    with pytest.raises(ValueError, match="统计期间"):
        _ = parse("2024-02-29..2024-03-01").year_before
