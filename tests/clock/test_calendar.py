from datetime import date

import pytest

from casework.clock.calendar import NEW_YEAR, WEEKEND, WORKDAY, Calendar, DayKind, YearTable, default_calendar


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 3, 5), WORKDAY),
        (date(2026, 3, 7), WEEKEND),
        (date(2026, 2, 17), DayKind("holiday", "春节")),
        (date(2026, 2, 28), DayKind("make_up_workday", "春节")),
        (date(2025, 10, 6), DayKind("holiday", "国庆节、中秋节")),
        (date(2024, 2, 9), WORKDAY),
        (date(2027, 1, 1), NEW_YEAR),
        (date(2027, 10, 1), WORKDAY),
        (date(2023, 1, 1), NEW_YEAR),
        (date(2023, 12, 30), WEEKEND),
    ],
)
def test_kind_follows_the_notice_then_the_weekday(day: date, kind: DayKind) -> None:
    assert default_calendar().kind(day) == kind


@pytest.mark.parametrize(
    ("year", "off", "made_up", "number"),
    [
        (2024, 28, 8, "国办发明电〔2023〕7号"),
        (2025, 28, 5, "国办发明电〔2024〕12号"),
        (2026, 33, 6, "国办发明电〔2025〕7号"),
    ],
)
def test_default_calendar_holds_the_notice(year: int, off: int, made_up: int, number: str) -> None:
    table = default_calendar().years[year]

    assert (len(table.off_days), len(table.make_up_workdays), table.number) == (off, made_up, number)
    assert table.title == f"国务院办公厅关于{year}年部分节假日安排的通知"


@pytest.mark.parametrize(("year", "known"), [(2023, False), (2024, True), (2026, True), (2027, False)])
def test_known_is_said_of_loaded_years(year: int, known: bool) -> None:
    assert default_calendar().known(year) is known


def test_is_rest_treats_a_make_up_saturday_as_working_day() -> None:
    calendar = default_calendar()

    rest = [calendar.is_rest(date(2026, 2, 14)), calendar.is_rest(date(2026, 2, 21))]

    assert rest == [False, True]


def test_first_of_january_of_a_loaded_year_follows_its_notice() -> None:
    calendar = Calendar.of([YearTable(2027, {}, {}, "通知")])

    assert calendar.kind(date(2027, 1, 1)) == WORKDAY


def test_a_notice_may_name_days_of_the_december_before() -> None:
    eve = date(2026, 12, 31)
    calendar = default_calendar().with_table(YearTable(2027, {eve: "元旦"}, {}, "通知"))

    assert (calendar.kind(eve), default_calendar().kind(eve)) == (DayKind("holiday", "元旦"), WORKDAY)


def test_with_table_replaces_a_year() -> None:
    empty = default_calendar().with_table(YearTable(2026, {}, {}, "更正通知"))

    assert (empty.is_rest(date(2026, 10, 1)), default_calendar().is_rest(date(2026, 10, 1))) == (False, True)


@pytest.mark.parametrize(
    ("off", "made_up"),
    [
        ({date(2028, 1, 1): "元旦"}, {}),
        ({date(2026, 11, 30): "元旦"}, {}),
        ({}, {date(2027, 1, 4): "元旦"}),
        ({date(2027, 1, 2): "元旦"}, {date(2027, 1, 2): "元旦"}),
    ],
)
def test_year_table_refuses_days_that_cannot_be(off: dict[date, str], made_up: dict[date, str]) -> None:
    with pytest.raises(ValueError, match="notice of 2027: unusable days"):
        YearTable(2027, off, made_up, "通知")


def test_read_refuses_a_day_named_twice() -> None:
    twice = [{"date": "2027-01-01", "name": "元旦"}, {"date": "2027-01-01", "name": "春节"}]

    with pytest.raises(ValueError, match="named twice"):
        YearTable.read({"year": 2027, "title": "通知", "off_days": twice, "make_up_workdays": []})
