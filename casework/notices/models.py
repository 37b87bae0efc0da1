"""One row per person told, per step: by which way, where it stands. The words are made when it is sent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, UtcDateTime
from casework.base.secret import SecretText
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party

MAIL, TEXT, PAPER, PRODUCT = "mail", "text", "paper", "product"
WAITING, SENT, ON_PAPER, POSTED, UNREAD, READ = "waiting", "sent", "paper", "posted", "unread", "read"


class Notice(Base):
    """A notice to one party or one office because of one journal entry."""

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint("way IN ('mail', 'text', 'paper', 'product')", name="way_known"),
        CheckConstraint("state IN ('waiting', 'sent', 'paper', 'posted', 'unread', 'read')", name="state_known"),
        CheckConstraint("(party_id IS NULL) = (way = 'product')", name="parties_outside_offices_inside"),
        Index("ix_notice_state_next_try_at", "state", "next_try_at"),
        Index("ix_notice_office_id_state", "office_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True, comment="entry, rule, who: told once")
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id", ondelete="RESTRICT"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    rule: Mapped[str] = mapped_column(String(10), comment="row of notices.json")
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    office_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), comment="who is told, or who posts it on paper"
    )
    way: Mapped[str] = mapped_column(String(8))
    address: Mapped[str | None] = mapped_column(SecretText, comment="where it goes, encrypted")
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_error: Mapped[str | None] = mapped_column(String(200))
    entry: Mapped[JournalEntry] = relationship()
    case: Mapped[Case] = relationship()
    party: Mapped[Party | None] = relationship()
