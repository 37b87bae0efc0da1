"""What cases count for, kept with each step: facts per case and their sums per month."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base

OPEN_NOW, LEFT = 0, "left:"


class FigureFact(Base):
    """One thing that counts, with the journal entry behind it (`case_id`, `seq`); derived, the journal proves it."""

    __tablename__ = "figure_fact"
    __table_args__ = (
        Index("ix_figure_fact_period", "on_day", "figure", "office_id"),
        Index(
            "ix_figure_fact_standing",
            *("figure", "until_day", "on_day", "office_id", "form", "right_kind", "matter", "source", "n"),
        ),
        Index(
            "ix_figure_fact_days",
            *("figure", "on_day", "office_id", "right_kind", "matter", "source", "days", "n"),
            sqlite_where=text("days IS NOT NULL"),
            postgresql_where=text("days IS NOT NULL"),
        ),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, comment="journal entry of the case")
    figure: Mapped[str] = mapped_column(String(30), primary_key=True)
    on_day: Mapped[date] = mapped_column(comment="local day it counts at")
    until_day: Mapped[date | None] = mapped_column(comment="local day on which what came in went out again")
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    proceeding_id: Mapped[int]
    form: Mapped[str] = mapped_column(String(40))
    right_kind: Mapped[str] = mapped_column(String(30))
    matter: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(30))
    n: Mapped[int]
    fen: Mapped[int] = mapped_column(BigInteger)
    persons: Mapped[int]
    days: Mapped[int | None] = mapped_column(comment="calendar days net of pauses, for what went out")


class FigureCount(Base):
    """The sums of the facts of a month: by office, figure, form, right, matter, source.

    A row of a whole year stands under year * 100. What came in and has not left stands under month 0; what left
    again stands under `left:` and its figure, in the month and the year in which it did.
    """

    __tablename__ = "figure_count"

    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="year * 100 + month")
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), primary_key=True)
    figure: Mapped[str] = mapped_column(String(30), primary_key=True)
    form: Mapped[str] = mapped_column(String(40), primary_key=True)
    right_kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    matter: Mapped[str] = mapped_column(String(20), primary_key=True)
    source: Mapped[str] = mapped_column(String(30), primary_key=True)
    n: Mapped[int]
    fen: Mapped[int] = mapped_column(BigInteger)
    persons: Mapped[int]
    days: Mapped[int] = mapped_column(BigInteger)
