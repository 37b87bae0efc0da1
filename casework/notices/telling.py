"""From a journal entry to its notices: who is told, where they can be reached, in which words."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import local_time
from casework.identity.models import Organisation
from casework.mediation.addresses import confirmed_address
from casework.notices import models as m
from casework.notices.ports import LINK
from casework.notices.table import Rule, rules_for
from casework.procedure.models import Proceeding
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party

MOBILE = re.compile(r"1[3-9]\d{9}")
MAILBOX = re.compile(r"[^@\s]{1,64}@[^@\s]{1,120}\.[A-Za-z]{2,20}")


@dataclass(frozen=True)
class Recipient:
    """Somebody to tell, and by which way."""

    ref: str
    name: str
    way: str
    party: Party | None = None
    office_id: int | None = None
    address: str | None = None

    @property
    def concealed(self) -> str:
        """The address with its middle hidden, for a page."""
        told = self.address or ""
        return f"{told[:3]}***{told[-4:]}" if len(told) > 7 else told


def recipients(rule: Rule, case: Case, proceeding: Proceeding | None) -> list[Recipient]:
    """Everybody whom a rule tells on a case."""
    found = [_party(each) for each in case.parties if {"parties", each.role} & set(rule.to)]
    if proceeding is None:
        return found
    offices = {"handler": proceeding.office_id, "counterpart": proceeding.counterpart_id}
    return found + [_office(offices[each]) for each in rule.to if offices.get(each)]


def tell(entry: JournalEntry, *, now: datetime) -> int:
    """Make the notices of an entry; how many. One that exists already is left as it is."""
    case = db.session.get_one(Case, entry.case_id)
    proceeding = db.session.get(Proceeding, entry.proceeding_id)
    made = 0
    for rule in rules_for(entry.procedure, entry.step):
        for who in recipients(rule, case, proceeding):
            key = f"{entry.id}:{rule.id}:{who.ref}"
            if db.session.scalar(select(m.Notice.id).where(m.Notice.key == key)) is None:
                db.session.add(_notice(key, rule, entry, who, now))
                made += 1
    return made


def words(rule: Rule, case: Case, entry: JournalEntry | None, lang: str | None = None) -> tuple[str, str]:
    """Subject and body. They name the case by its number, what to do and whom to call; nothing else."""
    office = db.session.get(Organisation, entry.office_id if entry else case.registered_by_id)
    told = {**_moment(entry), "number": case.number}
    end = {"office": office.name if office else "", "phone": (office and office.phone) or "—"}
    link = LINK[0] or phrase("notices.no_link", lang)
    what = phrase(f"notices.says.{rule.says}", lang, **told)
    subject = phrase("notices.subject", lang, number=case.number, what=what)
    body = phrase(f"notices.text.{rule.says}", lang, **told)
    return subject, f"{subject}\n{body}\n{phrase('notices.end', lang, link=link, **end)}"


def _moment(entry: JournalEntry | None) -> dict[str, str]:
    """When and where: of an instant in Shanghai, or a day."""
    changes = entry.changes if entry else {}
    at = changes.get("held_at")
    on = next((row["hearing_on"][1] for row in changes.get("adjudication", ()) if "hearing_on" in row), None)
    when = local_time(datetime.fromisoformat(str(at))).strftime("%Y-%m-%d %H:%M") if at else on
    return {"when": str(when or "—"), "place": str(changes.get("place") or "—")}


def _party(party: Party) -> Recipient:
    """Mail where electronic service was consented to, a text message to a mobile, else paper."""
    given = confirmed_address(party)
    electronic = (given.electronic or "").strip() if given else ""
    phone = re.sub(r"[\s-]", "", (given.phone if given else None) or party.phone or "")
    if MAILBOX.fullmatch(electronic):
        return Recipient(party.ref, party.name, m.MAIL, party, None, electronic)
    if MOBILE.fullmatch(phone):
        return Recipient(party.ref, party.name, m.TEXT, party, None, phone)
    return Recipient(party.ref, party.name, m.PAPER, party, None, given.address if given else party.address)


def _office(office_id: int | None) -> Recipient:
    office = db.session.get_one(Organisation, office_id)
    return Recipient(office.code, office.name, m.PRODUCT, None, office.id)


def _notice(key: str, rule: Rule, entry: JournalEntry, who: Recipient, now: datetime) -> m.Notice:
    state = {m.PRODUCT: m.UNREAD, m.PAPER: m.ON_PAPER}.get(who.way, m.WAITING)
    return m.Notice(
        key=key,
        entry_id=entry.id,
        case_id=entry.case_id,
        rule=rule.id,
        party_id=who.party.id if who.party else None,
        office_id=who.office_id or entry.office_id,
        way=who.way,
        address=who.address,
        state=state,
        made_at=now,
        next_try_at=now if state == m.WAITING else None,
    )
