"""A date explained on a page: the sentence, every day with its cause, and the months as a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from casework.clock.due import Due
from casework.clock.explain import DayLine, explain
from casework.clock.sentence import period, sentence, weekday

MOST_MONTHS = 14
LONGEST_RUN = 3


@dataclass(frozen=True)
class DayShown:
    """One line of the list of days."""

    day: str
    weekday: str
    number: int | None
    cause: str
    kind: str


@dataclass(frozen=True)
class Month:
    """One month of the calendar: weeks of seven cells, None outside the month."""

    year: int
    month: int
    weeks: tuple[tuple["Cell | None", ...], ...]


@dataclass(frozen=True)
class Cell:
    """One day of the calendar; `kind` is empty outside the clock."""

    day: int
    kind: str
    number: int | None
    cause: str


@dataclass(frozen=True)
class Explained:
    """Everything that the page of a date shows."""

    sentence: str
    period: str
    days: tuple[DayShown, ...]
    months: tuple[Month, ...]
    kinds: tuple[str, ...]


def explained(due: Due) -> Explained:
    """The explanation of a due date. Hour clocks and very long ones have no calendar.

    Inside a month or a year no day is counted, so that a run of such days is told as one line.
    """
    lines = explain(due)
    shown = tuple(_listed(lines, due))
    hourly = isinstance(due.start, datetime)
    months = () if hourly else tuple(_months(lines, due))
    kinds = tuple(dict.fromkeys(day.kind for day in shown))
    return Explained(sentence(due), period(due), shown, months if len(months) <= MOST_MONTHS else (), kinds)


def _listed(lines: list[DayLine], due: Due) -> Iterator[DayShown]:
    for kind, run in groupby(lines, key=lambda line: line.kind):
        days = [_shown(line, due) for line in run]
        if kind != "inside" or len(days) <= LONGEST_RUN:
            yield from days
        else:
            yield replace(days[0], day=f"{days[0].day} … {days[-1].day}", weekday="")


def _shown(line: DayLine, due: Due) -> DayShown:
    if isinstance(line.day, datetime):
        day, name = line.day.strftime("%Y-%m-%d %H:%M"), ""
    else:
        day, name = line.day.isoformat(), weekday(line.day)
    return DayShown(day, name, line.number, line.text(), _kind(line, due))


def _kind(line: DayLine, due: Due) -> str:
    last = due.open_pause is None and line.day == due.due and line.kind not in ("skipped", "paused")
    return "last" if last or line.kind == "due" else line.kind


def _months(lines: list[DayLine], due: Due) -> Iterator[Month]:
    known = {_plain(line.day): line for line in lines}
    first = min(known).replace(day=1)
    while first <= max(known):
        following = (first + timedelta(days=32)).replace(day=1)
        yield Month(first.year, first.month, tuple(_weeks(first, following, known, due)))
        first = following


def _weeks(first: date, end: date, known: dict[date, DayLine], due: Due) -> Iterator[tuple[Cell | None, ...]]:
    start = first - timedelta(days=first.weekday())
    while start < end:
        days = [start + timedelta(days=each) for each in range(7)]
        yield tuple(_cell(day, known.get(day), due) if first <= day < end else None for day in days)
        start += timedelta(days=7)


def _cell(day: date, line: DayLine | None, due: Due) -> Cell:
    if line is None:
        return Cell(day.day, "", None, "")
    return Cell(day.day, _kind(line, due), line.number, line.text())


def _plain(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
