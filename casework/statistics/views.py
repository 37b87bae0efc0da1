"""The month on a page, and the cases behind each figure."""

from flask import Blueprint, abort, jsonify, render_template
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.db import db
from casework.base.phrases import phrase
from casework.counter.answer import wants_json
from casework.counter.asked import asked_text
from casework.counter.session import current_actor
from casework.identity.actor import Actor
from casework.records.grants import cases_visible_to
from casework.records.models import Case
from casework.statistics.counting import (
    ACCEPTED,
    AGREED,
    CLOSING,
    NOT_ACCEPTED,
    PAID,
    PERFORMED,
    REGISTERED,
    behind_figure,
)
from casework.statistics.monthly import Break, as_json, breaks, figures, unit_id
from casework.statistics.opening import opened, row_json
from casework.statistics.period import Period, month

bp = Blueprint("statistics", __name__)
OPENABLE = (REGISTERED, NOT_ACCEPTED, ACCEPTED, *CLOSING, PERFORMED, PAID)
MOST = 500


@bp.get("/figures")
def this_month() -> ResponseReturnValue:
    """The running month."""
    return month_page(wallclock.local_date(wallclock.now()).strftime("%Y-%m"))


@bp.get("/figures/<name>")
def month_page(name: str) -> ResponseReturnValue:
    """The figures of a month: as a table, or as the JSON of the report command."""
    actor = current_actor()
    told = figures(_period(name), _unit())
    if wants_json():
        return jsonify(as_json(told))
    return render_template(
        "statistics/month.html",
        title=phrase("statistics.title", month=name),
        told=told,
        report=as_json(told),
        agreed=AGREED,
        broken=[] if told.holds else _shown(breaks(told.period, _unit()), actor),
        before=_shifted(told.period, -1),
        after=_shifted(told.period, 1),
        unit=asked_text("unit"),
    )


@bp.get("/figures/<name>/<figure>")
def figure_page(name: str, figure: str) -> ResponseReturnValue:
    """The entries behind a figure; where the reader may not see some, their number is stated."""
    actor = current_actor()
    if figure not in OPENABLE:
        abort(404)
    found = behind_figure(figure, _period(name), _unit())
    rows = opened(found, actor)
    if wants_json():
        return jsonify({"figure": figure, "count": len(found), "entries": [row_json(each) for each in rows]})
    return render_template(
        "statistics/figure.html",
        title=phrase(f"figure.{figure}"),
        rows=rows[:MOST],
        count=len(found),
        hidden=len(found) - len(rows),
        month=name,
    )


def _shown(found: list[Break], actor: Actor) -> list[Break]:
    """The breaks in cases that the reader may see."""
    asked = cases_visible_to(actor).where(Case.number.in_([each.case for each in found]))
    visible = {case.number for case in db.session.scalars(asked)}
    return [each for each in found if each.case in visible]


def _period(name: str) -> Period:
    try:
        return month(name)
    except ValueError:
        abort(404)


def _unit() -> int | None:
    try:
        return unit_id(asked_text("unit") or None)
    except ValueError:
        abort(404)


def _shifted(period: Period, months: int) -> str:
    count = period.start.year * 12 + period.start.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
