"""A table of each office published at once, by the worker: counted together, frozen one by one.

What must be looked at first is not frozen: an office with doubts in its data or a failed identity is named instead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.base import tasks, wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.base.tasks import LongTask, Tell
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.records.figures import FigureCount
from casework.statistics.cut_offs import cut_off_of
from casework.statistics.grid import Grid, fill_each
from casework.statistics.identities import against_facts, within_table
from casework.statistics.models import OfficeCutOff, Publication
from casework.statistics.period import Period, parse
from casework.statistics.publishing import MAY_PUBLISH, frozen, ticks_of
from casework.statistics.quality import doubtful_offices, doubts
from casework.statistics.tables import Table, tables

KIND = "publish_each_office"
PIECE, MOST_SHOWN = 100, 200
Refuse = Callable[[str, str], None]
Ticks = list[dict[str, Any]]


@dataclass(frozen=True)
class Signed:
    """In whose name the tables are frozen: the person as printed, and the office."""

    by: str
    office_id: int


def ask_to_publish_each(table: Table, period: Period, *, actor: Actor, now: datetime) -> LongTask:
    """A task that freezes the table of each office over a period. Raises Invalid for who may not, or too early."""
    reasons: dict[str, list[str]] = {}
    if actor.role not in MAY_PUBLISH:
        reasons["actor"] = [phrase("statistics.publish.not_yours")]
    if local_date(now) < period.end:
        reasons["period"] = [phrase("statistics.publish.not_over", day=period.last)]
    if reasons:
        raise Invalid(reasons)
    payload = {"table": table.key, "period": period.name, "by": actor.name}
    title = phrase("publications.each.task", table=table.title, period=period.name)
    return tasks.ask_for(KIND, title, payload, person_id=actor.person_id, office_id=actor.office_id, now=now)


def publish_each(task: LongTask, tell: Tell) -> dict[str, Any]:
    """The task itself. An office that is published already stays as it is, so it can go on where it was stopped."""
    refused: list[dict[str, str]] = []
    signed = Signed(str(task.payload["by"]), task.office_id)
    counts = freeze_each(tables()[task.payload["table"]], task.payload["period"], signed, tell, keep_in(refused))
    return {"counts": counts, "refused": refused}


def keep_in(refused: list[dict[str, str]]) -> Refuse:
    """What keeps the first 200 refusals in a list."""

    def refuse(office: str, why: str) -> None:
        if len(refused) < MOST_SHOWN:
            refused.append({"piece": office, "why": why})

    return refuse


def freeze_each(
    table: Table, name: str, signed: Signed, tell: Tell, refuse: Refuse, *, tick_all: bool = False
) -> dict[str, int]:
    """Freeze the table of each office over the period of that name; how many were, had been before, and could not be.

    `tell` is called after every 100 offices and at the end, and commits there; whoever stops between loses a piece at
    most and goes on by asking again. `tick_all` signs that every doubt of the data was looked at.
    """
    counts = {"published": 0, "published_before": 0, "not_published": 0}
    wanted, now, done = _offices(table), wallclock.now(), 0
    for period, group in _by_cut_off(name, wanted):
        for office, grid, why, ticks in _judged(table, period, group, now, tick_all=tick_all):
            if why:
                counts["not_published"] += 1
                refuse(office, why)
            elif grid is None:
                counts["published_before"] += 1
            else:
                db.session.add(frozen(grid, ticks, by=signed.by, office_id=signed.office_id, now=now))
                counts["published"] += 1
            done += 1
            if done % PIECE == 0:
                tell(done, len(wanted))
    tell(done, len(wanted))
    return counts


def _judged(
    table: Table, period: Period, group: list[Organisation], now: datetime, *, tick_all: bool
) -> Iterator[tuple[str, Grid | None, str, Ticks]]:
    """Each office with its table, why it may not be frozen and the doubts ticked off; no table where it is already."""
    asked = select(Publication.scope).where(Publication.table_key == table.key, Publication.period == period.name)
    there = set(db.session.scalars(asked))
    doubtful = doubtful_offices(period)
    broken = [each.identity for each in against_facts(table, period)]
    for grid in fill_each(table, period, group):
        office = int(grid.scope.key)
        failed = within_table(grid)
        ticks = ticks_of(doubts(period, [office])) if tick_all and office in doubtful else []
        if grid.scope.key in there:
            yield grid.scope.name, None, "", []
        elif local_date(now) < period.end:
            yield grid.scope.name, grid, phrase("statistics.publish.not_over", day=period.last), []
        elif broken:
            yield grid.scope.name, grid, phrase("publications.each.counters"), []
        elif failed:
            yield grid.scope.name, grid, failed[0].told(grid), []
        elif office in doubtful and not tick_all:
            yield grid.scope.name, grid, phrase("publications.each.doubts", count=doubtful[office]), []
        else:
            yield grid.scope.name, grid, "", ticks


def _offices(table: Table) -> list[Organisation]:
    """The offices of the table's kinds, or all that ever counted anything, in the order of their codes."""
    counted = select(FigureCount.office_id).distinct()
    asked = select(Organisation).where(Organisation.active, Organisation.on_system).order_by(Organisation.code)
    kept = Organisation.kind.in_(table.offices) if table.offices else Organisation.id.in_(counted)
    return list(db.session.scalars(asked.where(kept)))


def _by_cut_off(name: str, wanted: list[Organisation]) -> Iterator[tuple[Period, list[Organisation]]]:
    """The offices by the days that the period of that name has for them."""
    own = set(db.session.scalars(select(OfficeCutOff.office_id)))
    groups: dict[Period, list[Organisation]] = {}
    for each in wanted:
        period = parse(name, cut_off_of(each.id if each.id in own else None))
        groups.setdefault(period, []).append(each)
    yield from groups.items()
