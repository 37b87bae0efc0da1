"""The demonstration city and signing in."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from casework.identity.city import city_data, has_demonstration_people, load_offices, load_people
from casework.identity.passwords import FAILURES_ALLOWED, LOCKED_FOR, sign_in

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)
PASSWORD = "casework-demo"


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


@pytest.mark.parametrize(("login", "password"), [("clerk", "wrong"), ("nobody", PASSWORD), ("", ""), ("clerk", "")])
def test_wrong_sign_in_gives_nobody(city, login, password):
    assert sign_in(login, password, now=NOW) is None


def test_five_failures_lock_and_time_unlocks(city):
    for _ in range(FAILURES_ALLOWED):
        sign_in("clerk", "wrong", now=NOW)

    locked = sign_in("clerk", PASSWORD, now=NOW)
    later = sign_in("clerk", PASSWORD, now=NOW + LOCKED_FOR + timedelta(seconds=1))

    assert (locked, later is not None) == (None, True)


def test_person_with_two_posts_acts_in_each(city):
    posts = {city.actor("chair", place).post for place in (0, 1)}

    assert posts == {"chair@committee", "seal_keeper@committee"}
