"""A label on a party of a case: proposed by one person, found or rejected by another. Never by the product."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import JsonText
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "label"


class Label(Proceeding):
    """One label. `sources` are the earlier findings it rests on; `window_from` the first day that counts."""

    __tablename__ = "label"
    __table_args__ = (
        CheckConstraint("found_on IS NULL OR found_by IS NOT NULL", name="found_by_somebody"),
        Index("ix_label_party_id_code", "party_id", "code"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    code: Mapped[str] = mapped_column(String(10), comment="LBL-1 to LBL-6")
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    window_from: Mapped[date | None]
    sources: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, default=list)
    signs: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="ticked signs of intent, or conduct")
    reason: Mapped[str] = mapped_column(Text, default="")
    proposed_by: Mapped[str | None] = mapped_column(String(60))
    found_by: Mapped[str | None] = mapped_column(String(60))
    found_on: Mapped[date | None]
    closing_reason: Mapped[str | None] = mapped_column(String(300))
    party: Mapped[Party] = relationship()
