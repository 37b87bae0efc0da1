"""Publishing on pages: what speaks against it, the doubts to tick off, the publication of any past day, restating."""

from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.answer import wants_json
from casework.counter.asked import asked_number, asked_text
from casework.counter.session import current_actor
from casework.identity.models import Organisation
from casework.records.grants import cases_visible_to
from casework.records.models import Case
from casework.statistics import each_office, publishing
from casework.statistics.asking_views import asked_period, asked_scope, asked_table, file_of
from casework.statistics.cut_offs import cut_off_of
from casework.statistics.grid import EVERYWHERE, Grid, Scope, fill
from casework.statistics.handed_out import HandedOut, as_published
from casework.statistics.models import Publication
from casework.statistics.period import parse
from casework.statistics.published import Asked, published
from casework.statistics.publishing import Drawn, NotPublishable
from casework.statistics.quality import doubts
from casework.statistics.sheet import lines, shown
from casework.statistics.table_views import visible
from casework.statistics.tables import tables

MOST = 50
bp = Blueprint("publications", __name__, url_prefix="/figures/publications")


@bp.get("")
def index() -> str:
    """What was published, newest first."""
    current_actor()
    asked = Asked(asked_text("table"), asked_text("period"), asked_text("office"))
    return render_template(
        "statistics/publications.html",
        title=phrase("publications.title"),
        asked=asked,
        page=published(asked, asked_number("after")),
        tables=tables(),
    )


@bp.get("/new/<key>")
def new(key: str) -> str:
    """What speaks against publishing a table now, and the doubts to tick off."""
    grid = fill(asked_table(key), asked_period(), asked_scope())
    return _page(grid, publishing.reasons_against(grid, actor=current_actor(), now=wallclock.now()))


@bp.post("/new/<key>")
def publish(key: str) -> ResponseReturnValue:
    """Freeze the table."""
    grid = fill(asked_table(key), asked_period(), asked_scope())
    ticked = request.form.getlist("ticked")
    try:
        row = publishing.publish(grid, ticked=ticked, actor=current_actor(), now=wallclock.now())
    except NotPublishable as refused:
        return _page(grid, refused.errors), 422
    return redirect(url_for("publications.publication", row_id=row.id), 303)


@bp.post("/new/<key>/each-office")
def publish_each(key: str) -> ResponseReturnValue:
    """Let the worker freeze the table of each office."""
    table, period = asked_table(key), asked_period()
    try:
        task = each_office.ask_to_publish_each(table, period, actor=current_actor(), now=wallclock.now())
    except Invalid as refused:
        return _page(fill(table, period), refused.errors), 422
    return redirect(url_for("tasks.task", task_id=task.id), 303)


@bp.get("/<int:row_id>")
def publication(row_id: int) -> ResponseReturnValue:
    """A publication as it stood on a day (`day`, today where none is asked), on a page or as a file."""
    actor = current_actor()
    row = _row(row_id)
    drawn = publishing.drawn_on(row, _day())
    if drawn is None:
        abort(404)
    office = db.session.get_one(Organisation, row.office_id).name
    out = as_published(drawn, office=office)
    form = asked_text("form")
    if form or wants_json():
        return file_of(out, form or "json", f"{row.table_key}-{row.period}")
    return _publication_page(drawn, out, may_restate=actor.role in publishing.MAY_PUBLISH)


@bp.post("/<int:row_id>/restatements")
def restate(row_id: int) -> ResponseReturnValue:
    """Write down a restatement with its cause."""
    row = _row(row_id)
    cause = request.form.get("cause", "")
    try:
        publishing.restate(row, _again(row), cause, actor=current_actor(), now=wallclock.now())
    except NotPublishable as refused:
        drawn = Drawn(row, tuple(row.restatements))
        out = as_published(drawn, office="")
        return _publication_page(drawn, out, may_restate=True, errors=refused.errors), 422
    return redirect(url_for("publications.publication", row_id=row.id), 303)


def _page(grid: Grid, reasons: dict[str, list[str]]) -> str:
    found = doubts(grid.period, grid.scope.offices)
    seen = {each.key for each in visible(found, current_actor())}
    return render_template(
        "statistics/publish.html",
        title=phrase("publications.new", table=grid.table.title, period=grid.period.name),
        table=grid.table,
        period=grid.period,
        unit=asked_text("unit"),
        reasons=[said for name, told in reasons.items() if name != "doubts" for said in told],
        untreated=reasons.get("doubts", []),
        doubts=found,
        seen=seen,
        ticked=set(request.form.getlist("ticked")),
    )


def _publication_page(
    drawn: Drawn, out: HandedOut, *, may_restate: bool, errors: dict[str, list[str]] | None = None
) -> str:
    row = drawn.publication
    columns = {each["key"]: each for each in out.sheet["columns"]}
    changed = publishing.differences(row, _again(row)) if may_restate else []
    return render_template(
        "statistics/publication.html",
        title=f"{out.title} {row.period}",
        row=row,
        out=out,
        columns=out.sheet["columns"],
        lines=lines(out.sheet),
        notes=out.standing,
        restatements=_restatements(drawn, out),
        changed=[
            (
                each["row"],
                columns[each["column"]],
                shown(each["published"], columns[each["column"]]),
                shown(each["restated"], columns[each["column"]]),
            )
            for each in changed
        ],
        labels={each["key"]: each["label"] for each in out.sheet["rows"]},
        errors=[said for told in (errors or {}).values() for said in told],
        day=_day(),
        may_restate=may_restate,
    )


def _restatements(drawn: Drawn, out: HandedOut) -> list[dict[str, Any]]:
    """Each restatement in words with the entries that came late; those of cases out of sight only by number."""
    numbers = {entry["case"] for each in drawn.restatements for entry in each.entries}
    asked = cases_visible_to(current_actor()).where(Case.number.in_(numbers)).with_only_columns(Case.number)
    seen = set(db.session.scalars(asked)) if numbers else set()
    found = []
    for each, (said, *cells) in zip(drawn.restatements, out.restated, strict=True):
        shown_entries = [entry for entry in each.entries if entry["case"] in seen]
        hidden = len({entry["case"] for entry in each.entries} - seen)
        found.append({"said": said, "cells": cells, "entries": shown_entries[:MOST], "hidden": hidden})
    return found


def _row(row_id: int) -> Publication:
    return db.session.get(Publication, row_id) or abort(404)


def _again(row: Publication) -> Grid:
    """The table of a publication counted now, over the same days and offices."""
    unit = int(row.scope) if row.scope.isdigit() else None
    scope = EVERYWHERE if unit is None else Scope((unit,), db.session.get_one(Organisation, unit).name)
    return fill(tables()[row.table_key], parse(row.period, cut_off_of(unit)), scope)


def _day() -> date:
    try:
        return date.fromisoformat(asked_text("day")) if asked_text("day") else local_date(wallclock.now())
    except ValueError:
        abort(404)
