"""People of the city at their browsers."""

import pytest


@pytest.fixture
def signed_in(app, city):
    """A new client, signed in by its login."""

    def enter(login: str):
        client = app.test_client()
        assert client.post("/sign-in", json={"login": login, "password": "casework-demo"}).status_code == 200
        return client

    return enter
