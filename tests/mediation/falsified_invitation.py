"""Rows of the table of guards: mediators who are invited (M-17, M-18, C-17)."""

from dataclasses import replace
from typing import Any

from casework.base.db import db
from casework.identity.models import Person
from casework.mediation.facts import Mediators, Naming
from casework.mediation.verbs import invitation
from casework.mediation.verbs.invitation import Accepted
from tests.mediation.falsified import Falsified, then, unnamed
from tests.mediation.walk import Walk

row = Falsified


def accepted(walk: Walk) -> Walk:
    """Accepted; the first two mediators of the register sign in, and act as `m0` and `m1`."""
    for place in (0, 1):
        found = walk.room.mediators[place]
        person = Person(login=f"m{place}", name=found.name, password_hash="x")
        db.session.add(person)
        db.session.flush()
        found.person_id = person.id
        setattr(walk.room, f"m{place}", replace(walk.room.mediator, name=found.name, person_id=person.id))
    return walk.register().review().accept()


def invite(*rows: tuple[int, bool]) -> Any:
    """Ask mediators by their place in the register, presiding or not."""

    def act(walk: Walk) -> Walk:
        told = Mediators(tuple(Naming(walk.room.mediators[place].id, presiding) for place, presiding in rows))
        return walk.do(invitation.invite_mediators, told, "registrar")

    return act


def takes(who: str) -> Any:
    """A mediator accepts without a relation."""
    return lambda walk: walk.do(invitation.accept_invitation, Accepted(), who)


def begin(walk: Walk) -> Walk:
    """Begin with those who accepted."""
    return walk.do(invitation.set_mediators, None, "registrar")


BOTH = invite((0, True), (1, False))
ROWS = [
    row(
        "no_invitation_waits", then(accepted, BOTH), invite((1, True)), lambda w: invite((1, True))(w.on("2026-04-08"))
    ),
    row(
        "nobody_has_accepted_yet",
        then(accepted, BOTH, takes("m1"), lambda w: w.on("2026-04-08")),
        lambda w: w.name(w.naming(2)),
        then(unnamed, lambda w: w.name(w.naming(2))),
    ),
    row("one_presides_in_all", accepted, invite((0, False)), invite((0, True))),
    row("the_invited_can_answer", accepted, invite((2, True)), invite((1, True))),
    row("an_invitation_waits_for_the_mediator", then(accepted, invite((0, True))), takes("m1"), takes("m0")),
    row(
        "the_invitation_is_answered_in_time",
        then(accepted, invite((0, True)), lambda w: w.on("2026-04-08")),
        takes("m0"),
        then(invite((0, True)), takes("m0")),
    ),
    row(
        "who_accepted_can_begin",
        then(accepted, BOTH, takes("m1"), lambda w: w.on("2026-04-08")),
        begin,
        then(invite((0, True)), takes("m0")),
    ),
]
