"""Mediators, sessions, time and standstill (mediation.md 2.3, rows 13-19)."""

from datetime import datetime

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation import steps
from casework.mediation.facts import (
    AddressFacts,
    ExtensionFacts,
    InvestigationFacts,
    Mediators,
    Naming,
    Notification,
    Reason,
    Replacement,
    SessionRecord,
    Suspension,
)
from casework.mediation.models import (
    Extension,
    Investigation,
    Mediation,
    MediationSession,
    MediatorNaming,
    PrivateNote,
    ServiceAddress,
)
from casework.mediation.rules.conduct import PERIODS
from casework.mediation.rules.people import party_of
from casework.procedure.clocks import open_clocks
from casework.procedure.door import taking


def name_mediators(mediation: Mediation, facts: Mediators, *, actor: Actor, now: datetime) -> Mediation:
    """Name the mediators, one presiding, each with the answer to the conflict question (M-17, M-19)."""
    with taking(mediation, steps.NAME_MEDIATORS, actor=actor, now=now, facts=facts):
        end_invitations(mediation, now)
        for each in facts.mediators:
            name_one(mediation, each, facts.chosen_by, now)
    return mediation


def end_invitations(mediation: Mediation, now: datetime) -> None:
    """Those who have not answered in time count as silent (C-17)."""
    for each in mediation.waiting:
        each.answer, each.answered_on = "silent", local_date(now)


def replace_mediator(mediation: Mediation, facts: Replacement, *, actor: Actor, now: datetime) -> Mediation:
    """Replace a mediator; a party's request is enough (M-18). The time of mediation runs on."""
    with taking(mediation, steps.REPLACE_MEDIATOR, actor=actor, now=now, facts=facts):
        leaving = next(each for each in mediation.named if each.mediator_id == facts.leaving_id)
        leaving.until, leaving.replaced_for = local_date(now), facts.reason
        if facts.successor:
            name_one(mediation, facts.successor, leaving.chosen_by, now, presiding=leaving.presiding)
    return mediation


