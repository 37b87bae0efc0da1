"""The arithmetic of mediation.md section 8: steps 1 to 5. Nothing here knows a rule."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta

from casework.clock.calendar import Calendar
from casework.clock.pauses import Pause, resumption

DAY = timedelta(days=1)


@dataclass
class RestDays:
    """Asks the calendar, and remembers the years without a table that it was asked about."""

    calendar: Calendar
    unknown_years: set[int] = field(default_factory=set)

    def include(self, day: date) -> bool:
        """Whether the day is a rest day."""
        if not self.calendar.known(day.year):
            self.unknown_years.add(day.year)
        return self.calendar.is_rest(day)


def add_months(start: date, months: int) -> date:
    """The same day number `months` later (earlier if negative), or that month's last day if there is none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add_working_days(start: date, count: int, rest: RestDays, pauses: tuple[Pause, ...] = ()) -> date:
    """The `count`-th working day after `start` (before it if negative); days inside a pause do not count."""
    day, step, left = start, DAY if count > 0 else -DAY, abs(count)
    while left:
        day += step
        day = resumption(day, pauses) or day
        left -= not rest.include(day)
    return day


def roll(day: date, rest: RestDays) -> date:
    """The day itself, or the first working day after it if it is a rest day (T-02)."""
    while rest.include(day):
        day += DAY
    return day


def in_time(end: date, filed_on: date, posted_on: date | None = None) -> bool:
    """Whether an act was in time: the postmark decides where it was posted, not the arrival (T-05)."""
    return (posted_on or filed_on) <= end
