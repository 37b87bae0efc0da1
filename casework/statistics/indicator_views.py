"""Indicators on pages: the list with every definition, a new one with a preview over twelve months, publishing it."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.money import plain
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.session import current_actor
from casework.identity.roles import Role
from casework.statistics import indicators as book
from casework.statistics.grid import wan
from casework.statistics.indicators import DRAFT, MEASURES, Indicator, Value
from casework.statistics.models import IndicatorVersion
from casework.statistics.period import parse

MAY_DEFINE = (Role.STATISTICIAN, Role.HEAD, Role.CHIEF, Role.ADMIN)
bp = Blueprint("indicators", __name__, url_prefix="/figures/indicators")
FIELDS = (
    "key",
    "label_zh",
    "label_en",
    "wording_zh",
    "wording_en",
    "numerator",
    "denominator",
    "measure",
    "filters",
    "date",
)


@bp.get("")
def index() -> str:
    """Every definition in force, with its denominator, and the drafts."""
    may = current_actor().role in MAY_DEFINE
    drafts = db.session.scalars(select(IndicatorVersion).where(IndicatorVersion.status == DRAFT))
    return render_template(
        "statistics/indicators.html",
        title=phrase("indicators.title"),
        rows=book.indicators(),
        drafts=list(drafts),
        may=may,
    )


@bp.get("/new")
def new() -> str:
    """An empty form."""
    _may()
    return _page({}, {}, [])


@bp.post("/new")
def make() -> ResponseReturnValue:
    """Show the preview, or keep the definition as a draft."""
    actor = _may()
    typed = {name: request.form.get(name, "").strip() for name in FIELDS}
    told = definition_of(typed)
    errors = book.problems(told)
    if errors:
        return _page(typed, errors, []), 422
    if request.form.get("keep"):
        book.draft(told, actor=actor, now=wallclock.now())
        return redirect(url_for("indicators.index"), 303)
    shape = Indicator(**{**told, "version": 0, "status": DRAFT})
    return _page(typed, {}, _shown(shape, book.preview(shape, _last_month())))


@bp.get("/<key>")
def indicator_page(key: str) -> str:
    """One definition with its values over the last twelve months."""
    current_actor()
    try:
        told = book.indicator(key)
    except KeyError:
        abort(404)
    rows = db.session.scalars(
        select(IndicatorVersion).where(IndicatorVersion.key == key).order_by(IndicatorVersion.version)
    )
    values = _shown(told, book.preview(told, _last_month()))
    return render_template("statistics/indicator.html", title=told.title, told=told, values=values, versions=list(rows))


@bp.post("/<int:row_id>/publish")
def publish(row_id: int) -> ResponseReturnValue:
    """Put a draft in force."""
    _may()
    row = db.session.get(IndicatorVersion, row_id) or abort(404)
    try:
        book.publish_indicator(row, now=wallclock.now())
    except Invalid:
        abort(409)
    return redirect(url_for("indicators.indicator_page", key=row.key), 303)


def definition_of(typed: dict[str, str]) -> dict[str, Any]:
    """The definition that a filled form tells: lists by spaces or commas, filters as name=value."""
    numerator, denominator = (typed[name].replace(",", " ").split() for name in ("numerator", "denominator"))
    pairs = [each.partition("=") for each in typed["filters"].replace(",", " ").split()]
    filters = {name: value for name, _, value in pairs}
    if typed["measure"] in MEASURES and typed["measure"] != "n":
        filters["measure"] = typed["measure"]
    below = f" / ({' + '.join(denominator)})" if denominator else ""
    return {
        "key": typed["key"],
        "label": [typed["label_zh"], typed["label_en"]],
        "wording": [typed["wording_zh"], typed["wording_en"]],
        "formula": " + ".join(numerator) + below,
        "numerator": numerator,
        "denominator": denominator,
        "grain": "case",
        "date": typed["date"] or "event",
        "filters": filters,
        "source": "",
    }


def _page(typed: dict[str, str], errors: dict[str, list[str]], values: list[tuple[Value, str]]) -> str:
    return render_template(
        "statistics/new_indicator.html",
        title=phrase("indicators.new"),
        typed=typed,
        errors=errors,
        values=values,
        fields=FIELDS,
        measures=MEASURES,
        figures=book.known_figures(),
    )


def _shown(told: Indicator, values: list[Value]) -> list[tuple[Value, str]]:
    return [(each, _text(told, each)) for each in values]


def _text(told: Indicator, value: Value) -> str:
    if value.told is None:
        return "—"
    if value.denominator is None and told.measure == "fen":
        return (
            plain(value.numerator)
            if value.numerator < 1_000_000
            else phrase("indicators.wan", amount=wan(value.numerator))
        )
    return f"{value.told}%" if value.denominator is not None and told.measure != "days" else value.told


def _last_month() -> Any:
    return parse(local_date(wallclock.now()).strftime("%Y-%m")).before


def _may() -> Any:
    actor = current_actor()
    if actor.role not in MAY_DEFINE:
        abort(403)
    return actor
