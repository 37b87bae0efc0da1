"""Passwords: argon2id by the OWASP profile (19 MiB, two passes), and the throttle of guessing."""

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.models import Person

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
_NOBODY = _hasher.hash("nobody")

FAILURES_ALLOWED = 5
LOCKED_FOR = timedelta(minutes=15)


def hashed(password: str) -> str:
    """The stored form of a password."""
    return _hasher.hash(password)


def sign_in(login: str, password: str, *, now: datetime) -> Person | None:
    """The person, or None: login or password wrong, locked after five failures, or no post held today.

    An unknown login costs the same time as a known one.
    """
    person = db.session.scalar(select(Person).where(Person.login == login)) if login.isprintable() else None
    if person is None or not _may_enter(person, now):
        _matches(_NOBODY, password)
        return None
    if _matches(person.password_hash, password):
        person.failed_sign_ins, person.locked_until = 0, None
        return person
    _count_failure(person, now)
    return None


def _may_enter(person: Person, now: datetime) -> bool:
    return person.active and not _locked(person, now) and bool(person.posts_on(local_date(now)))


def _locked(person: Person, now: datetime) -> bool:
    return person.locked_until is not None and person.locked_until > now


def _count_failure(person: Person, now: datetime) -> None:
    person.failed_sign_ins += 1
    if person.failed_sign_ins >= FAILURES_ALLOWED:
        person.failed_sign_ins, person.locked_until = 0, now + LOCKED_FOR


def _matches(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password.encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False
