"""Databases for the tests: a migrated template per session, and a quick copy of it for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

_numbers = count(1)


def migrate(url: str, instance: Path) -> None:
    """Bring the empty database at `url` to the newest revision, by our own migrations."""
    from flask_migrate import upgrade

    from casework.web.app import create_app

    app = create_app({"SQLALCHEMY_DATABASE_URI": url, "CASEWORK_INSTANCE": str(instance)})
    with opened(app):
        upgrade()


@contextmanager
def opened(app) -> Iterator[None]:
    """The application's context; at its end no connection is left open."""
    from casework.base.db import db

    with app.app_context():
        try:
            yield
        finally:
            db.session.remove()
            for engine in db.engines.values():
                engine.dispose()


class SqliteCopies:
    """Copies of a migrated SQLite file; all is in the file once its last connection is closed."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "template.sqlite"
        migrate(sqlite_url(self.template), folder)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """The address of a copy in `folder`."""
        file = folder / "casework.sqlite"
        shutil.copyfile(self.template, file)
        yield sqlite_url(file)


class PostgresCopies:
    """Clones of a migrated PostgreSQL database. `server` is an address with {name} in it."""

    def __init__(self, server: str, folder: Path, worker: str) -> None:
        self.server = server
        self.prefix = f"casework_{worker}"
        self.template = f"{self.prefix}_template"
        self.maintenance = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
        self.command(f"DROP DATABASE IF EXISTS {self.template} WITH (FORCE)")
        self.command(f"CREATE DATABASE {self.template}")
        migrate(server.format(name=self.template), folder)

    @contextmanager
    def copy(self, _folder: Path) -> Iterator[str]:
        """The address of a clone, dropped at the end."""
        with self.database(template=self.template) as url:
            yield url

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The address of a new database, empty unless cloned from `template`, dropped at the end."""
        name = f"{self.prefix}_{next(_numbers)}"
        self.command(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.command(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.server.format(name=name)
        finally:
            self.command(f"DROP DATABASE {name} WITH (FORCE)")

    def command(self, sql: str) -> None:
        """Run one statement outside any transaction."""
        with self.maintenance.connect() as connection:
            connection.execute(text(sql))

    def close(self) -> None:
        """Drop the template and let go of the server."""
        self.command(f"DROP DATABASE IF EXISTS {self.template} WITH (FORCE)")
        self.maintenance.dispose()


def sqlite_url(file: Path) -> str:
    """The address of a SQLite file."""
    return f"sqlite:///{file}"
