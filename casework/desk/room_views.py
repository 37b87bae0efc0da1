"""The session room over HTTP: one page, and private notes that only it shows."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.db import db, writing
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.counter.views import book
from casework.desk.case_page import may_read
from casework.desk.session_room import default_moment, room_shown
from casework.mediation.forms.conduct import SessionForm
from casework.mediation.forms.ending import EndingForm
from casework.mediation.models import Mediation
from casework.mediation.verbs.notes import SORTS, keep_note
from casework.records.grants import load_case
from casework.records.models import Case
from casework.records.reads import note_read

bp = Blueprint("session_room", __name__)
CLAUSES = ("rights", "avoid", "online", "facts", "pending", "partial", "read")


@bp.get("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/room")
def room(number: str, mediation_id: int) -> str:
    """The session room; looking into it is logged."""
    return _page(_mediation(number, mediation_id))


@bp.post("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/room/notes")
def note(number: str, mediation_id: int) -> ResponseReturnValue:
    """Keep a private note; only the mediators in charge can."""
    mediation = _mediation(number, mediation_id)
    sort, text = request.form.get("sort", ""), request.form.get("text", "").strip()
    try:
        keep_note(mediation, sort, text, actor=current_actor(), now=wallclock.now())
    except Invalid as error:
        return _page(mediation, said=" ".join(error.errors["text"])), 422
    return redirect(url_for("session_room.room", number=number, mediation_id=mediation_id) + "#notes", 303)


def _mediation(number: str, mediation_id: int) -> Mediation:
    """The mediation of my own office on that case; for everybody else there is no room."""
    actor = current_actor()
    case = load_case(number, actor)
    found = db.session.get(Mediation, mediation_id)
    if found is None or found.case_id != case.id or found.office_id != actor.office_id or not may_read(case, actor):
        abort(404)
    return found


def _page(mediation: Mediation, said: str = "") -> str:
    actor, now = current_actor(), wallclock.now()
    record, ending = SessionForm(), EndingForm()
    for form in (record, ending):
        form.prepare(mediation)
    _fill(record, mediation)
    page = render_template(
        "desk/session_room.html",
        title=phrase("room.title"),
        case=mediation.case,
        room=room_shown(mediation, book(), actor=actor, now=now),
        record=record,
        ending=ending,
        clauses=CLAUSES,
        sorts=SORTS,
        said=said,
    )
    _log(mediation.case_id)
    return page


def _log(case_id: int) -> None:
    """Log the look in a unit of its own, as the page of a case does."""
    actor = current_actor()
    db.session.rollback()
    with writing():
        note_read(db.session.get_one(Case, case_id), "session_room", actor=actor, now=wallclock.now())
        db.session.commit()


def _fill(record: SessionForm, mediation: Mediation) -> None:
    """What is known already is not typed again."""
    at, place = default_moment(mediation, wallclock.now())
    record.held_at.data = at
    record.place.data = place or phrase("room.usual_place")
    record.present.data = [party.ref for party in mediation.case.parties]
    if mediation.rights_told_on is None:
        record.rights_told_on.data = wallclock.local_date(wallclock.now())
