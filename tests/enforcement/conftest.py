"""A city in a database that every test rolls back, and a case to act on."""

from collections.abc import Iterator

import pytest
from flask import Flask

from casework.base.db import db
from casework.base.secret import use_key
from casework.enforcement import verbs as penalties
from casework.records.filing import open_case
from casework.transfers import verbs as transfers
from tests.enforcement.walk import Town, at
from tests.support.city import case_facts, load_city

ROOMS = (penalties, transfers)


@pytest.fixture(scope="session")
def city_database(databases, tmp_path_factory) -> Iterator[str]:
    """A migrated database of the run's engine with the demonstration city."""
    use_key(b"0" * 32)
    with databases.copy(tmp_path_factory.mktemp("enforcement")) as url:
        with _app(url).app_context():
            load_city(db.session)
            db.session.commit()
            db.engine.dispose()
        yield url


@pytest.fixture
def town(city_database) -> Iterator[Town]:
    """Offices and actors by login, inside a transaction that is rolled back."""
    use_key(b"0" * 32)
    with _app(city_database).app_context():
        yield Town(load_city(db.session))
        db.session.rollback()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def case(town):
    """A trademark dispute opened by the city office on 2026-07-01."""
    return open_case(case_facts(), actor=town.officer, now=at(7, 1))


def _app(url: str) -> Flask:
    app = Flask("casework-tests")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)
    return app
