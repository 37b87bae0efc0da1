"""Clocks of a proceeding: started, stopped, paused, resumed and extended by the door, computed by `clock`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.base.wallclock import at_local, local_date, local_time
from casework.clock.calendar import Calendar
from casework.clock.clocks import ClockTable
from casework.clock.due import Due, compute
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.rulebook import calendar_here, table_here


def start_clock(
    proceeding: Proceeding,
    rule: str,
    *,
    start: date | datetime,
    seq: int,
    label: str | None = None,
    ends_on: date | None = None,
) -> RunningClock | None:
    """Start a statutory clock at an event: a local date, or an instant for hour clocks; `ends_on` if a paper names the end.

    The row used is the one in force for the proceeding's rule set; None where the law of that day knows no such
    clock (a history older than the rule).
    """
    if not any(row.in_force(proceeding.rule_set_on) for row in table_here().versions(rule)):
        return None
    clock = RunningClock(
        case_id=proceeding.case_id,
        office_id=proceeding.office_id,
        rule=rule,
        label=label,
        started_at=start if isinstance(start, datetime) else at_local(start),
        rule_set_on=proceeding.rule_set_on,
        started_seq=seq,
        state="running",
        pauses=[],
        extensions=0,
        extended_to=ends_on,
        proceeding=proceeding,
    )
    set_end(clock)
    db.session.add(clock)
    return clock


@dataclass(frozen=True)
class End:
    """The end of a clock as its row keeps it."""

    raw: date
    due: date
    due_at: datetime
    provisional: bool


def end_of(due: Due) -> End:
    """The columns that a computed end fills."""
    if isinstance(due.due, datetime):
        at = due.due if due.due.tzinfo else _aware(due.due)
        return End(local_date(at), local_date(at), at, due.provisional)
    last = _day(due.due)
    return End(_day(due.raw), last, at_local(last + timedelta(days=1), time(0, 0)), due.provisional)


def set_end(clock: RunningClock) -> None:
    """Compute the clock's end anew from its own facts: start, pauses, extensions, rule set."""
    end = end_of(due_of(clock))
    clock.raw, clock.due, clock.due_at, clock.provisional = end.raw, end.due, end.due_at, end.provisional


def due_of(clock: RunningClock, *, calendar: Calendar | None = None, table: ClockTable | None = None) -> Due:
    """The due date with everything its explanation needs; by another calendar or table where one is handed in."""
    table, started = table or table_here(), local_time(clock.started_at)
    closed = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in clock.pauses if a and b]
    hourly = table.row(clock.rule, clock.rule_set_on).unit == "hour"
    return compute(
        clock.rule,
        started.replace(tzinfo=None) if hourly else started.date(),
        pauses=closed,
        extensions=clock.extensions,
        extended_to=clock.extended_to,
        rule_set_on=clock.rule_set_on,
        calendar=calendar or calendar_here(),
        table=table,
    )


def compute_here(rule: str, start: date | datetime, *, rule_set_on: date | None = None) -> Due:
    """The end of a clock that no proceeding runs, by the calendar and the table in force here. Errors as `compute`."""
    return compute(rule, start, rule_set_on=rule_set_on, calendar=calendar_here(), table=table_here())


def open_clocks(proceeding: Proceeding, names: tuple[str, ...], label: str | None = None) -> list[RunningClock]:
    """The clocks not yet stopped whose rule is one of `names` or a variant of one ("C-09" meets "C-09.assigned").

    With a label only those of that party or thing.
    """
    found = [clock for clock in proceeding.clocks if clock.state != "stopped" and _named(clock.rule, names)]
    return [clock for clock in found if label is None or clock.label == label]


def stop(proceeding: Proceeding, names: tuple[str, ...], now: datetime, label: str | None = None) -> None:
    """Stop the named clocks at an instant."""
    for clock in open_clocks(proceeding, names, label):
        clock.state, clock.stopped_at = "stopped", now


def pause(proceeding: Proceeding, names: tuple[str, ...], on: date) -> None:
    """Pause the named clocks from a local day on."""
    for clock in open_clocks(proceeding, names):
        if clock.state == "running":
            clock.pauses = [*clock.pauses, [on.isoformat(), None]]
            clock.state = "paused"


def resume(proceeding: Proceeding, names: tuple[str, ...], on: date) -> None:
    """Let the named clocks run again from a local day on; their ends move by the paused days."""
    for clock in open_clocks(proceeding, names):
        if clock.state == "paused":
            clock.pauses = [*clock.pauses[:-1], [clock.pauses[-1][0], on.isoformat()]]
            clock.state = "running"
            set_end(clock)


def extend(proceeding: Proceeding, names: tuple[str, ...], *, to: date | None = None, label: str | None = None) -> None:
    """Extend the named clocks by their next step of fixed length, or to an agreed last day."""
    found = open_clocks(proceeding, names, label)
    if not found:
        raise CaseworkError(f"no open clock of {names}")
    for clock in found:
        if to is None:
            clock.extensions += 1
        else:
            clock.extended_to = to
        set_end(clock)


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return any(rule == name or rule.startswith(f"{name}.") for name in names)


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _aware(value: datetime) -> datetime:
    return at_local(value.date(), value.time())
