"""`python -m benchmarks.journal`: a step through the door on a case with 5 and with 5,000 journal entries."""

import argparse
import os
import shutil
import time
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

from benchmarks.server import ROOT

OUT = ROOT / "out" / "bench" / "journal"
FEW, MANY, BATCH = 5, 5_000, 500


def main() -> None:
    """Make both cases in a fresh database, then take steps on them in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    runs = parser.parse_args().runs
    _fresh()
    from casework.web.settings import application  # late: slow import

    with application(migrated=True).app_context():
        actor = _actor()
        cases = {entries: _case(actor, entries) for entries in (FEW, MANY)}
        took: dict[int, list[float]] = {entries: [] for entries in cases}
        for run in range(runs):
            for entries, complaint_id in cases.items():
                took[entries].append(_step(complaint_id, actor, run))
    few, many = median(took[FEW]) * 1000, median(took[MANY]) * 1000
    print(f"{f'a step, {FEW} : {MANY} entries':<34}{few:>11.2f}{many:>10.2f}{many / few:>7.2f}  1.2")


def _fresh() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    os.environ["CASEWORK_DATABASE_URL"] = f"sqlite:///{OUT / 'casework.db'}"
    os.environ["CASEWORK_INSTANCE"] = str(OUT)


def _actor() -> Any:
    from casework.base.db import db  # late: slow import
    from casework.identity.city import city_data, load_offices, load_people  # late: slow import
    from casework.identity.models import Person  # late: slow import

    load_people(city_data(), load_offices(city_data()), since=date(2020, 1, 1), password_hash="-")  # noqa: S106 nobody signs in
    db.session.commit()
    return db.session.query(Person).filter_by(login="clerk").one().posts[0].actor()


def _case(actor: Any, entries: int) -> int:
    """A registered complaint whose journal has that many entries."""
    from casework.base.db import db  # late: slow import
    from casework.complaints.verbs import Registration, register  # late: slow import
    from casework.records.filing import CaseFacts, PartyFacts  # late: slow import
    from casework.records.journal import Act, append_many  # late: slow import

    parties = (PartyFacts("applicant", "黄石样例机电有限公司"), PartyFacts("respondent", "阳新县样例商行"))
    now = datetime.now(UTC)
    facts = CaseFacts("样例纠纷", "walk_in", parties, (), facts="事实", request="请求")
    complaint = register(Registration(facts), actor=actor, now=now)
    act = Act("complaint", complaint.id, "receive_evidence", "submitted", "submitted", ("CMP-3",))
    for begun in range(0, entries - 1, BATCH):
        more = [(complaint.case_id, act)] * min(BATCH, entries - 1 - begun)
        append_many(more, actor=actor, at=now, recorded_at=now)
    db.session.commit()
    return complaint.id


def _step(complaint_id: int, actor: Any, run: int) -> float:
    """Seconds of one step, from loading the proceeding to the commit."""
    from casework.base.db import db  # late: slow import
    from casework.complaints import verbs  # late: slow import
    from casework.complaints.models import Complaint  # late: slow import

    now = datetime.now(UTC) + timedelta(minutes=run)
    db.session.expunge_all()
    began = time.perf_counter()
    complaint = db.session.get_one(Complaint, complaint_id)
    verbs.receive_evidence(complaint, verbs.FilesFacts(), actor=actor, now=now)
    db.session.commit()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
