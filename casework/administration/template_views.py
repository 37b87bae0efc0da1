"""The page where an office's own words on its papers are written, seen on a specimen, and saved by version."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.administration.models import write_entry
from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.session import current_actor, paper_fonts
from casework.documents.draw import draw
from casework.documents.kinds import kinds
from casework.documents.specimens import specimen
from casework.documents.templates import (
    LONGEST_CONTACT,
    LONGEST_HEADING,
    Wording,
    history,
    legal_labels,
    previewed,
    save_template,
    wording_of,
)
from casework.identity.actor import Actor
from casework.identity.models import Organisation

bp = Blueprint("templates", __name__, url_prefix="/administration/templates")
POSTS = ("admin@ip_office",)
SHOWN_KIND = "D-10"
LONGEST_LIST = 3000
SHOWN = 50


@dataclass(frozen=True)
class Asked:
    """Whose words on which kind; `kind` empty: every kind without words of its own."""

    office: Organisation
    kind: str


@bp.get("")
def templates() -> str:
    """The words of an office on a kind of paper: the newest version, or an older one to start from."""
    asked = _asked()
    versions = history(asked.office.id, asked.kind)
    chosen = request.args.get("version", type=int)
    found = next((each for each in versions if chosen in (None, each.version)), None)
    return _page(asked, wording_of(found) if found else Wording())


@bp.post("")
def save() -> ResponseReturnValue:
    """Save the words as a new version; a legal field left out is refused by its name."""
    asked, actor, now = _asked(), current_actor(), wallclock.now()
    told = _told()
    try:
        row = save_template(asked.office.id, asked.kind, told, by=actor.name, now=now)
    except Invalid as error:
        return _page(asked, told, error.errors), 422
    write_entry("paper_template", asked.office.id, {"kind": asked.kind, "version": row.version}, actor=actor, now=now)
    flash(phrase("wording.saved", version=row.version))
    return redirect(url_for("templates.templates", office=asked.office.id, kind=asked.kind), 303)


@bp.post("/preview")
def preview() -> ResponseReturnValue:
    """A specimen with these words, saved or not, as PDF; nothing is kept."""
    asked = _asked()
    paper = specimen(asked.kind or SHOWN_KIND, asked.office.name, local_date(wallclock.now()))
    answer: Response = current_app.response_class(
        draw(previewed(paper, _told()), paper_fonts()), mimetype="application/pdf"
    )
    answer.headers["Content-Disposition"] = 'inline; filename="specimen.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _asked() -> Asked:
    actor = _administrator()
    kind = request.values.get("kind", "")
    office = db.session.get(Organisation, request.values.get("office", actor.office_id, type=int))
    if office is None or (kind and kind not in kinds()):
        abort(404)
    return Asked(office, kind)


def _administrator() -> Actor:
    actor = current_actor()
    if actor.post not in POSTS:
        raise NotFound("administration")
    return actor


def _told() -> Wording:
    form = request.form
    return Wording(
        heading=form.get("heading", "").strip()[: LONGEST_HEADING + 1],
        contact=form.get("contact", "").strip()[: LONGEST_CONTACT + 1],
        closing=_lines(form.get("closing", "")),
        left_out=_lines(form.get("left_out", "")),
    )


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in typed[:LONGEST_LIST].splitlines() if each.strip())


def _page(asked: Asked, wording: Wording, errors: dict[str, list[str]] | None = None) -> str:
    offices = db.session.scalars(select(Organisation).order_by(Organisation.kind, Organisation.code))
    return render_template(
        "administration/templates.html",
        title=phrase("wording.title"),
        asked=asked,
        wording=wording,
        errors=errors or {},
        offices=list(offices),
        kinds=list(kinds().values()),
        legal=legal_labels(asked.kind) if asked.kind else [],
        versions=history(asked.office.id, asked.kind)[:SHOWN],
        longest={"heading": LONGEST_HEADING, "contact": LONGEST_CONTACT},
    )
