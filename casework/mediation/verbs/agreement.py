"""The text, the signatures, the effect (mediation.md 2.3, rows 20-24)."""

from datetime import datetime

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation import steps
from casework.mediation.agreements import (
    DRAFT,
    IN_FORCE,
    MEDIATOR,
    PARTY,
    RECORDER,
    REFUSED,
    REOPENED,
    REPLACED,
    SEAL,
    Agreement,
    Signature,
    Term,
    agreements_of,
    current_agreement,
)
from casework.mediation.facts import (
    AgreementText,
    GoOn,
    OralAgreement,
    PartySignature,
    Signing,
    TermFacts,
    Unsigned,
)
from casework.mediation.models import Mediation
from casework.mediation.on_screen import OnScreen
from casework.mediation.rules.agreement import bound_parties, fitting_regimes
from casework.mediation.rules.people import party_of
from casework.mediation.text import sum_of
from casework.mediation.verbs.court import papers_go_back
from casework.procedure.door import Taken, taking
from casework.records.models import Case


def settle_text(mediation: Mediation, facts: AgreementText, *, actor: Actor, now: datetime) -> Mediation:
    """Fix the text as terms; what the check found and why the parties go on is kept (M-33, row 20)."""
    with taking(mediation, steps.SETTLE_TEXT, actor=actor, now=now, facts=facts) as taken:
        text = _new_text(mediation, facts, now)
        text.regime = facts.regime or fitting_regimes(mediation)[0]
        text.responsibilities, text.on_default = facts.responsibilities or "", facts.on_default or ""
        text.enforcement_promise, text.wants_confirmation = facts.enforcement_promise, facts.wants_confirmation
        text.partial, text.copies = facts.partial, facts.copies or len(text.parties) + 1
        db.session.add(text)
        _keep_reasons(taken, facts.going_on)
    return mediation


