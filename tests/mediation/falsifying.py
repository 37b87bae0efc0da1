"""What the tables of guards are written with: one row, and the ways to where it is asked."""

from typing import Any

from tests.confirmation.steps_walk import Court
from tests.mediation.falsified import Act, Falsified
from tests.mediation.walk import Walk
from tests.performance.pay_walk import Pay


def falsify(code: str, before: Act, wrong: Act, right: Act) -> Falsified:
    """One guard, falsified alone."""
    return Falsified(code, before, wrong, right)


def reviewing(walk: Walk) -> Walk:
    return walk.register().review()


def suing(walk: Walk) -> Walk:
    """A court's matter, taken, with a session."""
    return walk.assigned().take().name().session()


def conflict(walk: Walk, **told: Any) -> Any:
    return walk.naming(conflict=True, disclosed="曾为甲公司代理", **told)


def confirmed(walk: Walk) -> Walk:
    """Agreed, confirmed by the court on one day, and the file closed."""
    walk.agreed()
    Court(walk.room, walk.case, walk.today.isoformat()).confirmed(
        ("P1", walk.today.isoformat()), ("P2", walk.today.isoformat())
    )
    return walk.close()


def breached(walk: Walk) -> Walk:
    """The first payment has not come, and a person said so."""
    Pay(walk.room, walk.case, "2027-01-10").schedule().breach()
    return walk.on("2027-01-11")
