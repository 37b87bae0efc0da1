"""An adjudication (行政裁决): one request to the office that handles patent matters."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import JsonText
from casework.procedure.models import Proceeding

NAME = "adjudication"


class Adjudication(Proceeding):
    """One adjudication. `panel` are the names of its members; a decision keeps its number, result and text."""

    __tablename__ = "adjudication"
    __table_args__ = (
        CheckConstraint("decision IS NULL OR decided_on IS NOT NULL", name="decision_has_a_date"),
        CheckConstraint("ended_ground IS NULL OR ended_on IS NOT NULL", name="end_has_a_date"),
        CheckConstraint("extension_steps BETWEEN 0 AND 2", name="two_extensions_at_most"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    missing: Mapped[list[str]] = mapped_column(JsonText, default=list)
    asked_once: Mapped[bool] = mapped_column(default=False)
    panel: Mapped[list[str]] = mapped_column(JsonText, default=list)
    pending_elsewhere: Mapped[str | None] = mapped_column(String(200), comment="suit or other way agreed on (ADJ-4)")
    served_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    objected_on: Mapped[date | None]
    hearing_on: Mapped[date | None]
    suspended_for: Mapped[int | None] = mapped_column(comment="ground 1-7 of art 28")
    decision: Mapped[str | None] = mapped_column(String(12), comment="established or dismissed")
    decision_number: Mapped[str | None] = mapped_column(String(60))
    decision_text: Mapped[str | None] = mapped_column(Text)
    decided_on: Mapped[date | None]
    extension_steps: Mapped[int] = mapped_column(default=0)
    ended_ground: Mapped[str | None] = mapped_column(String(30))
    ended_on: Mapped[date | None]
