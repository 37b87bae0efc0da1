"""The desk: the day, the list of cases, the page of a case, dates that explain themselves, papers, evidence, charts."""

from dataclasses import asdict

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from casework.base import wallclock
from casework.base.db import db, writing
from casework.base.errors import NotFound
from casework.base.phrases import phrase
from casework.clock.titles import clock_name
from casework.counter.answer import wants_json
from casework.counter.asked import asked_number, asked_text
from casework.counter.session import current_actor, evidence_store, paper_file
from casework.counter.views import book
from casework.desk import frame
from casework.desk.case_page import CaseShown, case_json, case_shown, may_read
from casework.desk.cases import Asked, case_list
from casework.desk.day_views import page_of_the_day
from casework.desk.explained import explained
from casework.desk.rulebook import rule_shown, rules_found
from casework.desk.shown import clock_shown
from casework.documents.models import PaperRecord
from casework.identity.actor import Actor
from casework.procedure.chart import chart_svg, chart_text
from casework.procedure.clocks import due_of
from casework.procedure.models import RunningClock
from casework.procedure.procedure import PROCEDURES, state_label
from casework.records.grants import load_case
from casework.records.models import Case, Evidence
from casework.records.reads import note_read

bp = Blueprint("desk", __name__)
NEWEST = 10
bp.app_context_processor(frame.helpers)


@bp.get("/")
def day_list() -> str:
    """My office's day, in the order of legal slack."""
    return page_of_the_day()


@bp.get("/cases")
def cases() -> ResponseReturnValue:
    """The cases that my office sees, newest first."""
    given = request.args
    asked = Asked(asked_text("q"), asked_text("procedure"), "closed" in given)
    page = case_list(asked, asked_number("after"), actor=current_actor())
    if wants_json():
        return jsonify({"cases": [asdict(line) for line in page.lines], "after": page.after})
    procedures = {name: phrase(f"procedure.{name}") for name in PROCEDURES}
    return render_template(
        "desk/cases.html", title=phrase("desk.cases.title"), page=page, asked=asked, procedures=procedures
    )


@bp.get("/cases/<number>")
def case_page(number: str) -> ResponseReturnValue:
    """The page of a case; looking at its content is logged."""
    shown = _shown(number)
    page = render_template("desk/case.html", title=_title(shown), shown=shown, case=shown.case)
    _log_read(shown, "case_page")
    return page


@bp.get("/cases/<number>.json")
def case_as_json(number: str) -> ResponseReturnValue:
    """The same as JSON."""
    shown = _shown(number)
    answer = jsonify(case_json(shown))
    _log_read(shown, "case_json")
    return answer


@bp.get("/cases/<number>/entries/<int:seq>")
def entry(number: str, seq: int) -> ResponseReturnValue:
    """An entry of the journal by its number: the page of the case that shows it."""
    case = load_case(number, current_actor())
    newest = case.journal_count - seq < NEWEST
    before = None if newest else seq + 1
    return redirect(url_for("desk.case_page", number=case.number, before=before, _anchor=f"entry-{seq}"), 303)


@bp.get("/cases/<number>/clocks/<int:clock_id>")
def clock(number: str, clock_id: int) -> str:
    """Where a date comes from: every day with its cause."""
    case = load_case(number, current_actor())
    found = db.session.get(RunningClock, clock_id)
    if found is None or found.case_id != case.id:
        raise NotFound(number)
    due = due_of(found)
    return render_template(
        "desk/clock.html",
        title=clock_name(found.rule),
        case=case,
        clock=found,
        chip=clock_shown(found, wallclock.now()),
        due=due,
        said=explained(due),
    )


@bp.get("/cases/<number>/papers/<int:paper_id>.pdf")
def paper(number: str, paper_id: int) -> Response:
    """A paper drawn from its stored data."""
    case = _readable(number)
    found = db.session.get(PaperRecord, paper_id)
    if found is None or found.case_id != case.id:
        raise NotFound(number)
    answer = current_app.response_class(paper_file(found), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{found.kind}-{found.id}.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.get("/cases/<number>/evidence/<int:evidence_id>")
def evidence(number: str, evidence_id: int) -> Response:
    """A file handed in; it is downloaded and never shown inside our pages."""
    case = _readable(number)
    found = db.session.get(Evidence, evidence_id)
    if found is None or found.case_id != case.id:
        raise NotFound(number)
    answer = send_file(
        evidence_store().path(found.sha256),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=found.name,
        etag=found.sha256,
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.get("/procedures")
def procedures() -> str:
    """All procedures of the house."""
    current_actor()
    return render_template("desk/procedures.html", title=phrase("desk.charts.title"), procedures=PROCEDURES.values())


@bp.get("/procedures/<name>")
def procedure(name: str) -> str:
    """The chart of one procedure, `?here=` marks a state; the table of its steps below."""
    current_actor()
    found = PROCEDURES.get(name) or abort(404)
    here = request.args.get("here")
    drawing = Markup(chart_svg(found, here if here in found.states else None))  # noqa: S704 - escaped by the chart
    return render_template(
        "desk/procedure.html",
        title=phrase(f"procedure.{name}"),
        procedure=found,
        drawing=drawing,
        text=chart_text(found),
        states={state: state_label(name, state) for state in found.states},
    )


@bp.get("/rules")
def rules() -> str:
    """A search of the rules."""
    current_actor()
    asked = asked_text("q")
    today = wallclock.local_date(wallclock.now())
    found = rules_found(asked, today) if asked else []
    return render_template("desk/rules.html", title=phrase("desk.rules.title"), asked=asked, found=found)


@bp.get("/rules/<rule>")
def rule(rule: str) -> str:
    """What a rule says, on which article, and what hangs on it."""
    current_actor()
    shown = rule_shown(rule, wallclock.local_date(wallclock.now())) or abort(404)
    return render_template("desk/rule.html", title=f"{rule} {shown.now.article_zh}", shown=shown)


def _shown(number: str) -> CaseShown:
    actor = current_actor()
    case = load_case(number, actor)
    before = asked_number("before")
    return case_shown(case, book(), actor=actor, now=wallclock.now(), before=before)


def _title(shown: CaseShown) -> str:
    return f"{shown.case.number} {shown.case.title}" if shown.content else shown.case.number


def _readable(number: str) -> Case:
    """A case whose content the reader may see; to everybody else its files do not exist. The read is logged."""
    actor = current_actor()
    case = load_case(number, actor)
    if not may_read(case, actor):
        raise NotFound(number)
    _log(case, request.endpoint or "", actor)
    return case


def _log_read(shown: CaseShown, what: str) -> None:
    if shown.content:
        _log(shown.case, what, current_actor())


def _log(case: Case, what: str, actor: Actor) -> None:
    """Log a read in a unit of its own, so that a reader holds the write lock for an instant only."""
    case_id = case.id
    db.session.rollback()
    with writing():
        note_read(db.session.get_one(Case, case_id), what, actor=actor, now=wallclock.now())
        db.session.commit()
