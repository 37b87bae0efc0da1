"""A date on a page: sentence, list of days, months."""

from datetime import date

from casework.clock.due import compute
from casework.desk.explained import explained


def test_explanation_lists_every_day_and_marks_the_last():
    said = explained(compute("CMP-3", date(2026, 11, 17)))

    assert [(day.day, day.number, day.kind) for day in said.days] == [
        ("2026-11-17", None, "start"),
        ("2026-11-18", 1, "counted"),
        ("2026-11-19", 2, "counted"),
        ("2026-11-20", 3, "counted"),
        ("2026-11-21", None, "skipped"),
        ("2026-11-22", None, "skipped"),
        ("2026-11-23", 4, "counted"),
        ("2026-11-24", 5, "counted"),
        ("2026-11-25", 6, "counted"),
        ("2026-11-26", 7, "last"),
    ]
    assert said.kinds == ("start", "counted", "skipped", "last")


def test_calendar_has_whole_weeks_of_every_month_touched():
    said = explained(compute("CMP-3", date(2026, 11, 27)))

    assert [(month.year, month.month) for month in said.months] == [(2026, 11), (2026, 12)]
    assert {len(week) for month in said.months for week in month.weeks} == {7}
    days = [cell.day for week in said.months[0].weeks for cell in week if cell]
    assert days == list(range(1, 31))


def test_very_long_clock_has_no_calendar():
    said = explained(compute("E-05", date(2026, 1, 5)))

    assert said.months == ()
    assert [(day.day, day.kind) for day in said.days] == [
        ("2026-01-05", "start"),
        ("2026-01-06 … 2028-01-04", "inside"),
        ("2028-01-05", "last"),
    ]


def test_clock_page_explains_in_one_click(signed_in, registered):
    complaint = registered()

    page = signed_in().get(f"/cases/{complaint.case.number}/clocks/{complaint.clocks[0].id}").text

    assert "这个日期怎么来的" in page
    assert page.count('<tr class="') >= 8


def test_clock_of_another_case_is_not_found_here(signed_in, registered):
    first, second = registered(), registered()

    answer = signed_in().get(f"/cases/{first.case.number}/clocks/{second.clocks[0].id}")

    assert answer.status_code == 404
