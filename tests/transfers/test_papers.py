"""Every paper of leads, penalty cases and transfers, made by a case and read back by another program."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import reading_in
from casework.documents.fonts import fonts_in
from casework.documents.kinds import kinds
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.enforcement.goods import Item
from casework.enforcement.models import Penalty
from casework.records.filing import PartyFacts, open_case
from casework.transfers import facts
from casework.transfers.verbs import admin, incoming, police, review, route
from tests.documents import samples
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold
from tests.enforcement.walk import TEAM, at, evidence, filed, investigating, lead, notified, reviewed
from tests.support.city import case_facts
from tests.transfers.walk import PAPERS, approved, arrived, declined, received, sending

MUCH = 500
ITEMS = (
    Item("电机", "Y2-90L", 20, "台", 600_000, "标价", "铭牌带有“楚天云海”标识"),
    Item("包装箱", "60×40", 300, "个", 45_000, "市场中间价", "印有同一标识"),
)
SEIZURE = penalty_facts.MeasureFacts("seizure", None, "一号库", "黄市监强制〔2026〕1号", date(2026, 7, 6), ITEMS)
APPRAISAL = facts.Appraisal("湖北某司法鉴定中心", "司法鉴定许可证420000号", "电机 2 台", "系假冒", date(2026, 7, 7))


def seized(town, case):
    penalty = investigating(town, case, at(7, 1))
    told = replace(SEIZURE, items=ITEMS * (30 if len(case.facts) > MUCH else 1))
    return penalties.take_measure(penalty, told, actor=town.officer, now=at(7, 6))


def decided(town, case):
    penalty = notified(town, case, at(7, 1), date(2026, 7, 1))
    penalties.waive_hearing(penalty, None, actor=town.officer, now=at(7, 2))
    told = penalty_facts.Decision("没收侵权商品并罚款", 2_400_000, 150_050)
    penalties.decide(penalty, told, actor=town.head, now=at(7, 10))


def unpunished(town, case):
    told = penalty_facts.Reason("违法行为轻微并及时改正，没有造成危害后果")
    penalties.no_penalty(reviewed(town, case, at(7, 1)), told, actor=town.head, now=at(7, 10))


def unfiled(town, case):
    told = penalty_facts.Reason("商品系权利人授权生产")
    penalties.not_file(lead(town, case, at(7, 1)), told, actor=town.head, now=at(7, 2))


def helped(town, case):
    told = penalty_facts.Assistance("黄石市大数据局", "查询店铺登记信息", "核实经营者身份")
    penalties.ask_assistance(investigating(town, case, at(7, 1)), told, actor=town.officer, now=at(7, 2))


def sent_with_everything(town, case):
    seized(town, case)
    evidence(case, "门店照片.jpg", "a")
    told = sending(town, papers={**PAPERS, "appraisal": True}, appraisal=APPRAISAL)
    police.send(approved(town, case, at(7, 8)), told, actor=town.officer, now=at(7, 8))


def handed_over(town, case):
    transfer = received(town, case, at(7, 8))
    police.file(transfer, facts.Filed("黄公立字〔2026〕5号"), actor=town.police, now=at(7, 9))
    goods = facts.Goods("电机 20 台\n包装箱 300 个", "方志远", "袁勇")
    police.hand_over_goods(transfer, goods, actor=town.officer, now=at(7, 10))


def reconsidered(town, case):
    told = facts.Reason("销售金额已经达到追诉标准")
    review.ask_reconsideration(declined(town, case, at(7, 8)), told, actor=town.head, now=at(7, 9))


def supervised(town, case):
    told = facts.Supervision(town.office("hs-procuratorate"), "销售金额已经达到追诉标准")
    review.suggest_supervision(declined(town, case, at(7, 8)), told, actor=town.head, now=at(7, 9))


def moved(town, case):
    seized(town, case)
    evidence(case, "门店照片.jpg", "a")
    transfer = arrived(town, case, at(7, 8))
    admin.give_back(transfer, facts.Reason("不属于本机关管辖"), actor=town.culture, now=at(7, 9))


def disputed(town, case):
    rival, superior = town.office("bureau-yangxin"), town.office("hs-ipo")
    told = facts.Asking(rival, superior, "侵权行为地在阳新县", "双方均认为应由对方管辖，协商未成")
    asked = admin.ask_designation(case, told, actor=town.daye_head, now=at(7, 9))
    admin.designate(asked, facts.Designated(rival, "黄市监指〔2026〕3号"), actor=town.head, now=at(7, 10))


def replied(town, case):
    told = facts.Arrival("K5", town.office("hs-police"), "不构成犯罪，应予行政处罚", receiver="方志远")
    arrival = incoming.arrive(case, told, actor=town.officer, now=at(7, 8))
    incoming.open_lead(arrival, penalty_facts.LeadFacts(), actor=town.officer, now=at(7, 9))
    own = db.session.query(Penalty).filter_by(parent_id=arrival.id).one()
    penalties.not_file(own, penalty_facts.Reason("超过追责时效"), actor=town.head, now=at(7, 10))
    incoming.reply(arrival, facts.Result("不予立案", "黄市监〔2026〕9号"), actor=town.officer, now=at(7, 10))


def told_clues(town, case):
    clue = facts.Clue("K11", town.office("hs-culture"), reason="网店另售盗版图书")
    incoming.give_notice(case, clue, actor=town.officer, now=at(7, 8))


def went_on(town, case):
    way = facts.Way("K7", town.office("hs-court"), "调解不成，当事人请求转诉讼", concessions_left_out=True)
    route.go_on(case, way, actor=town.officer, now=at(7, 8))


def went_to_the_notary(town, case):
    clauses = {"payment_clause": True, "promise_clause": True}
    way = facts.Way("K10", town.office("hs-notary"), "各方申请赋予强制执行效力", **clauses)
    route.go_on(case, way, actor=town.officer, now=at(7, 8))


MADE = {
    decided: ["DOC-E1", "DOC-E2", "DOC-E5", "DOC-E6", "DOC-E7"],
    unpunished: ["DOC-E8"],
    unfiled: ["DOC-E3"],
    seized: ["DOC-E4"],
    helped: ["DOC-T3"],
    sent_with_everything: ["DOC-P1", "DOC-P2", "DOC-P3", "DOC-P4", "DOC-P5", "DOC-P5.report"],
    handed_over: ["DOC-P7", "R-03"],
    reconsidered: ["DOC-P6"],
    supervised: ["DOC-P6"],
    moved: ["DOC-T1", "DOC-T1.return"],
    disputed: ["DOC-T2", "DOC-T2.designation"],
    replied: ["DOC-T5"],
    told_clues: ["DOC-T4"],
    went_on: ["DOC-T6"],
    went_to_the_notary: ["D-30", "DOC-T6"],
}


LONGEST = {
    "parties": (
        PartyFacts("applicant", samples.APPLICANT, phone="0714-6520000", address="黄石市下陆区", representative="陈㛃"),
        PartyFacts("respondent", samples.LONGEST, phone="0714-7320000", representative=f"王{samples.RARE}"),
        PartyFacts("respondent", samples.RESPONDENT, address="湖北省大冶市东风路街道办事处城西社区"),
    ),
    "facts": samples.FACTS * 8,
}


@pytest.fixture(params=["full", "longest"])
def dispute(request, town, case):
    """A plain case, and one of the longest names and of facts that fill pages."""
    if request.param == "full":
        return case
    return open_case(case_facts(**LONGEST), actor=town.officer, now=at(7, 1))


def papers_of(case) -> dict[str, PaperRecord]:
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id).order_by(PaperRecord.id)
    return {record.kind: record for record in db.session.scalars(asked)}


@pytest.mark.parametrize(("act", "expected"), MADE.items(), ids=lambda told: getattr(told, "__name__", ""))
def test_papers_of_a_case_show_every_field_and_place(town, dispute, tmp_path, act, expected):
    with reading_in("en"):
        act(town, dispute)
    made, fonts = papers_of(dispute), fonts_in(FOLDER)

    assert sorted(set(expected) - set(made)) == []
    assert {
        kind: lacking for kind in expected if (lacking := untold(from_data(made[kind].data), fonts, tmp_path))
    } == {}


def test_every_kind_of_the_agencies_is_made_here():
    told = {kind for each in MADE.values() for kind in each}

    assert {kind for kind in kinds() if kind.startswith(("DOC-E", "DOC-P", "DOC-T"))} - told == set()


def test_filed_case_names_its_number(town, case):
    filed(town, case, at(7, 1))

    record = papers_of(case)["DOC-E2"]
    assert (record.data["fields"]["officers"], record.data["title"]) == ("、".join(TEAM), "立案审批表")


def test_goods_are_listed_item_by_item_with_their_value(town, case):
    seized(town, case)

    listed = papers_of(case)["DOC-E4"].data
    table = next(each for each in listed["blocks"] if each["block"] == "Table")
    assert listed["fields"]["worth"] == "￥6,450.00（大写：人民币陆仟肆佰伍拾元整）"
    assert table["rows"][0] == [*("1", "电机", "Y2-90L", "20", "台", "￥6,000.00；标价", "铭牌带有“楚天云海”标识")]
