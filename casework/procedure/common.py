"""The step that every procedure has and no table tells: a file goes on to a colleague. It moves no state."""

from dataclasses import dataclass

from casework.base.db import db
from casework.identity.models import Person
from casework.identity.roles import OfficeKind, Role
from casework.procedure.models import Handling
from casework.procedure.step import Ask, No, Step, guard, no

WORKING = (
    Role.CLERK,
    Role.REGISTRAR,
    Role.MEDIATOR,
    Role.CHAIR,
    Role.OFFICER,
    Role.HEAD,
    Role.DEPUTY,
    Role.CHIEF,
)
RULE = "DSK-1"


@dataclass(frozen=True)
class HandOn:
    """To whom a file goes, and why. `person_id` is None where nobody was chosen."""

    person_id: int | None
    reason: str | None


@guard(RULE, needs_facts=True)
def the_new_handler_works_here(ask: Ask) -> No | None:
    """A file is handled by somebody with a working post at the handling office."""
    person = db.session.get(Person, ask.facts.person_id) if ask.facts.person_id else None
    if person is not None and person.active and _works_at(person, ask):
        return None
    return no(at="person_id", name=person.name if person else "—", office=ask.actor.office_name)


@guard(RULE, needs_facts=True)
def somebody_else_handled_it(ask: Ask) -> No | None:
    """A file goes on only if it changes hands."""
    held = db.session.get(Handling, ask.proceeding.id)
    if held is None or held.person_id != ask.facts.person_id:
        return None
    return no(at="person_id", name=held.person.name)


@guard(RULE, needs_facts=True)
def the_change_has_a_reason(ask: Ask) -> No | None:
    """The reason stands in the journal."""
    return None if (ask.facts.reason or "").strip() else no(at="reason")


def _works_at(person: Person, ask: Ask) -> bool:
    held = person.posts_on(ask.today)
    return any(post.organisation_id == ask.proceeding.office_id and post.role in WORKING for post in held)


def hand_on_from(states: tuple[str, ...]) -> Step:
    """The step for a procedure with these open states."""
    return Step(
        "hand_on",
        source=states,
        dest="=",
        who=tuple(f"{role}@{kind}" for role in WORKING for kind in OfficeKind),
        basis=(RULE,),
        guards=(the_new_handler_works_here, somebody_else_handled_it, the_change_has_a_reason),
    )
