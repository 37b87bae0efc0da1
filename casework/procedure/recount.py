"""Recounting running clocks after a calendar or a rule was published: in batches, resumable, each change with a trace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, String, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, load_only, mapped_column

from casework.base import wallclock
from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime
from casework.clock.calendar import Calendar, YearTable
from casework.clock.clocks import ClockTable
from casework.identity.actor import Actor
from casework.procedure.clocks import End, due_of, end_of
from casework.procedure.models import Proceeding, RunningClock
from casework.records import journal
from casework.records.models import Case

BATCH = 500
SLACK = timedelta(days=120)
STEP = "recount"


class RecountRun(Base):
    """One recount: what caused it, how far it has come. A worker that dies leaves it to be taken up again."""

    __tablename__ = "recount_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(200), comment="the notice or rule that was published")
    scope: Mapped[dict[str, Any]] = mapped_column(JsonText, comment="rule, or first and last changed day")
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_by: Mapped[str] = mapped_column(String(60))
    after_id: Mapped[int] = mapped_column(default=0, comment="the clock up to which it has come")
    total: Mapped[int] = mapped_column(default=0)
    seen: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    stopped: Mapped[bool] = mapped_column(default=False, comment="a person stopped it; it can go on")
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ClockRecount(Base):
    """The trace of one changed clock: old and new end, and which recount changed it."""

    __tablename__ = "clock_recount"
    __table_args__ = (Index("ix_clock_recount_clock_id", "clock_id"), Index("ix_clock_recount_run_id", "run_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("recount_run.id", ondelete="RESTRICT"))
    clock_id: Mapped[int] = mapped_column(ForeignKey("running_clock.id", ondelete="RESTRICT"))
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    rule: Mapped[str] = mapped_column(String(40))
    old_due: Mapped[date]
    new_due: Mapped[date]
    old_provisional: Mapped[bool]
    new_provisional: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True)
class Moved:
    """A clock whose end would be another one."""

    clock: RunningClock
    end: End


def scope_of_year(old: Calendar, new: YearTable) -> dict[str, Any]:
    """Which clocks a year's table can touch: those that may count a day that changes, and those that were provisional."""
    first, last = date(new.year - 1, 12, 1), date(new.year, 12, 31)
    days = [first + timedelta(days=each) for each in range((last - first).days + 1)]
    changed = [day for day in days if old.kind(day).is_rest != old.with_table(new).kind(day).is_rest]
    newly = not old.known(new.year)
    if not changed and not newly:
        return {"first": None, "last": None}
    start = date(new.year, 1, 1) if newly else changed[0]
    return {"first": min([start, *changed]).isoformat(), "last": (last if newly else changed[-1]).isoformat()}


def scope_of_rule(rule: str, valid_from: date) -> dict[str, Any]:
    """Which clocks a new version of a rule can touch: those of proceedings that began under it."""
    return {"rule": rule, "from": valid_from.isoformat()}


def count(scope: dict[str, Any]) -> int:
    """How many running clocks a scope holds."""
    return db.session.scalar(select(func.count(RunningClock.id)).where(_touched(scope))) or 0


def moved(scope: dict[str, Any], *, calendar: Calendar, table: ClockTable, most: int) -> tuple[list[Moved], int]:
    """A preview: the first `most` clocks whose end would move, and how many would in all. Nothing is written."""
    found: list[Moved] = []
    total = 0
    for batch in _batches(scope, 0):
        for each in _moved(batch, calendar, table):
            total += 1
            if len(found) < most:
                found.append(each)
    return found, total


def ask(cause: str, scope: dict[str, Any], *, actor: Actor, now: datetime) -> RecountRun:
    """Note a recount that a worker will do."""
    run = RecountRun(cause=cause, scope=scope, asked_at=now, asked_by=actor.name, total=count(scope))
    db.session.add(run)
    return run


def go_on(run_id: int, *, calendar: Calendar, table: ClockTable, actor: Actor, now: datetime) -> bool:
    """Do the next batch of a recount in one transaction; False when there is nothing left or it was stopped.

    The caller commits. The entries of the journal and the traces are written with the new ends or not at all.
    """
    run = db.session.get_one(RecountRun, run_id, with_for_update=True, populate_existing=True)
    if run.finished_at is not None or run.stopped:
        return False
    ids = list(db.session.scalars(_ids(run.scope, run.after_id)))
    if not ids:
        run.finished_at = now
        return False
    changed = _moved(_held(ids), calendar, table)
    if changed:
        _write(run, changed, actor, now)
    run.after_id, run.seen, run.changed = ids[-1], run.seen + len(ids), run.changed + len(changed)
    return True


