"""Each guard of K4: falsified, seen by its code, cured (R9, R11, POL-1 to POL-12, CMP-17)."""

from datetime import date

import pytest

from casework.base.errors import StepRefused
from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.enforcement.sheet import SheetFacts
from casework.transfers import facts
from casework.transfers.verbs import police, review
from tests.enforcement.walk import TEAM, at, codes, evidence, lead, notified, rules
from tests.transfers.walk import PAPERS, approved, declined, received, reported, sending, sent, suspected

NOTHING = facts.Suspicion(SheetFacts("214", {"sales": 100}, None))


def test_fine_is_refused_while_a_police_transfer_is_open_r9(town, case):
    penalty = notified(town, case, at(7, 1), date(2026, 7, 1))
    suspected(town, case, at(7, 20))
    decision = penalty_facts.Decision("罚款三万元", 3_000_000)

    def fine():
        return penalties.decide(penalty, decision, actor=town.head, now=at(7, 21))

    assert codes(fine) == ["state"]
    assert penalty.suspended_ground == "crime"


def test_fine_beside_an_open_police_transfer_names_pol_1(town, case):
    penalty = notified(town, case, at(7, 1), date(2026, 7, 1))
    decision = penalty_facts.Decision("罚款三万元", 3_000_000)
    transfer = police.suspect(
        case, facts.Suspicion(SheetFacts(None, {}, "合理嫌疑")), actor=town.daye_officer, now=at(7, 20)
    )

    def fine():
        return penalties.decide(penalty, decision, actor=town.head, now=at(7, 21))

    assert (codes(fine), rules(fine)) == (["no_police_transfer_is_open"], ["POL-1"])
    police.name_team(transfer, facts.Team(("刘丹", "石磊")), actor=town.daye_head, now=at(7, 21))
    police.report(transfer, facts.Report("核实"), actor=town.daye_officer, now=at(7, 21))
    police.refuse_approval(transfer, facts.Reason("不构成"), actor=town.daye_chief, now=at(7, 21))
    assert fine().state == "decided"


def test_suspicion_in_words_suffices_below_every_threshold(town, case):
    said = facts.Suspicion(SheetFacts("214", {"sales": 100}, "上家为制假窝点,需公安侦查"))

    refused = codes(lambda: police.suspect(case, NOTHING, actor=town.officer, now=at(7, 8)))
    transfer = police.suspect(case, said, actor=town.officer, now=at(7, 8))

    assert refused == ["suspicion_is_shown"]
    assert (transfer.state, transfer.reason) == ("suspected", "上家为制假窝点,需公安侦查")


def test_second_police_transfer_waits_for_the_first(town, case):
    suspected(town, case, at(7, 8))

    assert codes(lambda: suspected(town, case, at(7, 9))) == ["none_of_this_kind_is_open"]


@pytest.mark.parametrize("officers", [(), ("方志远",), ("方志远", "方志远"), ("方志远", "")])
def test_team_of_one_is_refused(town, case, officers):
    transfer = suspected(town, case, at(7, 8))

    refused = codes(lambda: police.name_team(transfer, facts.Team(officers), actor=town.head, now=at(7, 8)))
    police.name_team(transfer, facts.Team(TEAM), actor=town.head, now=at(7, 8))

    assert refused == ["team_has_two_officers"]
    assert transfer.state == "team_named"


def test_report_is_for_the_team(town, case):
    transfer = suspected(town, case, at(7, 8))
    police.name_team(transfer, facts.Team(("余思敏", "某甲")), actor=town.head, now=at(7, 8))

    assert codes(lambda: police.report(transfer, facts.Report("核实"), actor=town.officer, now=at(7, 8))) == [
        "reporter_is_on_the_team"
    ]
    assert police.report(transfer, facts.Report("核实"), actor=town.officer2, now=at(7, 8)).state == "reported"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (facts.Report(None), "the_report_is_written.text"),
        (facts.Report("核实", at(7, 9)), "the_report_is_written.ahead"),
    ],
)
def test_report_is_written_and_has_arrived(town, case, told, code):
    transfer = suspected(town, case, at(7, 8))
    police.name_team(transfer, facts.Team(TEAM), actor=town.head, now=at(7, 8))

    assert codes(lambda: police.report(transfer, told, actor=town.officer, now=at(7, 8))) == [code]


@pytest.mark.parametrize("login", ["deputy", "head", "officer"])
def test_deputy_and_others_cannot_approve(town, case, login):
    transfer = reported(town, case, at(7, 8))
    actor = getattr(town, login)

    with pytest.raises(StepRefused) as caught:
        police.approve(transfer, None, actor=actor, now=at(7, 9))

    said = {(each.code, each.rule) for each in caught.value.refusals}
    assert ("post", "POL-2") in said
    assert police.approve(transfer, None, actor=town.chief, now=at(7, 9)).state == "approved"


