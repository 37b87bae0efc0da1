"""A correction of the record, with its reason; what it changed stands in its journal entry, old and new."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.procedure.models import Proceeding

NAME, RECORDED = "correction", "recorded"


class Correction(Proceeding):
    """One correction of what the record tells of the dispute."""

    __tablename__ = "record_correction"
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    reason: Mapped[str] = mapped_column(String(300))
