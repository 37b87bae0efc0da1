"""Rows of the table of guards: several committees mediate together (M-12)."""

from typing import Any

from tests.mediation.falsified import Falsified, put, then
from tests.mediation.walk import Walk, d

row = Falsified


def accepted(walk: Walk) -> Walk:
    """Accepted, not flagged as difficult."""
    return walk.register().review().accept()


def jointly(**told: Any) -> Any:
    """Another committee joins."""
    return lambda walk: walk.jointly(**told)


ROWS = [
    row("joint_handling_has_its_cause", accepted, jointly(cause=None), jointly()),
    row(
        "joint_handling_has_its_cause.plain",
        accepted,
        jointly(cause="difficult"),
        then(put(difficult=True), jointly(cause="difficult")),
    ),
    row("joint_handling_has_its_cause.place", accepted, jointly(place=None), jointly()),
    row("the_other_committee_agreed", accepted, jointly(committee="黄石市知识产权纠纷人民调解委员会"), jointly()),
    row(
        "the_other_committee_agreed.twice",
        lambda w: accepted(w).jointly(),
        jointly(),
        jointly(committee="阳新县人民调解委员会"),
    ),
    row("the_other_committee_agreed.day", accepted, jointly(agreed_on=d("2026-04-02")), jointly()),
    row("the_parties_know_of_it", accepted, jointly(consents=("P1",)), jointly()),
]
