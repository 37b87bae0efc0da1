"""Each guard of the penalty procedure: one fact false, its reason alone, the fact mended, the step lawful."""

from datetime import date

import pytest

from casework.enforcement import facts as f
from casework.enforcement import verbs as do
from casework.enforcement.models import Penalty
from casework.enforcement.steps import PENALTY
from tests.enforcement.walk import TEAM, at, filed, investigating, lead, notified, reviewed
from tests.support.cures import Cure, asked, clocks, ended, put, stands
from tests.support.expecting import expects
from tests.transfers.walk import suspected

WHY = f.Reason("案情复杂")
FILING = f.FilingFacts(TEAM, "现场查获的商品及价签")
MEASURE = f.MeasureFacts("seizure", "电机四台", "门店", "黄市监扣〔2026〕1号")
DAY = date(2026, 7, 1)
TOLD = f.ReporterTold("已立案查处", "反不正当竞争法第20条")


def a_lead(town, case):
    return lead(town, case, at(7, 1))


def a_case(town, case):
    return filed(town, case, at(7, 1))


def inquired(town, case):
    return investigating(town, case, at(7, 1))


def with_goods(town, case):
    return do.take_measure(inquired(town, case), MEASURE, actor=town.officer, now=at(7, 1))


def concluded(town, case):
    return do.conclude(inquired(town, case), f.Findings("查明侵权"), actor=town.officer, now=at(7, 2))


def agreed(town, case):
    return reviewed(town, case, at(7, 1))


def told(town, case):
    return notified(town, case, at(7, 1), DAY)


def decided(town, case):
    decision = f.Decision("罚款三万元", 3_000_000)
    return do.decide(told(town, case), decision, actor=town.head, now=at(7, 20))


def of_crime(town, case):
    penalty = a_case(town, case)
    suspected(town, case, at(7, 2))
    return penalty


def back_from_crime(town, case):
    penalty = of_crime(town, case)
    ended("transfer_police", "closed")(penalty, town)
    return penalty


def unbegun(town, case):
    return Penalty(case=case, office_id=town.officer.office_id)


def asking_help(town, case):
    asking = f.Assistance("大冶市公安局", "房屋租赁登记", "查明仓库使用人")
    return do.ask_assistance(inquired(town, case), asking, actor=town.officer, now=at(7, 1))


def head_handles(penalty, town):
    penalty.officers = [*TEAM, town.head.name]


