"""Leads, penalty cases, transfers and decisions of the agencies."""

from collections.abc import Generator, Iterator
from datetime import timedelta

from casework.adjudication import facts as af
from casework.adjudication import steps as adjudication_steps
from casework.adjudication import verbs as adjudicating
from casework.adjudication.filing_rules import MATERIALS
from casework.adjudication.models import Adjudication
from casework.complaints import mediating_verbs
from casework.complaints import verbs as intake_desk
from casework.complaints.models import Complaint
from casework.enforcement import facts as ef
from casework.enforcement import verbs as enforcing
from casework.enforcement.goods import Item
from casework.enforcement.models import Penalty
from casework.enforcement.sheet import SheetFacts
from casework.exchange.life.disputes import PATENTS, THOUSAND, dispute, sides
from casework.exchange.life.tale import Tale
from casework.procedure.siblings import begun_on
from casework.records.models import Case
from casework.transfers import facts as tf
from casework.transfers.verbs import admin, police

OURS = (*PATENTS, "trademark", "unfair_competition")
LEADS = {"report": "report", "right_holder_report": "report", "inspection": "inspection"}
TEAM = ("方志远", "余思敏")
FIVE_PAPERS = {"letter": True, "report": True, "goods": True, "appraisal": "商标权人已出具鉴别意见", "other": True}


def penalised(tale: Tale) -> Iterator[None]:
    """A lead, a case, a penalty, published."""
    penalty = yield from _investigated(tale)
    request = ef.Assistance("黄石市大数据局", "查询当事人网店的登记信息和销售记录", "核实经营者身份和销售金额")
    enforcing.ask_assistance(penalty, request, actor=tale.who("officer"), now=tale.now)
    tale.later(6, 10)
    yield
    answer = ef.AssistanceAnswer(request.receiver, "网店登记的经营者为当事人，销售记录一并附上")
    enforcing.receive_assistance(penalty, answer, actor=tale.who("officer"), now=tale.now)
    findings = ef.Findings("查明当事人销售侵犯注册商标专用权的商品，非法经营额一万八千元")
    enforcing.conclude(penalty, findings, actor=tale.who("officer"), now=tale.now)
    tale.later(2, 15)
    yield
    enforcing.review(penalty, None, actor=tale.who("head"), now=tale.now)
    notice = ef.Notice("没收侵权商品，罚款二万元", tale.today)
    enforcing.notify(penalty, notice, actor=tale.who("officer"), now=tale.now)
    tale.later(18, 10)
    yield
    fine = tale.chance.randrange(5, 50) * THOUSAND
    decision = ef.Decision("责令立即停止侵权行为；没收侵权商品；罚款", fine)
    enforcing.decide(penalty, decision, actor=tale.who("head"), now=tale.now)
    tale.later(3, 10)
    yield
    enforcing.serve(penalty, ef.Day(tale.today), actor=tale.who("officer"), now=tale.now)
    tale.later(5, 16)
    yield
    enforcing.publish(penalty, ef.Day(tale.today), actor=tale.who("officer"), now=tale.now)


def unfounded(tale: Tale) -> Iterator[None]:
    """A report that turns out to be nothing."""
    penalty = _lead(tale, _case(tale, "report"))
    _handled(tale, penalty.case)
    tale.later(9, 16)
    yield
    told = ef.Reason("经核查，商品系权利人授权生产，无违法事实")
    enforcing.not_file(penalty, told, actor=tale.who("head"), now=tale.now)


