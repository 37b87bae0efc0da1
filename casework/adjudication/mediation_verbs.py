"""The acts of a patent mediation. Where an adjudication referred it, its end brings that adjudication back or closes it."""

from datetime import datetime

from casework.adjudication import facts as shared
from casework.adjudication import mediation_facts as f
from casework.adjudication import mediation_steps as steps
from casework.adjudication import steps as adjudicating
from casework.adjudication.mediation_models import PatentMediation
from casework.adjudication.mediation_rules import STATEMENT, confirmation_is_open
from casework.adjudication.models import Adjudication
from casework.adjudication.settling import put_in_force
from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.procedure.clocks import open_clocks
from casework.procedure.door import begin, taking
from casework.procedure.siblings import open_on
from casework.procedure.step import Step
from casework.records.evidence import receive
from casework.records.models import Case


def propose(case: Case, actor: Actor) -> PatentMediation | None:
    """A patent mediation before its first step, not yet stored; None where no patent is in dispute."""
    if not any(right.kind.startswith("patent") for right in case.rights):
        return None
    return PatentMediation(case=case, office_id=actor.office_id, matter="other")


def propose_referral(case: Case, actor: Actor) -> PatentMediation | None:
    """A mediation out of an adjudication that stands in mediation; None where there is none."""
    referring = _referring(case, actor)
    made = propose(case, actor) if referring else None
    if made and referring:
        made.parent_id, made.matter = referring.id, "other"
    return made


def request(case: Case, facts: f.Request, *, actor: Actor, now: datetime) -> PatentMediation:
    """Receive a request to mediate; five working days to serve the notice run (MED-2, MED-3)."""
    mediation = PatentMediation(case=case, office_id=actor.office_id, matter=facts.matter or "other")
    begin(mediation, now=now)
    with taking(mediation, steps.REQUEST, actor=actor, now=now, facts=facts):
        receive(case, facts.files, actor=actor, now=now)
        mediation.granted_on, mediation.decision_number = facts.granted_on, facts.decision_number
    return mediation


def refer(case: Case, facts: f.Session, *, actor: Actor, now: datetime) -> PatentMediation:
    """Take over the settlement of an adjudication: both sides want it, so it is filed at once (ADJ-21)."""
    referring = _referring(case, actor)
    parent = referring.id if referring else None
    mediation = PatentMediation(case=case, office_id=actor.office_id, matter="other", parent_id=parent)
    begin(mediation, now=now)
    with taking(mediation, steps.REFER, actor=actor, now=now, facts=facts):
        mediation.session_on, mediation.session_place = facts.on, facts.place
    return mediation


def refuse(mediation: PatentMediation, facts: shared.Reason, *, actor: Actor, now: datetime) -> PatentMediation:
    """Refuse to file without asking the respondent: outside the scope or the request is not complete (MED-1, MED-2)."""
    with taking(mediation, steps.REFUSE, actor=actor, now=now, facts=facts):
        mediation.ended_ground, mediation.ended_on = "refused", local_date(now)
    return mediation


def send_notice(mediation: PatentMediation, _facts: None, *, actor: Actor, now: datetime) -> PatentMediation:
    """Make the notice to state an opinion, with the copy of the request (MED-3)."""
    with taking(mediation, steps.SEND_NOTICE, actor=actor, now=now):
        mediation.noticed_on = local_date(now)
    return mediation


def serve_notice(mediation: PatentMediation, facts: shared.Day, *, actor: Actor, now: datetime) -> PatentMediation:
    """The notice reached the respondent: fifteen days to state run from that day (MED-3)."""
    with taking(mediation, steps.SERVE_NOTICE, actor=actor, now=now, facts=facts) as taken:
        mediation.served_on = facts.on
        if facts.on:
            taken.start_clock(STATEMENT, facts.on)
    return mediation


def agree(mediation: PatentMediation, facts: shared.Day, *, actor: Actor, now: datetime) -> PatentMediation:
    """The respondent agrees: file within five working days of the statement (MED-4)."""
    with taking(mediation, steps.AGREE, actor=actor, now=now, facts=facts) as taken:
        mediation.answer, mediation.answered_on = "agreed", facts.on
        if facts.on:
            taken.start_clock("MED-4.file", facts.on)
    return mediation


def decline(mediation: PatentMediation, facts: shared.Day, *, actor: Actor, now: datetime) -> PatentMediation:
    """The respondent does not want it: the requester is told within five working days (MED-4)."""
    with taking(mediation, steps.DECLINE, actor=actor, now=now, facts=facts) as taken:
        mediation.answer, mediation.answered_on = "refused", facts.on
        if facts.on:
            taken.start_clock("MED-4.refuse", facts.on)
    return mediation


def note_silence(mediation: PatentMediation, _facts: None, *, actor: Actor, now: datetime) -> PatentMediation:
    """No statement came in time: the requester is told within five working days of its end (MED-4)."""
    ends = [clock.due for clock in open_clocks(mediation, (STATEMENT,))]
    with taking(mediation, steps.NOTE_SILENCE, actor=actor, now=now) as taken:
        mediation.answer, mediation.answered_on = "silent", local_date(now)
        taken.start_clock("MED-4.refuse", max(ends, default=local_date(now)))
    return mediation


def file(mediation: PatentMediation, facts: f.Session, *, actor: Actor, now: datetime) -> PatentMediation:
    """File the mediation and fix time and place (MED-4); the house limit runs (MED-8)."""
    with taking(mediation, steps.FILE, actor=actor, now=now, facts=facts):
        mediation.session_on, mediation.session_place = facts.on, facts.place
    return mediation


