"""Tables of cures: exactly one fact is false, exactly that reason is met, the fact mended, the same step is lawful."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.base.db import db
from casework.procedure import siblings
from casework.procedure.asking import refusals
from casework.procedure.models import Proceeding, moving
from casework.procedure.procedure import PROCEDURES
from tests.enforcement.walk import at

NOW = at(7, 9)
Change = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Cure:
    """`there` leads to the proceeding, `wrong` are the facts refused with `code`, `right` those that pass.

    `spoil` makes the record false behind the door's back, `mend` puts it right; facts may be made of the town.
    `cured_by` takes the step where somebody else has to.
    """

    code: str
    there: Change
    step: str
    wrong: Any = None
    right: Any = None
    who: str = "officer"
    spoil: Change | None = None
    mend: Change | None = None
    now: datetime = NOW
    cured_by: str | None = None


def asked(row: Cure, town: Any, case: Any) -> tuple[list[str], list[str]]:
    """The codes against the step before the cure and after it."""
    subject = row.there(town, case)
    _change(row.spoil, subject, town)
    refused = _said(row, subject, town, row.wrong, row.who)
    _change(row.mend, subject, town)
    return refused, _said(row, subject, town, row.right, row.cured_by or row.who)


def put(**values: Any) -> Change:
    """Write columns as no verb could."""

    def change(subject: Any, _town: Any) -> None:
        for name, value in values.items():
            setattr(subject, name, value)

    return change


def clocks(**values: Any) -> Change:
    """Write columns of all clocks of the proceeding."""

    def change(subject: Any, town: Any) -> None:
        for clock in subject.clocks:
            put(**values)(clock, town)

    return change


def stands(subject: Proceeding, state: str) -> None:
    """Bring a proceeding to a state behind the door's back."""
    token = moving.set(True)
    subject.state = state
    moving.reset(token)


def ended(procedure: str, state: str) -> Change:
    """End the open proceeding of that kind on the same case."""

    def change(subject: Any, _town: Any) -> None:
        for each in siblings.open_on(subject.case, procedure):
            stands(each, state)

    return change


def _said(row: Cure, subject: Any, town: Any, facts: Any, who: str) -> list[str]:
    told = facts(town) if callable(facts) else facts
    step = PROCEDURES[subject.procedure].steps[row.step]
    found = refusals(subject, step, actor=getattr(town, who), now=row.now, facts=told)
    return list(dict.fromkeys(each.code for each in found))


def _change(change: Change | None, subject: Any, town: Any) -> None:
    if change:
        change(subject, town)
        if subject in db.session:
            db.session.flush()
        siblings.forget()
