"""The file (卷宗) of a mediation on a page: what is there, what is missing and where it is made, binding, the bound PDF."""

from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from casework.base import tasks, wallclock
from casework.base.db import db, writing
from casework.base.phrases import phrase
from casework.base.tasks import LongTask
from casework.counter.session import current_actor
from casework.desk.case_page import may_read
from casework.mediation import binding
from casework.mediation.dossier import Row, rows
from casework.mediation.models import Mediation
from casework.procedure.procedure import PROCEDURES, step_label
from casework.records.grants import load_case
from casework.records.models import Case
from casework.records.reads import note_read

bp = Blueprint("case_file", __name__)
ADDRESS = "/cases/<number>/mediation/<int(max=2147483647):mediation_id>/bound-file"
SECONDS = 2


@dataclass(frozen=True)
class Standing:
    """Where one of the two files stands: bound (and still true?), being bound, or neither."""

    outward: bool
    made: binding.Made | None
    fresh: bool
    lacking: tuple[str, ...]
    task: LongTask | None


@bp.get(ADDRESS)
def page(number: str, mediation_id: int) -> ResponseReturnValue:
    """The thirteen items, what is missing, and the two bound files: for the office and for outside."""
    mediation = _mediation(number, mediation_id)
    shown, running = _page(mediation)
    return shown, 200, {"Refresh": str(SECONDS)} if running else {}


@bp.post(ADDRESS)
def bind(number: str, mediation_id: int) -> ResponseReturnValue:
    """Bind the file after the commit; refused with the names of what is compulsory and neither there nor on paper."""
    actor, now = current_actor(), wallclock.now()
    mediation = _mediation(number, mediation_id)
    outward = "outward" in request.form
    keys = [each for each in request.form.getlist("on_paper") if each.isascii()][:13]
    missing = [row for row in rows(mediation, on_paper=keys) if row.missing]
    if missing:
        return _page(mediation, refused=tuple(missing), ticked=tuple(keys))[0], 409
    payload = {"mediation": mediation.id, "on_paper": keys, "outward": outward}
    title = phrase("dossier.task", number=mediation.number or mediation.case.number)
    tasks.ask_for(binding.KIND, title, payload, person_id=actor.person_id, office_id=actor.office_id, now=now)
    return redirect(url_for("case_file.page", number=number, mediation_id=mediation_id), 303)


@bp.get(ADDRESS + ".pdf")
def bound_file(number: str, mediation_id: int) -> ResponseReturnValue:
    """The bound PDF; the read is logged."""
    mediation = _mediation(number, mediation_id)
    file = binding.file_of(_folder(), mediation.id, outward="outward" in request.args)
    if binding.made(file) is None:
        abort(404)
    _log(mediation.case_id)
    answer = current_app.response_class(file.read_bytes(), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{file.name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _mediation(number: str, mediation_id: int) -> Mediation:
    """The mediation of my own office on that case; for everybody else there is no file."""
    actor = current_actor()
    case = load_case(number, actor)
    found = db.session.get(Mediation, mediation_id)
    if found is None or found.case_id != case.id or found.office_id != actor.office_id or not may_read(case, actor):
        abort(404)
    return found


def _page(mediation: Mediation, refused: tuple[Row, ...] = (), ticked: tuple[str, ...] = ()) -> tuple[str, bool]:
    standing = [_standing(mediation, outward=outward) for outward in (False, True)]
    on_paper = ticked or (standing[0].made.on_paper if standing[0].made else ())
    shown = render_template(
        "desk/bound_file.html",
        title=phrase("dossier.title"),
        case=mediation.case,
        mediation=mediation,
        rows=rows(mediation, on_paper=on_paper),
        makers=_makers(),
        standing=standing,
        refused=refused,
    )
    return shown, any(each.task and not each.task.ended for each in standing)


def _standing(mediation: Mediation, *, outward: bool) -> Standing:
    made = binding.made(binding.file_of(_folder(), mediation.id, outward=outward))
    found = rows(mediation, on_paper=made.on_paper if made else (), outward=outward)
    fresh = made is not None and made.mark == binding.mark_of(mediation, found)
    lacking = tuple(row.item.key for row in found if row.missing)
    return Standing(outward, made, fresh, lacking, _task(mediation, outward=outward))


def _task(mediation: Mediation, *, outward: bool) -> LongTask | None:
    """The newest task that binds this file, among the newest of my office."""
    mine = (LongTask.kind == binding.KIND, LongTask.office_id == mediation.office_id)
    newest = db.session.scalars(select(LongTask).where(*mine).order_by(LongTask.id.desc()).limit(50))
    return next((each for each in newest if _is(each, mediation.id, outward=outward)), None)


def _is(task: LongTask, mediation_id: int, *, outward: bool) -> bool:
    return bool(task.payload["mediation"] == mediation_id and task.payload["outward"] == outward)


def _makers() -> dict[str, str]:
    """By kind of paper, the words of the step that makes it."""
    return {
        paper.kind: f"{phrase(f'procedure.{name}')}·{step_label(name, step.name)}"
        for name, procedure in PROCEDURES.items()
        for step in procedure.steps.values()
        for paper in step.papers
    }


def _folder() -> Path:
    return Path(current_app.config["CASEWORK_INSTANCE"]) / "files"


def _log(case_id: int) -> None:
    actor = current_actor()
    db.session.rollback()
    with writing():
        note_read(db.session.get_one(Case, case_id), "bound_file", actor=actor, now=wallclock.now())
        db.session.commit()
