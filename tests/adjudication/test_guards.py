"""Each guard of the adjudication: exactly that fact is false, exactly that reason is met, and the cure passes."""

from dataclasses import replace

import pytest

from casework.adjudication import facts as f
from casework.adjudication import steps, verbs
from casework.adjudication.court_facts import Judgment
from casework.adjudication.court_verbs import uphold
from casework.adjudication.steps import ADJUDICATION
from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.procedure.asking import refusals
from casework.records.filing import PartyFacts
from tests.adjudication.bench import (
    AFTER,
    ASKED,
    DAY,
    DECISION,
    HEARING,
    LATER,
    MATERIALS,
    OTHER_PATENT,
    PANEL,
    REFUSAL,
    REPEAT,
    Bench,
)
from tests.adjudication.test_deciding import ROWS as DECIDING
from tests.support.city import NOON


@pytest.fixture
def bench(city):
    """A request received."""
    return Bench(city)


def asked(bench):
    """A request that was corrected once."""
    bench.do(verbs.ask_supplement, f.Gaps(("专利权评价报告",), LATER))
    return bench.do(verbs.supplement)


def objected(bench):
    """An objection to competence."""
    return bench.served().do(verbs.object_competence, f.Day(DAY))


ROWS = {
    "a_respondent_is_named": None,
    "an_earlier_decision_covers_it": None,
    "it_is_the_only_one": None,
    "both_sides_want_to_settle": (lambda b: b.filed(), steps.MEDIATE, f.Consent(), f.Consent(True)),
    "no_referred_mediation_runs": None,
    "the_referred_mediation_agreed": (
        lambda b: b.filed().do(verbs.mediate, f.Consent(True)), steps.SETTLE_REFERRED, None, None),
    "the_copy_was_served": (lambda b: b.filed().do(verbs.suspend, f.Suspension(5)), steps.RESUME, None, None),
    "the_copy_was_not_served": (
        lambda b: b.served().do(verbs.mediate, f.Consent(True)), steps.END_MEDIATION_EARLY, None, None),
    "it_was_not_served_before": (lambda b: b.decided(), steps.SERVE_DECISION, f.PartySigned("P1", DAY), None),
    "no_damages_are_awarded": (
        lambda b: b.reviewed("dismissed"), steps.DISMISS, replace(DECISION, awards_damages=True), DECISION),
    "no_other_way_was_chosen": None,
    "service_is_proven": (lambda b: b.filed(), steps.SERVE, f.Service(None), f.Service(DAY)),
    "the_acts_to_stop_are_told": (
        lambda b: b.reviewed(), steps.ESTABLISH, replace(DECISION, acts_to_stop=None), DECISION),
    "the_answer_period_runs": None,
    "the_decision_tells_how_to_sue": (
        lambda b: b.reviewed("dismissed"), steps.DISMISS, replace(DECISION, way_to_sue=False), DECISION),
    "the_demand_ran_out": None,
    "the_extension_is_in_order.none": (
        lambda b: b.filed(), steps.EXTEND, f.Extension(0), f.Extension(1), "head"),
    "the_filing_can_be_extended": None,
    "the_ground_of_suspension_is_named": (
        lambda b: b.served(), steps.SUSPEND, f.Suspension(9), f.Suspension(1)),
    "the_ground_of_withdrawal_is_listed": (
        lambda b: b.filed(), steps.WITHDRAW_CASE, f.Ending("nonsense", DAY), f.Ending("other", DAY)),
    "the_hearing_is_told_in_time": (
        lambda b: b.served(), steps.SET_HEARING, f.Hearing(DAY, "审理室"), HEARING),
    "the_hearing_was_set": None,
    "the_notice_is_the_first": (asked, steps.ASK_SUPPLEMENT, f.Gaps(("又一份",), LATER), None),
    "the_office_adjudicates": None,
    "the_panel_is_odd": (lambda b: b, steps.FILE, f.Filing(("甲", "乙"), MATERIALS), PANEL),
    "the_period_to_sue_is_over": None,
    "the_reason_of_the_office_is_told": (lambda b: b, steps.REFUSE, f.Refusal("other", ""), REFUSAL),
    "the_receipt_is_dated.day": (
        lambda b: b.decided(received=()), steps.SERVE_DECISION, f.PartySigned("P1", None), f.PartySigned("P1", DAY)),
    "the_receipt_is_dated.party": (
        lambda b: b.decided(received=()), steps.SERVE_DECISION, f.PartySigned(None, DAY), f.PartySigned("P1", DAY)),
    "the_suit_is_in_time": None,
    "each_term_says_what": None,
    "terms_bind_parties": None,
    "every_side_has_signed": None,
    "what_is_missing_is_listed": (
        lambda b: b, steps.ASK_SUPPLEMENT, f.Gaps((), LATER), f.Gaps(("专利登记簿副本",), LATER)),
}  # fmt: skip
TOLD = {code: row for code, row in ROWS.items() if row is not None}
OF_COURT_AND_SUPERIOR = {  # test_court
    "the_judgment_is_on_record", "the_court_left_it_standing", "the_superior_orders_it", "the_leading_case_fits",
    "it_leads_no_other",
}  # fmt: skip


