"""What a party sees of its case: where it stands, the next date, its own duties, what it handed in. Nothing else."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import or_, select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.reading import amount_in_words
from casework.base.wallclock import local_date, local_time
from casework.clock.titles import clock_name
from casework.documents.models import PaperRecord
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.committee import in_term
from casework.mediation.models import Mediation, Mediator
from casework.mediation.preview import Preview, as_facts, fingerprint, preview
from casework.performance.models import Obligation, Performance
from casework.portal.models import MEDIATOR, SIGNATURE, SURVEY, WAITING, Submission
from casework.procedure.models import Proceeding, RunningClock
from casework.procedure.procedure import state_label
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party

CHOOSING = ("accepted",)


@dataclass(frozen=True)
class NextDate:
    """The next thing that has a date: in words, the day or instant as text, where."""

    what: str
    when: str
    place: str = ""


@dataclass(frozen=True)
class Stand:
    """One proceeding as the party sees it."""

    procedure: str
    state: str
    since: datetime


@dataclass(frozen=True)
class Seen:
    """The page of a party."""

    case: Case
    party: Party
    next: NextDate | None
    stands: tuple[Stand, ...]
    duties: tuple[Obligation, ...]
    papers: tuple[PaperRecord, ...]
    handed_in: tuple[Submission, ...]
    to_sign: bool
    may_choose: bool
    may_rate: bool


@cache
def visible() -> dict[str, Any]:
    """The table of what parties see."""
    found: dict[str, Any] = json.loads((files("casework.portal") / "data" / "visible.json").read_text("utf-8"))
    return found


def seen(party: Party, *, now: datetime) -> Seen:
    """The page of a party at an instant."""
    case = party.case
    proceedings = proceedings_of(case)
    handed_in = tuple(_handed_in(party))
    mediation = _mediation(proceedings)
    return Seen(
        case=case,
        party=party,
        next=next_date(case, proceedings, now),
        stands=tuple(Stand(p.procedure, state_label(p.procedure, p.state), p.moved_at) for p in proceedings),
        duties=tuple(duties(party)),
        papers=tuple(papers(party)),
        handed_in=handed_in,
        to_sign=_may_sign(party, mediation, handed_in),
        may_choose=mediation is not None and mediation.state in CHOOSING and not _gave(handed_in, MEDIATOR),
        may_rate=_is_over(mediation) and not _gave(handed_in, SURVEY),
    )


def next_date(case: Case, proceedings: list[Proceeding], now: datetime) -> NextDate | None:
    """The session that is set, else the next duty to perform or the clock that ends next, whichever is first."""
    session = _session(case, now)
    if session is not None:
        return session
    owed = next_duty(case, now)
    known = or_(*(RunningClock.rule.startswith(rule, autoescape=True) for rule in visible()["clocks"]))
    mine = RunningClock.proceeding_id.in_([each.id for each in proceedings])
    running = (mine, known, RunningClock.state == "running", RunningClock.due_at > now)
    clock = db.session.scalar(select(RunningClock).where(*running).order_by(RunningClock.due_at).limit(1))
    if owed is not None and owed.due and (clock is None or owed.due <= clock.due):
        return NextDate(phrase("portal.to_do", who=owed.debtor.name, what=what_is_owed(owed)), str(owed.due))
    return NextDate(clock_name(clock.rule), clock.due.isoformat()) if clock else None


def next_duty(case: Case, now: datetime) -> Obligation | None:
    """The obligation of the case that is due next and not done."""
    asked = select(Obligation).join(Performance, Obligation.performance_id == Performance.id)
    mine = asked.where(Performance.case_id == case.id, Obligation.due >= local_date(now)).order_by(Obligation.due)
    return next((each for each in db.session.scalars(mine) if not each.done), None)


def what_is_owed(item: Obligation) -> str:
    """A duty in few words: the amount or its kind, and what was written beside it."""
    head = phrase("portal.pay", amount=amount_in_words(item.fen)) if item.fen else ""
    return " ".join(each for each in (head, item.text[:60]) if each) or phrase(f"item_kind.{item.kind}")


def duties(party: Party) -> list[Obligation]:
    """What the party owes or is owed, by due date."""
    mine = or_(Obligation.debtor_id == party.id, Obligation.creditor_id == party.id)
    asked = select(Obligation).join(Performance, Obligation.performance_id == Performance.id)
    asked = asked.where(Performance.case_id == party.case_id, mine)
    return list(db.session.scalars(asked.order_by(Obligation.due, Obligation.no)))


def papers(party: Party) -> list[PaperRecord]:
    """The papers that went to this party or to all parties, the newest first."""
    kinds = visible()["papers"]
    asked = select(PaperRecord).where(PaperRecord.case_id == party.case_id, PaperRecord.kind.in_(kinds))
    found = db.session.scalars(asked.order_by(PaperRecord.id.desc()).limit(100))
    return [each for each in found if each.data.get("addressee") in ("", None, party.name)][:30]


def choices(case: Case) -> list[Mediator]:
    """The mediators that a party may wish for: those in term at the committee that has the case."""
    mediation = _mediation(proceedings_of(case))
    return in_term(mediation.office_id) if mediation else []


@dataclass(frozen=True)
class TextToSign:
    """The agreement that waits for signatures, as it will be printed, and the fingerprint of what is read and signed."""

    mediation: Mediation
    agreement: Agreement
    printed: Preview

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the number and every printed line."""
        return fingerprint(self.agreement)


