"""An act as a resource: which step, which form reads its facts, which verb does it, under which noun."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from casework.counter.form import ActForm
from casework.identity.actor import Actor
from casework.procedure.models import Proceeding
from casework.procedure.step import Step
from casework.records.models import Case


class Verb(Protocol):
    """verb(proceeding, facts, *, actor, now): asks the door, writes, moves. Returns the proceeding."""

    def __call__(self, subject: Any, facts: Any, *, actor: Actor, now: datetime) -> Proceeding: ...


@dataclass(frozen=True)
class Act:
    """A step on an existing proceeding: POST /cases/<number>/<procedure>/<id>/<noun>."""

    procedure: str
    step: Step
    noun: str
    form: type[ActForm]
    verb: Callable[..., Proceeding]
    template: str = "counter/act.html"


@dataclass(frozen=True)
class Opening:
    """A step that opens a proceeding on a case: POST /cases/<number>/<procedure>/<noun>.

    `make` builds the proceeding before its first step (not yet stored), so that the desk can ask for reasons;
    None means that the case gives no occasion for it. `verb` gets the case.
    """

    procedure: str
    step: Step
    noun: str
    form: type[ActForm]
    verb: Callable[..., Proceeding]
    make: Callable[[Case, Actor, datetime], Proceeding | None]
    template: str = "counter/act.html"


class ActBook:
    """All acts of the house, by address and by step. Rooms hand theirs in; nothing is looked up twice."""

    def __init__(self) -> None:
        self.acts: dict[tuple[str, str], Act] = {}
        self.openings: dict[tuple[str, str], Opening] = {}
        self.by_step: dict[tuple[str, str], Act] = {}

    def add(self, *acts: Act | Opening) -> None:
        """Enter acts; an address told twice raises ValueError."""
        for act in acts:
            book: dict[Any, Any] = self.acts if isinstance(act, Act) else self.openings
            if (act.procedure, act.noun) in book:
                raise ValueError(f"two acts at {act.procedure}/{act.noun}")
            book[act.procedure, act.noun] = act
            if isinstance(act, Act):
                self.by_step[act.procedure, act.step.name] = act
