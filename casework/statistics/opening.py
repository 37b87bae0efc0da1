"""Opening a figure: the cases behind it, each with the journal entry that put it there; the hidden ones as a number."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, tuple_

from casework.base.db import db
from casework.identity.actor import Actor
from casework.records.grants import cases_visible_to
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.statistics.rows import Seen

BATCH = 400


@dataclass(frozen=True)
class Opened:
    """One fact behind a cell: its case and its journal entry (of the record), and what it adds."""

    seen: Seen
    case: Case
    entry: JournalEntry


def opened(found: list[Seen], actor: Actor) -> list[Opened]:
    """The facts whose cases the reader may see, in the order given; all others are only counted by the caller."""
    cases: dict[int, Case] = {}
    entries: dict[tuple[int, int], JournalEntry] = {}
    keys = list(dict.fromkeys((each.case_id, each.seq) for each in found if each.case_id))
    for place in range(0, len(keys), BATCH):
        batch = keys[place : place + BATCH]
        asked = cases_visible_to(actor).where(Case.id.in_({case for case, _ in batch}))
        cases.update({case.id: case for case in db.session.scalars(asked)})
        named = select(JournalEntry).where(tuple_(JournalEntry.case_id, JournalEntry.seq).in_(batch))
        entries.update({(each.case_id, each.seq): each for each in db.session.scalars(named)})
    return [
        Opened(each, cases[each.case_id], entries[each.case_id, each.seq]) for each in found if each.case_id in cases
    ]


def row_json(each: Opened) -> dict[str, Any]:
    """A fact as JSON: case number, entry, day, amount."""
    on = each.seen.on_day.isoformat() if each.seen.on_day else None
    return {"case": each.case.number, "seq": each.entry.seq, "step": each.entry.step, "on": on, "fen": each.seen.fen}
