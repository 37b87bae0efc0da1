"""A desk with cases on it: a clerk signed in, disputes registered."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from casework.base.db import db, reading_only
from casework.complaints.verbs import HandOver, Registration, hand_over, register
from tests.support.city import case_facts

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading, so that it never keeps the client from writing."""
    with reading_only():
        yield


@pytest.fixture
def now():
    """The instant of this test; pages ask the wall clock, so that it is near."""
    return datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def signed_in(city, app):
    """A browser of the person with this login."""

    def enter(login: str = "clerk"):
        client = app.test_client()
        token = TOKEN.search(client.get("/sign-in").text)[1]
        answer = client.post("/sign-in", data={"csrf_token": token, "login": login, "password": "casework-demo"})
        assert answer.status_code == 303
        return client

    return enter


@pytest.fixture
def registered(city, app, now):
    """A dispute registered at the clerk's station some days ago, with a file."""

    def make(days: int = 1, login: str = "clerk", **changes):
        file = app.extensions["evidence_store"].take("证据.txt", io.BytesIO(b"as received"))
        facts = Registration(case_facts(**changes), files=(file,))
        found = register(facts, actor=city.actor(login), now=now - timedelta(days=days))
        db.session.commit()
        return found

    return make


@pytest.fixture
def handed_over(city, registered, now):
    """A dispute handed over to the committee and not yet signed for."""

    def make(days: int = 1):
        complaint = registered(days + 1)
        facts = HandOver(city.offices["hs-committee"], "请接收")
        hand_over(complaint, facts, actor=city.actor("clerk"), now=now - timedelta(days=days))
        db.session.commit()
        return complaint

    return make


@pytest.fixture
def queries(app):
    """The answer to a request and how many queries it took."""

    def count(client, address):
        sent = []
        with app.app_context():
            engine = db.engine

        def note(_connection, _cursor, statement, *_rest):
            sent.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            answer = client.get(address)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return answer, len([each for each in sent if each.lstrip().startswith(("SELECT", "WITH"))])

    return count
