"""A party with a code, at the door; the office behind it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.base.db import reading_only
from casework.mediation.committee import load_demonstration_committee
from casework.portal import codes
from tests.mediation.walk import Walk
from tests.portal.committee import DAY, Room
from tests.support.city import NOON, a_complaint

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    """A client that sends every form with the token of the page it stands on."""

    def __init__(self, client: Any, page: str) -> None:
        self.client, self.page = client, page

    def get(self, address: str) -> Any:
        """Look at a page."""
        return self.client.get(address)

    def post(self, address: str, data: dict[str, Any], **more: Any) -> Any:
        """Send a form."""
        token = TOKEN.search(self.client.get(self.page, follow_redirects=True).text)[1]
        return self.client.post(address, data={"csrf_token": token, **data}, **more)


@pytest.fixture
def settings(settings):
    """Papers are drawn with the house's fonts."""
    return {**settings, "CASEWORK_ASSETS": str(Path(__file__).parents[2] / "var" / "assets")}


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading."""
    with reading_only():
        yield


@dataclass
class Guest:
    """A party at the door: its case number, its code, and the client."""

    number: str
    code: str
    client: object
    party: object

    def enter(self, code=None):
        """Try to come in."""
        return self.client.post("/portal/", data={"number": self.number, "code": code or self.code})


@pytest.fixture
def guest(city, session, client):
    """The applicant of a dispute that a station registered."""
    case = a_complaint(city).case
    party = case.of_role("applicant")[0]
    code = codes.issue(case, party, actor=city.actor("clerk"), now=NOON)
    session.commit()
    return Guest(case.number, code, Visitor(client, "/portal/"), party)


@pytest.fixture
def at_work(app, guest):
    """A browser of the person with this login."""

    def enter(login: str):
        visitor = Visitor(app.test_client(), "/sign-in")
        assert visitor.post("/sign-in", {"login": login, "password": "casework-demo"}).status_code == 303
        return Visitor(visitor.client, "/")

    return enter


@pytest.fixture
def walk(city, session):
    """A mediation that the committee accepted."""
    load_demonstration_committee(city.offices)
    case = a_complaint(city, login="registrar", now=datetime(2026, 11, 2, 1, 0, tzinfo=UTC)).case
    walk = Walk(Room(city), case, DAY).register().review().accept()
    session.commit()
    return walk


@pytest.fixture
def party(walk, city, session, app):
    """The respondent at the door."""
    found = walk.case.of_role("respondent")[0]
    code = codes.issue(walk.case, found, actor=city.actor("registrar"), now=walk.now)
    session.commit()
    guest = Guest(walk.case.number, code, Visitor(app.test_client(), "/portal/"), found)
    guest.enter()
    return guest


@pytest.fixture
def at_committee(app, party):
    """A browser of somebody of the committee."""

    def enter(login):
        visitor = Visitor(app.test_client(), "/sign-in")
        visitor.post("/sign-in", {"login": login, "password": "casework-demo"})
        return Visitor(visitor.client, "/")

    return enter
