"""Fixtures of the house: a database of either engine, the application, a client, a session.

The engine is chosen by `--engine sqlite|postgresql` (or CASEWORK_TEST_ENGINE); a test marked `postgres`
may ask for `postgres` whichever it is. The web is imported only when a fixture needs it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.engines import PostgresCopies, SqliteCopies, opened
from tests.support.postgres import running_server

ENGINES = ("sqlite", "postgresql")
OF_THE_ENGINE = {"databases", "postgres", "postgres_url"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """The engine of this run."""
    parser.addoption("--engine", choices=ENGINES, default=os.environ.get("CASEWORK_TEST_ENGINE", "sqlite"))


def pytest_configure(config) -> None:
    """Keep what this run's door was seen to do, for `python -m tests.reached`."""
    from tests.support.reaching import Watcher

    config.pluginmanager.register(Watcher(), "reached")


def pytest_collection_modifyitems(config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what opens a database of the run's engine: everything else has run on the other one."""
    if config.getoption("--engine") != "postgresql":
        return
    split: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for each in items:
        split[bool(OF_THE_ENGINE & set(getattr(each, "fixturenames", ())))].append(each)
    config.hook.pytest_deselected(items=split[False])
    items[:] = split[True]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL address with {name} for the database: CASEWORK_TEST_POSTGRES, else a server of ours."""
    given = os.environ.get("CASEWORK_TEST_POSTGRES")
    if given:
        yield given
        return
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres(postgres_url, tmp_path_factory) -> Iterator[PostgresCopies]:
    """Databases on PostgreSQL, whichever engine this run is on."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    copies = PostgresCopies(postgres_url, tmp_path_factory.mktemp("postgres"), worker)
    yield copies
    copies.close()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    """The one headless browser of this run."""
    from tests.support.chromium import running_chromium

    with running_chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture(scope="session")
def databases(request, tmp_path_factory) -> SqliteCopies | PostgresCopies:
    """Copies of a migrated database of this run's engine."""
    if request.config.getoption("--engine") == "postgresql":
        return request.getfixturevalue("postgres")
    return SqliteCopies(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture
def database_url(databases, tmp_path: Path) -> Iterator[str]:
    """The address of this test's own migrated, empty database."""
    with databases.copy(tmp_path) as url:
        yield url


@pytest.fixture
def settings(database_url, tmp_path: Path) -> dict[str, object]:
    """The settings the application is made of; a test module may override this fixture to add to them."""
    return {
        "SQLALCHEMY_DATABASE_URI": database_url,
        "CASEWORK_INSTANCE": str(tmp_path / "instance"),
        "TESTING": True,
    }


@pytest.fixture
def app(settings):
    """The application on this test's database."""
    from casework.web.app import create_app
    from tests.support.client import Client

    app = create_app(settings)
    app.test_client_class = Client
    yield app
    with opened(app):
        pass


@pytest.fixture
def client(app):
    """A browser without pages: requests to the application, cookies kept."""
    return app.test_client()


@pytest.fixture
def session(app):
    """The database session in the application's context. Commit before a client should see what you wrote."""
    from casework.base.db import db

    with opened(app):
        yield db.session


@pytest.fixture
def city(session):
    """The demonstration city, loaded into this test's database."""
    from tests.support.city import load_city

    found = load_city(session)
    session.commit()
    return found
