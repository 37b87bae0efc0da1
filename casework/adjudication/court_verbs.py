"""What a court, a superior or a sister case does to an adjudication."""

from datetime import datetime

from casework.adjudication import court_facts as f
from casework.adjudication import steps
from casework.adjudication.court_rules import leading_case
from casework.adjudication.models import Adjudication
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.procedure.door import taking
from casework.records.grants import CONTENT


def uphold(adjudication: Adjudication, facts: f.Judgment, *, actor: Actor, now: datetime) -> Adjudication:
    """The court left the decision standing: it takes effect; three months to ask for enforcement run (ADJ-26)."""
    with taking(adjudication, steps.UPHOLD, actor=actor, now=now, facts=facts) as taken:
        _judged(adjudication, facts, facts.outcome)
        if facts.on:
            taken.start_clock("ADJ-26.enforce", facts.on)
    return adjudication


def revoke(adjudication: Adjudication, facts: f.Judgment, *, actor: Actor, now: datetime) -> Adjudication:
    """The court revoked the decision and asks for no other: the case is over (ADJ-26)."""
    with taking(adjudication, steps.REVOKE, actor=actor, now=now, facts=facts):
        _judged(adjudication, facts, "revoked")
        adjudication.ended_ground, adjudication.ended_on = "revoked", facts.on
    return adjudication


def remake(adjudication: Adjudication, facts: f.Judgment, *, actor: Actor, now: datetime) -> Adjudication:
    """The court revoked the decision and ordered a new one: vote and review begin again, three months run (ADJ-26).

    The old decision stays in the journal and on its paper; the new one is served anew on each party.
    """
    with taking(adjudication, steps.REMAKE, actor=actor, now=now, facts=facts) as taken:
        _judged(adjudication, facts, "remake")
        taken.note(decision_number=adjudication.decision_number)
        adjudication.decision = adjudication.decision_number = adjudication.decision_text = None
        adjudication.decided_on = adjudication.vote_result = adjudication.voted_on = None
        adjudication.votes_for = adjudication.votes_against = None
        adjudication.voted_by = adjudication.reviewed_by = adjudication.reviewed_on = None
        adjudication.extension_steps = 0
        if facts.on:
            taken.start_clock("ADJ-19", facts.on)
    return adjudication


def join(adjudication: Adjudication, facts: f.Joining, *, actor: Actor, now: datetime) -> Adjudication:
    """Handle it together with another case of the same holder and patent, before the panel of that case (ADJ-28)."""
    with taking(adjudication, steps.JOIN, actor=actor, now=now, facts=facts) as taken:
        leading = leading_case(facts.leading)
        if leading is not None:
            adjudication.joined_to_id, adjudication.panel = leading.id, list(leading.panel)
            adjudication.investigator = leading.investigator
        taken.note(leading=facts.leading)
    return adjudication


def lift(adjudication: Adjudication, facts: f.Lifting, *, actor: Actor, now: datetime) -> Adjudication:
    """The superior takes the case, or names another office: it ends here and the superior sees it (ADJ-3, ADJ-28)."""
    with taking(adjudication, steps.LIFT, actor=actor, now=now, facts=facts) as taken:
        adjudication.ended_ground, adjudication.ended_on = "lifted", local_date(now)
        taken.note(number=facts.number, reason=facts.reason)
        if facts.superior:
            adjudication.counterpart_id = facts.superior.id
            taken.share(facts.superior.id, CONTENT)
    return adjudication


def _judged(adjudication: Adjudication, facts: f.Judgment, outcome: str | None) -> None:
    adjudication.court_outcome, adjudication.judgment_number = outcome, facts.number
    adjudication.judged_on = facts.on