def ask_court_to_appoint(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """Online the parties could not choose together: the court appoints within three working days (C-16)."""
    with taking(mediation, steps.ASK_COURT_TO_APPOINT, actor=actor, now=now):
        pass
    return mediation


def disclose(mediation: Mediation, facts: Mediators, *, actor: Actor, now: datetime) -> Mediation:
    """A relation shows while mediation goes on; the mediator stays because all parties consent (M-19)."""
    with taking(mediation, steps.DISCLOSE, actor=actor, now=now, facts=facts):
        told = {each.mediator_id: each for each in facts.mediators}
        for naming in mediation.named:
            if naming.mediator_id in told:
                naming.disclosed = told[naming.mediator_id].disclosed or ""
                naming.consented_on = local_date(now)
    return mediation


def confirm_address(mediation: Mediation, facts: AddressFacts, *, actor: Actor, now: datetime) -> Mediation:
    """A party proves who it is and confirms where it is served (C-25, D-22); the newest confirmation counts."""
    with taking(mediation, steps.CONFIRM_ADDRESS, actor=actor, now=now, facts=facts):
        told = {name: value for name, value in vars(facts).items() if name != "party"}
        mediation.addresses.append(ServiceAddress(party=party_of(mediation.case, facts.party), **told))
    return mediation


def investigate(mediation: Mediation, facts: InvestigationFacts, *, actor: Actor, now: datetime) -> Mediation:
    """Record what somebody was asked outside a session (D-11)."""
    with taking(mediation, steps.INVESTIGATE, actor=actor, now=now, facts=facts):
        mediation.investigations.append(Investigation(position=len(mediation.investigations) + 1, **vars(facts)))
    return mediation


def notify_session(mediation: Mediation, facts: Notification, *, actor: Actor, now: datetime) -> Mediation:
    """Tell all parties when and where a session will be held (D-10)."""
    with taking(mediation, steps.NOTIFY_SESSION, actor=actor, now=now, facts=facts) as taken:
        taken.note(held_at=facts.held_at.isoformat() if facts.held_at else None, place=facts.place)
        if facts.reason:
            taken.note(reason=facts.reason)
    return mediation


def hold_session(mediation: Mediation, facts: SessionRecord, *, actor: Actor, now: datetime) -> Mediation:
    """Record a session (D-12). Concessions and words in confidence go to a table that nothing reaches (C-14, P-11)."""
    with taking(mediation, steps.HOLD_SESSION, actor=actor, now=now, facts=facts):
        mediation.rights_told_on = mediation.rights_told_on or facts.rights_told_on
        session = _session(mediation, facts, actor)
        db.session.add(session)
        db.session.flush()
        for kind, text in (("concession", facts.concessions), ("caucus", facts.caucus)):
            if text:
                db.session.add(_private(mediation, session, kind, text, actor, now))
    return mediation


def extend(mediation: Mediation, facts: ExtensionFacts, *, actor: Actor, now: datetime) -> Mediation:
    """Extend the time with the consent of all parties, to a new last day (M-22, C-09; D-14)."""
    with taking(mediation, steps.EXTEND, actor=actor, now=now, facts=facts) as taken:
        clock = open_clocks(mediation, PERIODS)[0]
        taken.extended_to = facts.new_end
        mediation.extensions.append(
            Extension(
                old_end=clock.due,
                new_end=facts.new_end,
                consented_on=local_date(now),
                reason=facts.reason or "",
            )
        )
    return mediation


def suspend(mediation: Mediation, facts: Suspension, *, actor: Actor, now: datetime) -> Mediation:
    """Let mediation stand still; a suspected sham is reported at once (C-08). The time runs on."""
    with taking(mediation, steps.SUSPEND, actor=actor, now=now, facts=facts) as taken:
        mediation.suspended_for = facts.cause
        taken.note(detail=facts.detail)
    return mediation


def appraise(mediation: Mediation, facts: Reason, *, actor: Actor, now: datetime) -> Mediation:
    """Stand still for an appraisal; its days are not counted (M-23, C-26)."""
    with taking(mediation, steps.APPRAISE, actor=actor, now=now, facts=facts) as taken:
        mediation.suspended_for = "appraisal"
        taken.note(detail=facts.reason)
    return mediation


def resume(mediation: Mediation, facts: Reason | None, *, actor: Actor, now: datetime) -> Mediation:
    """Go on because the cause is gone; a clock that stood still runs again from today (row 19)."""
    with taking(mediation, steps.RESUME, actor=actor, now=now, facts=facts or Reason()) as taken:
        mediation.suspended_for = None
        taken.note(reason=facts.reason if facts else None)
    return mediation


def name_one(
    mediation: Mediation, facts: Naming, chosen_by: str, now: datetime, *, presiding: bool | None = None
) -> None:
    """Enter a mediator with the answer to the conflict question (M-19)."""
    today = local_date(now)
    mediation.namings.append(
        MediatorNaming(
            mediator_id=facts.mediator_id,
            presiding=facts.presiding if presiding is None else presiding,
            chosen_by=chosen_by,
            named_on=today,
            disclosed=(facts.disclosed or "") if facts.conflict else "",
            consented_on=today if facts.conflict else None,
        )
    )


def _session(mediation: Mediation, facts: SessionRecord, actor: Actor) -> MediationSession:
    presiding = mediation.named[0].mediator.name if mediation.named else actor.name
    return MediationSession(
        mediation=mediation,
        position=len(mediation.sessions) + 1,
        held_at=facts.held_at,
        place=facts.place,
        presided_by=facts.presided_by or presiding,
        recorder=facts.recorder,
        present=list(facts.present),
        guests=facts.guests,
        public=facts.public,
        statements=facts.statements or "",
        facts_found=facts.facts_found or "",
        undisputed=facts.undisputed or "",
        result=facts.result or "",
        signed=facts.signed,
        kept_as=facts.kept_as,
        recording=facts.recording,
    )


def _private(
    mediation: Mediation, session: MediationSession, kind: str, text: str, actor: Actor, now: datetime
) -> PrivateNote:
    return PrivateNote(
        mediation_id=mediation.id,
        session_id=session.id,
        kind=kind,
        text=text,
        written_by=actor.name,
        written_at=now,
    )
