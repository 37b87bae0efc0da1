"""Who handles a proceeding inside its office: handing it on, and the colleagues it can go to."""

from datetime import date, datetime

from sqlalchemy import or_, select

from casework.base.db import db
from casework.identity.actor import Actor
from casework.identity.models import Person, Post
from casework.procedure.common import WORKING, HandOn
from casework.procedure.door import P, taking
from casework.procedure.models import Handling
from casework.procedure.procedure import procedure_of


def hand_on(proceeding: P, facts: HandOn, *, actor: Actor, now: datetime) -> P:
    """Give the proceeding to a colleague of the handling office, with a reason (DSK-1). Raises StepRefused."""
    step = procedure_of(proceeding).hand_on
    with taking(proceeding, step, actor=actor, now=now, facts=facts) as taken:
        person = db.session.get_one(Person, facts.person_id)
        held = db.session.get(Handling, proceeding.id)
        old = held.person.name if held else None
        if held is None:
            db.session.add(Handling(proceeding_id=proceeding.id, person_id=person.id, since=now))
        else:
            held.person_id, held.since = person.id, now
        taken.note(handling=[{"person": [old, person.name], "reason": [None, facts.reason]}])
    return proceeding


def colleagues(office_id: int, on: date) -> list[Person]:
    """The people who can be given a file of this office on a day, by name."""
    asked = (
        select(Person)
        .join(Post, Post.person_id == Person.id)
        .where(
            Post.organisation_id == office_id,
            Post.role.in_([str(role) for role in WORKING]),
            Post.since <= on,
            or_(Post.until.is_(None), Post.until >= on),
            Person.active,
        )
    )
    return list(db.session.scalars(asked.distinct().order_by(Person.name, Person.id)))
