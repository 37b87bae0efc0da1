"""The performance of an agreement: obligations as a schedule, proofs, urgings, return visits."""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText
from casework.mediation.agreements import Agreement
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "performance"
PAY, ACT, OMISSION = "pay", "act", "omission"
CONFIRMED, DISPUTED = "confirmed", "disputed"


class Performance(Proceeding):
    """The performance of one agreement (region C). It runs beside confirmation, whatever becomes of that."""

    __tablename__ = "performance"
    __table_args__ = (
        CheckConstraint(
            "instrument IS NULL OR instrument IN ('confirmation', 'notarised', 'award', 'payment_order')",
            name="instrument_known",
        ),
        CheckConstraint("enforced_on IS NULL OR instrument IS NOT NULL", name="enforced_by_an_instrument"),
        UniqueConstraint("agreement_id"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="RESTRICT"))
    proposed_on: Mapped[date | None] = mapped_column(comment="the product proposed a breach")
    breached_on: Mapped[date | None] = mapped_column(comment="a person confirmed it")
    performed_on: Mapped[date | None] = mapped_column(comment="the day it first counted as performed in full")
    instrument: Mapped[str | None] = mapped_column(String(16), comment="by which enforcement is asked")
    instrument_number: Mapped[str | None] = mapped_column(String(80))
    enforced_on: Mapped[date | None] = mapped_column(comment="enforcement applied for")
    sued_on: Mapped[date | None]
    court_name: Mapped[str | None] = mapped_column(String(120))
    court_number: Mapped[str | None] = mapped_column(String(80))
    property_clues: Mapped[str | None] = mapped_column(Text)
    packet: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="papers ticked for enforcement")
    writ_asked_on: Mapped[date | None] = mapped_column(comment="the writ was asked of the notary (E-05)")
    enclosed: Mapped[list[dict[str, Any]]] = mapped_column(
        JsonText, default=list, server_default="[]", comment="evidence of the packet: id, name, sha256, size"
    )
    closing_reason: Mapped[str | None] = mapped_column(String(500))
    agreement: Mapped[Agreement] = relationship()
    items: Mapped[list["Obligation"]] = relationship(back_populates="performance", order_by="Obligation.no")
    urgings: Mapped[list["UrgingRecord"]] = relationship(back_populates="performance", order_by="UrgingRecord.id")
    visits: Mapped[list["ReturnVisit"]] = relationship(back_populates="performance", order_by="ReturnVisit.id")

    def item(self, no: int | None) -> "Obligation | None":
        """The obligation of that number."""
        return next((each for each in self.items if each.no == no), None)

    @property
    def open_items(self) -> list["Obligation"]:
        """What still has to be done, by due date, the undated last."""
        left = [each for each in self.items if not each.done]
        return sorted(left, key=lambda each: (each.due or date.max, each.no))

    @property
    def paid_fen(self) -> int:
        """All money paid and not disputed, fen."""
        return sum(each.paid_fen for each in self.items)

    @property
    def owed_fen(self) -> int:
        """All money to be paid, fen."""
        return sum(each.fen or 0 for each in self.items)

    def proof(self, proof_id: int | None) -> "ProofOfPerformance | None":
        """The proof of that id."""
        return next((proof for each in self.items for proof in each.proofs if proof.id == proof_id), None)


