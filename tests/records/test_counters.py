"""Counters kept with each step: equal to a recount of the journal, and a counter that was changed is named."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from casework.complaints import verbs
from casework.records import counters
from casework.records.counters import Difference, month_of, rebuild, recount
from casework.records.figures import FigureCount, FigureFact
from tests.support.city import NOON, a_complaint


@pytest.fixture
def handed_over(city, session):
    """A dispute registered at a station, handed over and taken over by the committee."""
    found = a_complaint(city)
    later = NOON + timedelta(hours=1)
    verbs.hand_over(found, verbs.HandOver(city.offices["hs-committee"]), actor=city.actor("clerk"), now=later)
    verbs.take_over(found, None, actor=city.actor("registrar"), now=later)
    session.commit()
    return found


def cells(session) -> dict[str, int]:
    """What is counted by month, over everything."""
    asked = select(FigureCount.figure, func.sum(FigureCount.n)).where(FigureCount.month % 100 != 0)
    asked = asked.group_by(FigureCount.figure)
    return dict(session.execute(asked).all())


def test_step_moves_the_counters_in_its_own_transaction(handed_over, session):
    assert cells(session) == {
        "registered": 1,
        "handed_over": 1,
        "complaint.in": 1,
        "complaint.out": 1,
        "left:complaint.in": 1,
    }


def test_step_that_is_rolled_back_leaves_no_count(city, session):
    a_complaint(city)
    session.rollback()

    assert cells(session) == {}


def test_fact_tells_office_day_right_source_and_entry(handed_over, session, city):
    fact = session.scalar(select(FigureFact).where(FigureFact.figure == "registered"))

    assert (fact.case_id, fact.seq, fact.on_day.isoformat()) == (handed_over.case_id, 1, "2026-03-02")
    assert fact.office_id == city.actor("clerk").office_id
    assert (fact.right_kind, fact.matter, fact.source) == ("trademark", "infringement", "walk_in")


def test_what_came_in_knows_when_it_went_out(handed_over, session):
    fact = session.scalar(select(FigureFact).where(FigureFact.figure == "complaint.in"))

    assert fact.until_day == fact.on_day


def test_recount_agrees(handed_over):
    assert recount() == []


def test_recount_names_a_counter_that_was_changed(handed_over, session):
    session.execute(update(FigureCount).where(FigureCount.figure == "registered").values(n=5))
    about = (handed_over.office_id, "registered", "", "trademark", "infringement", "walk_in")

    assert recount() == [Difference((code, *about), (5, 0, 0, 0), (1, 0, 0, 0)) for code in (202600, 202603)]


def test_rebuild_counts_everything_anew(handed_over, session):
    asked = select(*FigureCount.__table__.c).where(FigureCount.n != 0)
    before = sorted(map(tuple, session.execute(asked)))
    facts = session.scalar(select(func.count()).select_from(FigureFact))
    session.execute(update(FigureCount).values(n=9))

    assert rebuild() == facts
    assert sorted(map(tuple, session.execute(asked))) == before


def test_case_that_is_described_anew_moves_to_its_new_cell(handed_over, session):
    handed_over.case.rights[0].kind = "copyright"
    session.flush()
    entry = counters.JournalEntry(
        procedure="complaint", step="x", from_state="a", to_state="a", changes={"right_in_dispute": []}
    )
    counters.follow(handed_over.case, entry)
    session.commit()

    asked = select(FigureCount.right_kind, func.sum(FigureCount.n)).where(FigureCount.month == 202603)
    asked = asked.group_by(FigureCount.right_kind)
    assert dict(session.execute(asked).all()) == {"trademark": 0, "copyright": 5}
    assert recount() == []


def test_month_is_a_number():
    assert month_of(NOON.date()) == 202603
