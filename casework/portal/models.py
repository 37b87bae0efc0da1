"""Codes given to parties, wrong tries, and what parties hand in until an office takes it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText, UtcDateTime
from casework.base.secret import SecretText
from casework.records.models import Case, Party

EVIDENCE, PROOF, SIGNATURE, MEDIATOR, SURVEY = "evidence", "proof", "signature", "mediator", "survey"
KINDS = (EVIDENCE, PROOF, SIGNATURE, MEDIATOR, SURVEY)
WAITING, TAKEN, RETURNED = "waiting", "taken", "returned"


class AccessCode(Base):
    """A code given to one party of a case. Only its edition is kept: the code follows from the key of the house."""

    __tablename__ = "portal_code"
    __table_args__ = (UniqueConstraint("party_id", "edition"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    edition: Mapped[int]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    issued_by: Mapped[str] = mapped_column(String(60))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    party: Mapped[Party] = relationship()


class WrongTry(Base):
    """A wrong code, by what was tried and from where (digests only); old ones are swept away."""

    __tablename__ = "portal_wrong_try"
    __table_args__ = (Index("ix_portal_wrong_try_key_at", "key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), comment="digest of the case number, or of the address")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Submission(Base):
    """Something a party handed in through the door. It becomes part of the record when an office takes it."""

    __tablename__ = "portal_submission"
    __table_args__ = (
        CheckConstraint("kind IN ('evidence', 'proof', 'signature', 'mediator', 'survey')", name="kind_known"),
        CheckConstraint("state IN ('waiting', 'taken', 'returned')", name="state_known"),
        CheckConstraint("(state = 'waiting') = (handled_at IS NULL)", name="handled_when_done"),
        Index("ix_portal_submission_case_id_state", "case_id", "state"),
        Index("ix_portal_submission_office_id_state", "office_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), comment="who handles it")
    kind: Mapped[str] = mapped_column(String(10))
    number: Mapped[str] = mapped_column(String(40), unique=True, comment="on the receipt")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    files: Mapped[list[dict[str, Any]]] = mapped_column(
        JsonText, default=list, comment="name, sha256, size, media_type"
    )
    told: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict, comment="what was written beside them")
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    handled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handled_by: Mapped[str | None] = mapped_column(String(60))
    answer: Mapped[str | None] = mapped_column(String(300), comment="why it came back")
    case: Mapped[Case] = relationship()
    party: Mapped[Party] = relationship()


class OnlineFiling(Base):
    """A dispute told online by somebody without a case: it becomes one when a station takes it."""

    __tablename__ = "portal_filing"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'taken', 'returned')", name="state_known"),
        CheckConstraint("(state = 'taken') = (case_id IS NOT NULL)", name="taken_has_a_case"),
        Index("ix_portal_filing_office_id_state", "office_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True, comment="on the receipt")
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), comment="who handles it")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    told: Mapped[str] = mapped_column(SecretText, comment="what was written, JSON, encrypted until an office takes it")
    files: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, default=list)
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    handled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handled_by: Mapped[str | None] = mapped_column(String(60))
    answer: Mapped[str | None] = mapped_column(String(300), comment="why it came back")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    case: Mapped[Case | None] = relationship()
