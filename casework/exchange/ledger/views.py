"""Ledgers on pages: handed in, rehearsed with the fate of every row, entered by a long task."""

from collections import Counter
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from casework.base import tasks, wallclock
from casework.base.errors import NotFound
from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.exchange.ledger import shelf
from casework.exchange.ledger.importing import judged_sheets
from casework.exchange.ledger.judging import GOES_IN
from casework.exchange.ledger.workbook import LARGEST_FILE, UnreadableWorkbook
from casework.identity.actor import Actor

bp = Blueprint("ledgers", __name__, url_prefix="/ledgers")
POSTS = ("clerk@station", "registrar@committee", "admin@ip_office", "statistician@ip_office")
FOR_OTHERS = ("admin@ip_office", "statistician@ip_office")
FATES = ("import", "flag", "merge", "skip", "reject")
MOST_SHOWN = 500


@bp.get("/")
def new() -> str:
    """Where a ledger is handed in."""
    _actor()
    return _form()


@bp.post("/")
def hand_in() -> ResponseReturnValue:
    """Take a ledger and show the fate of its rows; nothing is entered yet."""
    _actor()
    upload = request.files.get("file")
    content = upload.read(LARGEST_FILE + 1) if upload else b""
    mark = shelf.keep(_folder(), upload.filename or "", content) if upload and content else None
    if mark is None or upload is None:
        return _form(phrase("ledgers.no_file")), 422
    return redirect(url_for("ledgers.rehearsal", mark=mark, name=(upload.filename or "")[:120]), 303)


@bp.get("/<mark>")
def rehearsal(mark: str) -> ResponseReturnValue:
    """The fate of every row, before anything is entered."""
    _actor()
    file = shelf.kept(_folder(), mark) or abort(404)
    try:
        pairs = judged_sheets(file, wallclock.local_date(wallclock.now()))
    except UnreadableWorkbook as error:
        return _form(str(error)), 422
    fates = Counter(row.status for _, found in pairs for row in found.rows)
    return render_template(
        "exchange/rehearsal.html",
        title=phrase("ledgers.rehearsal"),
        name=_name(),
        mark=mark,
        sheets=[found for _, found in pairs if found.ledger],
        others=[found.name for _, found in pairs if not found.ledger],
        fates=[(fate, fates[fate]) for fate in FATES if fates[fate]],
        going=sum(fates[fate] for fate in GOES_IN),
        most=MOST_SHOWN,
    )


@bp.post("/<mark>")
def enter(mark: str) -> ResponseReturnValue:
    """Let the rows be entered by a long task; its page shows how far it is."""
    actor = _actor()
    shelf.kept(_folder(), mark) or abort(404)
    now = wallclock.now()
    office = None if actor.post in FOR_OTHERS else actor.office_id
    payload: dict[str, Any] = {"file": mark, "office": office, "day": wallclock.local_date(now).isoformat()}
    title = phrase("ledgers.task", None, name=_name())
    task = tasks.ask_for(
        shelf.TASK, title, payload, person_id=current_user.person.id, office_id=actor.office_id, now=now
    )
    return redirect(url_for("tasks.task", task_id=task.id), 303)


def _form(said: str | None = None) -> str:
    return render_template("exchange/ledger.html", title=phrase("ledgers.title"), said=said, endings=shelf.ENDINGS)


def _name() -> str:
    return request.values.get("name", "").strip()[:120] or phrase("ledgers.unnamed")


def _folder() -> Path:
    return Path(current_app.config["CASEWORK_INSTANCE"]) / "ledgers"


def _actor() -> Actor:
    actor = current_actor()
    if actor.post not in POSTS:
        raise NotFound("ledgers")
    return actor
