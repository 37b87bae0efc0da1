"""The day list: what my office must do, in the order of legal slack, in three queries for any number of cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    Select,
    and_,
    case,
    false,
    func,
    join,
    or_,
    outerjoin,
    select,
)

from casework.base.db import db
from casework.base.wallclock import at_local, local_date
from casework.clock.windows import window_rules
from casework.counter.act import ActBook
from casework.desk.awaiting import awaited_states, awaited_steps, hours_since
from casework.desk.shown import ActShown, ClockShown, clock_shown, stopping_steps
from casework.identity.actor import Actor
from casework.identity.models import Person
from casework.procedure.asking import posts_label
from casework.procedure.models import Handling, Proceeding, RunningClock
from casework.procedure.procedure import PROCEDURES, state_label, step_label
from casework.procedure.step import Step
from casework.records.grants import CONTENT, Grant
from casework.records.models import Case

MOST = 60
WHOSE = ("all", "mine", "nobody")
DUE = ("late", "now", "soon", "later", "paused", "waits")


@dataclass(frozen=True)
class Wanted:
    """What the reader asks of the day: whose files, which urgency, which procedure; everything where nothing is asked."""

    whose: str = "all"
    due: str = ""
    procedure: str = ""


ALL = Wanted()


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
    proceeding_id: int = 0
    handler: str | None = None
    waited: int = 0
    here: bool = True


@dataclass(frozen=True)
class DayList:
    """The lines shown and how many there are in all, by urgency."""

    lines: tuple[Line, ...]
    tally: dict[str, int]

    @property
    def total(self) -> int:
        """How many clocks run and how many cases wait to be received."""
        return sum(self.tally[name] for name in ("late", "now", "soon", "later", "waits"))


def day_list(book: ActBook, *, actor: Actor, now: datetime, wanted: Wanted = ALL) -> DayList:
    """The day of the actor's office: running clocks and what waits for its reception, the most pressing first."""
    waiting = _unique(_receptions(actor, wanted)) if wanted.due in ("", "waits") else []
    rows = _clocks(actor, now, wanted) if wanted.due != "waits" else []
    lines = [_line(row, book, actor, now, waits=False) for row in rows]
    lines += [_line(row, book, actor, now, waits=True) for row in waiting]
    tally = {**_tally(actor, now, wanted), "waits": _waiting(actor, wanted)}
    lines.sort(key=lambda line: (line.slack is None, line.slack or now, line.number))
    return DayList(tuple(lines[:MOST]), tally)


def _clocks(actor: Actor, now: datetime, wanted: Wanted) -> list[Row[Any]]:
    urgent = _urgencies(now)[wanted.due] if wanted.due else and_(RunningClock.state == "running", _not_passed(now))
    mine = and_(urgent, RunningClock.office_id == actor.office_id)
    asked = _columns(actor).join(RunningClock, RunningClock.proceeding_id == Proceeding.id).where(mine)
    asked = asked.where(*_asked_for(wanted, actor))
    return list(db.session.execute(asked.order_by(RunningClock.due_at, RunningClock.id).limit(MOST)))


def _asked_for(wanted: Wanted, actor: Actor) -> list[ColumnElement[bool]]:
    """The conditions of whose files and which procedure, on Proceeding and its handling."""
    told: list[ColumnElement[bool]] = []
    if wanted.procedure:
        told.append(Proceeding.procedure == wanted.procedure)
    if wanted.whose == "mine":
        told.append(Handling.person_id == actor.person_id)
    if wanted.whose == "nobody":
        told.append(Handling.person_id.is_(None))
    return told


def _not_passed(now: datetime) -> ColumnElement[bool]:
    """A party's period that is over presses nobody any more."""
    return or_(RunningClock.due_at > now, RunningClock.rule.not_in(sorted(window_rules())))


def _receptions(actor: Actor, wanted: Wanted) -> list[Row[Any]]:
    """The proceedings that wait for my post at my office as the other side, with the clock that presses them."""
    if wanted.whose == "mine" or not _open_to_counterpart(actor):
        return []
    running = and_(RunningClock.proceeding_id == Proceeding.id, RunningClock.state == "running")
    asked = _columns(actor).outerjoin(RunningClock, running).where(_waits_for(actor, wanted))
    pressing = (RunningClock.due_at.is_(None), RunningClock.due_at, Proceeding.id.desc())
    return list(db.session.execute(asked.order_by(*pressing).limit(MOST)))


