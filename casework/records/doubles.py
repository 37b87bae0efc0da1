"""Possible doubles (疑似重复): other disputes with a party or a right in common, before a second one is opened."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from casework.base.db import db
from casework.identity.actor import Actor
from casework.records.filing import code_digests, name_key, right_keys
from casework.records.grants import cases_visible_to
from casework.records.models import Case, Party, Right

MOST = 10


@dataclass(frozen=True)
class Double:
    """A case that may be the same dispute. `number` is None when the reader may not see it."""

    number: str | None
    registered_at: datetime
    shared: tuple[str, ...]


def possible_doubles(
    names: list[str], codes: list[str], right_numbers: list[str], *, actor: Actor, except_id: int | None = None
) -> list[Double]:
    """Newest first, at most ten: cases that share a party name, a credit code or a right's number.

    Cases outside the actor's sight are told by date only, so that no other office's dispute leaks.
    """
    hits = _party_hits(names, codes)
    for case_id, shared in _right_hits(right_numbers).items():
        hits[case_id] = hits.get(case_id, set()) | shared
    hits.pop(except_id or 0, None)
    if not hits:
        return []
    newest = select(Case).where(Case.id.in_(hits)).order_by(Case.id.desc()).limit(MOST)
    cases = db.session.scalars(newest).all()
    visible = set(db.session.scalars(cases_visible_to(actor).where(Case.id.in_(hits)).with_only_columns(Case.id)))
    return [
        Double(case.number if case.id in visible else None, case.registered_at, tuple(sorted(hits[case.id])))
        for case in cases
    ]


def _party_hits(names: list[str], codes: list[str]) -> dict[int, set[str]]:
    asked: list[ColumnElement[bool]] = []
    keys = [name_key(name) for name in names if name]
    digests = [digest for code in codes if code for digest in code_digests(code)]
    if keys:
        asked.append(Party.name_key.in_(keys))
    if digests:
        asked.append(Party.code_key.in_(digests))
    if not asked:
        return {}
    newest = select(Party.case_id).where(or_(*asked)).order_by(Party.case_id.desc()).limit(100)
    return {case_id: {"party"} for case_id in db.session.scalars(newest)}


def _right_hits(numbers: list[str]) -> dict[int, set[str]]:
    given = [key for number in numbers if number for key in right_keys(number)]
    if not given:
        return {}
    newest = select(Right.case_id).where(Right.canonical.in_(given)).order_by(Right.case_id.desc()).limit(100)
    return {case_id: {"right"} for case_id in db.session.scalars(newest)}
