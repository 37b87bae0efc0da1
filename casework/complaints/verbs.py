"""The acts of the intake. Each asks the door, writes what it changes, and moves."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.complaints import rules, steps
from casework.complaints.models import Complaint
from casework.complaints.track_rules import REPORT
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.procedure.clocks import compute_here
from casework.procedure.door import Taken, begin, taking
from casework.procedure.step import Step
from casework.records.evidence import receive
from casework.records.evidence_store import StoredFile
from casework.records.filing import CaseFacts, open_case
from casework.records.grants import CONTENT
from casework.records.vault import ReporterFacts, lock_away

ANONYMOUS = ReporterFacts()
FILINGS = (steps.REGISTER, steps.APPLY_TO_COMMITTEE)


@dataclass(frozen=True)
class Registration:
    """A dispute as told at the desk: the case, how it came, and when (a local date; None is today).

    Of a report the case names only who is reported; `reporter` goes to the vault (CMP-17).
    """

    case: CaseFacts
    track: str = "request"
    wants: str = "mediation"
    channel: str = "walk_in"
    pending_elsewhere: str | None = None
    files: tuple[StoredFile, ...] = ()
    received_on: date | None = None
    real_name: bool = False
    reporter: ReporterFacts = ANONYMOUS


@dataclass(frozen=True)
class FilesFacts:
    """Files handed in later."""

    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class IdentityNotice:
    """What identity papers are asked for, until when (a local date)."""

    due: date | None = None
    asked: str | None = None


@dataclass(frozen=True)
class Gaps:
    """Everything that is missing, in one list."""

    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class RefusalFacts:
    """Ground of a refusal and the other routes named."""

    ground: str | None = None
    routes: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Routes:
    """Where the person was sent instead."""

    routes: str | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None


@dataclass(frozen=True)
class HandOver:
    """To which committee, with which note."""

    committee: Organisation | None = None
    note: str | None = None


def register(facts: Registration, *, actor: Actor, now: datetime) -> Complaint:
    """Open a case with its intake (登记); the receipt with a fingerprint per file is made with it. Basis CMP-3, STN-2.

    It keeps the law of its day of receipt (CMP-19). The days to answer a complaint or request run (CMP-3), or those
    to verify a report (CMP-11). At a committee's own desk the dispute is with the committee at once (M-10). A
    refusal leaves the caller to roll back: then no number is used up.
    """
    step = next((each for each in FILINGS if actor.post in each.who), steps.REGISTER)
    case = open_case(facts.case, actor=actor, now=now)
    complaint = Complaint(
        case=case,
        office_id=actor.office_id,
        track=facts.track,
        wants=facts.wants,
        channel=facts.channel,
        pending_elsewhere=facts.pending_elsewhere,
        received_on=facts.received_on or local_date(now),
        real_name=facts.real_name and facts.track == REPORT,
        missing=[],
    )
    begin(complaint, now=now, rule_set_on=facts.received_on, flush=False)
    with taking(complaint, step, actor=actor, now=now, facts=facts) as taken:
        receive(case, facts.files, actor=actor, now=now)
        if step is steps.REGISTER:
            start_to_answer(complaint, taken, now)
        if facts.track == REPORT:
            db.session.flush()
            lock_away(case, facts.reporter, office_id=actor.office_id)
    return complaint


def start_to_answer(complaint: Complaint, taken: Taken, now: datetime) -> None:
    """Let the days of the track run from the day of receipt: to answer (CMP-3), or to verify a report (CMP-11)."""
    rule, other = ("CMP-11", "CMP-3") if complaint.track == REPORT else ("CMP-3", "CMP-11")
    taken.no_clock(other)
    taken.start_clock(rule, complaint.received_on or local_date(now))


def receive_evidence(complaint: Complaint, facts: FilesFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Take further files and receipt them (CMP-3)."""
    with taking(complaint, steps.RECEIVE_EVIDENCE, actor=actor, now=now, facts=facts):
        receive(complaint.case, facts.files, actor=actor, now=now)
    return complaint


def ask_identity(complaint: Complaint, facts: IdentityNotice, *, actor: Actor, now: datetime) -> Complaint:
    """Ask for proof of identity by a date (CMP-4)."""
    with taking(complaint, steps.ASK_IDENTITY, actor=actor, now=now, facts=facts):
        complaint.supplement_due = facts.due
    return complaint


