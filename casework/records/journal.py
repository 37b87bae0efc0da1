"""The journal (办案日志): append-only entries, hash-linked per case. Only the door appends."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, cast

from sqlalchemy import (
    DDL,
    BigInteger,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime, canonical_json
from casework.identity.actor import Actor
from casework.records.models import Case


class JournalEntry(Base):
    """One act on a case: who, for which office, when, which step, what changed, on which basis.

    `at` is the instant of the act, `recorded_at` the instant of writing; `figure` names the statistic that the
    act counts for, `figure_on` the local date it counts at, `figure_fen` its amount.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (
        UniqueConstraint("case_id", "seq"),
        Index("ix_journal_entry_figure", "figure", "figure_on", "office_id"),
        Index("ix_journal_entry_proceeding_id", "proceeding_id", "seq"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))
    seq: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    actor: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(20))
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    office: Mapped[str] = mapped_column(String(120))
    procedure: Mapped[str] = mapped_column(String(30))
    proceeding_id: Mapped[int]
    step: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(40))
    to_state: Mapped[str] = mapped_column(String(40))
    basis: Mapped[list[str]] = mapped_column(JsonText, comment="rule ids")
    changes: Mapped[dict[str, Any]] = mapped_column(JsonText)
    figure: Mapped[str | None] = mapped_column(String(30))
    figure_on: Mapped[date | None]
    figure_fen: Mapped[int | None] = mapped_column(BigInteger)
    previous: Mapped[str] = mapped_column(String(64), comment="hash of the entry before, empty for the first")
    hash: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True)
class Act:
    """What the door tells the journal about one step taken."""

    procedure: str
    proceeding_id: int
    step: str
    from_state: str
    to_state: str
    basis: tuple[str, ...]
    changes: dict[str, Any] = field(default_factory=dict)
    figure: str | None = None
    figure_on: date | None = None
    figure_fen: int | None = None


def hold(case: Case) -> bool:
    """Queue up behind other acts on the case, until the end of the transaction. True where others may have been waited for.

    SQLite has one writer at a time and needs no lock. PostgreSQL locks the row so that rows which refer to the case
    can still be added (FOR NO KEY UPDATE): a full lock would meet theirs in a deadlock.
    """
    connection = db.session.connection()
    if case.id is None or connection.dialect.name == "sqlite":
        return False
    connection.execute(_HEAD, {"case": case.id})
    return True


def append(case: Case, act: Act, *, actor: Actor, at: datetime, recorded_at: datetime) -> JournalEntry:
    """Write the next entry of the case's chain and move its head. For the door alone.

    The case is held (see `hold`), so that two acts on one case queue up behind each other. The entry given back
    is a plain value, not of the session.
    """
    count, head = db.session.connection().execute(_HEAD, {"case": case.id}).one()
    entry = JournalEntry(**_who(actor), **_what(act), case_id=case.id, seq=count + 1, previous=head)
    entry.at, entry.recorded_at = at.astimezone(UTC), recorded_at.astimezone(UTC)
    entry.hash = fingerprint(entry)
    row = {name: getattr(entry, name) for name in (*_HASHED, "hash")}
    db.session.connection().execute(_INSERT, row)
    db.session.connection().execute(_MOVE_HEAD, {"case": case.id, "count": count + 1, "head": entry.hash})
    return entry


def append_many(
    acts: list[tuple[int, Act]], *, actor: Actor, at: datetime, recorded_at: datetime
) -> list[JournalEntry]:
    """Write one entry per (case id, act) in the order given, in four statements for any number. For a recount alone.

    The caller holds the cases. The entries given back are plain values, not of the session.
    """
    connection = db.session.connection()
    mine = select(_CASES.c.id, _CASES.c.journal_count, _CASES.c.journal_head)
    asked = mine.where(_CASES.c.id.in_({case_id for case_id, _ in acts}))
    heads: dict[int, tuple[int, str]] = {row.id: (row[1], row[2]) for row in connection.execute(asked)}
    who, entries = _who(actor), []
    for case_id, act in acts:
        seq, previous = heads[case_id][0] + 1, heads[case_id][1]
        entry = JournalEntry(**who, **_what(act), case_id=case_id, seq=seq, previous=previous)
        entry.at, entry.recorded_at = at.astimezone(UTC), recorded_at.astimezone(UTC)
        entry.hash = fingerprint(entry)
        heads[case_id] = (seq, entry.hash)
        entries.append(entry)
    connection.execute(_INSERT, [{name: getattr(each, name) for name in (*_HASHED, "hash")} for each in entries])
    told = [{"case": key, "count": count, "head": head} for key, (count, head) in heads.items()]
    connection.execute(_MOVE_HEAD, told)
    return entries


def fingerprint(entry: JournalEntry) -> str:
    """SHA-256 over every column of the entry but its id and the hash itself, in canonical JSON."""
    told = {name: getattr(entry, name) for name in _HASHED}
    for name in ("at", "recorded_at"):
        told[name] = told[name].isoformat(timespec="milliseconds").replace("+00:00", "Z")
    told["figure_on"] = entry.figure_on.isoformat() if entry.figure_on else None
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def _who(actor: Actor) -> dict[str, Any]:
    return {
        "person_id": actor.person_id,
        "actor": actor.name,
        "role": str(actor.role),
        "office_id": actor.office_id,
        "office": actor.office_name,
    }


def _what(act: Act) -> dict[str, Any]:
    told = {name: getattr(act, name) for name in Act.__dataclass_fields__}
    return {**told, "basis": list(act.basis)}


_CASES: Any = Case.__table__
_INSERT = insert(cast("Table", JournalEntry.__table__))
_HEAD = (
    select(_CASES.c.journal_count, _CASES.c.journal_head)
    .where(_CASES.c.id == bindparam("case"))
    .with_for_update(key_share=True)
)
_MOVE_HEAD = (
    update(_CASES)
    .where(_CASES.c.id == bindparam("case"))
    .values(journal_count=bindparam("count"), journal_head=bindparam("head"))
)
_HASHED = [c.name for c in JournalEntry.__table__.columns if c.name not in ("id", "hash")]

_SQLITE = """CREATE TRIGGER journal_entry_no_{verb} BEFORE {verb} ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
_SQLITE_REPLACE = """CREATE TRIGGER journal_entry_no_REPLACE BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry AS old WHERE old.id = NEW.id OR (old.case_id = NEW.case_id AND old.seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
_POSTGRES_FUNCTION = """CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"""
_POSTGRES = """CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"""


def append_only_ddl(dialect: str) -> list[str]:
    """The statements that make the journal append-only on an engine; migrations and create_all share them.

    SQLite's REPLACE deletes without asking the trigger on DELETE, so it is met at the INSERT.
    """
    if dialect == "sqlite":
        return [*(_SQLITE.format(verb=verb) for verb in ("UPDATE", "DELETE")), _SQLITE_REPLACE]
    return [_POSTGRES_FUNCTION, _POSTGRES]


for _dialect in ("sqlite", "postgresql"):
    for _statement in append_only_ddl(_dialect):
        event.listen(
            JournalEntry.__table__,
            "after_create",
            DDL(_statement.replace("%", "%%")).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
