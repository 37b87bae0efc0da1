"""A clock drawn on a line: from its start to its end, with rest days, pauses, today, and what is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from casework.base.wallclock import local_date
from casework.clock.windows import is_window
from casework.procedure.models import RunningClock
from casework.procedure.rulebook import calendar_here

WIDTH = 1000
MOST_DAYS = 130


@dataclass(frozen=True)
class Piece:
    """A stretch of the line, in thousandths of its width: gone, left, late, rest or paused."""

    kind: str
    x: int
    width: int


@dataclass(frozen=True)
class ClockLine:
    """The line of one clock from `start` to `reach`: its pieces from back to front, and where today stands on it."""

    start: date
    end: date
    reach: date
    pieces: tuple[Piece, ...]
    today: int


def clock_line(clock: RunningClock, today: date) -> ClockLine:
    """The line of a clock that runs or is paused. A late one reaches to today; a party's window ends where it ends."""
    start, due = local_date(clock.started_at), clock.due
    over = due if is_window(clock.rule) else today
    end = max(due, over, start + timedelta(days=1))
    scale = _Scale(start, end)
    pieces = [scale.piece("left", start, due), scale.piece("gone", start, min(today, due))]
    if end > due:
        pieces.append(scale.piece("late", due, today))
    pieces += [scale.piece("rest", first, last + timedelta(days=1)) for first, last in _rests(start, end)]
    pieces += [scale.piece("paused", first, last) for first, last in _pauses(clock, today)]
    return ClockLine(start, due, end, tuple(each for each in pieces if each.width > 0), scale.place(today))


@dataclass(frozen=True)
class _Scale:
    start: date
    end: date

    def place(self, day: date) -> int:
        whole = (self.end - self.start).days
        return round(WIDTH * min(max((day - self.start).days, 0), whole) / whole)

    def piece(self, kind: str, first: date, last: date) -> Piece:
        x = self.place(first)
        return Piece(kind, x, self.place(last) - x)


def _rests(start: date, end: date) -> Iterator[tuple[date, date]]:
    """Runs of rest days; none on a line so long that they would be dust."""
    length = (end - start).days
    if length > MOST_DAYS:
        return
    calendar = calendar_here()
    days = [start + timedelta(days=each) for each in range(length)]
    for rest, run in groupby(days, key=calendar.is_rest):
        found = list(run)
        if rest:
            yield found[0], found[-1]


def _pauses(clock: RunningClock, today: date) -> Iterator[tuple[date, date]]:
    for first, last in clock.pauses:
        if first:
            yield date.fromisoformat(first), date.fromisoformat(last) if last else today
