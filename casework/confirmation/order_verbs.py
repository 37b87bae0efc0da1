"""The acts of a payment order. Each asks the door, writes what it changes, and moves."""

from datetime import date, datetime

from casework.base.wallclock import local_date
from casework.confirmation import order_facts as f
from casework.confirmation import order_steps as steps
from casework.confirmation.order_models import PaymentOrder
from casework.confirmation.order_rules import OVER, orders_of
from casework.identity.actor import Actor
from casework.identity.directory import office_by_name
from casework.mediation.agreements import Agreement, agreement_in_force
from casework.procedure.door import begin, taking
from casework.procedure.step import Step
from casework.records.grants import CONTENT
from casework.records.models import Case


def proposed(case: Case, actor: Actor, now: datetime) -> PaymentOrder | None:
    """The application as it would be opened, not stored; None without an agreement of money that waits for one."""
    found = [each for each in agreement_in_force(case) if _may_be_asked(each)]
    return _new(found[-1], now) if found and found[-1].proceeding.office_id == actor.office_id else None


def ask_for_order(case: Case, facts: f.OrderAsked, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The creditor asks for a payment order (O1); the court answers in five days and sees the case.

    Raises LookupError when the case has no such agreement in force.
    """
    found = [each for each in agreement_in_force(case) if facts.agreement in (None, each.id)]
    if not found:
        raise LookupError(f"{case.number}: no agreement in force")
    order = begin(_new(found[-1], now), now=now)
    with taking(order, steps.ASK_FOR_ORDER, actor=actor, now=now, facts=facts) as taken:
        people = {party.ref: party for party in order.agreement.parties}
        order.creditor, order.debtor = people[facts.creditor or ""], people[facts.debtor or ""]
        order.fen, order.applied_on, order.court_name = facts.fen, facts.applied_on, facts.court
        court = office_by_name(facts.court or "")
        order.counterpart_id = court.id if court else None
        taken.start_clock("E-09.court_answer", facts.applied_on or local_date(now))
        if court:
            taken.share(court.id, CONTENT)
    return order


def take_order_case(order: PaymentOrder, facts: f.OrderNoted, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The court takes the application (O2); it orders or rejects within fifteen days."""
    with taking(order, steps.TAKE_ORDER_CASE, actor=actor, now=now, facts=facts) as taken:
        order.accepted_on, order.court_number = facts.on, facts.number
        taken.start_clock("E-09.order", facts.on or local_date(now))
    return order


def reject_order(order: PaymentOrder, facts: f.OrderEnded, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The court does not take the application, or rejects it; the other ways stay open."""
    return _end(order, steps.REJECT_ORDER, facts, actor, now)


def issue_order(order: PaymentOrder, facts: f.OrderNoted, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The court issues the order (O3)."""
    with taking(order, steps.ISSUE_ORDER, actor=actor, now=now, facts=facts):
        order.ordered_on = facts.on
        order.court_number = facts.number or order.court_number
    return order


def serve_order(order: PaymentOrder, facts: f.OrderDay, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The debtor received the order: fifteen days to pay or to object."""
    with taking(order, steps.SERVE_ORDER, actor=actor, now=now, facts=facts) as taken:
        order.served_on = facts.on
        taken.start_clock("E-09.debtor", facts.on or local_date(now), order.debtor.name[:80] if order.debtor else None)
    return order


def object_to_order(order: PaymentOrder, facts: f.OrderObjection, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The debtor objects in writing and in time: the order has no force, the creditor may sue (M-39)."""
    with taking(order, steps.OBJECT_TO_ORDER, actor=actor, now=now, facts=facts):
        order.ended_on, order.end_reason = facts.posted_on or facts.filed_on, facts.reason
    return order


def let_order_lapse(order: PaymentOrder, facts: f.OrderLapse, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The order loses its force without an objection: it could not be served, or the creditor sued."""
    with taking(order, steps.LET_ORDER_LAPSE, actor=actor, now=now, facts=facts):
        order.ended_on, order.end_ground = facts.on, facts.ground
    return order


def order_becomes_enforceable(order: PaymentOrder, _facts: None, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The debtor neither paid nor objected: the creditor may ask for enforcement (O4)."""
    with taking(order, steps.ORDER_BECOMES_ENFORCEABLE, actor=actor, now=now):
        order.ended_on = local_date(now)
    return order


def pay_order(order: PaymentOrder, facts: f.OrderDay, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The debtor paid; the payment itself is recorded on the schedule."""
    with taking(order, steps.PAY_ORDER, actor=actor, now=now, facts=facts):
        order.ended_on = facts.on
    return order


def withdraw_order(order: PaymentOrder, facts: f.OrderEnded, *, actor: Actor, now: datetime) -> PaymentOrder:
    """The creditor takes the application back."""
    return _end(order, steps.WITHDRAW_ORDER, facts, actor, now)


def _end(order: PaymentOrder, step: Step, facts: f.OrderEnded, actor: Actor, now: datetime) -> PaymentOrder:
    with taking(order, step, actor=actor, now=now, facts=facts):
        order.ended_on, order.end_reason = facts.on, facts.reason
    return order


def _may_be_asked(agreement: Agreement) -> bool:
    """Whether an order could be worth a button: there is money, and no order stands."""
    money = any(term.kind == "pay" for term in agreement.terms)
    return money and all(each.state in OVER for each in orders_of(agreement))


def _new(agreement: Agreement, now: datetime) -> PaymentOrder:
    held = agreement.proceeding
    today: date = local_date(now)
    return PaymentOrder(
        case=agreement.case,
        agreement=agreement,
        agreement_id=agreement.id,
        office_id=held.office_id,
        parent_id=held.id,
        opened_at=now,
        rule_set_on=today,
    )
