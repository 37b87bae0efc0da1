"""A paper that lacks a field: told in words, with a link to where it is entered; nothing of the act is kept."""

from urllib.parse import quote

import pytest
from sqlalchemy import func, select

from casework.counter.missing import address_of
from casework.documents.kinds import kinds, places
from casework.procedure.models import Proceeding
from casework.records.filing import open_case
from casework.records.models import Case
from tests.support.browsing import Desk
from tests.support.city import NOON, case_facts

REQUEST = {"origin": "application", "oral": "", "requested_on": "2026-03-02"}


@pytest.fixture
def number(city, session) -> str:
    """A dispute at the committee of which no facts are told."""
    case = open_case(case_facts(facts=""), actor=city.actor("registrar"), now=NOON)
    session.commit()
    found = case.number
    session.rollback()
    return found


def test_every_mandatory_field_is_entered_somewhere():
    asked = {name for kind in kinds().values() for name in kind.mandatory}

    assert sorted(asked - places().keys()) == []
    assert sorted(places().keys() - asked) == []


@pytest.mark.parametrize("place", sorted(set(places().values())))
def test_the_link_of_every_place_opens(app, city, session, number, place):
    who = "admin" if place == "office" else "registrar"
    actor = city.actor(who)
    with app.test_request_context():
        address = address_of(place, session.scalars(select(Case)).one(), actor)
    session.rollback()
    page, _, anchor = address.partition("#")

    answer = Desk(app.test_client(), who).get(page or f"/cases/{number}/mediation/request")

    assert (answer.status_code, not anchor or f'id="{anchor}"' in answer.text) == (200, True)


def test_lack_is_told_with_its_link_and_nothing_is_kept(app, session, number):
    desk = Desk(app.test_client(), "registrar")

    answer = desk.post(f"/cases/{number}/mediation/request", REQUEST)
    lacking = session.scalar(select(func.count()).select_from(Proceeding))
    session.rollback()
    corrected = {"facts_told": "被申请人销售假冒注册商标的电机", "reason": "申请人补充"}
    desk.post(f"/cases/{number}/correction/case-correction", corrected)
    again = desk.post(f"/cases/{number}/mediation/request", REQUEST)

    assert (answer.status_code, lacking) == (422, 0)
    assert f'href="/cases/{quote(number)}/correction/case-correction"' in answer.text
    assert "请先补齐" in answer.text
    assert again.status_code == 303
