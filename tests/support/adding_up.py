"""An independent reader of an explained date: whether its lines add up to the end they claim."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from casework.clock.counting import add_months
from casework.clock.due import Due
from casework.clock.explain import DayLine


def doubts(due: Due, lines: Sequence[DayLine]) -> list[str]:
    """What does not add up: a gap between lines, a wrong first or last day, a miscounted day. Empty: it adds up.

    Of a clock that stands still only the lines so far can be read.
    """
    return [*_gaps(due, lines), *(_ends(due, lines) if due.open_pause is None else ())]


def _gaps(due: Due, lines: Sequence[DayLine]) -> Iterator[str]:
    step = timedelta(hours=1) if due.unit == "hour" else timedelta(days=1)
    step = step if due.direction == "after" else -step
    if due.open_pause is None and not all(earlier.day + step == later.day for earlier, later in pairwise(lines)):
        yield "the lines are not consecutive"
    if sum(line.kind == "start" for line in lines) != 1:
        yield "there is not one start"


def _ends(due: Due, lines: Sequence[DayLine]) -> Iterator[str]:
    raw = [line for line in lines if line.is_raw]
    if (lines[0].day, lines[-1].day) != (due.start, due.due):
        yield f"they run from {lines[0].day} to {lines[-1].day}"
    if [line.day for line in raw] != [due.raw] or raw[0].rolls is not (due.raw != due.due):
        yield "the raw end is not marked"
    if any(line.guessed for line in lines) is not due.provisional:
        yield "guessed days are not told"
    if not _is_counted(due, lines):
        yield f"they do not count to {due.count}"


def _is_counted(due: Due, lines: Sequence[DayLine]) -> bool:
    if due.unit not in ("month", "year") or isinstance(due.start, datetime):
        return [line.number for line in lines if line.kind == "counted"] == list(range(1, due.count + 1))
    months = due.count * (1 if due.unit == "month" else 12) * (1 if due.direction == "after" else -1)
    inside = sum(line.kind in ("inside", "end") for line in lines)
    ends = [line.number for line in lines if line.kind == "end"]
    start: date = due.start
    return ends == [due.count] and inside == abs((add_months(start, months) - start).days)
