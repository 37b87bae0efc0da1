"""Whether the journal is whole: recompute every chain and name the first place where it was altered."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from casework.base.db import db
from casework.records.journal import JournalEntry, fingerprint
from casework.records.models import Case


@dataclass(frozen=True)
class Break:
    """A place where a chain does not hold: which case, which entry, and what is wrong."""

    case_number: str
    seq: int
    problem: str


def first_breaks(limit: int = 20) -> list[Break]:
    """The first break of each damaged chain, at most `limit` of them. Memory stays flat."""
    found: list[Break] = []
    for case in db.session.scalars(select(Case).order_by(Case.id).execution_options(yield_per=500)):
        broken = break_of(case)
        if broken is not None:
            found.append(broken)
        if len(found) >= limit:
            break
    return found


def break_of(case: Case) -> Break | None:
    """The first break of one case's chain, or None when it holds from the first entry to the head."""
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id).order_by(JournalEntry.seq)
    entries = db.session.scalars(asked.execution_options(populate_existing=True)).all()
    return next(chain_breaks(case, list(entries)), None)


def chain_breaks(case: Case, entries: list[JournalEntry]) -> Iterator[Break]:
    """Every break of a chain, in order: gaps, wrong links, changed content, a head that does not fit."""
    previous = ""
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place:
            yield Break(case.number, place, "missing")
            return
        if entry.previous != previous:
            yield Break(case.number, place, "link")
        if entry.hash != fingerprint(entry):
            yield Break(case.number, place, "content")
        previous = entry.hash
    if case.journal_count != len(entries):
        yield Break(case.number, len(entries) + 1, "missing")
    elif case.journal_head != previous:
        yield Break(case.number, len(entries), "head")
