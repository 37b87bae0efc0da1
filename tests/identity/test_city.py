"""The demonstration city and signing in."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from casework.identity.city import city_data, has_demonstration_people, load_offices, load_people
from casework.identity.models import Person
from casework.identity.passwords import FAILURES_ALLOWED, LOCKED_FOR, sign_in

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)
PASSWORD = "casework-demo"


def person(session, login: str) -> Person:
    """The person of a login."""
    return session.scalars(select(Person).where(Person.login == login)).one()


def test_city_has_its_offices():
    kinds = Counter(row["kind"] for row in city_data()["organisations"])

    assert (kinds["station"], kinds["bureau"], kinds["committee"], kinds["court"]) == (20, 7, 1, 3)
    assert {"ip_office", "culture", "agriculture", "forestry", "customs", "police", "procuratorate", "notary",
            "arbitration", "justice"} <= set(kinds)  # fmt: skip


def test_loading_twice_changes_nothing(city, session):
    data = city_data()

    offices = load_offices(data)
    new = load_people(data, offices, since=date(2020, 1, 1))

    assert new == 0
    assert len(offices) == len(data["organisations"])
    assert has_demonstration_people()


def test_right_password_signs_in(city):
    assert sign_in("clerk", PASSWORD, now=NOW).name == "周晓岚"


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("clerk", "wrong"),
        ("nobody", PASSWORD),
        ("", ""),
        ("clerk", ""),
        ("CLERK", PASSWORD),
        ("clerk\x00", PASSWORD),
        ("\ud800", PASSWORD),
        ("clerk", "\ud800"),
        ("clerk", f"{PASSWORD}\x00"),
        ("clerk", "长" * 5000),
    ],
)
def test_wrong_sign_in_gives_nobody(city, login, password):
    assert sign_in(login, password, now=NOW) is None


def test_five_failures_lock_and_time_unlocks(city):
    for _ in range(FAILURES_ALLOWED):
        sign_in("clerk", "wrong", now=NOW)

    locked = sign_in("clerk", PASSWORD, now=NOW)
    later = sign_in("clerk", PASSWORD, now=NOW + LOCKED_FOR + timedelta(seconds=1))

    assert (locked, later is not None) == (None, True)


@pytest.mark.parametrize(
    ("until", "enters"), [(None, True), (date(2026, 3, 2), True), (date(2026, 3, 1), False), (date(2020, 1, 1), False)]
)
def test_nobody_enters_after_the_last_day_of_the_only_post(city, session, until, enters):
    person(session, "clerk").posts[0].until = until
    session.flush()

    assert (sign_in("clerk", PASSWORD, now=NOW) is not None) == enters


def test_last_day_of_a_post_ends_at_midnight_in_shanghai(city, session):
    person(session, "clerk").posts[0].until = date(2026, 3, 2)
    session.flush()

    last, first = datetime(2026, 3, 2, 15, 59, tzinfo=UTC), datetime(2026, 3, 2, 16, 0, tzinfo=UTC)

    assert [sign_in("clerk", PASSWORD, now=at) is not None for at in (last, first)] == [True, False]


def test_nobody_enters_before_the_first_day_or_for_a_closed_office(city, session):
    clerk = person(session, "clerk")

    before = sign_in("clerk", PASSWORD, now=datetime(2019, 12, 31, 4, tzinfo=UTC))
    clerk.posts[0].organisation.active = False
    session.flush()
    closed = sign_in("clerk", PASSWORD, now=NOW)

    assert (before, closed) == (None, None)


def test_success_forgets_earlier_failures(city, session):
    for _ in range(2):
        for _ in range(FAILURES_ALLOWED - 1):
            sign_in("clerk", "wrong", now=NOW)
        assert sign_in("clerk", PASSWORD, now=NOW) is not None

    assert person(session, "clerk").failed_sign_ins == 0


def test_lock_of_one_leaves_the_others_alone(city):
    for _ in range(FAILURES_ALLOWED):
        sign_in("clerk", "wrong", now=NOW)

    assert sign_in("clerk2", PASSWORD, now=NOW) is not None


def test_password_is_stored_as_argon2id_only(city, session):
    stored = person(session, "clerk").password_hash

    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PASSWORD not in stored


def test_every_office_answers_to_one_that_is_there():
    rows = city_data()["organisations"]
    codes = {row["code"] for row in rows}

    assert len(codes) == len(rows) == len({row["name"] for row in rows})
    assert {row["parent"] for row in rows} - codes == {None}


def test_person_with_two_posts_acts_in_each(city):
    posts = {city.actor("chair", place).post for place in (0, 1)}

    assert posts == {"chair@committee", "seal_keeper@committee"}
