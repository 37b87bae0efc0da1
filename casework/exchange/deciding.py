"""Events of an administrative request for a patent decision, with mediation inside it."""

from datetime import date

from casework.adjudication import facts as f
from casework.adjudication import verbs
from casework.adjudication.models import Adjudication
from casework.base.wallclock import local_date
from casework.exchange.history import Event, fen, instant
from casework.exchange.stage import UNTOLD, Stage, Unfit
from casework.identity.roles import Role
from casework.mediation.facts import TermFacts

PANEL = ("合议组成员一(来源未载明)", "合议组成员二(来源未载明)", "合议组成员三(来源未载明)")


def request(stage: Stage, event: Event) -> None:
    """A request reaches the office."""
    stage.adjudication = verbs.request(stage.case, f.Request(), actor=stage.act(Role.OFFICER), now=event.at)


def ask_supplement(stage: Stage, event: Event) -> None:
    """The office tells what is missing."""
    told = f.Gaps((event.note or UNTOLD,))
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
    verbs.file(adjudication, f.Filing(PANEL), actor=stage.act(Role.OFFICER), now=event.at)


def refuse(stage: Stage, event: Event) -> None:
    """The office refuses to file."""
    told = f.Reason(event.reason_code or event.note or UNTOLD)
    verbs.refuse(_begun(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


def mediate(stage: Stage, event: Event) -> None:
    """The office mediates inside the case; further sessions change nothing."""
    adjudication = _filed(stage, event)
    if adjudication.state != "mediation":
        verbs.mediate(adjudication, None, actor=stage.act(Role.OFFICER), now=event.at)


def settle(stage: Stage, event: Event) -> None:
    """The parties agree before the office."""
    mediate(stage, event)
    told = event.agreement or {}
    day = event.day
    days = {stage.ref(s.get("party"), "applicant"): _day(s.get("at"), day) for s in told.get("signatures") or ()}
    facts = f.Settlement(
        terms=_terms(stage, event),
        signatures=tuple(f.PartySigned(ref, days.get(ref, day)) for ref in stage.refs),
        official_on=_day(told.get("mediator_at"), day),
        seal_on=_day(told.get("seal_at"), day),
        main_facts=stage.history.facts or UNTOLD,
        number=told.get("number"),
        sum_fen=fen(told.get("amount")) or event.amount_fen or 0,
        in_hubei=stage.history.region.get("province") in (None, "湖北省"),
    )
    verbs.settle(_begun(stage, event), facts, actor=stage.act(Role.OFFICER), now=event.at)


def decide(stage: Stage, event: Event) -> None:
    """The office decides."""
    adjudication = _filed(stage, event)
    if adjudication.state == "filed":
        verbs.serve(adjudication, f.Service(event.day), actor=stage.act(Role.OFFICER), now=event.at)
    told = f.Decision(
        number=event.document,
        decided_on=event.day,
        reasons=event.note or stage.history.facts or UNTOLD,
        acts_to_stop=event.note or f"责令停止侵权行为({UNTOLD})",
        way_to_sue=True,
    )
    verbs.establish(adjudication, told, actor=stage.act(Role.OFFICER), now=event.at)


def fail(stage: Stage, event: Event) -> None:
    """Mediation failed: the case is withdrawn (art 69)."""
    mediate(stage, event)
    told = f.Ending("mediation_failed", event.day)
    verbs.withdraw_case(_begun(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


def withdraw(stage: Stage, event: Event) -> None:
    """The requester withdraws."""
    told = f.Ending("requester_withdraws", event.day)
    verbs.withdraw_case(_filed(stage, event), told, actor=stage.act(Role.OFFICER), now=event.at)


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


def _day(at: object, otherwise: date) -> date:
    return local_date(instant(at)) if isinstance(at, str) else otherwise


def _terms(stage: Stage, event: Event) -> tuple[TermFacts, ...]:
    told = event.agreement or {}
    items = [each for each in told.get("items") or () if isinstance(each, dict)]
    if items:
        return tuple(_term(stage, each) for each in items)
    amount = fen(told.get("amount")) or event.amount_fen
    debtor, creditor = stage.ref(None, "respondent"), stage.ref(None, "applicant")
    if amount:
        return (TermFacts("pay", debtor, creditor, amount, text=event.note or f"支付约定款项({UNTOLD})"),)
    return (TermFacts("act", debtor, creditor, text=event.note or f"按协议履行({UNTOLD})"),)


def _term(stage: Stage, item: dict[str, object]) -> TermFacts:
    amount = fen(item.get("amount"))
    due = item.get("due")
    return TermFacts(
        "pay" if item.get("kind") == "pay" and amount else "act",
        stage.ref(item.get("debtor"), "respondent"),
        stage.ref(item.get("creditor"), "applicant"),
        amount if item.get("kind") == "pay" else None,
        due=date.fromisoformat(due) if isinstance(due, str) else None,
        text=str(item.get("text") or UNTOLD),
    )
