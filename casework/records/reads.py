"""The log of reads: who looked at party data, for which office, when. Written apart from the case's journal."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base, UtcDateTime
from casework.identity.actor import Actor
from casework.records.models import Case


class ReadEntry(Base):
    """One look at a case's party data."""

    __tablename__ = "read_entry"
    __table_args__ = (Index("ix_read_entry_case_id_at", "case_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    what: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def note_read(case: Case, what: str, *, actor: Actor, now: datetime) -> None:
    """Note that the actor read `what` of the case."""
    db.session.add(ReadEntry(case_id=case.id, person_id=actor.person_id, office_id=actor.office_id, what=what, at=now))
