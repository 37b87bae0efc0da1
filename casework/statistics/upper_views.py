"""The forms of the upper level on pages: filled with their checks, handed out, and their mapping to change."""

from dataclasses import asdict

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.counter.answer import wants_json
from casework.counter.asked import asked_text
from casework.counter.session import current_actor
from casework.identity.actor import Actor
from casework.statistics import upper_forms as shelf
from casework.statistics.asking_views import FORMS, asked_period, asked_scope
from casework.statistics.tables import tables
from casework.statistics.upper import FilledForm, filled, lines_of
from casework.statistics.upper_forms import UpperForm
from casework.statistics.upper_workbook import as_xlsx

bp = Blueprint("upper_forms", __name__, url_prefix="/figures/upper-forms")
LONGEST = 40_000


@bp.get("")
def index() -> str:
    """Every form, where it goes and whose mapping it has."""
    actor = current_actor()
    rows, may = shelf.upper_forms(), actor.role in shelf.MAY_MAP
    return render_template("statistics/upper_forms.html", title=phrase("upper.title"), rows=rows, may=may)


@bp.get("/<key>")
def form_page(key: str) -> ResponseReturnValue:
    """A form filled for a period, on a page, as XLSX or as JSON."""
    actor, form, period, scope = current_actor(), _form(key), asked_period(), asked_scope()
    told = filled(lines_of(form.mapping)[0], period, scope)
    if asked_text("form") == "xlsx":
        answer = Response(as_xlsx(form, period, told), content_type=FORMS["xlsx"])
        answer.headers["Content-Disposition"] = f'attachment; filename="{key}-{period.name}.xlsx"'
        return answer
    if wants_json() or asked_text("form") == "json":
        return jsonify({"form": key, "version": form.version, "period": period.name, **asdict(told)})
    return render_template(
        "statistics/upper_form.html",
        title=form.name,
        form=form,
        told=told,
        period=period,
        unit=asked_text("unit"),
        may=actor.role in shelf.MAY_MAP,
    )


@bp.get("/mapping/new")
def new() -> str:
    """An empty mapping."""
    _may()
    return _mapping_page(UpperForm("", "", "", ""), [], None)


@bp.post("/mapping/new")
def make() -> ResponseReturnValue:
    """Try or keep the mapping of a new form."""
    return _kept(request.form.get("key", "").strip())


@bp.get("/<key>/mapping")
def mapping(key: str) -> str:
    """The mapping of a form, to be changed."""
    _may()
    return _mapping_page(_form(key), [], None)


@bp.post("/<key>/mapping")
def change(key: str) -> ResponseReturnValue:
    """Try the mapping as typed, or keep it as a new version."""
    _form(key)
    return _kept(key)


def _kept(key: str) -> ResponseReturnValue:
    actor = _may()
    typed = {name: request.form.get(name, "")[:LONGEST] for name in ("name", "receiver", "mapping")}
    form = UpperForm(key[:30], typed["name"][:80], typed["receiver"][:80], typed["mapping"])
    lines, wrong = lines_of(form.mapping)
    if not request.form.get("keep"):
        tried = None if wrong else filled(lines, asked_period(), asked_scope())
        return _mapping_page(form, wrong, tried), 422 if wrong else 200
    try:
        shelf.keep(form, actor=actor, now=wallclock.now())
    except Invalid as refused:
        return _mapping_page(form, [said for told in refused.errors.values() for said in told], None), 422
    return redirect(url_for("upper_forms.form_page", key=form.key), 303)


def _mapping_page(form: UpperForm, wrong: list[str], tried: FilledForm | None) -> str:
    named = [
        (each, each.title, " ".join(column.key for column in each.columns if column.counts))
        for each in tables().values()
    ]
    return render_template(
        "statistics/upper_mapping.html",
        title=phrase("upper.mapping"),
        form=form,
        wrong=wrong,
        tried=tried,
        named=named,
        period=asked_period(),
        fresh=request.path.endswith("/new"),
    )


def _form(key: str) -> UpperForm:
    try:
        return shelf.upper_form(key)
    except KeyError:
        abort(404)


def _may() -> Actor:
    actor = current_actor()
    if actor.role not in shelf.MAY_MAP:
        abort(403)
    return actor
