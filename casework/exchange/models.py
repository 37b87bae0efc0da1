"""Where each event of an imported history went: applied or refused, dated or not, with the document it told."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base, UtcDateTime


class HistoryEvent(Base):
    """One event of a replayed history."""

    __tablename__ = "history_event"
    __table_args__ = (UniqueConstraint("case_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    seq: Mapped[int]
    action: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    undated: Mapped[bool] = mapped_column(comment="the day is not a fact of the source")
    document: Mapped[str | None] = mapped_column(String(200))
    refused: Mapped[str | None] = mapped_column(String(1000), comment="the reason in words, null when applied")
    rule: Mapped[str | None] = mapped_column(String(20))
