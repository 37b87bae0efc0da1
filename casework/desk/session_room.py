"""The session room of a mediation: everything a session needs on one page, each act through its own verb."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from casework.base.db import db
from casework.counter.act import ActBook
from casework.desk.shown import ActShown, acts_of, openings_of
from casework.identity.actor import Actor
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.models import Mediation, PrivateNote, ServiceAddress
from casework.mediation.preview import Preview, as_facts, preview
from casework.mediation.text import TextFinding, findings
from casework.mediation.verbs.notes import may_read_notes, notes_of
from casework.records.journal import JournalEntry
from casework.records.models import Party

ROUTES = ("route", "adjudication", "litigation", "transfer_admin")
NEAR = timedelta(hours=12)


@dataclass(frozen=True)
class Identified:
    """A party and the newest proof of who it is."""

    party: Party
    proof: ServiceAddress | None


@dataclass(frozen=True)
class RoomShown:
    """The page. `acts` by the noun of their address; `routes` are what an end without agreement leaves open."""

    mediation: Mediation
    identified: tuple[Identified, ...]
    acts: dict[str, ActShown]
    routes: tuple[ActShown, ...]
    private: bool
    notes: tuple[PrivateNote, ...]
    text: Agreement | None
    printed: Preview | None
    doubts: tuple[TextFinding, ...]
    told: tuple[str, str] | None

    @property
    def told_at(self) -> datetime | None:
        """When the newest session was notified for."""
        return datetime.fromisoformat(self.told[0]) if self.told else None

    @property
    def unsigned(self) -> bool:
        """Whether a party has still to sign, or signed without the seal that it needs."""
        text = self.text
        return text is not None and (any(text.signed_by(each) is None for each in text.parties) or bool(text.doubts))

    @property
    def all_identified(self) -> bool:
        """Whether every party has proved who it is."""
        return all(each.proof is not None for each in self.identified)


def room_shown(mediation: Mediation, book: ActBook, *, actor: Actor, now: datetime) -> RoomShown:
    """The session room for this reader."""
    case, text = mediation.case, current_agreement(mediation)
    kept = as_facts(text) if text else None
    ways = openings_of(case, book, actor=actor, now=now)
    return RoomShown(
        mediation=mediation,
        identified=tuple(Identified(each, _proof(mediation, each)) for each in case.parties),
        acts={str(act.values["noun"]): act for act in (*ways, *acts_of(mediation, book, actor=actor, now=now))},
        routes=tuple(act for act in ways if act.values["procedure"] in ROUTES),
        private=may_read_notes(mediation, actor),
        notes=tuple(notes_of(mediation, actor=actor)),
        text=text,
        printed=preview(case, kept) if kept else None,
        doubts=tuple(findings(case, kept)) if kept else (),
        told=_told_session(mediation),
    )


def default_moment(mediation: Mediation, now: datetime) -> tuple[datetime, str]:
    """What the record begins with: the session that was notified if it is near, else this minute; and its place."""
    told = _told_session(mediation)
    at = datetime.fromisoformat(told[0]) if told else now
    return min(at, now) if abs(at - now) < NEAR else now, told[1] if told else ""


def _proof(mediation: Mediation, party: Party) -> ServiceAddress | None:
    seen = [each for each in mediation.addresses if each.party_id == party.id and each.identity_seen]
    return seen[-1] if seen else None


def _told_session(mediation: Mediation) -> tuple[str, str] | None:
    asked = select(JournalEntry).where(
        JournalEntry.proceeding_id == mediation.id, JournalEntry.step == "notify_session"
    )
    entry = db.session.scalar(asked.order_by(JournalEntry.seq.desc()).limit(1))
    told = entry.changes.get("held_at") if entry else None
    return (str(told), str(entry.changes.get("place") or "")) if entry and told else None
