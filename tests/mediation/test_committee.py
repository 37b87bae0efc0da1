"""The committee's register: composition, terms, who may be named."""

from datetime import date

import pytest

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.mediation.committee import (
    MediatorFacts,
    appoint,
    committee_problems,
    in_term,
    load_demonstration_committee,
    mediator_named,
    recall,
    record_committee,
    register_of,
)
from tests.mediation.walk import d

TODAY = date(2026, 4, 1)


def members(count: int, women: int = 1, chairs: int = 1) -> list[MediatorFacts]:
    """So many members, of whom so many women and chairs."""
    return [
        MediatorFacts(
            name=f"委员{place}",
            since=TODAY,
            sex="female" if place < women else "male",
            member=True,
            chair=place < chairs,
        )
        for place in range(count)
    ]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (members(3), []),
        (members(9), []),
        (members(2), ["committee_is_lawful.size"]),
        (members(10), ["committee_is_lawful.size"]),
        (members(5, women=0), ["committee_is_lawful.woman"]),
        (members(5, chairs=0), ["committee_is_lawful.chair"]),
        (members(2, women=0, chairs=2), [f"committee_is_lawful.{each}" for each in ("size", "woman", "chair")]),
    ],
)
def test_tv63_composition(told, wrong):
    problems = committee_problems(told, on=TODAY)

    assert [each.code for each in problems] == wrong
    assert {each.rule for each in problems} <= {"M-01"}


def test_invalid_committee_is_not_recorded(room):
    before = len(register_of(room.committee.id))

    with pytest.raises(StepRefused):
        record_committee(room.committee.id, members(2), on=TODAY)

    assert len(register_of(room.committee.id)) == before


def test_recorded_members_serve_three_years(room):
    recorded = record_committee(room.committee.id, members(3), on=TODAY)

    assert [each.until for each in recorded] == [d("2029-04-01")] * 3


def test_appointed_mediator_serves_until_recalled(room):
    mediator = appoint(room.committee.id, MediatorFacts(name="周专家", since=TODAY))
    before = mediator.in_term(d("2035-01-01"))

    recall(mediator, on=d("2026-05-01"))

    assert (before, mediator.in_term(d("2026-05-02"))) == (True, False)


@pytest.mark.parametrize(
    ("on", "there"),
    [("2023-12-31", False), ("2024-01-01", True), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_member_is_offered_within_the_term(room, on, there):
    assert (room.mediators[0] in in_term(room.committee.id, d(on))) is there


def test_imported_mediator_is_entered_once_and_as_early_as_told(room):
    first = mediator_named(room.committee.id, "史料调解员", since=d("2021-05-01"))
    again = mediator_named(room.committee.id, "史料调解员", since=d("2020-05-01"))

    assert first is again
    assert first.since == d("2020-05-01")
    assert mediator_named(room.committee.id, "吕堃", since=d("2025-01-01")) is room.mediators[0]


def test_mediator_past_term_may_not_be_named(walk):
    walk.room.mediators[0].until = d("2026-03-31")
    walk.accepted()

    with pytest.raises(StepRefused) as refused:
        walk.name()

    assert [(each.code, each.rule) for each in refused.value.refusals] == [("mediators_are_appointed", "M-05")]


def test_demonstration_committee_is_lawful_and_loaded_once(room):
    for each in room.mediators:
        each.office_id = room.offices["hs-ipo"].id
    db.session.flush()
    first = load_demonstration_committee(room.offices)
    second = load_demonstration_committee(room.offices)

    assert (first, second) == (3, 0)
    assert [each.name for each in register_of(room.committee.id) if each.chair] == ["孟庆云"]
    assert {each.until for each in register_of(room.committee.id)} == {d("2028-03-01")}
