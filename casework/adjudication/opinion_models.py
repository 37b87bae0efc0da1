"""A consultative opinion (咨询意见): whoever was warned of infringing may ask the office what it thinks (ADJ-25)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.procedure.models import Proceeding

NAME = "consultative_opinion"
CONCLUSIONS = ("falls", "does_not_fall", "cannot_tell")
HOLDER_ACTS = ("withdrew", "sued", "requested")


class ConsultativeOpinion(Proceeding):
    """One request for an opinion. The applicant was warned, the respondent holds the patent and was asked to act."""

    __tablename__ = "consultative_opinion"
    __table_args__ = (
        CheckConstraint("demand_received_on IS NULL OR demand_received_on >= demanded_on", name="sent_before_received"),
        CheckConstraint("conclusion IS NULL OR given_on IS NOT NULL", name="opinion_has_a_date"),
        CheckConstraint("ended_ground IS NULL OR ended_on IS NOT NULL", name="end_has_a_date"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    warned_on: Mapped[date | None] = mapped_column(comment="the holder's warning came")
    demanded_on: Mapped[date | None] = mapped_column(comment="written demand to withdraw it or to act was sent")
    demand_received_on: Mapped[date | None] = mapped_column(comment="it reached the holder")
    asked_on: Mapped[date | None]
    conclusion: Mapped[str | None] = mapped_column(String(16))
    opinion: Mapped[str | None] = mapped_column(Text)
    given_on: Mapped[date | None]
    ended_ground: Mapped[str | None] = mapped_column(String(30))
    ended_on: Mapped[date | None]
