"""A scan that came back, and the paper it is of."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import JsonText
from casework.documents.models import PaperRecord
from casework.procedure.models import Proceeding
from casework.records.models import Evidence

NAME, MATCHED = "scan", "matched"
CODE, HAND = "code", "hand"


class Scan(Proceeding):
    """One scan of one signed paper. `signed_on` is the local day written beside the signatures."""

    __tablename__ = "paper_scan"
    __table_args__ = (CheckConstraint("matched_by IN ('code', 'hand')", name="way_known"),)
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper_record.id", ondelete="RESTRICT"), index=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id", ondelete="RESTRICT"))
    matched_by: Mapped[str] = mapped_column(String(4), comment="code: printed on the paper; hand: chosen by a person")
    signed_on: Mapped[date]
    signers: Mapped[list[Any]] = mapped_column(JsonText, comment="who signed, as ticked: refs of parties, names")
    paper: Mapped[PaperRecord] = relationship()
    evidence: Mapped[Evidence] = relationship()
