"""`python -m benchmarks.figures`: a province's figures on SQLite and PostgreSQL, a publication, and DuckDB beside ours."""

import argparse
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import columnar
from benchmarks.server import ROOT

OUT = ROOT / "out" / "bench" / "figures"
UNTIL = date(2026, 10, 31)
COPIED = ("organisation", "dispute_case", "figure_fact", "figure_count")


def main() -> None:
    """Make a province, time its tables on both engines, publish for all offices, compare with a columnar engine."""
    options = _options()
    shutil.rmtree(OUT, ignore_errors=True)
    province = OUT / "province"
    with _application(province):
        _load(options.cases, options.offices)
        _months("SQLite", options.runs)
    if options.postgres:
        from tests.support.postgres import running_server  # late: slow import

        with running_server() as address, _application(OUT / "pg", _database(address)):
            _copy(province / "casework.db")
            _months("PostgreSQL", options.runs)
            _step("PostgreSQL", options.runs)
    with _application(province, fresh=False):
        _step("SQLite", options.runs)
    if options.publish:
        with _application(OUT / "publish"):
            _load(options.publish * 50, options.publish)
            _publish()
    if options.times:
        columnar.grow(province / "casework.db", OUT / "large", options.times)
        with _application(OUT / "large", fresh=False):
            columnar.side_by_side(OUT / "large", options.runs)
            _months(f"{options.times} times", options.runs, bounds=("", ""))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--offices", type=int, default=20)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--publish", type=int, default=2000, help="offices of one publication, 0 for none")
    parser.add_argument("--times", type=int, default=10, help="how many times the cases for DuckDB, even, 0 for none")
    parser.add_argument("--no-postgres", dest="postgres", action="store_false")
    return parser.parse_args()


@contextmanager
def _application(folder: Path, address: str | None = None, *, fresh: bool = True) -> Iterator[None]:
    from casework.web.settings import application  # late: slow import

    folder.mkdir(parents=True, exist_ok=True)
    os.environ["CASEWORK_DATABASE_URL"] = address or f"sqlite:///{folder / 'casework.db'}"
    os.environ["CASEWORK_INSTANCE"] = str(folder)
    with application(migrated=fresh).app_context():
        yield


