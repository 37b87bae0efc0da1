"""Registering a dispute on one screen."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from flask import Blueprint, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, StepRefused
from casework.base.phrases import phrase
from casework.complaints.acts import REPORTER_NOUN
from casework.complaints.checks import Said, code_said, right_said
from casework.complaints.forms import RegisterForm
from casework.complaints.models import NAME, Complaint
from casework.complaints.verbs import register
from casework.counter import drafts
from casework.counter.answer import proceeding_json, wants_json
from casework.counter.body import form_input, json_body
from casework.counter.form import asks_for_a_row, error_lines
from casework.counter.session import current_actor
from casework.counter.views import act, papers_of_last_step
from casework.records.doubles import Double, possible_doubles
from casework.records.grants import load_case
from casework.records.vault import kept_for, origin_of

bp = Blueprint("complaints", __name__)


@bp.get("/cases/new")
def new_case() -> ResponseReturnValue:
    """The screen of a new dispute: empty, or as its writer left it."""
    found = drafts.find(current_actor().person_id or 0, "register")
    typed, at = found or (None, None)
    return _page(RegisterForm(typed), restored=at)


@bp.post("/cases")
def create_case() -> ResponseReturnValue:
    """Register a dispute: 303 to its page, or 201 for JSON; possible doubles are told, never a wall."""
    actor = current_actor()
    given: Any = CombinedMultiDict([request.files, request.form])
    if request.is_json:
        given = form_input(json_body(), RegisterForm())
    form = RegisterForm(given)
    if asks_for_a_row(form, request.form.get("more_rows")):
        return _page(form)
    if not form.validate():
        return _invalid(form)
    try:
        complaint = register(form.facts(), actor=actor, now=wallclock.now())
        db.session.flush()
    except StepRefused as error:
        if wants_json():
            raise
        db.session.rollback()
        return _page(form, refusals=error.refusals, status=409)
    drafts.discard(actor.person_id or 0, "register")
    return _registered(complaint, form)


@bp.get("/cases/doubles")
def doubles() -> ResponseReturnValue:
    """The possible doubles of what is being typed, as a fragment beside the form or as JSON."""
    found = possible_doubles(
        request.args.getlist("applicant_name") + request.args.getlist("respondent_name"),
        request.args.getlist("applicant_code") + request.args.getlist("respondent_code"),
        request.args.getlist("right_number"),
        actor=current_actor(),
    )
    if wants_json():
        return jsonify([asdict(each) for each in found])
    return render_template("complaints/doubles.html", doubles=found)


@bp.post(f"/cases/<number>/{NAME}/<int(max=2147483647):proceeding_id>/{REPORTER_NOUN}")
def open_reporter(number: str, proceeding_id: int) -> ResponseReturnValue:
    """Open the vault: the act asks for its reason and journals it, the answer shows the identity once, uncached."""
    done = make_response(act(number, NAME, proceeding_id, REPORTER_NOUN))
    if done.status_code not in (201, 303):
        return done
    case = load_case(number, current_actor())
    entries = kept_for(case, current_actor().office_id)
    origins = [origin_of(each) for each in entries]
    if wants_json():
        told = [{part: getattr(each, part) for part in ("name", "code", "phone", "address")} for each in entries]
        answer = jsonify({"case": case.number, "reporters": told, "origins": origins})
    else:
        title = phrase("reporter.title")
        page = render_template("complaints/reporter.html", case=case, entries=entries, origins=origins, title=title)
        answer = current_app.response_class(page)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _doubles_of(form: RegisterForm, except_id: int | None = None) -> list[Double]:
    return possible_doubles(
        [form.applicant_name.data, form.respondent_name.data],
        [form.applicant_code.data, form.respondent_code.data],
        [form.right_number.data],
        actor=current_actor(),
        except_id=except_id,
    )


def _registered(complaint: Complaint, form: RegisterForm) -> ResponseReturnValue:
    address = url_for("desk.case_page", number=complaint.case.number)
    if not wants_json():
        return redirect(address, 303)
    told = proceeding_json(complaint, papers_of_last_step(complaint))
    found = _doubles_of(form, except_id=complaint.case_id)
    answer = jsonify({**told, "doubles": [asdict(each) for each in found]})
    answer.status_code = 201
    answer.headers["Location"] = address
    return answer


def _invalid(form: RegisterForm) -> ResponseReturnValue:
    if wants_json():
        raise Invalid(error_lines(form.errors))
    return _page(form, status=422)


def _checks_of(form: RegisterForm) -> dict[str, Said]:
    """What the numbers in the form say, for readers without scripts and after a draft came back."""
    actor = current_actor()
    codes = {f"{side}_code": (side, form[f"{side}_code"].data) for side in ("applicant", "respondent")}
    told = {name: code_said(side, typed, actor=actor) for name, (side, typed) in codes.items() if typed}
    if form.right_number.data:
        told["right_number"] = right_said(form.right_kind.data or "", form.right_number.data, actor=actor)
    return told


def _page(
    form: RegisterForm, refusals: object = (), status: int = 200, restored: datetime | None = None
) -> ResponseReturnValue:
    page = render_template(
        "complaints/new.html",
        form=form,
        errors=error_lines(form.errors),
        refusals=refusals,
        restored=restored,
        checks=_checks_of(form),
        doubles=_doubles_of(form) if form.applicant_name.data else [],
        title=phrase("step.complaint.register"),
    )
    return page, status
