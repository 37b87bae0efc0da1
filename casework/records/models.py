"""The case and what stands in it. A case belongs to no single office; grants say who sees it."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, UtcDateTime
from casework.base.secret import SecretText


class Case(Base):
    """One dispute (案件): parties, rights in dispute, evidence, journal."""

    __tablename__ = "dispute_case"
    __table_args__ = (
        CheckConstraint("claim_fen IS NULL OR claim_fen >= 0", name="claim_not_negative"),
        CheckConstraint("journal_count >= 0", name="journal_counts_up"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(30), unique=True, comment="案件编号, gap-free per year")
    title: Mapped[str] = mapped_column(String(200))
    registered_at: Mapped[datetime] = mapped_column(UtcDateTime, comment="instant of the first request")
    registered_by_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    source: Mapped[str] = mapped_column(String(30), comment="channel: walk_in, committee_application, court ...")
    matter: Mapped[str] = mapped_column(String(20), default="infringement", comment="infringement, ownership ...")
    facts: Mapped[str] = mapped_column(Text, default="")
    request: Mapped[str] = mapped_column(Text, default="", comment="what the applicant asks for")
    claim_fen: Mapped[int | None] = mapped_column(BigInteger, comment="claimed amount, fen")
    place: Mapped[str | None] = mapped_column(String(200), comment="where the act happened")
    outside_ref: Mapped[str | None] = mapped_column(String(60), unique=True, comment="id in an imported history")
    journal_count: Mapped[int] = mapped_column(default=0, comment="entries of the chain")
    journal_head: Mapped[str] = mapped_column(String(64), default="", comment="hash of the newest entry")
    parties: Mapped[list["Party"]] = relationship(back_populates="case", order_by="Party.position")
    rights: Mapped[list["Right"]] = relationship(back_populates="case", order_by="Right.id")
    evidence: Mapped[list["Evidence"]] = relationship(back_populates="case", order_by="Evidence.id")

    def of_role(self, role: str) -> list["Party"]:
        """The parties that stand on one side: applicant, respondent, third_party."""
        return [party for party in self.parties if party.role == role]


class Party(Base):
    """A natural or legal person in the dispute. An identity number is stored encrypted, its last four readable."""

    __tablename__ = "party"
    __table_args__ = (
        UniqueConstraint("case_id", "ref"),
        CheckConstraint("role IN ('applicant', 'respondent', 'third_party')", name="role_known"),
        CheckConstraint("kind IN ('person', 'org')", name="kind_known"),
        Index("ix_party_name_key_case_id", "name_key", "case_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    ref: Mapped[str] = mapped_column(String(12), comment="P1, P2 ... inside the case")
    position: Mapped[int]
    role: Mapped[str] = mapped_column(String(12))
    kind: Mapped[str] = mapped_column(String(6))
    name: Mapped[str] = mapped_column(String(200), comment="as typed, never normalised")
    name_key: Mapped[str] = mapped_column(String(200), comment="comparison key, see identifiers.names")
    code: Mapped[str | None] = mapped_column(SecretText, comment="credit code or identity number, encrypted")
    code_key: Mapped[str | None] = mapped_column(String(64), index=True, comment="keyed digest for equality search")
    code_last4: Mapped[str | None] = mapped_column(String(4))
    code_doubtful: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None] = mapped_column(String(40))
    address: Mapped[str | None] = mapped_column(String(200))
    representative: Mapped[str | None] = mapped_column(String(60), comment="legal representative of an organisation")
    agent: Mapped[str | None] = mapped_column(String(60))
    case: Mapped[Case] = relationship(back_populates="parties")


class Right(Base):
    """A right in dispute: kind, number as typed, canonical form, doubt."""

    __tablename__ = "right_in_dispute"
    __table_args__ = (Index("ix_right_in_dispute_canonical_case_id", "canonical", "case_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(30), index=True, comment="patent_invention, trademark ...")
    number: Mapped[str | None] = mapped_column(String(80), comment="as typed")
    canonical: Mapped[str | None] = mapped_column(String(80), comment="the one form that is compared")
    doubtful: Mapped[bool] = mapped_column(default=False, comment="the check found a problem; saved as unverified")
    title: Mapped[str | None] = mapped_column(String(200))
    holder: Mapped[str | None] = mapped_column(String(200))
    case: Mapped[Case] = relationship(back_populates="rights")


class Evidence(Base):
    """A file handed in: stored under its SHA-256, never under the name it came with.

    `copy_of_id` is the paper of this house that the file is the signed copy of; such a copy is no evidence of a party.
    """

    __tablename__ = "evidence"
    __table_args__ = (CheckConstraint("size > 0", name="not_empty"), UniqueConstraint("case_id", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200), comment="for display only, cleaned of controls and paths")
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(BigInteger, comment="bytes")
    media_type: Mapped[str] = mapped_column(String(120), comment="by content, not by name")
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_by_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    copy_of_id: Mapped[int | None] = mapped_column(ForeignKey("paper_record.id", ondelete="RESTRICT"), index=True)
    case: Mapped[Case] = relationship(back_populates="evidence")
