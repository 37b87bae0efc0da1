"""The administrator's pages: calendars, rules, recounts. Each change is shown before it is published."""

from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.administration import publishing
from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.clock.calendar import YearTable
from casework.clock.clocks import ClockRow
from casework.clock.errors import ClockError
from casework.clock.notice import read_notice
from casework.counter.session import current_actor
from casework.identifiers.dates import parse_date
from casework.identity.actor import Actor
from casework.jobs.models import JobRun
from casework.procedure.recount import ClockRecount, RecountRun
from casework.procedure.rulebook import CalendarNotice, ClockEdition, calendar_here, table_here

bp = Blueprint("administration", __name__, url_prefix="/administration")
POSTS = ("admin@ip_office",)
LONGEST = 20_000


@bp.get("/")
def home() -> str:
    """Calendars, published rules, recounts and jobs at a glance."""
    _administrator()
    runs = db.session.scalars(select(RecountRun).order_by(RecountRun.id.desc()).limit(20))
    return render_template(
        "administration/home.html",
        title=phrase("administration.title"),
        years=sorted(calendar_here().years.values(), key=lambda each: -each.year),
        notices=list(db.session.scalars(select(CalendarNotice).order_by(CalendarNotice.id.desc()).limit(20))),
        editions=list(db.session.scalars(select(ClockEdition).order_by(ClockEdition.id.desc()).limit(20))),
        runs=list(runs),
        jobs=list(db.session.scalars(select(JobRun).order_by(JobRun.name))),
    )


@bp.get("/calendar")
def calendar_form() -> str:
    """Where a notice is pasted or uploaded."""
    _administrator()
    return _calendar_page({})


@bp.post("/calendar")
def calendar() -> ResponseReturnValue:
    """Show what a notice would change; publish it when that was seen and a reason is given."""
    actor, told = _administrator(), _notice_told()
    try:
        table = read_notice(told["text"], title=told["title"], number=told["number"], issued_on=_day(told["issued_on"]))
        if "publish" in request.form:
            publishing.publish_year(table, told["reason"], actor=actor, now=wallclock.now())
            return redirect(url_for("administration.home"), 303)
    except (ClockError, Invalid) as error:
        return _calendar_page(told, said=_said(error)), 422
    return _calendar_page(told, table=table, rehearsal=publishing.rehearse_year(table))


@bp.get("/rules")
def rules() -> str:
    """All clocks with the version that holds today."""
    _administrator()
    asked = request.args.get("q", "").strip()[:40]
    table = table_here()
    newest = [table.versions(rule)[-1] for rule in table.rules()]
    shown = [row for row in newest if asked in row.rule or asked in row.title_zh or asked in row.basis_zh]
    return render_template("administration/rules.html", title=phrase("administration.rules"), rows=shown, asked=asked)


@bp.route("/rules/<rule>", methods=["GET", "POST"])
def rule(rule: str) -> ResponseReturnValue:
    """The versions of a clock, and a draft of the next one with its rehearsal."""
    actor = _administrator()
    if rule not in table_here().rules():
        abort(404)
    if request.method == "GET":
        return _rule_page(rule, {})
    told = {name: request.form.get(name, "").strip() for name in ("count", "valid_from", "basis", "reason")}
    try:
        row = _draft(rule, told)
        if "publish" in request.form:
            publishing.publish_rule(row, told["reason"], actor=actor, now=wallclock.now())
            return redirect(url_for("administration.home"), 303)
    except Invalid as error:
        return _rule_page(rule, told, said=_said(error)), 422
    return _rule_page(rule, told, draft=row, rehearsal=publishing.rehearse_rule(row))


@bp.get("/recounts/<int:run_id>")
def recount_page(run_id: int) -> str:
    """How far a recount has come, and the clocks it moved."""
    _administrator()
    run = db.session.get(RecountRun, run_id) or abort(404)
    asked = select(ClockRecount).where(ClockRecount.run_id == run.id).order_by(ClockRecount.id.desc()).limit(100)
    traces = list(db.session.scalars(asked))
    return render_template(
        "administration/recount.html",
        title=phrase("administration.recount"),
        run=run,
        traces=traces,
        cases=publishing.case_numbers({each.case_id for each in traces}),
    )


@bp.post("/recounts/<int:run_id>")
def steer(run_id: int) -> ResponseReturnValue:
    """Stop a recount, or let it go on."""
    _administrator()
    run = db.session.get(RecountRun, run_id) or abort(404)
    run.stopped = "stop" in request.form
    return redirect(url_for("administration.recount_page", run_id=run.id), 303)


def _administrator() -> Actor:
    actor = current_actor()
    if actor.post not in POSTS:
        raise NotFound("administration")
    return actor


def _notice_told() -> dict[str, str]:
    told = {name: request.form.get(name, "").strip() for name in ("text", "title", "number", "issued_on", "reason")}
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        told["text"] = upload.stream.read(LONGEST).decode("utf-8-sig", "replace")
    return {**told, "text": told["text"][:LONGEST], "title": told["title"][:200]}


def _calendar_page(
    told: dict[str, str],
    *,
    said: str = "",
    table: YearTable | None = None,
    rehearsal: publishing.Rehearsal | None = None,
) -> str:
    return render_template(
        "administration/calendar.html",
        title=phrase("administration.calendar"),
        told=told,
        said=said,
        table=table,
        rehearsal=rehearsal,
    )


def _rule_page(
    rule: str,
    told: dict[str, str],
    *,
    said: str = "",
    draft: ClockRow | None = None,
    rehearsal: publishing.Rehearsal | None = None,
) -> str:
    return render_template(
        "administration/rule.html",
        title=rule,
        versions=table_here().versions(rule),
        told=told,
        said=said,
        draft=draft,
        rehearsal=rehearsal,
    )


def _draft(rule: str, told: dict[str, str]) -> ClockRow:
    first = _day(told["valid_from"])
    wrong: dict[str, list[str]] = {}
    if not told["count"].isdecimal() or not 0 < int(told["count"]) < 10_000:
        wrong["count"] = [phrase("administration.count_wrong")]
    if first is None:
        wrong["valid_from"] = [phrase("administration.day_wrong")]
    if not told["basis"]:
        wrong["basis"] = [phrase("administration.basis_needed")]
    if wrong or first is None:
        raise Invalid(wrong)
    return publishing.drafted(rule, count=int(told["count"]), valid_from=first, basis=told["basis"])


def _day(typed: str) -> date | None:
    return parse_date(typed).value if typed else None


def _said(error: Any) -> str:
    if isinstance(error, Invalid):
        return " ".join(each for said in error.errors.values() for each in said)
    return str(error)
