"""Filing online without an account: told to a station, looked up by receipt number and code, taken by its clerk."""

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.errors import NotFound
from casework.base.model import canonical_json
from casework.base.secret import field_key
from casework.base.wallclock import local_date
from casework.complaints import verbs as intake
from casework.documents.numbers import next_number
from casework.identity.actor import Actor
from casework.portal import codes
from casework.portal import models as m
from casework.records.evidence_store import StoredFile
from casework.records.filing import CaseFacts, PartyFacts, RightFacts

RECEIPT = "online_filing"
"""Sequence of the receipts of online filings, one per year for the city."""
MOST = 5
"""How many filings one address may hand in within the window of wrong tries."""


def may_file(address: str, *, now: datetime) -> bool:
    """Whether somebody at this address may file now."""
    asked = select(func.count()).where(m.WrongTry.key == _key(address), m.WrongTry.at > now - codes.WINDOW)
    return (db.session.scalar(asked) or 0) < MOST


def file(
    told: dict[str, Any], *, office_id: int, files: tuple[StoredFile, ...], address: str, now: datetime
) -> m.OnlineFiling:
    """Keep what was told, with a number at once; nothing is a case until a station takes it."""
    year = local_date(now).year
    filing = m.OnlineFiling(
        number=f"黄知网{year}-{next_number(0, RECEIPT, year):06d}",
        office_id=office_id,
        at=now,
        told=canonical_json(told),
        files=[vars(each) for each in files],
    )
    db.session.add_all([filing, m.WrongTry(key=_key(address), at=now)])
    db.session.flush()
    return filing


def code_of(filing: m.OnlineFiling) -> str:
    """The code on the receipt: derived from the key of this house, stored nowhere."""
    digest = hmac.new(field_key(), f"filing|{filing.id}|{filing.number}".encode(), hashlib.sha256).digest()
    return "".join(codes.ALPHABET[each % len(codes.ALPHABET)] for each in digest[: codes.LENGTH])


def filing_of(number: str, code: str) -> m.OnlineFiling | None:
    """The filing of that number and code; None tells nothing about which was wrong."""
    found = db.session.scalar(select(m.OnlineFiling).where(m.OnlineFiling.number == number.strip()))
    fits = found is not None and hmac.compare_digest(code_of(found).encode(), codes.plain(code).encode())
    return found if fits else None


def waiting(actor: Actor, limit: int = 50) -> list[tuple[m.OnlineFiling, dict[str, Any]]]:
    """What waits for the actor's office, the oldest first, with what was written."""
    mine = (m.OnlineFiling.office_id == actor.office_id, m.OnlineFiling.state == m.WAITING)
    found = db.session.scalars(select(m.OnlineFiling).where(*mine).order_by(m.OnlineFiling.id).limit(limit))
    return [(each, json.loads(each.told)) for each in found]


def take(filing: m.OnlineFiling, *, actor: Actor, now: datetime) -> m.OnlineFiling:
    """Register it as the clerk's own screen would (StepRefused as there) and give the filer its access code."""
    _mine(filing, actor)
    told = json.loads(filing.told)
    facts = CaseFacts(
        title=f"{told['applicant_name']}与{told['respondent_name']}纠纷",
        source="online",
        parties=(_party("applicant", told), _party("respondent", told)),
        rights=(RightFacts(told["right_kind"], told.get("right_number")),),
        facts=told["facts"],
        request=told["request"],
        claim_fen=told.get("claim"),
    )
    files = tuple(StoredFile(**each) for each in filing.files)
    made = intake.register(intake.Registration(facts, channel="online", files=files), actor=actor, now=now)
    db.session.flush()
    codes.issue(made.case, made.case.of_role("applicant")[0], actor=actor, now=now)
    filing.state, filing.case, filing.handled_at, filing.handled_by = m.TAKEN, made.case, now, actor.name
    return filing


def give_back(filing: m.OnlineFiling, reason: str, *, actor: Actor, now: datetime) -> None:
    """Return it with a reason that the filer reads."""
    _mine(filing, actor)
    filing.state, filing.answer, filing.handled_at, filing.handled_by = m.RETURNED, reason, now, actor.name


def access_of(filing: m.OnlineFiling) -> tuple[str, str] | None:
    """Case number and access code of the filer once it was taken, while the code is the one given then."""
    if filing.case is None:
        return None
    party = filing.case.of_role("applicant")[0]
    given = codes.issued(filing.case).get(party.id)
    return (filing.case.number, codes.code_of(party, given.edition)) if given and given.edition == 1 else None


def _party(role: str, told: dict[str, Any]) -> PartyFacts:
    name = told[f"{role}_name"]
    rest = {each: told.get(f"{role}_{each}") for each in ("code", "phone", "address")}
    return PartyFacts(role, name, kind=told.get(f"{role}_kind") or "org", **rest)


def _mine(filing: m.OnlineFiling, actor: Actor) -> None:
    if filing.state != m.WAITING or filing.office_id != actor.office_id:
        raise NotFound(filing.number)


def _key(address: str) -> str:
    return hashlib.sha256(f"filing|{address}".encode()).hexdigest()
