"""The day list: what my office must do, in the order of legal slack, in three queries for any number of cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select

from casework.base.db import db
from casework.base.wallclock import at_local, local_date
from casework.clock.windows import window_rules
from casework.counter.act import ActBook
from casework.desk.shown import ActShown, ClockShown, clock_shown, stopping_steps
from casework.identity.actor import Actor
from casework.procedure.asking import posts_label
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.procedure import PROCEDURES, state_label, step_label
from casework.procedure.step import Step
from casework.records.grants import CONTENT, Grant
from casework.records.models import Case

MOST = 100


@dataclass(frozen=True)
class Line:
    """One line: a case, its proceeding, the clock if one runs, and the acts that finish it.

    `title` is None where the office sees the status only. `waits` marks what waits for my reception.
    """

    number: str
    title: str | None
    procedure: str
    state: str
    clock: ClockShown | None
    acts: tuple[ActShown, ...]
    others: str
    waits: bool
    slack: datetime | None


@dataclass(frozen=True)
class DayList:
    """The lines shown and how many there are in all, by urgency."""

    lines: tuple[Line, ...]
    tally: dict[str, int]

    @property
    def total(self) -> int:
        """How many clocks run and how many cases wait to be received."""
        return sum(self.tally[name] for name in ("late", "now", "soon", "later", "waits"))


def day_list(book: ActBook, *, actor: Actor, now: datetime) -> DayList:
    """The day of the actor's office: running clocks and what waits for its reception, the most pressing first."""
    waiting = _unique(_receptions(actor))
    lines = [_line(row, book, actor, now, waits=False) for row in _clocks(actor, now)]
    lines += [_line(row, book, actor, now, waits=True) for row in waiting]
    tally = {**_tally(actor, now), "waits": len(waiting)}
    lines.sort(key=lambda line: (line.slack is None, line.slack or now, line.number))
    return DayList(tuple(lines[:MOST]), tally)


def _clocks(actor: Actor, now: datetime) -> list[Row[Any]]:
    mine = and_(RunningClock.state == "running", RunningClock.office_id == actor.office_id, _not_passed(now))
    asked = _columns(actor).join(RunningClock, RunningClock.proceeding_id == Proceeding.id).where(mine)
    return list(db.session.execute(asked.order_by(RunningClock.due_at, RunningClock.id).limit(MOST)))


def _not_passed(now: datetime) -> ColumnElement[bool]:
    """A party's period that is over presses nobody any more."""
    return or_(RunningClock.due_at > now, RunningClock.rule.not_in(sorted(window_rules())))


def _receptions(actor: Actor) -> list[Row[Any]]:
    """The proceedings that wait for my post at my office as the other side, with the clock that presses them."""
    wanted = [
        and_(Proceeding.procedure == name, Proceeding.state.in_(states))
        for name, states in _open_to_counterpart(actor).items()
    ]
    if not wanted:
        return []
    running = and_(RunningClock.proceeding_id == Proceeding.id, RunningClock.state == "running")
    asked = _columns(actor).outerjoin(RunningClock, running)
    asked = asked.where(Proceeding.counterpart_id == actor.office_id, or_(*wanted))
    pressing = (RunningClock.due_at.is_(None), RunningClock.due_at, Proceeding.id.desc())
    return list(db.session.execute(asked.order_by(*pressing).limit(MOST)))


def _open_to_counterpart(actor: Actor) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, procedure in PROCEDURES.items():
        for step in procedure.steps.values():
            if step.side == "counterpart" and step.offered and actor.post in step.who and step.dest != "=":
                found.setdefault(name, set()).update(step.source)
    return found


def _columns(actor: Actor) -> Select[Any]:
    readable = select(Grant.id).where(
        Grant.case_id == Case.id,
        Grant.office_id == actor.office_id,
        Grant.scope == CONTENT,
        Grant.until.is_(None),
    )
    clock = RunningClock
    return select(
        Case.number.label("number"),
        case((readable.exists(), Case.title)).label("title"),
        Proceeding.id.label("proceeding_id"),
        Proceeding.procedure.label("procedure"),
        Proceeding.state.label("at"),
        Proceeding.office_id.label("handled_by"),
        *(clock.id, clock.rule, clock.label, clock.due, clock.due_at, clock.state, clock.provisional),
    ).join_from(Proceeding, Case, Proceeding.case_id == Case.id)


def _unique(rows: list[Row[Any]]) -> list[Row[Any]]:
    first: dict[int, Row[Any]] = {}
    for row in rows:
        first.setdefault(row.proceeding_id, row)
    return list(first.values())


def _line(row: Row[Any], book: ActBook, actor: Actor, now: datetime, *, waits: bool) -> Line:
    steps = list(_steps(row, actor, waits=waits))
    mine = [step for step in steps if actor.post in step.who and (row.procedure, step.name) in book.by_step]
    return Line(
        number=row.number,
        title=row.title,
        procedure=row.procedure,
        state=state_label(row.procedure, row.at),
        clock=clock_shown(row, now) if row.id else None,
        acts=tuple(_act(row, step, book) for step in mine),
        others="" if mine else _others(row, steps),
        waits=waits,
        slack=row.due_at,
    )


def _steps(row: Row[Any], actor: Actor, *, waits: bool) -> Iterator[Step]:
    if not waits:
        yield from (step for step in stopping_steps(row.procedure, row.at, row.rule) if step.side != "counterpart")
        return
    for step in PROCEDURES[row.procedure].lawful(row.at):
        if step.side == "counterpart" and step.offered and step.dest != "=":
            yield step


def _act(row: Row[Any], step: Step, book: ActBook) -> ActShown:
    values = {
        "number": row.number,
        "procedure": row.procedure,
        "proceeding_id": row.proceeding_id,
        "noun": book.by_step[row.procedure, step.name].noun,
    }
    return ActShown(step_label(row.procedure, step.name), "counter.act", values)


def _others(row: Row[Any], steps: list[Step]) -> str:
    """Who else can finish it: posts in words."""
    steps = steps or list(stopping_steps(row.procedure, row.at, row.rule or ""))
    return posts_label(dict.fromkeys(post for step in steps for post in step.who))


def _tally(actor: Actor, now: datetime) -> dict[str, int]:
    """How many clocks of my office are late, due today, within three days, later, paused: one query."""
    today = local_date(now)
    midnight, soon = (at_local(today + timedelta(days=days), time(0, 0)) for days in (1, 4))
    running, due = RunningClock.state == "running", RunningClock.due_at
    sorts = {
        "late": and_(running, due <= now, _not_passed(now)),
        "now": and_(running, due > now, due <= midnight),
        "soon": and_(running, due > midnight, due <= soon),
        "later": and_(running, due > soon),
        "paused": RunningClock.state == "paused",
    }
    counts = [func.count(case((test, 1))).label(name) for name, test in sorts.items()]
    mine = (RunningClock.office_id == actor.office_id, RunningClock.state.in_(("running", "paused")))
    return dict(db.session.execute(select(*counts).where(*mine)).mappings().one())
