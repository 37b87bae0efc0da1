"""Disputes that a station takes in and the committee mediates."""

from collections.abc import Generator, Iterator
from datetime import timedelta

from casework.complaints import verbs as intake_desk
from casework.complaints.models import Complaint
from casework.exchange.life.afterwards import afterwards
from casework.exchange.life.disputes import THOUSAND, dispute, instalments, sides
from casework.exchange.life.tale import Tale
from casework.mediation import facts as f
from casework.mediation.models import Mediation
from casework.mediation.verbs import agreement, conduct, court, ending, intake
from casework.records.models import Case

ROUTES = "可以依法申请仲裁、请求行政机关处理或者向人民法院起诉"
NARROW = "双方对赔偿金额的差距由十万元缩小到三万元，约定下次继续协商。"


def settled(tale: Tale) -> Iterator[None]:
    """Station, committee, agreement; then confirmation and payment (see `afterwards`)."""
    mediation = yield from accepted(tale)
    yield from sessions(tale, mediation)
    yield from agreed(tale, mediation)


def failed(tale: Tale) -> Iterator[None]:
    """The parties stay too far apart."""
    mediation = yield from accepted(tale)
    yield from sessions(tale, mediation)
    told = f.Ending("too_far_apart", ROUTES, "双方对赔偿金额分歧过大", "两次调解，未能达成一致")
    ending.terminate(mediation, told, actor=tale.who(tale.mediator), now=tale.now)


def withdrawn(tale: Tale) -> Iterator[None]:
    """The parties settle by themselves and the application is taken back."""
    mediation = yield from accepted(tale)
    tale.later(tale.chance.randrange(3, 9), 15)
    yield
    told = f.Withdrawal(own_settlement=True, detail="双方自行和解", routes=ROUTES)
    ending.withdraw(mediation, told, actor=tale.who("registrar"), now=tale.now)


def refused(tale: Tale) -> Iterator[None]:
    """The committee may not take it: the court has it already."""
    case = yield from handed_over(tale)
    mediation = intake.register(case, f.Application(), actor=tale.who("registrar"), now=tale.now)
    intake.start_review(mediation, None, actor=tale.who("registrar"), now=tale.now)
    told = f.Refusal("at_court", "同一纠纷人民法院已经立案", ROUTES)
    intake.propose_refusal(mediation, told, actor=tale.who("registrar"), now=tale.now)
    tale.later(1, 9)
    yield
    intake.refuse(mediation, None, actor=tale.who("chair"), now=tale.now)


def unanswered(tale: Tale) -> Iterator[None]:
    """The other side is asked and refuses."""
    case = yield from handed_over(tale)
    mediation = intake.register(case, f.Application(), actor=tale.who("registrar"), now=tale.now)
    intake.start_review(mediation, None, actor=tale.who("registrar"), now=tale.now)
    intake.ask_other_party(mediation, None, actor=tale.who("registrar"), now=tale.now)
    tale.later(4, 16)
    yield
    told = f.Answer((sides(case)[1],), tale.today, "phone", ROUTES)
    intake.other_party_refused(mediation, told, actor=tale.who("registrar"), now=tale.now)


def assigned(tale: Tale) -> Iterator[None]:
    """A court assigns a dispute before filing; it succeeds or goes back."""
    case = intake_case(tale)
    mediation = intake.receive_assignment(case, _papers(tale), actor=tale.who("registrar"), now=tale.now)
    tale.later(1, 9)
    yield
    taking = f.Taking(tale.today, tale.today)
    intake.accept_assignment(mediation, taking, actor=tale.who("registrar"), now=tale.now)
    yield from sessions(tale, mediation)
    if tale.likely(0.6):
        yield from agreed(tale, mediation)
        return
    told = f.Ending("too_far_apart", "退回人民法院依法立案", "一方不同意继续调解", "两次调解，未能达成一致")
    ending.terminate(mediation, told, actor=tale.who(tale.mediator), now=tale.now)


def _papers(tale: Tale) -> f.Assignment:
    court = tale.town.offices["daye-court"]
    number = f"（{tale.today.year}）鄂0281诉前调{tale.chance.randrange(100, 900)}号"
    return f.Assignment("assigned", False, tale.today, court, court.name, number)


def intake_case(tale: Tale) -> Case:
    """A case that the committee opens at its own desk."""
    told = intake_desk.Registration(dispute(tale, "court_assigned"), channel="walk_in")
    return intake_desk.register(told, actor=tale.who("registrar"), now=tale.now).case


def filed(tale: Tale) -> Iterator[None]:
    """A walk-in of the last days, not handed on yet, at the station whose clerk has a demonstration sign-in."""
    station_takes(tale, _code_of(tale, tale.who("clerk").office_id))
    yield


def station_takes(tale: Tale, station: str | None = None) -> Complaint:
    """A station registers a dispute: the one named, else any."""
    station = station or tale.chance.choice(tale.town.stations)
    channel = tale.chance.choice(("walk_in", "walk_in", "online", "association"))
    registration = intake_desk.Registration(dispute(tale, "station"), channel=channel)
    return intake_desk.register(registration, actor=tale.town.clerk(station), now=tale.now)


