"""The acts of performance. Each asks the door, writes what it changes, and moves."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation.agreements import Agreement, agreement_in_force
from casework.performance import facts as f
from casework.performance import steps
from casework.performance.instruments import order_in_force, standing_confirmation
from casework.performance.models import (
    CONFIRMED,
    DISPUTED,
    PAY,
    Obligation,
    Performance,
    ProofOfPerformance,
    ReturnVisit,
    UrgingRecord,
)
from casework.performance.overdue import overdue
from casework.performance.periods import expired
from casework.performance.rules import COURT, chosen
from casework.procedure.door import Taken, begin, taking
from casework.procedure.step import Step
from casework.records.evidence import receive
from casework.records.models import Case, Evidence


def performance_of(agreement: Agreement) -> Performance | None:
    """The schedule of an agreement, None while nobody made one."""
    asked = select(Performance).where(Performance.agreement_id == agreement.id)
    with db.session.no_autoflush:
        return db.session.scalars(asked).first()


def proposed(case: Case, actor: Actor, now: datetime, agreement_id: int | None = None) -> Performance | None:
    """The schedule as it would be opened, not stored; None where no agreement in force waits for one."""
    found = _waiting(case, agreement_id)
    return _new(found[0], now) if found else None


def schedule(case: Case, facts: f.Schedule, *, actor: Actor, now: datetime) -> Performance:
    """Make the schedule of the case's agreement that has none. Raises LookupError when there is none."""
    found = _waiting(case, facts.agreement)
    if not found:
        raise LookupError(f"{case.number}: no agreement waits for its schedule")
    return open_performance(found[0], actor=actor, now=now)


def open_performance(agreement: Agreement, *, actor: Actor, now: datetime) -> Performance:
    """Turn an agreement's terms into a schedule (C0); a return visit falls due a week after each due date (M-38)."""
    performance = begin(_new(agreement, now), now=now)
    with taking(performance, steps.SCHEDULE, actor=actor, now=now, facts=f.Schedule(agreement.id)) as taken:
        performance.items = [_item(term) for term in agreement.terms]
        for each in performance.items:
            if each.due:
                taken.start_clock("M-38.return_visit", each.due, label_of(each))
    return performance


def label_of(item: Obligation) -> str:
    """The label of an item's clocks: its number in the agreement."""
    return str(item.no)


def record(performance: Performance, facts: f.Proof, *, actor: Actor, now: datetime) -> Performance:
    """Record that something was paid or done, per item; when nothing is left, the performance is complete.

    What is paid counts at the day of payment in fen; a proof that the creditor disputes at once is kept but does
    not count. When nothing is overdue any more, the product may propose a breach again at the next due date.
    """
    with taking(performance, _recording(performance), actor=actor, now=now, facts=facts) as taken:
        receive(performance.case, facts.files, actor=actor, now=now)
        proofs = _proofs(performance, facts)
        _count(proofs, facts, taken)
        if performance.proposed_on and not overdue(performance, local_date(now)):
            performance.proposed_on = None
    db.session.flush()
    if facts.answer == DISPUTED or performance.open_items:
        return performance
    return fulfil(performance, None, actor=actor, now=now, on=facts.done_on)


def fulfil(
    performance: Performance, _facts: None, *, actor: Actor, now: datetime, on: date | None = None
) -> Performance:
    """Everything is performed (C2); the figure counts at the day of the last proof, once.

    A performance that was disputed or broken afterwards and is made good again has counted already.
    """
    with taking(performance, steps.FULFIL, actor=actor, now=now) as taken:
        days = [proof.done_on for each in performance.items for proof in each.counting]
        if performance.performed_on is None:
            performance.performed_on = max(days, default=on or local_date(now))
            taken.counts(on=performance.performed_on)
        else:
            taken.figure = None
    return performance


def dispute_proof(performance: Performance, facts: f.Dispute, *, actor: Actor, now: datetime) -> Performance:
    """The creditor disputes a proof: it counts no longer, and what was performed in full is not any more.

    Money counted for it is taken back as a figure of today with a negative amount: a month that was reported keeps
    its number, the correction stands in the month in which it became known (mediation.md 4.5).
    """
    step = steps.DISPUTE_PERFORMED if performance.state == steps.DONE else steps.DISPUTE_PROOF
    with taking(performance, step, actor=actor, now=now, facts=facts) as taken:
        proof = performance.proof(facts.proof)
        if proof is not None:
            proof.answer, proof.disputed_for = DISPUTED, facts.reason
            if proof.fen:
                taken.counts("performed_amount", on=local_date(now), fen=-proof.fen)
    return performance


