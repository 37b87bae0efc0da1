"""Acts of a mediation that the authority holds itself. A breach found in it is verified whatever becomes of it (CMP-10)."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.complaints import mediating_facts as f
from casework.complaints import mediating_steps as steps
from casework.complaints.models import Complaint
from casework.complaints.verbs import Reason
from casework.identity.actor import Actor
from casework.procedure.door import taking


def call_meeting(complaint: Complaint, facts: f.Meeting, *, actor: Actor, now: datetime) -> Complaint:
    """Call both sides to a mediation on site, with their right to object to the mediators (CMP-6)."""
    with taking(complaint, steps.CALL_MEETING, actor=actor, now=now, facts=facts) as taken:
        taken.note(held_at=facts.at.isoformat() if facts.at else None, place=facts.place, by=list(facts.mediators))
    return complaint


def test(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """A test or appraisal begins; its days are not counted (CMP-8)."""
    with taking(complaint, steps.TEST, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return complaint


def end_test(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """The test is over; the days to mediate run again (CMP-8)."""
    with taking(complaint, steps.END_TEST, actor=actor, now=now):
        pass
    return complaint


def settle(complaint: Complaint, facts: f.Settled, *, actor: Actor, now: datetime) -> Complaint:
    """Both sides agreed; who does not perform is sued, the paper itself is not enforced (CMP-9)."""
    with taking(complaint, steps.SETTLE, actor=actor, now=now, facts=facts):
        complaint.settlement, complaint.ended_on = facts.text, local_date(now)
    return complaint


def terminate(complaint: Complaint, facts: f.EndOfMediation, *, actor: Actor, now: datetime) -> Complaint:
    """End the mediation on one of eight grounds; both sides are told, under the old rules in seven working days (CMP-7)."""
    with taking(complaint, steps.TERMINATE, actor=actor, now=now, facts=facts):
        complaint.end_ground, complaint.ended_on = facts.ground, local_date(now)
        complaint.routes_told, complaint.closing_reason = facts.routes or "", facts.reason
    return complaint


def tell_termination(complaint: Complaint, facts: f.Told, *, actor: Actor, now: datetime) -> Complaint:
    """Both sides were told (CMP-7)."""
    with taking(complaint, steps.TELL_TERMINATION, actor=actor, now=now, facts=facts) as taken:
        taken.note(on=facts.on.isoformat() if facts.on else None)
    return complaint


def find_breach(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """A breach of law shows while mediating: fifteen working days to verify it run, mediation goes on (CMP-10)."""
    with taking(complaint, steps.FIND_BREACH, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return complaint


def pass_breach_on(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """The breach is now a lead of this office, whose own days to verify run (CMP-10)."""
    with taking(complaint, steps.PASS_BREACH_ON, actor=actor, now=now):
        pass
    return complaint


def close_handled(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """A penalty case, an adjudication or a mediation handles what was accepted; the intake ends (CMP-2)."""
    with taking(complaint, steps.CLOSE_HANDLED, actor=actor, now=now):
        pass
    return complaint
