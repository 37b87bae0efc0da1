"""K1, K2 and K3: from agency to agency, back, and the request for designation (ADM-2 to ADM-11)."""

import pytest

from casework.base.db import db
from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.enforcement.models import Penalty
from casework.records.grants import scope_for
from casework.transfers import facts
from casework.transfers.verbs import admin
from tests.enforcement.walk import at, codes, dues, evidence, investigating, lead, rules
from tests.transfers.walk import arrived, drafted


def test_accepted_transfer_moves_the_case_and_tells_its_result(town, case):
    evidence(case, "一.jpg", "a")
    penalty = investigating(town, case, at(7, 1))
    transfer = arrived(town, case, at(7, 8))
    on_its_way = penalty.state
    admin.accept(transfer, facts.Taking(), actor=town.culture, now=at(7, 9))
    own = db.session.query(Penalty).filter_by(parent_id=transfer.id).one()
    admin.tell_result(transfer, facts.Result("罚款一万元", "黄文综罚〔2026〕3号"), actor=town.culture, now=at(8, 9))
    admin.close(transfer, None, actor=town.officer, now=at(8, 10))

    assert (on_its_way, penalty.state, transfer.state) == ("transferring", "transferred_admin", "closed")
    assert (own.state, own.office_id, own.source) == ("lead", town.office("hs-culture").id, "transfer")
    assert dues(own) == {"PEN-1": "2026-07-29"}
    assert [each["name"] for each in transfer.bundle] == ["一.jpg"]


def test_returned_transfer_gives_the_sender_its_case_and_clock_back(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = arrived(town, case, at(7, 8))
    admin.give_back(transfer, facts.Reason("不属于本机关管辖"), actor=town.culture, now=at(7, 9))

    assert (transfer.state, penalty.state) == ("returned", "investigating")
    assert (dues(transfer), dues(penalty)) == ({"ADM-2": "2026-07-20"}, {"PEN-6": "2026-09-29"})


def test_returned_lead_is_a_lead_again(town, case):
    penalty = lead(town, case, at(7, 1))
    transfer = arrived(town, case, at(7, 8))
    admin.give_back(transfer, facts.Reason("不属于本机关管辖"), actor=town.culture, now=at(7, 9))

    assert penalty.state == "verifying"


def test_house_clocks_follow_the_approval(town, case):
    transfer = drafted(town, case, at(7, 8))
    admin.submit(transfer, None, actor=town.officer, now=at(7, 8))
    submitted = dues(transfer)
    admin.approve(transfer, None, actor=town.head, now=at(7, 9))
    approved = dues(transfer)
    admin.send(transfer, facts.Sending(), actor=town.officer, now=at(7, 10))

    assert (submitted, approved, dues(transfer)) == (
        {"ADM-6.approve": "2026-07-13"},
        {"ADM-6.send": "2026-07-20"},
        {"ADM-6.sign": "2026-07-15"},
    )
    assert [each.office_id for each in transfer.clocks if each.rule == "ADM-6.sign"] == [town.office("hs-culture").id]
    assert scope_for(case.id, town.culture) == "content"


def test_refused_transfer_leaves_the_case_where_it_is(town, case):
    penalty = investigating(town, case, at(7, 1))
    transfer = drafted(town, case, at(7, 8))
    admin.submit(transfer, None, actor=town.officer, now=at(7, 8))
    admin.refuse(transfer, facts.Reason("本局有管辖权"), actor=town.head, now=at(7, 9))

    assert (transfer.state, penalty.state, dues(transfer)) == ("refused", "investigating", {})


def test_approved_transfer_can_be_given_up(town, case):
    transfer = drafted(town, case, at(7, 8))
    admin.drop(transfer, facts.Reason("当事人撤回"), actor=town.officer, now=at(7, 9))

    assert transfer.state == "refused"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"office": None}, "receiver_may_take_it.missing"),
        ({"office": "hs-ipo"}, "receiver_may_take_it.self"),
        ({"office": "hs-court"}, "receiver_may_take_it.kind"),
        ({"office": "bureau-daye"}, "kind_fits_the_offices.K1"),
        ({"office": "bureau-daye", "kind": "K2"}, "system_levels_are_equal"),
        ({"reason": None}, "transfer_has_a_reason"),
    ],
)
def test_draft_names_exactly_the_false_fact(town, case, changes, code):
    told = {**changes}
    if told.get("office"):
        told["office"] = town.office(told["office"])

    refused = codes(lambda: drafted(town, case, at(7, 8), **told))

    assert code in refused
    assert [each for each in refused if each not in (code, "kind_fits_the_offices.K1")] == []


