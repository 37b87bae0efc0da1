"""Private notes of a mediator (C-14, P-11): written at any time, read by the mediators in charge, by nobody else.

A note is no step: it moves nothing, and the journal must not know of it.
"""

from datetime import datetime

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.identity.actor import Actor
from casework.identity.roles import Role
from casework.mediation.models import Mediation, PrivateNote

SORTS = ("caucus", "concession")
LONGEST, MOST = 5000, 200


def may_read_notes(mediation: Mediation, actor: Actor) -> bool:
    """Whether the actor is a mediator in charge: of the handling office, and named where names are people's."""
    serving = {each.mediator.person_id for each in mediation.named}
    mine = actor.office_id == mediation.office_id and actor.role == Role.MEDIATOR
    return mine and (actor.person_id in serving or not serving)


def notes_of(mediation: Mediation, *, actor: Actor) -> list[PrivateNote]:
    """The notes, newest first; empty for anybody who is not a mediator in charge."""
    if not may_read_notes(mediation, actor):
        return []
    asked = select(PrivateNote).where(PrivateNote.mediation_id == mediation.id)
    return list(db.session.scalars(asked.order_by(PrivateNote.id.desc()).limit(MOST)))


def keep_note(mediation: Mediation, sort: str, text: str, *, actor: Actor, now: datetime) -> PrivateNote:
    """Keep a note apart from the record. Raises NotFound for anybody else, Invalid for an empty one."""
    if not may_read_notes(mediation, actor):
        raise NotFound("notes")
    if sort not in SORTS or not text or len(text) > LONGEST:
        raise Invalid({"text": [phrase("room.note_wrong", most=LONGEST)]})
    note = PrivateNote(mediation_id=mediation.id, kind=sort, text=text, written_by=actor.name, written_at=now)
    db.session.add(note)
    return note
