"""The record of outside acts: suits, hearings, judgments, arrests, prosecution. We record, we do not decide."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base
from casework.procedure.models import Proceeding

NAME = "outside_record"


class OutsideRecord(Proceeding):
    """One run of acts of other authorities on a dispute, kept by the office that learns of them."""

    __tablename__ = "outside_record"
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    acts: Mapped[list["OutsideAct"]] = relationship(back_populates="record", order_by="OutsideAct.id")


class OutsideAct(Base):
    """One outside act: what, by whom, on which local day (None where it is not known), with which document."""

    __tablename__ = "outside_act"
    __table_args__ = (CheckConstraint("length(authority) > 0", name="authority_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("outside_record.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    authority: Mapped[str] = mapped_column(String(120), comment="who did it")
    on: Mapped[date | None] = mapped_column("happened_on")
    number: Mapped[str | None] = mapped_column(String(120), comment="case or document number as told")
    note: Mapped[str | None] = mapped_column(Text)
    record: Mapped[OutsideRecord] = relationship(back_populates="acts")