def test_second_transfer_of_a_kind_waits_for_the_first(town, case):
    drafted(town, case, at(7, 8))

    assert codes(lambda: drafted(town, case, at(7, 9))) == ["none_of_this_kind_is_open"]


def test_drafter_does_not_approve(town, case):
    transfer = drafted(town, case, at(7, 8))
    admin.submit(transfer, None, actor=town.officer, now=at(7, 8))
    transfer.sent_by = town.head.name

    assert codes(lambda: admin.approve(transfer, None, actor=town.head, now=at(7, 8))) == ["approver_did_not_draft"]


def test_silence_is_no_acceptance(town, case):
    transfer = drafted(town, case, at(7, 8))
    admin.submit(transfer, None, actor=town.officer, now=at(7, 8))
    admin.approve(transfer, None, actor=town.head, now=at(7, 8))
    admin.send(transfer, facts.Sending(), actor=town.officer, now=at(7, 8))

    assert codes(lambda: admin.accept(transfer, facts.Taking(), actor=town.culture, now=at(7, 20))) == ["state"]
    assert codes(lambda: admin.receive(transfer, facts.Receipt(), actor=town.culture, now=at(7, 20))) == [
        "receipt_has_name_and_instant.name"
    ]


def test_return_and_result_are_told_in_words(town, case):
    transfer = arrived(town, case, at(7, 8))
    silent = codes(lambda: admin.give_back(transfer, facts.Reason(), actor=town.culture, now=at(7, 9)))
    admin.accept(transfer, facts.Taking(open_lead=False), actor=town.culture, now=at(7, 9))

    assert silent == ["transfer_has_a_reason"]
    assert codes(lambda: admin.tell_result(transfer, facts.Result(), actor=town.culture, now=at(7, 9))) == [
        "a_result_is_told"
    ]


def test_received_case_is_not_sent_on_but_designated(town, case):
    transfer = arrived(town, case, at(7, 8))
    admin.accept(transfer, facts.Taking(), actor=town.culture, now=at(7, 9))
    admin.tell_result(transfer, facts.Result("不属于本机关"), actor=town.culture, now=at(7, 9))
    admin.close(transfer, None, actor=town.officer, now=at(7, 9))
    onward = facts.Draft("K1", town.office("hs-agriculture"), "涉及种子")

    def send_on():
        return admin.draft(case, onward, actor=town.culture, now=at(7, 10))

    assert (codes(send_on), rules(send_on)) == (["it_did_not_come_by_transfer"], ["ADM-3"])


