"""Ledgers handed in on a page: kept under their fingerprint until they are entered, and entered by a long task."""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

from casework.base.db import db, reading_only
from casework.base.tasks import LongTask, Tell
from casework.exchange.ledger.entering import Entered, enter
from casework.exchange.ledger.importing import judged_sheets, named_office
from casework.exchange.ledger.judging import GOES_IN
from casework.identity.directory import office_by_id

TASK = "enter_ledger"
MARK = re.compile(r"[0-9a-f]{64}\.(xlsx|xls|ods|csv)")
ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
MOST_TOLD = 200


def keep(folder: Path, name: str, content: bytes) -> str | None:
    """Keep a handed-in file; its mark, or None when its ending is not one of a ledger."""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        return None
    mark = hashlib.sha256(content).hexdigest() + ending
    folder.mkdir(parents=True, exist_ok=True)
    (folder / mark).write_bytes(content)
    return mark


def kept(folder: Path, mark: str) -> Path | None:
    """The file of a mark, None when there is none."""
    found = folder / mark
    return found if MARK.fullmatch(mark) and found.is_file() else None


def enter_kept(task: LongTask, tell: Tell, folder: Path) -> dict[str, Any]:
    """The long task: enter every row that goes in, each in a transaction of its own; a row entered before is left alone.

    The payload names `file` (a mark), `office` (an id or None) and `day` (as of which rows are judged). Raises
    LookupError when the file is gone, UnreadableWorkbook.
    """
    file = kept(folder, task.payload["file"])
    if file is None:
        raise LookupError(task.payload["file"])
    with reading_only():
        pairs = judged_sheets(file, date.fromisoformat(task.payload["day"]))
        db.session.rollback()
    whole = sum(len(found.rows) for _, found in pairs)
    counts = {"entered": 0, "already": 0, "refused": 0, "left_out": 0}
    refused: list[dict[str, str]] = []
    done = 0
    for sheet, found in pairs:
        for row in found.rows:
            office = (
                office_by_id(task.payload["office"]) if task.payload["office"] else named_office(sheet, found.ledger)
            )
            entered = enter(row, found.ledger or "", office) if row.status in GOES_IN else None
            counts[_outcome(entered)] += 1
            if entered and entered.refused and not entered.present and len(refused) < MOST_TOLD:
                refused.append({"piece": f"{sheet.name} {row.row.number}", "why": entered.refused})
            done += 1
            tell(done, whole)
    return {"counts": counts, "refused": refused}


def _outcome(entered: Entered | None) -> str:
    if entered is None:
        return "left_out"
    if entered.case_number:
        return "entered"
    return "already" if entered.present else "refused"