def confirm_proof(performance: Performance, facts: f.Confirmed, *, actor: Actor, now: datetime) -> Performance:
    """The creditor confirms a proof; one that was disputed counts again, from today, and may complete everything."""
    with taking(performance, steps.CONFIRM_PROOF, actor=actor, now=now, facts=facts) as taken:
        proof = performance.proof(facts.proof)
        if proof is not None:
            if proof.answer == DISPUTED and proof.fen:
                taken.counts("performed_amount", on=local_date(now), fen=proof.fen)
            proof.answer, proof.disputed_for = CONFIRMED, None
        taken.note(**({"found": facts.note} if facts.note else {}))
    db.session.flush()
    if performance.state == steps.DONE or performance.open_items:
        return performance
    return fulfil(performance, None, actor=actor, now=now)


def find_violation(performance: Performance, facts: f.Violation, *, actor: Actor, now: datetime) -> Performance:
    """What was promised not to be done was done (C4, after a part was performed C3); claims to stop never expire."""
    performed = any(each.counting for each in performance.items)
    step = steps.FIND_VIOLATION_IN_PART if performed else steps.FIND_VIOLATION
    with taking(performance, step, actor=actor, now=now, facts=facts) as taken:
        item = performance.item(facts.item)
        if item is not None:
            item.broken_on = facts.broken_on
        performance.breached_on = local_date(now)
        taken.note(found=facts.note)
    return performance


def find_violation_in_court(
    performance: Performance, facts: f.Violation, *, actor: Actor, now: datetime
) -> Performance:
    """What was forbidden is done again while the court enforces: told to the court, which may fine the delay (E-10)."""
    with taking(performance, steps.FIND_VIOLATION_IN_COURT, actor=actor, now=now, facts=facts) as taken:
        item = performance.item(facts.item)
        if item is not None:
            taken.note(broken_before=item.broken_on.isoformat() if item.broken_on else None)
            item.broken_on = facts.broken_on
        taken.note(found=facts.note)
    return performance


def propose_breach(performance: Performance, _facts: None, *, actor: Actor, now: datetime) -> Performance:
    """The product proposes that a duty is overdue; a person confirms or records what was done (row 43)."""
    with taking(performance, steps.PROPOSE_BREACH, actor=actor, now=now) as taken:
        performance.proposed_on = local_date(now)
        taken.note(overdue=_numbers(overdue(performance, local_date(now))))
    return performance


def confirm_partial(performance: Performance, facts: f.Overdue, *, actor: Actor, now: datetime) -> Performance:
    """A person confirms that a part only was performed in time (C3); limitation runs (L-08)."""
    return _confirm(performance, steps.CONFIRM_PARTIAL, facts, actor, now)


def confirm_breach(performance: Performance, facts: f.Overdue, *, actor: Actor, now: datetime) -> Performance:
    """A person confirms that nothing was performed in time (C4); limitation runs (L-08)."""
    return _confirm(performance, steps.CONFIRM_BREACH, facts, actor, now)


def urge(performance: Performance, facts: f.Urging, *, actor: Actor, now: datetime) -> Performance:
    """Urge the debtor (督促, D-25)."""
    with taking(performance, steps.URGE, actor=actor, now=now, facts=facts):
        told = {"urged_on": facts.urged_on, "channel": facts.channel, "answer": facts.answer}
        performance.urgings.append(UrgingRecord(item_no=facts.item, **told))
    return performance


def return_visit(performance: Performance, facts: f.Visit, *, actor: Actor, now: datetime) -> Performance:
    """Visit the parties again (回访, D-24); the visit due for the item is done, without an item every one."""
    with taking(performance, steps.RETURN_VISIT, actor=actor, now=now, facts=facts) as taken:
        item = performance.item(facts.item)
        taken.only = label_of(item) if item else None
        performance.visits.append(
            ReturnVisit(
                item_no=facts.item,
                visited_on=facts.visited_on,
                result=facts.result,
                satisfied=facts.satisfied,
                suit=facts.suit,
                risks=facts.risks,
                measures=facts.measures,
                visited_by=actor.name,
            )
        )
    return performance


