"""An independent reader adds the lines up again, for every vector and for clocks made up at random."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.clock.calendar import default_calendar
from casework.clock.clocks import ClockTable, Extension, default_table
from casework.clock.due import Due, compute
from casework.clock.errors import NoRuleInForce
from casework.clock.explain import DayLine, explain
from tests.support.adding_up import doubts

PAUSED = [(date(2026, 5, 6), date(2026, 5, 9))]


def of(vector: dict[str, Any]) -> Due:
    options = dict(vector["options"])
    start = datetime.fromisoformat(vector["start"])
    return compute(
        vector["rule"],
        start if "T" in vector["start"] else start.date(),
        pauses=[(date.fromisoformat(a), date.fromisoformat(b)) for a, b in options.get("pauses", [])],
        extensions=options.get("extensions", 0),
        rule_set_on=date.fromisoformat(options["rule_set_on"]) if "rule_set_on" in options else None,
    )


def assert_adds_up(due: Due, lines: Sequence[DayLine]) -> None:
    """The lines are consecutive, end at `due`, mark `raw`, and their counted days are the clock's count."""
    assert doubts(due, lines) == []


def test_explanation_of_the_vector_adds_up(vector: dict[str, Any]) -> None:
    due = of(vector)

    lines = explain(due)

    assert_adds_up(due, lines)


def test_explanation_of_the_vector_has_words_for_every_day(vector: dict[str, Any]) -> None:
    lines = explain(of(vector))

    said = {line.text(lang) for line in lines for lang in ("zh", "en")}

    assert "" not in said
    assert not any("{" in text for text in said)


def test_rest_days_after_the_end_are_told_one_by_one() -> None:
    lines = explain(compute("J-02", date(2026, 3, 5)))[-4:]

    told = [(line.day.day, line.kind, line.number, line.text()) for line in lines]

    assert told == [
        (4, "counted", 30, "清明节放假，期间内照常计入，期间届满，本日为休息日，顺延"),
        (5, "rolled", None, "清明节放假，末日继续顺延"),
        (6, "rolled", None, "清明节放假，末日继续顺延"),
        (7, "due", None, "顺延后的末日（工作日）"),
    ]


def test_working_days_tell_what_is_skipped() -> None:
    lines = explain(compute("J-12.hubei_administrative", date(2026, 9, 30)))

    told = [(line.day.day, line.kind, line.number, line.text("en")) for line in lines]

    assert told == [
        (30, "start", None, "start day, not counted"),
        *[(each, "skipped", None, "National Day, not counted") for each in range(1, 8)],
        (8, "counted", 1, "working day, counted"),
        (9, "counted", 2, "working day, counted"),
        (10, "counted", 3, "make-up working day for National Day, counted, the period ends"),
    ]


def test_backward_clock_is_told_backward() -> None:
    lines = explain(compute("ADJ-14", date(2026, 10, 9)))

    counted = [(line.day.isoformat(), line.number) for line in lines if line.kind == "counted"]

    assert counted == [("2026-10-08", 1), ("2026-09-30", 2), ("2026-09-29", 3)]


@pytest.mark.parametrize(
    ("start", "pauses", "words"),
    [
        (date(2026, 3, 5), [], "第3个月的对应日，期间届满"),
        (date(2026, 11, 30), [], "第3个月没有对应日，取该月末日，期间届满，本日为休息日，顺延，"),
        (date(2026, 3, 5), PAUSED, "第3个月的对应日2026-06-05，加中止的3日，期间届满"),
        (date(2026, 3, 31), PAUSED, "第3个月没有对应日，取该月末日2026-06-30，加中止的3日，期间届满"),
    ],
)
def test_months_tell_the_corresponding_day(start: date, pauses: list[tuple[date, date]], words: str) -> None:
    lines = explain(compute("ADJ-19", start, pauses=pauses))

    [end] = [line.text() for line in lines if line.kind == "end"]

    assert end.removesuffix("该年放假安排尚未收录，按星期推定") == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (date(2024, 2, 29), "第3年没有对应日，取该月末日，期间届满"),
        (date(2023, 5, 8), "第3年的对应日，期间届满"),
    ],
)
def test_years_tell_the_corresponding_day(start: date, words: str) -> None:
    [end] = [line for line in explain(compute("P-06", start)) if line.kind == "end"]

    assert end.text() == words


def test_a_pause_from_the_start_day_moves_the_start() -> None:
    due = compute("C-09.assigned", date(2026, 11, 5), pauses=[(date(2026, 11, 5), date(2026, 11, 8))])

    kinds = [line.kind for line in explain(due)[:5]]

    assert kinds == ["paused", "paused", "paused", "start", "counted"]


def test_an_agreed_last_day_is_told_apart() -> None:
    due = compute(
        "M-22",
        date(2026, 4, 1),
        extended_to=date(2026, 5, 20),
        pauses=[(date(2026, 5, 10), date(2026, 5, 12))],
    )

    lines = explain(due)

    kinds = [line.kind for line in lines]
    assert (kinds.count("inside"), kinds.count("end")) == (29, 1)
    assert (kinds.count("extended"), kinds.count("paused")) == (19, 2)
    assert (lines[-1].day, lines[-1].is_raw) == (date(2026, 5, 22), True)


def test_an_open_pause_ends_the_list() -> None:
    lines = explain(compute("C-09.assigned", date(2026, 11, 5), paused_since=date(2026, 11, 7)))

    told = [(line.day.day, line.kind) for line in lines]

    assert told == [(5, "start"), (6, "counted"), (7, "stopped")]
    assert lines[-1].text() == "期限自本日起中止，尚未恢复"


