"""Clients at the counter."""

import pytest

from tests.counter.filing import FILING


@pytest.fixture
def signed_in(app, city):
    """A new client, signed in by its login."""

    def enter(login: str):
        client = app.test_client()
        assert client.post("/sign-in", json={"login": login, "password": "casework-demo"}).status_code == 200
        return client

    return enter


@pytest.fixture
def clerk(signed_in):
    """The clerk's client, signed in."""
    return signed_in("clerk")


@pytest.fixture
def filed(clerk):
    """A dispute filed as JSON."""
    return clerk.post("/cases", json=FILING).get_json()
