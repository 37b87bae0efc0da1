"""What came back to my office, and what it waits for: receipts, rulings and replies of others. Three queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, union_all

from casework.base.db import db
from casework.desk.awaiting import awaited_states, hours_since
from casework.desk.shown import ClockShown, clock_shown
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.procedure import state_label, step_label
from casework.records.grants import CONTENT, Grant
from casework.records.journal import JournalEntry
from casework.records.models import Case

MOST = 8
NEWEST = 300
SINCE = timedelta(days=14)


@dataclass(frozen=True)
class CameBack:
    """An act of another office on a proceeding of mine."""

    number: str
    title: str | None
    seq: int
    label: str
    state: str
    office: str
    at: datetime


@dataclass(frozen=True)
class Owed:
    """A receipt or an answer that another office owes mine: since how many hours, and the clock if one runs."""

    number: str
    title: str | None
    procedure: str
    state: str
    office: str
    waited: int
    clock: ClockShown | None


def came_back(*, actor: Actor, now: datetime) -> list[CameBack]:
    """What other offices did on my office's proceedings in the last fourteen days, newest first, at most eight."""
    entry = JournalEntry
    moved = select(Proceeding.id).where(Proceeding.office_id == actor.office_id, Proceeding.moved_at >= now - SINCE)
    ids = list(db.session.scalars(moved.order_by(Proceeding.moved_at.desc()).limit(NEWEST)))
    asked = (
        select(*_named(actor), entry.seq, entry.step, entry.to_state, entry.procedure, entry.office, entry.at)
        .select_from(entry)
        .join(Case, Case.id == entry.case_id)
        .where(entry.proceeding_id.in_(ids))
        .where(entry.at >= now - SINCE, entry.office_id != actor.office_id, entry.person_id.is_not(None))
    )
    return [_came(row) for row in db.session.execute(asked.order_by(entry.at.desc(), entry.id.desc()).limit(MOST))]


def _came(row: Any) -> CameBack:
    state = state_label(row.procedure, row.to_state)
    return CameBack(row.number, row.title, row.seq, step_label(row.procedure, row.step), state, row.office, row.at)


def owed(*, actor: Actor, now: datetime) -> tuple[list[Owed], int]:
    """Receipts and answers that others owe, the most pressing first, at most eight; and how many in all."""
    clock = RunningClock
    pressing = and_(clock.proceeding_id == Proceeding.id, clock.state == "running", _stopped_by_the_answer())
    counted = func.count().over().label("total")
    asked = (
        select(*_named(actor), Proceeding.procedure, Proceeding.state.label("at"), Proceeding.moved_at)
        .add_columns(Organisation.name.label("office"), counted)
        .add_columns(clock.id, clock.rule, clock.label, clock.due, clock.due_at, clock.state, clock.provisional)
        .select_from(Proceeding)
        .join(Case, Case.id == Proceeding.case_id)
        .join(Organisation, Organisation.id == Proceeding.counterpart_id)
        .outerjoin(clock, pressing)
        .where(Proceeding.id.in_(_awaited(actor)))
    )
    order = (clock.due_at.is_(None), clock.due_at, Proceeding.moved_at, Proceeding.id)
    rows = list(db.session.execute(asked.order_by(*order).limit(MOST)))
    return [_owed(row, now) for row in rows], rows[0].total if rows else 0


def _owed(row: Any, now: datetime) -> Owed:
    state = state_label(row.procedure, row.at)
    waited, chip = hours_since(row.moved_at, now), clock_shown(row, now) if row.id else None
    return Owed(row.number, row.title, row.procedure, state, row.office, waited, chip)


def _named(actor: Actor) -> tuple[Any, ...]:
    readable = select(Grant.id).where(
        Grant.case_id == Case.id,
        Grant.office_id == actor.office_id,
        Grant.scope == CONTENT,
        Grant.until.is_(None),
    )
    return Case.number.label("number"), case((readable.exists(), Case.title)).label("title")


def _awaited(actor: Actor) -> Any:
    """My office's proceedings at a state at which the other side is waited for: one search of the index per procedure."""
    return union_all(
        *(
            select(Proceeding.id).where(
                Proceeding.office_id == actor.office_id,
                Proceeding.procedure == name,
                Proceeding.state.in_(sorted(states)),
            )
            for name, states in awaited_states().items()
        )
    )


def _stopped_by_the_answer() -> ColumnElement[bool]:
    """A clock that the other side's answer stops."""
    return or_(
        *(
            and_(Proceeding.procedure == name, Proceeding.state == state, RunningClock.rule.in_(sorted(rules)))
            for name, states in awaited_states().items()
            for state, rules in states.items()
            if rules
        )
    )
