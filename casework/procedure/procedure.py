"""A procedure: the state machine of one kind of proceeding, declared as a table of steps.

The engine is `transitions`: one machine per procedure, shared by all proceedings and bound to none.
"""

from typing import Any

from transitions import Machine, Transition

from casework.base.phrases import has_phrase, phrase
from casework.procedure.common import hand_on_from
from casework.procedure.models import START, Proceeding, moving
from casework.procedure.step import Step


class Move(Transition):
    """The engine's arrow for one step from one state; it remembers the row it came from."""

    def __init__(self, *args: Any, step: Step | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step


class _Engine(Machine):
    transition_cls = Move


class Procedure:
    """The table of one kind of proceeding. Making one enters it in the register that charts and tests read.

    At a final state the duties of an office end with the matter, save the clocks of `runs_on` and those that the
    closing step starts itself; periods of parties (clock.windows) pass in their own time.
    """

    def __init__(
        self, name: str, *, final: tuple[str, ...], steps: tuple[Step, ...], runs_on: tuple[str, ...] = ()
    ) -> None:
        self.name = name
        self.runs_on = runs_on
        self.steps = {step.name: step for step in steps}
        self.states = _states(steps)
        self.final = final
        self._check(steps)
        self._engine = _Engine(
            model=None,
            states=list(self.states),
            initial=START,
            auto_transitions=False,
            send_event=True,
        )
        self.hand_on = hand_on_from(tuple(state for state in self.states if state not in (START, *final)))
        for step in (*steps, self.hand_on):
            self._engine.add_transition(step.name, list(step.source), step.dest, step=step)
        PROCEDURES[name] = self

    def _check(self, steps: tuple[Step, ...]) -> None:
        if len(self.steps) != len(steps):
            raise ValueError(f"{self.name}: a step is told twice")
        unknown = set(self.final) - set(self.states)
        if unknown:
            raise ValueError(f"{self.name}: no such final states: {unknown}")

    def lawful(self, state: str) -> list[Step]:
        """The steps that the table allows from a state, in the order of the table."""
        return [step for step in self.steps.values() if state in step.source]

    def move(self, proceeding: Proceeding, step: Step) -> str:
        """Fire the engine for a step already found lawful; returns the state before. For the door alone."""
        before = proceeding.state
        token = moving.set(True)
        try:
            if not self._engine.events[step.name].trigger(proceeding):
                raise RuntimeError(f"{self.name}.{step.name}: the engine refused what the door allowed")
        finally:
            moving.reset(token)
        return before


PROCEDURES: dict[str, Procedure] = {}


def procedure_of(proceeding: Proceeding) -> Procedure:
    """The table that a proceeding runs on."""
    return PROCEDURES[proceeding.procedure]


def state_label(procedure: str, state: str) -> str:
    """The reader's word for a state."""
    return phrase(f"state.{procedure}.{state}")


def step_label(procedure: str, step: str) -> str:
    """The reader's word for a step; a few, such as a recount, are no procedure's own."""
    own = f"step.{procedure}.{step}"
    return phrase(own if has_phrase(own) else f"step.{step}")


def _states(steps: tuple[Step, ...]) -> tuple[str, ...]:
    found = {START: None}
    for step in steps:
        found.update(dict.fromkeys(step.source))
        if step.dest != "=":
            found[step.dest] = None
    return tuple(found)
