"""Standing jobs: each does what a clock alone brings about, once, and no item stops the others."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import inspect, select

from casework.base.db import db
from casework.base.phrases import has_phrase
from casework.confirmation.models import Confirmation
from casework.jobs import schedule
from casework.jobs.models import JobRun
from casework.mediation.committee import load_demonstration_committee
from casework.performance.models import Performance
from casework.procedure.models import RunningClock
from casework.procedure.procedure import PROCEDURES
from tests.mediation.walk import Walk
from tests.portal.committee import Room
from tests.support.city import a_complaint

SIGNED = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 4, 1, 0, tzinfo=UTC)
JOBS = {job.name: job for job in schedule.JOBS}


@pytest.fixture
def agreed(city, session):
    """Makes agreements that took effect on 2 March 2026, 50,000 yuan due on 1 April."""
    load_demonstration_committee(city.offices)
    session.commit()

    def agree(due=date(2026, 4, 1)):
        case = a_complaint(city, login="registrar", now=SIGNED).case
        walk = Walk(Room(city), case, "2026-03-02").mediating()
        walk.settle(walk.term(due=due)).sign("P1").sign("P2", sealed=True).sign_mediator().seal()
        session.commit()
        return walk

    return agree


def state_of(session, kind):
    """The states of all proceedings of a kind."""
    session.rollback()
    return [each.state for each in session.scalars(select(kind).order_by(kind.id))]


def test_unused_window_is_closed_with_the_routes_told(agreed, session):
    agreed()

    done = schedule.run(JOBS["close_windows"], LATER)

    (confirmation,) = session.scalars(select(Confirmation))
    window = session.scalars(select(RunningClock).where(RunningClock.rule == "J-02")).one()
    assert (done.done, confirmation.state, window.state) == (1, "window_closed", "stopped")


def test_window_that_is_open_is_left_alone(agreed, session):
    agreed()

    done = schedule.run(JOBS["close_windows"], SIGNED + timedelta(days=10))

    assert (done, state_of(session, Confirmation)) == (schedule.Done(), [])


def test_agreement_gets_its_schedule_once(agreed, session):
    agreed()
    first = schedule.run(JOBS["schedule_performance"], SIGNED)
    again = schedule.run(JOBS["schedule_performance"], SIGNED)

    assert (first.done, again.done, state_of(session, Performance)) == (1, 0, ["not_due"])


def test_breach_is_proposed_once_and_confirmed_by_nobody(agreed, session):
    agreed()
    schedule.run(JOBS["schedule_performance"], SIGNED)

    first = schedule.run(JOBS["propose_breaches"], LATER)
    again = schedule.run(JOBS["propose_breaches"], LATER)

    performance = session.scalars(select(Performance)).one()
    assert (first.done, again.done) == (1, 0)
    assert (performance.state, performance.proposed_on, performance.breached_on) == ("not_due", date(2026, 5, 4), None)


def test_item_that_breaks_does_not_stop_the_others(agreed, session):
    agreed()
    agreed()
    broken = session.scalars(
        select(RunningClock.id).where(RunningClock.rule == "J-02").order_by(RunningClock.id)
    ).first()
    session.rollback()

    def act(clock_id, now):
        if clock_id == broken:
            raise ZeroDivisionError("broken row")
        JOBS["close_windows"].act(clock_id, now)

    done = schedule.run(replace(JOBS["close_windows"], act=act), LATER)

    kept = session.get(JobRun, "close_windows")
    assert (done.done, done.failed) == (1, 1)
    assert (kept.done, kept.failed, kept.last_error) == (1, 1, f"{broken}: broken row")


def test_every_failure_of_a_run_stays_visible(agreed, session):
    agreed()
    agreed()
    clocks = list(session.scalars(select(RunningClock.id).where(RunningClock.rule == "J-02").order_by(RunningClock.id)))
    session.rollback()

    def act(clock_id, _now):
        raise ZeroDivisionError(f"row of {clock_id}")

    schedule.run(replace(JOBS["close_windows"], act=act), LATER)

    kept = session.get(JobRun, "close_windows")
    assert (kept.failed, kept.last_error) == (2, "\n".join(f"{each}: row of {each}" for each in clocks))


def test_failure_is_forgotten_when_the_next_run_goes_well(agreed, session):
    agreed()

    def act(_clock_id, _now):
        raise ZeroDivisionError("once")

    schedule.run(replace(JOBS["close_windows"], act=act), LATER)
    again = schedule.run(JOBS["close_windows"], LATER + timedelta(hours=1))

    kept = session.get(JobRun, "close_windows")
    assert (again.done, kept.failed, kept.last_error) == (1, 0, None)


def test_refused_item_is_no_failure_and_comes_again(agreed, session):
    walk = agreed(due=date(2026, 5, 2))
    schedule.run(JOBS["schedule_performance"], SIGNED)

    early = schedule.run(JOBS["propose_breaches"], datetime(2026, 5, 3, 1, 0, tzinfo=UTC))
    in_time = schedule.run(JOBS["propose_breaches"], datetime(2026, 5, 7, 1, 0, tzinfo=UTC))

    assert walk.text.terms[0].due == date(2026, 5, 2)
    assert [(each.done, each.refused, each.failed) for each in (early, in_time)] == [(0, 1, 0), (1, 0, 0)]


def test_every_step_of_the_product_has_its_job():
    own = {
        f"{name}.{step.name}"
        for name, procedure in PROCEDURES.items()
        for step in procedure.steps.values()
        if any(post.startswith("system@") for post in step.who)
    }

    assert {step for job in schedule.JOBS for step in job.steps} == own


def test_jobs_are_told_apart_and_have_their_words():
    assert len(JOBS) == len(schedule.JOBS)
    assert [name for name in JOBS if not has_phrase(f"job.{name}")] == []


def test_worker_that_died_leaves_its_job_to_the_next_turn(agreed, session):
    agreed()
    session.add(JobRun(name="schedule_performance", started_at=SIGNED))
    session.commit()

    too_early = schedule.run_due(SIGNED + timedelta(minutes=9))
    next_turn = schedule.run_due(SIGNED + timedelta(minutes=10))

    assert ("schedule_performance" in too_early, next_turn["schedule_performance"].done) == (False, 1)


@pytest.mark.parametrize(
    ("name", "index"),
    [("close_windows", "ix_running_clock_rule_state"), ("propose_breaches", "ix_proceeding_procedure_state")],
)
def test_jobs_have_an_index_to_find_their_items(session, name, index):
    names = {
        each["name"] for table in ("running_clock", "proceeding") for each in inspect(db.engine).get_indexes(table)
    }
    asked = JOBS[name].rows(0, LATER)

    assert index in names
    assert "ORDER BY" in str(asked.limit(schedule.BATCH))


def test_jobs_run_when_due_and_by_one_worker(agreed, session):
    first = schedule.run_due(LATER)
    second = schedule.run_due(LATER + timedelta(minutes=5))
    third = schedule.run_due(LATER + timedelta(minutes=30))

    often = {"recount", "tell_notices", "send_notices"}
    assert (set(first), set(second), set(third)) == (set(JOBS), often, {*often, "schedule_performance"})


def test_more_items_than_a_batch_are_all_done(agreed, session, monkeypatch):
    monkeypatch.setattr(schedule, "BATCH", 1)
    agreed()
    agreed()

    assert schedule.run(JOBS["schedule_performance"], SIGNED).done == 2
