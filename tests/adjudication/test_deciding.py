"""Admission, hearing, standstill, vote and review: each guard falsified alone, then cured (ADJ-1 to ADJ-31)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.adjudication import facts as f
from casework.adjudication import steps, verbs
from casework.procedure.asking import refusals
from casework.records.filing import RightFacts
from tests.adjudication.bench import (
    AFTER,
    ASKED,
    DAY,
    DECISION,
    HEARING,
    LATER,
    MATERIALS,
    MEMBERS,
    PANEL,
    REFUSAL,
    VOTE,
    Bench,
)
from tests.support.city import NOON

INVENTION = (RightFacts("patent_invention", "ZL201010137731.2"),)
SPLIT_VOTE = f.Vote("established", MEMBERS[:1], MEMBERS[1:])
BARRED = f.Ending("time_barred", DAY, pleaded=True)
LONG_KNOWN = {"known_on": date(2022, 1, 10)}


@pytest.fixture
def bench(city):
    """A request received."""
    return Bench(city)


def asked(bench):
    """A request to be corrected."""
    return bench.do(verbs.ask_supplement, f.Gaps(("专利权评价报告",), LATER))


def told_to_hear(bench):
    """A hearing told, the answer in hand."""
    return bench.answered().do(verbs.set_hearing, HEARING)


def heard(bench, absent="nobody"):
    """A hearing held on a day after it was told."""
    return told_to_hear(bench).later().do(verbs.hear, f.Heard(signed=True, absent=absent))


ROWS = {
    **{
        f"the_materials_are_complete.{name}": (
            lambda b: b, steps.FILE, f.Filing(MEMBERS, tuple(m for m in MATERIALS if m != name)), PANEL)
        for name in MATERIALS
    },
    "the_investigator_does_not_judge": (
        lambda b: b, steps.FILE, replace(PANEL, investigator=MEMBERS[0]), replace(PANEL, investigator="技术员甲")),
    "the_day_to_correct_lies_ahead": (
        lambda b: b, steps.ASK_SUPPLEMENT, f.Gaps(("身份证明",), DAY), f.Gaps(("身份证明",), LATER)),
    "the_ground_of_refusal_is_listed": (lambda b: b, steps.REFUSE, f.Refusal("three_years", "超过三年"), REFUSAL),
    "the_time_to_correct_is_over.unasked": (
        lambda b: b, steps.REFUSE, f.Refusal("not_corrected", "未补正"), REFUSAL),
    "the_time_to_correct_is_over.early": (asked, steps.REFUSE, f.Refusal("not_corrected", "未补正"), None),
    "the_report_was_asked_for": (
        lambda b: b, steps.REFUSE, f.Refusal("report_withheld", "不提交评价报告"), REFUSAL),
    "the_time_bar_holds.unpleaded": (
        lambda b: b.filed(), steps.WITHDRAW_CASE, replace(BARRED, pleaded=False), f.Ending("other", DAY)),
    "the_time_bar_holds.goes_on": (lambda b: b.filed(), steps.WITHDRAW_CASE, BARRED, None),
    "the_requester_was_told_first": (
        lambda b: b.filed(), steps.WITHDRAW_CASE, f.Ending("no_competence", DAY),
        f.Ending("no_competence", DAY, told_on=DAY)),
    "the_requester_missed_the_hearing": (
        lambda b: b.served(), steps.WITHDRAW_CASE, f.Ending("requester_absent", DAY), None),
    "the_place_of_hearing_is_told": (
        lambda b: b.served(), steps.SET_HEARING, replace(HEARING, place=None), HEARING),
    "the_hearing_record_is_signed.absent": (
        lambda b: told_to_hear(b).later(), steps.HEAR, f.Heard(signed=True), f.Heard(signed=True, absent="nobody")),
    "the_hearing_record_is_signed.unsigned": (
        lambda b: told_to_hear(b).later(), steps.HEAR, f.Heard(absent="nobody"), f.Heard(signed=True, absent="nobody")),
    "the_hearing_is_over": (told_to_hear, steps.VOTE, VOTE, None),
    "the_respondent_had_time_to_answer": (lambda b: b.served(), steps.VOTE, VOTE, None),
    "the_answer_period_is_open.not_later": (
        lambda b: b.served(), steps.EXTEND_ANSWER, f.Day(DAY), f.Day(date(2026, 4, 1))),
    "the_answer_period_is_open.over": (
        lambda b: b.served().later(), steps.EXTEND_ANSWER, f.Day(date(2026, 5, 1)), None),
    "the_ground_to_go_on_is_listed": (lambda b: b.served(), steps.GO_ON, f.GoingOn("busy"), f.GoingOn("clean_report")),
    "the_ground_to_go_on_is_listed.no_invention": (
        lambda b: b.served(), steps.GO_ON, f.GoingOn("invention"), f.GoingOn("refiled")),
    "the_cause_is_not_counted": (
        lambda b: b.filed(), steps.STOP_COUNTING, f.Uncounted("holiday"), f.Uncounted("appraisal")),
    "the_months_run": (
        lambda b: b.filed().do(verbs.stop_counting, f.Uncounted("appraisal")), steps.STOP_COUNTING,
        f.Uncounted("public_notice"), None),
    "the_months_stand_still": (lambda b: b.filed(), steps.COUNT_AGAIN, None, None),
    "the_power_is_given.forbidden": (
        lambda b: b.filed(), steps.INSPECT, f.Inspection("seal_or_seize"), f.Inspection("inspect_premises")),
    "the_power_is_given.unknown": (lambda b: b.filed(), steps.INSPECT, f.Inspection(), f.Inspection("ask")),
    "every_member_voted_once": (
        lambda b: b.answered(), steps.VOTE, replace(VOTE, in_favour=(*MEMBERS[:2], "卢俊峰")), VOTE),
    "a_majority_decides.minority": (lambda b: b.answered(), steps.VOTE, SPLIT_VOTE, VOTE),
    "a_majority_decides.result": (lambda b: b.answered(), steps.VOTE, replace(VOTE, result="damages"), VOTE),
    "a_vote_is_on_record": (lambda b: b.answered(), steps.REVIEW, None, None, "deputy"),
    "the_reviewer_did_not_vote.panel": (lambda b: b.voted(), steps.REVIEW, None, None, "head"),
    "the_panel_voted_so.otherwise": (
        lambda b: b.reviewed("dismissed"), steps.ESTABLISH, DECISION, None),
    "the_decision_was_reviewed": (lambda b: b.voted(), steps.ESTABLISH, DECISION, None),
    "there_is_something_to_stop": None,
    "the_request_was_dismissed": (lambda b: b.effective(), steps.CONCLUDE, None, None),
    "a_patent_is_infringed": None,
    "it_is_not_for_the_national_office": None,
    "a_place_links_the_office": None,
    "the_requester_is_entitled": None,
    "the_claims_are_named": None,
    "no_other_case_decides_it": None,
    "validity_suspends_models_and_designs": None,
}  # fmt: skip
TOLD = {code: row for code, row in ROWS.items() if row is not None}


@pytest.mark.parametrize("code", TOLD)
def test_guard_refuses_alone_and_lets_the_cure_pass(bench, code):
    stage, step, false, cure, *login = TOLD[code]
    walked = stage(bench)

    assert walked.said(step, false, *login) == [code]
    if cure is not None:
        assert walked.said(step, cure, *login) == []


@pytest.mark.parametrize(
    ("standing", "authorised", "codes"),
    [
        (None, True, ["the_requester_is_entitled.untold"]),
        ("patentee", False, []),
        ("heir", False, []),
        ("exclusive", False, []),
        ("sole", False, ["the_requester_is_entitled.sole"]),
        ("sole", True, []),
        ("ordinary", False, ["the_requester_is_entitled.ordinary"]),
        ("ordinary", True, []),
    ],
)
def test_who_may_ask_is_a_question_of_standing(city, standing, authorised, codes):
    bench = Bench(city, {"standing": standing, "authorised": authorised})

    assert bench.said(steps.FILE, PANEL) == codes


def test_claims_that_were_not_named_are_added_by_the_correction(city):
    bench = Bench(city, {"claims": None})
    unnamed = bench.said(steps.FILE, PANEL)
    asked(bench).do(verbs.supplement, f.Supplement(claims="权利要求1、3"))

    assert (unnamed, bench.said(steps.FILE, PANEL), bench.a.claims) == (["the_claims_are_named"], [], "权利要求1、3")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"matter": "open_licence"}, "it_is_not_for_the_national_office"),
        ({"matter": "drug_linkage"}, "it_is_not_for_the_national_office"),
        ({"place_link": None}, "a_place_links_the_office"),
    ],
)
def test_request_is_refused_at_the_door(city, told, code):
    case = Bench(city).do(verbs.refuse, REFUSAL).case
    fresh, actor = verbs.propose(case, city.actor("officer")), city.actor("officer")

    said = refusals(fresh, steps.REQUEST, actor=actor, now=NOON, facts=replace(ASKED, **told))

    assert [each.code for each in said] == [code]
    assert refusals(fresh, steps.REQUEST, actor=actor, now=NOON, facts=ASKED) == []


def test_only_a_patent_is_adjudicated(city):
    bench = Bench(city).do(verbs.refuse, REFUSAL)
    bench.case.rights[0].kind = "trademark"
    fresh = verbs.propose(bench.case, city.actor("officer"))

    said = refusals(fresh, steps.REQUEST, actor=city.actor("officer"), now=NOON, facts=ASKED)

    assert [each.code for each in said] == ["a_patent_is_infringed"]


def test_same_patent_against_the_same_respondent_is_joined(city, bench):
    twin = Bench(city)
    first = twin.said(steps.FILE, PANEL)
    bench.do(verbs.refuse, REFUSAL)

    assert (first, twin.said(steps.FILE, PANEL)) == (["no_other_case_decides_it"], [])


def test_request_that_was_not_corrected_in_time_is_refused(bench):
    asked(bench).later().do(verbs.refuse, f.Refusal("not_corrected", "逾期未补正"))

    assert bench.a.state == "refused"


@pytest.mark.parametrize(
    ("known", "continues", "codes"),
    [
        (date(2022, 1, 10), False, []),
        (date(2022, 1, 10), True, ["the_time_bar_holds.goes_on"]),
        (date(2024, 1, 10), False, ["the_time_bar_holds.in_time"]),
    ],
)
def test_three_years_end_a_case_only_when_pleaded_and_over(city, known, continues, codes):
    bench = Bench(city, {"known_on": known, "continues": continues}).filed()

    assert bench.said(steps.WITHDRAW_CASE, BARRED) == codes


def test_old_request_is_filed_all_the_same(city):
    assert Bench(city, LONG_KNOWN).said(steps.FILE, PANEL) == []


def test_validity_of_an_invention_goes_on_and_of_a_model_suspends(city, bench):
    invention = Bench(city, rights=INVENTION).served()

    assert invention.said(steps.SUSPEND, f.Suspension(1)) == ["validity_suspends_models_and_designs"]
    assert invention.said(steps.GO_ON, f.GoingOn("invention")) == []
    assert bench.served().said(steps.SUSPEND, f.Suspension(1)) == []


def test_requester_that_misses_the_hearing_lets_the_case_be_withdrawn(bench):
    heard(bench, "requester").do(verbs.withdraw_case, f.Ending("requester_absent"))

    assert (bench.a.state, bench.a.ended_ground) == ("withdrawn", "requester_absent")


def test_respondent_that_misses_the_hearing_stops_nothing(bench):
    heard(bench, "respondent").do(verbs.vote, VOTE)

    assert (bench.a.absent, bench.a.vote_result) == ("respondent", "established")


def test_silence_of_the_respondent_stops_nothing(bench):
    bench.served().later().do(verbs.vote, VOTE)

    assert bench.a.voted_on == date(2026, 3, 22)


def test_time_that_is_not_counted_moves_the_end(bench):
    bench.filed()
    before = next(clock.due for clock in bench.a.clocks if clock.rule == "ADJ-19")
    bench.do(verbs.stop_counting, f.Uncounted("appraisal")).later(timedelta(days=10)).do(verbs.count_again)

    after = next(clock.due for clock in bench.a.clocks if clock.rule == "ADJ-19")
    assert ((after - before).days, bench.a.uncounted_for) == (10, None)


def test_more_time_to_answer_moves_the_vote(bench):
    bench.served().do(verbs.extend_answer, f.Day(date(2026, 4, 10))).later()

    assert bench.said(steps.VOTE, VOTE) == ["the_respondent_had_time_to_answer"]


def test_new_vote_asks_for_a_new_review(bench):
    bench.reviewed().do(verbs.vote, replace(VOTE, result="dismissed"))

    assert bench.said(steps.DISMISS, DECISION) == ["the_decision_was_reviewed"]
    assert bench.do(verbs.review, None, "deputy").said(steps.DISMISS, DECISION) == []


def test_decision_without_a_vote_has_both_reasons(bench):
    assert bench.answered().said(steps.ESTABLISH, DECISION) == [
        "the_panel_voted_so.unvoted", "the_decision_was_reviewed"]  # fmt: skip


def test_who_wrote_down_the_vote_does_not_review_it(city, bench):
    bench.answered()
    bench.a.panel = ["方志远", "余思敏", "外聘专家"]
    vote = f.Vote("established", ("方志远", "余思敏"), ("外聘专家",))
    bench.do(verbs.vote, vote)
    bench.a.voted_by = city.actor("deputy").name

    assert bench.said(steps.REVIEW, None, "deputy") == ["the_reviewer_did_not_vote.recorder"]


def test_dismissal_in_effect_ends_the_case(bench):
    bench.reviewed("dismissed").do(verbs.dismiss, replace(DECISION, acts_to_stop=None)).later().do(verbs.take_effect)
    nothing = bench.said(steps.DEMAND)
    bench.plain(steps.CONCLUDE)

    left = [clock.rule for clock in bench.a.clocks if clock.state != "stopped"]
    assert (nothing, bench.a.state, left) == (["there_is_something_to_stop"], "concluded", [])


def test_months_to_enforce_run_from_the_end_of_the_days_to_sue(bench):
    bench.decided().later(AFTER).do(verbs.take_effect)

    enforce = next(clock for clock in bench.a.clocks if clock.rule == "ADJ-26.enforce")
    assert (enforce.due, next(c.due for c in bench.a.clocks if c.rule == "ADJ-26.sue")) == (
        date(2026, 6, 17), date(2026, 3, 17))  # fmt: skip


def test_reconsideration_runs_beside_the_days_to_sue(bench):
    bench.decided()

    both = {(clock.rule, clock.label): clock.due for clock in bench.a.clocks if clock.label == "P1"}
    assert both == {("ADJ-26.sue", "P1"): date(2026, 3, 17), ("ADJ-27", "P1"): date(2026, 5, 6)}


def test_effect_waits_for_the_other_side_to_be_served(bench):
    bench.decided(received=(f.PartySigned("P1", DAY),)).later()

    assert bench.said(steps.TAKE_EFFECT) == ["the_period_to_sue_is_over.unserved"]


def test_refused_stay_and_findings_of_fact_leave_the_case_where_it_is(bench):
    bench.served().do(verbs.go_on, f.GoingOn("clean_report", "评价报告未发现缺陷"))
    bench.do(verbs.inspect, f.Inspection("check_products", "抽取样品两件"))

    assert (bench.a.state, bench.a.suspended_for) == ("served", None)
