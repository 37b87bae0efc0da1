"""What the other side of a proceeding is waited for: to sign for it, to take it on, to answer."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from casework.procedure.procedure import PROCEDURES
from casework.procedure.step import Step

RED_HOURS = 24
ANSWERS = frozenset(
    {
        ("confirmation", "docket"),
        ("designation", "designate"),
        ("notice", "acknowledge"),
        ("payment_order", "take_order_case"),
        ("route", "take_on"),
        ("transfer_admin", "receive"),
        ("transfer_admin", "accept"),
        ("transfer_police", "receive"),
        ("transfer_police", "file"),
        ("transfer_police", "refuse_again"),
        ("transfer_police", "ask_reasons"),
        ("transfer_police", "explain"),
        ("transfer_police", "file_as_told"),
    }
)


def awaited_steps(procedure: str, state: str) -> Iterator[Step]:
    """The steps by which the other side can end the waiting at a state; none where it is not waited for.

    A step of either side is meant where it is an answer: the handling office takes it only for who has no sign-in.
    """
    steps = PROCEDURES[procedure].lawful(state)
    if any(_answers(procedure, step) for step in steps):
        yield from (step for step in steps if step.side != "office" and step.offered and step.dest != "=")


@cache
def awaited_states() -> dict[str, dict[str, frozenset[str]]]:
    """Procedure -> state -> rules of the clocks that the other side's answer stops."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for name, procedure in PROCEDURES.items():
        for state in procedure.states:
            if steps := list(awaited_steps(name, state)):
                found.setdefault(name, {})[state] = frozenset(rule for step in steps for rule in step.stops)
    return found


def hours_since(then: datetime, now: datetime) -> int:
    """Whole hours that something has waited."""
    return max(0, int((now - then).total_seconds() // 3600))


def _answers(procedure: str, step: Step) -> bool:
    if not step.offered or step.dest == "=":
        return False
    return step.side == "counterpart" or (procedure, step.name) in ANSWERS
