"""The list of cases: newest first, keyset pages, a plain filter. A page costs the same whichever it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select

from casework.base.db import db
from casework.identifiers.names import party_key
from casework.identity.actor import Actor
from casework.procedure.models import Proceeding
from casework.procedure.procedure import PROCEDURES, state_label
from casework.records.grants import CONTENT, Grant
from casework.records.models import Case, Party

PAGE = 50


@dataclass(frozen=True)
class Asked:
    """What the reader asks for: a procedure, a number or party name, closed ones too."""

    q: str = ""
    procedure: str = ""
    closed_too: bool = False


@dataclass(frozen=True)
class Strand:
    """One proceeding of a listed case."""

    procedure: str
    state: str
    is_open: bool


@dataclass(frozen=True)
class CaseLine:
    """One case of the list; `title` is None where the office sees the status only."""

    id: int
    number: str
    title: str | None
    registered_at: datetime
    strands: tuple[Strand, ...]


@dataclass(frozen=True)
class CasePage:
    """A page of cases and the key of the next one, None on the last."""

    lines: tuple[CaseLine, ...]
    after: int | None


def case_list(asked: Asked, after: int | None, *, actor: Actor) -> CasePage:
    """The cases that the actor's office sees and that fit, newest first, from below the key `after`: three queries."""
    found = list(db.session.scalars(_ids(asked, after, actor)))
    ids = found[:PAGE]
    cases = db.session.execute(
        select(Case.id, Case.number, Case.title, Case.registered_at, _readable(actor).label("readable"))
        .where(Case.id.in_(ids))
        .order_by(Case.id.desc())
    )
    strands = _strands(ids)
    lines = tuple(
        CaseLine(row.id, row.number, row.title if row.readable else None, row.registered_at, strands.get(row.id, ()))
        for row in cases
    )
    return CasePage(lines, ids[-1] if len(found) > PAGE else None)


def _ids(asked: Asked, after: int | None, actor: Actor) -> Select[int]:
    listed = select(Grant.case_id).where(Grant.office_id == actor.office_id, Grant.until.is_(None)).distinct()
    if after is not None:
        listed = listed.where(Grant.case_id < after)
    strand: list[Any] = [Proceeding.case_id == Grant.case_id]
    if asked.procedure:
        strand.append(Proceeding.procedure == asked.procedure)
    if not asked.closed_too:
        strand.append(_is_open())
    if len(strand) > 1:
        listed = listed.where(exists().where(*strand))
    if asked.q:
        listed = listed.where(_fits(asked.q))
    return listed.order_by(Grant.case_id.desc()).limit(PAGE + 1)


def _is_open() -> Any:
    closed = [
        and_(Proceeding.procedure == name, Proceeding.state.in_(procedure.final))
        for name, procedure in PROCEDURES.items()
    ]
    return ~or_(*closed)


def _fits(q: str) -> Any:
    """Number or party; a party is only found in cases whose content the office may read."""
    key = party_key(q)
    numbered = select(Case.id).where(Case.number.contains(q.strip(), autoescape=True))
    if not key:
        return Grant.case_id.in_(numbered)
    named = select(Party.case_id).where(Party.name_key.contains(key, autoescape=True))
    return or_(Grant.case_id.in_(numbered), and_(Grant.scope == CONTENT, Grant.case_id.in_(named)))


def _readable(actor: Actor) -> Any:
    return exists().where(
        Grant.case_id == Case.id,
        Grant.office_id == actor.office_id,
        Grant.scope == CONTENT,
        Grant.until.is_(None),
    )


def _strands(ids: list[int]) -> dict[int, tuple[Strand, ...]]:
    asked = select(Proceeding.case_id, Proceeding.procedure, Proceeding.state).where(Proceeding.case_id.in_(ids))
    found: dict[int, tuple[Strand, ...]] = {}
    for case_id, procedure, state in db.session.execute(asked.order_by(Proceeding.id)):
        strand = Strand(procedure, state_label(procedure, state), state not in PROCEDURES[procedure].final)
        found[case_id] = (*found.get(case_id, ()), strand)
    return found
