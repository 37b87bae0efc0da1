"""The acts from the end of the investigation to the closing of a penalty case."""

from datetime import datetime

from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.enforcement import decision_steps as steps
from casework.enforcement.facts import Day, Decision, Findings, HearingDay, Notice, Reason, ReporterTold
from casework.enforcement.lead_verbs import end_measures
from casework.enforcement.models import Penalty
from casework.enforcement.numbers import official_number
from casework.identity.actor import Actor
from casework.procedure.door import taking


def conclude(penalty: Penalty, facts: Findings, *, actor: Actor, now: datetime) -> Penalty:
    """End the investigation and send the file to legal review (PEN-7)."""
    with taking(penalty, steps.CONCLUDE, actor=actor, now=now, facts=facts):
        penalty.findings = facts.findings
    return penalty


def review(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """Legal review (法制审核) by somebody who does not handle the case agrees (PEN-7)."""
    with taking(penalty, steps.REVIEW, actor=actor, now=now):
        penalty.reviewed_by = actor.name
    return penalty


def send_back(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """Legal review sends the file back to the investigation."""
    with taking(penalty, steps.SEND_BACK, actor=actor, now=now, facts=facts) as taken:
        penalty.reviewed_by = None
        taken.note(reason=facts.reason)
    return penalty


def notify(penalty: Penalty, facts: Notice, *, actor: Actor, now: datetime) -> Penalty:
    """Tell the party the penalty intended; its days to ask for a hearing run from service (PEN-8)."""
    with taking(penalty, steps.NOTIFY, actor=actor, now=now, facts=facts) as taken:
        penalty.proposed, penalty.notified_on = facts.proposed, facts.served_on
        penalty.hearing_waived = False
        taken.start_clock("PEN-8.hearing_request", facts.served_on or local_date(now))
    return penalty


def waive_hearing(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """The party says expressly that it wants no hearing (PEN-8)."""
    with taking(penalty, steps.WAIVE_HEARING, actor=actor, now=now):
        penalty.hearing_waived = True
    return penalty


def call_hearing(penalty: Penalty, facts: HearingDay, *, actor: Actor, now: datetime) -> Penalty:
    """Call the hearing that the party asked for; its time is not counted (PEN-8, PEN-6)."""
    with taking(penalty, steps.CALL_HEARING, actor=actor, now=now, facts=facts):
        penalty.hearing_on, penalty.hearing_held = facts.hearing_on, False
    return penalty


def hold_hearing(penalty: Penalty, facts: Findings, *, actor: Actor, now: datetime) -> Penalty:
    """Record what the hearing brought; the days count again."""
    with taking(penalty, steps.HOLD_HEARING, actor=actor, now=now, facts=facts) as taken:
        penalty.hearing_held = True
        taken.note(findings=facts.findings)
    return penalty


def extend_decision(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """The head extends the time to decide, once and before it ends (PEN-6)."""
    with taking(penalty, steps.EXTEND_DECISION, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return penalty


def decide(penalty: Penalty, facts: Decision, *, actor: Actor, now: datetime) -> Penalty:
    """Decide the penalty (处罚决定). Refused while a transfer to the police is open (POL-1, R9)."""
    today = local_date(now)
    with taking(penalty, steps.DECIDE, actor=actor, now=now, facts=facts) as taken:
        penalty.decided_on, penalty.decision = today, facts.decision
        penalty.fine_fen, penalty.confiscated_fen = facts.fine_fen, facts.confiscated_fen
        penalty.warning_only = facts.warning_only
        penalty.decision_number = facts.number or official_number(actor, phrase("number.penalty", lang="zh"), now)
        end_measures(penalty, "decided", now)
        taken.counts(on=today, fen=facts.fine_fen)
        if not facts.warning_only:
            taken.start_clock("PEN-10.publish", today)
    return penalty


def no_penalty(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """Decide not to punish, with the reason (不予处罚)."""
    with taking(penalty, steps.NO_PENALTY, actor=actor, now=now, facts=facts):
        penalty.closing_reason = facts.reason
        end_measures(penalty, "decided", now)
    return penalty


def serve(penalty: Penalty, facts: Day, *, actor: Actor, now: datetime) -> Penalty:
    """The decision reached the party (PEN-9)."""
    with taking(penalty, steps.SERVE, actor=actor, now=now, facts=facts):
        penalty.served_on = facts.on or local_date(now)
    return penalty


def publish(penalty: Penalty, facts: Day, *, actor: Actor, now: datetime) -> Penalty:
    """Publish the decision and close the case (PEN-10)."""
    with taking(penalty, steps.PUBLISH, actor=actor, now=now, facts=facts):
        penalty.published_on = facts.on or local_date(now)
    return penalty


def close(penalty: Penalty, facts: Reason, *, actor: Actor, now: datetime) -> Penalty:
    """Close a case that has nothing to publish."""
    with taking(penalty, steps.CLOSE, actor=actor, now=now, facts=facts):
        penalty.closing_reason = facts.reason or penalty.closing_reason
    return penalty


def tell_reporter(penalty: Penalty, facts: ReporterTold, *, actor: Actor, now: datetime) -> Penalty:
    """Tell who reported under a real name what became of the report (CMP-12); the name itself stays in the vault (CMP-17)."""
    with taking(penalty, steps.TELL_REPORTER, actor=actor, now=now, facts=facts) as taken:
        taken.note(result=facts.result)
    return penalty
