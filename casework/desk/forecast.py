"""What an act would do to dates, told before it is confirmed: which clocks start, stop, pause, go on, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.base.phrases import phrase
from casework.base.wallclock import local_date, local_time
from casework.clock.titles import clock_name
from casework.desk.shown import due_text, is_hourly
from casework.procedure.clocks import compute_here, due_of, end_of, open_clocks
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.step import Step

TRIAL = 30


@dataclass(frozen=True)
class Forecast:
    """One clock before and after the act, in words."""

    name: str
    now: str
    after: str
    rule: str


class _Copy:
    """A clock's own facts, to be counted with other pauses or extensions; nothing is stored."""

    def __init__(self, clock: RunningClock, **changed: Any) -> None:
        for name in ("rule", "started_at", "rule_set_on", "pauses", "extensions", "extended_to"):
            setattr(self, name, changed.get(name, getattr(clock, name)))


def forecasts(proceeding: Proceeding, step: Step, now: datetime) -> list[Forecast]:
    """The dates that the step would change, as far as they follow from the act itself and not from typed facts."""
    today = local_date(now)
    with db.session.no_autoflush:
        told = [*_stopped(proceeding, step), *_paused(proceeding, step, today), *_resumed(proceeding, step, today)]
        return [*told, *_extended(proceeding, step), *_started(proceeding, step, now)]


def _stopped(proceeding: Proceeding, step: Step) -> Iterator[Forecast]:
    for clock in open_clocks(proceeding, step.stops):
        yield Forecast(_name(clock), due_text(clock), phrase("forecast.stops"), clock.rule)


def _paused(proceeding: Proceeding, step: Step, today: date) -> Iterator[Forecast]:
    for clock in open_clocks(proceeding, step.pauses):
        if clock.state == "running":
            back = today + timedelta(days=TRIAL)
            due = _end(_Copy(clock, pauses=[*clock.pauses, [today.isoformat(), back.isoformat()]]))
            said = phrase("forecast.pauses", days=max(0, (clock.due - today).days), due=due)
            yield Forecast(_name(clock), due_text(clock), said, clock.rule)


def _resumed(proceeding: Proceeding, step: Step, today: date) -> Iterator[Forecast]:
    for clock in open_clocks(proceeding, step.resumes):
        if clock.state == "paused":
            closed = [*clock.pauses[:-1], [clock.pauses[-1][0], today.isoformat()]]
            yield Forecast(_name(clock), due_text(clock), _end(_Copy(clock, pauses=closed)), clock.rule)


def _extended(proceeding: Proceeding, step: Step) -> Iterator[Forecast]:
    for clock in open_clocks(proceeding, step.extends):
        try:
            after = _end(_Copy(clock, extensions=clock.extensions + 1))
        except CaseworkError:
            continue
        yield Forecast(_name(clock), due_text(clock), after, clock.rule)


def _started(proceeding: Proceeding, step: Step, now: datetime) -> Iterator[Forecast]:
    for rule in step.starts:
        try:
            end = end_of(compute_here(rule, _start(rule, now), rule_set_on=proceeding.rule_set_on))
        except CaseworkError:
            continue
        yield Forecast(clock_name(rule), phrase("forecast.starts"), _said(rule, end.due, end.due_at), rule)


def _start(rule: str, now: datetime) -> date:
    return local_time(now).replace(tzinfo=None) if is_hourly(rule) else local_date(now)


def _end(copy: Any) -> str:
    end = end_of(due_of(copy))
    return _said(copy.rule, end.due, end.due_at)


def _said(rule: str, due: date, due_at: datetime) -> str:
    return due_text(type("Row", (), {"rule": rule, "due": due, "due_at": due_at}))


def _name(clock: RunningClock) -> str:
    return clock_name(clock.rule) + (f" · {clock.label}" if clock.label else "")
