"""Events of a committee's mediation, walked through the room of mediation; what the source leaves out is supplied."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from casework.base.wallclock import local_date
from casework.exchange import cast
from casework.exchange.dating import day, instant
from casework.exchange.history import UNTOLD, Event, Item, ToldAgreement
from casework.exchange.stage import ROUTES, Stage, Unfit
from casework.identity.actor import Actor
from casework.identity.roles import Role
from casework.mediation import facts as f
from casework.mediation.committee import mediator_named
from casework.mediation.models import Mediation
from casework.mediation.text import findings
from casework.mediation.verbs import agreement as signing
from casework.mediation.verbs import conduct, ending, intake

Work = list[tuple[datetime, Callable[[], None]]]
MEDIATOR = "历史记载调解员"
GROUNDS = {
    "专属管辖": "exclusive",
    "法律禁止": "forbidden",
    "法院已受理": "at_court",
    "行政机关已受理": "at_agency",
    "非民事": "not_civil",
    "授权确权": "validity",
    "确权授权": "validity",
    "一方拒绝": "one_refuses",
}
REASONS = {
    "一方拒绝": "one_refuses",
    "分歧过大": "too_far_apart",
    "期限届满未延长": "time_over",
    "期限届满": "time_over",
    "无法联系": "unreachable",
    "虚假": "sham",
}
LINKS = {"assigned": "assigned", "entrusted": "entrusted_ordinary"}
ORIGINS = {"own_initiative": "own_initiative"}


def register(stage: Stage, event: Event) -> None:
    """A party turns to the committee."""
    told = f.Application(origin=ORIGINS.get(stage.history.channel, "application"), requested_on=event.day)
    stage.mediation = intake.register(stage.case, told, actor=stage.act(Role.REGISTRAR), now=event.at)


def assign(stage: Stage, event: Event) -> None:
    """A court assigns or entrusts the dispute."""
    link = LINKS.get(event.entrusted or "assigned", "assigned")
    online = _regime(stage) == "court_online"
    told = f.Assignment(link=link, online=online, received_on=event.day, court_name=event.actor[:120])
    stage.mediation = intake.receive_assignment(stage.case, told, actor=stage.act(Role.REGISTRAR), now=event.at)


def accept(stage: Stage, event: Event) -> None:
    """The committee accepts."""
    _accept(stage, _begun(stage, event), event.at)


def refuse(stage: Stage, event: Event) -> None:
    """The committee does not accept, with its ground."""
    mediation = _begun(stage, event)
    ground = GROUNDS.get(event.reason_code or "", "other")
    if mediation.of_court:
        intake.decline_assignment(
            mediation, f.Reason(event.reason_code or UNTOLD), actor=stage.act(Role.REGISTRAR), now=event.at
        )
        return
    _review(stage, mediation, event.at)
    told = f.Refusal(ground=ground, detail=event.reason_code or event.note or UNTOLD, routes=ROUTES)
    intake.propose_refusal(mediation, told, actor=stage.act(Role.REGISTRAR), now=event.at)
    intake.refuse(mediation, None, actor=stage.act(Role.CHAIR, name="历史记载主任"), now=event.at)


def supplement_asked(stage: Stage, event: Event) -> None:
    """The committee asks for what is missing."""
    mediation = _begun(stage, event)
    _review(stage, mediation, event.at)
    intake.ask_supplement(mediation, f.Gaps((event.note or UNTOLD,)), actor=stage.act(Role.REGISTRAR), now=event.at)


def supplemented(stage: Stage, event: Event) -> None:
    """What was missing has come."""
    mediation = _begun(stage, event)
    if mediation.state != "awaiting_supplement":
        supplement_asked(stage, event)
    intake.supplement(mediation, f.FilesFacts(), actor=stage.act(Role.REGISTRAR), now=event.at)


def name_mediator(stage: Stage, event: Event) -> None:
    """A mediator is named."""
    _named(stage, _accepted(stage, event), event.at)


def session(stage: Stage, event: Event) -> None:
    """A session is held."""
    mediation = _accepted(stage, event)
    if not mediation.named:
        _named(stage, mediation, event.at)
    _session(stage, mediation, event.at, event.note)


def agree(stage: Stage, event: Event) -> Work:
    """The agreement: its text now, each signature at its own instant. What lies later is handed back as work."""
    mediation = _mediating(stage, event)
    told = _signed(event)
    if told.oral:
        _orally(stage, mediation, event, told)
        return []
    regime = told.regime or _written_regime(mediation)
    text = _text(stage, event, told, regime)
    signing.settle_text(mediation, text, actor=_mediator(stage), now=min([event.at, *_instants(told)]))
    return _signatures(stage, mediation, event, told)


def fail(stage: Stage, event: Event) -> None:
    """Mediation ends without agreement."""
    mediation = _accepted(stage, event)
    reason = REASONS.get(event.reason_code or "", "other")
    detail = event.reason_code or event.note or UNTOLD
    told = f.Ending(reason, ROUTES, detail, course=UNTOLD, party=stage.ref(None, "respondent"))
    ending.terminate(mediation, told, actor=_mediator(stage), now=event.at)


def withdraw(stage: Stage, event: Event) -> None:
    """The applicant withdraws."""
    told = f.Withdrawal(own_settlement=event.reason_code == "自行和解", detail=event.reason_code, routes=ROUTES)
    ending.withdraw(_begun(stage, event), told, actor=stage.act(Role.REGISTRAR), now=event.at)


def transfer_out(stage: Stage, event: Event) -> None:
    """The matter goes to an agency or the police."""
    mediation = _mediating(stage, event)
    told = f.HandOver(receiver=event.note or "公安机关", reason=event.reason_code or "涉嫌犯罪", routes=ROUTES)
    ending.transfer_out(mediation, told, actor=_mediator(stage), now=event.at)


def _begun(stage: Stage, event: Event) -> Mediation:
    if stage.mediation is None:
        register(stage, event)
    if stage.mediation is None:
        raise Unfit("没有可以办理的调解程序", "M-10")
    return stage.mediation


def _review(stage: Stage, mediation: Mediation, now: datetime) -> None:
    if mediation.state == "registered":
        intake.start_review(mediation, None, actor=stage.act(Role.REGISTRAR), now=now)


def _accept(stage: Stage, mediation: Mediation, now: datetime) -> None:
    day = local_date(now)
    if mediation.of_court:
        told = f.Taking(signed_on=day, rights_told_on=day)
        intake.accept_assignment(mediation, told, actor=stage.act(Role.REGISTRAR), now=now)
        return
    _review(stage, mediation, now)
    acceptance = f.Acceptance(rights_told_on=day, civil_part="损害赔偿等民事部分")
    intake.accept(mediation, acceptance, actor=stage.act(Role.REGISTRAR), now=now)


def _accepted(stage: Stage, event: Event) -> Mediation:
    mediation = _begun(stage, event)
    if mediation.accepted_on is None and not _is_accepted(mediation):
        _accept(stage, mediation, event.at)
    return mediation


def _is_accepted(mediation: Mediation) -> bool:
    before = ("registered", "under_review", "awaiting_supplement", "awaiting_consent", "assigned", "refusal_proposed")
    return mediation.state not in before


def _named(stage: Stage, mediation: Mediation, now: datetime) -> None:
    mediator = mediator_named(stage.keeper.id, MEDIATOR, since=cast.BEFORE_ALL)
    naming = f.Naming(mediator_id=mediator.id, presiding=True, conflict=False)
    told = f.Mediators((naming,), chosen_by="committee")
    conduct.name_mediators(mediation, told, actor=stage.act(Role.REGISTRAR), now=now)


def _session(stage: Stage, mediation: Mediation, now: datetime, note: str | None) -> None:
    day = local_date(now)
    _addresses(stage, mediation, now)
    told = f.SessionRecord(
        held_at=now,
        place=UNTOLD,
        present=stage.refs,
        result=note or UNTOLD,
        rights_told_on=mediation.rights_told_on or day,
    )
    conduct.hold_session(mediation, told, actor=_mediator(stage), now=now)


def _addresses(stage: Stage, mediation: Mediation, now: datetime) -> None:
    """Online the parties' identity and address are confirmed before the start (C-25); a history seldom tells it."""
    if not mediation.online or mediation.addresses:
        return
    for party in stage.case.parties:
        told = f.AddressFacts(party.ref, party.name[:60], UNTOLD, UNTOLD, identity_seen=True, signed_on=local_date(now))
        conduct.confirm_address(mediation, told, actor=stage.act(Role.REGISTRAR), now=now)


