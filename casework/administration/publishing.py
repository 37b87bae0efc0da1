"""Publishing a calendar or a rule: rehearsed first, with a reason, and followed by a recount in the worker."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.clock.calendar import Calendar, YearTable
from casework.clock.clocks import ClockRow
from casework.identity.actor import Actor
from casework.procedure import recount
from casework.procedure.recount import Moved, RecountRun
from casework.procedure.rulebook import (
    CalendarNotice,
    ClockEdition,
    calendar_here,
    packed,
    row_data,
    table_here,
    with_row,
)
from casework.records.models import Case

SHOWN = 100


@dataclass(frozen=True)
class DayChange:
    """A day that becomes another one: what it was and what it will be."""

    day: date
    old: str
    new: str


@dataclass(frozen=True)
class Rehearsal:
    """What a publication would do: days that change, clocks that move (the first hundred, and how many in all)."""

    days: tuple[DayChange, ...]
    moved: tuple[Moved, ...]
    total: int
    cases: dict[int, str]
    kept: int = 0


def rehearse_year(table: YearTable) -> Rehearsal:
    """What the publication of a year would change. Nothing is written."""
    old = calendar_here()
    new = old.with_table(table)
    found, total = recount.moved(recount.scope_of_year(old, table), calendar=new, table=table_here(), most=SHOWN)
    return Rehearsal(tuple(_changed_days(old, new, table.year)), tuple(found), total, _numbers(found))


def publish_year(table: YearTable, reason: str, *, actor: Actor, now: datetime) -> RecountRun:
    """Publish a year as the next edition and ask for the recount. Raises Invalid without a reason."""
    _reasoned(reason)
    scope = recount.scope_of_year(calendar_here(), table)
    last = select(func.max(CalendarNotice.edition)).where(CalendarNotice.year == table.year)
    edition = (db.session.scalar(last) or 0) + 1
    db.session.add(
        CalendarNotice(
            year=table.year,
            edition=edition,
            data=packed(table),
            published_at=now,
            published_by=actor.name,
            reason=reason,
        )
    )
    cause = phrase("administration.cause.year", lang="zh", year=table.year, edition=edition)
    return recount.ask(cause, scope, actor=actor, now=now)


def drafted(rule: str, *, count: int, valid_from: date, basis: str) -> ClockRow:
    """A new version of a clock: another number of the same unit from a day on, with its article.

    Raises Invalid when the version does not follow the newest one, UnknownRule for an unknown clock.
    """
    row = replace(table_here().versions(rule)[-1], count=count, valid_from=valid_from, valid_to=None, basis_zh=basis)
    try:
        with_row(table_here(), row)
    except ValueError as error:
        newest = table_here().versions(rule)[-1].valid_from
        raise Invalid({"valid_from": [phrase("administration.not_after", newest=newest)]}) from error
    return row


def rehearse_rule(row: ClockRow) -> Rehearsal:
    """What a new version would change, and how many running clocks keep the law of their first day."""
    scope = recount.scope_of_rule(row.rule, row.valid_from or date.min)
    found, total = recount.moved(scope, calendar=calendar_here(), table=with_row(table_here(), row), most=SHOWN)
    every = recount.count(recount.scope_of_rule(row.rule, date.min))
    return Rehearsal((), tuple(found), total, _numbers(found), every - recount.count(scope))


def publish_rule(row: ClockRow, reason: str, *, actor: Actor, now: datetime) -> RecountRun:
    """Publish a new version and ask for the recount of proceedings that began under it."""
    _reasoned(reason)
    first = row.valid_from or date.min
    db.session.add(
        ClockEdition(
            rule=row.rule,
            valid_from=first,
            data=row_data(row),
            published_at=now,
            published_by=actor.name,
            reason=reason,
        )
    )
    cause = phrase("administration.cause.rule", lang="zh", rule=row.rule, day=first)
    return recount.ask(cause, recount.scope_of_rule(row.rule, first), actor=actor, now=now)


def case_numbers(ids: set[int]) -> dict[int, str]:
    """Case id -> number, in one query."""
    asked = select(Case.id, Case.number).where(Case.id.in_(ids))
    return {row.id: row.number for row in db.session.execute(asked)}


def _numbers(found: list[Moved]) -> dict[int, str]:
    return case_numbers({each.clock.case_id for each in found})


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise Invalid({"reason": [phrase("administration.reason_needed")]})


def _changed_days(old: Calendar, new: Calendar, year: int) -> list[DayChange]:
    first = date(year - 1, 12, 1)
    days = [first + timedelta(days=each) for each in range((date(year, 12, 31) - first).days + 1)]
    return [
        DayChange(day, phrase(f"administration.day.{old.kind(day).kind}"), _named(new, day))
        for day in days
        if old.kind(day) != new.kind(day)
    ]


def _named(calendar: Calendar, day: date) -> str:
    kind = calendar.kind(day)
    told = phrase(f"administration.day.{kind.kind}")
    return f"{told}（{kind.holiday}）" if kind.holiday else told