def text_to_sign(case: Case) -> TextToSign | None:
    """The text of the case that its parties may read and sign now, None where there is none."""
    mediation = _mediation(proceedings_of(case))
    text = current_agreement(mediation) if mediation is not None and mediation.state == "signing" else None
    if mediation is None or text is None:
        return None
    return TextToSign(mediation, text, preview(case, as_facts(text)))


def proceedings_of(case: Case) -> list[Proceeding]:
    """The proceedings of a case that its parties may know of, oldest first."""
    asked = select(Proceeding).where(Proceeding.case_id == case.id, Proceeding.procedure.in_(visible()["procedures"]))
    return list(db.session.scalars(asked.order_by(Proceeding.id)))


def _mediation(proceedings: list[Proceeding]) -> Mediation | None:
    return next((each for each in reversed(proceedings) if isinstance(each, Mediation)), None)


def _session(case: Case, now: datetime) -> NextDate | None:
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.step == "notify_session")
    entry = db.session.scalar(asked.order_by(JournalEntry.seq.desc()).limit(1))
    told = entry.changes.get("held_at") if entry else None
    if not told or datetime.fromisoformat(told) <= now:
        return None
    at = local_time(datetime.fromisoformat(told))
    place = str(entry.changes.get("place") or "") if entry else ""
    return NextDate(phrase("portal.session"), at.strftime("%Y-%m-%d %H:%M"), place)


def _handed_in(party: Party) -> list[Submission]:
    asked = select(Submission).where(Submission.party_id == party.id)
    return list(db.session.scalars(asked.order_by(Submission.id.desc()).limit(50)))


def _gave(handed_in: tuple[Submission, ...], kind: str) -> bool:
    return any(each.kind == kind and each.state != "returned" for each in handed_in)


def _may_sign(party: Party, mediation: Mediation | None, handed_in: tuple[Submission, ...]) -> bool:
    if mediation is None or mediation.state != "signing":
        return False
    text = current_agreement(mediation)
    signed = {each.party_id for each in text.signatures} if text else set()
    waits = any(each.kind == SIGNATURE and each.state == WAITING for each in handed_in)
    return text is not None and party.id not in signed and not waits


def _is_over(mediation: Mediation | None) -> bool:
    return mediation is not None and mediation.state in ("agreed", "terminated", "withdrawn", "closed", "archived")