def _mediating(stage: Stage, event: Event) -> Mediation:
    mediation = _accepted(stage, event)
    if not mediation.named and mediation.state == "accepted":
        _named(stage, mediation, event.at)
    if mediation.state == "mediator_set":
        _session(stage, mediation, event.at, None)
    return mediation


def _mediator(stage: Stage) -> Actor:
    return stage.act(Role.MEDIATOR, name=MEDIATOR)


def _signed(event: Event) -> ToldAgreement:
    """What is told of the agreement; where no signature is told at all, everybody signed at the event."""
    told = event.agreement or ToldAgreement()
    if told.signatures is None and not told.mediator_at and not told.seal_at:
        at = event.at.isoformat()
        return replace(told, mediator_at=at, seal_at=at)
    return told


def _regime(stage: Stage) -> str | None:
    told = [each.agreement for each in stage.history.events if each.agreement]
    return told[0].regime if told else None


def _written_regime(mediation: Mediation) -> str:
    if not mediation.of_court:
        return "people_written"
    return "court_online" if mediation.online else "people_in_court_assigned"


def _terms(stage: Stage, event: Event, told: ToldAgreement) -> tuple[f.TermFacts, ...]:
    if told.items:
        return tuple(_term(stage, each) for each in told.items)
    amount = told.fen or event.amount_fen
    debtor, creditor = stage.ref(None, "respondent"), stage.ref(None, "applicant")
    if amount:
        return (f.TermFacts("pay", debtor, creditor, amount, manner=UNTOLD, text=f"支付约定款项({UNTOLD})"),)
    return (f.TermFacts("act", debtor, creditor, text=f"按协议履行({UNTOLD})"),)


