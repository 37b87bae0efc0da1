"""Rest days and working days: a table per State Council notice, weekdays where it is silent (T-03, T-04)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal["workday", "weekend", "holiday", "make_up_workday"]
SATURDAY = 5


@dataclass(frozen=True)
class DayKind:
    """What a day is. `holiday` names the holiday of a day off, or the one a make-up working day pays for."""

    kind: Kind
    holiday: str | None = None

    @property
    def is_rest(self) -> bool:
        """Whether the day is a 法定休假日: a weekend or a holiday, not a make-up working day."""
        return self.kind in ("weekend", "holiday")


WORKDAY, WEEKEND = DayKind("workday"), DayKind("weekend")
NEW_YEAR = DayKind("holiday", "元旦")


@dataclass(frozen=True)
class YearTable:
    """The days off and make-up working days that one notice names, with its title, number and source.

    A notice may name days of December before its year. A day outside that, a day named twice and a make-up
    working day on a weekday raise ValueError.
    """

    year: int
    off_days: Mapping[date, str]
    make_up_workdays: Mapping[date, str]
    title: str
    number: str | None = None
    issued_on: date | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        first, last = date(self.year - 1, 12, 1), date(self.year, 12, 31)
        outside = [day for day in (*self.off_days, *self.make_up_workdays) if not first <= day <= last]
        weekdays = [day for day in self.make_up_workdays if day.weekday() < SATURDAY]
        both = self.off_days.keys() & self.make_up_workdays.keys()
        if outside or weekdays or both:
            raise ValueError(f"notice of {self.year}: unusable days {sorted({*outside, *weekdays, *both})}")

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "YearTable":
        """The table in `data`, shaped like `data/calendar/2026.json`. Unusable data: ValueError, KeyError."""
        off = [(date.fromisoformat(each["date"]), each["name"]) for each in data["off_days"]]
        made_up = [(date.fromisoformat(each["date"]), each["for_holiday"]) for each in data["make_up_workdays"]]
        if len({day for day, _ in off + made_up}) < len(off) + len(made_up):
            raise ValueError(f"notice of {data['year']}: a day is named twice")
        return cls(
            year=data["year"],
            off_days=dict(off),
            make_up_workdays=dict(made_up),
            title=data["title"],
            number=data.get("number"),
            issued_on=date.fromisoformat(data["issued_on"]) if data.get("issued_on") else None,
            source=data.get("source"),
        )


@dataclass(frozen=True)
class Calendar:
    """The known years. In a year without a table Saturday, Sunday and 1 January are taken for rest days."""

    years: Mapping[int, YearTable]
    _named: dict[date, DayKind] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        named: dict[date, DayKind] = {}
        for _, table in sorted(self.years.items()):
            named.update({day: DayKind("holiday", name) for day, name in table.off_days.items()})
            named.update({day: DayKind("make_up_workday", name) for day, name in table.make_up_workdays.items()})
        object.__setattr__(self, "_named", named)

    @classmethod
    def of(cls, tables: Iterable[YearTable]) -> "Calendar":
        """A calendar of these tables; of two for one year the later one stands."""
        return cls({table.year: table for table in tables})

    def with_table(self, table: YearTable) -> "Calendar":
        """This calendar with one more year, or with a year replaced."""
        return Calendar({**self.years, table.year: table})

    def known(self, year: int) -> bool:
        """Whether the notice of this year is loaded."""
        return year in self.years

    def kind(self, day: date) -> DayKind:
        """What the day is: as a notice names it, else by weekday; 1 January of an unknown year is off."""
        if day in self._named:
            return self._named[day]
        if (day.month, day.day) == (1, 1) and not self.known(day.year):
            return NEW_YEAR
        return WEEKEND if day.weekday() >= SATURDAY else WORKDAY

    def is_rest(self, day: date) -> bool:
        """Whether the day is a rest day."""
        return self.kind(day).is_rest

    def working_days(self, start: date, end: date) -> int:
        """The working days after `start` up to and including `end`."""
        days = (start + timedelta(days=each) for each in range(1, (end - start).days + 1))
        return sum(not self.is_rest(day) for day in days)


@cache
def default_calendar() -> Calendar:
    """The calendar of the notices delivered with the product (2024 to 2026)."""
    folder = files("casework.clock") / "data" / "calendar"
    found = [file for file in folder.iterdir() if file.name.endswith(".json")]
    return Calendar.of(YearTable.read(json.loads(file.read_text("utf-8"))) for file in found)
