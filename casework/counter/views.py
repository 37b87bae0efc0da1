"""The two addresses of every act: on a proceeding, and opening one. Form or JSON, same verb, same answer."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.datastructures import CombinedMultiDict
from wtforms import SelectField

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Changed, Invalid, StepRefused
from casework.base.phrases import phrase
from casework.counter.act import Act, ActBook, Opening
from casework.counter.answer import proceeding_json, wants_json
from casework.counter.asked import asked_text
from casework.counter.body import form_input, json_body
from casework.counter.form import ActForm, asks_for_a_row, error_lines
from casework.counter.missing import Missing, missing_of
from casework.counter.session import current_actor
from casework.documents.models import PaperRecord
from casework.procedure.asking import refusals
from casework.procedure.models import Proceeding
from casework.procedure.procedure import state_label, step_label
from casework.records.grants import load_case
from casework.records.journal import JournalEntry
from casework.records.models import Case

bp = Blueprint("counter", __name__)
VERSION = re.compile(r"[0-9]{1,9}")
ONWARD = re.compile(r"/[\w%./-]{1,300}(#[a-z]{1,20})?")


def book() -> ActBook:
    """The acts that the application was made with."""
    found: ActBook = current_app.extensions["acts"]
    return found


@bp.route("/cases/<number>/<procedure>/<int(max=2147483647):proceeding_id>/<noun>", methods=["GET", "POST"])
def act(number: str, procedure: str, proceeding_id: int, noun: str) -> ResponseReturnValue:
    """One act on a proceeding."""
    found = book().acts.get((procedure, noun)) or abort(404)
    case = load_case(number, current_actor())
    proceeding = _proceeding(case, procedure, proceeding_id)
    return _handle(found, case, proceeding, proceeding)


@bp.route("/cases/<number>/<procedure>/<noun>", methods=["GET", "POST"])
def opening(number: str, procedure: str, noun: str) -> ResponseReturnValue:
    """One act that opens a proceeding on a case."""
    found = book().openings.get((procedure, noun)) or abort(404)
    actor = current_actor()
    case = load_case(number, actor)
    proposed = found.make(case, actor, wallclock.now()) or abort(404)
    return _handle(found, case, case, proposed)


def _handle(act: Act | Opening, case: Case, subject: Any, proceeding: Proceeding) -> ResponseReturnValue:
    if request.method == "GET":
        return _page(act, case, proposed(_form(act, proceeding), asked_text), proceeding)
    form = act.form(_input(act))
    growing = asks_for_a_row(form, request.form.get("more_rows"))
    form.prepare(proceeding)
    if growing or not (form.validate() and _proven(form)):
        return _page(act, case, form, proceeding) if growing else _invalid(act, case, form, proceeding)
    try:
        if isinstance(act, Act):
            _check_version(proceeding)
        done = act.verb(subject, form.facts(), actor=current_actor(), now=wallclock.now())
        db.session.flush()
    except (StepRefused, Changed) as error:
        return _again(act, case, form, error)
    except Invalid as error:
        return _unfit(act, case, form, error)
    except StaleDataError:
        return _again(act, case, form, changed_since(proceeding))
    return _done(done, step_label(act.procedure, act.step.name))


def _proven(form: ActForm) -> bool:
    """Whether the sender is who they are, where the form asks; a wrong guess counts, whatever becomes of the request."""
    found = form.proven(current_actor(), wallclock.now())
    if not found:
        db.session.commit()
    return found


def _form(act: Act | Opening, proceeding: Proceeding) -> ActForm:
    form = act.form()
    form.prepare(proceeding)
    return form


def proposed(form: ActForm, asked: Callable[[str], str]) -> ActForm:
    """The form with those choices made that its address asks for (?party=P2); what is not on offer is passed over."""
    for field in form:
        wanted = asked(field.name) if isinstance(field, SelectField) else ""
        if wanted and wanted in {value for value, *_rest in field.iter_choices()}:
            field.data = wanted
    return form


def _input(act: Act | Opening) -> Any:
    if not request.is_json:
        return CombinedMultiDict([request.files, request.form])
    return form_input(json_body(), act.form())


def _page(
    act: Act | Opening,
    case: Case,
    form: ActForm,
    proceeding: Proceeding,
    *,
    said: StepRefused | Changed | None = None,
    lacking: Sequence[Missing] = (),
    status: int = 200,
) -> ResponseReturnValue:
    standing = refusals(proceeding, act.step, actor=current_actor(), now=wallclock.now())
    page = render_template(
        act.template,
        act=act,
        case=case,
        form=form,
        proceeding=proceeding,
        errors=error_lines(form.errors),
        lacking=lacking,
        refusals=said.refusals if isinstance(said, StepRefused) else standing,
        changed=said if isinstance(said, Changed) else None,
        title=step_label(act.procedure, act.step.name),
    )
    return page, status


def _invalid(act: Act | Opening, case: Case, form: ActForm, proceeding: Proceeding) -> ResponseReturnValue:
    if wants_json():
        raise Invalid(error_lines(form.errors))
    return _page(act, case, form, proceeding, status=422)


def _unfit(act: Act | Opening, case: Case, form: ActForm, error: Invalid) -> ResponseReturnValue:
    """The same page with what it lacks, each with a link to where it is entered; nothing of the act is kept."""
    if wants_json():
        raise error
    for name, said in error.errors.items():
        if name in form._fields:
            form._fields[name].errors = list(said)
    case, proceeding = _as_it_is(act, case)
    lacking = missing_of(error, form, case, current_actor())
    return _page(act, case, form, proceeding, status=422, lacking=lacking)


def _again(act: Act | Opening, case: Case, form: ActForm, error: StepRefused | Changed) -> ResponseReturnValue:
    """The same page with everything that was typed, on the record as it is now: refused, or changed by somebody."""
    if isinstance(error, StepRefused):
        error.refusals = [replace(each, field=form.place_of(each.field)) for each in error.refusals]
    if wants_json():
        raise error
    case, proceeding = _as_it_is(act, case)
    return _page(act, case, form, proceeding, status=409, said=error)


def _as_it_is(act: Act | Opening, case: Case) -> tuple[Case, Any]:
    """Case and proceeding read anew, after everything that the act had begun was taken back."""
    db.session.rollback()
    case = load_case(case.number, current_actor())
    if isinstance(act, Act):
        return case, _proceeding(case, act.procedure, int((request.view_args or {})["proceeding_id"]))
    return case, act.make(case, current_actor(), wallclock.now())


def _done(proceeding: Proceeding, label: str) -> ResponseReturnValue:
    address = onward(request.form, url_for("desk.case_page", number=proceeding.case.number))
    if not wants_json():
        flash(phrase("counter.done", step=label, state=state_label(proceeding.procedure, proceeding.state)))
        return redirect(address, 303)
    answer: Response = jsonify(proceeding_json(proceeding, papers_of_last_step(proceeding)))
    answer.status_code = 201
    answer.headers["Location"] = address
    return answer


def onward(given: Mapping[str, str], home: str) -> str:
    """Where a form goes on: an address below the page of the same case that it named, else that page."""
    asked = given.get("next", "")
    return asked if asked.startswith(f"{home}/") and ONWARD.fullmatch(asked) else home


def papers_of_last_step(proceeding: Proceeding) -> list[PaperRecord]:
    """The papers that the newest step of a proceeding made."""
    last = select(JournalEntry.seq).where(JournalEntry.proceeding_id == proceeding.id)
    seq = db.session.scalar(last.order_by(JournalEntry.seq.desc()).limit(1))
    asked = select(PaperRecord).where(PaperRecord.case_id == proceeding.case_id, PaperRecord.journal_seq == seq)
    return list(db.session.scalars(asked.order_by(PaperRecord.id)))


def _proceeding(case: Case, procedure: str, proceeding_id: int) -> Proceeding:
    found = db.session.get(Proceeding, proceeding_id)
    if found is None or found.case_id != case.id or found.procedure != procedure:
        abort(404)
    return found


def _check_version(proceeding: Proceeding) -> None:
    body = json_body() if request.is_json else request.form
    typed = str(body.get("version"))
    if not VERSION.fullmatch(typed):
        raise Invalid({"version": [phrase("counter.version_missing")]})
    if int(typed) != proceeding.version:
        raise changed_since(proceeding)


def changed_since(proceeding: Proceeding) -> Changed:
    """The lost race, told: the newest entry of the proceeding names who changed it, what and when."""
    db.session.rollback()
    asked = select(JournalEntry).where(JournalEntry.proceeding_id == proceeding.id)
    last = db.session.scalar(asked.order_by(JournalEntry.seq.desc()).limit(1))
    if last is None:
        return Changed("", "", "", "")
    at = wallclock.local_time(last.at).strftime("%Y-%m-%d %H:%M")
    return Changed(str(last.proceeding_id), f"{last.office} {last.actor}", step_label(last.procedure, last.step), at)
