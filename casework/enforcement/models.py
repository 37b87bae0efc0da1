"""A penalty case (行政处罚) from lead to closing, with its measures, its threshold sheets and the reporter's vault."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText, UtcDateTime
from casework.base.secret import SecretText
from casework.procedure.models import Proceeding

NAME = "penalty"
POLICE_TRANSFER = "transfer_police"


class Penalty(Proceeding):
    """One lead and the penalty case that grows out of it (transfer.md 2.2)."""

    __tablename__ = "penalty"
    __table_args__ = (
        CheckConstraint("fine_fen IS NULL OR fine_fen >= 0", name="fine_not_negative"),
        CheckConstraint("decided_on IS NULL OR notified_on IS NOT NULL", name="decided_after_notice"),
        CheckConstraint("suspended_ground IS NULL OR suspended_on IS NOT NULL", name="suspended_has_day"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    source: Mapped[str] = mapped_column(String(20), comment="report, complaint, inspection, transfer, police ...")
    suspected: Mapped[str] = mapped_column(Text, comment="the act suspected, in words")
    act_ended_on: Mapped[date | None] = mapped_column(comment="last day of the act, for the limit of PEN-3")
    endangers_life: Mapped[bool] = mapped_column(default=False, comment="five years instead of two (PEN-3)")
    real_name_report: Mapped[bool] = mapped_column(default=False)
    officers: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="names of those who handle it")
    identification_asked_on: Mapped[date | None] = mapped_column(
        comment="goods are with the right holder or the appraiser since"
    )
    filed_on: Mapped[date | None]
    suspended_ground: Mapped[str | None] = mapped_column(String(20))
    suspended_on: Mapped[date | None]
    findings: Mapped[str | None] = mapped_column(Text, comment="result of the investigation")
    reviewed_by: Mapped[str | None] = mapped_column(String(60))
    proposed: Mapped[str | None] = mapped_column(Text, comment="the penalty that the notice announces")
    notified_on: Mapped[date | None] = mapped_column(comment="the notice reached the party")
    hearing_waived: Mapped[bool] = mapped_column(default=False)
    hearing_on: Mapped[date | None]
    hearing_held: Mapped[bool] = mapped_column(default=False)
    decided_on: Mapped[date | None]
    decision_number: Mapped[str | None] = mapped_column(String(60))
    fine_fen: Mapped[int | None] = mapped_column(BigInteger, comment="the fine, fen")
    confiscated_fen: Mapped[int | None] = mapped_column(BigInteger, comment="illegal gain confiscated, fen")
    decision: Mapped[str | None] = mapped_column(Text)
    warning_only: Mapped[bool] = mapped_column(default=False)
    served_on: Mapped[date | None]
    published_on: Mapped[date | None]
    closing_reason: Mapped[str | None] = mapped_column(String(500))
    measures: Mapped[list["Measure"]] = relationship(back_populates="penalty", order_by="Measure.position")


class Measure(Base):
    """A measure in force on goods: seizure (查封、扣押) or registration-preservation (先行登记保存)."""

    __tablename__ = "penalty_measure"
    __table_args__ = (
        UniqueConstraint("penalty_id", "position"),
        CheckConstraint("kind IN ('seizure', 'preservation')", name="kind_known"),
        CheckConstraint("(ended_on IS NULL) = (ended_by IS NULL)", name="end_has_cause"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    penalty_id: Mapped[int] = mapped_column(ForeignKey("penalty.id", ondelete="RESTRICT"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(14))
    document: Mapped[str | None] = mapped_column(String(60), comment="number of the seizure paper")
    goods: Mapped[str] = mapped_column(Text, comment="one line per item: name, quantity, features, value")
    items: Mapped[list[dict[str, Any]]] = mapped_column(
        JsonText, default=list, server_default="[]", comment="item by item as goods.Item, empty where told in words"
    )
    place: Mapped[str | None] = mapped_column(String(200), comment="where the goods are stored")
    taken_on: Mapped[date]
    ended_on: Mapped[date | None]
    ended_by: Mapped[str | None] = mapped_column(String(20), comment="lifted, decided, handed_over")
    penalty: Mapped[Penalty] = relationship(back_populates="measures")

    @property
    def label(self) -> str:
        """What its clock is told apart by."""
        return f"#{self.position}"


class ThresholdSheet(Base):
    """Facts measured against the criminal thresholds, and the officer's suspicion in words: advice, no finding."""

    __tablename__ = "threshold_sheet"
    __table_args__ = (CheckConstraint("tier IN ('none', 'basic', 'serious')", name="tier_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), index=True)
    crime: Mapped[str | None] = mapped_column(String(10), comment="article of the Criminal Law: 213 ... 219")
    figures: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict, comment="yuan, pieces, days")
    met: Mapped[bool] = mapped_column(default=False)
    tier: Mapped[str] = mapped_column(String(8), default="none")
    lines: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="each line reached, in words")
    suspicion: Mapped[str | None] = mapped_column(Text, comment="reasonable suspicion in words (POL-1)")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(60))


class Reporter(Base):
    """Who reported: seen by the handling office alone; no journal, share, export or transfer reaches it (CMP-17)."""

    __withheld__ = True
    __tablename__ = "penalty_reporter"

    id: Mapped[int] = mapped_column(primary_key=True)
    penalty_id: Mapped[int] = mapped_column(ForeignKey("penalty.id", ondelete="RESTRICT"), unique=True)
    name: Mapped[str | None] = mapped_column(SecretText)
    phone: Mapped[str | None] = mapped_column(SecretText)
    address: Mapped[str | None] = mapped_column(SecretText)
