"""Import of a ledger: read, judged, and, unless it is a rehearsal, entered in one transaction."""

from collections.abc import Callable
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
Stop = Callable[[int, int], None]


def import_ledger(
    path: Path, today: date, *, dry_run: bool, office: Organisation | None = None, progress: Stop | None = None
) -> dict[str, Any]:
    """What becomes of every row of a file (cli-contract section 8), judged as of `today` (Shanghai).

    Without `dry_run` the rows that go in are entered and committed together: by `office`, else by the office that the
    sheet names. `progress` hears how many rows of how many are done and may raise, which undoes everything. Raises
    UnreadableWorkbook.
    """
    sheets = read_sheets(path)
    roster = frozenset(db.session.scalars(select(Mediator.name)))
    told = [judged(sheet, today, roster) for sheet in sheets]
    answer: dict[str, Any] = {"file": path.name, "sheets": [each.told() for each in told]}
    if dry_run:
        return answer
    _enter(sheets, told, answer["sheets"], office, progress)
    db.session.commit()
    return answer


def _enter(
    sheets: list[Sheet],
    told: list[JudgedSheet],
    answers: list[dict[str, Any]],
    office: Organisation | None,
    progress: Stop | None,
) -> None:
    whole, done = sum(len(each.rows) for each in told), 0
    for sheet, found, answer in zip(sheets, told, answers, strict=True):
        by = office or _named(sheet, found.ledger)
        for row, line in zip(found.rows, answer["rows"], strict=True):
            entered = enter(row, found.ledger or "", by)
            line.update(entered.told() if entered else {})
            done += 1
            if progress:
                progress(done, whole)


def _named(sheet: Sheet, ledger: str | None) -> Organisation | None:
    """The office of the ledger's kind whose name stands in the head of the sheet."""
    said = plain("".join(str(value) for row in sheet.rows[:HEAD_ROWS] for value in row))
    offices = select(Organisation).where(Organisation.kind == KIND_OF.get(ledger or "", ""), Organisation.active)
    found = [each for each in db.session.scalars(offices) if plain(each.name) in said]
    return max(found, key=lambda each: len(each.name), default=None)
