"""A proceeding is one run of one procedure on a case; a running clock is one due date of it."""

from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from casework.base.model import Base, JsonText, UtcDateTime
from casework.identity.models import Person
from casework.records.models import Case

START = "start"

moving: ContextVar[bool] = ContextVar("casework_door_is_moving", default=False)


class Proceeding(Base):
    """One run of one procedure. Rooms add their facts in a joined table of their own.

    `office_id` handles it, `counterpart_id` is the other side (the court asked, the police sent to). It keeps
    the rule set in force on the day it began. Only the door changes `state`.
    """

    __tablename__ = "proceeding"
    __table_args__: Any = (
        CheckConstraint("version > 0", name="version_counts"),
        Index("ix_proceeding_office_state", "office_id", "procedure", "state", "id"),
        Index("ix_proceeding_office_moved", "office_id", "moved_at"),
        Index("ix_proceeding_counterpart", "counterpart_id", "procedure", "state"),
        Index("ix_proceeding_procedure_state", "procedure", "state", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    procedure: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(40), default=START)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    counterpart_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str | None] = mapped_column(String(60), comment="the office's own case number, given at acceptance")
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved_at: Mapped[datetime] = mapped_column(UtcDateTime, comment="instant of the newest step")
    rule_set_on: Mapped[date] = mapped_column(comment="the day whose law this proceeding keeps")
    version: Mapped[int] = mapped_column(default=1)
    case: Mapped[Case] = relationship()
    clocks: Mapped[list["RunningClock"]] = relationship(back_populates="proceeding", order_by="RunningClock.id")

    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy reads a plain class attribute
        "version_id_col": version,
        "polymorphic_on": "procedure",
    }

    def __init__(self, **values: Any) -> None:
        super().__init__(**{"state": START, "version": 1, "clocks": [], **values})

    @validates("state")
    def _only_through_the_door(self, _key: str, value: str) -> str:
        if value != START and not moving.get():
            raise RuntimeError("a state changes only through the door")
        return value


class RunningClock(Base):
    """One statutory time limit of a proceeding, started and stopped by the door.

    `raw` and `due` are local dates; an hour clock also keeps `due_at`. `pauses` is a list of [from, to) local
    dates, the last one open (`to` null) while the clock is paused.
    """

    __tablename__ = "running_clock"
    __table_args__ = (
        CheckConstraint("state IN ('running', 'paused', 'stopped')", name="state_known"),
        CheckConstraint("(state = 'stopped') = (stopped_at IS NOT NULL)", name="stopped_has_instant"),
        Index("ix_running_clock_open", "state", "office_id", "due_at"),
        Index("ix_running_clock_rule_state", "rule", "state", "due_at"),
        Index("ix_running_clock_proceeding_id", "proceeding_id"),
        Index("ix_running_clock_stopped_at", "stopped_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"))
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    rule: Mapped[str] = mapped_column(String(40))
    label: Mapped[str | None] = mapped_column(String(80), comment="whose or what: a party, an instalment")
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, comment="the start event")
    rule_set_on: Mapped[date]
    raw: Mapped[date]
    due: Mapped[date]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, comment="the instant after which it is late")
    provisional: Mapped[bool]
    pauses: Mapped[list[list[str | None]]] = mapped_column(JsonText, default=list)
    extensions: Mapped[int] = mapped_column(default=0)
    extended_to: Mapped[date | None]  # agreed, or named by a paper (clock.named)
    state: Mapped[str] = mapped_column(String(8), default="running")
    started_seq: Mapped[int] = mapped_column(comment="journal entry that started it")
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    proceeding: Mapped[Proceeding] = relationship(back_populates="clocks")


class Handling(Base):
    """Who of the office handles a proceeding now; none for what nobody has taken yet. The journal keeps who did."""

    __tablename__ = "handling"

    proceeding_id: Mapped[int] = mapped_column(
        ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    person: Mapped[Person] = relationship(lazy="joined")
