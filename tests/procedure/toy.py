"""A toy procedure for tests of the door: every thing that a row of steps can say, on the table of the intake."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from casework.complaints import papers, rules
from casework.complaints.models import NAME, Complaint
from casework.identity.actor import Actor
from casework.procedure.door import Taken, taking
from casework.procedure.procedure import PROCEDURES, Procedure
from casework.procedure.step import Step

WHO = ("clerk@station",)
GO = Step("register", source=("start",), dest="submitted", who=WHO, basis=("CMP-3",), starts=("ADJ-19", "CMP-6"))
REST = Step("ask_supplement", source=("submitted",), dest="need_supplement", who=WHO, basis=("M-14",),
            pauses=("ADJ-19", "CMP-6"))  # fmt: skip
WAKE = Step("supplement", source=("need_supplement",), dest="submitted", who=WHO, basis=("M-14",),
            resumes=("ADJ-19", "CMP-6"))  # fmt: skip
MORE = Step("receive_evidence", source=("submitted",), dest="=", who=WHO, basis=("CMP-3",), extends=("ADJ-19",),
            may_start=("C-09.assigned",))  # fmt: skip
STOP = Step("withdraw", source=("submitted", "need_supplement"), dest="withdrawn", who=WHO, basis=("M-28",),
            stops=("ADJ-19", "C-09"))  # fmt: skip
STRICT = Step("refuse", source=("submitted",), dest="not_accepted", who=WHO, basis=("CMP-5",),
              guards=(rules.ground_is_enumerated, rules.other_routes_are_told), figure="not_accepted",
              papers=(papers.filing_receipt, papers.refusal_notice))  # fmt: skip
RUNS_ON = ("CMP-6", "C-09.assigned")


@dataclass(frozen=True)
class Told:
    """Facts of the strict step."""

    ground: str | None = None
    routes: str | None = None


@contextmanager
def toy_in_place() -> Iterator[Procedure]:
    """The toy stands where the intake's own table stands, until the end of the block."""
    own = PROCEDURES[NAME]
    try:
        steps = (GO, REST, WAKE, MORE, STOP, STRICT)
        yield Procedure(NAME, final=("withdrawn", "not_accepted"), runs_on=RUNS_ON, steps=steps)
    finally:
        PROCEDURES[NAME] = own


def take(toy: Complaint, step: Step, *, actor: Actor, now: datetime, facts: Told | None = None) -> Taken:
    """Take a step that writes nothing of its own but the routes it was told."""
    with taking(toy, step, actor=actor, now=now, facts=facts) as taken:
        toy.routes_told = (facts.routes if facts else None) or ""
    return taken
