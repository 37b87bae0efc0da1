"""What the desk shows of acts and clocks: plain values with words in the reader's language, asked of the door."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.base.errors import Refusal
from casework.base.phrases import phrase
from casework.base.wallclock import local_date, local_time
from casework.clock.clocks import default_table
from casework.clock.titles import clock_name
from casework.clock.windows import is_window
from casework.counter.act import ActBook
from casework.desk.clockline import ClockLine
from casework.identity.actor import Actor
from casework.procedure.asking import refusals
from casework.procedure.models import START, Proceeding
from casework.procedure.procedure import PROCEDURES, procedure_of, step_label
from casework.procedure.step import Step
from casework.records.models import Case

DOOR = ("state", "post", "side")


@dataclass(frozen=True)
class ActShown:
    """An act beside a case: its word, its address (endpoint and values), and the reasons against it now."""

    label: str
    endpoint: str
    values: dict[str, Any]
    refusals: tuple[Refusal, ...] = ()
    cures: tuple["ActShown", ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether nothing stands against it."""
        return not self.refusals

    @property
    def far(self) -> bool:
        """Whether it belongs to another state, post or office: the door's own reasons, not a guard's."""
        return any(each.code.partition(".")[0] in DOOR for each in self.refusals)


@dataclass(frozen=True)
class ClockShown:
    """A clock as a chip: how much is left, how urgent (late, now, soon, calm, still), until when."""

    id: int
    rule: str
    name: str
    label: str | None
    due: str
    left: str
    urgency: str
    provisional: bool
    hourly: bool = False
    line: ClockLine | None = None


def acts_of(proceeding: Proceeding, book: ActBook, *, actor: Actor, now: datetime) -> list[ActShown]:
    """Every act of a proceeding's procedure, lawful ones first, each with its standing reasons."""
    told = [
        ActShown(
            label=step_label(proceeding.procedure, step.name),
            endpoint="counter.act",
            values={
                "number": proceeding.case.number,
                "procedure": proceeding.procedure,
                "proceeding_id": proceeding.id,
                "noun": book.by_step[proceeding.procedure, step.name].noun,
            },
            refusals=tuple(refusals(proceeding, step, actor=actor, now=now)),
        )
        for step in offered_steps(proceeding, book)
    ]
    return sorted(_with_cures(proceeding, told), key=lambda act: len(act.refusals))


def _with_cures(proceeding: Proceeding, told: list[ActShown]) -> list[ActShown]:
    """Each act of another state with the lawful acts that lead to a state it starts from."""
    procedure = procedure_of(proceeding)
    open_now = {act.label: act for act in told if act.lawful}
    dests: dict[str, list[ActShown]] = {}
    for step in procedure.lawful(proceeding.state):
        if (cure := open_now.get(step_label(procedure.name, step.name))) is not None:
            dests.setdefault(step.dest, []).append(cure)
    sources = {step_label(procedure.name, step.name): step.source for step in procedure.steps.values()}
    return [
        replace(act, cures=tuple(cure for state in sources[act.label] for cure in dests.get(state, ())))
        if any(each.code == "state" for each in act.refusals)
        else act
        for act in told
    ]


def offered_steps(proceeding: Proceeding, book: ActBook) -> list[Step]:
    """The steps that have an address and can still be taken in this run, in the order of the table."""
    procedure = procedure_of(proceeding)
    if proceeding.state in procedure.final and not procedure.lawful(proceeding.state):
        return []
    moving_first = sorted(procedure.steps.values(), key=lambda step: step.dest == "=")
    return [
        step
        for step in moving_first
        if step.offered and step.source != (START,) and (procedure.name, step.name) in book.by_step
    ]


def openings_of(case: Case, book: ActBook, *, actor: Actor, now: datetime) -> list[ActShown]:
    """The proceedings that this case gives occasion for and that the actor's post may open, with reasons."""
    found = []
    for (procedure, noun), opening in book.openings.items():
        if actor.post not in opening.step.who:
            continue
        proposed = opening.make(case, actor, now)
        if proposed is None:
            continue
        found.append(
            ActShown(
                label=step_label(procedure, opening.step.name),
                endpoint="counter.opening",
                values={"number": case.number, "procedure": procedure, "noun": noun},
                refusals=tuple(refusals(proposed, opening.step, actor=actor, now=now)),
            )
        )
    return sorted(found, key=lambda act: len(act.refusals))


def stopping_steps(procedure: str, state: str, rule: str) -> Iterator[Step]:
    """The steps lawful from a state that stop a clock of this rule."""
    if procedure in PROCEDURES:
        for step in PROCEDURES[procedure].lawful(state):
            if step.offered and any(rule == name or rule.startswith(f"{name}.") for name in step.stops):
                yield step


def clock_shown(clock: Any, now: datetime) -> ClockShown:
    """A clock (a RunningClock or a row with its columns) as a chip."""
    return ClockShown(
        id=clock.id,
        rule=clock.rule,
        name=clock_name(clock.rule),
        label=clock.label,
        due=due_text(clock),
        left=left_text(clock, now),
        urgency=urgency(clock, now),
        provisional=clock.provisional,
        hourly=is_hourly(clock.rule),
    )


def is_hourly(rule: str) -> bool:
    """Whether the clock counts hours."""
    return default_table().versions(rule)[-1].unit == "hour"


def due_text(clock: Any) -> str:
    """The last day to act, or the instant of an hour clock."""
    from_hours = is_hourly(clock.rule)
    return moment_text(clock.due_at) if from_hours else str(clock.due.isoformat())


def moment_text(instant: datetime) -> str:
    """An instant as Asia/Shanghai shows it, to the minute."""
    return local_time(instant).strftime("%Y-%m-%d %H:%M")


def left_text(clock: Any, now: datetime) -> str:
    """How much is left, in days or hours; a paused clock says so."""
    if clock.state != "running":
        return phrase(f"desk.clock.state.{clock.state}")
    if has_passed(clock, now):
        return phrase("desk.left.passed")
    if is_hourly(clock.rule):
        hours = int((clock.due_at - now).total_seconds() // 3600)
        return phrase("desk.left.hours", hours=hours) if hours >= 0 else phrase("desk.left.hours_overdue", hours=-hours)
    days = (clock.due - local_date(now)).days
    if days < 0:
        return phrase("desk.left.overdue", days=-days)
    return phrase("desk.left.days", days=days) if days else phrase("desk.left.today")


def has_passed(clock: Any, now: datetime) -> bool:
    """Whether a period that a party had is over: a right lost or unused, nobody's delay."""
    return is_window(clock.rule) and bool(clock.due_at <= now)


def urgency(clock: Any, now: datetime) -> str:
    """late, now (today), soon (three days), calm; still for a clock that does not run."""
    if clock.state != "running" or has_passed(clock, now):
        return "still"
    if clock.due_at <= now:
        return "late"
    days = (clock.due - local_date(now)).days
    return "now" if days <= 0 else "soon" if days <= 3 else "calm"
