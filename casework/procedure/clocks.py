"""Clocks of a proceeding: started, stopped, paused, resumed and extended by the door, computed by `clock`."""

from datetime import date, datetime, time, timedelta

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.base.wallclock import at_local, local_date, local_time
from casework.clock.clocks import default_table
from casework.clock.due import Due, compute
from casework.procedure.models import Proceeding, RunningClock


def start_clock(
    proceeding: Proceeding, rule: str, *, start: date | datetime, seq: int, label: str | None = None
) -> RunningClock | None:
    """Start a statutory clock at an event: a local date, or an instant for hour clocks.

    The row used is the one in force for the proceeding's rule set; None where the law of that day knows no such
    clock (a history older than the rule).
    """
    if not any(row.in_force(proceeding.rule_set_on) for row in default_table().versions(rule)):
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
        proceeding=proceeding,
    )
    set_end(clock)
    db.session.add(clock)
    return clock


def set_end(clock: RunningClock) -> None:
    """Compute the clock's end anew from its own facts: start, pauses, extensions, rule set."""
    due = due_of(clock)
    clock.provisional = due.provisional
    if isinstance(due.due, datetime):
        clock.due_at = due.due if due.due.tzinfo else _aware(due.due)
        clock.raw = clock.due = local_date(clock.due_at)
        return
    clock.raw, clock.due = _day(due.raw), _day(due.due)
    clock.due_at = at_local(clock.due + timedelta(days=1), time(0, 0))


def due_of(clock: RunningClock) -> Due:
    """The due date with everything its explanation needs."""
    return _compute(clock, local_time(clock.started_at))


def _compute(clock: RunningClock, started: datetime) -> Due:
    closed = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in clock.pauses if a and b]
    hourly = default_table().row(clock.rule, clock.rule_set_on).unit == "hour"
    return compute(
        clock.rule,
        started.replace(tzinfo=None) if hourly else started.date(),
        pauses=closed,
        extensions=clock.extensions,
        extended_to=clock.extended_to,
        rule_set_on=clock.rule_set_on,
    )


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
