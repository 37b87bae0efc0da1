"""The outbox: work promised by a step, done after the commit by a job that calls one verb."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime


class OutboxItem(Base):
    """One promise. It is written with the step and survives a crash; doing it twice must do no harm."""

    __tablename__ = "outbox_item"
    __table_args__ = (Index("ix_outbox_item_open", "done_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), comment="names the job that does it")
    payload: Mapped[dict[str, Any]] = mapped_column(JsonText, comment="ids only, never content")
    promised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(String(500))


def promise(kind: str, payload: dict[str, Any], *, now: datetime) -> None:
    """Promise work in the caller's transaction."""
    row = {"kind": kind, "payload": payload, "promised_at": now, "attempts": 0}
    db.session.connection().execute(_INSERT, row)


_INSERT = insert(OutboxItem)


def open_items(limit: int = 100) -> list[OutboxItem]:
    """The promises not yet kept, oldest first."""
    asked = select(OutboxItem).where(OutboxItem.done_at.is_(None)).order_by(OutboxItem.id).limit(limit)
    return list(db.session.scalars(asked))
