"""What asking and acting cost: statements, which grow neither with what stands open nor with the journal."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.complaints import verbs
from casework.desk.case_page import case_shown
from casework.enforcement.facts import LeadFacts
from casework.enforcement.verbs import open_lead
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import Role
from casework.litigation.verbs import open_record
from casework.procedure.models import Proceeding
from casework.records.journal import Act, append_many
from casework.records.models import Case
from casework.transfers.facts import Clue
from casework.transfers.verbs import incoming
from tests.support.city import NOON, a_complaint
from tests.support.statements import statements
from tests.walks.ground import START, told

AGENCIES = ("hs-ipo", "bureau-yangxin", "bureau-daye", "hs-culture", "hs-agriculture")
EVERYTHING, PER_KIND = 34, 7


def page_cost(app, case_id: int, login: str, city, now=NOON) -> int:
    """The statements of the page of a case, read afresh: every step of every proceeding is asked."""
    actor = city.actor(login)
    db.session.commit()
    db.session.expunge_all()
    case = db.session.get_one(Case, case_id)
    with statements() as sent:
        shown = case_shown(case, app.extensions["acts"], actor=actor, now=now)
    assert shown.strands
    return len(sent)


def office(code: str) -> Organisation:
    """An office of the city, read afresh."""
    return db.session.scalars(select(Organisation).where(Organisation.code == code)).one()


def leads(city, case: Case, number: int) -> None:
    """Leads of the case at so many agencies."""
    for code in AGENCIES[:number]:
        open_lead(case, LeadFacts("销售侵权商品"), actor=actor_at(office(code), Role.OFFICER, name="方志远"), now=NOON)


def notices(city, case: Case, number: int) -> None:
    """So many notices of clues."""
    for _ in range(number):
        clue = Clue(office=office("hs-culture"), reason="涉及著作权")
        incoming.give_notice(case, clue, actor=city.actor("officer"), now=NOON)


def records(city, case: Case, number: int) -> None:
    """So many records of what happens outside."""
    for _ in range(number):
        open_record(case, None, actor=city.actor("officer"), now=NOON)


@pytest.mark.parametrize("several", [leads, notices, records])
def test_all_refusals_of_a_page_cost_the_same_with_one_and_with_five_of_a_kind(app, city, several: Callable):
    costs = []
    for number in (1, 5):
        case = a_complaint(city, login="officer").case
        several(city, case, number)
        costs.append(page_cost(app, case.id, "officer", city))

    assert costs[0] == costs[1]


def test_all_refusals_of_any_page_cost_a_bounded_number_of_statements(app, city):
    told(city.offices, Random(7))
    db.session.commit()

    dear = {}
    for case_id in list(db.session.scalars(select(Case.id))):
        kinds = set(db.session.scalars(select(Proceeding.procedure).where(Proceeding.case_id == case_id)))
        for login in ("registrar", "officer"):
            cost = page_cost(app, case_id, login, city, START)
            if cost > EVERYTHING + PER_KIND * len(kinds):
                dear[case_id, login] = (cost, sorted(kinds))

    assert dear == {}


def lengthened(case: Case, city, entries: int) -> None:
    """A journal of that many entries more."""
    act = Act("complaint", 1, "receive_evidence", "submitted", "submitted", ("CMP-3",))
    actor = city.actor("clerk")
    append_many([(case.id, act)] * entries, actor=actor, at=NOON, recorded_at=NOON)
    db.session.commit()


def test_a_step_costs_the_same_with_five_and_with_five_hundred_entries(app, city):
    costs = []
    for entries in (4, 499):
        complaint = a_complaint(city)
        db.session.commit()
        lengthened(complaint.case, city, entries)
        complaint_id, actor = complaint.id, city.actor("clerk")
        db.session.expunge_all()
        complaint = db.session.get_one(type(complaint), complaint_id)
        with statements() as sent:
            verbs.ask_supplement(complaint, verbs.Gaps(("证明",)), actor=actor, now=NOON + timedelta(hours=1))
            db.session.commit()
        costs.append(len(sent))

    assert costs[0] == costs[1]