def reopen_text(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """Open the text again while nobody is bound; signatures given fall with it (row 24)."""
    with taking(mediation, steps.REOPEN_TEXT, actor=actor, now=now):
        _set_aside(mediation, REOPENED)
    return mediation


def sign_party(mediation: Mediation, facts: PartySignature, *, actor: Actor, now: datetime) -> Mediation:
    """A party signs; with the last element of its regime the agreement takes effect (M-34, C-11, C-20)."""
    with taking(mediation, steps.SIGN_PARTY, actor=actor, now=now, facts=facts) as taken:
        party = party_of(mediation.case, facts.party)
        signature = Signature(
            agreement=_text(mediation),
            role=PARTY,
            party=party,
            how=facts.how,
            name=facts.name or (party.name if party else ""),
            sealed=facts.sealed or facts.how == "seal",
            signed_on=facts.signed_on,
        )
        _keep_screen(signature, facts.on_screen, now)
        db.session.add(signature)
        if party and party.kind == "org" and not signature.sealed:
            taken.note(warning="M-36")
    return take_effect_if_complete(mediation, actor=actor, now=now)


def sign_mediator(mediation: Mediation, facts: Signing, *, actor: Actor, now: datetime) -> Mediation:
    """A mediator signs (M-34), with ink or on the screen."""
    with taking(mediation, steps.SIGN_MEDIATOR, actor=actor, now=now, facts=facts):
        signature = _sign(mediation, MEDIATOR, facts, facts.name or actor.name)
        _keep_screen(signature, facts.on_screen, now)
        signature.person_id = actor.person_id if facts.on_screen else None
    return take_effect_if_complete(mediation, actor=actor, now=now)


def affix_seal(mediation: Mediation, facts: Signing, *, actor: Actor, now: datetime) -> Mediation:
    """The committee's seal is affixed by its keeper (M-34); a station's or bureau's seal is none."""
    with taking(mediation, steps.SEAL, actor=actor, now=now, facts=facts):
        _sign(mediation, SEAL, facts, actor.office_name)
    return take_effect_if_complete(mediation, actor=actor, now=now)


def take_effect_if_complete(mediation: Mediation, *, actor: Actor, now: datetime) -> Mediation:
    """Let the agreement take effect once nothing is missing; before that, nothing happens.

    The effective date counts for the figure, the confirmation window runs from `window_from` (J-02), not after an
    entrustment (C-12).
    """
    db.session.flush()
    text = _text(mediation)
    if mediation.state != "signing" or text.effect.missing:
        return mediation
    with taking(mediation, steps.TAKE_EFFECT, actor=actor, now=now) as taken:
        _in_force(mediation, text, taken)
    return mediation


def agree_orally(mediation: Mediation, facts: OralAgreement, *, actor: Actor, now: datetime) -> Mediation:
    """Record an agreement by word of mouth; it takes effect on the day it was reached (M-30, M-35)."""
    with taking(mediation, steps.AGREE_ORALLY, actor=actor, now=now, facts=facts) as taken:
        text = _new_text(mediation, facts, now)
        text.regime, text.form, text.reached_on = "people_oral", "oral", facts.reached_on
        db.session.add(text)
        db.session.flush()
        _keep_reasons(taken, facts.going_on)
        if facts.recording:
            taken.note(recording=facts.recording)
        if facts.recorder:
            text.signatures.append(
                Signature(role=RECORDER, how="signature", name=facts.recorder, signed_on=text.settled_on)
            )
        _in_force(mediation, text, taken)
    return mediation


def refuse_to_sign(mediation: Mediation, facts: Unsigned, *, actor: Actor, now: datetime) -> Mediation:
    """A party refuses to sign: mediation ends, the routes are told (C-22)."""
    with taking(mediation, steps.REFUSE_TO_SIGN, actor=actor, now=now, facts=facts) as taken:
        _set_aside(mediation, REFUSED)
        mediation.end_reason, mediation.ended_on = "unsigned", local_date(now)
        mediation.end_detail, mediation.routes_told = facts.detail, facts.routes or ""
        papers_go_back(mediation, now)
        taken.note(refusing=facts.party)
        if mediation.again:
            taken.figure = None
    return mediation


def _text(mediation: Mediation) -> Agreement:
    found = current_agreement(mediation)
    if found is None:
        raise LookupError("no text on this mediation")
    return found


def _new_text(mediation: Mediation, facts: AgreementText | OralAgreement, now: datetime) -> Agreement:
    case, earlier = mediation.case, agreements_of(mediation)
    return Agreement(
        proceeding=mediation,
        case=case,
        position=len(earlier) + 1,
        number=_number(mediation, earlier),
        regime="people_written",
        form="written",
        status=DRAFT,
        settled_on=local_date(now),
        confirmable=not mediation.entrusted,
        sum_fen=sum_of(facts.terms),
        main_facts=facts.main_facts or case.facts,
        issues=facts.issues or case.request,
        going_on={each.finding: each.reason for each in facts.going_on if each.finding and each.reason},
        terms=[_term(case, no, each) for no, each in enumerate(facts.terms, start=1)],
        parties=bound_parties(case, facts.bound),
    )


def _number(mediation: Mediation, earlier: list[Agreement]) -> str | None:
    """The agreement's number: the mediation's own; a later agreement of it carries its rank (row 38)."""
    bound_before = sum(each.effective_on is not None for each in earlier)
    return f"{mediation.number}之{bound_before + 1}" if bound_before and mediation.number else mediation.number


def _term(case: Case, no: int, facts: TermFacts) -> Term:
    return Term(
        no=no,
        kind=facts.kind,
        debtor=party_of(case, facts.debtor),
        creditor=party_of(case, facts.creditor),
        fen=facts.fen if facts.kind == "pay" else None,
        due=facts.due,
        manner=facts.manner,
        place=facts.place,
        account=facts.account,
        text=facts.text or "",
    )


def _sign(mediation: Mediation, role: str, facts: Signing, name: str) -> Signature:
    how = "seal" if role == SEAL else facts.how
    signature = Signature(agreement=_text(mediation), role=role, how=how, name=name, signed_on=facts.signed_on)
    db.session.add(signature)
    return signature


def _keep_screen(signature: Signature, told: OnScreen | None, now: datetime) -> None:
    if told is not None:
        signature.signed_at, signature.proved, signature.text_sha256 = told.at or now, told.proved, told.text_sha256


def _in_force(mediation: Mediation, text: Agreement, taken: Taken) -> None:
    effect = text.effect
    for each in agreements_of(mediation):
        if each.status == IN_FORCE:
            each.status = REPLACED
    text.status, text.effective_on = IN_FORCE, effect.effective
    text.also_on, text.window_from = effect.also, effect.window_from
    mediation.ended_on = effect.effective
    if text.confirmable and effect.window_from:
        taken.start_clock(text.clock, effect.window_from)
    figure = "agreed_again" if mediation.again else "agreed"
    taken.counts(figure, on=effect.effective, fen=text.sum_fen)
    taken.note(form=text.form, agreement=text.number)


def _set_aside(mediation: Mediation, status: str) -> None:
    _text(mediation).status = status


def _keep_reasons(taken: Taken, going_on: tuple[GoOn, ...]) -> None:
    reasons = {each.finding: each.reason for each in going_on if each.finding and each.reason}
    if reasons:
        taken.note(going_on=reasons)
