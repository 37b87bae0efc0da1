"""`python -m benchmarks.figures`: the monthly table of one office and of a province, and what the counters add to a step."""

import argparse
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median
from typing import Any

from benchmarks.server import ROOT

OUT = ROOT / "out" / "bench" / "figures"


def main() -> None:
    """Make a province, then time the month on it and a step with and without its counters."""
    options = _options()
    _fresh()
    from casework.base.db import db  # late: slow import
    from casework.statistics.generator import Size, load_province  # late: slow import
    from casework.web.settings import application  # late: slow import

    with application(migrated=True).app_context():
        began = time.perf_counter()
        facts = load_province(Size(options.cases, options.offices, date(2026, 10, 31), journals=options.journals))
        db.session.commit()
        print(f"{options.cases} cases, {options.offices} offices, {facts} facts in {time.perf_counter() - began:.0f} s")
        _analyse(db)
        _months(options.runs)
        _step(options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--offices", type=int, default=20)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--journals", action="store_true", help="whole journals too, not the figures alone")
    return parser.parse_args()


def _fresh() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    os.environ.setdefault("CASEWORK_DATABASE_URL", f"sqlite:///{OUT / 'casework.db'}")
    os.environ.setdefault("CASEWORK_INSTANCE", str(OUT))


def _analyse(db: Any) -> None:
    from sqlalchemy import text  # late: slow import

    db.session.execute(text("ANALYZE"))
    db.session.commit()


def _months(runs: int) -> None:
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
        _tell(f"{name} report, one office", lambda p=period: figures(p, office), runs, "100 ms")
        _tell(f"{name} IP table, one office", lambda p=period: fill(ip, p, one), runs, "100 ms")
        _tell(f"{name} report, province", lambda p=period: figures(p), runs, "1000 ms")
        _tell(f"{name} IP table, province", lambda p=period: fill(ip, p, EVERYWHERE), runs, "1000 ms")
        _tell(f"{name} offices, province", lambda p=period: fill(offices, p, EVERYWHERE), runs, "1000 ms")
    _tell("2025 IP table, province", lambda: fill(ip, parse("2025"), EVERYWHERE), max(runs // 5, 1), "")


def _step(runs: int) -> None:
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
    print(
        f"{'a registration':<34}{step:>9.2f} ms, of it the counters {kept:.2f} ms = {100 * kept / (step - kept):.1f} %  (15 %)"
    )


def _tell(what: str, ask: Callable[[], object], runs: int, bound: str) -> None:
    from casework.base.db import db  # late: slow import

    took, used = [], []
    for _ in range(runs):
        began, cpu = time.perf_counter(), time.process_time()
        ask()
        took.append(time.perf_counter() - began)
        used.append(time.process_time() - cpu)
        db.session.rollback()
    wall, own = median(took) * 1000, median(used) * 1000
    print(f"{what:<34}{wall:>9.1f} ms, own time {own:>8.1f} ms  {bound}", flush=True)


if __name__ == "__main__":
    main()
