"""The generated province: whole journals, facts as the tally gives them, equal seeds equal provinces, identities hold."""

from datetime import date

import pytest
from sqlalchemy import func, select

from casework.procedure.models import Proceeding, RunningClock
from casework.records.counters import recount
from casework.records.figures import FigureFact
from casework.records.filing import open_case
from casework.records.models import Case
from casework.records.verify import first_breaks
from casework.statistics.generator import Size, load_province
from casework.statistics.grid import EVERYWHERE, TOTAL, fill
from casework.statistics.identities import failures
from casework.statistics.period import month, parse
from casework.statistics.tables import tables
from tests.statistics.instants import at
from tests.support.city import case_facts

SIZE = Size(300, 3, date(2026, 10, 31), years=2)


@pytest.fixture
def province(session):
    """Three hundred cases of three offices."""
    load_province(SIZE)
    session.commit()


def test_journals_are_whole_and_prove_the_counters(province):
    assert first_breaks() == []
    assert recount() == []


def test_all_endings_happen(province, session):
    found = set(map(tuple, session.execute(select(FigureFact.figure, FigureFact.form))))

    ends = ("not_accepted", "terminated", "withdrawn", "transferred", "moved_in", "moved_out")
    follow = ("confirmation.in", "confirmation_filed", "confirmed", "performance.in", "performed_amount", "performed")
    rulings = ("confirmed", "refused", "dismissed")
    assert found == {
        *(("registered", ""), ("accepted", ""), ("accepted", "reopened"), ("agreed", "written"), ("agreed", "oral")),
        *((each, "") for each in (*ends, *follow, "confirmation_refused")),
        *(("confirmation.out", each) for each in rulings),
        ("performance.out", "performed"),
    }


def test_shares_in_time_and_performed_are_credible(province):
    year = parse("2026")
    offices, due = fill(tables()["offices"], year), fill(tables()["performance"], year)
    courts, late = fill(tables()["confirmation"], year), fill(tables()["ip_monthly"], year).cell(TOTAL, "unperformed")

    shares = {
        "on_time": offices.cell(TOTAL, "on_time"),
        "performed": due.cell(TOTAL, "performed_of_due"),
        "ruled_in_time": courts.cell(TOTAL, "on_time"),
        "ruled_well": courts.cell(TOTAL, "confirmed_of_filed"),
    }
    assert {name: 60 < float(each["percent"]) < 100 for name, each in shares.items()} == dict.fromkeys(shares, True)
    assert offices.cell(TOTAL, "limited") == offices.cell(TOTAL, "closed")
    assert 0 < late < due.cell(TOTAL, "due_agreements")


def test_time_limits_are_stopped_by_what_ended_them(province, session):
    states = session.execute(
        select(RunningClock.rule, RunningClock.state).where(RunningClock.started_at > RunningClock.stopped_at)
    )
    left = select(Proceeding.state).join(RunningClock).distinct().where(RunningClock.state == "running")

    assert states.all() == []
    assert set(session.scalars(left)) <= {"accepted", "in_mediation", "suspended", "filed", "docketed"}


@pytest.mark.parametrize("name", ["ip_monthly", "offices", "districts", "ministry", "confirmation", "performance"])
def test_identities_hold_over_the_year(province, name):
    assert failures(fill(tables()[name], parse("2026"), EVERYWHERE)) == []


def test_monthly_stocks_meet(province):
    grids = [fill(tables()["offices"], month(f"2026-{each:02d}")) for each in range(1, 11)]

    assert [each.cell(TOTAL, "pending") for each in grids[:-1]] == [each.cell(TOTAL, "opening") for each in grids[1:]]


def test_figures_alone_are_the_same_figures(session):
    whole = load_province(SIZE, seed=7)
    kept = session.execute(select(FigureFact.figure, func.count()).group_by(FigureFact.figure)).all()
    session.rollback()
    alone = load_province(Size(300, 3, SIZE.until, years=2, journals=False), seed=7)
    again = session.execute(select(FigureFact.figure, func.count()).group_by(FigureFact.figure)).all()

    assert (whole, kept) == (alone, again)


def test_province_stands_beside_what_is_there(province, session):
    load_province(SIZE, seed=3)
    session.commit()

    assert session.scalar(select(func.count(Case.id))) == 600
    assert recount() == []


def test_case_entered_after_a_province_gets_a_number_of_its_own(province, session, city):
    opened = open_case(case_facts(), actor=city.actor("registrar"), now=at(11, 2))
    session.commit()

    assert opened.id == 301
