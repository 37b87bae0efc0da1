"""The acts of a consultative opinion."""

from datetime import datetime

from casework.adjudication import opinion_facts as f
from casework.adjudication import opinion_steps as steps
from casework.adjudication.facts import Reason
from casework.adjudication.opinion_models import ConsultativeOpinion
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.procedure.door import begin, taking
from casework.records.evidence import receive
from casework.records.models import Case


def propose(case: Case, actor: Actor) -> ConsultativeOpinion | None:
    """A request before its first step, not yet stored; None where no patent is in dispute."""
    if not any(right.kind.startswith("patent") for right in case.rights):
        return None
    return ConsultativeOpinion(case=case, office_id=actor.office_id)


def register_demand(case: Case, facts: f.Demand, *, actor: Actor, now: datetime) -> ConsultativeOpinion:
    """Record warning and written demand; a month from receipt and two from sending run for the holder (ADJ-25)."""
    asked = ConsultativeOpinion(case=case, office_id=actor.office_id)
    begin(asked, now=now)
    with taking(asked, steps.REGISTER_DEMAND, actor=actor, now=now, facts=facts) as taken:
        receive(case, facts.files, actor=actor, now=now)
        asked.warned_on, asked.demanded_on = facts.warned_on, facts.sent_on
        asked.demand_received_on = facts.received_on
        if facts.sent_on:
            taken.start_clock("ADJ-25.from_sending", facts.sent_on)
        if facts.received_on:
            taken.start_clock("ADJ-25.from_receipt", facts.received_on)
    return asked


def holder_acts(
    asked: ConsultativeOpinion, facts: f.HolderActed, *, actor: Actor, now: datetime
) -> ConsultativeOpinion:
    """The holder withdrew the warning, sued or asked for a decision: no opinion is given (ADJ-25)."""
    with taking(asked, steps.HOLDER_ACTS, actor=actor, now=now, facts=facts):
        asked.ended_ground, asked.ended_on = facts.act, facts.on
    return asked


def ask(asked: ConsultativeOpinion, facts: f.Asked, *, actor: Actor, now: datetime) -> ConsultativeOpinion:
    """Whoever was warned asks for the opinion, after the holder kept silent (ADJ-25)."""
    with taking(asked, steps.ASK, actor=actor, now=now, facts=facts):
        asked.asked_on = local_date(now)
    return asked


def give(asked: ConsultativeOpinion, facts: f.Opinion, *, actor: Actor, now: datetime) -> ConsultativeOpinion:
    """Give the opinion; it orders nothing and opens no suit (ADJ-25)."""
    with taking(asked, steps.GIVE, actor=actor, now=now, facts=facts):
        asked.conclusion, asked.opinion = facts.conclusion, facts.opinion
        asked.given_on = local_date(now)
    return asked


def decline(asked: ConsultativeOpinion, facts: Reason, *, actor: Actor, now: datetime) -> ConsultativeOpinion:
    """No opinion is given, with the reason."""
    with taking(asked, steps.DECLINE, actor=actor, now=now, facts=facts) as taken:
        asked.ended_ground, asked.ended_on = "declined", local_date(now)
        taken.note(reason=facts.reason)
    return asked
