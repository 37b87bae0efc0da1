"""The package of a transfer on a page: what is in it with its fingerprints, how far its making is, the archive."""

from pathlib import Path

from flask import Blueprint, abort, current_app, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db, writing
from casework.base.phrases import phrase
from casework.base.tasks import LongTask
from casework.counter.session import current_actor
from casework.desk.case_page import may_read
from casework.records.grants import load_case
from casework.records.models import Case
from casework.records.reads import note_read
from casework.transfers import packing
from casework.transfers.models import Transfer

bp = Blueprint("package", __name__)
ADDRESS = "/cases/<number>/package/<int(max=2147483647):transfer_id>"
SECONDS = 2
NEWEST = 50


@bp.get(ADDRESS)
def page(number: str, transfer_id: int) -> ResponseReturnValue:
    """What lies in the package, and how far it is while it is made; may be left and come back to."""
    transfer = _transfer(number, transfer_id)
    task = _task(transfer)
    shown = render_template(
        "desk/package.html",
        title=phrase("package.title"),
        case=transfer.case,
        transfer=transfer,
        package=packing.package_of(_file(transfer)),
        task=task,
        has_left=packing.has_left(transfer),
    )
    return shown, 200, {"Refresh": str(SECONDS)} if task and not task.ended else {}


@bp.post(ADDRESS)
def pack(number: str, transfer_id: int) -> ResponseReturnValue:
    """Make it, or make it again, after the commit; not before the transfer went out, and while one is made no second one."""
    transfer = _transfer(number, transfer_id)
    task = _task(transfer)
    if packing.has_left(transfer) and (task is None or task.ended):
        packing.ask_to_pack(transfer, actor=current_actor(), now=wallclock.now())
    return redirect(url_for("package.page", number=number, transfer_id=transfer_id), 303)


@bp.get(ADDRESS + ".zip")
def archive(number: str, transfer_id: int) -> ResponseReturnValue:
    """The archive; the read is logged."""
    transfer = _transfer(number, transfer_id)
    file, case_id = _file(transfer), transfer.case_id
    if packing.package_of(file) is None:
        abort(404)
    _log(case_id)
    answer = send_file(file.resolve(), mimetype="application/zip", as_attachment=True, download_name=file.name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _transfer(number: str, transfer_id: int) -> Transfer:
    """A transfer of my own office on that case; for everybody else there is no package."""
    actor = current_actor()
    case = load_case(number, actor)
    found = db.session.get(Transfer, transfer_id)
    if found is None or found.case_id != case.id or found.office_id != actor.office_id or not may_read(case, actor):
        abort(404)
    return found


def _task(transfer: Transfer) -> LongTask | None:
    """The newest task that packs this transfer, among the newest of my office."""
    mine = (LongTask.kind == packing.KIND, LongTask.office_id == transfer.office_id)
    newest = db.session.scalars(select(LongTask).where(*mine).order_by(LongTask.id.desc()).limit(NEWEST))
    return next((each for each in newest if each.payload["proceeding"] == transfer.id), None)


def _file(transfer: Transfer) -> Path:
    return packing.file_of(Path(current_app.config["CASEWORK_INSTANCE"]) / "packages", transfer.id)


def _log(case_id: int) -> None:
    actor = current_actor()
    db.session.rollback()
    with writing():
        note_read(db.session.get_one(Case, case_id), "package", actor=actor, now=wallclock.now())
        db.session.commit()
