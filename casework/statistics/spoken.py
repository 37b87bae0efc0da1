"""A period as people write it: 2026年10月, 二〇二六年第四季度, 2026年上半年, 2026.1.16至2026.2.15."""

import re
from collections.abc import Callable
from datetime import timedelta

from casework.identifiers.dates import in_digits, parse_date
from casework.statistics.period import CALENDAR, CutOff, Period, free, parse

MONTH = re.compile(r"([0-9]{4})(?:(?:年|[./\-])([0-9]{1,2})|([0-9]{2}))(?:月份?)?")
QUARTER = re.compile(r"([0-9]{4})(?:年|[./\-])?第?(?:Q([1-4])|([1-4一二三四])季度?)")
HALF = re.compile(r"([0-9]{4})年?([上下])半年")
YEAR = re.compile(r"([0-9]{4})年度?")
DAYS = re.compile(r"(.+?)(?:至|到|~|—+)(.+)")
QUARTERS = "一二三四"


def read_period(text: str, cut_off: CutOff = CALENDAR) -> Period:
    """The period that `text` names, by its own name or as people write it; 至 includes the last day.

    Raises ValueError for anything else.
    """
    told = in_digits(text)
    for pattern, read in READERS.items():
        if found := pattern.fullmatch(told):
            return read(found, cut_off)
    return parse(told, cut_off)


def _month(found: re.Match[str], cut_off: CutOff) -> Period:
    return parse(f"{found[1]}-{int(found[2] or found[3]):02}", cut_off)


def _quarter(found: re.Match[str], cut_off: CutOff) -> Period:
    told = found[2] or found[3]
    number = QUARTERS.index(told) + 1 if told in QUARTERS else told
    return parse(f"{found[1]}-Q{number}", cut_off)


def _half(found: re.Match[str], cut_off: CutOff) -> Period:
    first = 1 if found[2] == "上" else 3
    start, end = (parse(f"{found[1]}-Q{each}", cut_off) for each in (first, first + 1))
    return free(start.start, end.end)


def _year(found: re.Match[str], cut_off: CutOff) -> Period:
    return parse(found[1], cut_off)


def _days(found: re.Match[str], _cut_off: CutOff) -> Period:
    start, last = parse_date(found[1]).value, parse_date(found[2]).value
    if start is None or last is None:
        raise ValueError(found[0])
    return free(start, last + timedelta(days=1))


READERS: dict[re.Pattern[str], Callable[[re.Match[str], CutOff], Period]] = {
    QUARTER: _quarter,
    HALF: _half,
    YEAR: _year,
    MONTH: _month,
    DAYS: _days,
}
