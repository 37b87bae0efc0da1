"""From the request to acceptance or refusal (mediation.md 2.3, rows 1-12)."""

from datetime import date, datetime

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.clock.due import compute
from casework.documents.numbers import next_number
from casework.identity.actor import Actor
from casework.identity.directory import office_by_id
from casework.mediation import steps
from casework.mediation.facts import (
    Acceptance,
    Answer,
    Application,
    Assignment,
    FilesFacts,
    Gaps,
    HandOver,
    Lapse,
    Reason,
    Referral,
    Refusal,
    Taking,
)
from casework.mediation.models import ASSIGNED, NAME, Mediation, PartyAnswer
from casework.mediation.rules.intake import LINKS
from casework.mediation.rules.people import awaited, party_of
from casework.mediation.verbs.court import papers_go_back
from casework.procedure.door import Taken, begin, taking
from casework.records.evidence import receive
from casework.records.filing import CaseFacts, open_case
from casework.records.grants import STATUS
from casework.records.journal import JournalEntry
from casework.records.models import Case

REGISTERED = "registered"
KIND_OF_NUMBER = "mediation"


def apply_anew(case: CaseFacts, facts: Application, *, actor: Actor, now: datetime) -> Mediation:
    """A dispute that comes to the committee first: open the case and register the mediation (M-10).

    A refusal leaves the caller to roll back: then no number is used up.
    """
    return register(open_case(case, actor=actor, now=now), facts, actor=actor, now=now)


def register(case: Case, facts: Application, *, actor: Actor, now: datetime) -> Mediation:
    """Register a request, a dispute handed over, or the committee's own initiative (row 1, M-10).

    The day of a request to the committee is kept: it interrupts limitation (L-02).
    """
    mediation = propose(case, actor)
    mediation.origin, mediation.oral = facts.origin, facts.oral
    mediation.pending_elsewhere = facts.pending_elsewhere
    mediation.requested_on = facts.requested_on
    begin(mediation, now=now)
    with taking(mediation, steps.REGISTER, actor=actor, now=now, facts=facts) as taken:
        if facts.origin == "application" and facts.requested_on is None:
            mediation.requested_on = local_date(now)
        receive(case, facts.files, actor=actor, now=now)
        _count_once(case, taken)
    return mediation


def propose(case: Case, actor: Actor) -> Mediation:
    """A mediation before its first step, not yet stored."""
    return Mediation(case=case, procedure=NAME, office_id=actor.office_id, missing=[], link="own", online=False)


def receive_assignment(case: Case, facts: Assignment, *, actor: Actor, now: datetime) -> Mediation:
    """A court's papers came: assigned before filing (委派) or entrusted after it (委托). C-17 runs from that day."""
    mediation = propose(case, actor)
    mediation.link = facts.link if facts.link in LINKS else ASSIGNED
    mediation.online, mediation.one_sided = facts.online, facts.one_sided
    mediation.origin = "court_assigned" if facts.link == ASSIGNED else "court_entrusted"
    mediation.received_on, mediation.court_number = facts.received_on, facts.court_number
    mediation.counterpart_id = facts.court.id if facts.court else None
    mediation.court_name = facts.court.name if facts.court else facts.court_name
    begin(mediation, now=now)
    with taking(mediation, steps.RECEIVE_ASSIGNMENT, actor=actor, now=now, facts=facts) as taken:
        if facts.received_on:
            taken.start_clock("C-17", facts.received_on)
        if facts.online and facts.agreed_on and not facts.one_sided:
            taken.start_clock("C-16.choose", facts.agreed_on)
        if facts.court:
            taken.share(facts.court.id, STATUS)
        _count_once(case, taken)
    return mediation


