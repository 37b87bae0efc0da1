"""Slots that are held or fixed, and days on which somebody cannot come."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, UtcDateTime
from casework.base.wallclock import local_time
from casework.records.models import Case

HELD, FIXED, RELEASED, MOVED = "held", "fixed", "released", "moved"


class Slot(Base):
    """A time in a room for one proceeding: held until the sides answer, or fixed and told."""

    __tablename__ = "sitting_slot"
    __table_args__ = (
        CheckConstraint("state IN ('held', 'fixed', 'released', 'moved')", name="state_known"),
        CheckConstraint("state <> 'held' OR held_until IS NOT NULL", name="held_until_a_day"),
        CheckConstraint("minutes > 0", name="takes_time"),
        Index("ix_sitting_slot_office_id_starts_at", "office_id", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), index=True)
    place: Mapped[str] = mapped_column(String(200))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    minutes: Mapped[int]
    mediators: Mapped[str] = mapped_column(String(300), default="", comment="who conducts it, for the next proposal")
    state: Mapped[str] = mapped_column(String(8))
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(300), comment="why it was moved")
    made_by: Mapped[str] = mapped_column(String(60))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    case: Mapped[Case] = relationship()

    @property
    def value(self) -> str:
        """Its name in a form: `2026-03-05T09:00|place`, the time of Shanghai."""
        return f"{local_time(self.starts_at):%Y-%m-%dT%H:%M}|{self.place}"


class Absence(Base):
    """Days on which a mediator is on leave, or a side cannot come. Both days belong to it."""

    __tablename__ = "sitting_absence"
    __table_args__ = (
        CheckConstraint("last >= first", name="ends_after_it_begins"),
        CheckConstraint("(mediator_id IS NULL) <> (party_id IS NULL)", name="one_of_both"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mediator_id: Mapped[int | None] = mapped_column(ForeignKey("mediator.id", ondelete="RESTRICT"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    told_by: Mapped[str] = mapped_column(String(60))


class Practice(Base):
    """The rooms and hours of an office; an office without a row works as `data/hours.json` says."""

    __tablename__ = "sitting_practice"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 15 AND 480", name="takes_time"),
        CheckConstraint("length(rooms) > 0 AND length(begins) > 0", name="place_and_hour"),
    )

    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), primary_key=True)
    rooms: Mapped[str] = mapped_column(String(1000), comment="one a line")
    begins: Mapped[str] = mapped_column(String(200), comment="hours at which a session may begin, 09:00, one a line")
    minutes: Mapped[int] = mapped_column(comment="how long a session is planned")
    told_by: Mapped[str] = mapped_column(String(60))
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)
