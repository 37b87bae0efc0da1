"""Long tasks on pages: how far, what came of it; leave, come back, stop, go on."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

from casework.base import tasks
from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.tasks import LongTask
from casework.counter.session import current_actor

bp = Blueprint("tasks", __name__, url_prefix="/tasks")
SHOWN = 50
SECONDS = 2


@bp.get("/")
def index() -> str:
    """The newest tasks of the reader."""
    current_actor()
    mine = select(LongTask).where(LongTask.person_id == _reader()).order_by(LongTask.id.desc()).limit(SHOWN)
    return render_template("jobs/tasks.html", title=phrase("tasks.title"), rows=list(db.session.scalars(mine)))


@bp.get("/<int:task_id>")
def task(task_id: int) -> ResponseReturnValue:
    """How far a task is; while it runs the page asks for itself again, with scripts or without."""
    found = _mine(task_id)
    page = render_template("jobs/task.html", title=found.title, task=found)
    return page, 200, {} if found.ended else {"Refresh": str(SECONDS)}


@bp.post("/<int:task_id>")
def steer(task_id: int) -> ResponseReturnValue:
    """Stop a task, or let it go on."""
    found = _mine(task_id)
    (tasks.stop if "stop" in request.form else tasks.go_on)(found)
    return redirect(url_for("tasks.task", task_id=found.id), 303)


def _mine(task_id: int) -> LongTask:
    current_actor()
    found = db.session.get(LongTask, task_id)
    if found is None or found.person_id != _reader():
        abort(404)
    return found


def _reader() -> int:
    return int(current_user.person.id)