def _touched(scope: dict[str, Any]) -> ColumnElement[bool]:
    running = RunningClock.state.in_(("running", "paused"))
    if "rule" in scope:
        began = RunningClock.rule_set_on >= date.fromisoformat(scope["from"])
        return and_(running, RunningClock.rule == scope["rule"], began)
    if scope["first"] is None:
        return and_(running, RunningClock.provisional)
    near = RunningClock.due >= date.fromisoformat(scope["first"]) - SLACK
    return and_(running, or_(near, RunningClock.provisional))


def _ids(scope: dict[str, Any], after: int) -> Any:
    return (
        select(RunningClock.id).where(_touched(scope), RunningClock.id > after).order_by(RunningClock.id).limit(BATCH)
    )


def _batches(scope: dict[str, Any], after: int) -> Iterator[list[RunningClock]]:
    while ids := list(db.session.scalars(_ids(scope, after))):
        yield list(db.session.scalars(select(RunningClock).where(RunningClock.id.in_(ids)).order_by(RunningClock.id)))
        db.session.expunge_all()
        after = ids[-1]


def _held(ids: list[int]) -> list[RunningClock]:
    """The clocks, after their cases were held against other acts (see journal.hold), read afresh."""
    mine = select(RunningClock.case_id).where(RunningClock.id.in_(ids))
    held = select(Case.id).where(Case.id.in_(mine)).order_by(Case.id).with_for_update(key_share=True)
    db.session.execute(held)
    asked = select(RunningClock).where(RunningClock.id.in_(ids)).order_by(RunningClock.id)
    return list(db.session.scalars(asked.execution_options(populate_existing=True)))


def _moved(clocks: list[RunningClock], calendar: Calendar, table: ClockTable) -> list[Moved]:
    told = [
        Moved(each, end_of(due_of(each, calendar=calendar, table=table))) for each in clocks if each.state != "stopped"
    ]
    return [each for each in told if _old(each.clock) != each.end]


def _old(clock: RunningClock) -> End:
    return End(clock.raw, clock.due, clock.due_at, clock.provisional)


def _write(run: RecountRun, changed: list[Moved], actor: Actor, now: datetime) -> None:
    connection = db.session.connection()
    connection.execute(_NEW_ENDS, [{"clock": each.clock.id, **vars(each.end)} for each in changed])
    connection.execute(insert(ClockRecount), [_trace(run.id, each, now) for each in changed])
    _tell_journal(run.cause, changed, actor, now)


_NEW_ENDS = (
    update(RunningClock)
    .where(RunningClock.id == bindparam("clock"))
    .values({name: bindparam(name) for name in ("raw", "due", "due_at", "provisional")})
)


def _trace(run_id: int, each: Moved, now: datetime) -> dict[str, Any]:
    return {
        "run_id": run_id,
        "clock_id": each.clock.id,
        "case_id": each.clock.case_id,
        "rule": each.clock.rule,
        "old_due": each.clock.due,
        "new_due": each.end.due,
        "old_provisional": each.clock.provisional,
        "new_provisional": each.end.provisional,
        "at": now,
    }


def _tell_journal(cause: str, changed: list[Moved], actor: Actor, now: datetime) -> None:
    ids = {each.clock.proceeding_id for each in changed}
    asked = select(Proceeding).where(Proceeding.id.in_(ids)).options(load_only(Proceeding.procedure, Proceeding.state))
    proceedings = {each.id: each for each in db.session.scalars(asked)}
    acts = [(each.clock.case_id, _act(cause, each, proceedings[each.clock.proceeding_id])) for each in changed]
    journal.append_many(acts, actor=actor, at=now, recorded_at=wallclock.now())


def _act(cause: str, each: Moved, proceeding: Proceeding) -> journal.Act:
    ends = [each.clock.due.isoformat(), each.end.due.isoformat()]
    return journal.Act(
        procedure=proceeding.procedure,
        proceeding_id=proceeding.id,
        step=STEP,
        from_state=proceeding.state,
        to_state=proceeding.state,
        basis=(each.clock.rule,),
        changes={"running_clock": [{"due": ends}], "recount_cause": cause},
    )
