"""Standing jobs: what a clock alone brings about. Each finds its items by a bounded query and calls one verb on each.

A job may run twice, be stopped anywhere and run on several workers: an item that is done is not found again or refused
by the door, and only one worker at a time claims a job.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
from sqlalchemy.exc import IntegrityError

from casework.base.db import db, reading_only
from casework.base.errors import CaseworkError
from casework.base.wallclock import local_date
from casework.confirmation import facts as cf
from casework.confirmation import verbs as confirming
from casework.confirmation.models import Confirmation
from casework.identity.actor import Actor
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import Role
from casework.jobs.models import JobRun
from casework.mediation.agreements import IN_FORCE, Agreement
from casework.notices import delivery
from casework.performance import verbs as performing
from casework.performance.models import Obligation, Performance
from casework.performance.steps import RUNNING
from casework.procedure import recount
from casework.procedure.models import RunningClock
from casework.procedure.recount import RecountRun
from casework.procedure.rulebook import calendar_here, table_here

log = logging.getLogger(__name__)
BATCH = 200
MOST_SHOWN = 10
WINDOWS = ("J-02", "J-08")
Act = Callable[[int, datetime], None]


@dataclass(frozen=True)
class Job:
    """A standing job: how often, which rows (ids ascending above `after`), and the verb taken on each.

    `steps` names the steps of the tables (procedure.step) that it takes.
    """

    name: str
    every: timedelta
    rows: Callable[[int, datetime], Select[int]]
    act: Act
    steps: tuple[str, ...] = ()


@dataclass
class Done:
    """What one run did."""

    done: int = 0
    refused: int = 0
    failed: int = 0
    failures: list[str] = field(default_factory=list)


def run_due(now: datetime) -> dict[str, Done]:
    """Run every job whose time has come and that no other worker has claimed; what each did, by name."""
    return {job.name: run(job, now) for job in JOBS if _claim(job, now)}


def run(job: Job, now: datetime) -> Done:
    """Run a job to its end now, one transaction per item. An item that fails or is refused does not stop the others."""
    done = Done()
    for row in _rows(job, now):
        _one(job, row, now, done)
    _note(job, now, done)
    return done


def _rows(job: Job, now: datetime) -> Iterator[int]:
    after = 0
    while batch := _batch(job.rows(after, now)):
        yield from batch
        after = batch[-1]


def _batch(asked: Select[int]) -> list[int]:
    with reading_only():
        found = list(db.session.scalars(asked.limit(BATCH)))
        db.session.rollback()
    return found


def _one(job: Job, row: int, now: datetime, done: Done) -> None:
    try:
        job.act(row, now)
        db.session.commit()
        done.done += 1
    except (CaseworkError, LookupError):
        db.session.rollback()
        done.refused += 1
    except Exception as error:
        db.session.rollback()
        log.exception("job %s failed on %s", job.name, row)
        done.failed += 1
        done.failures.append(f"{row}: {error}"[:500])


def _claim(job: Job, now: datetime) -> bool:
    """Whether the job is due and this worker has it; looking whether it is due takes no write lock."""
    with reading_only():
        known = db.session.get(JobRun, job.name)
        waits = known is not None and known.started_at > now - job.every
        db.session.rollback()
    if waits:
        return False
    if known is None:
        return _first_claim(job, now)
    mine = update(JobRun).where(JobRun.name == job.name, JobRun.started_at <= now - job.every)
    claimed = db.session.connection().execute(mine.values(started_at=now, finished_at=None))
    db.session.commit()
    return claimed.rowcount == 1


def _first_claim(job: Job, now: datetime) -> bool:
    db.session.add(JobRun(name=job.name, started_at=now))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return False
    return True


def _note(job: Job, now: datetime, done: Done) -> None:
    row = db.session.get(JobRun, job.name) or JobRun(name=job.name, started_at=now)
    row.finished_at, row.done, row.refused, row.failed = now, done.done, done.refused, done.failed
    row.last_error = "\n".join(done.failures[-MOST_SHOWN:]) or None
    db.session.add(row)
    db.session.commit()


def system_at(office_id: int) -> Actor:
    """The product itself, acting for an office."""
    return actor_at(db.session.get_one(Organisation, office_id), Role.SYSTEM, name="系统")


def _windows_over(after: int, now: datetime) -> Select[int]:
    """Few rows pass the index: windows run thirty days, and those that are over are closed."""
    over = (RunningClock.rule.in_(WINDOWS), RunningClock.state == "running", RunningClock.due_at <= now)
    return select(RunningClock.id).where(*over, RunningClock.id > after).order_by(RunningClock.id)


def _close_window(clock_id: int, now: datetime) -> None:
    """The window to apply for confirmation closed unused (B8)."""
    clock = db.session.get_one(RunningClock, clock_id)
    case = clock.proceeding.case
    asked = select(Confirmation).where(Confirmation.case_id == case.id, Confirmation.state == "preparing")
    prepared = db.session.scalar(asked.order_by(Confirmation.id.desc()).limit(1))
    actor = system_at(clock.proceeding.office_id)
    if prepared is not None:
        confirming.close_window(prepared, cf.Closing(), actor=actor, now=now)
        return
    mine = select(Agreement.id).where(Agreement.proceeding_id == clock.proceeding_id, Agreement.status == IN_FORCE)
    confirming.let_window_close(case, cf.Closing(agreement=db.session.scalar(mine)), actor=actor, now=now)


def _unscheduled(after: int, _now: datetime) -> Select[int]:
    scheduled = select(Performance.id).where(Performance.agreement_id == Agreement.id).exists()
    waiting = (Agreement.status == IN_FORCE, Agreement.id > after, ~scheduled)
    return select(Agreement.id).where(*waiting).order_by(Agreement.id)


def _schedule(agreement_id: int, now: datetime) -> None:
    """An agreement in force is owed: its duties stand on a schedule (M-37)."""
    agreement = db.session.get_one(Agreement, agreement_id)
    performing.open_performance(agreement, actor=system_at(agreement.proceeding.office_id), now=now)


def _maybe_overdue(after: int, now: datetime) -> Select[int]:
    due = select(Obligation.id).where(Obligation.performance_id == Performance.id, Obligation.due < local_date(now))
    waiting = (Performance.state.in_(RUNNING), Performance.proposed_on.is_(None), Performance.id > after)
    return select(Performance.id).where(*waiting, due.exists()).order_by(Performance.id)


def _propose_breach(performance_id: int, now: datetime) -> None:
    """A duty is overdue: the clock proposes a breach, a person confirms it (M-38)."""
    performance = db.session.get_one(Performance, performance_id)
    performing.propose_breach(performance, None, actor=system_at(performance.office_id), now=now)


def _recounts(after: int, _now: datetime) -> Select[int]:
    waiting = (RecountRun.finished_at.is_(None), RecountRun.stopped.is_(False), RecountRun.id > after)
    return select(RecountRun.id).where(*waiting).order_by(RecountRun.id)


def _recount(run_id: int, now: datetime) -> None:
    """A calendar or a rule was published: the clocks it can touch are counted anew, batch by batch, each committed."""
    office = db.session.scalars(
        select(Organisation.id).where(Organisation.kind == "ip_office").order_by(Organisation.id)
    )
    actor = system_at(office.first() or 0)
    while recount.go_on(run_id, calendar=calendar_here(), table=table_here(), actor=actor, now=now):
        db.session.commit()
        db.session.expunge_all()


JOBS = (
    Job("recount", timedelta(seconds=5), _recounts, _recount),
    Job("tell_notices", timedelta(seconds=10), delivery.to_tell, delivery.tell_entry),
    Job("send_notices", timedelta(seconds=10), delivery.to_send, delivery.send),
    Job("close_windows", timedelta(hours=1), _windows_over, _close_window, ("confirmation.close_window",)),
    Job("schedule_performance", timedelta(minutes=10), _unscheduled, _schedule, ("performance.schedule",)),
    Job("propose_breaches", timedelta(hours=1), _maybe_overdue, _propose_breach, ("performance.propose_breach",)),
)
