"""Tables on pages: the list, a table with its comparisons, the facts behind a cell, the doubts of a period."""

from typing import Any

from flask import Blueprint, abort, jsonify, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.counter.answer import wants_json
from casework.counter.asked import asked_text
from casework.counter.session import current_actor
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.records.grants import cases_visible_to
from casework.records.models import Case
from casework.statistics.asking_views import asked_period, asked_scope, asked_table, file_of, office_name
from casework.statistics.compare import Compared, compared
from casework.statistics.grid import TOTAL, behind, fill
from casework.statistics.handed_out import preview
from casework.statistics.identities import failures
from casework.statistics.indicators import indicators
from casework.statistics.opening import opened, row_json
from casework.statistics.publishing import published
from casework.statistics.quality import Doubt, doubts
from casework.statistics.sheet import lines, sheet_of, shown
from casework.statistics.tables import tables

bp = Blueprint("tables", __name__, url_prefix="/figures/tables")
MOST = 500


@bp.get("")
def index() -> str:
    """All tables."""
    current_actor()
    period = asked_period()
    return render_template("statistics/tables.html", title=phrase("tables.title"), tables=tables(), period=period)


@bp.get("/<key>")
def table_page(key: str) -> ResponseReturnValue:
    """A table of a period: the total with both comparisons, every row, its identities; or a file of it."""
    current_actor()
    table, period, scope = asked_table(key), asked_period(), asked_scope()
    form = asked_text("form")
    if form or wants_json():
        out = preview(sheet_of(fill(table, period, scope)), office=office_name(), day=period.last.isoformat())
        return file_of(out, form or "json", f"{key}-{period.name}")
    told = compared(table, period, scope)
    sheet = sheet_of(told.now)
    return render_template(
        "statistics/table.html",
        title=f"{table.title} {period.name}",
        table=table,
        period=period,
        unit=asked_text("unit"),
        totals=_totals(told, sheet),
        columns=table.columns,
        lines=lines(sheet),
        broken=[each.told(told.now) for each in failures(told.now, months=False)],
        publication=published(table, period, scope),
        offices=_offices(),
        doubtful=len(doubts(period, scope.offices)),
    )


@bp.get("/<key>/behind")
def behind_page(key: str) -> ResponseReturnValue:
    """The facts behind a cell, each with its journal entry; how many the reader may not see is stated."""
    actor = current_actor()
    table, period, scope = asked_table(key), asked_period(), asked_scope()
    row, column = asked_text("row") or TOTAL, asked_text("column")
    try:
        found = behind(table, period, scope, row, column)
    except KeyError:
        abort(404)
    rows = opened(found, actor)
    without = sum(not each.case_id for each in found)
    if wants_json():
        told = {"count": len(found), "hidden": len(found) - len(rows) - without}
        return jsonify({**told, "entries": [row_json(each) for each in rows[:MOST]]})
    return render_template(
        "statistics/behind.html",
        title=f"{table.title} · {table.column(column).title}",
        table=table,
        period=period,
        unit=asked_text("unit"),
        rows=rows[:MOST],
        count=len(found),
        money=sum(each.fen for each in found) if table.column(column).money else None,
        hidden=len(found) - len(rows) - without,
        without=without,
        most=MOST,
    )


@bp.get("/doubts")
def doubts_page() -> str:
    """The doubts of a period, each with the case to mend it in; those of cases out of sight only by number."""
    actor = current_actor()
    period, scope = asked_period(), asked_scope()
    found = doubts(period, scope.offices)
    return render_template(
        "statistics/doubts.html",
        title=phrase("doubts.title", period=period.name),
        period=period,
        doubts=visible(found, actor),
        count=len(found),
        unit=asked_text("unit"),
    )


def visible(found: list[Doubt], actor: Actor) -> list[Doubt]:
    """The doubts about cases that the reader may see."""
    asked = cases_visible_to(actor).where(Case.id.in_({each.case_id for each in found}))
    seen = {case.id for case in db.session.scalars(asked)}
    return [each for each in found if each.case_id in seen]


def _totals(told: Compared, sheet: dict[str, Any]) -> list[dict[str, Any]]:
    """The total row, a column a line, with both comparisons, denominators and definitions."""
    words = {each.key: each for each in indicators()}
    found = []
    for column, data in zip(told.now.table.columns, sheet["columns"], strict=True):
        cell = told.now.cell(TOTAL, column.key)
        found.append(
            {
                "column": column,
                "shown": shown(cell, data),
                "rate": cell if isinstance(cell, dict) else None,
                "on_period": told.on_period(TOTAL, column).shown,
                "on_year": told.on_year(TOTAL, column).shown,
                "indicator": words.get(column.indicator or ""),
            }
        )
    return found


def _offices() -> list[Organisation]:
    asked = select(Organisation).where(Organisation.active).order_by(Organisation.code)
    return list(db.session.scalars(asked))