class Obligation(Base):
    """One duty, copied from the agreement when the schedule was made. An omission is kept unless a breach is found."""

    __tablename__ = "obligation"
    __table_args__ = (
        CheckConstraint("kind IN ('pay', 'act', 'omission')", name="kind_known"),
        CheckConstraint("(kind = 'pay') = (fen IS NOT NULL)", name="money_only_to_pay"),
        CheckConstraint("broken_on IS NULL OR kind = 'omission'", name="omissions_alone_are_broken"),
        UniqueConstraint("performance_id", "no"),
        Index("ix_obligation_due", "due"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    performance_id: Mapped[int] = mapped_column(ForeignKey("performance.id", ondelete="RESTRICT"))
    no: Mapped[int] = mapped_column(comment="as printed in the agreement")
    kind: Mapped[str] = mapped_column(String(8))
    debtor_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    creditor_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    fen: Mapped[int | None] = mapped_column(BigInteger)
    due: Mapped[date | None]
    text: Mapped[str] = mapped_column(Text, default="")
    broken_on: Mapped[date | None] = mapped_column(comment="omission: what was promised not to be done was done")
    performance: Mapped[Performance] = relationship(back_populates="items")
    debtor: Mapped[Party] = relationship(foreign_keys=debtor_id)
    creditor: Mapped[Party | None] = relationship(foreign_keys=creditor_id)
    proofs: Mapped[list["ProofOfPerformance"]] = relationship(
        back_populates="obligation", order_by="ProofOfPerformance.id"
    )

    @property
    def counting(self) -> list["ProofOfPerformance"]:
        """The proofs that are not disputed."""
        return [each for each in self.proofs if each.answer != DISPUTED]

    @property
    def paid_fen(self) -> int:
        """What was paid of it, fen."""
        return sum(each.fen or 0 for each in self.counting)

    @property
    def rest_fen(self) -> int:
        """What is still to be paid of it, fen."""
        return (self.fen or 0) - self.paid_fen

    @property
    def done(self) -> bool:
        """Whether it is fulfilled: paid in full, or done; an omission unless it was broken and not made good since."""
        if self.kind == PAY:
            return self.rest_fen <= 0
        if self.kind == OMISSION:
            broken = self.broken_on
            return broken is None or any(each.done_on >= broken for each in self.counting)
        return bool(self.counting)


class ProofOfPerformance(Base):
    """One proof: money paid or a thing done on a local date, and what the creditor says of it."""

    __tablename__ = "performance_proof"
    __table_args__ = (
        CheckConstraint("answer IN ('confirmed', 'silent', 'disputed')", name="answer_known"),
        CheckConstraint("fen IS NULL OR fen > 0", name="money_is_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id", ondelete="RESTRICT"), index=True)
    done_on: Mapped[date]
    fen: Mapped[int | None] = mapped_column(BigInteger)
    how: Mapped[str] = mapped_column(String(20))
    answer: Mapped[str] = mapped_column(String(10), default="silent")
    note: Mapped[str | None] = mapped_column(Text)
    disputed_for: Mapped[str | None] = mapped_column(Text)
    obligation: Mapped[Obligation] = relationship(back_populates="proofs")


class UrgingRecord(Base):
    """The debtor was urged (督促履行, D-25)."""

    __tablename__ = "performance_urging"

    id: Mapped[int] = mapped_column(primary_key=True)
    performance_id: Mapped[int] = mapped_column(ForeignKey("performance.id", ondelete="RESTRICT"), index=True)
    item_no: Mapped[int]
    urged_on: Mapped[date]
    channel: Mapped[str] = mapped_column(String(20))
    answer: Mapped[str | None] = mapped_column(Text)
    performance: Mapped[Performance] = relationship(back_populates="urgings")


class ReturnVisit(Base):
    """A return visit (回访, D-24)."""

    __tablename__ = "return_visit"

    id: Mapped[int] = mapped_column(primary_key=True)
    performance_id: Mapped[int] = mapped_column(ForeignKey("performance.id", ondelete="RESTRICT"), index=True)
    item_no: Mapped[int | None]
    visited_on: Mapped[date]
    result: Mapped[str] = mapped_column(Text)
    satisfied: Mapped[bool | None]
    suit: Mapped[str | None] = mapped_column(Text, comment="whether somebody sued, and what was ruled")
    risks: Mapped[str | None] = mapped_column(Text)
    measures: Mapped[str | None] = mapped_column(Text, comment="what was done about the risks")
    visited_by: Mapped[str] = mapped_column(String(60))
    performance: Mapped[Performance] = relationship(back_populates="visits")
