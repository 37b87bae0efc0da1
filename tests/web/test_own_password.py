"""Changing the own password: asked for the old one, told what is wrong beside its field, entered without the words."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.administration.models import AdministrationEntry
from casework.base.db import reading_only
from casework.identity import admitting
from casework.identity.models import Organisation
from casework.identity.roles import Role
from tests.support.browsing import Desk

NEW = "磁湖边的第一间调解室"
GOOD = {"new": NEW, "again": NEW}


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading."""
    with reading_only():
        yield


@pytest.fixture
def mine(app, city, session):
    """A client of somebody new at a station, with the first password."""
    office = session.scalars(select(Organisation).where(Organisation.kind == "station")).first()
    _person, first = admitting.enter_person("wang.min", "王敏", office, Role.CLERK, on=date(2020, 1, 1))
    session.commit()
    desk = Desk(app.test_client(), "nobody")
    desk.post("/sign-in", {"login": "wang.min", "password": first}, page="/sign-in")
    return desk, first


def test_new_password_replaces_the_old_one(app, mine, session):
    desk, first = mine

    sent = desk.post("/password", {"old": first, **GOOD}, page="/password")

    entered = [
        Desk(app.test_client(), "nobody").post("/sign-in", {"login": "wang.min", "password": each}, page="/sign-in")
        for each in (NEW, first)
    ]
    entry = session.scalars(select(AdministrationEntry)).one()
    assert (sent.status_code, [each.status_code for each in entered]) == (303, [303, 422])
    assert NEW not in str(vars(entry))


def test_new_password_ends_every_other_session(app, mine):
    desk, first = mine
    other = Desk(app.test_client(), "nobody")
    other.post("/sign-in", {"login": "wang.min", "password": first}, page="/sign-in")
    before = other.get("/").status_code

    desk.post("/password", {"old": first, **GOOD}, page="/password")

    after = [each.client.get("/", headers={"Accept": "application/json"}).status_code for each in (desk, other)]
    assert (before, after) == (200, [200, 401])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"old": "x"}, "old"),
        ({"new": "短", "again": "短"}, "new"),
        ({"new": "x" * 129, "again": "x" * 129}, "new"),
        ({"new": "Wang.Min-2026", "again": "Wang.Min-2026"}, "new"),
        ({"new": "aaaabbbbcccc", "again": "aaaabbbbcccc"}, "new"),
        ({"again": "磁湖边的另一间调解室"}, "again"),
    ],
)
def test_mistake_stands_beside_its_field_and_changes_nothing(mine, wrong, field):
    desk, first = mine

    page = desk.post("/password", {"old": first, **GOOD, **wrong}, page="/password")

    assert (page.status_code, page.text.count('role="alert"'), f'id="{field}-said"' in page.text) == (422, 1, True)
    assert desk.post("/password", {"old": first, **GOOD}, page="/password").status_code == 303


def test_same_password_again_is_refused(mine):
    desk, first = mine

    page = desk.post("/password", {"old": first, "new": first, "again": first}, page="/password")

    assert (page.status_code, "与现用密码相同" in page.text) == (422, True)


def test_guessing_the_password_now_locks_it(mine):
    desk, first = mine
    for _time in range(5):
        desk.post("/password", {"old": "猜一个密码", **GOOD}, page="/password")

    page = desk.post("/password", {"old": first, **GOOD}, page="/password")

    assert (page.status_code, 'id="old-said"' in page.text) == (422, True)


def test_published_sign_in_keeps_its_password(app, city):
    desk = Desk(app.test_client(), "clerk")

    page = desk.post("/password", {"old": "casework-demo", **GOOD}, page="/password")

    assert (page.status_code, "示范账号" in page.text) == (422, True)


def test_page_asks_for_a_sign_in(client, city):
    assert client.get("/password").location.startswith("/sign-in")