def accept_assignment(mediation: Mediation, facts: Taking, *, actor: Actor, now: datetime) -> Mediation:
    """Take the court's job; 30, 15 or 7 days run from signing for the papers or the platform's record (C-09, C-19)."""
    with taking(mediation, steps.ACCEPT_ASSIGNMENT, actor=actor, now=now, facts=facts) as taken:
        on = facts.signed_on or local_date(now)
        _accepted(mediation, on, actor, now)
        mediation.rights_told_on = facts.rights_told_on
        taken.start_clock(court_period(mediation), on)
        if mediation.online and mediation.one_sided:
            taken.start_clock("C-18", on)
        taken.counts(on=on)
    return mediation


def decline_assignment(mediation: Mediation, facts: Reason, *, actor: Actor, now: datetime) -> Mediation:
    """Decline the court's job with the reason; the court appoints another (C-17)."""
    with taking(mediation, steps.DECLINE_ASSIGNMENT, actor=actor, now=now, facts=facts):
        mediation.refused_ground, mediation.refused_detail = "declined", facts.reason
        mediation.routes_told = phrase("routes.back_to_court", lang="zh")
        papers_go_back(mediation, now)
    return mediation


def start_review(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """Begin to examine scope, competence and doubles (M-14)."""
    with taking(mediation, steps.START_REVIEW, actor=actor, now=now):
        pass
    return mediation


def ask_supplement(mediation: Mediation, facts: Gaps, *, actor: Actor, now: datetime) -> Mediation:
    """Tell everything that is missing in one notice; the review rests meanwhile (M-14)."""
    with taking(mediation, steps.ASK_SUPPLEMENT, actor=actor, now=now, facts=facts):
        mediation.missing = list(facts.missing)
        due = compute("M-14.supplement", local_date(now)).due
        mediation.supplement_due = date(due.year, due.month, due.day)
    return mediation


def supplement(mediation: Mediation, facts: FilesFacts, *, actor: Actor, now: datetime) -> Mediation:
    """What was missing has come; the time of review runs anew (M-14)."""
    with taking(mediation, steps.SUPPLEMENT, actor=actor, now=now, facts=facts):
        receive(mediation.case, facts.files, actor=actor, now=now)
        mediation.missing, mediation.supplement_due = [], None
    return mediation


def lapse(mediation: Mediation, facts: Lapse, *, actor: Actor, now: datetime) -> Mediation:
    """Close an application that was not completed, after a reminder and with notice; never by the clock alone."""
    with taking(mediation, steps.LAPSE, actor=actor, now=now, facts=facts):
        mediation.end_reason, mediation.ended_on = "not_completed", local_date(now)
        mediation.routes_told = facts.routes or ""
    return mediation


def ask_other_party(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """Ask who has not agreed yet whether it will mediate; five working days (M-10)."""
    with taking(mediation, steps.ASK_OTHER_PARTY, actor=actor, now=now):
        pass
    return mediation


def other_party_agreed(mediation: Mediation, facts: Answer, *, actor: Actor, now: datetime) -> Mediation:
    """Parties agree to mediate; an earlier refusal of theirs is lifted (M-11). Online they now choose (C-16)."""
    with taking(mediation, steps.OTHER_PARTY_AGREED, actor=actor, now=now, facts=facts) as taken:
        _answer(mediation, facts, "agreed")
        db.session.flush()
        if mediation.online and facts.answered_on and not awaited(taken.ask):
            taken.start_clock("C-16.choose", facts.answered_on)
    return mediation


def other_party_refused(mediation: Mediation, facts: Answer, *, actor: Actor, now: datetime) -> Mediation:
    """A party clearly refuses, or cannot be reached: no mediation, and the routes are told (M-11, TV-59)."""
    with taking(mediation, steps.OTHER_PARTY_REFUSED, actor=actor, now=now, facts=facts):
        _answer(mediation, facts, "unreachable" if facts.unreachable else "refused")
        mediation.refused_ground = "unreachable" if facts.unreachable else "one_refuses"
        mediation.routes_told = facts.routes or ""
    return mediation


def propose_refusal(mediation: Mediation, facts: Refusal, *, actor: Actor, now: datetime) -> Mediation:
    """The registrar proposes not to accept, with ground and routes; the chair decides (row 6)."""
    with taking(mediation, steps.PROPOSE_REFUSAL, actor=actor, now=now, facts=facts):
        mediation.refused_ground, mediation.refused_detail = facts.ground, facts.detail
        mediation.routes_told = facts.routes or ""
        mediation.refusal_proposed_by, mediation.refusal_proposer_id = actor.name, actor.person_id
    return mediation


def refuse(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """The chair approves the proposed refusal (M-13)."""
    with taking(mediation, steps.REFUSE, actor=actor, now=now):
        pass
    return mediation


def hand_over(mediation: Mediation, facts: HandOver, *, actor: Actor, now: datetime) -> Mediation:
    """The matter belongs to an agency, the police or a court: hand it on before acceptance (M-13, M-25)."""
    with taking(mediation, steps.HAND_OVER, actor=actor, now=now, facts=facts):
        handed_on(mediation, facts, now)
    return mediation


def refer_elsewhere(mediation: Mediation, facts: Referral, *, actor: Actor, now: datetime) -> Mediation:
    """Another committee is that of the parties' place or of the dispute: refer the parties there (M-12)."""
    with taking(mediation, steps.REFER_ELSEWHERE, actor=actor, now=now, facts=facts) as taken:
        handed_on(mediation, facts, now)
        taken.note(place=facts.place)
    return mediation


def accept(mediation: Mediation, facts: Acceptance, *, actor: Actor, now: datetime) -> Mediation:
    """Accept (受理) and give the committee's number; one month runs (M-15, M-22). A proposed refusal falls away."""
    with taking(mediation, steps.ACCEPT, actor=actor, now=now, facts=facts) as taken:
        _accepted(mediation, local_date(now), actor, now)
        mediation.rights_told_on, mediation.difficult = facts.rights_told_on, facts.difficult
        mediation.refused_ground = mediation.refused_detail = None
        mediation.routes_told = ""
        if facts.civil_part:
            taken.note(civil_part=facts.civil_part)
    return mediation


def receive_evidence(mediation: Mediation, facts: FilesFacts, *, actor: Actor, now: datetime) -> Mediation:
    """Take further files into the case (M-24)."""
    with taking(mediation, steps.RECEIVE_EVIDENCE, actor=actor, now=now, facts=facts):
        receive(mediation.case, facts.files, actor=actor, now=now)
    return mediation


def court_period(mediation: Mediation) -> str:
    """The clock of a court's matter: C-09 by the papers, C-19 on the platform."""
    if mediation.online:
        return "C-19.pre_filing" if mediation.link == ASSIGNED else f"C-19.{mediation.link}"
    return f"C-09.{mediation.link}"


def handed_on(mediation: Mediation, facts: HandOver, now: datetime) -> None:
    """Write where the matter went; mediation ends with it."""
    mediation.end_reason, mediation.ended_on = "handed_on", local_date(now)
    mediation.end_detail = f"{facts.receiver}：{facts.reason}"
    mediation.routes_told = facts.routes or ""


def _accepted(mediation: Mediation, on: date, actor: Actor, now: datetime) -> None:
    office = office_by_id(actor.office_id)
    year = local_date(now).year
    serial = next_number(actor.office_id, KIND_OF_NUMBER, year)
    mediation.number = f"（{year}）{office.short if office else ''}调字第{serial}号"
    mediation.accepted_on = on


def _answer(mediation: Mediation, facts: Answer, answer: str) -> None:
    for ref in facts.parties:
        party = party_of(mediation.case, ref)
        db.session.add(
            PartyAnswer(
                mediation=mediation,
                party=party,
                answer=answer,
                answered_on=facts.answered_on,
                channel=facts.channel,
            )
        )


def _count_once(case: Case, taken: Taken) -> None:
    """A case counts as registered once, whoever registered it first (4.4)."""
    asked = select(JournalEntry.id).where(JournalEntry.case_id == case.id, JournalEntry.figure == REGISTERED).limit(1)
    with db.session.no_autoflush:
        if db.session.scalar(asked) is None:
            taken.counts(REGISTERED)
