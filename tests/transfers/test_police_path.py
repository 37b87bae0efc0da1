"""K4 from suspicion to the end: filed, declined, reconsidered, supervised (POL-1 to POL-13)."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.tasks import LongTask
from casework.documents.models import PaperRecord
from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.records.grants import scope_for
from casework.transfers import facts, packing
from casework.transfers.verbs import police, review
from tests.enforcement.walk import at, codes, dues, evidence, investigating, lead, raws
from tests.transfers.walk import approved, declined, received, reported, sending, sent, suspected


def test_whole_path_to_a_judgment(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = received(town, case, at(7, 8))
    police.file(transfer, facts.Filed("黄公立字〔2026〕5号"), actor=town.police, now=at(7, 9))
    goods = facts.Goods("电机 20 台", "方志远", "袁勇")
    police.hand_over_goods(transfer, goods, actor=town.officer, now=at(7, 10))
    outcome = facts.Outcome("judgment", date(2026, 11, 20), "(2026)鄂0281刑初9号")
    police.tell_outcome(transfer, outcome, actor=town.police, now=at(11, 20))

    assert (transfer.state, penalty.state) == ("closed", "transferred_police")
    assert (dues(transfer), dues(penalty)) == ({}, {})


def test_suspicion_halts_the_penalty_case_and_its_clock(town, case):
    penalty = investigating(town, case, at(7, 1))

    transfer = suspected(town, case, at(7, 8))

    assert (transfer.parent_id, penalty.state, penalty.suspended_ground) == (penalty.id, "suspended", "crime")
    assert [each.state for each in penalty.clocks if each.rule == "PEN-6"] == ["paused"]


def test_suspicion_without_a_penalty_case_stands_alone(town, case):
    transfer = suspected(town, case, at(7, 8))

    assert (transfer.state, transfer.parent_id) == ("suspected", None)


def test_chief_has_three_days_and_they_roll(town, case):
    transfer = reported(town, case, at(11, 20), reported_at=at(11, 20))

    assert (raws(transfer), dues(transfer)) == ({"POL-3": "2026-11-23"}, {"POL-3": "2026-11-23"})


def test_sending_has_twenty_four_hours_that_no_holiday_prolongs(town, case):
    transfer = reported(town, case, at(9, 30))
    police.approve(transfer, None, actor=town.chief, now=at(9, 30, 17))

    clock = next(each for each in transfer.clocks if each.rule == "POL-4")
    assert clock.due_at == at(10, 1, 17)


def test_refusal_by_the_chief_keeps_its_reasons_and_revives_the_case(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = reported(town, case, at(7, 8))
    police.refuse_approval(transfer, facts.Reason("证据不足以证明明知"), actor=town.chief, now=at(7, 10))

    assert (transfer.state, transfer.refused_reason) == ("refused_by_chief", "证据不足以证明明知")
    assert penalty.state == "investigating"
    assert raws(penalty) == {"PEN-6": "2026-10-01"}


def test_lead_revives_as_a_lead(town, case):
    penalty = lead(town, case, at(7, 1))
    transfer = reported(town, case, at(7, 8))
    police.refuse_approval(transfer, facts.Reason("证据不足"), actor=town.chief, now=at(7, 10))

    assert penalty.state == "verifying"


def test_bundle_is_frozen_at_sending(town, case):
    evidence(case, "门店照片.jpg", "a")
    transfer = sent(town, case, at(7, 8))
    evidence(case, "后来的照片.jpg", "b")

    assert [each["name"] for each in transfer.bundle] == ["门店照片.jpg"]
    assert transfer.bundle[0]["sha256"] == "a" * 64
    assert len(transfer.bundle_sha256) == 64


def test_chosen_files_go_and_others_stay(town, case):
    first, _second = evidence(case, "一.jpg", "a"), evidence(case, "二.jpg", "b")
    transfer = approved(town, case, at(7, 8))
    police.send(transfer, sending(town, evidence_ids=(first.id,)), actor=town.officer, now=at(7, 8))

    assert [each["name"] for each in transfer.bundle] == ["一.jpg"]


def test_measures_in_force_travel_with_their_ends(town, case):
    penalty = investigating(town, case, at(7, 1))
    seizure = penalty_facts.MeasureFacts(goods="电机 20 台", place="一号库", document="黄市监强制〔2026〕1号")
    penalties.take_measure(penalty, seizure, actor=town.officer, now=at(7, 2))
    transfer = sent(town, case, at(7, 8))

    told = [(each["goods"], each["expires_on"]) for each in transfer.measures]
    assert told == [("电机 20 台", "2026-08-03")]


def test_goods_handed_over_end_the_measures(town, case):
    penalty = investigating(town, case, at(7, 1))
    seizure = penalty_facts.MeasureFacts(goods="电机 20 台", place="一号库")
    penalties.take_measure(penalty, seizure, actor=town.officer, now=at(7, 2))
    transfer = received(town, case, at(7, 8))
    police.file(transfer, facts.Filed("5号"), actor=town.police, now=at(7, 9))

    police.hand_over_goods(transfer, facts.Goods("电机 20 台", "方志远", "袁勇"), actor=town.officer, now=at(7, 10))

    assert [each.ended_by for each in penalty.measures] == ["handed_over"]
    assert "PEN-5" not in dues(penalty)


def test_police_see_the_case_from_the_sending_on(town, case):
    transfer = approved(town, case, at(7, 8))
    before = scope_for(case.id, town.police)

    police.send(transfer, sending(town), actor=town.officer, now=at(7, 8))
    db.session.flush()

    assert (before, scope_for(case.id, town.police)) == (None, "content")


def test_papers_of_the_sending(town, case):
    transfer = sent(town, case, at(7, 8))
    asked = select(PaperRecord).where(PaperRecord.proceeding_id == transfer.id).order_by(PaperRecord.id)
    records = list(db.session.scalars(asked))

    assert [each.kind for each in records] == ["DOC-P5.report", "DOC-P5", "DOC-P1", "DOC-P2", "DOC-P4"]
    assert records[2].number == "黄市监罪移〔2026〕1号"
    assert "黄海生（正职负责人）" in str(records[1].data)


def test_receipt_starts_the_clocks_of_the_police_from_its_instant(town, case):
    transfer = sent(town, case, at(7, 8))
    receipt = facts.Receipt("袁勇", at(7, 8, 10))
    police.receive(transfer, receipt, actor=town.police, now=at(7, 8, 15))

    told = {each.rule: each.office_id for each in transfer.clocks if each.state != "stopped"}
    instants = {each.rule: each.due_at for each in transfer.clocks if each.rule in ("POL-5", "POL-6.notice")}
    assert told == dict.fromkeys(("POL-5", "POL-6.notice", "POL-7"), town.office("hs-police").id)
    assert instants == {"POL-5": at(7, 9, 10), "POL-6.notice": at(7, 9, 10)}
    assert raws(transfer)["POL-7"] == "2026-07-11"


def test_supplement_stops_only_its_own_clock(town, case):
    transfer = received(town, case, at(7, 8))
    police.ask_supplement(transfer, facts.Gaps(("鉴定机构资质",)), actor=town.police, now=at(7, 8, 16))
    asked = raws(transfer)
    police.supplement(transfer, facts.Supplement("补交资质证书"), actor=town.officer, now=at(7, 9))

    assert asked == {"POL-5": "2026-07-09", "POL-6.supplement": "2026-07-11", "POL-7": "2026-07-11"}
    assert (transfer.state, transfer.missing) == ("received", [])
    assert raws(transfer) == {"POL-5": "2026-07-09", "POL-7": "2026-07-11"}


def test_forwarding_hands_on_to_other_police(town, case):
    transfer = received(town, case, at(7, 8))
    told = facts.Forwarding(town.office("daye-police"), "犯罪地在大冶市")
    police.forward(transfer, told, actor=town.police, now=at(7, 8, 16))

    assert (transfer.state, transfer.counterpart_id, dues(transfer)) == ("forwarded", town.office("daye-police").id, {})
    assert transfer.receiver is None


@pytest.mark.parametrize(
    ("ground", "approved_by", "rule", "raw"),
    [("clues", None, "POL-7.clues", "2026-07-15"), ("complex", "汪涛", "POL-7.complex", "2026-08-07")],
)
def test_longer_review_runs_from_the_receipt(town, case, ground, approved_by, rule, raw):
    transfer = received(town, case, at(7, 8))
    police.review_longer(transfer, facts.Review(ground, approved_by), actor=town.police, now=at(7, 9))

    left = raws(transfer)
    assert (left.get(rule), "POL-7" in left) == (raw, False)


def test_filing_starts_three_days_to_hand_over_the_goods(town, case):
    transfer = received(town, case, at(11, 17))
    police.file(transfer, facts.Filed("5号", at(11, 19)), actor=town.police, now=at(11, 19))

    assert (raws(transfer), dues(transfer)) == ({"POL-11": "2026-11-22"}, {"POL-11": "2026-11-23"})


def test_refusal_starts_three_days_to_answer(town, case):
    transfer = received(town, case, at(11, 18))
    told = facts.Declined("no_crime", "不构成犯罪", papers_back=True, noticed_at=at(11, 19))
    police.decline(transfer, told, actor=town.police, now=at(11, 19))

    assert (raws(transfer), dues(transfer)) == ({"POL-8": "2026-11-22"}, {"POL-8": "2026-11-23"})


def test_refusal_accepted_revives_the_penalty_case(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = declined(town, case, at(7, 8))
    review.resume_penalty(transfer, None, actor=town.officer, now=at(7, 9))

    assert (transfer.state, penalty.state, dues(transfer)) == ("penalty_resumed", "investigating", {})


def test_reconsideration_that_files(town, case):
    transfer = declined(town, case, at(7, 8))
    review.ask_reconsideration(transfer, facts.Reason("金额计算有误"), actor=town.head, now=at(7, 9))
    asked = raws(transfer)
    review.file_after_all(transfer, facts.Filed("6号"), actor=town.police, now=at(7, 10))

    assert asked == {"POL-9.decide": "2026-07-12"}
    assert (transfer.state, raws(transfer)) == ("filed", {"POL-11": "2026-07-13"})


def test_reconsideration_refused_then_supervision_that_files(town, case):
    transfer = declined(town, case, at(11, 9))
    review.ask_reconsideration(transfer, facts.Reason("金额计算有误"), actor=town.head, now=at(11, 9))
    review.refuse_again(transfer, facts.Reason("维持"), actor=town.police, now=at(11, 10))
    again = raws(transfer)
    told = facts.Supervision(town.office("hs-procuratorate"), "应当立案而不立案")
    review.suggest_supervision(transfer, told, actor=town.head, now=at(11, 10))
    review.ask_reasons(transfer, None, actor=town.prosecutor, now=at(11, 11))
    asked = raws(transfer)
    review.explain(transfer, facts.Reason("情节显著轻微"), actor=town.police, now=at(11, 11))
    review.tell_to_file(transfer, None, actor=town.prosecutor, now=at(11, 11))
    ordered = raws(transfer)
    review.file_as_told(transfer, facts.Filed("7号"), actor=town.police, now=at(11, 12))

    assert (again, asked, ordered) == (
        {"POL-9.suggest": "2026-11-13"},
        {"POL-10.explain": "2026-11-18"},
        {"POL-10.file": "2026-11-26"},
    )
    assert transfer.state == "filed"


def test_supervision_that_ends_gives_the_case_back(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = declined(town, case, at(7, 8))
    told = facts.Supervision(town.office("hs-procuratorate"), "应当立案")
    review.suggest_supervision(transfer, told, actor=town.head, now=at(7, 9))
    review.end_supervision(transfer, facts.Reason("不立案理由成立"), actor=town.prosecutor, now=at(7, 10))
    review.resume_penalty(transfer, None, actor=town.officer, now=at(7, 13))

    assert (transfer.state, penalty.state) == ("penalty_resumed", "investigating")


def test_news_of_the_criminal_case_is_noted_without_a_move(town, case):
    transfer = received(town, case, at(7, 8))
    police.tell_progress(
        transfer, facts.Progress("arrest", date(2026, 7, 8), "抓获两人"), actor=town.police, now=at(7, 9)
    )

    assert transfer.state == "received"


def test_office_off_the_system_is_served_by_a_sealed_package_and_its_paper(town, case):
    town.office("hs-police").on_system = False
    transfer = sent(town, case, at(7, 8))
    asked = db.session.scalars(select(LongTask)).all()
    nameless = codes(lambda: police.receive(transfer, facts.Receipt(), actor=town.officer, now=at(7, 9)))
    police.receive(transfer, facts.Receipt("某民警", at(7, 8, 14)), actor=town.officer, now=at(7, 9))
    police.file(transfer, facts.Filed("8号", at(7, 10, 9)), actor=town.officer, now=at(7, 10))

    assert [(each.kind, each.payload, each.person_id) for each in asked] == [
        (packing.KIND, {"proceeding": transfer.id}, town.officer.person_id)
    ]
    assert nameless == ["receipt_has_name_and_instant.name"]
    assert (transfer.state, transfer.receiver) == ("filed", "某民警")


def test_sender_does_not_sign_for_an_office_on_the_system(town, case):
    transfer = sent(town, case, at(7, 8))

    assert codes(lambda: police.receive(transfer, facts.Receipt("袁勇"), actor=town.officer, now=at(7, 9))) == [
        "the_right_side_acts"
    ]
