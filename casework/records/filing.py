"""Opening a case: parties, rights and the number, from plain facts. Called by the verbs that register a dispute."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import InstrumentedAttribute

from casework.base.db import db
from casework.base.secret import field_key
from casework.base.wallclock import local_date
from casework.documents.numbers import next_number
from casework.identifiers import check
from casework.identifiers.names import party_key
from casework.identity.actor import Actor
from casework.records.grants import CONTENT, Grant
from casework.records.models import Case, Party, Right

CITY = 0
CASE_NUMBER = "case"


@dataclass(frozen=True)
class PartyFacts:
    """A party as the clerk tells it. Only side and name are needed to register."""

    role: str
    name: str
    kind: str = "org"
    code: str | None = None
    phone: str | None = None
    address: str | None = None
    representative: str | None = None
    agent: str | None = None


@dataclass(frozen=True)
class RightFacts:
    """A right in dispute as the clerk tells it; the number may be missing or doubtful."""

    kind: str
    number: str | None = None
    title: str | None = None
    holder: str | None = None


@dataclass(frozen=True)
class CaseFacts:
    """Everything a case is opened with. `claim_fen` is in fen."""

    title: str
    source: str
    parties: tuple[PartyFacts, ...]
    rights: tuple[RightFacts, ...] = ()
    facts: str = ""
    request: str = ""
    claim_fen: int | None = None
    place: str | None = None
    matter: str = "infringement"
    outside_ref: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


def open_case(facts: CaseFacts, *, actor: Actor, now: datetime) -> Case:
    """A new case with number, parties, rights and the opener's grant, in the caller's session, not yet flushed."""
    year = local_date(now).year
    case = Case(
        number=f"黄知案{year}-{next_number(CITY, CASE_NUMBER, year):06d}",
        title=_fitting(facts.title, Case.title),
        registered_at=now,
        registered_by_id=actor.office_id,
        source=facts.source,
        matter=facts.matter,
        facts=facts.facts,
        request=facts.request,
        claim_fen=facts.claim_fen,
        place=facts.place,
        outside_ref=facts.outside_ref,
    )
    case.parties = [_party(each, place) for place, each in enumerate(facts.parties, start=1)]
    case.rights = [_right(each, now) for each in facts.rights]
    case.evidence = []
    grant = Grant(case=case, office_id=actor.office_id, scope=CONTENT, purpose="register", since=now)
    db.session.add_all([case, grant])
    return case


def code_digests(typed: str) -> list[str]:
    """The digests under which a code as typed may be stored: as it is, as a credit code, as an identity number."""
    return sorted({code_digest(code) for code in _readings(typed, CODE_KINDS)})


def right_keys(typed: str) -> list[str]:
    """The forms in which a right's number as typed may be stored: as it is, or canonical for each kind."""
    return sorted(_readings(typed, NUMBER_KINDS))


def name_key(name: str) -> str:
    """The key by which a party is found by its name, as long as its column."""
    return _fitting(party_key(name), Party.name_key)


def code_digest(code: str) -> str:
    """The keyed digest by which equal identity or credit codes are found without storing them readable."""
    return hmac.new(field_key(), code.strip().upper().encode(), hashlib.sha256).hexdigest()


def add_party(case: Case, facts: PartyFacts) -> Party:
    """A further party of a case, in the caller's session, not yet flushed."""
    party = _party(facts, max((each.position for each in case.parties), default=0) + 1)
    case.parties.append(party)
    return party


def add_right(case: Case, facts: RightFacts, now: datetime) -> Right:
    """A further right in dispute, in the caller's session, not yet flushed."""
    right = _right(facts, now)
    case.rights.append(right)
    return right


def tell_party(party: Party, told: dict[str, str]) -> None:
    """Replace what the record tells of a party: columns by name, the code as it was typed."""
    for name, value in told.items():
        if name == "code":
            _give_code(party, value)
        else:
            setattr(party, name, value)
    party.name_key = name_key(party.name)


def tell_right(right: Right, told: dict[str, str], now: datetime) -> None:
    """Replace what the record tells of a right; a new number is checked."""
    for name, value in told.items():
        setattr(right, name, value)
    if "number" in told:
        _check_number(right, now)


def _party(facts: PartyFacts, place: int) -> Party:
    party = Party(ref=f"P{place}", position=place, role=facts.role, kind=facts.kind, name=facts.name)
    party.name_key = name_key(facts.name)
    party.phone, party.address = facts.phone, facts.address
    party.representative, party.agent = facts.representative, facts.agent
    if facts.code:
        _give_code(party, facts.code)
    return party


def _give_code(party: Party, typed: str) -> None:
    checked = check(CODE_KINDS[party.kind], typed)
    code = checked.canonical if isinstance(checked.canonical, str) else typed.strip()
    party.code, party.code_key, party.code_last4 = code, code_digest(code), code[-4:]
    party.code_doubtful = not checked.valid


def _right(facts: RightFacts, now: datetime) -> Right:
    right = Right(kind=facts.kind, number=facts.number, title=facts.title, holder=facts.holder)
    _check_number(right, now)
    return right


def _check_number(right: Right, now: datetime) -> None:
    kind = NUMBER_KINDS.get(right.kind)
    if right.number and kind:
        checked = check(kind, right.number, today=local_date(now))
        right.canonical = checked.canonical if isinstance(checked.canonical, str) else None
        right.doubtful = not checked.valid
    elif right.number:
        right.canonical = right.number.strip()


def _readings(typed: str, kinds: dict[str, str]) -> set[str]:
    found = {check(kind, typed).canonical for kind in set(kinds.values())}
    return {typed.replace("\0", "").strip(), *(each for each in found if isinstance(each, str))}


def _fitting(text: str, column: InstrumentedAttribute[str]) -> str:
    """The text, cut with an ellipsis where it is longer than its column."""
    longest: int = column.type.length
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


CODE_KINDS = {"org": "uscc", "person": "resident_id"}
NUMBER_KINDS = {
    "patent_invention": "patent",
    "patent_utility": "patent",
    "patent_design": "patent",
    "patent_unknown": "patent",
    "trademark": "trademark",
    "gi_mark": "trademark",
    "software": "software",
    "plant_variety": "plant_variety",
}
