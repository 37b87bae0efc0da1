"""Keeping, finding and throwing away what a person was typing. Files are no part of it."""

import json
from collections.abc import Iterable
from datetime import datetime

from werkzeug.datastructures import MultiDict

from casework.base.db import db
from casework.counter.models import Draft

MOST_BYTES = 200_000
NOT_TYPED = {"csrf_token", "version", "password"}


def keep(person_id: int, form: str, typed: Iterable[tuple[str, list[str]]], *, now: datetime) -> bool:
    """Keep what was typed in a form, in place of what was kept before; False where it is empty or beyond all measure."""
    told = {name: values for name, values in typed if name not in NOT_TYPED and any(each.strip() for each in values)}
    text = json.dumps(told, ensure_ascii=False)
    if not told or len(text.encode()) > MOST_BYTES:
        return False
    found = db.session.get(Draft, (person_id, form))
    if found is None:
        db.session.add(Draft(person_id=person_id, form=form, typed=text, saved_at=now))
    else:
        found.typed, found.saved_at = text, now
    return True


def find(person_id: int, form: str) -> tuple[MultiDict[str, str], datetime] | None:
    """What the person had typed, as form input, and when; None where nothing is kept."""
    found = db.session.get(Draft, (person_id, form))
    return (MultiDict(json.loads(found.typed)), found.saved_at) if found else None


def discard(person_id: int, form: str) -> None:
    """Throw the draft away: it was sent, or its writer does not want it."""
    found = db.session.get(Draft, (person_id, form))
    if found is not None:
        db.session.delete(found)
