"""The check of a text while it is written: the findings on what is in the form now; nothing is kept or decided."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from casework.base.db import db
from casework.counter.answer import wants_json
from casework.counter.body import form_input, json_body
from casework.counter.session import current_actor
from casework.mediation.forms.agreement import AgreementForm
from casework.mediation.models import Mediation
from casework.records.grants import load_case
from casework.records.models import Case

bp = Blueprint("mediation", __name__)


@bp.post("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/text-check")
def text_check(number: str, mediation_id: int) -> ResponseReturnValue:
    """The findings with rule, article and better wording, and the total: as JSON, or as a fragment of the page."""
    mediation = _mediation(load_case(number, current_actor()), mediation_id)
    given: Any = form_input(json_body(), AgreementForm()) if request.is_json else request.form
    form = AgreementForm(given)
    form.prepare(mediation)
    if not wants_json():
        return render_template("mediation/findings.html", form=form, proceeding=mediation)
    on = mediation.rule_set_on
    told = [{**asdict(each), "article": each.article(on)} for each in form.findings]
    return jsonify({"total_fen": form.total_fen, "capitals": form.total_capitals, "findings": told})


def _mediation(case: Case, mediation_id: int) -> Mediation:
    """The mediation of that case that the actor's own office handles; anything else is not there."""
    found = db.session.get(Mediation, mediation_id)
    if found is None or found.case_id != case.id or found.office_id != current_actor().office_id:
        abort(404)
    return found
