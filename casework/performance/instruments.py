"""What makes an agreement enforceable, as far as other proceedings tell: a ruling (J-20), a payment order (E-09)."""

from sqlalchemy import select

from casework.base.db import db
from casework.confirmation.order_models import PaymentOrder
from casework.confirmation.order_rules import orders_of
from casework.mediation.agreements import Agreement
from casework.procedure.models import Proceeding, RunningClock

CONFIRMATION = "confirmation"
STANDING = ("confirmed", "under_objection")
ENFORCEMENT_TIME = "J-20"


def standing_confirmation(agreement: Agreement) -> Proceeding | None:
    """The confirmation of the agreement whose ruling stands; an objection under way does not take its force.

    It is known by the proceeding in which the agreement was reached: of several texts only the newest is confirmed.
    """
    asked = select(Proceeding).where(
        Proceeding.case_id == agreement.case_id,
        Proceeding.procedure == CONFIRMATION,
        Proceeding.parent_id == agreement.proceeding_id,
        Proceeding.state.in_(STANDING),
    )
    with db.session.no_autoflush:
        return db.session.scalars(asked.order_by(Proceeding.id.desc())).first()


def orders(agreement: Agreement) -> list[PaymentOrder]:
    """The payment orders asked for on the agreement, oldest first."""
    return orders_of(agreement)


def order_in_force(agreement: Agreement) -> PaymentOrder | None:
    """The payment order on the agreement that nobody objected to in time (E-09)."""
    return next((each for each in orders_of(agreement) if each.state == "enforceable"), None)


def enforcement_clock(confirmation: Proceeding) -> RunningClock | None:
    """The running two years for enforcement of a ruling."""
    return next((c for c in confirmation.clocks if c.rule == ENFORCEMENT_TIME and c.state == "running"), None)