def _database(address: str) -> str:
    import psycopg  # late: optional dependency

    plain = address.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(plain.format(name="postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench")
    return address.format(name="bench")


def _load(cases: int, offices: int) -> None:
    from casework.base.db import db  # late: slow import
    from casework.statistics.generator import Size, load_province  # late: slow import

    began = time.perf_counter()
    facts = load_province(Size(cases, offices, UNTIL, journals=False))
    db.session.commit()
    _analyse()
    print(f"{cases} cases, {offices} offices, {facts} facts in {time.perf_counter() - began:.0f} s", flush=True)


def _analyse() -> None:
    from sqlalchemy import text  # late: slow import

    from casework.base.db import db  # late: slow import

    db.session.execute(text("ANALYZE"))
    db.session.commit()


def _copy(source: Path) -> None:
    """The same rows on PostgreSQL."""
    import sqlite3  # late: slow import

    from casework.base.db import db  # late: slow import

    began = time.perf_counter()
    connection: Any = db.session.connection().connection.driver_connection
    with sqlite3.connect(source) as given, connection.cursor() as cursor:
        for table in COPIED:
            rows = given.execute(f"SELECT * FROM {table}")
            names = ", ".join(each[0] for each in rows.description)
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        for table in ("organisation", "dispute_case"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    db.session.commit()
    _analyse()
    print(f"the same rows on PostgreSQL in {time.perf_counter() - began:.0f} s", flush=True)


def _months(engine: str, runs: int, bounds: tuple[str, str] = ("100 ms", "1000 ms")) -> None:
    from casework.base.db import db  # late: slow import
    from casework.identity.models import Organisation  # late: slow import
    from casework.statistics.grid import EVERYWHERE, Scope, fill  # late: slow import
    from casework.statistics.monthly import figures  # late: slow import
    from casework.statistics.period import month, parse  # late: slow import
    from casework.statistics.tables import tables  # late: slow import

    office = db.session.query(Organisation).filter_by(code="committee-0001").one().id
    one, ip, offices = Scope((office,), "one"), tables()["ip_monthly"], tables()["offices"]
    for name in ("2026-09", "2022-09"):
        period = month(name)
        tell(f"{engine} {name} report, one office", lambda p=period: figures(p, office), runs, bounds[0])
        tell(f"{engine} {name} IP table, one office", lambda p=period: fill(ip, p, one), runs, bounds[0])
        tell(f"{engine} {name} report, province", lambda p=period: figures(p), runs, bounds[1])
        tell(f"{engine} {name} IP table, province", lambda p=period: fill(ip, p, EVERYWHERE), runs, bounds[1])
        tell(f"{engine} {name} offices, province", lambda p=period: fill(offices, p, EVERYWHERE), runs, bounds[1])
    tell(f"{engine} 2025 IP table, province", lambda: fill(ip, parse("2025"), EVERYWHERE), max(runs // 5, 1), "")


def _step(engine: str, runs: int) -> None:
    """A step of the intake with its counters, and the part of it that they take."""
    from casework.base.db import db  # late: slow import
    from casework.complaints.verbs import Registration, register  # late: slow import
    from casework.identity.city import city_data, load_offices, load_people  # late: slow import
    from casework.identity.models import Person  # late: slow import
    from casework.procedure import door  # late: slow import
    from casework.records.filing import CaseFacts, PartyFacts, RightFacts  # late: slow import

    offices = load_offices(city_data())
    load_people(city_data(), offices, since=date(2020, 1, 1), password_hash="-")  # noqa: S106 nobody signs in
    actor = db.session.query(Person).filter_by(login="clerk").one().posts[0].actor()
    parties = (PartyFacts("applicant", "黄石样例机电有限公司"), PartyFacts("respondent", "阳新县样例商行"))
    facts = CaseFacts(
        "样例纠纷", "walk_in", parties, (RightFacts("trademark", "第1234567号"),), facts="事实", request="请求"
    )
    spent: list[float] = []
    follow = door.counters.follow

    def timed(*given: Any) -> None:
        began = time.perf_counter()
        follow(*given)
        spent.append(time.perf_counter() - began)

    door.counters.follow = timed
    whole = []
    for _ in range(runs * 5):
        began = time.perf_counter()
        register(Registration(facts), actor=actor, now=datetime.now(UTC))
        db.session.commit()
        whole.append(time.perf_counter() - began)
    door.counters.follow = follow
    step, kept = median(whole) * 1000, median(spent) * 1000
    share = 100 * kept / (step - kept)
    print(f"{engine + ' a registration':<42}{step:>9.2f} ms, of it the counters {kept:.2f} ms = {share:.1f} %  (15 %)")


def _publish() -> None:
    """The month of every office, published by the worker."""
    from casework.base.db import db  # late: slow import
    from casework.base.tasks import ask_for  # late: slow import
    from casework.identity.models import Organisation  # late: slow import
    from casework.jobs.tasks import run_waiting  # late: slow import
    from casework.statistics.each_office import KIND, publish_each  # late: slow import

    office, now = db.session.query(Organisation).first(), datetime.now(UTC)
    payload = {"table": "ip_monthly", "period": "2026-09", "by": "样例"}
    task = ask_for(KIND, "样例", payload, person_id=None, office_id=office.id, now=now)
    db.session.commit()
    began = time.perf_counter()
    run_waiting({KIND: publish_each}, now)
    took = time.perf_counter() - began
    print(f"{'publication of every office':<42}{took:>9.1f} s, {(task.result or {}).get('counts')}  60 s", flush=True)


def tell(what: str, ask: Callable[[], object], runs: int, bound: str) -> float:
    """Time something so many times and print its median; the median in ms."""
    from casework.base.db import db  # late: slow import

    took = []
    for _ in range(runs):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
        db.session.rollback()
    wall = median(took) * 1000
    print(f"{what:<42}{wall:>9.1f} ms  {bound}", flush=True)
    return wall


if __name__ == "__main__":
    main()