def give_identity(complaint: Complaint, facts: FilesFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Identity is proven (CMP-4)."""
    with taking(complaint, steps.GIVE_IDENTITY, actor=actor, now=now, facts=facts):
        receive(complaint.case, facts.files, actor=actor, now=now)
        complaint.identity_proven_on = local_date(now)
    return complaint


def lapse_of_identity(complaint: Complaint, facts: RefusalFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Do not accept because identity was not proven by the date of the notice, or falsely (CMP-4, CMP-5)."""
    with taking(complaint, steps.LAPSE_OF_IDENTITY, actor=actor, now=now, facts=facts):
        complaint.refused_ground, complaint.routes_told = facts.ground, facts.routes or ""
        complaint.closing_reason = facts.reason
    return complaint


def ask_supplement(complaint: Complaint, facts: Gaps, *, actor: Actor, now: datetime) -> Complaint:
    """Tell everything that is missing in one notice; the days to supply it run from here (M-14)."""
    with taking(complaint, steps.ASK_SUPPLEMENT, actor=actor, now=now, facts=facts):
        due = compute_here(rules.SUPPLEMENT, local_date(now), rule_set_on=complaint.rule_set_on)
        complaint.missing, complaint.supplement_due = list(facts.missing), due.due
    return complaint


def supplement(complaint: Complaint, facts: FilesFacts, *, actor: Actor, now: datetime) -> Complaint:
    """What was missing has come (M-14)."""
    with taking(complaint, steps.SUPPLEMENT, actor=actor, now=now, facts=facts):
        receive(complaint.case, facts.files, actor=actor, now=now)
        complaint.missing = []
    return complaint


def lapse(complaint: Complaint, facts: RefusalFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Close because what was asked for did not come in time; a person does it, with notice (CMP-5)."""
    with taking(complaint, steps.LAPSE, actor=actor, now=now, facts=facts):
        complaint.refused_ground, complaint.routes_told = "papers_missing", facts.routes or ""
        complaint.closing_reason = facts.reason
    return complaint


def accept(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """Accept as an authority (受理, CMP-3); the time to mediate runs (CMP-6)."""
    with taking(complaint, steps.ACCEPT, actor=actor, now=now) as taken:
        if complaint.track != "complaint":
            taken.no_clock("CMP-6")
    return complaint


def refuse(complaint: Complaint, facts: RefusalFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Refuse with an enumerated ground and the other routes named (CMP-5)."""
    with taking(complaint, steps.REFUSE, actor=actor, now=now, facts=facts):
        complaint.refused_ground, complaint.routes_told = facts.ground, facts.routes or ""
        complaint.closing_reason = facts.reason
    return complaint


def hand_over(complaint: Complaint, facts: HandOver, *, actor: Actor, now: datetime) -> Complaint:
    """Hand the dispute to a mediation committee, which then sees the case and signs for it (STN-6)."""
    return _to_committee(complaint, steps.HAND_OVER, facts, actor, now)


def entrust(complaint: Complaint, facts: HandOver, *, actor: Actor, now: datetime) -> Complaint:
    """Entrust a committee with the mediation of an accepted complaint; the days to mediate run on (CMP-6)."""
    return _to_committee(complaint, steps.ENTRUST, facts, actor, now)


def _to_committee(complaint: Complaint, step: Step, facts: HandOver, actor: Actor, now: datetime) -> Complaint:
    with taking(complaint, step, actor=actor, now=now, facts=facts) as taken:
        if facts.committee is not None:
            complaint.counterpart_id = facts.committee.id
            taken.share(facts.committee.id, CONTENT)
            if facts.note:
                taken.note(reason=facts.note)
    return complaint


def take_over(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """The receiving office signs for the dispute; its silence is not acceptance."""
    with taking(complaint, steps.TAKE_OVER, actor=actor, now=now):
        pass
    return complaint


def send_back(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """The receiving office returns the dispute with its reason; the sender has it again, and its days to answer (CMP-3).

    They count from the day of receipt as before: the way to the committee and back gives no new days.
    """
    with taking(complaint, steps.SEND_BACK, actor=actor, now=now, facts=facts) as taken:
        complaint.closing_reason = facts.reason
        start_to_answer(complaint, taken, now)
    return complaint


def return_entrusted(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """The committee returns an accepted complaint with its reason; it stays accepted, once (CMP-6)."""
    with taking(complaint, steps.RETURN_ENTRUSTED, actor=actor, now=now, facts=facts):
        complaint.closing_reason = facts.reason
    return complaint


def tell_where(complaint: Complaint, facts: Routes, *, actor: Actor, now: datetime) -> Complaint:
    """Tell where the matter belongs, and close (CMP-16)."""
    with taking(complaint, steps.TELL_WHERE, actor=actor, now=now, facts=facts):
        complaint.refused_ground, complaint.routes_told = "not_competent", facts.routes or ""
    return complaint


def withdraw(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """The applicant withdraws, at any time and without grounds (M-28)."""
    with taking(complaint, steps.WITHDRAW, actor=actor, now=now, facts=facts):
        complaint.closing_reason = facts.reason
    return complaint
