"""Transfers and notices: one row per kind and case, the police transfer with its own facts beside it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import JsonText, UtcDateTime
from casework.procedure.models import Proceeding
from casework.transfers import kinds


class Transfer(Proceeding):
    """What every transfer has: kind, reason, approval, bundle, receipt, reply (transfer.md 2.4)."""

    __tablename__ = "transfer"
    __table_args__: Any = (
        CheckConstraint("kind IN ('K1','K2','K3','K4','K5','K6','K7','K9','K10','K11','K12')", name="kind_known"),
        CheckConstraint("(received_at IS NULL) = (receiver IS NULL)", name="receipt_has_name_and_instant"),
        CheckConstraint("sent_at IS NULL OR bundle_sha256 IS NOT NULL", name="sent_is_frozen"),
    )
    __mapper_args__ = {"polymorphic_abstract": True}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(4))
    reason: Mapped[str] = mapped_column(Text, default="", comment="why the case belongs there, with the clause")
    contact: Mapped[str | None] = mapped_column(String(120), comment="who answers questions: name and phone")
    outside: Mapped[str | None] = mapped_column(String(200), comment="a body that is no office of the city")
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_by: Mapped[str | None] = mapped_column(String(60))
    refused_reason: Mapped[str | None] = mapped_column(Text, comment="why it was not approved")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_by: Mapped[str | None] = mapped_column(String(60))
    bundle: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, default=list, comment="name, size, sha256 per file")
    bundle_sha256: Mapped[str | None] = mapped_column(String(64), comment="over the frozen list")
    measures: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, default=list, comment="in force, with expiry")
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    receiver: Mapped[str | None] = mapped_column(String(60), comment="who signed the receipt")
    returned_reason: Mapped[str | None] = mapped_column(Text)
    result: Mapped[str | None] = mapped_column(Text)
    result_number: Mapped[str | None] = mapped_column(String(60))
    reply_due: Mapped[date | None] = mapped_column(comment="read from the letter (REV-7)")


class AdminTransfer(Transfer):
    """K1, K2: from one agency to another."""

    __mapper_args__ = {"polymorphic_identity": kinds.ADMIN}  # noqa: RUF012 - SQLAlchemy reads it


class Designation(Transfer):
    """K3: the common superior is asked to designate (报请指定管辖). `parent_id` is the transfer in dispute."""

    __tablename__ = "designation"
    __mapper_args__ = {"polymorphic_identity": kinds.DESIGNATION}  # noqa: RUF012 - SQLAlchemy reads it

    id: Mapped[int] = mapped_column(ForeignKey("transfer.id", ondelete="RESTRICT"), primary_key=True)
    rival_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), comment="the other office in the dispute"
    )
    talk: Mapped[str] = mapped_column(Text, default="", comment="both opinions; how the talk ended")
    designated_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))


class PoliceTransfer(Transfer):
    """K4: a suspected crime goes to the police (涉嫌犯罪案件移送)."""

    __tablename__ = "transfer_police"
    __table_args__: Any = (
        CheckConstraint("criminal_number IS NULL OR answered_at IS NOT NULL", name="filing_has_instant"),
        CheckConstraint("goods_taken_by IS NULL OR goods_given_by IS NOT NULL", name="both_sign_for_goods"),
    )
    __mapper_args__ = {"polymorphic_identity": kinds.POLICE}  # noqa: RUF012 - SQLAlchemy reads it

    id: Mapped[int] = mapped_column(ForeignKey("transfer.id", ondelete="RESTRICT"), primary_key=True)
    team: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="names of the special team")
    report: Mapped[str | None] = mapped_column(Text, comment="the written report to the chief")
    reported_at: Mapped[datetime | None] = mapped_column(UtcDateTime, comment="instant at which the chief got it")
    papers: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict, comment="five papers: present, or why not")
    police_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    procuratorate_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    missing: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="what the police ask to complete")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, comment="the notice reached the sender")
    criminal_number: Mapped[str | None] = mapped_column(String(60))
    declined_reason: Mapped[str | None] = mapped_column(Text)
    papers_back: Mapped[bool] = mapped_column(default=False)
    goods: Mapped[str | None] = mapped_column(Text, comment="what was handed over, one line per item")
    goods_given_by: Mapped[str | None] = mapped_column(String(60))
    goods_taken_by: Mapped[str | None] = mapped_column(String(60))
    outcome: Mapped[str | None] = mapped_column(String(20))


class IncomingTransfer(Transfer):
    """K5, K6: from police or procuratorate to an agency. `counterpart_id` is the sender."""

    __mapper_args__ = {"polymorphic_identity": kinds.IN}  # noqa: RUF012 - SQLAlchemy reads it


class Notice(Transfer):
    """K11, K12: clues told or a referral abroad; the sender keeps its case."""

    __mapper_args__ = {"polymorphic_identity": kinds.NOTICE}  # noqa: RUF012 - SQLAlchemy reads it


class Route(Transfer):
    """K7, K9, K10: a dispute goes on to court, arbitration or notary."""

    __mapper_args__ = {"polymorphic_identity": kinds.ROUTE}  # noqa: RUF012 - SQLAlchemy reads it
