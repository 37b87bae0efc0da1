"""The one database handle. The only module below the forms that knows Flask-SQLAlchemy.

On SQLite a unit of work that writes opens with BEGIN IMMEDIATE, so that two writers queue instead of one
failing; a unit that only reads opens with a plain BEGIN. `writing()` says which one this is.

On PostgreSQL nothing is compiled: a case page joins every kind of proceeding, and until its tables were analysed the
planner takes that for work of years and spends over a second on compiling what then runs in a millisecond.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from sqlite3 import Connection as SqliteConnection
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine

from casework.base.model import Base

db = SQLAlchemy(model_class=Base)

_writes: ContextVar[bool] = ContextVar("casework_unit_writes", default=True)

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA cache_size=-16000",
    "PRAGMA temp_store=MEMORY",
)


@contextmanager
def reading_only() -> Iterator[None]:
    """Within this block a transaction opens for reading; a write in it may fail as busy."""
    token = _writes.set(False)
    try:
        yield
    finally:
        _writes.reset(token)


@contextmanager
def writing() -> Iterator[None]:
    """Within this block a transaction opens for writing, inside a request that otherwise only reads too."""
    token = _writes.set(True)
    try:
        yield
    finally:
        _writes.reset(token)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: Any) -> None:
    if not isinstance(connection, SqliteConnection):
        return
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


@event.listens_for(Engine, "do_connect")
def _prepare_postgresql(dialect: Dialect, _record: Any, _args: Any, named: dict[str, Any]) -> None:
    if dialect.name == "postgresql":
        named["options"] = f"-c jit=off {named.get('options', '')}".strip()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes.get() else "BEGIN")
