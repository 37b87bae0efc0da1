"""The migrations: from nothing to the newest revision and back, and nothing between them and the models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Engine, Integer, MetaData, Table, inspect

from tests.support.engines import opened, sqlite_url

NAMED = {"alembic_version"}  # the table in which Alembic keeps its place


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database on either engine."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "empty.sqlite")
        return
    with request.getfixturevalue("postgres").database() as url:
        yield url


@pytest.fixture
def empty_app(empty_url, tmp_path: Path):
    """The application, in its context, on that empty database."""
    from casework.web.app import create_app

    app = create_app({"SQLALCHEMY_DATABASE_URI": empty_url, "CASEWORK_INSTANCE": str(tmp_path / "instance")})
    with opened(app):
        yield app


def differences(engine: Engine, metadata: MetaData) -> list[object]:
    """What a new revision would have to say, search tables that SQLite keeps for itself left out."""
    own = set(metadata.tables)

    def ours(_thing: object, name: str | None, kind: str, _reflected: object, _other: object) -> bool:
        return kind != "table" or name in own or not name.startswith("search_")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        return compare_metadata(context, metadata)


def tables(engine: Engine) -> set[str]:
    """The tables of a database, Alembic's left out."""
    return set(inspect(engine).get_table_names()) - NAMED


def test_migrations_lead_up_down_and_up_again(empty_app):
    from flask_migrate import downgrade, upgrade

    from casework.base.db import db

    upgrade()
    above = tables(db.engine)
    downgrade(revision="base")
    below = tables(db.engine)
    upgrade()

    assert set(db.metadata.tables) <= above
    assert below == set()
    assert tables(db.engine) == above


def test_migrations_arrive_at_the_models(empty_app):
    from flask_migrate import upgrade

    from casework.base.db import db

    upgrade()

    assert differences(db.engine, db.metadata) == []


def test_comparison_catches_a_table_without_a_migration(empty_app):
    from casework.base.db import db

    metadata = MetaData()
    Table("forgotten", metadata, Column("id", Integer, primary_key=True))

    assert [each[0] for each in differences(db.engine, metadata)] == ["add_table"]
