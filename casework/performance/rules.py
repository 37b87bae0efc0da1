"""Guards of performance: M-37 to M-39, J-20, E-02 to E-07, L-08."""

from typing import cast

from casework.base.money import grouped
from casework.mediation.agreements import IN_FORCE, REPLACED
from casework.mediation.arbitration import arbitration_clause
from casework.performance import facts as f
from casework.performance.instruments import enforcement_clock, order_in_force, orders, standing_confirmation
from casework.performance.models import CONFIRMED, DISPUTED, OMISSION, PAY, Obligation, Performance
from casework.performance.overdue import overdue
from casework.performance.periods import notarised_ends, too_late
from casework.procedure.step import Ask, No, guard, no

COURT = ("enforcement", "litigation")


def of(ask: Ask) -> Performance:
    """The proceeding as what it is."""
    return cast("Performance", ask.proceeding)


def chosen(performance: Performance, told: f.Proof) -> list[Obligation]:
    """The open duties that a proof is about, by due date; money alone goes to payments alone."""
    found = [each for each in performance.open_items if not told.items or each.no in told.items]
    named = [each for each in performance.items if each.no in told.items and each.kind == "omission"]
    return [*(each for each in found if told.fen is None or each.kind == PAY), *named]


@guard("M-37")
def the_agreement_is_owed(ask: Ask) -> No | None:
    """An agreement in force binds, confirmed or not."""
    return None if of(ask).agreement.status == IN_FORCE else no()


@guard("M-38", needs_facts=True)
def proof_names_open_items(ask: Ask) -> No | None:
    """A proof is about duties of this agreement that are still open."""
    told: f.Proof = ask.facts
    known = {each.no for each in of(ask).items}
    if any(number not in known for number in told.items):
        return no("unknown", at="items")
    return None if chosen(of(ask), told) else no(at="items")


@guard("M-38", needs_facts=True)
def proof_is_dated(ask: Ask) -> No | None:
    """What was done was done on a day that has come, not before the agreement took effect."""
    day, effect = ask.facts.done_on, of(ask).agreement.effective_on
    if day is None or day > ask.today:
        return no(at="done_on")
    return no("early", at="done_on", effect=effect) if effect is not None and day < effect else None


@guard("M-38", needs_facts=True)
def payment_is_not_more_than_owed(ask: Ask) -> No | None:
    """Money recorded is positive and at most what is still owed on the items named."""
    told: f.Proof = ask.facts
    if told.fen is None:
        return None
    rest = sum(each.rest_fen for each in chosen(of(ask), told) if each.kind == PAY)
    return None if 0 < told.fen <= rest else no(at="fen", paid=grouped(told.fen), rest=grouped(rest))


@guard("M-38", needs_facts=True)
def words_of_proof_are_known(ask: Ask) -> No | None:
    """How it was done and what the creditor says is one of the list."""
    told: f.Proof = ask.facts
    return None if told.how in f.HOWS and told.answer in f.ANSWERS else no(at="how")


@guard("M-38")
def everything_is_done(ask: Ask) -> list[No]:
    """Performed in full: every payment made and every act done."""
    return [no(no=each.no, due=each.due or "") for each in of(ask).open_items]


@guard("M-38", needs_facts=True)
def a_standing_proof_is_disputed(ask: Ask) -> No | None:
    """The proof belongs here and has not been disputed before; the creditor says why."""
    proof = of(ask).proof(ask.facts.proof)
    if proof is None or proof.answer == DISPUTED:
        return no(at="proof")
    return None if ask.facts.reason else no("reason", at="reason")


@guard("M-38", needs_facts=True)
def a_proof_waits_for_the_creditor(ask: Ask) -> No | None:
    """The proof belongs here and is not confirmed yet; a disputed payment still fits into what is owed."""
    proof = of(ask).proof(ask.facts.proof)
    if proof is None or proof.answer == CONFIRMED:
        return no(at="proof")
    rest = proof.obligation.rest_fen
    if proof.answer == DISPUTED and (proof.fen or 0) > rest:
        return no("paid", at="proof", paid=grouped(proof.fen or 0), rest=grouped(rest))
    return None


@guard("M-38", needs_facts=True)
def an_omission_was_broken(ask: Ask) -> No | None:
    """What was done against an omission: which one, on a day since the effect that has come, how it was found.

    Before a court it may be broken again, on the day of the last time or later (E-10).
    """
    told: f.Violation = ask.facts
    item = of(ask).item(told.item)
    again = of(ask).state in COURT
    if item is None or item.kind != OMISSION or not (item.done or again):
        return no(at="item")
    day, since = told.broken_on, (item.broken_on if again else None) or of(ask).agreement.effective_on
    if day is None or day > ask.today or (since is not None and day < since):
        return no("day", at="broken_on")
    return None if told.note else no("note", at="note")


