"""What the tests of figures share: acts told straight into the journal, cases, the October set of the rulebook."""

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import insert

from casework.base.wallclock import at_local, local_date
from casework.procedure.models import Proceeding, RunningClock
from casework.records import counters, journal
from casework.records.filing import RightFacts, open_case
from tests.statistics.instants import at
from tests.support.city import case_facts


@pytest.fixture
def told(city, session):
    """Write one act of a case into its journal: `told(case, "accepted", instant, fen=…, step=…, login=…)`."""

    def act(
        case,
        figure: str | None,
        when: datetime,
        *,
        fen: int | None = None,
        step: str = "accept",
        login: str = "registrar",
        procedure: str = "mediation",
        proceeding: int = 1,
        before: str = "a",
        to: str = "b",
        recorded: datetime | None = None,
        changes: dict[str, Any] | None = None,
    ):
        on = local_date(when) if figure else None
        entry = journal.Act(
            procedure,
            proceeding,
            step,
            before,
            to,
            ("M-14",),
            figure=figure,
            figure_on=on,
            figure_fen=fen,
            changes=changes or {},
        )
        written = journal.append(case, entry, actor=city.actor(login), at=when, recorded_at=recorded or when)
        counters.follow(case, written)
        return written

    return act


@pytest.fixture
def a_case(city, session):
    """A new case; `kind` is its right, `source` its channel."""

    def made(when: datetime, kind: str = "trademark", login: str = "registrar", **changes: object):
        facts = case_facts(rights=(RightFacts(kind, "第1234567号"),), **changes)
        case = open_case(facts, actor=city.actor(login), now=when)
        session.flush()
        return case

    return made


@pytest.fixture
def a_clock(city, session):
    """A time limit that runs in a new proceeding of a case: `a_clock(case, procedure, rule, instant, due)`."""

    def run(case, procedure: str, rule: str, begun: datetime, due: date) -> RunningClock:
        on, office = local_date(begun), city.actor("registrar").office_id
        times = {"opened_at": begun, "moved_at": begun, "rule_set_on": on}
        row = {"case_id": case.id, "procedure": procedure, "state": "a", "version": 1, "office_id": office}
        number = session.execute(insert(Proceeding.__table__).values(**row, **times)).inserted_primary_key[0]
        clock = RunningClock(case_id=case.id, proceeding_id=number, office_id=office, rule=rule, started_at=begun)
        clock.rule_set_on, clock.raw, clock.due, clock.due_at = on, due, due, at_local(due)
        clock.provisional, clock.pauses, clock.started_seq = False, [], 0
        session.add(clock)
        session.flush()
        return clock

    return run


@pytest.fixture
def october(told, a_case, session):
    """K1 to K8 of mediation.md 6.5."""
    cases = k1, k2, k3, k4, k5, k6, k7, k8 = [a_case(at(9, 28)) for _ in range(8)]
    told(k1, "accepted", at(9, 28))
    told(k1, "agreed", at(10, 9), fen=5_000_000)
    told(k1, "performed_amount", at(10, 20), fen=5_000_000)
    told(k1, "performed", at(10, 20))
    told(k2, "accepted", at(10, 8))
    told(k2, "agreed", at(10, 8), fen=300_000, step="agree_orally")
    told(k2, "performed_amount", at(10, 8), fen=300_000)
    told(k2, "performed", at(10, 8))
    told(k3, "accepted", at(10, 12))
    told(k3, "terminated", at(10, 30))
    told(k4, "registered", at(10, 15))
    told(k4, "not_accepted", at(10, 16))
    told(k5, "accepted", at(10, 31, 15, 50))
    told(k5, "agreed", at(11, 5))
    told(k6, "accepted", at(10, 20))
    told(k6, "agreed", at(11, 2), fen=2_000_000)
    told(k7, "accepted", at(10, 18))
    told(k7, "withdrawn", at(10, 25))
    told(k8, "accepted", at(10, 31, 16, 10))
    session.commit()
    return cases
