"""Judgments on a decision, joined cases and cases that the superior takes (ADJ-3, ADJ-26, ADJ-28)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.adjudication import court_facts as cf
from casework.adjudication import court_verbs as court
from casework.adjudication import facts as f
from casework.adjudication import steps, verbs
from casework.base.db import db
from casework.records.filing import PartyFacts
from casework.records.grants import cases_visible_to
from casework.records.tally import About, Told, tally
from tests.adjudication.bench import BOTH, DAY, DECISION, LATER, OTHER_PATENT, VOTE, Bench

JUDGED = date(2026, 3, 20)
UPHELD = cf.Judgment("upheld", "（2026）鄂01行初12号", JUDGED)
REVOKED = cf.Judgment(None, "（2026）鄂01行初13号", JUDGED)
OTHERS = (PartyFacts("applicant", "黄石样例机电有限公司"), PartyFacts("respondent", "大冶市样例商行"))
STRANGERS = (PartyFacts("applicant", "武汉样例机电有限公司"), PartyFacts("respondent", "大冶市样例商行"))


@pytest.fixture
def bench(city):
    """A request received."""
    return Bench(city)


@pytest.fixture
def sued(bench):
    """A decision sued against, twenty days ago."""
    return bench.decided().plain(steps.SUE).later()


def ordered(city, **changes):
    """The paper of the province that lifts the case."""
    told = {"superior": city.offices["hubei-ipo"], "number": "鄂知提〔2026〕3号", "on": DAY, "reason": "全省有重大影响"}
    return cf.Lifting(**{**told, **changes})


def running(bench):
    """The running clocks with their last days."""
    return {(c.rule, c.label): c.due for c in bench.a.clocks if c.state == "running"}


@pytest.mark.parametrize("outcome", ["upheld", "suit_withdrawn", "suit_rejected"])
def test_decision_that_the_court_left_standing_takes_effect_from_the_judgment(sued, outcome):
    sued.do(court.uphold, replace(UPHELD, outcome=outcome))

    assert (sued.a.state, sued.a.court_outcome, sued.a.judgment_number) == ("effective", outcome, UPHELD.number)
    assert running(sued)[("ADJ-26.enforce", None)] == date(2026, 6, 22)


def test_decision_sued_against_takes_effect_only_by_a_judgment(sued):
    assert sued.said(steps.TAKE_EFFECT) == ["state"]


def test_revoked_decision_ends_the_case(sued):
    sued.do(court.revoke, REVOKED)

    assert (sued.a.state, sued.a.ended_ground, sued.a.court_outcome) == ("revoked", "revoked", "revoked")
    assert running(sued) == {}


def test_decision_to_be_remade_begins_with_a_new_vote(sued):
    sued.do(court.remake, REVOKED)
    unvoted = sued.said(steps.ESTABLISH, DECISION)
    again = replace(DECISION, number="黄知裁字〔2026〕9号", decided_on=LATER + timedelta(days=2), received=())
    sued.do(verbs.vote, VOTE).do(verbs.review, None, "deputy")
    sued.do(verbs.establish, again)
    unserved = sued.said(steps.TAKE_EFFECT)
    for ref in ("P1", "P2"):
        sued.do(verbs.serve_decision, f.PartySigned(ref, LATER + timedelta(days=2)))

    assert unvoted == ["the_panel_voted_so.unvoted", "the_decision_was_reviewed"]
    assert (sued.a.state, sued.a.decision_number, unserved) == (
        "established", "黄知裁字〔2026〕9号", ["the_period_to_sue_is_over.unserved"])  # fmt: skip
    assert running(sued)[("ADJ-26.sue", "P2")] == date(2026, 4, 7)


def test_remade_decision_runs_three_months_anew_from_the_judgment(sued):
    sued.do(court.remake, REVOKED)

    assert running(sued) == {("ADJ-19", None): date(2026, 6, 22)}


def entry(seq, step, before, after, on, figure=None):
    """One journal entry of an adjudication as far as it counts."""
    return Told(seq, on, 1, "adjudication", 7, step, before, after, figure)


def test_remade_case_comes_in_and_goes_out_twice():
    told = [
        entry(1, "file", "received", "filed", date(2026, 3, 2), "adjudication_filed"),
        entry(2, "establish", "served", "established", date(2026, 4, 2), "adjudicated"),
        entry(3, "sue", "established", "in_litigation", date(2026, 4, 10)),
        entry(4, "remake", "in_litigation", "served", date(2026, 6, 1)),
        entry(5, "dismiss", "served", "dismissed", date(2026, 7, 1), "adjudicated"),
    ]

    counted = [
        (fact.figure, fact.on, fact.until) for fact in tally(told, About()) if fact.figure.startswith("adjudication.")
    ]

    assert counted == [
        ("adjudication.in", date(2026, 3, 2), date(2026, 4, 2)),
        ("adjudication.out", date(2026, 4, 2), None),
        ("adjudication.in", date(2026, 6, 1), date(2026, 7, 1)),
        ("adjudication.out", date(2026, 7, 1), None),
    ]


@pytest.mark.parametrize(
    ("step", "changes", "code"),
    [
        (steps.UPHOLD, {"number": None}, "the_judgment_is_on_record.number"),
        (steps.REVOKE, {"on": date(2026, 3, 1)}, "the_judgment_is_on_record.day"),
        (steps.REMAKE, {"on": date(2026, 5, 1)}, "the_judgment_is_on_record.day"),
        (steps.UPHOLD, {"outcome": "revoked"}, "the_court_left_it_standing"),
    ],
)
def test_judgment_is_refused_alone_and_cured(sued, step, changes, code):
    assert sued.said(step, replace(UPHELD, **changes)) == [code]
    assert sued.said(step, UPHELD) == []


def test_joined_case_goes_before_the_panel_of_the_leading_one(city, bench):
    bench.filed()
    second = Bench(city, parties=OTHERS).do(verbs.file, f.Filing(("甲", "乙", "丙"), bench_materials()))

    second.do(court.join, cf.Joining(bench.case.number))

    assert (second.a.joined_to_id, second.a.panel) == (bench.a.id, bench.a.panel)


def bench_materials():
    """All that a request comes with."""
    return ("request", "identity", "register_copy", "copies")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"rights": OTHER_PATENT, "parties": OTHERS}, "the_leading_case_fits.other_patent"),
        ({"parties": STRANGERS}, "the_leading_case_fits.other_holder"),
        ({"parties": OTHERS}, None),
    ],
)
def test_only_cases_of_one_holder_on_one_patent_are_joined(city, bench, facts, code):
    bench.filed()

    assert Bench(city, **facts).filed().said(steps.JOIN, cf.Joining(bench.case.number)) == ([code] if code else [])


def test_leading_case_is_another_filed_one_that_is_joined_to_none(city, bench):
    second = Bench(city, parties=OTHERS).filed()
    said = [
        second.said(steps.JOIN, cf.Joining(number)) for number in ("没有的编号", second.case.number, bench.case.number)
    ]
    bench.filed()
    cured = second.said(steps.JOIN, cf.Joining(bench.case.number))

    assert said == [
        ["the_leading_case_fits.unknown"], ["the_leading_case_fits.unknown"], ["the_leading_case_fits.not_leading"],
    ]  # fmt: skip
    assert cured == []


def test_joining_makes_no_chains(city, bench):
    bench.filed()
    second = Bench(city, parties=OTHERS).filed().do(court.join, cf.Joining(bench.case.number))
    third = Bench(city, parties=(OTHERS[0], PartyFacts("respondent", "阳新样例厂"))).filed()

    assert second.said(steps.JOIN, cf.Joining(third.case.number)) == ["it_leads_no_other.joined"]
    assert bench.said(steps.JOIN, cf.Joining(third.case.number)) == ["it_leads_no_other.leads"]
    assert third.said(steps.JOIN, cf.Joining(second.case.number)) == ["the_leading_case_fits.not_leading"]


def test_lifted_case_ends_here_and_the_superior_sees_it(city, bench):
    bench.served().do(court.lift, ordered(city), "head")
    db.session.flush()
    superior = replace(city.actor("officer"), office_id=city.offices["hubei-ipo"].id)

    assert (bench.a.state, bench.a.ended_ground, running(bench)) == ("transferred", "lifted", {})
    assert db.session.scalars(cases_visible_to(superior)).one().number == bench.case.number


def test_lifting_needs_an_office_above_and_its_paper(city, bench):
    own = bench.said(steps.LIFT, ordered(city, superior=city.offices["hs-ipo"]))
    unnumbered = bench.said(steps.LIFT, ordered(city, number=None))
    silent = bench.said(steps.LIFT, ordered(city, reason=None))

    assert (own, unnumbered, silent) == (
        ["the_superior_orders_it.office"], ["the_superior_orders_it.paper"], ["the_reason_of_the_office_is_told"],
    )  # fmt: skip
    assert bench.said(steps.LIFT, ordered(city)) == []


def test_both_sides_received_the_decision_that_was_sued_against(bench):
    bench.decided(received=BOTH).plain(steps.SUE)

    assert [clock.state for clock in bench.a.clocks if clock.rule == "ADJ-26.sue"] == ["stopped", "stopped"]
