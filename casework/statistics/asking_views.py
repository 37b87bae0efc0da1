"""What an address asks for: table, period, office, form. Shape only."""

from flask import Response, abort, make_response, render_template, request

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.answer import wants_json
from casework.counter.asked import asked_text
from casework.counter.session import current_actor, paper_fonts
from casework.identity.models import Organisation
from casework.statistics.cut_offs import cut_off_of
from casework.statistics.grid import EVERYWHERE, Scope
from casework.statistics.handed_out import HandedOut
from casework.statistics.monthly import unit_id
from casework.statistics.period import Period, parse
from casework.statistics.plain import as_csv, as_json
from casework.statistics.printed import as_pdf
from casework.statistics.spoken import read_period
from casework.statistics.tables import Table, tables
from casework.statistics.workbook import as_xlsx

FORMS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def asked_table(key: str) -> Table:
    """The table of an address, 404 when there is none."""
    return tables().get(key) or abort(404)


def asked_unit() -> int | None:
    """The office asked for, None for all; 404 when there is none."""
    try:
        return unit_id(asked_text("unit") or None)
    except ValueError:
        abort(404)


def asked_scope() -> Scope:
    """The offices asked for."""
    unit = asked_unit()
    return EVERYWHERE if unit is None else Scope((unit,), db.session.get_one(Organisation, unit).name)


def asked_period() -> Period:
    """The period asked for, by the cut-off of the office asked for; last month where nothing is asked.

    What names no period is answered with 422: the field, what was typed, and how periods are written.
    """
    cut_off = cut_off_of(asked_unit())
    name = asked_text("period")
    if not name:
        return parse(local_date(wallclock.now()).strftime("%Y-%m"), cut_off).before
    try:
        return read_period(name, cut_off)
    except ValueError:
        abort(_no_period(name))


def _no_period(name: str) -> Response:
    said = phrase("tables.no_period", typed=name)
    if wants_json() or asked_text("form"):
        raise Invalid({"period": [said]})
    kept = [(key, value) for key, value in request.args.items() if key != "period"]
    title = phrase("tables.period")
    return make_response(
        render_template("statistics/period_wrong.html", title=title, said=said, typed=name, kept=kept), 422
    )


def file_of(out: HandedOut, form: str, name: str) -> Response:
    """A sheet as a file of the form asked for; 404 for a form that is not there."""
    if form not in FORMS:
        abort(404)
    makers = {"xlsx": as_xlsx, "csv": as_csv, "json": as_json}
    body = as_pdf(out, paper_fonts()) if form == "pdf" else makers[form](out)
    answer = Response(body, content_type=FORMS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def office_name() -> str:
    """The office of the reader, printed over a paper."""
    return current_actor().office_name