def _waits_for(actor: Actor, wanted: Wanted) -> ColumnElement[bool]:
    states = [
        and_(Proceeding.procedure == name, Proceeding.state.in_(states))
        for name, states in _open_to_counterpart(actor).items()
        if wanted.procedure in ("", name)
    ]
    return and_(Proceeding.counterpart_id == actor.office_id, or_(false(), *states))


def _waiting(actor: Actor, wanted: Wanted) -> int:
    """How many wait for my reception: counted, not listed."""
    if wanted.whose == "mine":
        return 0
    return db.session.scalar(select(func.count(Proceeding.id)).where(_waits_for(actor, wanted))) or 0


def _open_to_counterpart(actor: Actor) -> dict[str, set[str]]:
    """The states at which my post at the other side is waited for."""
    found: dict[str, set[str]] = {}
    for name, states in awaited_states().items():
        for state in states:
            if any(actor.post in step.who for step in awaited_steps(name, state)):
                found.setdefault(name, set()).add(state)
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
        Proceeding.moved_at,
        Person.name.label("handler"),
        *(clock.id, clock.rule, clock.label, clock.due, clock.due_at, clock.state, clock.provisional),
    ).select_from(_proceedings())


def _proceedings() -> FromClause:
    """Proceedings with their case and who handles them."""
    joined = join(Proceeding, Case, Proceeding.case_id == Case.id)
    handled = outerjoin(joined, Handling, Handling.proceeding_id == Proceeding.id)
    return outerjoin(handled, Person, Person.id == Handling.person_id)


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
        others="" if mine else _others(row, steps, actor),
        waits=waits,
        slack=row.due_at,
        proceeding_id=row.proceeding_id,
        handler=row.handler,
        waited=hours_since(row.moved_at, now) if waits else 0,
        here=row.handled_by == actor.office_id and row.at not in PROCEDURES[row.procedure].final,
    )


def _steps(row: Row[Any], actor: Actor, *, waits: bool) -> Iterator[Step]:
    if not waits:
        yield from (step for step in stopping_steps(row.procedure, row.at, row.rule) if step.side != "counterpart")
        return
    yield from awaited_steps(row.procedure, row.at)


def _act(row: Row[Any], step: Step, book: ActBook) -> ActShown:
    values = {
        "number": row.number,
        "procedure": row.procedure,
        "proceeding_id": row.proceeding_id,
        "noun": book.by_step[row.procedure, step.name].noun,
    }
    return ActShown(step_label(row.procedure, step.name), "counter.act", values)


def _others(row: Row[Any], steps: list[Step], actor: Actor) -> str:
    """Who else can finish it: posts in words, those of my kind of office alone where my office handles it."""
    steps = steps or list(stopping_steps(row.procedure, row.at, row.rule or ""))
    posts = list(dict.fromkeys(post for step in steps for post in step.who))
    own = [post for post in posts if post.endswith(f"@{actor.office_kind}") and row.handled_by == actor.office_id]
    return posts_label(own or posts)


def _urgencies(now: datetime) -> dict[str, ColumnElement[bool]]:
    """What makes a clock late, due today, within three days, later or paused."""
    today = local_date(now)
    midnight, soon = (at_local(today + timedelta(days=days), time(0, 0)) for days in (1, 4))
    running, due = RunningClock.state == "running", RunningClock.due_at
    return {
        "late": and_(running, due <= now, _not_passed(now)),
        "now": and_(running, due > now, due <= midnight),
        "soon": and_(running, due > midnight, due <= soon),
        "later": and_(running, due > soon),
        "paused": RunningClock.state == "paused",
    }


def _tally(actor: Actor, now: datetime, wanted: Wanted) -> dict[str, int]:
    """How many clocks of my office, or of the files asked for, stand at each urgency: one query."""
    counts = [func.count(case((test, 1))).label(name) for name, test in _urgencies(now).items()]
    mine = (RunningClock.office_id == actor.office_id, RunningClock.state.in_(("running", "paused")))
    asked = select(*counts).where(*mine)
    if narrowed := _asked_for(wanted, actor):
        asked = asked.join(Proceeding, Proceeding.id == RunningClock.proceeding_id)
        asked = asked.outerjoin(Handling, Handling.proceeding_id == Proceeding.id).where(*narrowed)
    return dict(db.session.execute(asked).mappings().one())
