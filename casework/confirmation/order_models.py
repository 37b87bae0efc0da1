"""A payment order (支付令) over the money of an agreement: the creditor's one-sided way (E-09)."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.mediation.agreements import Agreement
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "payment_order"


class PaymentOrder(Proceeding):
    """One application for a payment order. The court is the counterpart where it is an office of the directory.

    `parent_id` is the proceeding in which the agreement was reached.
    """

    __tablename__ = "payment_order"
    __table_args__ = (
        CheckConstraint("fen IS NULL OR fen > 0", name="money_is_positive"),
        CheckConstraint("served_on IS NULL OR ordered_on IS NOT NULL", name="served_after_the_order"),
        CheckConstraint("creditor_id IS NULL OR debtor_id <> creditor_id", name="two_sides"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="RESTRICT"), index=True)
    creditor_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    debtor_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    fen: Mapped[int | None] = mapped_column(BigInteger, comment="the money asked for, fen")
    court_name: Mapped[str | None] = mapped_column(String(120), comment="basic court of the debtor's domicile")
    applied_on: Mapped[date | None]
    accepted_on: Mapped[date | None]
    court_number: Mapped[str | None] = mapped_column(String(80), comment="as typed")
    ordered_on: Mapped[date | None]
    served_on: Mapped[date | None] = mapped_column(comment="the debtor received the order")
    ended_on: Mapped[date | None]
    end_ground: Mapped[str | None] = mapped_column(String(30), comment="why it lost its force without an objection")
    end_reason: Mapped[str | None] = mapped_column(Text)
    agreement: Mapped[Agreement] = relationship()
    creditor: Mapped[Party | None] = relationship(foreign_keys=creditor_id)
    debtor: Mapped[Party | None] = relationship(foreign_keys=debtor_id)
