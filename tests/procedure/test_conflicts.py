"""What one way of a dispute forbids another (transfer.md 2.5): each row is a guard of a step, or that nothing is forbidden."""

import pytest

from casework.procedure.procedure import PROCEDURES
from casework.web.rooms import procedures

ROWS = [
    ("suit filed on the same infringement", "adjudication.file", "no_other_way_was_chosen", "ADJ-4"),
    ("arbitration agreement", "adjudication.file", "no_other_way_was_chosen", "ADJ-4"),
    ("arbitration agreement", "performance.sue", "no_arbitration_is_agreed", "E-07"),
    ("K4 open", "penalty.decide", "no_police_transfer_is_open", "POL-1"),
    ("K4 open", "penalty.no_penalty", "no_police_transfer_is_open", "POL-1"),
    ("K4 open", "penalty.publish", "no_police_transfer_is_open", "POL-1"),
    ("K4 open", "penalty.close", "no_police_transfer_is_open", "POL-1"),
    ("K4 open", "penalty.find_no_violation", "no_police_transfer_is_open", "POL-1"),
    ("adjudication filed", "adjudication.request", "it_is_the_only_one", "ADJ-28"),
    ("judicial confirmation ruled", "mediation.register", "no_ruling_has_confirmed_it", "J-20"),
    ("judicial confirmation ruled", "mediation.receive_assignment", "no_ruling_has_confirmed_it", "J-20"),
]
ALLOWED = [("adjudication filed", "adjudication.mediate"), ("trademark suit by holder", "penalty.decide")]


def guards_of(step: str) -> dict[str, str]:
    """Guard -> rule of a step."""
    procedures()
    procedure, _, name = step.partition(".")
    return {guard.name: guard.rule for guard in PROCEDURES[procedure].steps[name].guards}


@pytest.mark.parametrize(("has", "step", "guard", "rule"), ROWS)
def test_conflict_is_a_guard_with_its_rule(has, step, guard, rule):
    assert guards_of(step).get(guard) == rule, has


@pytest.mark.parametrize(("has", "step"), ALLOWED)
def test_what_is_not_forbidden_has_no_such_guard(has, step):
    assert {"no_other_way_was_chosen", "it_is_the_only_one"} & set(guards_of(step)) == set(), has


def test_parallel_suit_over_a_mark_only_may_suspend_the_penalty():
    assert "suspension_ground_fits" in guards_of("penalty.suspend")
