"""Ledgers on pages: handed in, rehearsed with the fate of every row, entered by a long task."""

from pathlib import Path
from typing import Any

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

from casework.base import tasks, wallclock
from casework.base.db import db
from casework.base.errors import NotFound
from casework.base.phrases import phrase
from casework.base.tasks import LongTask
from casework.counter.session import current_actor
from casework.exchange.ledger import shelf
from casework.exchange.ledger.importing import roster
from casework.exchange.ledger.judging import GOES_IN
from casework.exchange.ledger.workbook import LARGEST_FILE, UnreadableWorkbook
from casework.identity.actor import Actor

bp = Blueprint("ledgers", __name__, url_prefix="/ledgers")
POSTS = ("clerk@station", "registrar@committee", "admin@ip_office", "statistician@ip_office")
FOR_OTHERS = ("admin@ip_office", "statistician@ip_office")
FATES = ("import", "flag", "merge", "skip", "reject")
SECONDS = "2"
NEWEST = 50


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
    try:
        _ask_to_rehearse(mark, (upload.filename or "")[:120])
    except UnreadableWorkbook as error:
        return _form(str(error)), 422
    return redirect(url_for("ledgers.rehearsal", mark=mark, name=(upload.filename or "")[:120]), 303)


@bp.get("/<mark>")
def rehearsal(mark: str) -> ResponseReturnValue:
    """The fate of every row, before anything is entered; of a long ledger how far its judging is."""
    _actor()
    file = shelf.kept(_folder(), mark) or abort(404)
    task = _rehearsing(mark)
    told = (
        shelf.last_rehearsal(file) if task else shelf.rehearsed(file, wallclock.local_date(wallclock.now()), roster())
    )
    if told is None or (task and not task.ended):
        page = render_template("exchange/rehearsing.html", title=phrase("ledgers.rehearsal"), name=_name(), task=task)
        return page, 200, {} if task and task.ended else {"Refresh": SECONDS}
    fates = told["fates"]
    return render_template(
        "exchange/rehearsal.html",
        title=phrase("ledgers.rehearsal"),
        name=_name(),
        mark=mark,
        sheets=told["sheets"],
        others=told["others"],
        fates=[(fate, fates[fate]) for fate in FATES if fates.get(fate)],
        going=sum(fates.get(fate, 0) for fate in GOES_IN),
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


def _ask_to_rehearse(mark: str, name: str) -> None:
    """Let the worker judge a long ledger. Raises UnreadableWorkbook."""
    file = shelf.kept(_folder(), mark)
    if file is None or not shelf.is_long(file):
        return
    actor, now = _actor(), wallclock.now()
    title = phrase("ledgers.rehearsing", None, name=name)
    payload = {
        "file": mark,
        "day": wallclock.local_date(now).isoformat(),
        "page": url_for("ledgers.rehearsal", mark=mark, name=name),
    }
    asked = {"person_id": current_user.person.id, "office_id": actor.office_id, "now": now}
    tasks.ask_for(shelf.REHEARSAL, title, payload, **asked)


def _rehearsing(mark: str) -> LongTask | None:
    """The reader's newest task that judges this file, among the newest."""
    mine = (LongTask.kind == shelf.REHEARSAL, LongTask.person_id == current_user.person.id)
    newest = db.session.scalars(select(LongTask).where(*mine).order_by(LongTask.id.desc()).limit(NEWEST))
    return next((each for each in newest if each.payload["file"] == mark), None)


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
