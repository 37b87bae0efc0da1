"""Passwords: argon2id by the OWASP profile (19 MiB, two passes), and the throttle of guessing."""

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.identity.models import Person

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
_NOBODY = _hasher.hash("nobody")

FAILURES_ALLOWED = 5
SHORTEST, LONGEST = 10, 128
DIFFERENT_SIGNS = 5
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


def change_password(person: Person, old: str, new: str, again: str, *, now: datetime) -> None:
    """Change the own password: the old one is asked for, and guessing it locks as guessing at the sign-in does.

    Raises Invalid, each mistake under its field: old, new, again. The published sign-ins of the demonstration stay.
    """
    if person.demonstration:
        raise Invalid({"old": [phrase("own_password.demonstration")]})
    if _locked(person, now) or not _matches(person.password_hash, old):
        if not _locked(person, now):
            _count_failure(person, now)
        raise Invalid({"old": [phrase("own_password.old_wrong")]})
    if wrong := _wrong_password(person, old, new, again):
        raise Invalid(wrong)
    person.password_hash, person.failed_sign_ins, person.locked_until = hashed(new), 0, None


def proves(person_id: int | None, password: str, *, now: datetime) -> bool:
    """Whether somebody signed in is who they are, by the own password asked again; guessing it locks as at the sign-in.

    A failure is counted in the session and kept only when the caller commits.
    """
    person = db.session.get(Person, person_id) if person_id is not None else None
    if person is None or _locked(person, now):
        return False
    if _matches(person.password_hash, password):
        person.failed_sign_ins = 0
        return True
    _count_failure(person, now)
    return False


def _wrong_password(person: Person, old: str, new: str, again: str) -> dict[str, list[str]]:
    if not SHORTEST <= len(new) <= LONGEST:
        return {"new": [phrase("own_password.length", shortest=SHORTEST, longest=LONGEST)]}
    if person.login in new.lower() or len(set(new)) < DIFFERENT_SIGNS:
        return {"new": [phrase("own_password.guessable", signs=DIFFERENT_SIGNS)]}
    if new == old:
        return {"new": [phrase("own_password.same")]}
    return {} if new == again else {"again": [phrase("own_password.not_again")]}


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
