"""Number sequences and the papers kept with their data."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base, JsonText, UtcDateTime


class NumberSequence(Base):
    """The last number given by an office for a kind in a year. Office 0 is the whole city."""

    __tablename__ = "number_sequence"
    __table_args__ = (CheckConstraint("last >= 0", name="counts_up"),)

    office_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class PaperTemplate(Base):
    """An office's own words on its papers, one row per version; the newest holds, none is ever changed."""

    __tablename__ = "paper_template"
    __table_args__ = (
        UniqueConstraint("office_id", "kind", "version"),
        CheckConstraint("version >= 1", name="counts_from_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), comment="empty: every kind without a template of its own")
    version: Mapped[int]
    heading: Mapped[str] = mapped_column(String(120), comment="in the place of the office's name at the head, or empty")
    contact: Mapped[str] = mapped_column(String(300), comment="small print before the end, or empty")
    closing: Mapped[list[str]] = mapped_column(JsonText, comment="paragraphs before the end")
    left_out: Mapped[list[str]] = mapped_column(JsonText, comment="labels of rows not printed; never of a legal field")
    saved_by: Mapped[str] = mapped_column(String(60))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PaperRecord(Base):
    """A paper as made: its value as data, from which it is drawn again to the same bytes."""

    __tablename__ = "paper_record"
    __table_args__ = (
        UniqueConstraint("office_id", "kind", "number"),
        Index("ix_paper_record_case_id", "case_id", "id"),
        Index("ix_paper_record_code", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(comment="dispute_case.id, a floor above")
    proceeding_id: Mapped[int | None]
    office_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str | None] = mapped_column(String(80), comment="null where the kind has no number of its own")
    title: Mapped[str] = mapped_column(String(120))
    template_version: Mapped[int]
    data: Mapped[dict[str, Any]] = mapped_column(JsonText)
    sha256: Mapped[str] = mapped_column(String(64), comment="fingerprint of the data")
    code: Mapped[str] = mapped_column(String(16), comment="printed on the paper")
    issued_on: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    drawn_sha256: Mapped[str | None] = mapped_column(String(64), comment="fingerprint of the PDF once drawn")
    journal_seq: Mapped[int | None]
