"""A complaint mediated by the authority itself: notice, test, agreement, eight ends, a breach found in it (CMP-6 to CMP-10)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.base.errors import StepRefused
from casework.complaints import mediating_facts as f
from casework.complaints import mediating_steps as steps
from casework.complaints import mediating_verbs as do
from casework.complaints import verbs
from casework.complaints.verbs import Reason
from casework.enforcement.facts import LeadFacts
from casework.enforcement.verbs import open_lead
from casework.procedure.asking import refusals
from tests.complaints.walk import at, filed, running
from tests.support.city import NOON

DAY = date(2026, 3, 2)
BOTH = ("P1", "P2")
MEETING = f.Meeting(at(3, 10), "市局调解室", ("余思敏",), agreed=BOTH)
END = f.EndOfMediation("failed", "可以起诉或者申请仲裁", "双方对数额分歧过大")
SETTLED = f.Settled("被申请人退款三百元", BOTH, DAY, DAY)


@pytest.fixture
def accepted(city):
    """A consumer's complaint that the city office accepted under the old rules."""
    return accepted_on(city, NOON)


def accepted_on(city, now):
    """A complaint registered and accepted at an instant."""
    complaint = filed(city, "complaint", now=now)
    return verbs.accept(complaint, None, actor=city.actor("officer"), now=now)


def said(city, complaint, step, facts=None, now=NOON):
    """The codes of the reasons against a step."""
    found = refusals(complaint, step, actor=city.actor("officer"), now=now, facts=facts)
    return [each.code for each in found]


def take(city, complaint, *acts, now=NOON):
    """Take acts as the officer."""
    for verb, facts in acts:
        verb(complaint, facts, actor=city.actor("officer"), now=now)
    return complaint


@pytest.mark.parametrize(
    ("now", "due"), [(NOON, "2026-05-08"), (at(8, 6), "2026-10-08")], ids=["old rule 45 WD", "new rule 60 days"]
)
def test_days_to_mediate_follow_the_day_of_receipt(city, now, due):
    assert running(accepted_on(city, now)) == {"CMP-6": due}


def test_termination_is_told_in_seven_working_days_under_the_old_rules(city, accepted):
    take(city, accepted, (do.terminate, END))
    clocks = running(accepted)
    take(city, accepted, (do.tell_termination, f.Told(DAY)))

    assert (clocks, accepted.end_ground) == ({"CMP-7": "2026-03-11"}, "failed")
    assert (accepted.state, running(accepted)) == ("closed", {})


def test_termination_under_the_new_rules_has_no_number_of_days(city):
    complaint = take(city, accepted_on(city, at(8, 6)), (do.terminate, END), now=at(8, 7))

    assert (complaint.state, running(complaint)) == ("terminated", {})


def test_settlement_ends_the_days_to_mediate(city, accepted):
    take(city, accepted, (do.call_meeting, MEETING), (do.settle, SETTLED))

    assert (accepted.state, accepted.settlement, running(accepted)) == ("settled", "被申请人退款三百元", {})


def test_settlement_performed_at_once_needs_no_paper(city, accepted):
    take(city, accepted, (do.settle, f.Settled("当场换货", without_paper=True)))

    assert accepted.state == "settled"


def test_test_is_not_counted(city, accepted):
    before = running(accepted)["CMP-6"]
    take(city, accepted, (do.test, Reason("检验电机铭牌真伪")))
    take(city, accepted, (do.end_test, None), now=NOON + timedelta(days=7))

    assert (before, running(accepted)["CMP-6"]) == ("2026-05-08", "2026-05-13")


def test_breach_found_is_verified_whatever_becomes_of_the_mediation(city, accepted):
    take(city, accepted, (do.find_breach, Reason("现场有假冒商标的电机")), (do.settle, SETTLED))
    waiting = running(accepted)
    unopened = said(city, accepted, steps.PASS_BREACH_ON)
    open_lead(
        accepted.case, LeadFacts("销售侵权商品", "inspection", found_on=DAY), actor=city.actor("officer"), now=NOON
    )
    take(city, accepted, (do.pass_breach_on, None))

    assert (waiting, unopened) == ({"CMP-10": "2026-03-23"}, ["a_lead_is_open"])
    assert (accepted.state, running(accepted)) == ("settled", {})