def handed_over(tale: Tale) -> Generator[None, None, Case]:
    """A station registers, sometimes asks for what is missing, hands over; the committee signs. Returns the case."""
    complaint = station_takes(tale)
    clerk = tale.town.clerk(_code_of(tale, complaint.office_id))
    if tale.likely(0.2):
        tale.soon(30)
        gaps = intake_desk.Gaps(("营业执照复印件", "权利证书复印件"))
        intake_desk.ask_supplement(complaint, gaps, actor=clerk, now=tale.now)
        tale.later(3, 11)
        yield
        intake_desk.supplement(complaint, intake_desk.FilesFacts(), actor=clerk, now=tale.now)
    tale.later(tale.chance.randrange(0, 3), 15)
    yield
    over = intake_desk.HandOver(tale.town.offices["hs-committee"], "双方愿意先行调解")
    intake_desk.hand_over(complaint, over, actor=clerk, now=tale.now)
    tale.later(1, 9, 30)
    yield
    intake_desk.take_over(complaint, None, actor=tale.who("registrar"), now=tale.now)
    tale.soon()
    return complaint.case


def _code_of(tale: Tale, office_id: int) -> str:
    return next(code for code, office in tale.town.offices.items() if office.id == office_id)


def accepted(tale: Tale) -> Generator[None, None, Mediation]:
    """As far as acceptance by the committee. Returns the mediation."""
    case = yield from handed_over(tale)
    registrar = tale.who("registrar")
    mediation = intake.register(case, f.Application(), actor=registrar, now=tale.now)
    intake.start_review(mediation, None, actor=registrar, now=tale.now)
    intake.ask_other_party(mediation, None, actor=registrar, now=tale.now)
    tale.later(tale.chance.randrange(1, 4), 14)
    yield
    answer = f.Answer((sides(case)[1],), tale.today, "phone")
    intake.other_party_agreed(mediation, answer, actor=registrar, now=tale.now)
    intake.accept(mediation, f.Acceptance(rights_told_on=tale.today), actor=registrar, now=tale.now)
    return mediation


def sessions(tale: Tale, mediation: Mediation) -> Iterator[None]:
    """A mediator is named, one or two sessions are held."""
    naming = f.Naming(tale.town.mediators[tale.who(tale.mediator).name], presiding=True, conflict=False)
    told = f.Mediators((naming,), chosen_by="committee")
    conduct.name_mediators(mediation, told, actor=tale.who("registrar"), now=tale.now)
    for number in range(tale.chance.choice((1, 2, 2))):
        at = tale.now
        tale.later(tale.chance.randrange(4, 9), 14, 30)
        notice = f.Notification(tale.now, "黄石市知识产权保护中心二楼调解室")
        conduct.notify_session(mediation, notice, actor=tale.who(tale.mediator), now=at)
        yield
        _session(tale, mediation, number)


def _session(tale: Tale, mediation: Mediation, number: int) -> None:
    told = f.SessionRecord(
        held_at=tale.now,
        place="黄石市知识产权保护中心二楼调解室",
        present=sides(mediation.case),
        facts_found="被控侵权商品的来源、数量和销售时间经双方核对。",
        undisputed="双方对权利归属和被控商品实物没有争议。",
        result=NARROW if number == 0 else "双方就赔偿金额、付款期限和停止行为达成一致。",
        rights_told_on=mediation.rights_told_on or tale.today,
    )
    conduct.hold_session(mediation, told, actor=tale.who(tale.mediator), now=tale.now)


def agreed(tale: Tale, mediation: Mediation) -> Iterator[None]:
    """The text, four signatures, sometimes over several days."""
    tale.soon(60)
    agreement.settle_text(mediation, _text(tale, mediation), actor=tale.who(tale.mediator), now=tale.now)
    for ref in sides(mediation.case):
        party = next(each for each in mediation.case.parties if each.ref == ref)
        signed = f.PartySignature(ref, tale.today, "signature", party.representative or party.name, sealed=True)
        agreement.sign_party(mediation, signed, actor=tale.who(tale.mediator), now=tale.now)
    agreement.sign_mediator(mediation, f.Signing(tale.today), actor=tale.who(tale.mediator), now=tale.now)
    tale.later(tale.chance.choice((0, 0, 1)), 16, 30)
    yield
    seal = tale.who("chair:seal_keeper")
    if mediation.state == "signing":
        agreement.affix_seal(mediation, f.Signing(tale.today), actor=seal, now=tale.now)
    if mediation.of_court:
        report = f.CourtReport("filed", tale.today, tuple(party.ref for party in mediation.case.parties))
        court.report_to_court(mediation, report, actor=tale.who(tale.mediator), now=tale.now)
    yield from afterwards(tale, mediation)


def _text(tale: Tale, mediation: Mediation) -> f.AgreementText:
    applicant, respondent = sides(mediation.case)
    total = tale.chance.randrange(5, 120) * THOUSAND
    terms = [
        f.TermFacts(
            "pay",
            respondent,
            applicant,
            fen,
            due=tale.today + timedelta(days=30 * place),
            manner="银行转账",
            place="黄石市",
            account="申请人书面指定的银行账户",
            text=f"第{place}期赔偿款",
        )
        for place, fen in enumerate(instalments(tale, total), start=1)
    ]
    stop = f.TermFacts(
        "omission",
        respondent,
        applicant,
        due=tale.today + timedelta(days=3),
        manner="下架并停止销售被控侵权商品",
        place="黄石市",
        text="停止销售被控侵权商品，线上链接同时删除",
    )
    return f.AgreementText(
        terms=(stop, *terms),
        bound=sides(mediation.case),
        main_facts=mediation.case.facts,
        issues="赔偿金额和停止侵权的方式",
        responsibilities="被申请人承担停止侵权和赔偿损失的责任",
        on_default="逾期付款的，按未付金额每日万分之五支付违约金",
        wants_confirmation=True,
        copies=4,
    )