def test_every_guard_has_a_row():
    guards = {guard.name for step in ADJUDICATION.steps.values() for guard in step.guards}
    told = {code.split(".")[0] for code in (*ROWS, *DECIDING)}

    assert guards - told - {"the_extension_is_in_order"} == OF_COURT_AND_SUPERIOR


@pytest.mark.parametrize("code", TOLD)
def test_guard_refuses_alone_and_lets_the_cure_pass(bench, code):
    stage, step, false, cure, *login = TOLD[code]
    walked = stage(bench)

    assert walked.said(step, false, *login) == [code]
    if cure is not None:
        assert walked.said(step, cure, *login) == []


@pytest.mark.parametrize(("stage", "state"), [("filed", "filed"), ("served", "served")])
def test_case_that_stood_still_goes_on_from_where_it_stood(bench, stage, state):
    getattr(bench, stage)().do(verbs.suspend, f.Suspension(5)).do(verbs.resume)

    assert bench.a.state == state


def test_second_request_waits_for_the_first(city, bench):
    other = verbs.propose(bench.case, city.actor("officer"))

    said = refusals(other, steps.REQUEST, actor=city.actor("officer"), now=NOON, facts=ASKED)

    assert [each.code for each in said] == ["it_is_the_only_one"]


def test_request_needs_a_respondent(city, bench, session):
    bench.case.of_role("respondent")[0].role = "third_party"
    session.flush()
    bench.do(verbs.refuse, f.Refusal("no_respondent", "被请求人不明确"))

    again = verbs.propose(bench.case, city.actor("officer"))
    said = refusals(again, steps.REQUEST, actor=city.actor("officer"), now=NOON, facts=ASKED)

    assert [each.code for each in said] == ["a_respondent_is_named"]


def test_objection_is_dismissed_with_a_reason_and_time_goes_on(bench):
    objected(bench)
    assert bench.said(steps.DISMISS_OBJECTION, f.Reason("")) == ["the_reason_of_the_office_is_told"]

    bench.do(verbs.plain(steps.DISMISS_OBJECTION), f.Reason("本局有管辖权"))

    three_months = next(c for c in bench.a.clocks if c.rule == "ADJ-19")
    assert (bench.a.state, three_months.state) == ("served", "running")


def test_founded_objection_ends_in_a_transfer(bench):
    objected(bench).do(verbs.transfer_out, f.Reason("移送武汉市知识产权局"))

    assert (bench.a.state, [c.rule for c in bench.a.clocks if c.state == "running"]) == ("transferred", [])


def test_objection_after_the_answer_period_is_late(bench):
    bench.served().later()

    assert bench.said(steps.OBJECT, f.Day(DAY)) == ["the_answer_period_runs"]