@guard("M-38")
def something_is_overdue(ask: Ask) -> No | None:
    """A duty is open after its last day; the last day itself is in time."""
    return None if overdue(of(ask), ask.today) else no()


@guard("M-38")
def something_was_performed(ask: Ask) -> No | None:
    """Partial performance: something has been done."""
    return None if _performed(ask) else no()


@guard("M-38")
def nothing_was_performed(ask: Ask) -> No | None:
    """No performance: nothing has been done; else it is partial."""
    return no() if _performed(ask) else None


def _performed(ask: Ask) -> bool:
    return any(each.counting for each in of(ask).items)


@guard("M-38")
def proposed_once_only(ask: Ask) -> No | None:
    """The product proposes a breach once; a person decides."""
    return no(day=of(ask).proposed_on) if of(ask).proposed_on else None


@guard("M-38", needs_facts=True)
def urging_is_told(ask: Ask) -> No | None:
    """An urging names an open item, a day that has come and a channel."""
    item = of(ask).item(ask.facts.item)
    if item is None or (item.done and item.kind != "omission"):
        return no(at="item")
    day = ask.facts.urged_on
    return None if day and day <= ask.today and ask.facts.channel else no("when", at="urged_on")


@guard("M-38", needs_facts=True)
def visit_is_told(ask: Ask) -> No | None:
    """A return visit tells when it was and what was found, about an item of this agreement or everything."""
    if ask.facts.item is not None and of(ask).item(ask.facts.item) is None:
        return no("item", at="item")
    day = ask.facts.visited_on
    return None if day and day <= ask.today and ask.facts.result else no(at="result")


@guard("J-20", needs_facts=True)
def the_instrument_is_enforceable(ask: Ask) -> No | None:
    """A ruling that stands; a notarised instrument with the writ of execution (E-04); an award; a payment order."""
    told: f.Enforcement = ask.facts
    if told.instrument not in f.INSTRUMENTS:
        return no(at="instrument")
    if told.instrument == f.CONFIRMATION:
        return None if standing_confirmation(of(ask).agreement) else no("ruling", at="instrument")
    if told.instrument == f.PAYMENT_ORDER and orders(of(ask).agreement):
        return None if order_in_force(of(ask).agreement) else no("order", at="instrument")
    if not told.number:
        return no("number", at="number")
    return no("writ", at="writ") if told.instrument == f.NOTARISED and not told.writ else None


@guard("J-20", needs_facts=True)
def enforcement_is_asked_in_time(ask: Ask) -> No | None:
    """On a day that has come, within two years of the last due date by a ruling, of one instalment by a notary (E-05)."""
    day = ask.facts.applied_on
    if day is None or day > ask.today:
        return no("day", at="applied_on")
    if ask.facts.instrument == f.NOTARISED and too_late(of(ask), ask.facts, day):
        return no("notarised", at="applied_on", due=max(notarised_ends(of(ask), ask.facts.writ_asked_on).values()))
    ruling = standing_confirmation(of(ask).agreement) if ask.facts.instrument == f.CONFIRMATION else None
    clock = enforcement_clock(ruling) if ruling else None
    return no(at="applied_on", due=clock.due) if clock and day > clock.due else None


@guard("J-20", needs_facts=True)
def the_packet_is_complete(ask: Ask) -> list[No]:
    """Application, instrument, agreement, identities and clues of property are ticked; the court is named."""
    lacking = [no(each, at="packet") for each in f.PACKET if each not in ask.facts.packet]
    return lacking if ask.facts.court else [*lacking, no("court", at="court")]


@guard("J-20", needs_facts=True)
def the_evidence_is_of_this_case(ask: Ask) -> No | None:
    """The files of the packet are evidence of this case."""
    known = {each.id for each in ask.case.evidence}
    return no(at="evidence") if set(ask.facts.evidence) - known else None


@guard("M-39")
def nothing_is_enforceable(ask: Ask) -> No | None:
    """Nobody sues on what a ruling or a payment order lets enforce."""
    agreement = of(ask).agreement
    if standing_confirmation(agreement):
        return no()
    return no("order") if order_in_force(agreement) else None


@guard("E-07")
def no_arbitration_is_agreed(ask: Ask) -> No | None:
    """The court takes no suit where arbitration is agreed."""
    clause = arbitration_clause(of(ask).agreement)
    return no(clause=clause) if clause else None


@guard("M-39", needs_facts=True)
def suit_is_told(ask: Ask) -> No | None:
    """Which court, on which day that has come."""
    day = ask.facts.filed_on
    return None if ask.facts.court and day and day <= ask.today else no(at="filed_on")


@guard("M-40")
def a_later_agreement_stands(ask: Ask) -> No | None:
    """The schedule is set aside only when a new mediation replaced the agreement."""
    return None if of(ask).agreement.status == REPLACED else no()
