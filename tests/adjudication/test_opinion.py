"""The consultative opinion: its waiting time, its guards, its paper (ADJ-25)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework.adjudication import opinion_facts as f
from casework.adjudication import opinion_steps as steps
from casework.adjudication import opinion_verbs as verbs
from casework.adjudication.facts import Reason
from casework.adjudication.opinion_acts import ACTS
from casework.adjudication.opinion_steps import CONSULTATIVE_OPINION
from casework.base.db import db
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.procedure.asking import refusals
from tests.adjudication.bench import PATENT
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold
from tests.support.city import NOON, PASSWORD, a_complaint

SENT, RECEIVED = date(2026, 2, 20), date(2026, 2, 24)
DEMAND = f.Demand(date(2026, 2, 10), SENT, RECEIVED)
OPINION = f.Opinion("does_not_fall", "被控产品缺少权利要求1的技术特征C")
ACTED = f.HolderActed("sued", RECEIVED)
MONTH = timedelta(days=31)


class Table:
    """One request walked by short names."""

    def __init__(self, city, demand=DEMAND):
        self.city, self.now = city, NOON
        self.case = a_complaint(city, login="officer", rights=PATENT).case
        self.o = verbs.register_demand(self.case, demand, actor=city.actor("officer"), now=NOON)

    def do(self, verb, facts):
        """One act."""
        self.o = verb(self.o, facts, actor=self.city.actor("officer"), now=self.now)
        return self

    def later(self, by=MONTH):
        """Time passes."""
        self.now += by
        return self

    def said(self, step, facts=None, proceeding=None, login="officer"):
        """The codes of the reasons against a step."""
        actor = self.city.actor(login)
        said = refusals(proceeding or self.o, step, actor=actor, now=self.now, facts=facts)
        return [each.code for each in said]

    def fresh(self):
        """Another request of the case, before its first step."""
        return verbs.propose(self.case, self.city.actor("officer"))


@pytest.fixture
def table(city):
    """A demand on record."""
    return Table(city)


def test_a_month_from_receipt_and_two_from_sending_run(table):
    assert {clock.rule: clock.due for clock in table.o.clocks} == {
        "ADJ-25.from_sending": date(2026, 4, 20), "ADJ-25.from_receipt": date(2026, 3, 24)}  # fmt: skip


def test_demand_whose_receipt_is_unknown_waits_two_months(city):
    table = Table(city, replace(DEMAND, received_on=None)).later()

    assert table.said(steps.ASK, f.Asked(silent=True)) == ["the_holder_had_time_to_act"]
    assert table.later().said(steps.ASK, f.Asked(silent=True)) == []


def test_opinion_is_given_with_its_paper_after_the_holder_kept_silent(table):
    table.later().do(verbs.ask, f.Asked(silent=True)).do(verbs.give, OPINION)

    kinds = db.session.scalars(select(PaperRecord.kind).where(PaperRecord.proceeding_id == table.o.id)).all()
    assert (table.o.state, table.o.conclusion, kinds) == ("given", "does_not_fall", ["DOC-A12"])
    assert [clock.state for clock in table.o.clocks] == ["stopped", "stopped"]


def test_paper_of_the_opinion_shows_every_field(table, tmp_path):
    table.later().do(verbs.ask, f.Asked(silent=True)).do(verbs.give, OPINION)

    made = db.session.scalars(select(PaperRecord).where(PaperRecord.proceeding_id == table.o.id)).one()
    assert untold(from_data(made.data), fonts_in(FOLDER), tmp_path) == []


def test_holder_that_acts_ends_the_request(table):
    table.do(verbs.holder_acts, ACTED)

    assert (table.o.state, table.o.ended_ground, table.o.ended_on) == ("holder_acted", "sued", RECEIVED)


def test_request_is_declined_with_its_reason(table):
    assert table.said(steps.DECLINE, Reason("")) == ["the_reason_of_the_office_is_told"]
    assert table.do(verbs.decline, Reason("涉案专利已被宣告无效")).o.state == "declined"


def test_case_without_a_patent_is_offered_no_opinion(city):
    case = a_complaint(city, login="officer").case

    assert verbs.propose(case, city.actor("officer")) is None


ROWS = {
    "the_demand_is_dated.warning": (steps.REGISTER_DEMAND, replace(DEMAND, warned_on=None), DEMAND),
    "the_demand_is_dated.sent": (steps.REGISTER_DEMAND, replace(DEMAND, sent_on=None), DEMAND),
    "the_demand_is_dated.received": (steps.REGISTER_DEMAND, replace(DEMAND, received_on=date(2026, 2, 19)), DEMAND),
    "the_holder_kept_silent": (steps.ASK, f.Asked(), f.Asked(silent=True)),
    "what_the_holder_did_is_told": (steps.HOLDER_ACTS, replace(ACTED, act="slept"), ACTED),
    "the_opinion_has_its_reasons.conclusion": (steps.GIVE, replace(OPINION, conclusion=None), OPINION),
    "the_opinion_has_its_reasons.reasons": (steps.GIVE, replace(OPINION, opinion=None), OPINION),
    "the_reason_of_the_office_is_told": (steps.DECLINE, Reason(None), Reason("专利权已终止")),
}
STANDING = {
    "the_holder_had_time_to_act",
    "the_office_adjudicates",
    "the_warning_is_of_a_patent",
    "no_other_opinion_is_asked",
}


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_alone_and_lets_the_cure_pass(table, code):
    step, false, cure = ROWS[code]
    table.later()
    if step is steps.GIVE:
        table.do(verbs.ask, f.Asked(silent=True))
    if step is steps.REGISTER_DEMAND:
        table.do(verbs.decline, Reason("另行请求"))
    subject = table.fresh() if step is steps.REGISTER_DEMAND else table.o

    assert table.said(step, false, subject) == [code]
    assert table.said(step, cure, subject) == []


def test_standing_guards_refuse_alone_and_are_cured(city, table):
    early = table.said(steps.ASK, f.Asked(silent=True))
    second = table.said(steps.REGISTER_DEMAND, DEMAND, table.fresh())
    table.later()
    asked = table.said(steps.ASK, f.Asked(silent=True))
    table.do(verbs.decline, Reason("另行请求"))
    again = table.said(steps.REGISTER_DEMAND, DEMAND, table.fresh())
    fresh = table.fresh()
    table.case.rights[0].kind = "trademark"

    assert (early, asked) == (["the_holder_had_time_to_act"], [])
    assert (second, again) == (["no_other_opinion_is_asked"], [])
    assert table.said(steps.REGISTER_DEMAND, DEMAND, fresh) == ["the_warning_is_of_a_patent"]


def test_county_office_gives_no_opinion(table):
    said = table.said(steps.REGISTER_DEMAND, DEMAND, table.fresh(), "daye-officer")

    assert "the_office_adjudicates" in said


def test_every_guard_is_falsified_here():
    guards = {guard.name for step in CONSULTATIVE_OPINION.steps.values() for guard in step.guards}

    assert guards == {code.split(".")[0] for code in ROWS} | STANDING


def test_every_step_has_an_address_and_its_page_opens(city, table, client):
    address = f"/cases/{table.case.number}/consultative_opinion"
    db.session.commit()
    client.post("/sign-in", json={"login": "officer", "password": PASSWORD})

    pages = [client.get(f"{address}/{table.o.id}/{act.noun}").status_code for act in ACTS if act.noun != "demand"]

    assert {act.step.name for act in ACTS} == set(CONSULTATIVE_OPINION.steps)
    assert (client.get(f"{address}/demand").status_code, pages) == (200, [200] * 4)
