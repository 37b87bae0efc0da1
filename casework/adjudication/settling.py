"""The office's agreement: made of the facts of a settlement, in an adjudication or a patent mediation."""

from datetime import datetime

from casework.adjudication import facts as f
from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation.agreements import DRAFT, IN_FORCE, MEDIATOR, PARTY, SEAL, Agreement, Signature, Term
from casework.mediation.facts import TermFacts
from casework.procedure.door import Taken
from casework.procedure.models import Proceeding
from casework.records.models import Party


def put_in_force(
    proceeding: Proceeding, facts: f.Settlement, taken: Taken, *, actor: Actor, now: datetime, confirmable: bool = True
) -> Agreement:
    """The agreement with its effect; the window of confirmation runs where a court may confirm it (J-08, J-02)."""
    agreement = _agreement(proceeding, facts, actor, now)
    effect = agreement.effect
    agreement.status, agreement.effective_on = IN_FORCE, effect.effective
    agreement.confirmable = confirmable
    agreement.window_from = effect.window_from if confirmable else None
    if agreement.window_from:
        taken.start_clock("J-08" if facts.in_hubei else "J-02", agreement.window_from)
    taken.counts(on=effect.effective, fen=agreement.sum_fen)
    return agreement


def _agreement(proceeding: Proceeding, facts: f.Settlement, actor: Actor, now: datetime) -> Agreement:
    refs = {party.ref: party for party in proceeding.case.parties}
    agreement = Agreement(
        proceeding=proceeding,
        case=proceeding.case,
        position=1,
        number=facts.number,
        regime="administrative",
        settled_on=min([each.on for each in facts.signatures if each.on] or [local_date(now)]),
        sum_fen=facts.sum_fen if facts.sum_fen is not None else sum(each.fen or 0 for each in facts.terms),
        main_facts=facts.main_facts or "",
        enforcement_promise=facts.enforcement_promise,
        going_on={},
        status=DRAFT,
        form="written",
    )
    agreement.parties = [refs[each.party] for each in facts.signatures if each.party in refs]
    agreement.terms = [_term(no, each, refs) for no, each in enumerate(facts.terms, start=1)]
    agreement.signatures = [
        *(Signature(role=PARTY, party=refs[s.party], how="signature", signed_on=s.on, name=refs[s.party].name)
          for s in facts.signatures if s.party in refs),
        Signature(role=MEDIATOR, how="signature", name=actor.name, signed_on=facts.official_on),
        Signature(role=SEAL, how="seal", name=actor.office_name, signed_on=facts.seal_on),
    ]  # fmt: skip
    db.session.add(agreement)
    db.session.flush()
    return agreement


def _term(no: int, told: TermFacts, refs: dict[str, Party]) -> Term:
    return Term(
        no=no,
        kind=told.kind,
        debtor=refs[told.debtor or ""],
        creditor=refs.get(told.creditor or ""),
        fen=told.fen if told.kind == "pay" else None,
        due=told.due,
        text=told.text or "",
        manner=told.manner,
        place=told.place,
        account=told.account,
    )
