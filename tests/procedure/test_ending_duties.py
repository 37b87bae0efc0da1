"""At a final state no duty of the office runs on, save those that the table names; periods of parties pass by themselves."""

from datetime import timedelta

import pytest

from casework.clock.windows import is_window
from casework.procedure.procedure import PROCEDURES, Procedure
from casework.web.rooms import procedures
from tests.support.city import NOON, a_complaint

RUNS_ON = {"complaint": ("CMP-10",), "penalty": ("CMP-12",)}
DONE_AT = {"complaint": {"closed", "settled", "withdrawn"}, "penalty": {"not_filed", "closed"}}


def starts(procedure: Procedure) -> set[str]:
    """The clocks that a procedure can start."""
    return {rule for step in procedure.steps.values() for rule in (*step.starts, *step.may_start)}


@pytest.mark.parametrize("name", sorted(procedures()))
def test_duties_that_run_on_are_the_ones_agreed(name):
    procedure = PROCEDURES[name]

    assert procedure.runs_on == RUNS_ON.get(name, ())
    assert set(procedure.runs_on) <= starts(procedure)
    assert [rule for rule in procedure.runs_on if is_window(rule)] == []


@pytest.mark.parametrize("name", sorted(RUNS_ON))
def test_duty_that_runs_on_can_be_done_at_every_final_state_it_reaches(name):
    procedure = PROCEDURES[name]
    ends = {rule: {state for step in procedure.steps.values() if rule in step.stops for state in step.source}
            for rule in procedure.runs_on}  # fmt: skip

    assert {rule: DONE_AT[name] <= states for rule, states in ends.items()} == dict.fromkeys(ends, True)


def test_closing_a_complaint_ends_the_days_to_answer(city):
    from casework.complaints import verbs

    complaint = a_complaint(city, login="officer", now=NOON)
    running = [clock.rule for clock in complaint.clocks if clock.state == "running"]
    verbs.withdraw(complaint, verbs.Reason("自行和解"), actor=city.actor("officer"), now=NOON + timedelta(hours=1))

    assert (running, [clock.state for clock in complaint.clocks]) == (["CMP-3"], ["stopped"])
