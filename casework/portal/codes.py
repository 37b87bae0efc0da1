"""Access codes: given, checked, guarded against guessing. A code is 8 signs of an alphabet without look-alikes."""

import hashlib
import hmac
import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from casework.base.db import db
from casework.base.secret import field_key
from casework.identity.actor import Actor
from casework.portal.models import AccessCode, WrongTry
from casework.records.models import Case, Party

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
WINDOW = timedelta(minutes=15)
TRIES = {"case": 5, "address": 20}


def issue(case: Case, party: Party, *, actor: Actor, now: datetime) -> str:
    """Give the party a new code; an earlier one ends. The code itself is stored nowhere."""
    last = _current(party)
    if last is not None:
        last.withdrawn_at = now
    edition = last.edition + 1 if last else 1
    db.session.add(AccessCode(case_id=case.id, party_id=party.id, edition=edition, issued_at=now, issued_by=actor.name))
    return code_of(party, edition)


def code_of(party: Party, edition: int) -> str:
    """The code of a party's edition: derived from the key of this house, the same on every server."""
    digest = hmac.new(field_key(), f"portal|{party.case_id}|{party.id}|{edition}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest[:8])
    signs = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def issued(case: Case) -> dict[int, AccessCode]:
    """The valid codes of a case by party id."""
    asked = select(AccessCode).where(AccessCode.case_id == case.id, AccessCode.withdrawn_at.is_(None))
    return {each.party_id: each for each in db.session.scalars(asked)}


def party_of(number: str, code: str) -> Party | None:
    """The party whose case number and code these are. Full-width signs, spaces and small letters do not matter."""
    case = db.session.scalar(select(Case).where(Case.number == plain(number)))
    if case is None:
        return None
    given, found = plain(code).upper().replace("-", ""), None
    for party_id, each in issued(case).items():
        right = code_of(each.party, each.edition)
        if hmac.compare_digest(right.encode(), given.encode()):
            found = next(party for party in case.parties if party.id == party_id)
    return found


def plain(text: str) -> str:
    """Text without width, spaces and control signs."""
    kept = (char for char in unicodedata.normalize("NFKC", text) if char.isprintable() and not char.isspace())
    return "".join(kept)[:60]


def may_try(number: str, address: str, *, now: datetime) -> bool:
    """Whether another try is allowed: five wrong ones per case number, twenty per address in 15 minutes."""
    return all(_wrong(key, now) < TRIES[kind] for kind, key in _keys(number, address).items())


def note_wrong(number: str, address: str, *, now: datetime) -> None:
    """Count a wrong try and sweep away those that count no longer."""
    db.session.execute(delete(WrongTry).where(WrongTry.at < now - WINDOW))
    db.session.add_all(WrongTry(key=key, at=now) for key in _keys(number, address).values())


def _keys(number: str, address: str) -> dict[str, str]:
    told = {"case": f"case|{plain(number)}", "address": f"address|{address}"}
    return {kind: hmac.new(field_key(), text.encode(), hashlib.sha256).hexdigest() for kind, text in told.items()}


def _wrong(key: str, now: datetime) -> int:
    asked = select(func.count(WrongTry.id)).where(WrongTry.key == key, WrongTry.at > now - WINDOW)
    return db.session.scalar(asked) or 0


def _current(party: Party) -> AccessCode | None:
    asked = select(AccessCode).where(AccessCode.party_id == party.id).order_by(AccessCode.edition.desc()).limit(1)
    return db.session.scalar(asked)
