"""The window for the application (J-02, J-08): its last day, and who else has applied for the agreement."""

from datetime import date

from sqlalchemy import select

from casework.base.db import db
from casework.confirmation.models import Confirmation
from casework.mediation.agreements import Agreement
from casework.procedure.clocks import compute_here

TRIED_AGAIN = ("withdrawn", "refused", "window_closed")


def window_due(agreement: Agreement) -> date | None:
    """The last day to apply: counted from the effect, never anew after a withdrawal (trap 34); None before the effect."""
    if agreement.window_from is None:
        return None
    due = compute_here(agreement.clock, agreement.window_from).due
    return date(due.year, due.month, due.day)


def extension_due(obstacle_ended_on: date) -> date:
    """The last day to ask the court for the extension of a window missed for good reason (T-06)."""
    due = compute_here("T-06", obstacle_ended_on).due
    return date(due.year, due.month, due.day)


def confirmations_of(agreement: Agreement) -> list[Confirmation]:
    """All applications for an agreement that have begun, oldest first."""
    asked = select(Confirmation).where(Confirmation.agreement_id == agreement.id, Confirmation.state != "start")
    with db.session.no_autoflush:
        return list(db.session.scalars(asked.order_by(Confirmation.id)))


def waiting(agreements: list[Agreement]) -> list[Agreement]:
    """Those of the agreements for which nobody has applied yet, or whose application may be made again."""
    return [each for each in agreements if all(one.state in TRIED_AGAIN for one in confirmations_of(each))]