def crime(tale: Tale) -> Iterator[None]:
    """A suspected crime goes to the police within the hours, is signed for and filed."""
    penalty = yield from _investigated(tale)
    officer, case = tale.who("officer"), penalty.case
    enforcing.take_measure(penalty, _seizure(tale), actor=officer, now=tale.now)
    sheet = SheetFacts("214", {"sales": tale.chance.randrange(60, 400) * 1000}, None)
    suspicion = tf.Suspicion(sheet, "销售明知是假冒注册商标的商品，金额较大")
    transfer = police.suspect(case, suspicion, actor=officer, now=tale.now)
    tale.soon(40)
    police.name_team(transfer, tf.Team(TEAM), actor=tale.who("head"), now=tale.now)
    tale.later(1, 9)
    yield
    police.report(transfer, tf.Report("经核实涉嫌销售假冒注册商标的商品罪"), actor=officer, now=tale.now)
    tale.later(1, 17)
    yield
    police.approve(transfer, None, actor=tale.who("chief"), now=tale.now)
    tale.now += timedelta(hours=tale.chance.choice((3, 17, 20)))
    yield
    sending = tf.PoliceSending(tale.town.offices["hs-police"], FIVE_PAPERS, contact="方志远 0714-6350000")
    police.send(transfer, sending, actor=officer, now=tale.now)
    tale.soon(150)
    yield
    police.receive(transfer, tf.Receipt("袁勇"), actor=tale.who("police"), now=tale.now)
    tale.later(3, 10)
    yield
    number = f"黄公（经）立字〔{tale.today.year}〕{tale.chance.randrange(10, 200)}号"
    police.file(transfer, tf.Filed(number), actor=tale.who("police"), now=tale.now)
    tale.later(2, 15)
    yield
    goods = tf.Goods("涉案商品四十件\n扣押清单及照片", "方志远", "袁勇")
    police.hand_over_goods(transfer, goods, actor=officer, now=tale.now)


def moved(tale: Tale) -> Iterator[None]:
    """A matter of copyright goes to the culture department, which signs and takes it."""
    case = _case(tale, "right_holder_report", ("copyright",))
    _lead(tale, case)
    officer, offices = tale.who("officer"), tale.town.offices
    tale.later(3, 10)
    yield
    told = tf.Draft("K1", offices["hs-culture"], "涉及著作权，属文化市场综合执法机构管辖")
    transfer = admin.draft(case, told, actor=officer, now=tale.now)
    admin.submit(transfer, None, actor=officer, now=tale.now)
    tale.later(1, 10)
    yield
    admin.approve(transfer, None, actor=tale.who("head"), now=tale.now)
    admin.send(transfer, tf.Sending(), actor=officer, now=tale.now)
    where = intake_desk.Routes("本件属文化市场综合执法支队管辖，已依法移送")
    intake_desk.tell_where(_intake(case), where, actor=officer, now=tale.now)
    tale.later(2, 10)
    yield
    admin.receive(transfer, tf.Receipt("万芳"), actor=tale.who("culture"), now=tale.now)
    tale.later(4, 10)
    yield
    admin.accept(transfer, tf.Taking(), actor=tale.who("culture"), now=tale.now)
    tale.later(8, 15)
    yield
    own = enforcing.penalty_of(case, offices["hs-culture"].id)
    if own is not None:
        nothing = ef.Reason("经核查，权利人与被举报人已达成许可协议，无违法事实")
        enforcing.not_file(own, nothing, actor=tale.who("culture-head"), now=tale.now)


def adjudicated(tale: Tale) -> Iterator[None]:
    """A patent dispute decided by the city office."""
    officer = tale.who("officer")
    case = _case(tale, "admin_request", PATENTS)
    asked = af.Request(standing="patentee", place_link="act", claims="权利要求1", continues=True)
    decision = adjudicating.request(case, asked, actor=officer, now=tale.now)
    tale.later(3, 10)
    yield
    filing = af.Filing(("方志远", "余思敏", "柯建国"), materials=MATERIALS)
    adjudicating.file(decision, filing, actor=officer, now=tale.now)
    _handled(tale, case)
    tale.later(2, 10)
    yield
    adjudicating.serve(decision, af.Service(tale.today), actor=officer, now=tale.now)
    tale.later(13, 10)
    yield
    adjudicating.answer(decision, af.Day(tale.today), actor=officer, now=tale.now)
    adjudicating.plain(adjudication_steps.PASS_ON_ANSWER)(decision, None, actor=officer, now=tale.now)
    tale.later(26, 15)
    yield
    vote = af.Vote("established", ("方志远", "余思敏"), ("柯建国",))
    adjudicating.vote(decision, vote, actor=officer, now=tale.now)
    tale.later(2, 10)
    yield
    adjudicating.review(decision, None, actor=tale.who("deputy"), now=tale.now)
    tale.later(2, 15)
    yield
    _decide(tale, decision)
    tale.later(28, 9)
    yield
    adjudicating.take_effect(decision, None, actor=officer, now=tale.now)
    tale.later(20, 9)
    yield
    adjudicating.plain(adjudication_steps.PERFORM)(decision, None, actor=officer, now=tale.now)


