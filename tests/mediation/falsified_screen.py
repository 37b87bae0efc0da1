"""Rows of the table of guards: signatures given on a screen."""

from dataclasses import replace
from typing import Any

from casework.base.db import db
from casework.identity.models import Person
from casework.mediation.agreements import PARTY
from casework.mediation.on_screen import PASSWORD, PORTAL, OnScreen
from casework.mediation.preview import fingerprint
from tests.mediation.behind_the_door import row, standing
from tests.mediation.falsified import then, unsigned
from tests.mediation.walk import Walk

OTHER_TEXT = "0" * 64


def as_oneself(walk: Walk) -> Walk:
    """The mediator of the walk is somebody of the register who is signed in."""
    person = Person(login="lvkun", name="吕堃", password_hash="-")
    db.session.add(person)
    db.session.flush()
    next(each for each in walk.room.mediators if each.name == "吕堃").person_id = person.id
    walk.room.mediator = replace(walk.room.mediator, person_id=person.id)
    return walk


def on_screen(proved: str, sha256: str | None = None) -> Any:
    """A way of signing on the screen, under the text as it stands unless another is named."""
    return lambda w: {"how": "e_signature", "on_screen": OnScreen(proved, sha256 or fingerprint(w.text))}


SCREEN = [
    row(
        "a_party_has_yet_to_sign",
        lambda w: w.signing().sign("P1").sign("P2"),
        standing("sign_party"),
        then(unsigned(PARTY), standing("sign_party"), lambda w: w.sign("P1")),
    ),
    row(
        "the_text_signed_is_the_text",
        lambda w: w.signing(),
        lambda w: w.sign("P2", **on_screen(PORTAL, OTHER_TEXT)(w)),
        lambda w: w.sign("P2", **on_screen(PORTAL)(w)),
    ),
    row(
        "a_mediator_signs_the_screen_alone",
        lambda w: as_oneself(w).signing(),
        lambda w: w.sign_mediator(how="e_signature"),
        lambda w: w.sign_mediator(**on_screen(PASSWORD)(w)),
    ),
    row(
        "a_mediator_signs_the_screen_alone.other",
        lambda w: w.signing(),
        lambda w: w.sign_mediator(**on_screen(PASSWORD)(w)),
        lambda w: w.sign_mediator(),
    ),
]
