"""What makes an agreement enforceable, as far as other proceedings of the case tell: a ruling that stands (J-20)."""

from sqlalchemy import select

from casework.base.db import db
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


def enforcement_clock(confirmation: Proceeding) -> RunningClock | None:
    """The running two years for enforcement of a ruling."""
    return next((c for c in confirmation.clocks if c.rule == ENFORCEMENT_TIME and c.state == "running"), None)
