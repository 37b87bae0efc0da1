"""How a guard is tested: exactly one fact is wrong, exactly one reason is told, the cure lets the act pass."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casework.base.db import db
from casework.base.errors import StepRefused
from tests.mediation.walk import Walk

Act = Callable[[Walk], Any]
RULES: dict[str, str] = json.loads((Path(__file__).parent / "data" / "guards.json").read_text("utf-8"))


@dataclass(frozen=True)
class Falsified:
    """`before` leads there, `wrong` is refused with `code`, `right` passes."""

    code: str
    before: Act
    wrong: Act
    right: Act

    @property
    def rule(self) -> str:
        """The rule that the guard rests on, as the table of the tests has it."""
        return RULES[self.code.partition(".")[0]]


def told_by(act: Act, walk: Walk) -> list[tuple[str, str]]:
    """(code, rule) of the reasons against an act; empty when it passes."""
    try:
        act(walk)
    except StepRefused as refused:
        return [(each.code, each.rule) for each in refused.refusals]
    return []


def nothing(walk: Walk) -> Walk:
    """No act before."""
    return walk


def put(**values: Any) -> Act:
    """Change the mediation's row behind the door's back, as no verb could."""

    def change(walk: Walk) -> Walk:
        for name, value in values.items():
            setattr(walk.m, name, value)
        db.session.flush()
        return walk

    return change


def unsigned(role: str) -> Act:
    """Take the signatures or the seal of that sort off the newest text behind the door's back."""

    def change(walk: Walk) -> Walk:
        for each in walk.text.of(role):
            walk.text.signatures.remove(each)
            db.session.delete(each)
        db.session.flush()
        return walk

    return change


def unnamed(walk: Walk) -> Walk:
    """Nobody serves as mediator any more, behind the door's back."""
    for each in walk.m.named:
        each.until = walk.today
    db.session.flush()
    return walk


def no_clock(rule: str) -> Act:
    """Stop the clocks of a rule behind the door's back."""

    def change(walk: Walk) -> Walk:
        for clock in walk.m.clocks:
            if clock.rule.startswith(rule) and clock.state == "running":
                clock.state, clock.stopped_at = "stopped", walk.now
        db.session.flush()
        return walk

    return change


def then(*acts: Act) -> Act:
    """Several acts as one."""

    def all_of(walk: Walk) -> Walk:
        for act in acts:
            act(walk)
        return walk

    return all_of
