"""Acts of distribution: a file goes to the competent authority, which signs, handles, replies or sends it back (CMP-16)."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.complaints import route_steps as steps
from casework.complaints.models import Complaint
from casework.complaints.route_rules import runs_of_receiver
from casework.complaints.track_steps import OPEN_TRACK
from casework.complaints.verbs import Reason, start_to_answer
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.procedure.door import begin, taking
from casework.procedure.siblings import is_open
from casework.records.grants import CONTENT


@dataclass(frozen=True)
class Distribution:
    """To which authority, reply by when (a local date), and why not the proposed one."""

    receiver: Organisation | None = None
    reply_due: date | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Result:
    """What became of the file, in words."""

    result: str | None = None


def distribute(complaint: Complaint, facts: Distribution, *, actor: Actor, now: datetime) -> Complaint:
    """Distribute a file to the competent authority with a reply date (分送); it sees the case and signs for it.

    The reporter's identity stays in the vault of the intake (CMP-17).
    """
    with taking(complaint, steps.DISTRIBUTE, actor=actor, now=now, facts=facts) as taken:
        if facts.receiver is not None:
            complaint.counterpart_id, complaint.reply_due = facts.receiver.id, facts.reply_due
            taken.share(facts.receiver.id, CONTENT)
            if facts.reason:
                taken.note(reason=facts.reason)
    return complaint


def sign_for(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """The receiver signs and has a run of its own, under the law and the days of the first receipt (CMP-19)."""
    with taking(complaint, steps.SIGN_FOR, actor=actor, now=now):
        pass
    run = Complaint(
        case=complaint.case,
        office_id=actor.office_id,
        parent_id=complaint.id,
        received_from_id=complaint.office_id,
        track=complaint.track,
        real_name=complaint.real_name,
        wants=complaint.wants,
        channel=complaint.channel,
        pending_elsewhere=complaint.pending_elsewhere,
        received_on=complaint.received_on,
        missing=[],
    )
    begin(run, now=now, rule_set_on=complaint.rule_set_on)
    with taking(run, OPEN_TRACK, actor=actor, now=now) as taken:
        start_to_answer(run, taken, now)
    return complaint


def send_to_intake(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """The receiver sends the file back to the intake that distributed it, nowhere else; the days there go on (CMP-16)."""
    with taking(complaint, steps.SEND_TO_INTAKE, actor=actor, now=now, facts=facts) as taken:
        complaint.closing_reason = facts.reason
        start_to_answer(complaint, taken, now)
    for run in runs_of_receiver(complaint):
        if is_open(run):
            with taking(run, steps.GO_BACK, actor=actor, now=now):
                pass
    return complaint


def reply(complaint: Complaint, facts: Result, *, actor: Actor, now: datetime) -> Complaint:
    """The receiver replies to the intake what became of the file; that ends the distribution."""
    with taking(complaint, steps.REPLY, actor=actor, now=now, facts=facts):
        complaint.result = facts.result
    return complaint