def enforce(performance: Performance, facts: f.Enforcement, *, actor: Actor, now: datetime) -> Performance:
    """The creditor applies for enforcement by an enforceable instrument (C5); the application is made as a paper.

    The evidence of the packet is frozen with its fingerprints; duties whose own time is over stay out (E-05).
    """
    with taking(performance, steps.ENFORCE, actor=actor, now=now, facts=facts) as taken:
        performance.instrument, performance.writ_asked_on = facts.instrument, facts.writ_asked_on
        performance.instrument_number = facts.number or _own_number(performance, facts.instrument)
        received = receive(performance.case, facts.files, actor=actor, now=now)
        db.session.flush()
        chosen_ones = [each for each in performance.case.evidence if each.id in facts.evidence]
        performance.enclosed = [_frozen(each) for each in dict.fromkeys([*chosen_ones, *received])]
        late = expired(performance, facts)
        taken.note(**({"expired": _numbers(late)} if late else {}))
        performance.enforced_on, performance.court_name = facts.applied_on, facts.court
        performance.property_clues, performance.packet = facts.clues, list(facts.packet)
    return performance


def sue(performance: Performance, facts: f.Suit, *, actor: Actor, now: datetime) -> Performance:
    """The creditor sues on the agreement (C6, M-39)."""
    with taking(performance, steps.SUE, actor=actor, now=now, facts=facts):
        performance.sued_on, performance.court_name = facts.filed_on, facts.court
        performance.court_number = facts.number
    return performance


def set_aside(performance: Performance, facts: f.Reason, *, actor: Actor, now: datetime) -> Performance:
    """A new mediation replaced the agreement: its schedule ends (M-40)."""
    with taking(performance, steps.SET_ASIDE, actor=actor, now=now, facts=facts):
        performance.closing_reason = facts.reason
    return performance


def _waiting(case: Case, agreement_id: int | None) -> list[Agreement]:
    found = [each for each in agreement_in_force(case) if agreement_id in (None, each.id)]
    return [each for each in found if performance_of(each) is None]


def _new(agreement: Agreement, now: datetime) -> Performance:
    held = agreement.proceeding
    return Performance(
        case=agreement.case,
        agreement=agreement,
        agreement_id=agreement.id,
        office_id=held.office_id,
        parent_id=held.id,
        opened_at=now,
        rule_set_on=local_date(now),
        packet=[],
        enclosed=[],
    )


def _item(term: object) -> Obligation:
    told = {name: getattr(term, name) for name in ("no", "kind", "debtor_id", "creditor_id", "fen", "due", "text")}
    return Obligation(**told)


def _numbers(items: list[Obligation]) -> str:
    """The numbers of duties in words, as the journal shows them."""
    return "、".join(str(each.no) for each in items)


def _own_number(performance: Performance, instrument: str | None) -> str | None:
    if instrument == f.CONFIRMATION:
        return getattr(standing_confirmation(performance.agreement), "ruling_number", None)
    return getattr(order_in_force(performance.agreement), "court_number", None)


def _frozen(evidence: Evidence) -> dict[str, Any]:
    return {"id": evidence.id, "name": evidence.name, "sha256": evidence.sha256, "size": evidence.size}


def _recording(performance: Performance) -> Step:
    if performance.state in steps.LATE:
        return steps.PERFORM_LATE
    return steps.PERFORM_IN_COURT if performance.state in COURT else steps.PERFORM_ITEM


def _proofs(performance: Performance, facts: f.Proof) -> list[ProofOfPerformance]:
    left, made = facts.fen, []
    for item in chosen(performance, facts):
        fen = item.rest_fen if item.kind == PAY else None
        if left is not None:
            fen = min(left, fen or 0)
            left -= fen
            if fen == 0:
                continue
        proof = ProofOfPerformance(done_on=facts.done_on, fen=fen, how=facts.how, answer=facts.answer, note=facts.note)
        item.proofs.append(proof)
        made.append(proof)
    return made


def _count(proofs: list[ProofOfPerformance], facts: f.Proof, taken: Taken) -> None:
    fen = sum(each.fen or 0 for each in proofs)
    if fen and facts.answer != DISPUTED:
        taken.counts(on=facts.done_on, fen=fen)
    else:
        taken.figure = None


def _confirm(performance: Performance, step: Step, facts: f.Overdue, actor: Actor, now: datetime) -> Performance:
    with taking(performance, step, actor=actor, now=now, facts=facts) as taken:
        performance.breached_on = local_date(now)
        dues = [each.due for each in performance.items if each.due]
        taken.start_clock("L-08", max(dues))
        taken.note(overdue=_numbers(overdue(performance, local_date(now))), found=facts.note)
    return performance
