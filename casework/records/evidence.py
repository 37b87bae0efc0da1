"""Evidence of a case: rows that point into the store."""

from datetime import datetime

from casework.base.db import db
from casework.identity.actor import Actor
from casework.records.evidence_store import StoredFile
from casework.records.models import Case, Evidence


def handed_in(case: Case) -> list[Evidence]:
    """What somebody handed in, without the signed copies of the house's own papers."""
    return [each for each in case.evidence if each.copy_of_id is None]


def receive(case: Case, files: tuple[StoredFile, ...], *, actor: Actor, now: datetime) -> list[Evidence]:
    """Enter stored files into the case, numbered on from what is there, inside an open door."""
    first = len(case.evidence) + 1
    rows = [
        Evidence(
            case=case,
            position=place,
            name=file.name,
            sha256=file.sha256,
            size=file.size,
            media_type=file.media_type,
            received_at=now,
            received_by_id=actor.office_id,
        )
        for place, file in enumerate(files, start=first)
    ]
    db.session.add_all(rows)
    return rows
