"""The calendar and the clock table in force in this database: what the product brings, and what was published here.

Both are read once per unit of work at most: two small keys tell whether the values kept in the process still hold.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import String, Text, UniqueConstraint, event, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime
from casework.clock.calendar import Calendar, YearTable, default_calendar
from casework.clock.clocks import ClockRow, ClockTable, default_table

Keys = tuple[int, int]
_KEY = "casework_rulebook"
_kept: dict[str, tuple[Keys, Calendar, ClockTable]] = {}


class CalendarNotice(Base):
    """A published year of rest days and make-up working days. A later edition replaces it; no row changes."""

    __tablename__ = "calendar_notice"
    __table_args__ = (UniqueConstraint("year", "edition"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    edition: Mapped[int]
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, comment="shaped like clock/data/calendar")
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_by: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)


class ClockEdition(Base):
    """A published version of a clock: it holds proceedings that begin on or after its first day."""

    __tablename__ = "clock_edition"
    __table_args__ = (UniqueConstraint("rule", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(String(40))
    valid_from: Mapped[date]
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, comment="shaped like a row of clock/data/clocks.json")
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_by: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)


def calendar_here() -> Calendar:
    """The calendar in force: the packaged notices, and over them those published in this database."""
    return _here()[1]


def table_here() -> ClockTable:
    """The clock table in force: the packaged rows, and after them those published in this database."""
    return _here()[2]


def packed(table: YearTable) -> dict[str, Any]:
    """A year's table as data, to be read by `YearTable.read`."""
    return {
        "year": table.year,
        "title": table.title,
        "number": table.number,
        "issued_on": table.issued_on.isoformat() if table.issued_on else None,
        "source": table.source,
        "off_days": [{"date": day.isoformat(), "name": name} for day, name in sorted(table.off_days.items())],
        "make_up_workdays": [
            {"date": day.isoformat(), "for_holiday": name} for day, name in sorted(table.make_up_workdays.items())
        ],
    }


def row_data(row: ClockRow) -> dict[str, Any]:
    """A clock's row as data, to be read by `ClockRow.read`."""
    told = {name: value for name, value in vars(row).items() if name != "extendable"}
    return {
        **told,
        "extendable": [vars(step) for step in row.extendable],
        "pause_for_zh": list(row.pause_for_zh),
        "valid_from": row.valid_from.isoformat() if row.valid_from else None,
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
    }


def with_row(table: ClockTable, row: ClockRow) -> ClockTable:
    """The table with one more version of a clock: the version before ends on the eve of its first day.

    Raises ValueError when the new version does not begin after the newest one, UnknownRule for an unknown clock.
    """
    newest = table.versions(row.rule)[-1]
    if row.valid_from is None or (newest.valid_from or date.min) >= row.valid_from:
        raise ValueError(f"{row.rule}: {row.valid_from} is not after {newest.valid_from}")
    ended = replace(newest, valid_to=row.valid_from - timedelta(days=1))
    rows = [each for rule in table.rules() for each in table.versions(rule) if each is not newest]
    return ClockTable([*rows, ended, row], table.aliases)


def _here() -> tuple[Keys, Calendar, ClockTable]:
    session = db.session()
    keys: Keys | None = session.info.get(_KEY)
    if keys is None:
        keys = session.info[_KEY] = _keys()
    name = str(session.get_bind().engine.url)
    if name not in _kept or _kept[name][0] != keys:
        _kept[name] = (keys, _calendar(), _table())
    return _kept[name]


def _keys() -> Keys:
    notice, edition = select(func.max(CalendarNotice.id)), select(func.max(ClockEdition.id))
    row = db.session.execute(select(notice.scalar_subquery(), edition.scalar_subquery())).one()
    return row[0] or 0, row[1] or 0


def _calendar() -> Calendar:
    found = default_calendar()
    for notice in db.session.scalars(select(CalendarNotice).order_by(CalendarNotice.year, CalendarNotice.edition)):
        found = found.with_table(YearTable.read(notice.data))
    return found


def _table() -> ClockTable:
    found = default_table()
    for edition in db.session.scalars(select(ClockEdition).order_by(ClockEdition.valid_from, ClockEdition.id)):
        found = with_row(found, ClockRow.read(edition.data))
    return found


@event.listens_for(Session, "after_transaction_end")
def _forget(session: Session, transaction: Any) -> None:
    """Another process may publish between two units of work: look again in the next one."""
    if transaction.parent is None:
        session.info.pop(_KEY, None)
