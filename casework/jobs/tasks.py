"""The worker's part in long tasks: take the oldest that waits, do it, note how it ended."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select, update

from casework.base import wallclock
from casework.base.db import db, reading_only
from casework.base.tasks import Handler, LongTask, Stopped, tell

log = logging.getLogger(__name__)
GIVEN_UP = timedelta(hours=6)


def run_waiting(handlers: Mapping[str, Handler], now: datetime) -> int:
    """Do the tasks that wait, oldest first; how many ended well. One that broke is `failed` with the reason."""
    ended = 0
    while (task_id := _claimed(now)) is not None:
        ended += _do(task_id, handlers)
    return ended


def _claimed(now: datetime) -> int | None:
    """A task that is this worker's alone; one that was left running by a worker that died is taken up again."""
    with reading_only():
        waits = (LongTask.state == "waiting") | ((LongTask.state == "running") & (LongTask.started_at < now - GIVEN_UP))
        found = db.session.execute(
            select(LongTask.id, LongTask.state).where(waits).order_by(LongTask.id).limit(1)
        ).first()
        db.session.rollback()
    if found is None:
        return None
    mine = update(LongTask).where(LongTask.id == found.id, LongTask.state == found.state)
    claimed = db.session.execute(mine.values(state="running", started_at=now))
    db.session.commit()
    return int(found.id) if claimed.rowcount == 1 else None  # type: ignore[attr-defined]


def _do(task_id: int, handlers: Mapping[str, Handler]) -> int:
    task = db.session.get_one(LongTask, task_id, populate_existing=True)
    try:
        result = handlers[task.kind](task, lambda done, whole: tell(task_id, done, whole))
    except Stopped:
        return _note(task_id, "stopped")
    except Exception as error:
        log.exception("task %s failed", task_id)
        return _note(task_id, "failed", error=f"{type(error).__name__}: {error}"[:500])
    return _note(task_id, "done", result=result)


def _note(task_id: int, state: str, **values: object) -> int:
    db.session.rollback()
    ended = update(LongTask).where(LongTask.id == task_id).values(state=state, ended_at=wallclock.now(), **values)
    db.session.execute(ended)
    db.session.commit()
    return int(state == "done")
