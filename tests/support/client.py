"""The test client of the house."""

from contextvars import Context
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class Client(FlaskClient):
    """A client whose requests start from an empty context, as they do in a server.

    Without it a request made inside a test's app context would share that context: its session, its signed-in
    user, its language. A test commits what it wrote before it asks the client to see it.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send the request from a context of its own."""
        return Context().run(super().open, *args, **kwargs)
