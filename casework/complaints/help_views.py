"""What helps while a dispute is typed: numbers checked at once, and a draft kept on the server."""

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.complaints.checks import Said, code_said, right_said
from casework.counter import drafts
from casework.counter.answer import wants_json
from casework.counter.asked import asked_text
from casework.counter.session import current_actor

bp = Blueprint("filing", __name__)
FORM = "register"


@bp.get("/cases/checks")
def checks() -> ResponseReturnValue:
    """What each number in the address says: JSON by field name, for the form to show and fill."""
    return jsonify({name: asdict(said) for name, said in _said().items()})


def _said() -> dict[str, Said]:
    actor, told = current_actor(), {}
    for side in ("applicant", "respondent"):
        if typed := asked_text(f"{side}_code", 60):
            told[f"{side}_code"] = code_said(side, typed, actor=actor)
    if typed := asked_text("right_number", 120):
        told["right_number"] = right_said(asked_text("right_kind"), typed, actor=actor)
    return told


@bp.post("/cases/draft")
def keep_draft() -> ResponseReturnValue:
    """Keep what is typed, for this person alone; without scripts the form comes back with it."""
    now = wallclock.now()
    kept = drafts.keep(_person(), FORM, request.form.lists(), now=now)
    if not wants_json():
        return redirect(url_for("complaints.new_case"), 303)
    at = wallclock.local_time(now).strftime("%H:%M:%S")
    said = phrase("draft.saved", at=at) if kept else phrase("draft.empty")
    return jsonify({"kept": kept, "said": said})


@bp.post("/cases/draft/removal")
def discard_draft() -> Response:
    """Throw the draft away and begin anew."""
    drafts.discard(_person(), FORM)
    return redirect(url_for("complaints.new_case"), 303)  # type: ignore[return-value]


def _person() -> int:
    return current_actor().person_id or 0
