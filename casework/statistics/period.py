"""Periods: half-open intervals of local dates, by month, quarter, year or free, with an office's own cut-off.

No source fixes the month (mediation.md 4.5): the calendar's is the default, Huangshi's year ended on 30 November.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from casework.base.wallclock import SHANGHAI

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"(\d{4})")
_FREE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class CutOff:
    """Where an office ends its months and years: the last day of a month (31: the calendar's), the last month of a year."""

    last_day: int = 31
    last_month: int = 12


CALENDAR = CutOff()


@dataclass(frozen=True)
class Period:
    """From a local day up to, not including, another."""

    name: str
    start: date
    end: date
    kind: str = "month"
    cut_off: CutOff = CALENDAR

    @property
    def bounds(self) -> tuple[str, str]:
        """Both ends as instants with offset, as the report prints them."""
        return _instant(self.start), _instant(self.end)

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.end - timedelta(days=1)

    @property
    def before(self) -> "Period":
        """The period of the same kind just before: what 环比 compares with."""
        if self.kind == "free":
            return free(self.start - (self.end - self.start), self.start)
        return self._shifted(-MONTHS[self.kind])

    @property
    def after(self) -> "Period":
        """The period of the same kind just after."""
        if self.kind == "free":
            return free(self.end, self.end + (self.end - self.start))
        return self._shifted(MONTHS[self.kind])

    @property
    def year_before(self) -> "Period":
        """The same period a year earlier: what 同比 compares with."""
        if self.kind == "free":
            return free(_year_less(self.start), _year_less(self.end))
        return self._shifted(-12)

    def months(self) -> list["Period"]:
        """The office's months inside; a free period is cut at the calendar's months."""
        found, start = [], self.start
        while start < self.end:
            end = min(_next_start(start, self.cut_off), self.end)
            last = end - timedelta(days=1)
            found.append(Period(f"{last.year:04d}-{last.month:02d}", start, end, "month", self.cut_off))
            start = end
        return found

    def _shifted(self, months: int) -> "Period":
        """The period so many months later, by the name it is known under."""
        if self.kind == "year":
            return parse(f"{int(self.name) + months // 12:04d}", self.cut_off)
        if self.kind == "quarter":
            count = int(self.name[:4]) * 4 + int(self.name[-1]) - 1 + months // 3
            return parse(f"{count // 4:04d}-Q{count % 4 + 1}", self.cut_off)
        count = int(self.name[:4]) * 12 + int(self.name[5:]) - 1 + months
        return parse(f"{count // 12:04d}-{count % 12 + 1:02d}", self.cut_off)


def month(name: str) -> Period:
    """The calendar month YYYY-MM. Raises ValueError for anything else."""
    return _month(name, CALENDAR)


def parse(name: str, cut_off: CutOff = CALENDAR) -> Period:
    """A period by its name: 2026-09, 2026-Q3, 2026 or 2026-01-16..2026-02-16 (the end not included).

    Raises ValueError for anything else.
    """
    if found := _QUARTER.fullmatch(name):
        return _months(name, "quarter", int(found[1]), int(found[2]) * 3, cut_off)
    if found := _YEAR.fullmatch(name):
        return _months(name, "year", int(found[1]), 12, cut_off)
    if found := _FREE.fullmatch(name):
        return free(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    return _month(name, cut_off)


def free(start: date, end: date) -> Period:
    """Any days from `start` up to, not including, `end`. Raises ValueError when there is none."""
    if end <= start:
        raise ValueError(f"统计期间应有先后：{start} 至 {end}")
    return Period(f"{start}..{end}", start, end, "free")


def pieces(period: Period) -> tuple[list[int], list[tuple[date, date]]]:
    """The period as whole calendar months (year * 100 + month) and the ragged days around them, half-open."""
    months, ragged = [], []
    for piece in replace(period, cut_off=CALENDAR).months():
        whole = piece.start.day == 1 and _next_start(piece.start, CALENDAR) == piece.end
        if whole:
            months.append(piece.start.year * 100 + piece.start.month)
        else:
            ragged.append((piece.start, piece.end))
    return months, ragged


def days(period: Period) -> Iterator[date]:
    """Every day inside."""
    for place in range((period.end - period.start).days):
        yield period.start + timedelta(days=place)


def _month(name: str, cut_off: CutOff) -> Period:
    found = _MONTH.fullmatch(name)
    if not found:
        raise ValueError(f"月份应写作 YYYY-MM,收到 {name}")
    year, number = int(found[1]), int(found[2])
    if not 1 <= number <= 12 or not 1 <= year < 9999:
        raise ValueError(f"没有这个月份: {name}")
    end = _end_of(year, number, cut_off)
    return Period(name, _end_of(*_earlier(year, number), cut_off), end, "month", cut_off)


def _months(name: str, kind: str, year: int, last: int, cut_off: CutOff) -> Period:
    """So many months ending with the `last` of an office's year, which ends with `cut_off.last_month`."""
    if not 1 < year < 9999:
        raise ValueError(f"没有这个年份: {name}")
    count = year * 12 + last - 1 - (12 - cut_off.last_month)
    first = count - MONTHS[kind]
    ends = [_end_of(each // 12, each % 12 + 1, cut_off) for each in (first, count)]
    return Period(name, ends[0], ends[1], kind, cut_off)


def _earlier(year: int, number: int) -> tuple[int, int]:
    return (year, number - 1) if number > 1 else (year - 1, 12)


def _end_of(year: int, number: int, cut_off: CutOff) -> date:
    """The first day after a month of the office."""
    if year < 1:
        return date(1, 1, 1)
    after = date(year + number // 12, number % 12 + 1, 1)
    calendar_last = after - timedelta(days=1)
    return min(calendar_last, date(year, number, min(cut_off.last_day, calendar_last.day))) + timedelta(days=1)


def _next_start(start: date, cut_off: CutOff) -> date:
    """The day on which the month of the office that holds `start` is over."""
    end = _end_of(start.year, start.month, cut_off)
    return end if end > start else _end_of(start.year + start.month // 12, start.month % 12 + 1, cut_off)


def _year_less(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 3, 1)


def _instant(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).isoformat()