def _term(stage: Stage, item: Item) -> f.TermFacts:
    return f.TermFacts(
        "pay" if item.pays else "act",
        stage.ref(item.debtor, "respondent"),
        stage.ref(item.creditor, "applicant"),
        item.fen if item.pays else None,
        due=day(item.due) if item.due else None,
        manner=UNTOLD,
        place=UNTOLD,
        text=item.text or UNTOLD,
    )


def _text(stage: Stage, event: Event, told: ToldAgreement, regime: str) -> f.AgreementText:
    terms = _terms(stage, event, told)
    bare = f.AgreementText(
        terms=terms, regime=regime, bound=stage.refs, main_facts=stage.history.facts or UNTOLD, issues=UNTOLD
    )
    reasons = tuple(f.GoOn(each.key, "历史案件,按来源记载") for each in findings(stage.case, bare) if each.is_error)
    return f.AgreementText(
        terms=terms,
        regime=regime,
        bound=stage.refs,
        main_facts=bare.main_facts,
        issues=UNTOLD,
        responsibilities=UNTOLD,
        going_on=reasons,
    )


def _orally(stage: Stage, mediation: Mediation, event: Event, told: ToldAgreement) -> None:
    reached = instant(told.reached_at) if told.reached_at else event.at
    bare = f.OralAgreement(
        reached_on=local_date(reached),
        asked_by=stage.refs,
        terms=_terms(stage, event, told),
        bound=stage.refs,
        main_facts=stage.history.facts or UNTOLD,
        issues=UNTOLD,
    )
    reasons = tuple(f.GoOn(each.key, "历史案件,按来源记载") for each in findings(stage.case, bare) if each.is_error)
    facts = f.OralAgreement(**{**bare.__dict__, "going_on": reasons})
    signing.agree_orally(mediation, facts, actor=_mediator(stage), now=event.at)


def _instants(told: ToldAgreement) -> list[datetime]:
    given = [*(at for _, at in told.signatures or ()), told.mediator_at, told.seal_at]
    return [instant(each) for each in given if each]


def _signatures(stage: Stage, mediation: Mediation, event: Event, told: ToldAgreement) -> Work:
    listed = told.signatures
    if listed is None:
        listed = tuple((ref, event.at.isoformat()) for ref in stage.refs)
    signed = [(stage.ref(party, "applicant"), instant(at)) for party, at in listed if at]
    work = [(at, _party_signs(stage, mediation, ref, at)) for ref, at in signed]
    for text, does in ((told.mediator_at, _mediator_signs), (told.seal_at, _sealed)):
        if text:
            work.append((instant(text), does(stage, mediation, instant(text))))
    return sorted(work, key=lambda each: each[0])


def _party_signs(stage: Stage, mediation: Mediation, ref: str, at: datetime) -> Callable[[], None]:
    def sign() -> None:
        told = f.PartySignature(ref, local_date(at), "signature", UNTOLD, sealed=True)
        signing.sign_party(mediation, told, actor=_mediator(stage), now=at)

    return sign


def _mediator_signs(stage: Stage, mediation: Mediation, at: datetime) -> Callable[[], None]:
    def sign() -> None:
        told = f.Signing(local_date(at), MEDIATOR)
        signing.sign_mediator(mediation, told, actor=_mediator(stage), now=at)

    return sign


def _sealed(stage: Stage, mediation: Mediation, at: datetime) -> Callable[[], None]:
    def sign() -> None:
        told = f.Signing(local_date(at), stage.keeper.name)
        signing.affix_seal(mediation, told, actor=stage.act(Role.SEAL_KEEPER), now=at)

    return sign
