"""`python -m benchmarks.recount`: 100,000 running clocks recounted by the worker after a new calendar, bound 60 s."""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from casework.base.db import db
from casework.clock.calendar import YearTable
from casework.identity.city import city_data, load_offices
from casework.jobs import schedule
from casework.procedure import recount, rulebook
from casework.procedure.models import Proceeding, RunningClock
from casework.records.models import Case
from casework.web.app import create_app

EVE = datetime(2026, 12, 24, 2, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 25, 2, 0, tzinfo=UTC)
BOUND = 60
SEVEN_DAYS_OFF = {date(2027, 1, day): "元旦" for day in range(1, 8)}


def main() -> None:
    """Seed, publish a year, recount, print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clocks", type=int, default=100_000)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        app = create_app(
            {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{Path(folder) / 'bench.db'}", "CASEWORK_INSTANCE": folder}
        )
        with app.app_context():
            db.create_all()
            _seed(asked.clocks)
            _measure(asked.clocks)


def _seed(clocks: int) -> None:
    office = load_offices(city_data())["hs-ipo"].id
    db.session.flush()
    connection = db.session.connection()
    for model, row in ((Case, _case), (Proceeding, _proceeding), (RunningClock, _clock)):
        for piece in batched(_rows(clocks, row, office), 5_000):
            connection.execute(insert(model.__table__), piece)
    db.session.commit()


def batched(rows: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    """The rows in lists of a size."""
    while piece := list(islice(rows, size)):
        yield piece


def _rows(count: int, row: Any, office: int) -> Iterator[dict[str, Any]]:
    return (row(each, office) for each in range(1, count + 1))


def _case(key: int, office: int) -> dict[str, Any]:
    return {
        "id": key, "number": f"B{key}", "title": "速度", "registered_at": EVE, "registered_by_id": office,
        "source": "walk_in", "matter": "infringement", "facts": "", "request": "", "journal_count": 0, "journal_head": "",
    }  # fmt: skip


def _proceeding(key: int, office: int) -> dict[str, Any]:
    return {
        "id": key, "case_id": key, "procedure": "complaint", "state": "submitted", "office_id": office,
        "opened_at": EVE, "moved_at": EVE, "rule_set_on": EVE.date(), "version": 1,
    }  # fmt: skip


def _clock(key: int, office: int) -> dict[str, Any]:
    return {
        "case_id": key, "proceeding_id": key, "office_id": office, "rule": "CMP-3", "started_at": EVE,
        "rule_set_on": EVE.date(), "raw": date(2027, 1, 5), "due": date(2027, 1, 5),
        "due_at": datetime(2027, 1, 5, 16, 0, tzinfo=UTC), "provisional": True, "pauses": [], "extensions": 0,
        "started_seq": 1, "state": "running",
    }  # fmt: skip


def _measure(clocks: int) -> None:
    year = YearTable(2027, SEVEN_DAYS_OFF, {}, "速度测试用的通知")
    scope = recount.scope_of_year(rulebook.calendar_here(), year)
    told = {"year": 2027, "edition": 1, "data": rulebook.packed(year), "published_at": EVE}
    db.session.add(rulebook.CalendarNotice(**told, published_by="郑凯", reason="速度测试"))
    run = recount.ask("速度测试", scope, actor=schedule.system_at(1), now=EVE)
    db.session.flush()
    run_id = run.id
    db.session.commit()
    begun = time.perf_counter()
    schedule.run(schedule.JOBS[0], LATER)
    seconds = time.perf_counter() - begun
    moved, memory = db.session.get_one(recount.RecountRun, run_id).changed, _memory_mb()
    print(f"recount of {clocks} clocks, {moved} moved: {seconds:.1f} s (bound {BOUND} s), {memory:.0f} MB at most")


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
