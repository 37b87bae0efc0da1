"""What a step changed: collected from the session while the door is open, for the journal."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from casework.base.db import db
from casework.base.model import Base
from casework.base.secret import SecretText

LONGEST = 300
_KEY = "casework_changes"
UNTOLD = {"id", "state", "case_id", "proceeding_id", "version", "moved_at", "journal_count", "journal_head", "name_key"}
SILENT_TABLES = {
    "journal_entry",
    "running_clock",
    "outbox_item",
    "paper_record",
    "number_sequence",
    "case_grant",
    "handling",
}


@contextmanager
def collecting() -> Iterator[dict[str, Any]]:
    """Collect the changed columns of everything flushed in this block: table -> list of {column: [old, new]}."""
    session = db.session()
    found: dict[str, Any] = {}
    session.info[_KEY] = found
    try:
        yield found
        session.flush()
    finally:
        session.info.pop(_KEY, None)


@event.listens_for(Session, "before_flush")
def _collect(session: Session, _context: Any, _instances: Any) -> None:
    found = session.info.get(_KEY)
    if found is None:
        return
    for thing in [*session.new, *(each for each in session.dirty if session.is_modified(each))]:
        if str(thing.__tablename__) not in SILENT_TABLES and not getattr(thing, "__withheld__", False):
            _note(found, thing)


def _note(found: dict[str, Any], thing: Base) -> None:
    state = inspect(thing)
    told: dict[str, list[Any]] = {}
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if column.key in UNTOLD or not history.has_changes():
            continue
        secret = isinstance(column.columns[0].type, SecretText)
        old = history.deleted[0] if history.deleted else None
        new = history.added[0] if history.added else None
        if old != new:
            told[column.key] = [_plain(old, secret), _plain(new, secret)]
    if told:
        found.setdefault(str(thing.__tablename__), []).append(told)


def _plain(value: Any, secret: bool) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if secret:
        return "•••"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | dict | float):
        return value
    text = str(value)
    if len(text) <= LONGEST:
        return text
    return {"chars": len(text), "sha256": hashlib.sha256(text.encode()).hexdigest()}
