"""Guards of the payment order: E-09, J-20, M-37."""

from datetime import date
from typing import cast

from sqlalchemy import select

from casework.base.db import db
from casework.base.money import grouped
from casework.clock.counting import in_time
from casework.confirmation import order_facts as f
from casework.confirmation.order_models import PaymentOrder
from casework.confirmation.window import confirmations_of
from casework.mediation.agreements import Agreement, Term
from casework.procedure.clocks import compute_here
from casework.procedure.models import START
from casework.procedure.step import Ask, No, guard, no

RULED = ("confirmed", "under_objection")
OVER = ("rejected", "lapsed", "withdrawn", "paid")


def order_of(ask: Ask) -> PaymentOrder:
    """The proceeding as what it is."""
    return cast("PaymentOrder", ask.proceeding)


def orders_of(agreement: Agreement) -> list[PaymentOrder]:
    """All applications for an order on an agreement that have begun, oldest first."""
    asked = select(PaymentOrder).where(PaymentOrder.agreement_id == agreement.id, PaymentOrder.state != START)
    with db.session.no_autoflush:
        return list(db.session.scalars(asked.order_by(PaymentOrder.id)))


def owed_now(agreement: Agreement, creditor: str | None, debtor: str | None, today: date) -> list[Term]:
    """The payments between the two that are due on a day; what has no date may be asked at any time."""
    return [
        term
        for term in agreement.terms
        if term.fen
        and term.debtor.ref == debtor
        and (term.creditor is None or term.creditor.ref == creditor)
        and (term.due is None or term.due <= today)
    ]


def objection_due(served_on: date) -> date:
    """The debtor's last day to pay or to object in writing (E-09)."""
    due = compute_here("E-09.debtor", served_on).due
    return date(due.year, due.month, due.day)


@guard("E-09")
def all_duties_are_money(ask: Ask) -> No | None:
    """A payment order is for money or securities alone; an act or an omission is not ordered."""
    others = [str(term.no) for term in order_of(ask).agreement.terms if term.kind != "pay"]
    return no(items="、".join(others)) if others else None


@guard("J-20")
def no_ruling_stands(ask: Ask) -> No | None:
    """What a ruling lets enforce needs no order."""
    return no() if any(each.state in RULED for each in confirmations_of(order_of(ask).agreement)) else None


@guard("E-09")
def no_other_order_stands(ask: Ask) -> No | None:
    """One order at a time; after one that came to nothing the creditor may ask again."""
    others = [each for each in orders_of(order_of(ask).agreement) if each.id != ask.proceeding.id]
    return no() if any(each.state not in OVER for each in others) else None


@guard("E-09", needs_facts=True)
def creditor_and_debtor_are_bound(ask: Ask) -> No | None:
    """Who asks and who is to pay are two parties of the agreement."""
    refs = _bound(ask)
    if ask.facts.creditor not in refs:
        return no("creditor", at="creditor")
    return None if ask.facts.debtor in refs - {ask.facts.creditor} else no(at="debtor")


def _bound(ask: Ask) -> set[str]:
    return {party.ref for party in order_of(ask).agreement.parties}


@guard("E-09", needs_facts=True)
def the_money_is_due(ask: Ask) -> No | None:
    """The money asked for is due, clear, and not more than is owed between the two, once it is clear who they are."""
    told: f.OrderAsked = ask.facts
    if not {told.creditor, told.debtor} <= _bound(ask) or told.creditor == told.debtor:
        return None
    owed = sum(term.fen or 0 for term in owed_now(order_of(ask).agreement, told.creditor, told.debtor, ask.today))
    if owed == 0:
        return no(at="fen")
    return None if told.fen and 0 < told.fen <= owed else no("much", at="fen", owed=grouped(owed))


@guard("E-09", needs_facts=True)
def nothing_is_owed_in_return(ask: Ask) -> No | None:
    """Creditor and debtor have no other debts between them."""
    return None if ask.facts.no_other_debts else no(at="no_other_debts")


@guard("E-09", needs_facts=True)
def the_order_can_be_served(ask: Ask) -> No | None:
    """The order can reach the debtor."""
    return None if ask.facts.can_be_served else no(at="can_be_served")


@guard("E-09", needs_facts=True)
def the_court_is_named(ask: Ask) -> No | None:
    """The creditor asks a basic court."""
    return None if ask.facts.court else no(at="court")


@guard("E-09", needs_facts=True)
def the_day_fits(ask: Ask) -> No | None:
    """What is told has happened, and not before the step it follows; the same day is fine (J-27)."""
    p, day = order_of(ask), getattr(ask.facts, "on", None) or getattr(ask.facts, "applied_on", None)
    place = "applied_on" if isinstance(ask.facts, f.OrderAsked) else "on"
    if day is None or day > ask.today:
        return no(at=place)
    before = p.served_on or p.ordered_on or p.accepted_on or p.applied_on or p.agreement.effective_on
    return no("order", at=place, before=before) if before is not None and day < before else None


@guard("E-09", needs_facts=True)
def the_end_has_a_reason(ask: Ask) -> No | None:
    """Rejection and withdrawal tell why."""
    return None if ask.facts.reason else no(at="reason")


@guard("E-09", needs_facts=True)
def the_lapse_has_a_ground(ask: Ask) -> No | None:
    """Not served, or a suit on the same debt: the grounds are listed."""
    return None if ask.facts.ground in f.LAPSES else no(at="ground")


@guard("E-09", needs_facts=True)
def the_debtor_objects_in_time(ask: Ask) -> No | None:
    """A written objection within fifteen days of receipt kills the order; a later one does not."""
    told, served = ask.facts, order_of(ask).served_on
    if told.filed_on is None or told.filed_on > ask.today or (served and (told.posted_on or told.filed_on) < served):
        return no("day", at="filed_on")
    due = objection_due(served or told.filed_on)
    return None if in_time(due, told.filed_on, told.posted_on) else no(at="filed_on", due=due)


@guard("E-09")
def the_debtors_days_are_over(ask: Ask) -> No | None:
    """The order is enforceable when fifteen days have passed since the debtor received it."""
    served = order_of(ask).served_on
    due = objection_due(served) if served else None
    return no(due=due) if due is not None and ask.today <= due else None
