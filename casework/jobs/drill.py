"""A copy of the database and the drill of restoring it: the copy is opened by itself and compared with the original."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from casework.base import wallclock
from casework.base.db import db
from casework.base.tasks import Handler, LongTask, Tell

KIND = "backup_drill"
COMPARED = ("dispute_case", "journal_entry", "paper_record", "evidence", "person")
KEPT = 14
PAGES = 4000
WHOLE, COPYING = 100, 80


def drill(folder: Path) -> Handler:
    """The long task that copies the database into `folder` and proves that the copy can be restored."""

    def run(_task: LongTask, tell: Tell) -> dict[str, Any]:
        return copy_and_prove(folder, now=wallclock.now(), tell=tell)

    return run


def copy_and_prove(folder: Path, *, now: datetime, tell: Callable[[int, int], None]) -> dict[str, Any]:
    """Copy, check the copy by itself, compare counts and the newest entry of the journal; what was found.

    SQLite only: on PostgreSQL the office's own dump is the copy, and the result says so.
    """
    if db.engine.dialect.name != "sqlite":
        return {"engine": db.engine.dialect.name, "fit": None}
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{wallclock.local_time(now):%Y%m%d-%H%M%S}.db"
    try:
        counted = _copied(target, tell)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    found = _proved(target, counted)
    target.with_suffix(".json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    _sweep(folder)
    tell(WHOLE, WHOLE)
    return found


def _copied(target: Path, tell: Callable[[int, int], None]) -> dict[str, int]:
    """Copy the pages as they stand at the beginning, telling how far it is; the counts of the original then.

    The source is read in one transaction: without it each write by somebody else would begin the copy anew.
    """
    tell(0, WHOLE)
    db.session.rollback()
    with closing(sqlite3.connect(str(db.engine.url.database))) as source, closing(sqlite3.connect(target)) as copy:
        source.execute("BEGIN")
        counted = _counts(source)
        source.backup(copy, pages=PAGES, progress=lambda _code, left, all_: tell(_share(all_ - left, all_), WHOLE))
    return counted


def _share(copied: int, pages: int) -> int:
    """Copied pages as a part of the whole task; the proof is the rest of it."""
    return COPYING * copied // max(pages, 1)


def _proved(target: Path, counted: dict[str, int]) -> dict[str, Any]:
    with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as copy:
        whole = copy.execute("PRAGMA integrity_check").fetchone()[0]
        loose = len(copy.execute("PRAGMA foreign_key_check").fetchmany(10))
        there = _counts(copy)
    grown = all(there[name] <= counted[name] for name in COMPARED)
    fit = whole == "ok" and not loose and grown and there["dispute_case"] > 0
    return {"file": target.name, "bytes": target.stat().st_size, "whole": whole, "loose": loose, "fit": fit, **there}


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COMPARED}  # noqa: S608 - our own names


def _sweep(folder: Path) -> None:
    for old in sorted(folder.glob("*.db"))[:-KEPT]:
        old.unlink()
        old.with_suffix(".json").unlink(missing_ok=True)


def kept(folder: Path) -> list[dict[str, Any]]:
    """What the copies in a folder were found to be, the newest first."""
    return [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"), reverse=True)]
