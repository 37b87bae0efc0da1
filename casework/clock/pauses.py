"""Pauses of a clock: half-open intervals, from the first paused local day to the day of resumption."""

from collections.abc import Iterable
from datetime import date

from casework.clock.errors import BadDate, BadOption

Pause = tuple[date, date]


def merged(pauses: Iterable[Pause], start: date) -> tuple[Pause, ...]:
    """The pauses in order; a day in two of them is counted once, a pause resumed on its first day is none.

    Two grounds may stop a clock at the same time (appraisal and public notice): an overlap is no error. A
    pause may begin on the start day; its days count as paused, the start day included. Raises BadOption for
    a pause that ends before it begins or begins before the clock does, BadDate for what is no date.
    """
    found: list[Pause] = []
    for first, resumed in sorted(_checked(each, start) for each in pauses):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], resumed))
        elif first < resumed:
            found.append((first, resumed))
    return tuple(found)


def resumption(day: date, pauses: Iterable[Pause]) -> date | None:
    """The day on which the clock runs again if `day` lies in a pause, else None."""
    return next((resumed for first, resumed in pauses if first <= day < resumed), None)


def shifted(end: date, pauses: tuple[Pause, ...]) -> tuple[date, tuple[Pause, ...]]:
    """`end` moved by the days of every pause that begins on or before it, and the pauses that begin later.

    A later pause moves nothing: the period has run out and nothing is left to stop.
    """
    for index, (first, resumed) in enumerate(pauses):
        if first > end:
            return end, pauses[index:]
        end += resumed - first
    return end, ()


def paused_days(pauses: Iterable[Pause]) -> int:
    """The calendar days inside the pauses."""
    return sum((resumed - first).days for first, resumed in pauses)


def _checked(pause: Pause, start: date) -> Pause:
    first, resumed = pause
    if type(first) is not date or type(resumed) is not date:
        raise BadDate("bad_date", value=f"{first}, {resumed}")
    if resumed < first:
        raise BadOption("pause_reversed", first=first, resumed=resumed)
    if first < start:
        raise BadOption("pause_before_start", first=first, start=start)
    return first, resumed
