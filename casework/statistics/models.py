"""What the statistics keep: publications that never change, their restatements, indicators made here, cut-offs."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import DDL, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText, UtcDateTime


class Publication(Base):
    """A table of a period as it was published: its sheet as data with its fingerprint. Never changed, never deleted."""

    __tablename__ = "figure_publication"
    __table_args__ = (
        UniqueConstraint("table_key", "period", "scope"),
        Index("ix_figure_publication_published_at", "published_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    table_key: Mapped[str] = mapped_column(String(30))
    period: Mapped[str] = mapped_column(String(30), comment="name, such as 2026-10")
    start_day: Mapped[date]
    end_day: Mapped[date] = mapped_column(comment="not included")
    scope: Mapped[str] = mapped_column(String(200), comment="office ids, empty for all")
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_by: Mapped[str] = mapped_column(String(60))
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    ticked: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, comment="doubts of the data, seen and ticked off")
    sheet: Mapped[dict[str, Any]] = mapped_column(JsonText, comment="columns, rows, cells, indicator versions")
    sha256: Mapped[str] = mapped_column(String(64))
    restatements: Mapped[list["Restatement"]] = relationship(back_populates="publication", order_by="Restatement.id")


class Restatement(Base):
    """A dated correction of a publication: which cells, why, by which entries. The publication stays as it is."""

    __tablename__ = "figure_restatement"
    __table_args__ = (CheckConstraint("cause <> ''", name="cause_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("figure_publication.id", ondelete="RESTRICT"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(String(60))
    cause: Mapped[str] = mapped_column(Text)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, comment="row, column, published, restated")
    entries: Mapped[list[dict[str, Any]]] = mapped_column(JsonText, comment="case, seq, recorded_at of what came late")
    publication: Mapped[Publication] = relationship(back_populates="restatements")


class OfficeCutOff(Base):
    """Where an office ends its months and its years."""

    __tablename__ = "figure_cut_off"
    __table_args__ = (
        CheckConstraint("last_day BETWEEN 1 AND 31", name="day_known"),
        CheckConstraint("last_month BETWEEN 1 AND 12", name="month_known"),
    )

    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), primary_key=True)
    last_day: Mapped[int] = mapped_column(default=31, comment="31: the calendar's")
    last_month: Mapped[int] = mapped_column(default=12)


class IndicatorVersion(Base):
    """An indicator made or changed by an office: a new version each time; only a draft can be thrown away."""

    __tablename__ = "figure_indicator"
    __table_args__ = (
        UniqueConstraint("key", "version"),
        CheckConstraint("status IN ('draft', 'published', 'dropped')", name="status_known"),
        CheckConstraint("version > 0", name="version_counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(30))
    version: Mapped[int]
    status: Mapped[str] = mapped_column(String(10))
    definition: Mapped[dict[str, Any]] = mapped_column(JsonText)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(60))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class UpperFormVersion(Base):
    """A mapping of a form of the upper level, made or changed by an office; each change is a new version."""

    __tablename__ = "figure_upper_form"
    __table_args__ = (UniqueConstraint("key", "version"), CheckConstraint("version > 0", name="version_counts"))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(30))
    version: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    receiver: Mapped[str] = mapped_column(String(80))
    mapping: Mapped[str] = mapped_column(Text, comment="lines: cell | label | formula")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(60))


FROZEN = ("figure_publication", "figure_restatement")
_SQLITE = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'what is published never changes'); END"""
_POSTGRES_FUNCTION = """CREATE OR REPLACE FUNCTION figures_are_frozen() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what is published never changes'; END $$"""
_POSTGRES = """CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION figures_are_frozen()"""


def frozen_ddl(dialect: str, table: str) -> list[str]:
    """The statements that keep a table as it is written; migrations and create_all share them."""
    if dialect == "sqlite":
        return [_SQLITE.format(table=table, verb=verb) for verb in ("UPDATE", "DELETE")]
    return [_POSTGRES_FUNCTION, _POSTGRES.format(table=table)]


for _model in (Publication, Restatement):
    for _dialect in ("sqlite", "postgresql"):
        for _statement in frozen_ddl(_dialect, _model.__tablename__):
            event.listen(
                _model.__table__,
                "after_create",
                DDL(_statement.replace("%", "%%")).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
            )
