"""The acts of K4 after a refusal: reconsideration, supervision, the penalty case again.

`counterpart_id` is whose turn it is: the police, or the procuratorate while it supervises.
"""

from datetime import datetime

from casework.identity.actor import Actor
from casework.procedure.door import taking
from casework.records.grants import CONTENT
from casework.transfers import review_steps as steps
from casework.transfers.facts import Filed, Reason, Supervision
from casework.transfers.models import PoliceTransfer
from casework.transfers.police_verbs import POLICE_SIDE, hand_clocks_to_counterpart, revive_penalty


def ask_reconsideration(transfer: PoliceTransfer, facts: Reason, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Ask the same police to reconsider, within three days of the notice (POL-8)."""
    with taking(transfer, steps.ASK_RECONSIDERATION, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    hand_clocks_to_counterpart(transfer, POLICE_SIDE)
    return transfer


def file_after_all(transfer: PoliceTransfer, facts: Filed, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """On reconsideration the police file (POL-9)."""
    with taking(transfer, steps.FILE_AFTER_ALL, actor=actor, now=now, facts=facts) as taken:
        taken.start_clock("POL-11", _filed(transfer, facts, now))
    return transfer


def refuse_again(transfer: PoliceTransfer, facts: Reason, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """On reconsideration the police refuse again; supervision is open for three days (POL-9)."""
    with taking(transfer, steps.REFUSE_AGAIN, actor=actor, now=now, facts=facts):
        transfer.declined_reason = facts.reason
    return transfer


def suggest_supervision(transfer: PoliceTransfer, facts: Supervision, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Suggest to a procuratorate that it supervise the filing (POL-8, POL-9); it then sees the case."""
    with taking(transfer, steps.SUGGEST_SUPERVISION, actor=actor, now=now, facts=facts) as taken:
        transfer.procuratorate_id = facts.office.id if facts.office else None
        transfer.counterpart_id = transfer.procuratorate_id
        taken.note(reason=facts.reason)
        if facts.office:
            taken.share(facts.office.id, CONTENT)
    return transfer


def ask_reasons(transfer: PoliceTransfer, _facts: None, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The procuratorate asks the police why no case was filed; they have seven days (POL-10)."""
    with taking(transfer, steps.ASK_REASONS, actor=actor, now=now):
        transfer.counterpart_id = transfer.police_id
    hand_clocks_to_counterpart(transfer, POLICE_SIDE)
    return transfer


def explain(transfer: PoliceTransfer, facts: Reason, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police explain; the procuratorate weighs it (POL-10)."""
    with taking(transfer, steps.EXPLAIN, actor=actor, now=now, facts=facts) as taken:
        transfer.counterpart_id = transfer.procuratorate_id
        taken.note(reason=facts.reason)
    return transfer


def tell_to_file(transfer: PoliceTransfer, _facts: None, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The procuratorate tells the police to file within fifteen days (POL-10)."""
    with taking(transfer, steps.TELL_TO_FILE, actor=actor, now=now):
        transfer.counterpart_id = transfer.police_id
    hand_clocks_to_counterpart(transfer, POLICE_SIDE)
    return transfer


def file_as_told(transfer: PoliceTransfer, facts: Filed, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police file as they were told (POL-10)."""
    with taking(transfer, steps.FILE_AS_TOLD, actor=actor, now=now, facts=facts) as taken:
        taken.start_clock("POL-11", _filed(transfer, facts, now))
    return transfer


def end_supervision(transfer: PoliceTransfer, facts: Reason, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The procuratorate finds the refusal justified."""
    with taking(transfer, steps.END_SUPERVISION, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return transfer


def resume_penalty(transfer: PoliceTransfer, _facts: None, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """No crime: the office deals with the matter itself, its unused days are there again (POL-12)."""
    with taking(transfer, steps.RESUME_PENALTY, actor=actor, now=now):
        pass
    revive_penalty(transfer, actor=actor, now=now)
    return transfer


def _filed(transfer: PoliceTransfer, facts: Filed, now: datetime) -> datetime:
    transfer.criminal_number, transfer.answered_at = facts.number, facts.noticed_at or now
    return transfer.answered_at
