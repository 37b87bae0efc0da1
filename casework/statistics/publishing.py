"""Publishing: a table of a period is frozen with its instant; what comes late is a dated restatement with its cause."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.identity.roles import Role
from casework.statistics.grid import Grid, Scope
from casework.statistics.identities import failures
from casework.statistics.models import Publication, Restatement
from casework.statistics.period import Period
from casework.statistics.quality import Doubt, doubts, late_entries
from casework.statistics.sheet import fingerprint, sheet_of
from casework.statistics.tables import Table

MAY_PUBLISH = (Role.STATISTICIAN, Role.CHIEF, Role.HEAD)


class NotPublishable(Invalid):
    """A table that may not be published now, with every reason in words."""


@dataclass(frozen=True)
class Drawn:
    """A publication as it stood at the end of a day: the frozen sheet and the restatements dated by then."""

    publication: Publication
    restatements: tuple[Restatement, ...]


def publish(grid: Grid, *, ticked: Collection[str] = (), actor: Actor, now: datetime) -> Publication:
    """Freeze a filled table. Every doubt of the data must be ticked off, every identity hold, the period be over.

    Raises NotPublishable with all reasons; the failed identities name their rows.
    """
    found = doubts(grid.period, grid.scope.offices)
    reasons = reasons_against(grid, actor=actor, now=now)
    left = [each for each in found if each.key not in ticked]
    if left:
        told = "、".join(f"{each.number} {each.told}" for each in left[:20])
        reasons["doubts"] = [phrase("statistics.publish.untreated", count=len(left), told=told)]
    if reasons:
        raise NotPublishable(reasons)
    row = frozen(grid, ticks_of(found), by=actor.name, office_id=actor.office_id, now=now)
    db.session.add(row)
    db.session.flush()
    return row


def ticks_of(found: Collection[Doubt]) -> list[dict[str, Any]]:
    """The doubts as a publication keeps that they were seen."""
    return [{"kind": each.kind, "case": each.number, "seq": each.seq} for each in found]


def frozen(grid: Grid, ticks: list[dict[str, Any]], *, by: str, office_id: int, now: datetime) -> Publication:
    """The publication of a filled table, not yet stored. Nothing is asked here."""
    sheet = sheet_of(grid)
    return Publication(
        table_key=grid.table.key,
        period=grid.period.name,
        start_day=grid.period.start,
        end_day=grid.period.end,
        scope=grid.scope.key,
        published_at=now,
        published_by=by,
        office_id=office_id,
        ticked=ticks,
        sheet=sheet,
        sha256=fingerprint(sheet),
    )


def reasons_against(grid: Grid, *, actor: Actor, now: datetime) -> dict[str, list[str]]:
    """Why a table may not be published now, doubts of the data left aside: what is concerned -> words."""
    reasons: dict[str, list[str]] = {}
    if actor.role not in MAY_PUBLISH:
        reasons["actor"] = [phrase("statistics.publish.not_yours")]
    if local_date(now) < grid.period.end:
        reasons["period"] = [phrase("statistics.publish.not_over", day=grid.period.last)]
    if published(grid.table, grid.period, grid.scope) is not None:
        reasons["published"] = [phrase("statistics.publish.already")]
    broken = failures(grid)
    if broken:
        reasons["identities"] = [each.told(grid) for each in broken]
    return reasons


def published(table: Table, period: Period, scope: Scope) -> Publication | None:
    """The publication of a table over a period, if there is one."""
    asked = select(Publication).where(Publication.table_key == table.key, Publication.period == period.name)
    asked = asked.where(Publication.scope == scope.key, Publication.start_day == period.start)
    return db.session.scalar(asked)


def drawn_on(publication: Publication, day: date) -> Drawn | None:
    """The publication as it stood at the end of a local day; None before it was published."""
    if local_date(publication.published_at) > day:
        return None
    kept = tuple(each for each in publication.restatements if local_date(each.at) <= day)
    return Drawn(publication, kept)


def differences(publication: Publication, grid: Grid) -> list[dict[str, Any]]:
    """The cells that would be told differently now: row, column, as told so far, as counted now.

    "As told so far" is the published cell with all restatements on top.
    """
    so_far = restated_cells(publication)
    now = sheet_of(grid)["cells"]
    found = []
    for row, columns in so_far.items():
        for column, value in columns.items():
            new = now.get(row, {}).get(column)
            if new != value:
                found.append({"row": row, "column": column, "published": value, "restated": new})
    return found


def restated_cells(publication: Publication, upto: tuple[Restatement, ...] | None = None) -> dict[str, dict[str, Any]]:
    """The cells of a publication with restatements on top (all of them, or those given)."""
    cells = {row: dict(columns) for row, columns in publication.sheet["cells"].items()}
    for each in publication.restatements if upto is None else upto:
        for line in each.lines:
            cells[line["row"]][line["column"]] = line["restated"]
    return cells


def restate(publication: Publication, grid: Grid, cause: str, *, actor: Actor, now: datetime) -> Restatement:
    """Write down what is told differently now, why and by which entries. Raises NotPublishable.

    The publication itself never changes.
    """
    lines = differences(publication, grid)
    reasons: dict[str, list[str]] = {}
    if actor.role not in MAY_PUBLISH:
        reasons["actor"] = [phrase("statistics.publish.not_yours")]
    if not cause.strip():
        reasons["cause"] = [phrase("statistics.restate.no_cause")]
    if not lines:
        reasons["lines"] = [phrase("statistics.restate.nothing")]
    broken = failures(grid)
    if broken:
        reasons["identities"] = [each.told(grid) for each in broken]
    if reasons:
        raise NotPublishable(reasons)
    since = max([publication.published_at, *(each.at for each in publication.restatements)])
    entries = [{"case": case, "seq": seq, "recorded": day} for case, seq, day in late_entries(grid.period, since)]
    row = Restatement(publication=publication, at=now, by=actor.name, cause=cause.strip(), lines=lines, entries=entries)
    db.session.add(row)
    db.session.flush()
    return row
