"""Long tasks: work that a person asked for and that takes more than a moment, with progress, stopping and going on.

A task is done by the worker, one at a time. It tells how far it is after each piece, and asks there whether it was
told to stop; each piece is committed by itself, and doing a piece twice does no harm, so a stopped or broken task can
go on where it was.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, update
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime

STATES = ("waiting", "running", "stopping", "stopped", "done", "failed")
ENDED = ("stopped", "done", "failed")
Tell = Callable[[int, int], None]
Handler = Callable[["LongTask", Tell], dict[str, Any]]


class Stopped(Exception):
    """The task was told to stop; what is committed stays."""


class LongTask(Base):
    """One task. `payload` says what to do, `result` what came of it; both hold no personal data."""

    __tablename__ = "long_task"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state_known"),
        Index("ix_long_task_state", "state", "id"),
        Index("ix_long_task_person", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    payload: Mapped[dict[str, Any]] = mapped_column(JsonText)
    person_id: Mapped[int | None] = mapped_column(comment="who asked and may look, stop and go on")
    office_id: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    done: Mapped[int] = mapped_column(default=0, comment="pieces")
    whole: Mapped[int] = mapped_column(default=0, comment="pieces; 0 while nobody knows")
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    result: Mapped[dict[str, Any] | None] = mapped_column(JsonText)
    error: Mapped[str | None] = mapped_column(String(500))

    @property
    def ended(self) -> bool:
        """Whether nothing happens any more unless somebody lets it go on."""
        return self.state in ENDED


def ask_for(
    kind: str, title: str, payload: dict[str, Any], *, person_id: int | None, office_id: int, now: datetime
) -> LongTask:
    """A new task in the caller's transaction; the worker begins it after the commit."""
    task = LongTask(
        kind=kind, title=title[:200], payload=payload, person_id=person_id, office_id=office_id, asked_at=now
    )
    db.session.add(task)
    db.session.flush()
    return task


def stop(task: LongTask) -> None:
    """Stop a task: one that waits at once, one that runs at its next piece. An ended one stays as it is."""
    if not task.ended:
        task.state = "stopped" if task.state == "waiting" else "stopping"


def go_on(task: LongTask) -> None:
    """Let a stopped or failed task go on."""
    if task.state in ("stopped", "failed"):
        task.state, task.error, task.ended_at = "waiting", None, None


def tell(task_id: int, done: int, whole: int) -> None:
    """Commit how far a task is, together with the piece. Raises Stopped when it was told to stop."""
    db.session.execute(update(LongTask).where(LongTask.id == task_id).values(done=done, whole=whole))
    db.session.commit()
    if db.session.get_one(LongTask, task_id, populate_existing=True).state == "stopping":
        raise Stopped