def test_chief_of_another_office_cannot_approve(town, case):
    transfer = reported(town, case, at(7, 8))

    assert codes(lambda: police.approve(transfer, None, actor=town.daye_chief, now=at(7, 9))) == ["side.office"]


def test_chief_on_the_team_cannot_approve(town, case):
    transfer = suspected(town, case, at(7, 8))
    police.name_team(transfer, facts.Team((*TEAM, "黄海生")), actor=town.head, now=at(7, 8))
    police.report(transfer, facts.Report("核实"), actor=town.officer, now=at(7, 8))

    assert codes(lambda: police.approve(transfer, None, actor=town.chief, now=at(7, 9))) == [
        "approver_is_not_on_the_team"
    ]


def test_refusal_by_the_chief_needs_reasons(town, case):
    transfer = reported(town, case, at(7, 8))

    assert codes(lambda: police.refuse_approval(transfer, facts.Reason(), actor=town.chief, now=at(7, 9))) == [
        "transfer_has_a_reason"
    ]


def test_county_police_are_refused_to_the_city_office_r11(town, case):
    transfer = approved(town, case, at(7, 8))
    county = sending(town, office=town.office("daye-police"))

    def send():
        return police.send(transfer, county, actor=town.officer, now=at(7, 8))

    assert (codes(send), rules(send)) == (["levels_are_equal"], ["POL-4"])
    assert police.send(transfer, sending(town), actor=town.officer, now=at(7, 8)).state == "sent"


@pytest.mark.parametrize(
    ("code", "variant"),
    [(None, "missing"), ("hs-procuratorate", "kind"), ("hs-ipo", "self")],
)
def test_receiver_is_the_police(town, case, code, variant):
    transfer = approved(town, case, at(7, 8))
    told = sending(town, office=town.office(code) if code else None)

    assert codes(lambda: police.send(transfer, told, actor=town.officer, now=at(7, 8))) == [
        f"receiver_may_take_it.{variant}"
    ]


@pytest.mark.parametrize("paper", PAPERS)
def test_each_missing_paper_needs_its_reason(town, case, paper):
    transfer = approved(town, case, at(7, 8))
    gap = sending(town, papers={**PAPERS, paper: None})
    explained = sending(town, papers={**PAPERS, paper: "本案没有"})

    refused = codes(lambda: police.send(transfer, gap, actor=town.officer, now=at(7, 8)))

    assert refused == [f"papers_are_there_or_explained.{paper}"]
    assert police.send(transfer, explained, actor=town.officer, now=at(7, 8)).state == "sent"


def test_all_gaps_are_told_at_once(town, case):
    transfer = approved(town, case, at(7, 8))

    refused = codes(lambda: police.send(transfer, sending(town, papers={}), actor=town.officer, now=at(7, 8)))

    assert refused == [f"papers_are_there_or_explained.{paper}" for paper in PAPERS]


def test_file_of_another_case_stays_out(town, case):
    evidence(case, "一.jpg", "a")
    transfer = approved(town, case, at(7, 8))

    refused = codes(lambda: police.send(transfer, sending(town, evidence_ids=(999,)), actor=town.officer, now=at(7, 8)))

    assert refused == ["evidence_belongs_to_the_case"]


def test_sending_late_is_late_but_lawful(town, case):
    transfer = approved(town, case, at(7, 8))

    assert police.send(transfer, sending(town), actor=town.officer, now=at(7, 10)).state == "sent"


def test_report_that_names_the_reporter_is_refused_and_papers_hide_him(town, case):
    lead(town, case, at(7, 1), source="report", reporter_name="举报甲")
    transfer = suspected(town, case, at(7, 8))
    police.name_team(transfer, facts.Team(TEAM), actor=town.head, now=at(7, 8))

    refused = codes(lambda: police.report(transfer, facts.Report("据举报甲反映"), actor=town.officer, now=at(7, 8)))

    assert refused == ["reporter_stays_hidden"]


@pytest.mark.parametrize(
    ("told", "variant"),
    [
        (facts.Receipt(None), "name"),
        (facts.Receipt("袁勇", at(7, 10)), "ahead"),
        (facts.Receipt("袁勇", at(7, 7)), "before"),
    ],
)
def test_receipt_has_a_name_and_a_possible_instant(town, case, told, variant):
    transfer = sent(town, case, at(7, 8))

    assert codes(lambda: police.receive(transfer, told, actor=town.police, now=at(7, 9))) == [
        f"receipt_has_name_and_instant.{variant}"
    ]