def not_file(mediation: PatentMediation, _facts: None, *, actor: Actor, now: datetime) -> PatentMediation:
    """Nothing is filed and the requester is told why (MED-4)."""
    with taking(mediation, steps.NOT_FILE, actor=actor, now=now):
        mediation.ended_ground, mediation.ended_on = mediation.answer, local_date(now)
    return mediation


def fix_session(mediation: PatentMediation, facts: f.Session, *, actor: Actor, now: datetime) -> PatentMediation:
    """Fix another session."""
    with taking(mediation, steps.FIX_SESSION, actor=actor, now=now, facts=facts):
        mediation.session_on, mediation.session_place = facts.on, facts.place
    return mediation


def record_session(mediation: PatentMediation, facts: f.Held, *, actor: Actor, now: datetime) -> PatentMediation:
    """A session was held, or somebody stayed away (MED-5)."""
    with taking(mediation, steps.RECORD_SESSION, actor=actor, now=now, facts=facts) as taken:
        mediation.held_on, mediation.absent = facts.on, None if facts.absent == "nobody" else facts.absent
        taken.note(note=facts.note)
    return mediation


def extend(mediation: PatentMediation, facts: f.Prolongation, *, actor: Actor, now: datetime) -> PatentMediation:
    """All parties want more time than the house limit (MED-8)."""
    with taking(mediation, steps.EXTEND, actor=actor, now=now, facts=facts) as taken:
        taken.extended_to = facts.new_end
    return mediation


def ask_stay(mediation: PatentMediation, facts: shared.Day, *, actor: Actor, now: datetime) -> PatentMediation:
    """A party asked the national office to suspend the patent procedure (MED-7)."""
    with taking(mediation, steps.ASK_STAY, actor=actor, now=now, facts=facts):
        mediation.stay_asked_on, mediation.stay_ended_on = facts.on, None
    return mediation


def end_stay(mediation: PatentMediation, facts: shared.Day, *, actor: Actor, now: datetime) -> PatentMediation:
    """A party asked the national office to go on with the patent procedure (MED-7)."""
    with taking(mediation, steps.END_STAY, actor=actor, now=now, facts=facts):
        mediation.stay_ended_on = facts.on
    return mediation


def settle(mediation: PatentMediation, facts: shared.Settlement, *, actor: Actor, now: datetime) -> PatentMediation:
    """Close by agreement; an adjudication that referred it is closed with it (MED-6, ADJ-21)."""
    with taking(mediation, steps.SETTLE, actor=actor, now=now, facts=facts) as taken:
        open_to_court = confirmation_is_open(mediation)
        agreement = put_in_force(mediation, facts, taken, actor=actor, now=now, confirmable=open_to_court)
        mediation.ended_ground, mediation.ended_on = "settled", agreement.effective_on
    _bring_back(mediation, adjudicating.SETTLE_REFERRED, actor, now)
    return mediation


def withdraw_case(mediation: PatentMediation, facts: shared.Ending, *, actor: Actor, now: datetime) -> PatentMediation:
    """The mediation failed: the case is withdrawn; an adjudication that referred it goes on (MED-6, ADJ-21)."""
    with taking(mediation, steps.WITHDRAW_CASE, actor=actor, now=now, facts=facts):
        mediation.ended_ground, mediation.ended_on = facts.ground, facts.on or local_date(now)
    parent = _parent(mediation)
    if parent is not None:
        back = adjudicating.END_MEDIATION if parent.served_on else adjudicating.END_MEDIATION_EARLY
        _bring_back(mediation, back, actor, now)
    return mediation


def tell_court_way(mediation: PatentMediation, facts: f.CourtWay, *, actor: Actor, now: datetime) -> PatentMediation:
    """Both were told of judicial confirmation: a way in Hubei, elsewhere what the court's practice is (MED-9, J-08)."""
    with taking(mediation, steps.TELL_COURT_WAY, actor=actor, now=now, facts=facts):
        mediation.court_way, mediation.court_named, mediation.court_told_on = facts.way, facts.court, facts.on
    return mediation


def cancel(mediation: PatentMediation, facts: shared.Reason, *, actor: Actor, now: datetime) -> PatentMediation:
    """The requester takes the request back before filing."""
    with taking(mediation, steps.CANCEL, actor=actor, now=now, facts=facts):
        mediation.ended_ground, mediation.ended_on = "requester_withdraws", local_date(now)
    return mediation


def _bring_back(mediation: PatentMediation, step: Step, actor: Actor, now: datetime) -> None:
    parent = _parent(mediation)
    if parent is None or parent.state != "mediation":
        return
    with taking(parent, step, actor=actor, now=now) as taken:
        if step is adjudicating.SETTLE_REFERRED:
            parent.ended_ground, parent.ended_on = "settled", mediation.ended_on
            taken.counts(on=mediation.ended_on)


def _parent(mediation: PatentMediation) -> Adjudication | None:
    return db.session.get(Adjudication, mediation.parent_id) if mediation.parent_id else None


def _referring(case: Case, actor: Actor) -> Adjudication | None:
    found = [each for each in open_on(case, "adjudication") if each.office_id == actor.office_id]
    standing = next((each for each in found if each.state == "mediation"), None)
    return standing if isinstance(standing, Adjudication) else None
