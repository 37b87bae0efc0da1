"""From the end of the investigation to the closing; suspension (PEN-6 to PEN-10, PEN-17)."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.text import text
from casework.enforcement import facts
from casework.enforcement import verbs as do
from casework.records.filing import open_case
from casework.records.journal import JournalEntry
from tests.enforcement.walk import TEAM, at, codes, dues, investigating, notified, raws, reviewed
from tests.support.city import case_facts

DECISION = facts.Decision("罚款三万元,没收假冒商品", 3_000_000, 500_000)
HEARD = date(2026, 7, 2)


def test_decision_after_the_five_days(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    waiting = dues(penalty)

    do.decide(penalty, DECISION, actor=town.head, now=at(7, 10))

    assert waiting == {"PEN-6": "2026-09-30", "PEN-8.hearing_request": "2026-07-09"}
    assert (penalty.state, penalty.decision_number) == ("decided", "黄市监处罚〔2026〕1号")
    assert dues(penalty) == {"PEN-10.publish": "2026-08-07", "PEN-9": "2026-07-21"}


def test_decision_counts_with_its_fine(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    do.decide(penalty, DECISION, actor=town.head, now=at(7, 10))

    asked = select(JournalEntry).where(JournalEntry.figure == "penalty_decided")
    entry = db.session.scalars(asked).one()
    assert (entry.figure_on, entry.figure_fen, entry.proceeding_id) == (date(2026, 7, 10), 3_000_000, penalty.id)


def test_decision_waits_for_the_right_to_be_heard(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)

    early = codes(lambda: do.decide(penalty, DECISION, actor=town.head, now=at(7, 9)))
    do.waive_hearing(penalty, None, actor=town.officer, now=at(7, 3))
    do.decide(penalty, DECISION, actor=town.head, now=at(7, 3))

    assert early == ["the_party_was_heard.early"]
    assert penalty.state == "decided"


def test_decision_without_notice_is_not_open(town, case):
    penalty = reviewed(town, case, at(7, 2))

    assert codes(lambda: do.decide(penalty, DECISION, actor=town.head, now=at(7, 10))) == ["state"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (facts.Decision(None, 3_000_000), "the_penalty_is_told.text"),
        (facts.Decision("罚款", 0), "the_penalty_is_told.fine"),
    ],
)
def test_decision_says_what_it_orders(town, case, told, code):
    penalty = notified(town, case, at(7, 2), HEARD)

    assert codes(lambda: do.decide(penalty, told, actor=town.head, now=at(7, 10))) == [code]


def test_decision_needs_review_and_two_officers(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    penalty.reviewed_by, penalty.officers = None, ["方志远"]

    refused = codes(lambda: do.decide(penalty, DECISION, actor=town.head, now=at(7, 10)))
    penalty.reviewed_by, penalty.officers = "余某", list(TEAM)

    assert refused == ["it_was_reviewed", "two_officers_handle_it"]
    assert do.decide(penalty, DECISION, actor=town.head, now=at(7, 10)).state == "decided"


def test_decider_does_not_handle_the_case(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    penalty.officers = [*TEAM, "柯建国"]

    assert codes(lambda: do.decide(penalty, DECISION, actor=town.head, now=at(7, 10))) == ["decider_does_not_handle"]


def test_reviewer_does_not_handle_the_case(town, case):
    penalty = investigating(town, case, at(7, 1))
    do.conclude(penalty, facts.Findings("查明"), actor=town.officer, now=at(7, 2))
    due = dues(penalty)["PEN-7"]

    assert due == "2026-07-16"
    assert codes(lambda: do.review(penalty, None, actor=town.officer, now=at(7, 3))) == ["reviewer_does_not_handle"]


def test_review_sends_back(town, case):
    penalty = reviewed(town, case, at(7, 2))
    do.send_back(penalty, facts.Reason("证据不足"), actor=town.head, now=at(7, 3))

    assert (penalty.state, penalty.reviewed_by) == ("investigating", None)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (facts.Notice(None, date(2026, 7, 2)), "intention_is_told"),
        (facts.Notice("罚款", None), "notice_was_served.missing"),
        (facts.Notice("罚款", date(2026, 7, 4)), "notice_was_served.ahead"),
    ],
)
def test_notice_tells_and_was_served(town, case, told, code):
    penalty = reviewed(town, case, at(7, 2))

    assert codes(lambda: do.notify(penalty, told, actor=town.officer, now=at(7, 3))) == [code]


def test_hearing_is_asked_in_time_told_ahead_and_not_counted(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    short = codes(
        lambda: do.call_hearing(penalty, facts.HearingDay(date(2026, 7, 15)), actor=town.officer, now=at(7, 7))
    )
    missing = codes(lambda: do.call_hearing(penalty, facts.HearingDay(), actor=town.officer, now=at(7, 7)))
    do.call_hearing(penalty, facts.HearingDay(date(2026, 7, 17)), actor=town.officer, now=at(7, 8))
    unheard = codes(lambda: do.decide(penalty, DECISION, actor=town.head, now=at(7, 20)))
    do.hold_hearing(penalty, facts.Findings("当事人陈述"), actor=town.officer, now=at(7, 17))

    assert (missing, unheard) == (["hearing_is_told_ahead.missing"], ["the_party_was_heard.hearing"])
    assert short == ["hearing_is_told_ahead.late"]
    assert raws(penalty)["PEN-6"] == "2026-10-09"
    assert do.decide(penalty, DECISION, actor=town.head, now=at(7, 20)).state == "decided"


def test_hearing_asked_too_late_is_refused(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    day = facts.HearingDay(date(2026, 8, 20))

    assert codes(lambda: do.call_hearing(penalty, day, actor=town.officer, now=at(7, 10))) == ["asked_in_time"]


def test_decision_time_is_extended_once(town, case):
    penalty = investigating(town, case, at(7, 10))
    do.extend_decision(penalty, facts.Reason("案情复杂"), actor=town.head, now=at(10, 8))

    assert (raws(penalty), dues(penalty)) == ({"PEN-6": "2026-11-07"}, {"PEN-6": "2026-11-09"})
    assert codes(lambda: do.extend_decision(penalty, facts.Reason("再次"), actor=town.head, now=at(10, 9))) == [
        "decision_time_extended_once"
    ]


def test_decision_time_is_not_extended_after_its_end(town, case):
    penalty = investigating(town, case, at(7, 10))

    assert codes(lambda: do.extend_decision(penalty, facts.Reason("晚"), actor=town.head, now=at(10, 9))) == [
        "time_to_decide_still_runs"
    ]


def test_suspension_gives_the_unused_days_back(town, case):
    penalty = investigating(town, case, at(7, 1))
    do.suspend(penalty, facts.Suspension("parallel_suit", "权利人已起诉"), actor=town.head, now=at(7, 8))
    do.resume(penalty, None, actor=town.head, now=at(7, 18))

    assert (penalty.state, penalty.suspended_ground, raws(penalty)) == ("investigating", None, {"PEN-6": "2026-10-09"})


@pytest.mark.parametrize(
    ("ground", "code"),
    [(None, "unknown"), ("crime", "unknown"), ("whim", "unknown")],
)
def test_suspension_needs_an_enumerated_ground(town, case, ground, code):
    penalty = investigating(town, case, at(7, 1))

    assert codes(lambda: do.suspend(penalty, facts.Suspension(ground, "x"), actor=town.head, now=at(7, 8))) == [
        f"suspension_ground_fits.{code}"
    ]


def test_disputes_over_the_mark_suspend_trademark_cases_only(town):
    other = open_case(case_facts(rights=()), actor=town.officer, now=at(7, 1))
    penalty = investigating(town, other, at(7, 1))

    assert codes(lambda: do.suspend(penalty, facts.Suspension("ownership", "x"), actor=town.head, now=at(7, 8))) == [
        "suspension_ground_fits.not_a_mark"
    ]


def test_publication_closes_and_a_warning_closes_without(town, case):
    published = notified(town, case, at(7, 2), HEARD)
    do.decide(published, DECISION, actor=town.head, now=at(7, 10))
    early = codes(lambda: do.close(published, facts.Reason(), actor=town.officer, now=at(7, 13)))
    do.serve(published, facts.Day(date(2026, 7, 13)), actor=town.officer, now=at(7, 13))
    do.publish(published, facts.Day(), actor=town.officer, now=at(7, 14))
    warned = notified(town, case, at(7, 2), HEARD)
    do.decide(warned, facts.Decision("警告", warning_only=True), actor=town.head, now=at(7, 10))
    unpublished = codes(lambda: do.publish(warned, facts.Day(), actor=town.officer, now=at(7, 14)))
    do.close(warned, facts.Reason("警告已送达"), actor=town.officer, now=at(7, 14))

    assert (early, unpublished) == (["nothing_to_publish"], ["more_than_a_warning"])
    assert [(each.state, dues(each)) for each in (published, warned)] == [("closed", {})] * 2


def test_no_penalty_ends_measures_and_closes(town, case):
    penalty = reviewed(town, case, at(7, 2))
    do.no_penalty(penalty, facts.Reason("违法行为轻微并及时改正"), actor=town.head, now=at(7, 3))
    do.close(penalty, facts.Reason(), actor=town.officer, now=at(7, 4))

    assert (penalty.state, penalty.closing_reason, dues(penalty)) == ("closed", "违法行为轻微并及时改正", {})


def test_papers_of_a_penalty_case(town, case):
    penalty = notified(town, case, at(7, 2), HEARD)
    do.decide(penalty, DECISION, actor=town.head, now=at(7, 10))

    asked = select(PaperRecord.kind).where(PaperRecord.proceeding_id == penalty.id).order_by(PaperRecord.id)
    assert list(db.session.scalars(asked)) == ["DOC-E1", "DOC-E2", "DOC-E5", "DOC-E6", "DOC-E7"]
    decided = text(from_data(db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-E7")).one().data))
    assert "依照《商标法》（2019修正）第六十条的规定，本机关决定：" in decided
    assert "十五日内，到指定的银行" in decided
