"""Every day of a clock with its cause, so that a reader can add the days up again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from casework.base.phrases import phrase
from casework.clock.due import Due
from casework.clock.pauses import resumption
from casework.clock.sentence import holiday_name, sentence

__all__ = ["DayLine", "Kind", "explain", "sentence"]

Kind = Literal["start", "counted", "inside", "end", "skipped", "paused", "stopped", "extended", "rolled", "due"]


@dataclass(frozen=True)
class DayLine:
    """One day (of an hour clock one hour) between start and due, in the order in which the clock runs.

    `kind`: `start` not counted; `counted` with its running `number`; `inside` a month or year clock, `end`
    its corresponding day (`number` = the count); `skipped` a rest day where working days are counted;
    `paused`; `stopped` a pause that still runs; `extended` up to an agreed last day; `rolled` a rest day
    after the raw end; `due` the working day the end moved to.
    `key` and `values` are the cause in the phrase catalogue, `holiday` the name as the notice writes it.
    `is_raw` marks the end before rolling, `rolls` that it moves; `guessed` that the day's year has no
    calendar and the answer depended on it.
    """

    day: date | datetime
    kind: Kind
    key: str
    number: int | None = None
    holiday: str | None = None
    values: tuple[tuple[str, object], ...] = ()
    is_raw: bool = False
    rolls: bool = False
    guessed: bool = False

    def text(self, lang: str | None = None) -> str:
        """The cause in words, in `lang` or the reader's language."""
        named = {"holiday": holiday_name(self.holiday, lang)} if self.holiday else {}
        said = [phrase(self.key, lang, **dict(self.values), **named)]
        if self.is_raw:
            said.append(phrase("clock.day.last_rolls" if self.rolls else "clock.day.last", lang))
        if self.guessed:
            said.append(phrase("clock.day.guessed", lang))
        return phrase("clock.comma", lang).join(said)


def explain(due: Due) -> list[DayLine]:
    """Every day from start to due in the order the clock runs, or every hour; an open pause ends the list."""
    if isinstance(due.start, datetime):
        return list(_hours(due, due.start))
    own = list(_working_days(due) if due.unit == "working_day" else _calendar_days(due))
    lines = own + list(_extended(due))
    lines[-1] = replace(lines[-1], is_raw=True, rolls=due.due != due.raw, guessed=lines[-1].guessed or _asked_end(due))
    lines += _rolled(due)
    if due.open_pause is None:
        return lines
    ran = [line for line in lines if line.day < due.open_pause or line.kind == "start"]
    return [*ran, DayLine(due.open_pause, "stopped", "clock.day.stopped")]


def _hours(due: Due, start: datetime) -> Iterator[DayLine]:
    step = timedelta(hours=1 if due.direction == "after" else -1)
    yield DayLine(start, "start", "clock.day.start_hour")
    for number in range(1, due.count + 1):
        yield DayLine(start + number * step, "counted", "clock.day.hour", number, is_raw=number == due.count)


def _working_days(due: Due) -> Iterator[DayLine]:
    first, *others = _days(due.start, due.own_end)
    number = 0
    yield DayLine(first, "start", "clock.day.start")
    for day in others:
        kind = due.calendar.kind(day)
        guessed = not due.calendar.known(day.year)
        if resumption(day, due.pauses):
            yield DayLine(day, "paused", "clock.day.paused")
        elif kind.is_rest:
            key = f"clock.day.skipped.{kind.kind}"
            yield DayLine(day, "skipped", key, holiday=kind.holiday, guessed=guessed)
        else:
            number += 1
            key = f"clock.day.working.{kind.kind}"
            yield DayLine(day, "counted", key, number, kind.holiday, guessed=guessed)


def _calendar_days(due: Due) -> Iterator[DayLine]:
    number: int | None = None
    for day in _days(due.start, due.own_end):
        if resumption(day, due.pauses):
            yield DayLine(day, "paused", "clock.day.paused")
        elif number is None:
            number = 0
            yield DayLine(day, "start", "clock.day.start")
        else:
            number += 1
            yield _counted(due, day, number) if due.unit == "day" else _inside(due, day)


def _counted(due: Due, day: date, number: int) -> DayLine:
    kind = due.calendar.kind(day)
    return DayLine(day, "counted", f"clock.day.calendar.{kind.kind}", number, kind.holiday)


def _inside(due: Due, day: date) -> DayLine:
    if day != due.own_end:
        return DayLine(day, "inside", "clock.day.inside")
    if not isinstance(due.nominal, date):
        raise TypeError("a day clock has a nominal day")
    cause = "same_day" if due.nominal.day == due.start.day else "month_end"
    key = f"clock.day.end.{due.unit}.{cause}"
    values: tuple[tuple[str, object], ...] = (("count", due.count),)
    if due.own_end != due.nominal:
        key += "_paused"
        values += (("nominal", due.nominal), ("paused", (day - _plain(due.nominal)).days))
    return DayLine(day, "end", key, due.count, values=values)


def _extended(due: Due) -> Iterator[DayLine]:
    if due.raw == due.own_end:
        return
    for day in _days(due.own_end, due.raw)[1:]:
        if resumption(day, due.pauses):
            yield DayLine(day, "paused", "clock.day.paused")
        else:
            yield DayLine(day, "extended", "clock.day.extended")


def _rolled(due: Due) -> Iterator[DayLine]:
    for day in _days(due.raw, due.due)[1:]:
        kind = due.calendar.kind(day)
        guessed = not due.calendar.known(day.year)
        if day == due.due:
            yield DayLine(day, "due", f"clock.day.due.{kind.kind}", holiday=kind.holiday, guessed=guessed)
        else:
            key = f"clock.day.rolled.{kind.kind}"
            yield DayLine(day, "rolled", key, holiday=kind.holiday, guessed=guessed)


def _asked_end(due: Due) -> bool:
    return due.rolls and not due.calendar.known(due.raw.year)


def _days(first: date | datetime, last: date | datetime) -> list[date]:
    begin, length = _plain(first), (_plain(last) - _plain(first)).days
    step = 1 if length >= 0 else -1
    return [begin + timedelta(days=each) for each in range(0, length + step, step)]


def _plain(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
