"""Document numbers: one sequence per office, kind and year, without gaps, given at the act."""

from sqlalchemy import text

from casework.base.db import db

_NEXT = text(
    "INSERT INTO number_sequence (office_id, kind, year, last) VALUES (:office, :kind, :year, 1) "
    "ON CONFLICT (office_id, kind, year) DO UPDATE SET last = number_sequence.last + 1 RETURNING last"
)

_HOLD = text(
    "INSERT INTO number_sequence (office_id, kind, year, last) VALUES (:office, :kind, :year, 0) "
    "ON CONFLICT (office_id, kind, year) DO UPDATE SET last = number_sequence.last"
)


def next_number(office_id: int, kind: str, year: int) -> int:
    """The next number, inside the caller's transaction: a rollback gives it back, so no gap arises."""
    number: int = db.session.execute(_NEXT, {"office": office_id, "kind": kind, "year": year}).scalar_one()
    return number


def hold_sequence(office_id: int, kind: str, year: int) -> None:
    """Let nobody else take a number of this sequence until the caller's transaction ends."""
    db.session.execute(_HOLD, {"office": office_id, "kind": kind, "year": year})
