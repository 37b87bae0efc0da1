"""What a clock accepts: starts, pauses, extensions. Everything else is an error, never ignored."""

from collections.abc import Iterable
from datetime import date, datetime

from casework.base.wallclock import local_time
from casework.clock.clocks import ClockRow
from casework.clock.errors import BadDate, BadOption
from casework.clock.pauses import Pause, merged


def accepted_pauses(row: ClockRow, start: date, pauses: Iterable[Pause], since: date | None) -> tuple[Pause, ...]:
    """The pauses, merged. Raises BadOption where the clock cannot be paused or a pause cannot be."""
    given = list(pauses)
    if (given or since) and not row.pausable:
        raise BadOption("not_pausable", rule=row.rule)
    accepted = merged(given, start)
    if since and since < max([start, *(resumed for _, resumed in accepted)]):
        raise BadOption("open_pause_too_early", since=since)
    return accepted


def granted(row: ClockRow, steps: int, extended_to: date | None) -> int:
    """What granted extensions add to the count, in the unit of the clock. BadOption: more than there are."""
    if isinstance(steps, bool) or not isinstance(steps, int) or steps < 0:
        raise BadOption("extensions_no_number", value=steps)
    if steps > len(row.fixed_steps):
        raise BadOption("too_many_extensions", rule=row.rule, allowed=len(row.fixed_steps), value=steps)
    if extended_to and not row.has_open_step:
        raise BadOption("not_open_ended", rule=row.rule)
    return sum(step.count or 0 for step in row.fixed_steps[:steps])


def readable(start: date | datetime) -> date | datetime:
    """A date as it is, a time as Asia/Shanghai shows it, to the minute. Raises BadDate."""
    if not isinstance(start, date):
        raise BadDate("bad_date", value=start)
    if not isinstance(start, datetime):
        return start
    try:
        local = local_time(start) if start.tzinfo else start
    except OverflowError:
        raise BadDate("date_out_of_range", value=start) from None
    return local.replace(second=0, microsecond=0)


def local_day(value: date | datetime) -> date:
    """The date of a date or of a local time."""
    return value.date() if isinstance(value, datetime) else value
