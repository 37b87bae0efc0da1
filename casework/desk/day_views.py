"""My day: the list, many files handed to a colleague at once, filters with a name."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, NotFound, Refusal, StepRefused
from casework.base.phrases import phrase
from casework.counter.answer import wants_json
from casework.counter.asked import LARGEST, asked_text
from casework.counter.body import json_body
from casework.counter.session import current_actor
from casework.counter.views import book
from casework.desk.models import SavedFilter
from casework.desk.returns import came_back, owed
from casework.desk.worklist import DUE, MOST, WHOSE, Wanted
from casework.desk.worklist import day_list as day_of
from casework.identity.actor import Actor
from casework.procedure.common import HandOn
from casework.procedure.handling import colleagues, hand_on
from casework.procedure.models import Proceeding
from casework.procedure.procedure import PROCEDURES
from casework.records.grants import load_case
from casework.records.models import Case
from casework.service.overview import unserved

bp = Blueprint("day", __name__)
MOST_FILES = 100
MOST_FILTERS = 12


@dataclass(frozen=True)
class Handed:
    """What became of one file: its case, and the reasons against it; none when it was handed on."""

    number: str
    procedure: str
    refusals: tuple[Refusal, ...]


def page_of_the_day() -> str:
    """My office's day, in the order of legal slack; narrowed to what the address asks for."""
    actor, now, wanted = current_actor(), wallclock.now(), _wanted()
    waits, total = owed(actor=actor, now=now)
    unproved, unproved_total = unserved(actor=actor, now=now)
    return render_template(
        "desk/day.html",
        title=phrase("desk.day.title"),
        day=day_of(book(), actor=actor, now=now, wanted=wanted),
        wanted=wanted,
        asked=query_of(wanted),
        procedures={name: phrase(f"procedure.{name}") for name in PROCEDURES},
        office=actor.office_name,
        today=wallclock.local_date(now),
        people=colleagues(actor.office_id, wallclock.local_date(now)),
        saved=_saved(actor),
        owed=waits,
        owed_total=total,
        unserved=unproved,
        unserved_total=unproved_total,
        came_back=came_back(actor=actor, now=now),
        most=MOST,
    )


def query_of(wanted: Wanted, **changed: str) -> str:
    """The question as an address spells it, parts that ask nothing left out."""
    told = {**asdict(wanted), **changed}
    return urlencode({name: value for name, value in told.items() if value not in ("", "all")})


@bp.app_context_processor
def _helpers() -> dict[str, Any]:
    return {"query_of": query_of}


def _wanted() -> Wanted:
    whose, due, procedure = asked_text("whose"), asked_text("due"), asked_text("procedure")
    return Wanted(
        whose if whose in WHOSE else "all",
        due if due in DUE else "",
        procedure if procedure in PROCEDURES else "",
    )


@bp.post("/hand-overs")
def hand_over() -> ResponseReturnValue:
    """Hand many files to one colleague, an act per file: what the door refuses stays, the others go. JSON or form."""
    ids, facts = _files_and_facts()
    actor = current_actor()
    told = [_one(proceeding_id, facts, actor) for proceeding_id in ids]
    if wants_json():
        return jsonify({"files": [asdict(each) for each in told]}), 207 if any(e.refusals for e in told) else 200
    done = [each for each in told if not each.refusals]
    person = next((p.name for p in colleagues(actor.office_id, _today()) if p.id == facts.person_id), "")
    return render_template(
        "desk/handed.html", title=phrase("handing.title"), told=told, done=len(done), person=person
    ), 200 if len(done) == len(told) else 409


def _files_and_facts() -> tuple[list[int], HandOn]:
    given: Any = json_body() if request.is_json else request.form
    if not hasattr(given, "get"):
        raise Invalid({"": [phrase("counter.json_object")]})
    files = (given.get("proceedings") or []) if request.is_json else request.form.getlist("proceedings")
    ids = [number for each in files[:MOST_FILES] if (number := _key(each)) is not None] if _is_list(files) else []
    if not ids:
        raise Invalid({"proceedings": [phrase("handing.none_ticked")]})
    reason = given.get("reason")
    return list(dict.fromkeys(ids)), HandOn(_key(given.get("person_id")), reason[:200] if _is_text(reason) else None)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _key(value: Any) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 11 and 0 < int(text) <= LARGEST else None


def _one(proceeding_id: int, facts: HandOn, actor: Actor) -> Handed:
    """Hand one file on in a transaction of its own within the request's."""
    found = db.session.get(Proceeding, proceeding_id)
    number = db.session.scalar(select(Case.number).where(Case.id == found.case_id)) if found else None
    if found is None or number is None:
        raise NotFound(str(proceeding_id))
    load_case(number, actor)
    try:
        with db.session.begin_nested():
            hand_on(found, facts, actor=actor, now=wallclock.now())
    except StepRefused as refused:
        return Handed(number, found.procedure, tuple(refused.refusals))
    return Handed(number, found.procedure, ())


@bp.post("/filters")
def save_filter() -> ResponseReturnValue:
    """Keep the present question under a name; the same name again replaces it."""
    actor = current_actor()
    name = " ".join(request.form.get("name", "").split())[:40]
    if not name:
        raise Invalid({"name": [phrase("counter.required")]})
    found = db.session.scalar(_mine(actor).where(SavedFilter.name == name))
    if found is None and len(_saved(actor)) >= MOST_FILTERS:
        raise Invalid({"name": [phrase("desk.filter.too_many", most=MOST_FILTERS)]})
    found = found or SavedFilter(person_id=actor.person_id, page="day", name=name)
    found.asked = query_of(_posted())
    db.session.add(found)
    return redirect(f"{url_for('desk.day_list')}?{found.asked}", 303)


@bp.post("/filters/<int:filter_id>/removal")
def remove_filter(filter_id: int) -> ResponseReturnValue:
    """Throw a filter of mine away."""
    found = db.session.scalar(_mine(current_actor()).where(SavedFilter.id == filter_id)) or abort(404)
    db.session.delete(found)
    return redirect(url_for("desk.day_list"), 303)


def _posted() -> Wanted:
    given = {name: request.form.get(name, "") for name in ("whose", "due", "procedure")}
    return Wanted(
        given["whose"] if given["whose"] in WHOSE else "all",
        given["due"] if given["due"] in DUE else "",
        given["procedure"] if given["procedure"] in PROCEDURES else "",
    )


def _saved(actor: Actor) -> list[SavedFilter]:
    return list(db.session.scalars(_mine(actor).order_by(SavedFilter.name)))


def _mine(actor: Actor) -> Any:
    return select(SavedFilter).where(SavedFilter.person_id == actor.person_id, SavedFilter.page == "day")


def _today() -> Any:
    return wallclock.local_date(wallclock.now())
