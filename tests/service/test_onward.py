"""Service that is a step of the paper's own procedure: the same day is told once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework.documents.models import PaperRecord
from casework.enforcement import facts as pf
from casework.enforcement import verbs as punishing
from casework.records.filing import open_case
from casework.service import facts as f
from casework.service import verbs
from casework.service.overview import rows_of
from tests.adjudication.bench import Bench
from tests.enforcement.walk import Town, at, notified
from tests.support.city import case_facts

DAY = date(2026, 3, 2)


def served(actor, case, paper, day, now, party="P2"):
    """Sent by hand and signed for on that day."""
    sending = f.Sending(paper.id, party, "direct", day, address="黄石市")
    run = verbs.send(case, sending, actor=actor, now=now)
    return verbs.prove(run, f.Proof("receipt", day, received_by="收发室"), actor=actor, now=now)


def paper_of(session, kind):
    """The paper of that kind."""
    session.flush()
    return session.scalars(select(PaperRecord).where(PaperRecord.kind == kind)).one()


@pytest.fixture
def decided(city):
    """An adjudication decided and received by nobody yet."""
    return Bench(city).decided(received=())


def test_service_of_a_decision_starts_the_days_to_sue(decided, city, session):
    decided.later(timedelta(days=3))
    day = DAY + timedelta(days=3)

    served(city.actor("officer"), decided.case, paper_of(session, "DOC-A6"), day, decided.now)

    clocks = [(clock.rule, clock.label) for clock in decided.a.clocks if clock.rule in ("ADJ-26.sue", "ADJ-27")]
    assert sorted(clocks) == [("ADJ-26.sue", "P2"), ("ADJ-27", "P2")]


def test_decision_received_at_once_counts_as_served_in_the_overview(city, session):
    bench = Bench(city).decided()
    session.flush()

    rows = [row for row in rows_of(bench.case, today=DAY) if row.paper.kind == "DOC-A6"]
    assert [(row.party.ref, row.state, row.served_on) for row in rows] == [("P1", "served", DAY), ("P2", "served", DAY)]


def test_copy_served_by_its_step_waits_no_more(city, session):
    bench = Bench(city).served()
    session.flush()

    rows = [row for row in rows_of(bench.case, today=DAY) if row.paper.kind == "DOC-A3"]
    assert [(row.party.ref, row.state, row.served_on) for row in rows] == [("P2", "served", DAY)]


def test_service_of_a_penalty_is_its_step(city, session):
    town = Town(city)
    case = open_case(case_facts(), actor=town.officer, now=at(7, 1))
    penalty = notified(town, case, at(7, 1), date(2026, 7, 1))
    punishing.waive_hearing(penalty, None, actor=town.officer, now=at(7, 2))
    punishing.decide(penalty, pf.Decision("没收侵权商品", 2_400_000, 150_050), actor=town.head, now=at(7, 10))
    notice = [row for row in rows_of(case, today=date(2026, 7, 10)) if row.paper.kind == "DOC-E6"]

    served(town.officer, case, paper_of(session, "DOC-E7"), date(2026, 7, 12), at(7, 12))

    assert [(row.state, row.served_on) for row in notice] == [("served", date(2026, 7, 1))]
    assert penalty.served_on == date(2026, 7, 12)
    assert [clock.rule for clock in penalty.clocks if clock.rule == "PEN-9" and clock.state == "running"] == []


def test_day_told_by_the_step_before_stays(city, session):
    bench = Bench(city).decided()
    session.flush()
    before = len(bench.a.clocks)

    served(city.actor("officer"), bench.case, paper_of(session, "DOC-A6"), DAY, bench.now)

    assert len(bench.a.clocks) == before
