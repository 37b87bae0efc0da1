"""Ledgers handed in on a page: kept under their fingerprint until they are entered, and entered by a long task."""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from casework.base.db import db, reading_only
from casework.base.tasks import LongTask, Tell
from casework.exchange.ledger.entering import Entered, enter
from casework.exchange.ledger.importing import judged_sheets, named_office, roster
from casework.exchange.ledger.judging import GOES_IN, judged
from casework.exchange.ledger.workbook import read_sheets
from casework.identity.directory import office_by_id

TASK, REHEARSAL = "enter_ledger", "rehearse_ledger"
MOST_AT_ONCE = 1000
MARK = re.compile(r"[0-9a-f]{64}\.(xlsx|xls|ods|csv)")
ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
MOST_TOLD, MOST_SHOWN = 200, 500


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


def is_long(file: Path) -> bool:
    """Whether judging its rows takes so long that the worker does it. Raises UnreadableWorkbook."""
    return sum(len(sheet.rows) for sheet in read_sheets(file)) > MOST_AT_ONCE


def rehearsed(file: Path, today: date, known: frozenset[str], tell: Tell | None = None) -> dict[str, Any]:
    """The fate of every row as of a day, as plain values; of each sheet the first rows in full.

    `known` are the mediators of the roster. Raises UnreadableWorkbook.
    """
    sheets = read_sheets(file)
    whole, before, found = sum(len(sheet.rows) for sheet in sheets), 0, []
    for sheet in sheets:
        said = partial(_told, tell, before, whole) if tell else None
        found.append(judged(sheet, today, known, said))
        before += len(sheet.rows)
    shown = [
        {**each.told(), "rows": [row.told() for row in each.rows[:MOST_SHOWN]], "whole": len(each.rows)}
        for each in found
        if each.ledger
    ]
    fates = Counter(row.status for each in found for row in each.rows)
    return {"sheets": shown, "others": [each.name for each in found if not each.ledger], "fates": dict(fates)}


def rehearse_kept(task: LongTask, tell: Tell, folder: Path) -> dict[str, Any]:
    """The long task: judge the rows of the file that the payload names, keep what came of it for the page."""
    file = kept(folder, task.payload["file"])
    if file is None:
        raise LookupError(task.payload["file"])
    with reading_only():
        known = roster()
        db.session.rollback()
    told = rehearsed(file, date.fromisoformat(task.payload["day"]), known, tell)
    _beside(file).write_text(json.dumps(told, ensure_ascii=False, default=str), "utf-8")
    return {"counts": {}}


def last_rehearsal(file: Path) -> dict[str, Any] | None:
    """What the worker found about a long ledger, None while it has not ended."""
    told = _beside(file)
    return json.loads(told.read_text("utf-8")) if told.is_file() else None


def _beside(file: Path) -> Path:
    return file.with_suffix(".json")


def _told(tell: Tell, before: int, whole: int, rows: int) -> None:
    tell(before + rows, whole)


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