MENDED = put(officers=list(TEAM))
POLICE_DONE = ended("transfer_police", "closed")
ROWS = [
    Cure("the_lead_is_concrete", unbegun, "open_lead", f.LeadFacts(), f.LeadFacts("销售假冒电机")),
    Cure("extended_once", a_lead, "extend_verification", WHY, WHY, "head", clocks(extensions=1), clocks(extensions=0)),
    Cure("time_to_verify_still_runs", a_lead, "extend_verification", WHY, WHY, "head",
         mend=clocks(due_at=at(9, 30)), now=at(9, 1)),
    Cure("a_reason_is_told", a_lead, "not_file", f.Reason(), WHY, "head"),
    Cure("two_officers_are_named", a_lead, "file", f.FilingFacts(TEAM[:1], "价签"), FILING, "head"),
    Cure("first_evidence_is_told", a_lead, "file", f.FilingFacts(TEAM), FILING, "head"),
    Cure("own_jurisdiction", a_lead, "file", f.FilingFacts(TEAM, "价签", competent=False), FILING, "head"),
    Cure("found_in_time", a_lead, "file", FILING, FILING, "head",
         put(act_ended_on=date(2023, 1, 1)), put(endangers_life=True)),
    Cure("approver_does_not_handle", a_lead, "file", lambda t: f.FilingFacts((*TEAM, t.head.name), "价签"), FILING, "head"),
    Cure("measure_is_described", inquired, "take_measure", f.MeasureFacts("seizure", "电机四台"), MEASURE),
    Cure("measure_is_in_force", with_goods, "lift_measure", f.MeasureNamed(9, "结案"), f.MeasureNamed(1, "结案")),
    Cure("seizure_can_be_extended.twice", with_goods, "extend_measure", f.MeasureNamed(1, "复杂"),
         f.MeasureNamed(1, "复杂"), "head", clocks(extensions=1), clocks(extensions=0)),
    Cure("the_help_asked_is_told", inquired, "ask_assistance", f.Assistance("大冶市公安局", "登记"),
         f.Assistance("大冶市公安局", "登记", "查明使用人")),
    Cure("help_was_asked", asking_help, "receive_assistance", f.AssistanceAnswer("别的局", "已查"),
         f.AssistanceAnswer("大冶市公安局", "已查")),
    Cure("goods_are_not_out", inquired, "conclude", f.Findings("查明"), f.Findings("查明"),
         spoil=put(identification_asked_on=DAY), mend=put(identification_asked_on=None)),
    Cure("goods_are_out", inquired, "receive_identification", f.Findings("系假冒"), f.Findings("系假冒"),
         mend=put(identification_asked_on=DAY)),
    Cure("findings_are_told", inquired, "conclude", f.Findings(), f.Findings("查明")),
    Cure("two_officers_handle_it", inquired, "conclude", f.Findings("查明"), f.Findings("查明"),
         spoil=put(officers=list(TEAM[:1])), mend=MENDED),
    Cure("suspension_ground_fits.unknown", a_case, "suspend", f.Suspension("weather", "下雨"),
         f.Suspension("other_case", "等另案"), "head"),
    Cure("suspended_for_another_ground", of_crime, "resume", None, None, "head", mend=put(suspended_ground="other_case")),
    Cure("the_crime_is_settled", of_crime, "revive", None, None, mend=POLICE_DONE),
    Cure("suspended_for_crime", back_from_crime, "revive", None, None,
         spoil=put(suspended_ground="other_case"), mend=put(suspended_ground="crime")),
    Cure("it_was_filed", back_from_crime, "revive", None, None, spoil=put(filed_on=None), mend=put(filed_on=DAY)),
    Cure("it_was_not_filed", back_from_crime, "revive_lead", None, None, mend=put(filed_on=None)),
    Cure("reviewer_does_not_handle", concluded, "review", None, None, "head", head_handles, MENDED),
    Cure("intention_is_told", agreed, "notify", f.Notice(None, DAY), f.Notice("罚款三万元", DAY)),
    Cure("notice_was_served.missing", agreed, "notify", f.Notice("罚款三万元"), f.Notice("罚款三万元", DAY)),
    Cure("asked_in_time", told, "call_hearing", f.HearingDay(date(2026, 8, 28)), f.HearingDay(date(2026, 8, 28)),
         mend=put(notified_on=date(2026, 7, 30)), now=at(8, 3)),
    Cure("hearing_is_told_ahead.late", told, "call_hearing", f.HearingDay(date(2026, 7, 3)),
         f.HearingDay(date(2026, 7, 24)), now=at(7, 2)),
    Cure("decision_time_extended_once", a_case, "extend_decision", WHY, WHY, "head",
         clocks(extensions=1), clocks(extensions=0)),
    Cure("time_to_decide_still_runs", a_case, "extend_decision", WHY, WHY, "head",
         mend=clocks(due_at=at(12, 30)), now=at(12, 1)),
    Cure("the_penalty_is_told.text", told, "decide", f.Decision(), f.Decision("罚款三万元", 3_000_000), "head", now=at(7, 20)),
    Cure("no_police_transfer_is_open", told, "no_penalty", WHY, WHY, "head",
         lambda p, t: stands(suspected(t, p.case, at(7, 2)), "suspected") or stands(p, "notified"),
         POLICE_DONE, at(7, 20)),
    Cure("it_was_reviewed", told, "no_penalty", WHY, WHY, "head", put(reviewed_by=None), put(reviewed_by="孟凡"), at(7, 20)),
    Cure("the_party_was_heard.early", told, "decide", f.Decision("罚款", 100), f.Decision("罚款", 100), "head",
         mend=put(hearing_waived=True), now=at(7, 3)),
    Cure("decider_does_not_handle", told, "no_penalty", WHY, WHY, "head", head_handles, MENDED, at(7, 20)),
    Cure("more_than_a_warning", decided, "publish", None, None,
         spoil=put(warning_only=True), mend=put(warning_only=False), now=at(7, 21)),
    Cure("nothing_to_publish", decided, "close", None, None, mend=put(warning_only=True), now=at(7, 21)),
    Cure("the_reporter_gave_a_name", a_case, "tell_reporter", TOLD, TOLD, mend=put(real_name_report=True)),
    Cure("the_result_is_told_with_its_basis.result", a_case, "tell_reporter", f.ReporterTold(None, "反不正当竞争法第20条"), TOLD,
         spoil=put(real_name_report=True)),
]  # fmt: skip
ELSEWHERE = {"no_mediator_enforces": "tests/procedure/test_separation.py"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_guard_refuses_alone_and_lets_the_cure_pass(town, case, row):
    refused, cured = asked(row, town, case)

    assert (refused, cured) == ([row.code], [])


def test_every_guard_of_the_penalty_has_a_row():
    guards = {guard.name for step in PENALTY.steps.values() for guard in step.guards}

    assert {row.code.partition(".")[0] for row in ROWS} | set(ELSEWHERE) == guards
    assert all(expects(module, name) for name, module in ELSEWHERE.items())
