"""Import of a ledger: read, judged, and, unless it is a rehearsal, entered in one transaction."""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.exchange.ledger.entering import KIND_OF, enter
from casework.exchange.ledger.judging import JudgedSheet, judged
from casework.exchange.ledger.words import plain
from casework.exchange.ledger.workbook import Sheet, read_sheets
from casework.identity.models import Organisation
from casework.mediation.models import Mediator

HEAD_ROWS = 5


def import_ledger(path: Path, today: date, *, dry_run: bool, office: Organisation | None = None) -> dict[str, Any]:
    """What becomes of every row of a file (cli-contract section 8), judged as of `today` (Shanghai).

    Without `dry_run` the rows that go in are entered and committed together: by `office`, else by the office that the
    sheet names. Raises UnreadableWorkbook.
    """
    pairs = judged_sheets(path, today)
    answer: dict[str, Any] = {"file": path.name, "sheets": [found.told() for _, found in pairs]}
    if dry_run:
        return answer
    for (sheet, found), told in zip(pairs, answer["sheets"], strict=True):
        by = office or named_office(sheet, found.ledger)
        for row, line in zip(found.rows, told["rows"], strict=True):
            entered = enter(row, found.ledger or "", by)
            line.update(entered.told() if entered else {})
    db.session.commit()
    return answer


def judged_sheets(path: Path, today: date) -> list[tuple[Sheet, JudgedSheet]]:
    """The sheets of a file, each with its rows judged as of a day. Raises UnreadableWorkbook."""
    known = roster()
    return [(sheet, judged(sheet, today, known)) for sheet in read_sheets(path)]


def roster() -> frozenset[str]:
    """The names of all mediators, to tell those in a ledger that nobody knows."""
    return frozenset(db.session.scalars(select(Mediator.name)))


def named_office(sheet: Sheet, ledger: str | None) -> Organisation | None:
    """The office of the ledger's kind whose name stands in the head of the sheet."""
    said = plain("".join(str(value) for row in sheet.rows[:HEAD_ROWS] for value in row))
    offices = select(Organisation).where(Organisation.kind == KIND_OF.get(ledger or "", ""), Organisation.active)
    found = [each for each in db.session.scalars(offices) if plain(each.name) in said]
    return max(found, key=lambda each: len(each.name), default=None)
