"""What administrators did to offices, people and access: written once, never changed by the product."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime
from casework.identity.actor import Actor


class AdministrationEntry(Base):
    """One act of an administrator: who, when, what, about which office."""

    __tablename__ = "administration_entry"
    __table_args__ = (Index("ix_administration_entry_office_id_what", "office_id", "what", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    what: Mapped[str] = mapped_column(String(30))
    told: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict, comment="never a password")


def write_entry(what: str, office_id: int | None, told: dict[str, Any], *, actor: Actor, now: datetime) -> None:
    """Note an act of the administrator."""
    row = AdministrationEntry(
        at=now, actor=actor.name, person_id=actor.person_id, office_id=office_id, what=what, told=told
    )
    db.session.add(row)
