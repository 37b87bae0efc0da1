"""What stands around a case: the way each proceeding came and can go, who handles it, who sees what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import has_phrase, phrase
from casework.identity.models import Organisation, Person
from casework.procedure.models import Handling, Proceeding
from casework.procedure.procedure import PROCEDURES, procedure_of, state_label
from casework.records.grants import Grant
from casework.records.journal import JournalEntry

MOST_BEFORE = 4
MOST_AHEAD = 4


@dataclass(frozen=True)
class Trail:
    """Where a proceeding stands on its chart: states behind it (`more` were left out), states it can reach next."""

    before: tuple[str, ...]
    more: int
    ahead: tuple[str, ...]


@dataclass(frozen=True)
class Sight:
    """An office's sight of a case: which part, given by which step, since when and until when."""

    office: str
    scope: str
    purpose: str
    since: datetime
    until: datetime | None


def trails(proceedings: Sequence[Proceeding]) -> dict[int, Trail]:
    """The trail of each proceeding, by id: one query."""
    ids = [each.id for each in proceedings]
    asked = select(JournalEntry.proceeding_id, JournalEntry.to_state).where(JournalEntry.proceeding_id.in_(ids))
    been: dict[int, list[str]] = {}
    for proceeding_id, state in db.session.execute(asked.order_by(JournalEntry.proceeding_id, JournalEntry.seq)):
        states = been.setdefault(proceeding_id, [])
        if not states or states[-1] != state:
            states.append(state)
    return {each.id: _trail(each, been.get(each.id, [])[:-1]) for each in proceedings}


def _trail(proceeding: Proceeding, before: list[str]) -> Trail:
    name = proceeding.procedure
    steps = procedure_of(proceeding).lawful(proceeding.state)
    ahead = dict.fromkeys(step.dest for step in steps if step.dest not in ("=", proceeding.state) and step.offered)
    return Trail(
        tuple(state_label(name, state) for state in before[-MOST_BEFORE:]),
        max(0, len(before) - MOST_BEFORE),
        tuple(state_label(name, state) for state in list(ahead)[:MOST_AHEAD]),
    )


def handlers(proceedings: Sequence[Proceeding]) -> dict[int, str]:
    """The name of who handles each proceeding, by id; absent where nobody does."""
    asked = (
        select(Handling.proceeding_id, Person.name)
        .join(Person, Person.id == Handling.person_id)
        .where(Handling.proceeding_id.in_([each.id for each in proceedings]))
    )
    return {row.proceeding_id: row.name for row in db.session.execute(asked)}


def sights(case_id: int) -> list[Sight]:
    """Which offices see or saw the case, oldest first: one query."""
    asked = (
        select(Organisation.name, Grant.scope, Grant.purpose, Grant.since, Grant.until)
        .join(Organisation, Organisation.id == Grant.office_id)
        .where(Grant.case_id == case_id)
        .order_by(Grant.id)
    )
    return [
        Sight(row.name, row.scope, _purpose(row.purpose), row.since, row.until) for row in db.session.execute(asked)
    ]


def _purpose(step: str) -> str:
    """The word of the step that shared a case; every procedure that has it calls it the same."""
    keys = (f"step.{name}.{step}" for name in PROCEDURES)
    return next((phrase(key) for key in keys if has_phrase(key)), step)
