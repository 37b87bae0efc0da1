"""The page of the rooms and hours of my office."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.base import wallclock
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.sittings.practice import keep_practice, may_keep, practice_of

bp = Blueprint("practice", __name__)
FIELDS = ("rooms", "begins", "minutes")
LONGEST = 1000


@bp.get("/calendar/rooms")
def form() -> str:
    """Rooms, hours and length as they hold now."""
    actor = current_actor()
    if not may_keep(actor):
        raise NotFound("practice")
    own = practice_of(actor.office_id)
    return _page({"rooms": "\n".join(own.rooms), "begins": "\n".join(own.begins), "minutes": str(own.minutes)}, {})


@bp.post("/calendar/rooms")
def keep() -> ResponseReturnValue:
    """Keep them; the slots that are proposed follow at once."""
    told = {name: request.form.get(name, "")[:LONGEST] for name in FIELDS}
    try:
        keep_practice(**told, actor=current_actor(), now=wallclock.now())
    except Invalid as error:
        return _page(told, error.errors), 422
    flash(phrase("sittings.practice_kept"))
    return redirect(url_for("sittings.calendar"), 303)


def _page(told: dict[str, str], wrong: dict[str, list[str]]) -> str:
    return render_template(
        "sittings/practice.html", title=phrase("sittings.practice"), told=told, wrong=wrong, long=("rooms", "begins")
    )
