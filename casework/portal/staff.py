"""The office's side of the parties' door: codes to give, what came in."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, NotFound, Refusal, StepRefused
from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.portal import codes, inbox
from casework.portal.models import Submission
from casework.records.grants import CONTENT, load_case, scope_for
from casework.records.models import Case

bp = Blueprint("portal_staff", __name__)
GIVES_CODES = ("clerk", "registrar", "mediator", "officer")


@bp.app_context_processor
def _helpers() -> dict[str, Any]:
    """Whether the reader gives codes: who may not is offered no link."""
    return {"gives_codes": lambda: current_actor().role in GIVES_CODES}


@bp.get("/cases/<number>/codes")
def codes_page(number: str) -> str:
    """The parties of a case and whether they have a code."""
    return _page(_case(number), {})


@bp.post("/cases/<number>/codes")
def give_code(number: str) -> ResponseReturnValue:
    """Give one party a new code and show it once, to be printed."""
    case, actor = _case(number), current_actor()
    ref = request.form.get("party", "")
    party = next((each for each in case.parties if each.ref == ref), None) or abort(404)
    code = codes.issue(case, party, actor=actor, now=wallclock.now())
    db.session.flush()
    return _page(case, {party.id: code})


@bp.get("/submissions")
def waiting() -> str:
    """What parties handed in to my office."""
    return _list([])


@bp.post("/submissions/<int(max=2147483647):submission_id>")
def handle(submission_id: int) -> ResponseReturnValue:
    """Take it into the record, or return it with a reason."""
    actor, now = current_actor(), wallclock.now()
    submission = db.session.get(Submission, submission_id) or abort(404)
    load_case(submission.case.number, actor)
    reason = request.form.get("reason", "").strip()[:300]
    try:
        if "give_back" not in request.form:
            inbox.take(submission, actor=actor, now=now)
        elif reason:
            inbox.give_back(submission, reason, actor=actor, now=now)
        else:
            return _list([], said=phrase("portal.reason_needed")), 422
        db.session.flush()
    except StepRefused as refused:
        db.session.rollback()
        return _list(refused.refusals), 409
    except Invalid as unfit:
        db.session.rollback()
        return _list([], said=" ".join(each for said in unfit.errors.values() for each in said)), 422
    return redirect(url_for("portal_staff.waiting"), 303)


def _case(number: str) -> Case:
    actor = current_actor()
    if actor.role not in GIVES_CODES:
        raise NotFound(number)
    case = load_case(number, actor)
    if scope_for(case.id, actor) != CONTENT:
        raise NotFound(number)
    return case


def _page(case: Case, new: dict[int, str]) -> str:
    return render_template(
        "portal/codes.html", title=phrase("portal.codes"), case=case, issued=codes.issued(case), new=new
    )


def _list(refusals: list[Refusal], said: str = "") -> str:
    return render_template(
        "portal/submissions.html",
        title=phrase("portal.submissions"),
        waiting=inbox.waiting(current_actor()),
        refusals=refusals,
        said=said,
    )
