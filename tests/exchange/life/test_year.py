"""The demonstration year: nothing in it is refused, it is the same every time, and it happens once."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from casework.exchange.life.year import load_year
from casework.mediation.committee import load_demonstration_committee
from casework.procedure.models import Proceeding, RunningClock
from casework.records.models import Case
from casework.records.verify import first_breaks

AUTUMN = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)

pytestmark = pytest.mark.slow


@pytest.fixture
def offices(city):
    """The offices of the city with its committee's register."""
    load_demonstration_committee(city.offices)
    return city.offices


def test_year_is_lawful_and_full_of_endings(session, offices):
    cases, refused = load_year(offices, until=AUTUMN)
    session.commit()

    states = Counter(tuple(row) for row in session.execute(select(Proceeding.procedure, Proceeding.state)))
    endings = {
        ("mediation", "archived"),
        ("mediation", "terminated"),
        ("mediation", "withdrawn"),
        ("mediation", "not_accepted"),
        ("confirmation", "confirmed"),
        ("performance", "performed"),
        ("penalty", "closed"),
        ("transfer_police", "goods_handed"),
        ("transfer_admin", "accepted"),
        ("adjudication", "performed"),
    }
    stale = ("accepted", "need_supplement", "handed_over")
    assert refused == []
    assert states[("complaint", "submitted")] == 3
    assert [states[("complaint", state)] for state in stale] == [0, 0, 0]
    assert cases == 104
    assert endings - states.keys() == set()
    assert first_breaks() == []


def test_first_sign_in_has_something_to_do_and_nothing_is_late(session, offices):
    load_year(offices, until=AUTUMN)
    session.commit()

    station = offices["station-kfq-opto"].id
    asked = select(RunningClock).where(RunningClock.office_id == station, RunningClock.state == "running")
    mine = list(session.scalars(asked))
    assert {clock.rule for clock in mine} == {"CMP-3"}
    assert [clock for clock in mine if clock.due < AUTUMN.date()] == []
    assert len(mine) == 3


def test_city_with_cases_is_left_alone(session, offices):
    load_year(offices, until=datetime(2026, 1, 5, 4, 0, tzinfo=UTC))
    before = session.query(Case).count()

    again = load_year(offices, until=datetime(2026, 1, 5, 4, 0, tzinfo=UTC))

    assert (again, session.query(Case).count()) == ((0, []), before)
