"""Long tasks: done by the worker piece by piece, stopped, gone on with, failed with a reason."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.base import tasks
from casework.base.tasks import LongTask
from casework.jobs.tasks import GIVEN_UP, run_waiting

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


@pytest.fixture
def task(city, session):
    """A task that waits."""
    asked = tasks.ask_for("count", "数一数", {"to": 3}, person_id=1, office_id=city.offices["hs-ipo"].id, now=NOW)
    session.commit()
    return asked.id


def seen(session, task_id):
    """State, pieces done, pieces in all."""
    found = session.get(LongTask, task_id, populate_existing=True)
    told = found.state, found.done, found.whole
    session.rollback()
    return told


def counting(session, task_id, *, stop_at=None, break_at=None):
    """A handler that counts to the number of its payload; somebody may tell it to stop on the way."""

    def count(task, tell):
        for piece in range(1, task.payload["to"] + 1):
            if piece == break_at:
                raise OSError("盘满")
            if piece == stop_at:
                tasks.stop(session.get(LongTask, task_id))
                session.commit()
            tell(piece, 3)
        return {"counts": {"entered": 3}}

    return {"count": count}


def test_task_that_waits_is_done_with_its_result(session, task):
    assert run_waiting(counting(session, task), NOW) == 1

    assert seen(session, task) == ("done", 3, 3)
    assert session.get(LongTask, task).result == {"counts": {"entered": 3}}
    assert run_waiting(counting(session, task), NOW) == 0


def test_task_told_to_stop_stops_at_its_next_piece_and_goes_on(session, task):
    run_waiting(counting(session, task, stop_at=2), NOW)

    assert seen(session, task) == ("stopped", 2, 3)
    tasks.go_on(session.get(LongTask, task))
    session.commit()
    assert run_waiting(counting(session, task), NOW) == 1
    assert seen(session, task) == ("done", 3, 3)


def test_task_that_waits_stops_at_once(session, task):
    tasks.stop(session.get(LongTask, task))
    session.commit()

    assert run_waiting(counting(session, task), NOW) == 0
    assert seen(session, task) == ("stopped", 0, 0)


def test_task_that_breaks_says_why_and_what_was_done_stays(session, task):
    assert run_waiting(counting(session, task, break_at=2), NOW) == 0

    assert seen(session, task) == ("failed", 1, 3)
    assert session.get(LongTask, task).error == "OSError: 盘满"


@pytest.mark.parametrize(("since", "state"), [(GIVEN_UP - timedelta(minutes=1), "running"), (GIVEN_UP * 2, "done")])
def test_task_of_a_dead_worker_is_taken_up_after_a_while(session, task, since, state):
    found = session.get(LongTask, task)
    found.state, found.started_at = "running", NOW - since
    session.commit()

    run_waiting(counting(session, task), NOW)

    assert seen(session, task)[0] == state
