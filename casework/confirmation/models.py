"""A judicial confirmation (司法确认) of an agreement, and the objections against its ruling."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText
from casework.mediation.agreements import Agreement
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "confirmation"


class Confirmation(Proceeding):
    """One application for confirmation. The court is the counterpart where it is an office of the directory.

    `parent_id` is the proceeding in which the agreement was reached; what the court's own papers say is kept as typed.
    """

    __tablename__ = "confirmation"
    __table_args__ = (
        CheckConstraint("channel IS NULL OR channel IN ('window', 'post', 'online')", name="channel_known"),
        CheckConstraint("posted_on IS NULL OR channel = 'post'", name="postmark_only_by_post"),
        CheckConstraint("ground IS NULL OR routes_told <> ''", name="refusal_tells_routes"),
        CheckConstraint("docketed_on IS NULL OR filed_on IS NOT NULL OR posted_on IS NOT NULL", name="filed_first"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="RESTRICT"), index=True)
    court_name: Mapped[str | None] = mapped_column(String(120))
    court_proposed: Mapped[str | None] = mapped_column(String(120), comment="by the routing table")
    court_reason: Mapped[str | None] = mapped_column(String(500), comment="why another court than the proposed one")
    despite: Mapped[str | None] = mapped_column(String(500), comment="why go on with a clause a court refuses")
    obstacle: Mapped[str | None] = mapped_column(String(500))
    obstacle_ended_on: Mapped[date | None] = mapped_column(comment="the window was missed for good reason (T-06)")
    window_due: Mapped[date | None] = mapped_column(comment="last day to file when it was prepared (J-02)")
    channel: Mapped[str | None] = mapped_column(String(8))
    filed_on: Mapped[date | None] = mapped_column(comment="reached the court")
    posted_on: Mapped[date | None] = mapped_column(comment="postmark (T-05)")
    materials: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="codes of J-10 handed in")
    asked: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="what the court asked for")
    asked_due: Mapped[date | None]
    court_number: Mapped[str | None] = mapped_column(String(80), comment="as typed")
    number_doubtful: Mapped[bool] = mapped_column(default=False, comment="the check of the number found a problem")
    docketed_on: Mapped[date | None]
    ruling_number: Mapped[str | None] = mapped_column(String(80))
    ruled_on: Mapped[date | None]
    ground: Mapped[str | None] = mapped_column(String(30), comment="of refusal (J-11) or dismissal (J-17)")
    detail: Mapped[str | None] = mapped_column(Text)
    routes_told: Mapped[str] = mapped_column(Text, default="")
    withdrawn_on: Mapped[date | None]
    closing_reason: Mapped[str | None] = mapped_column(String(500))
    agreement: Mapped[Agreement] = relationship()
    applicants: Mapped[list["Applicant"]] = relationship(back_populates="confirmation", order_by="Applicant.id")
    objections: Mapped[list["Objection"]] = relationship(back_populates="confirmation", order_by="Objection.id")

    def applicant(self, ref: str | None) -> "Applicant | None":
        """The applicant of that ref."""
        return next((each for each in self.applicants if each.party.ref == ref), None)

    @property
    def filed(self) -> date | None:
        """The day of filing that counts: the postmark before the arrival."""
        return self.posted_on or self.filed_on


class Applicant(Base):
    """A party that applies, equal to the others (J-01), with its agents and the day it received the ruling."""

    __tablename__ = "confirmation_applicant"
    __table_args__ = (UniqueConstraint("confirmation_id", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    confirmation_id: Mapped[int] = mapped_column(ForeignKey("confirmation.id", ondelete="RESTRICT"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    consented_on: Mapped[date]
    agents: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="names of those who act for it")
    received_on: Mapped[date | None] = mapped_column(comment="received the ruling")
    confirmation: Mapped[Confirmation] = relationship(back_populates="applicants")
    party: Mapped[Party] = relationship()


class Objection(Base):
    """An objection to the ruling (J-21), by a party or by an outsider, and what became of it."""

    __tablename__ = "confirmation_objection"
    __table_args__ = (
        CheckConstraint("result IS NULL OR result IN ('kept', 'revoked')", name="result_known"),
        CheckConstraint("(result IS NULL) = (decided_on IS NULL)", name="result_has_a_date"),
        CheckConstraint("(party_id IS NULL) = (knew_on IS NOT NULL)", name="party_or_outsider"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    confirmation_id: Mapped[int] = mapped_column(ForeignKey("confirmation.id", ondelete="RESTRICT"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(200))
    knew_on: Mapped[date | None] = mapped_column(comment="outsider: knew or should have known of the harm")
    filed_on: Mapped[date | None]
    posted_on: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(Text)
    result: Mapped[str | None] = mapped_column(String(8))
    decided_on: Mapped[date | None]
    number: Mapped[str | None] = mapped_column(String(80))
    confirmation: Mapped[Confirmation] = relationship(back_populates="objections")
    party: Mapped[Party | None] = relationship()
