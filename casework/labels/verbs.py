"""The acts on labels."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.labels import facts as f
from casework.labels import rules, steps
from casework.labels.models import Label
from casework.labels.sources import window_from
from casework.procedure.door import begin, taking, unstored
from casework.procedure.step import Ask
from casework.records.models import Case


def proposed(case: Case, actor: Actor, now: datetime) -> Label:
    """A label before its first step, not stored."""
    respondents = case.of_role("respondent")
    label = Label(case=case, office_id=actor.office_id, code="", sources=[], signs=[], reason="")
    label.party_id = respondents[0].id if respondents else None  # type: ignore[assignment]
    return unstored(label, now=now)


def propose(case: Case, facts: f.Proposal, *, actor: Actor, now: datetime) -> Label:
    """Propose a label with the findings it rests on; it is a proposal until somebody else finds it (LBL-7)."""
    label = proposed(case, actor, now)
    label.code = (facts.code or "")[:10]
    begin(label, now=now, flush=False)
    ask = Ask(label, steps.PROPOSE, actor, now, facts)
    with taking(label, steps.PROPOSE, actor=actor, now=now, facts=facts):
        party = rules.party_of(ask)
        label.party_id = party.id if party else label.party_id
        label.sources = [each.told() for each in rules.chosen(ask)]
        label.window_from = window_from(label.code, local_date(now))
        label.signs, label.reason, label.proposed_by = list(facts.signs), facts.reason or "", actor.name
    return label


def find(label: Label, _facts: None, *, actor: Actor, now: datetime) -> Label:
    """Find the label; a bad-faith label has its term and its earliest day of repair (LBL-6)."""
    with taking(label, steps.FIND, actor=actor, now=now) as taken:
        label.found_by, label.found_on = actor.name, local_date(now)
        if label.code == "LBL-6":
            taken.start_clock("LBL-6.term", label.found_on)
            taken.start_clock("LBL-6.repair", label.found_on)
    return label


def reject(label: Label, facts: f.Reason, *, actor: Actor, now: datetime) -> Label:
    """Do not find it, with the reason."""
    with taking(label, steps.REJECT, actor=actor, now=now, facts=facts):
        label.closing_reason = facts.reason
    return label


def lift(label: Label, facts: f.Reason, *, actor: Actor, now: datetime) -> Label:
    """Lift a label: credit repaired, or the finding it rested on fell away."""
    with taking(label, steps.LIFT, actor=actor, now=now, facts=facts):
        label.closing_reason = facts.reason
    return label