def test_an_open_pause_on_the_start_day_keeps_the_start_line() -> None:
    lines = explain(compute("C-09.assigned", date(2026, 11, 5), paused_since=date(2026, 11, 5)))

    assert [(line.day.day, line.kind) for line in lines] == [(5, "start"), (5, "stopped")]


def test_days_of_an_unknown_year_are_marked() -> None:
    lines = explain(compute("J-02", date(2026, 12, 2)))

    marked = [line.day.isoformat() for line in lines if line.guessed]

    assert marked == ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"]
    assert lines[-1].text() == "顺延后的末日（工作日），该年放假安排尚未收录，按星期推定"


days = st.dates(date(2022, 6, 1), date(2029, 12, 31))


@st.composite
def dues(draw: st.DrawFn) -> Due:
    """A clock of the product's table with start, pauses and extensions that it accepts."""
    start = draw(days)
    rules = [rule for rule in default_table().rules() if in_force(rule, start)]
    row = default_table().row(draw(st.sampled_from(rules)), start)
    pauses = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=3))
    moment = datetime(start.year, start.month, start.day, 17, 45)
    return compute(
        row.rule,
        moment if row.unit == "hour" else start,
        pauses=[pause(start, *each) for each in pauses] if row.pausable else [],
        extensions=draw(st.integers(0, len(row.fixed_steps))),
        extended_to=None,
    )


def pause(start: date, after: int, length: int) -> tuple[date, date]:
    return start + timedelta(days=after), start + timedelta(days=after + length)


def in_force(rule: str, on: date) -> bool:
    try:
        return bool(default_table().row(rule, on))
    except NoRuleInForce:
        return False


@settings(max_examples=120, deadline=None)
@given(dues())
def test_every_explanation_adds_up(due: Due) -> None:
    lines = explain(due)

    assert_adds_up(due, lines)


@settings(max_examples=80, deadline=None)
@given(dues())
def test_provisional_is_an_asked_day_of_an_unknown_year(due: Due) -> None:
    asked = set(due.unknown_years)

    guessed = {line.day.year for line in explain(due) if line.guessed}

    assert guessed == asked
    assert not any(default_calendar().known(year) for year in asked)


def one(unit: str, count: int) -> ClockTable:
    row = default_table().row({"day": "PEN-6", "month": "ADJ-19", "working_day": "PEN-1"}[unit], date(2026, 1, 1))
    return ClockTable([type(row)(**{**vars(row), "rule": "X-1", "count": count})])


units = st.sampled_from(["day", "month", "working_day"])


@settings(max_examples=60, deadline=None)
@given(units, st.integers(1, 40), st.dates(date(2025, 3, 1), date(2027, 6, 1)), st.integers(0, 40))
def test_a_later_start_never_ends_earlier(unit: str, count: int, start: date, later: int) -> None:
    clocks = one(unit, count)

    first, second = (compute("X-1", each, table=clocks) for each in (start, start + timedelta(days=later)))

    assert local(first.raw) <= local(second.raw)
    assert local(first.due) <= local(second.due)


@settings(max_examples=60, deadline=None)
@given(units, st.integers(1, 40), st.dates(date(2025, 3, 1), date(2027, 6, 1)))
def test_one_more_unit_never_ends_earlier(unit: str, count: int, start: date) -> None:
    short, long = (compute("X-1", start, table=one(unit, each)) for each in (count, count + 1))

    assert local(start) < local(short.raw) < local(long.raw)
    assert local(short.raw) <= local(short.due) <= local(long.due)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["day", "month"]),
    st.dates(date(2025, 3, 1), date(2027, 6, 1)),
    st.integers(0, 9),
    st.integers(1, 50),
)
def test_a_pause_of_n_days_moves_the_raw_end_by_n(unit: str, start: date, after: int, length: int) -> None:
    clocks = one(unit, 10)

    plain = compute("X-1", start, table=clocks)
    paused = compute("X-1", start, table=clocks, pauses=[pause(start, after, length)])

    assert local(paused.raw) - local(plain.raw) == timedelta(days=length)
    assert not default_calendar().is_rest(local(paused.due))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2025, 3, 1), date(2027, 6, 1)), st.integers(1, 9), st.integers(1, 50))
def test_no_counted_working_day_lies_in_a_pause(start: date, after: int, length: int) -> None:
    first, resumed = pause(start, after, length)

    lines = explain(compute("PEN-1", start, pauses=[(first, resumed)]))

    counted = [line.day for line in lines if line.kind == "counted"]
    assert not any(first <= day < resumed for day in counted)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2025, 3, 1), date(2027, 6, 1)), st.integers(0, 9), st.integers(0, 20))
def test_remaining_days_run_after_the_resumption(start: date, after: int, length: int) -> None:
    first, resumed = pause(start, after, length)

    waiting = compute("PEN-5", start, paused_since=first)
    resumed_end = compute("PEN-5", start, pauses=[(first, resumed)]).raw

    assert waiting.remaining == (local(resumed_end) - resumed).days + 1


def local(value: date | datetime) -> date:
    assert not isinstance(value, datetime)
    return value


def test_extension_steps_are_told_inside_the_count(table: Callable[..., ClockTable]) -> None:
    clocks = table(extendable=(Extension(5, "day", "负责人"),))

    lines = explain(compute("X-1", date(2026, 3, 5), extensions=1, table=clocks))

    assert [line.number for line in lines if line.is_raw] == [15]
