"""Periods: half-open intervals of local dates. A month runs from its first day to the next month's."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from casework.base.wallclock import SHANGHAI

_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True)
class Period:
    """From a local day up to, not including, another."""

    name: str
    start: date
    end: date

    @property
    def bounds(self) -> tuple[str, str]:
        """Both ends as instants with offset, as the report prints them."""
        return _instant(self.start), _instant(self.end)


def month(name: str) -> Period:
    """The calendar month YYYY-MM. Raises ValueError for anything else."""
    found = _MONTH.fullmatch(name)
    if not found:
        raise ValueError(f"月份应写作 YYYY-MM,收到 {name}")
    year, number = int(found[1]), int(found[2])
    if not 1 <= number <= 12 or year < 1:
        raise ValueError(f"没有这个月份: {name}")
    return Period(name, date(year, number, 1), date(year + number // 12, number % 12 + 1, 1))


def _instant(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).isoformat()
