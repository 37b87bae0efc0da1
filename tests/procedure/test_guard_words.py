"""What the tables of all procedures name is there: sentences of guards, clocks, and fields that reasons point to."""

import ast
import inspect
import textwrap
from collections.abc import Iterator

import pytest

from casework.base.phrases import has_phrase
from casework.clock.clocks import default_table
from casework.procedure.step import Guard
from casework.web.rooms import procedures

ALL = procedures()
STEPS = [(procedure, step) for procedure in ALL.values() for step in procedure.steps.values()]
GUARDS = {guard.name: guard for _, step in STEPS for guard in step.guards}
CLOCKS = default_table()
each_procedure = pytest.mark.parametrize("procedure", ALL.values(), ids=ALL.keys())


def variants(guard: Guard) -> Iterator[str]:
    """The variants that a guard says outright; those it picks at run time are met in its room's tests."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(guard.test)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "no":
            if not node.args:
                yield ""
            elif isinstance(node.args[0], ast.Constant):
                yield f".{node.args[0].value}"


def named(rule: str, family: str) -> bool:
    """Whether a clock is meant by a name: "C-09" means "C-09.assigned" too."""
    return rule == family or rule.startswith(f"{family}.")


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS.keys())
def test_every_no_of_a_guard_has_fact_cure_and_who_can_cure(guard):
    wanted = [f"guard.{guard.name}{said}.{part}" for said in variants(guard) for part in ("fact", "cure", "by")]

    assert [key for key in wanted if not has_phrase(key)] == []


def test_no_two_guards_share_a_name():
    told = {(guard.name, inspect.getmodule(guard.test).__name__) for _, step in STEPS for guard in step.guards}

    assert len(told) == len(GUARDS)


@each_procedure
def test_every_clock_that_a_step_starts_is_in_the_table_of_clocks(procedure):
    started = {rule for step in procedure.steps.values() for rule in (*step.starts, *step.may_start)}

    assert {CLOCKS.canonical(rule) for rule in started} == started


@pytest.mark.parametrize("turn", ["stops", "pauses", "resumes", "extends"])
def test_every_clock_that_a_step_turns_is_started_somewhere(turn):
    started = {rule for _, step in STEPS for rule in (*step.starts, *step.may_start)}
    lost = [
        (procedure.name, step.name, family)
        for procedure, step in STEPS
        for family in getattr(step, turn)
        if not any(named(rule, family) for rule in started)
    ]

    assert lost == []


@pytest.mark.parametrize(("turn", "allowed"), [("pauses", "pausable"), ("extends", "extendable")])
def test_clock_is_turned_only_as_its_rule_allows(turn, allowed):
    forbidden = [
        (procedure.name, step.name, rule)
        for procedure, step in STEPS
        for family in getattr(step, turn)
        for rule in {rule for each in procedure.steps.values() for rule in (*each.starts, *each.may_start)}
        if named(rule, family) and not any(getattr(row, allowed) for row in CLOCKS.versions(rule))
    ]

    assert forbidden == []


@each_procedure
def test_every_clock_that_is_paused_can_be_resumed(procedure):
    paused = {rule for step in procedure.steps.values() for rule in step.pauses}
    resumed = {rule for step in procedure.steps.values() for rule in step.resumes}

    assert paused == resumed