def test_refused_request_is_over(bench):
    bench.do(verbs.refuse, f.Refusal("no_request", "缺少权利要求书"))

    assert (bench.a.state, bench.said(steps.FILE, PANEL)[0]) == ("refused", "state")


def test_hearing_is_recorded_on_its_day(bench):
    bench.served()
    untold = bench.said(steps.HEAR)
    bench.do(verbs.set_hearing, HEARING)
    early = bench.said(steps.HEAR)
    bench.later().do(verbs.hear, f.Heard(signed=True, absent="nobody"))

    assert (untold, early, bench.a.state) == (
        ["the_hearing_was_set.untold"], ["the_hearing_was_set.ahead"], "served")  # fmt: skip


def test_suit_in_time_then_effect_as_the_court_leaves_it(bench):
    bench.decided().plain(steps.SUE)
    judgment = Judgment("upheld", "（2026）鄂01行初12号", LATER)

    assert bench.a.state == "in_litigation"
    assert bench.later().do(uphold, judgment).a.state == "effective"


def test_suit_after_fifteen_days_is_late(bench):
    assert bench.decided().later().said(steps.SUE) == ["the_suit_is_in_time"]


def test_effect_waits_for_receipt_and_for_the_days_to_sue(bench):
    unserved = bench.decided(received=()).said(steps.TAKE_EFFECT, now=NOON + AFTER)
    bench.do(verbs.serve_decision, f.PartySigned("P1", DAY)).do(verbs.serve_decision, f.PartySigned("P2", DAY))

    assert unserved == ["the_period_to_sue_is_over.unserved"]
    assert bench.said(steps.TAKE_EFFECT) == ["the_period_to_sue_is_over"]
    assert bench.said(steps.TAKE_EFFECT, now=NOON + AFTER) == []


def test_enforcement_waits_for_the_demand(bench):
    bench.effective()
    untold = bench.said(steps.APPLY_ENFORCEMENT, login="head")
    bench.plain(steps.DEMAND)
    early = bench.said(steps.APPLY_ENFORCEMENT, login="head")
    bench.later().plain(steps.APPLY_ENFORCEMENT, "head").plain(steps.PERFORM)

    assert (untold, early, bench.a.state) == (
        ["the_demand_ran_out.untold"], ["the_demand_ran_out.early"], "performed")  # fmt: skip


def test_repeat_infringement_is_stopped_on_the_earlier_decision(city, bench):
    bench.effective()
    again = Bench(city).filed()

    again.do(verbs.establish_repeat, REPEAT, "head")

    assert (again.a.state, again.a.decision_number) == ("established", REPEAT.number)


@pytest.mark.parametrize(
    ("first", "case", "changes", "code"),
    [
        ("effective", {}, {"prior": "没有的文号"}, "unknown"),
        ("decided", {}, {}, "not_effective"),
        ("effective", {"rights": OTHER_PATENT}, {}, "other_patent"),
        ("effective", {"parties": (PartyFacts("applicant", "黄石样例机电有限公司"), PartyFacts("respondent", "别家商行"))},
         {}, "other_party"),
        ("effective", {}, {"same_act": False}, "other_act"),
    ],
)  # fmt: skip
def test_repeat_needs_the_same_patent_party_act_and_an_effective_decision(city, bench, first, case, changes, code):
    getattr(bench, first)()
    again = Bench(city, **case).filed()

    said = again.said(steps.ESTABLISH_REPEAT, replace(REPEAT, **changes), "head")

    assert said == [f"an_earlier_decision_covers_it.{code}"]


def test_county_head_decides_no_repeat(city, bench):
    county = actor_at(city.offices["bureau-daye"], Role.HEAD, name="程刚")

    said = refusals(bench.filed().a, steps.ESTABLISH_REPEAT, actor=county, now=NOON, facts=REPEAT)

    assert "side.office" in [each.code for each in said]