def test_designation_opens_the_way_that_it_names(town, case):
    transfer = arrived(town, case, at(7, 8), office=town.office("hs-culture"))
    admin.accept(transfer, facts.Taking(), actor=town.culture, now=at(7, 9))
    admin.tell_result(transfer, facts.Result("不属于本机关"), actor=town.culture, now=at(7, 9))
    admin.close(transfer, None, actor=town.officer, now=at(7, 9))
    asking = facts.Asking(town.office("hs-ipo"), town.office("hubei-ipo"), "管辖争议", "双方意见不一")
    asked = admin.ask_designation(case, asking, actor=town.culture_head, now=at(7, 10))
    due = dues(asked)
    province = town.office("hubei-ipo")
    province.on_system = False
    told = facts.Designated(town.office("hs-ipo"), "鄂知指〔2026〕1号")
    admin.designate(asked, told, actor=town.culture_head, now=at(7, 13))

    other = facts.Draft("K1", town.office("hs-forestry"), "依指定管辖移送")
    named = facts.Draft("K1", town.office("hs-ipo"), "依指定管辖移送")
    assert due == {"ADM-4": "2026-07-21"}
    assert codes(lambda: admin.draft(case, other, actor=town.culture, now=at(7, 13))) == ["it_did_not_come_by_transfer"]
    assert admin.draft(case, named, actor=town.culture, now=at(7, 13)).state == "draft"


@pytest.mark.parametrize(
    ("rival", "superior", "code"),
    [
        (None, "hs-ipo", "superior_is_common.rival"),
        ("bureau-yangxin", None, "superior_is_common.missing"),
        ("bureau-yangxin", "hubei-ipo", "superior_is_common.not_common"),
        ("hs-culture", "hs-ipo", "superior_is_common.not_common"),
        ("bureau-yangxin", "hs-ipo", None),
        ("hs-ipo", "hubei-ipo", None),
    ],
)
def test_only_the_common_superior_is_asked(town, case, rival, superior, code):
    office = {name: town.office(each) if each else None for name, each in (("rival", rival), ("superior", superior))}
    asking = facts.Asking(**office, reason="管辖争议", talk="协商未成")

    def ask():
        return admin.ask_designation(case, asking, actor=town.daye_head, now=at(7, 10))

    if code:
        assert codes(ask) == [code]
    else:
        assert ask().state == "asked"


def test_request_for_designation_tells_both_opinions(town, case):
    asking = facts.Asking(town.office("bureau-yangxin"), town.office("hs-ipo"), "管辖争议", None)

    assert codes(lambda: admin.ask_designation(case, asking, actor=town.daye_head, now=at(7, 10))) == [
        "both_opinions_are_told"
    ]


@pytest.mark.parametrize(
    ("named", "code"),
    [(None, "missing"), ("hs-culture", "strange")],
)
def test_superior_designates_within_its_reach(town, case, named, code):
    asking = facts.Asking(town.office("bureau-yangxin"), town.office("hs-ipo"), "管辖争议", "协商未成")
    asked = admin.ask_designation(case, asking, actor=town.daye_head, now=at(7, 10))
    told = facts.Designated(town.office(named) if named else None)

    assert codes(lambda: admin.designate(asked, told, actor=town.head, now=at(7, 13))) == [
        f"designated_is_in_the_dispute.{code}"
    ]
    done = admin.designate(asked, facts.Designated(town.office("bureau-xialu")), actor=town.head, now=at(7, 13))
    assert done.state == "designated"


def test_agreement_ends_the_request(town, case):
    asking = facts.Asking(town.office("bureau-yangxin"), town.office("hs-ipo"), "管辖争议", "协商中")
    asked = admin.ask_designation(case, asking, actor=town.daye_head, now=at(7, 10))
    admin.withdraw_request(asked, facts.Reason("协商一致"), actor=town.daye_head, now=at(7, 13))

    assert (asked.state, dues(asked)) == ("withdrawn", {})


def test_identification_under_way_ends_with_the_sending(town, case):
    penalty = investigating(town, case, at(7, 1))
    penalties.ask_identification(penalty, None, actor=town.officer, now=at(7, 2))
    transfer = arrived(town, case, at(7, 8))
    admin.give_back(transfer, facts.Reason("退回"), actor=town.culture, now=at(7, 9))

    assert [each.state for each in penalty.clocks if each.rule == "PEN-6"] == ["running"]
    assert codes(
        lambda: penalties.receive_identification(
            penalty, penalty_facts.Findings("系假冒"), actor=town.officer, now=at(7, 10)
        )
    ) == ["goods_are_out"]
