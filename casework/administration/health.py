"""Whether the house is well: what waits, what broke, what runs low. Each line says what it means and what to do."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.outbox import OutboxItem
from casework.base.tasks import LongTask
from casework.jobs.models import JobRun
from casework.jobs.runner import MOST_ATTEMPTS
from casework.jobs.schedule import JOBS
from casework.notices.models import ON_PAPER, WAITING, Notice

GOOD, WATCH, BAD = "good", "watch", "bad"
LOW, VERY_LOW = 5 << 30, 1 << 30
LATE = timedelta(minutes=15)
OLD = timedelta(days=2)


@dataclass(frozen=True)
class Line:
    """One thing looked at; `key` names its phrases, `told` what was found."""

    key: str
    state: str
    told: str


def health(instance: Path, *, now: datetime) -> list[Line]:
    """Everything looked at, the bad first."""
    lines = [_outbox(), _jobs(now), _tasks(now), _notices(), _disk(instance), _backup(instance, now)]
    return sorted(lines, key=lambda each: (BAD, WATCH, GOOD).index(each.state))


def _outbox() -> Line:
    waiting = _count(OutboxItem, OutboxItem.done_at.is_(None), OutboxItem.attempts < MOST_ATTEMPTS)
    given_up = _count(OutboxItem, OutboxItem.done_at.is_(None), OutboxItem.attempts >= MOST_ATTEMPTS)
    state = BAD if given_up else WATCH if waiting > 500 else GOOD
    return Line("outbox", state, f"{waiting} / {given_up}")


def _jobs(now: datetime) -> Line:
    runs = {each.name: each for each in db.session.scalars(select(JobRun))}
    late = [job.name for job in JOBS if job.name not in runs or runs[job.name].started_at < now - job.every - LATE]
    broken = [name for name, run in runs.items() if run.failed]
    return Line("jobs", BAD if broken else WATCH if late else GOOD, ", ".join(broken or late) or str(len(runs)))


def _tasks(now: datetime) -> Line:
    failed = _count(LongTask, LongTask.state == "failed", LongTask.asked_at > now - timedelta(days=7))
    return Line("tasks", WATCH if failed else GOOD, str(failed))


def _notices() -> Line:
    waiting, paper = (_count(Notice, Notice.state == state) for state in (WAITING, ON_PAPER))
    return Line("notices", WATCH if paper > 50 else GOOD, f"{waiting} / {paper}")


def _disk(instance: Path) -> Line:
    free = shutil.disk_usage(instance).free
    return Line("disk", BAD if free < VERY_LOW else WATCH if free < LOW else GOOD, f"{free / (1 << 30):.1f} GB")


def _backup(instance: Path, now: datetime) -> Line:
    newest = max((each.stat().st_mtime for each in (instance / "backups").glob("*.json")), default=None)
    if newest is None:
        return Line("backup", BAD, "—")
    age = now.timestamp() - newest
    return Line("backup", WATCH if age > OLD.total_seconds() else GOOD, f"{max(0, int(age // 3600))} h")


def _count(model: type[OutboxItem | LongTask | Notice], *clauses: object) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*clauses)) or 0  # type: ignore[arg-type]
