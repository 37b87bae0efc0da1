"""Figures for everybody, without sign-in: published months only, small cells hidden, satisfaction with its response."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, jsonify, render_template
from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.counter.answer import wants_json
from casework.statistics.grid import TOTAL, rate
from casework.statistics.groups import said
from casework.statistics.live import live
from casework.statistics.models import Publication
from casework.statistics.period import free
from casework.statistics.publishing import restated_cells
from casework.statistics.suppression import SMALLEST, hidden_cells

bp = Blueprint("open_figures", __name__, url_prefix="/open-figures")
COLUMNS = ("accepted", "agreed")
TOTALS = ("registered", "accepted", "closed", "agreed", "pending")
MONTHS = 12


@dataclass(frozen=True)
class OpenMonth:
    """A published month as everybody may see it: totals, and rows by kind of right with hidden cells as None."""

    period: str
    title: str
    totals: dict[str, int | None]
    rows: list[tuple[str, dict[str, int | None]]]
    satisfaction: dict[str, Any] | None


@bp.get("")
def index() -> Any:
    """The last twelve published months of the whole city."""
    asked = select(Publication).where(Publication.table_key == "ip_monthly", Publication.scope == "")
    rows = db.session.scalars(asked.order_by(Publication.end_day.desc()).limit(MONTHS))
    months = [open_month(row) for row in rows]
    if wants_json():
        return jsonify([each.__dict__ for each in months])
    return render_template("statistics/open.html", title=phrase("open.title"), months=months, smallest=SMALLEST)


def open_month(row: Publication) -> OpenMonth:
    """A publication with its restatements, small cells hidden."""
    cells = restated_cells(row)
    keys = [each["key"] for each in row.sheet["rows"] if each["key"] != TOTAL]
    hidden = {column: hidden_cells({key: cells[key][column] for key in keys}) for column in COLUMNS}
    labels = {each["key"]: said(each["label"]) for each in row.sheet["rows"]}
    rows = [
        (labels[key], {column: None if key in hidden[column] else cells[key][column] for column in COLUMNS})
        for key in keys
    ]
    totals = {key: None if 0 < cells[TOTAL][key] < SMALLEST else cells[TOTAL][key] for key in TOTALS}
    return OpenMonth(row.period, said(row.sheet["title"]), totals, rows, _satisfaction(row, cells[TOTAL]["performed"]))


def _satisfaction(row: Publication, performed: int) -> dict[str, Any] | None:
    """Satisfied of those who answered, with the response rate; None where too few answered."""
    period = free(row.start_day, row.end_day)
    answered, satisfied = (len(live(name, period, None, "")) for name in ("visited", "satisfied"))
    if answered < SMALLEST:
        return None
    return {"satisfied": rate(satisfied, answered), "response": rate(answered, performed)}
