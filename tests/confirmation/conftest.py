"""A committee with an agreement in force, and the acts of its confirmation by short names."""

from typing import Any

import pytest

from casework.records.models import Case
from tests.confirmation.steps_walk import Court
from tests.mediation.conftest import empty_database, make_case, room
from tests.mediation.walk import Walk, at

__all__ = ["empty_database", "room"]


def agreed(room: Any, day: str = "2026-03-02", *, terms: tuple[Any, ...] = (), **facts: Any) -> Walk:
    """A mediation whose agreement takes effect on a day."""
    case = make_case(room, now=at(day), **facts)
    walk = Walk(room, case, day)
    made = tuple(walk.term(**each) for each in terms)
    walk.signing(*made)
    for party in case.parties:
        walk.sign(party.ref)
    return walk.sign_mediator().seal()


@pytest.fixture
def walk(room) -> Walk:
    """A trademark agreement in force since 2026-03-02: the window ends on 2026-04-01."""
    return agreed(room)


@pytest.fixture
def case(walk) -> Case:
    """The case of that agreement."""
    return walk.case


@pytest.fixture
def court(walk) -> Court:
    """The acts of its confirmation."""
    return Court(walk.room, walk.case)