def test_other_police_cannot_sign(town, case):
    transfer = sent(town, case, at(7, 8))

    assert codes(lambda: police.receive(transfer, facts.Receipt("某"), actor=town.culture, now=at(7, 9))) == [
        "side.either",
        "the_right_side_acts",
    ]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (facts.Declined("incomplete", "材料不全", papers_back=True), ["not_declined_as_incomplete.incomplete"]),
        (facts.Declined(None, "不构成", papers_back=True), ["not_declined_as_incomplete.unknown"]),
        (facts.Declined("no_crime", None, papers_back=True), ["reasons_and_papers_come_back.reason"]),
        (facts.Declined("no_crime", "不构成", papers_back=False), ["reasons_and_papers_come_back.papers"]),
        (facts.Declined("no_crime", "不构成", papers_back=True, noticed_at=at(7, 30)), ["notice_has_come"]),
    ],
)
def test_police_refuse_with_ground_reasons_and_papers(town, case, told, found):
    transfer = received(town, case, at(7, 8))

    assert codes(lambda: police.decline(transfer, told, actor=town.police, now=at(7, 9))) == found


def test_gaps_are_listed(town, case):
    transfer = received(town, case, at(7, 8))

    assert codes(lambda: police.ask_supplement(transfer, facts.Gaps(), actor=town.police, now=at(7, 8))) == [
        "police_list_the_gaps"
    ]


def test_filing_has_a_number(town, case):
    transfer = received(town, case, at(7, 8))

    assert codes(lambda: police.file(transfer, facts.Filed(), actor=town.police, now=at(7, 9))) == [
        "filing_has_a_number"
    ]


@pytest.mark.parametrize(
    ("told", "variant"),
    [(facts.Review(None), "unknown"), (facts.Review("complex"), "approval")],
)
def test_longer_review_needs_its_ground(town, case, told, variant):
    transfer = received(town, case, at(7, 8))

    assert codes(lambda: police.review_longer(transfer, told, actor=town.police, now=at(7, 9))) == [
        f"more_time_has_a_ground.{variant}"
    ]


@pytest.mark.parametrize(("code", "variant"), [("hs-police", "self"), ("hs-culture", "kind")])
def test_forwarding_goes_to_other_police(town, case, code, variant):
    transfer = received(town, case, at(7, 8))
    told = facts.Forwarding(town.office(code), "管辖")

    assert codes(lambda: police.forward(transfer, told, actor=town.police, now=at(7, 9))) == [
        f"forwarded_to_other_police.{variant}"
    ]


@pytest.mark.parametrize("missing", ["goods", "given_by", "taken_by"])
def test_goods_are_signed_for_by_both(town, case, missing):
    transfer = received(town, case, at(7, 8))
    police.file(transfer, facts.Filed("5号"), actor=town.police, now=at(7, 9))
    told = {"goods": "电机", "given_by": "方志远", "taken_by": "袁勇", missing: None}

    refused = codes(lambda: police.hand_over_goods(transfer, facts.Goods(**told), actor=town.officer, now=at(7, 9)))

    assert refused == [f"both_sign_for_the_goods.{missing}"]


def test_reconsideration_comes_within_three_days_and_supervision_remains(town, case):
    transfer = declined(town, case, at(7, 8))
    late = facts.Reason("金额有误")

    assert codes(lambda: review.ask_reconsideration(transfer, late, actor=town.head, now=at(7, 14))) == [
        "asked_within_three_days"
    ]
    told = facts.Supervision(town.office("hs-procuratorate"), "应当立案")
    assert review.suggest_supervision(transfer, told, actor=town.head, now=at(7, 14)).state == "supervision"


def test_supervision_is_for_a_procuratorate(town, case):
    transfer = declined(town, case, at(7, 8))
    told = facts.Supervision(town.office("hs-police"), "应当立案")

    assert codes(lambda: review.suggest_supervision(transfer, told, actor=town.head, now=at(7, 9))) == [
        "supervised_by_a_procuratorate"
    ]


def test_police_cannot_answer_for_the_procuratorate(town, case):
    transfer = declined(town, case, at(7, 8))
    told = facts.Supervision(town.office("hs-procuratorate"), "应当立案")
    review.suggest_supervision(transfer, told, actor=town.head, now=at(7, 9))

    assert codes(lambda: review.ask_reasons(transfer, None, actor=town.police, now=at(7, 9))) == [
        "post",
        "side.either",
        "the_right_side_acts",
    ]


@pytest.mark.parametrize(
    ("told", "variant"),
    [(facts.Outcome(None), "unknown"), (facts.Outcome("judgment", date(2027, 1, 1)), "ahead")],
)
def test_outcome_is_known(town, case, told, variant):
    transfer = received(town, case, at(7, 8))
    police.file(transfer, facts.Filed("5号"), actor=town.police, now=at(7, 9))

    assert codes(lambda: police.tell_outcome(transfer, told, actor=town.police, now=at(7, 10))) == [
        f"outcome_is_known.{variant}"
    ]


def test_station_cannot_transfer_to_the_police(town, case):
    refused = codes(
        lambda: police.suspect(case, facts.Suspicion(SheetFacts(None, {}, "嫌疑")), actor=town.clerk, now=at(7, 8))
    )

    assert refused == ["post", "sender_may_send_it"]