def _decide(tale: Tale, decision: Adjudication) -> None:
    received = tuple(af.PartySigned(ref, tale.today) for ref in sides(decision.case))
    told = af.Decision(
        number=f"黄知裁字〔{tale.today.year}〕{decision.id}号",
        decided_on=tale.today,
        reasons="被控侵权产品的技术特征落入权利要求1的保护范围",
        acts_to_stop="停止制造、销售被控侵权产品",
        way_to_sue=True,
        received=received,
    )
    adjudicating.establish(decision, told, actor=tale.who("officer"), now=tale.now)


def _investigated(tale: Tale) -> Generator[None, None, Penalty]:
    source = tale.chance.choice(tuple(LEADS))
    penalty = _lead(tale, _case(tale, source, ("trademark",)))
    tale.later(tale.chance.randrange(2, 9), 9)
    yield
    visit = ef.Inspection(TEAM, "现场发现标有权利人商标的商品四十件，当事人不能说明合法来源", "当事人经营场所")
    enforcing.verify(penalty, visit, actor=tale.who("officer"), now=tale.now)
    tale.soon(90)
    filing = ef.FilingFacts(TEAM, "现场检查笔录、照片和涉案商品")
    enforcing.file(penalty, filing, actor=tale.who("head"), now=tale.now)
    enforcing.investigate(penalty, None, actor=tale.who("officer"), now=tale.now)
    _handled(tale, penalty.case)
    tale.later(tale.chance.randrange(12, 30), 11)
    yield
    return penalty


def _seizure(tale: Tale) -> ef.MeasureFacts:
    items = (
        Item("电机", "Y2-90L", 20, "台", 60 * THOUSAND, "标价", "铭牌带有权利人商标"),
        Item("包装箱", "60×40×40", 300, "个", 450 * 100, "市场中间价", "印有同一商标"),
    )
    number = f"黄市监强制〔{tale.today.year}〕{tale.chance.randrange(1, 90)}号"
    return ef.MeasureFacts(place="黄石市市场监督管理局涉案物品仓库", document=number, items=items)


def _case(tale: Tale, source: str, kinds: tuple[str, ...] = OURS) -> Case:
    """A dispute at the city office, which accepts what it is competent for."""
    told = intake_desk.Registration(dispute(tale, source, kinds=kinds), track="request", wants="handling")
    complaint = intake_desk.register(told, actor=tale.who("officer"), now=tale.now)
    tale.soon(45)
    if set(kinds) <= set(OURS):
        intake_desk.accept(complaint, None, actor=tale.who("officer"), now=tale.now)
    return complaint.case


def _intake(case: Case) -> Complaint:
    """The registration that a case was opened with."""
    return next(each for each in begun_on(case) if isinstance(each, Complaint))


def _handled(tale: Tale, case: Case) -> None:
    """The intake ends where a run of its own handles the matter."""
    mediating_verbs.close_handled(_intake(case), None, actor=tale.who("officer"), now=tale.now)


def _lead(tale: Tale, case: Case) -> Penalty:
    told = ef.LeadFacts("销售侵犯知识产权的商品", LEADS.get(case.source, "inspection"), found_on=tale.today)
    return enforcing.open_lead(case, told, actor=tale.who("officer"), now=tale.now)