def test_accepted_intake_ends_where_another_run_handles_it(city, accepted):
    alone = said(city, accepted, steps.CLOSE_HANDLED)
    open_lead(
        accepted.case, LeadFacts("销售侵权商品", "inspection", found_on=DAY), actor=city.actor("officer"), now=NOON
    )
    take(city, accepted, (do.close_handled, None))

    assert (alone, accepted.state) == (["another_run_handles_it"], "closed")


def test_who_enforces_does_not_mediate_the_complaint(city, accepted):
    told = LeadFacts("销售侵权商品", "inspection", found_on=DAY)
    open_lead(accepted.case, told, actor=city.actor("officer2"), now=NOON)

    assert said(city, accepted, steps.CALL_MEETING, MEETING) == ["no_enforcer_mediates_the_complaint"]
    assert said(city, accepted, steps.CALL_MEETING, replace(MEETING, mediators=("吴晓",))) == []


def test_report_is_never_mediated(city, accepted):
    accepted.track = "report"

    assert said(city, accepted, steps.CALL_MEETING, MEETING) == ["it_is_no_report"]


ROWS = {
    "both_sides_accept_the_meeting": (steps.CALL_MEETING, replace(MEETING, agreed=("P1",)), MEETING),
    "the_meeting_is_told.time": (steps.CALL_MEETING, replace(MEETING, at=at(3, 1)), MEETING),
    "the_meeting_is_told.place": (steps.CALL_MEETING, replace(MEETING, place=None), MEETING),
    "the_meeting_is_told.mediators": (steps.CALL_MEETING, replace(MEETING, mediators=()), MEETING),
    "what_is_tested_is_told": (steps.TEST, Reason(None), Reason("检验")),
    "the_ground_of_termination_is_listed": (steps.TERMINATE, replace(END, ground="tired"), END),
    "the_days_to_mediate_are_over": (steps.TERMINATE, replace(END, ground="time_over"), END),
    "other_routes_are_told": (steps.TERMINATE, replace(END, routes=None), END),
    "what_was_agreed_is_told": (steps.SETTLE, replace(SETTLED, text=None), SETTLED),
    "all_signed_the_settlement.party": (steps.SETTLE, replace(SETTLED, signed=("P1",)), SETTLED),
    "all_signed_the_settlement.seal": (steps.SETTLE, replace(SETTLED, sealed_on=date(2026, 3, 3)), SETTLED),
    "the_breach_is_told": (steps.FIND_BREACH, Reason(None), Reason("假冒商标")),
    "a_breach_waits_to_be_verified": (steps.PASS_BREACH_ON, None, None),
}


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_and_lets_the_cure_pass(city, accepted, code):
    step, false, cure = ROWS[code]

    assert code in said(city, accepted, step, false)
    if cure is not None:
        assert said(city, accepted, step, cure) == []


def test_both_are_told_after_the_decision_not_before(city, accepted):
    take(city, accepted, (do.terminate, END))

    with pytest.raises(StepRefused) as refused:
        take(city, accepted, (do.tell_termination, f.Told(date(2026, 3, 1))))
    assert [each.code for each in refused.value.refusals] == ["both_were_told_by_now"]


def test_time_over_is_a_ground_after_the_last_day(city, accepted):
    over = replace(END, ground="time_over")

    assert said(city, accepted, steps.TERMINATE, over, at(5, 9)) == []


@pytest.mark.parametrize("ground", f.GROUNDS)
def test_eight_grounds_end_a_mediation(city, accepted, ground):
    now = at(5, 9) if ground == "time_over" else NOON

    assert said(city, accepted, steps.TERMINATE, replace(END, ground=ground), now) == []
