"""Events of an administrative request for a patent decision, with mediation inside it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from casework.adjudication import facts as f
from casework.adjudication import verbs
from casework.adjudication.filing_rules import MATERIALS
from casework.adjudication.models import Adjudication
from casework.base.wallclock import local_date
from casework.exchange.dating import day, instant
from casework.exchange.history import UNTOLD, Event, Item, ToldAgreement
from casework.exchange.stage import Stage, Unfit
from casework.identity.roles import Role
from casework.mediation.facts import TermFacts
from casework.procedure.clocks import open_clocks

REVIEWER = "审核人（来源未载明）"
CORRECTION_DAYS = 15
Work = list[tuple[datetime, Callable[[], None]]]
PANEL = ("合议组成员一（来源未载明）", "合议组成员二（来源未载明）", "合议组成员三（来源未载明）")


def request(stage: Stage, event: Event) -> None:
    """A request reaches the office."""
    told = f.Request(standing="patentee", place_link="respondent", claims=UNTOLD)
    stage.adjudication = verbs.request(stage.case, told, actor=stage.act(Role.OFFICER), now=event.at)


def ask_supplement(stage: Stage, event: Event) -> None:
    """The office tells what is missing."""
    told = f.Gaps((event.note or UNTOLD,), event.day + timedelta(days=CORRECTION_DAYS))
    verbs.ask_supplement(_begun(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


def supplement(stage: Stage, event: Event) -> None:
    """What was missing has come."""
    adjudication = _begun(stage, event)
    if adjudication.state == "received":
        ask_supplement(stage, event)
    verbs.supplement(adjudication, None, actor=stage.act(Role.OFFICER), now=event.at)


def file(stage: Stage, event: Event) -> None:
    """The office files the case."""
    adjudication = _begun(stage, event)
    if adjudication.state == "supplementing":
        verbs.supplement(adjudication, None, actor=stage.act(Role.OFFICER), now=event.at)
    verbs.file(adjudication, f.Filing(PANEL, MATERIALS), actor=stage.act(Role.OFFICER), now=event.at)


def refuse(stage: Stage, event: Event) -> None:
    """The office refuses to file."""
    told = f.Refusal("other", event.reason_code or event.note or UNTOLD)
    verbs.refuse(_begun(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


def mediate(stage: Stage, event: Event) -> None:
    """The office mediates inside the case; further sessions change nothing."""
    adjudication = _filed(stage, event)
    if adjudication.state != "mediation":
        verbs.mediate(adjudication, f.Consent(all_agree=True), actor=stage.act(Role.OFFICER), now=event.at)


def settle(stage: Stage, event: Event) -> Work:
    """The parties agree before the office; where the last signature lies later, the case is closed by it then."""
    mediate(stage, event)
    told = event.agreement or ToldAgreement()
    given = [*(at for _, at in told.signatures or ()), told.mediator_at, told.seal_at]
    last = max([event.at, *(instant(each) for each in given if each)])
    if last > event.at:
        return [(last, lambda: _settle(stage, event, told, last))]
    _settle(stage, event, told, event.at)
    return []


def decide(stage: Stage, event: Event) -> None:
    """The office decides; a mediation inside the case has failed by then (ADJ-21)."""
    adjudication = _filed(stage, event)
    officer = stage.act(Role.OFFICER)
    if adjudication.state == "mediation":
        verbs.end_mediation(adjudication, None, actor=officer, now=event.at)
    if adjudication.state == "filed":
        verbs.serve(adjudication, f.Service(_filed_on(adjudication, event.day)), actor=officer, now=event.at)
    dismissed = "驳回" in f"{event.note}{event.document}"
    if open_clocks(adjudication, ("ADJ-10.answer",)):
        verbs.answer(adjudication, f.Day(event.day), actor=officer, now=event.at)
    vote = f.Vote("dismissed" if dismissed else "established", tuple(adjudication.panel))
    verbs.vote(adjudication, vote, actor=officer, now=event.at)
    verbs.review(adjudication, None, actor=stage.act(Role.HEAD, name=REVIEWER), now=event.at)
    told = f.Decision(
        number=stage.number(event),
        decided_on=event.day,
        reasons=event.note or stage.history.facts or UNTOLD,
        acts_to_stop=event.note or f"责令停止侵权行为（{UNTOLD}）",
        way_to_sue=True,
    )
    verb = verbs.dismiss if dismissed else verbs.establish
    verb(adjudication, told, actor=officer, now=event.at)


def fail(stage: Stage, event: Event) -> None:
    """Mediation failed: the office goes on to decide (ADJ-21) if it did; else the case is withdrawn (art 69)."""
    mediate(stage, event)
    adjudication, officer = _begun(stage, event), stage.act(Role.OFFICER)
    if any(each.action == "adjudication_decided" and each.seq > event.seq for each in stage.history.events):
        verbs.end_mediation(adjudication, None, actor=officer, now=event.at)
        return
    verbs.withdraw_case(adjudication, f.Ending("mediation_failed", event.day), actor=officer, now=event.at)


def withdraw(stage: Stage, event: Event) -> None:
    """The requester withdraws."""
    told = f.Ending("requester_withdraws", event.day)
    verbs.withdraw_case(_filed(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


def _settle(stage: Stage, event: Event, told: ToldAgreement, now: datetime) -> None:
    signed = {stage.ref(party, "applicant"): _day(at) for party, at in told.signatures or ()}
    bare = told.signatures is None and not told.mediator_at and not told.seal_at
    facts = f.Settlement(
        terms=_terms(stage, event),
        signatures=tuple(
            f.PartySigned(ref, event.day if told.signatures is None else signed.get(ref)) for ref in stage.refs
        ),
        official_on=event.day if bare else _day(told.mediator_at),
        seal_on=event.day if bare else _day(told.seal_at),
        main_facts=stage.history.facts or UNTOLD,
        number=told.number or event.number,
        sum_fen=told.fen or event.amount_fen or 0,
        in_hubei=stage.history.province in (None, "湖北省"),
    )
    verbs.settle(_begun(stage, event), facts, actor=stage.act(Role.OFFICER), now=now)


def _begun(stage: Stage, event: Event) -> Adjudication:
    if stage.adjudication is None:
        request(stage, event)
    if stage.adjudication is None:
        raise Unfit("没有可以办理的行政裁决程序", "ADJ-4")
    return stage.adjudication


def _filed(stage: Stage, event: Event) -> Adjudication:
    adjudication = _begun(stage, event)
    if adjudication.state in ("received", "supplementing"):
        file(stage, event)
    return adjudication


def _filed_on(adjudication: Adjudication, today: date) -> date:
    """The day of filing, on which the copies are taken as served: no history tells that day."""
    filed = (local_date(each.started_at) for each in adjudication.clocks if each.rule == "ADJ-10.serve")
    return next(filed, today)


def _day(at: str | None) -> date | None:
    return local_date(instant(at)) if at else None


def _terms(stage: Stage, event: Event) -> tuple[TermFacts, ...]:
    told = event.agreement or ToldAgreement()
    if told.items:
        return tuple(_term(stage, each) for each in told.items)
    amount = told.fen or event.amount_fen
    debtor, creditor = stage.ref(None, "respondent"), stage.ref(None, "applicant")
    if amount:
        return (TermFacts("pay", debtor, creditor, amount, text=event.note or f"支付约定款项（{UNTOLD}）"),)
    return (TermFacts("act", debtor, creditor, text=event.note or f"按协议履行（{UNTOLD}）"),)


def _term(stage: Stage, item: Item) -> TermFacts:
    return TermFacts(
        "pay" if item.pays else "act",
        stage.ref(item.debtor, "respondent"),
        stage.ref(item.creditor, "applicant"),
        item.fen if item.pays else None,
        due=day(item.due) if item.due else None,
        text=item.text or UNTOLD,
    )
