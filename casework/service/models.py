"""The service of one paper on one party."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.documents.models import PaperRecord
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "service"
SENT, SERVED, UNDELIVERED, GIVEN_UP = "sent", "served", "undelivered", "given_up"
OPEN = (SENT, UNDELIVERED)


class Service(Proceeding):
    """One paper on its way to one party. `served_on` is the day that counts by law (T-13), a local date."""

    __tablename__ = "paper_service"
    __table_args__ = (
        CheckConstraint("served_on IS NULL OR proof IS NOT NULL", name="served_with_proof"),
        CheckConstraint("served_on IS NULL OR served_on >= sent_on", name="served_after_sending"),
        Index("ix_paper_service_paper_id", "paper_id", "party_id"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper_record.id", ondelete="RESTRICT"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    way: Mapped[str] = mapped_column(String(12))
    recipient: Mapped[str | None] = mapped_column(String(60), comment="who takes it for the party")
    address: Mapped[str | None] = mapped_column(String(200), comment="where it went")
    sent_on: Mapped[date]
    others_failed: Mapped[str | None] = mapped_column(String(300), comment="public notice: why no other way is left")
    proof: Mapped[str | None] = mapped_column(String(12))
    proof_number: Mapped[str | None] = mapped_column(String(80))
    received_by: Mapped[str | None] = mapped_column(String(60), comment="who signed for it")
    served_on: Mapped[date | None]
    failed_on: Mapped[date | None]
    failure: Mapped[str | None] = mapped_column(String(10))
    closing_reason: Mapped[str | None] = mapped_column(String(300))
    paper: Mapped[PaperRecord] = relationship()
    party: Mapped[Party] = relationship()
