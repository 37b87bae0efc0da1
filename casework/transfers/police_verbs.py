"""The acts of K4 from the suspicion to the answer of the police, and what follows a filing."""

from datetime import datetime

from casework.enforcement import verbs as enforcement
from casework.enforcement.sheet import enter_sheet
from casework.identity.actor import Actor
from casework.procedure.clocks import open_clocks
from casework.procedure.door import begin, taking
from casework.procedure.models import Proceeding
from casework.records.grants import CONTENT
from casework.records.models import Case
from casework.transfers import police_steps as steps
from casework.transfers.bundle import freeze
from casework.transfers.facts import (
    Appraisal,
    Declined,
    Filed,
    Forwarding,
    Gaps,
    Goods,
    Outcome,
    PoliceSending,
    Progress,
    Reason,
    Receipt,
    Report,
    Review,
    Supplement,
    Suspicion,
    Team,
)
from casework.transfers.models import PoliceTransfer
from casework.transfers.packing import pack_for_outsider
from casework.transfers.parents import parent_of
from casework.transfers.police_rules import LONGER

POLICE_SIDE = ("POL-5", "POL-6.notice", "POL-7", "POL-9.decide", "POL-10")


def suspect(case: Case, facts: Suspicion, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Open a transfer to the police on a met threshold or on reasonable suspicion (POL-1).

    The office's penalty case stands still from here and survives (POL-12).
    """
    parent = parent_of(case, actor.office_id)
    transfer = PoliceTransfer(case=case, office_id=actor.office_id, kind="K4", parent_id=parent and parent.id)
    begin(transfer, now=now)
    with taking(transfer, steps.SUSPECT, actor=actor, now=now, facts=facts):
        transfer.reason = facts.reason or facts.sheet.suspicion or ""
        enter_sheet(transfer, facts.sheet, actor=actor, now=now)
    penalty = enforcement.penalty_of(case, actor.office_id)
    if penalty is not None and penalty.state in enforcement.HALTS_FOR_CRIME:
        enforcement.suspend_for_crime(penalty, actor=actor, now=now)
    return transfer


def name_team(transfer: PoliceTransfer, facts: Team, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Name two officers or more at once (POL-2)."""
    with taking(transfer, steps.NAME_TEAM, actor=actor, now=now, facts=facts):
        transfer.team = list(dict.fromkeys(name for name in facts.officers if name))
    return transfer


def report(transfer: PoliceTransfer, facts: Report, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Report in writing to the chief; three days run from the instant at which the chief got it (POL-2, POL-3)."""
    with taking(transfer, steps.REPORT, actor=actor, now=now, facts=facts) as taken:
        transfer.report, transfer.reported_at = facts.report, facts.reported_at or now
        taken.start_clock("POL-3", transfer.reported_at)
    return transfer


def approve(transfer: PoliceTransfer, _facts: None, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The chief, no deputy, approves; 24 hours run that no rest day prolongs (POL-2, POL-4)."""
    with taking(transfer, steps.APPROVE, actor=actor, now=now):
        transfer.approved_at, transfer.approved_by = now, actor.name
    return transfer


def refuse_approval(transfer: PoliceTransfer, facts: Reason, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The chief refuses with reasons that stay on record; the penalty case goes on (POL-3, POL-12)."""
    with taking(transfer, steps.REFUSE_APPROVAL, actor=actor, now=now, facts=facts):
        transfer.refused_reason, transfer.approved_by = facts.reason, actor.name
    revive_penalty(transfer, actor=actor, now=now)
    return transfer


def send(transfer: PoliceTransfer, facts: PoliceSending, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Send to the police of the same level; the bundle is frozen and the police see the case (POL-4, R11)."""
    with taking(transfer, steps.SEND, actor=actor, now=now, facts=facts) as taken:
        freeze(transfer, facts.evidence_ids)
        transfer.police_id = transfer.counterpart_id = facts.office.id if facts.office else None
        transfer.papers, transfer.contact = dict(facts.papers), facts.contact
        transfer.sent_at, transfer.sent_by = now, actor.name
        taken.note(**{f"appraisal_{name}": value for name, value in told_of(facts.appraisal).items()})
        if facts.office:
            taken.share(facts.office.id, CONTENT)
    pack_for_outsider(transfer, actor=actor, now=now)
    return transfer


def told_of(appraisal: Appraisal) -> dict[str, str]:
    """What is told of an appraisal, as text for the journal."""
    return {name: str(value) for name, value in vars(appraisal).items() if value}


def receive(transfer: PoliceTransfer, facts: Receipt, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police sign the receipt; their clocks run from the instant on it (POL-5, POL-6, POL-7)."""
    with taking(transfer, steps.RECEIVE, actor=actor, now=now, facts=facts) as taken:
        transfer.receiver, transfer.received_at = facts.receiver, facts.received_at or now
        for rule in steps.POLICE_CLOCKS:
            taken.start_clock(rule, transfer.received_at)
    hand_clocks_to_counterpart(transfer, POLICE_SIDE)
    return transfer


def forward(transfer: PoliceTransfer, facts: Forwarding, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police forward to the competent police and tell the sender (POL-5)."""
    with taking(transfer, steps.FORWARD, actor=actor, now=now, facts=facts) as taken:
        transfer.receiver = transfer.received_at = None
        transfer.police_id = transfer.counterpart_id = facts.office.id if facts.office else None
        taken.note(reason=facts.reason)
        if facts.office:
            taken.share(facts.office.id, CONTENT)
    pack_for_outsider(transfer, actor=actor, now=now)
    return transfer


def ask_supplement(transfer: PoliceTransfer, facts: Gaps, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police say what is missing; the sender has three days, the police's own days run on (POL-6)."""
    with taking(transfer, steps.ASK_SUPPLEMENT, actor=actor, now=now, facts=facts):
        transfer.missing = list(facts.missing)
    return transfer


def supplement(transfer: PoliceTransfer, facts: Supplement, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The sender completes the papers (POL-6)."""
    with taking(transfer, steps.SUPPLEMENT, actor=actor, now=now, facts=facts) as taken:
        transfer.missing = []
        taken.note(supplement=facts.note)
    return transfer


def review_longer(transfer: PoliceTransfer, facts: Review, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police need longer: 7 days for clues, 30 for a major and complex case, from the receipt (POL-7)."""
    with taking(transfer, steps.REVIEW_LONGER, actor=actor, now=now, facts=facts) as taken:
        taken.start_clock(LONGER[facts.ground or ""], transfer.received_at or now)
        taken.note(ground=facts.ground, approved_by=facts.approved_by)
    hand_clocks_to_counterpart(transfer, POLICE_SIDE)
    return transfer


def file(transfer: PoliceTransfer, facts: Filed, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police file a criminal case; goods follow within three days of the notice (POL-7, POL-11)."""
    with taking(transfer, steps.FILE, actor=actor, now=now, facts=facts) as taken:
        transfer.criminal_number, transfer.answered_at = facts.number, facts.noticed_at or now
        taken.start_clock("POL-11", transfer.answered_at)
    return transfer


def decline(transfer: PoliceTransfer, facts: Declined, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The police do not file: reasons, papers back; the sender has three days to answer (POL-7, POL-8)."""
    with taking(transfer, steps.DECLINE, actor=actor, now=now, facts=facts) as taken:
        transfer.declined_reason, transfer.papers_back = facts.reason, facts.papers_back
        transfer.answered_at = facts.noticed_at or now
        taken.start_clock("POL-8", transfer.answered_at)
        taken.note(ground=facts.ground)
    return transfer


def hand_over_goods(transfer: PoliceTransfer, facts: Goods, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Hand over goods and material by a list that both sign (POL-11)."""
    with taking(transfer, steps.HAND_OVER_GOODS, actor=actor, now=now, facts=facts):
        transfer.goods = facts.goods
        transfer.goods_given_by, transfer.goods_taken_by = facts.given_by, facts.taken_by
    penalty = enforcement.penalty_of(transfer.case, transfer.office_id)
    if penalty is not None and penalty.suspended_ground == enforcement.CRIME:
        enforcement.hand_measures_over(penalty, actor=actor, now=now)
    return transfer


def tell_progress(transfer: PoliceTransfer, facts: Progress, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """Note news of the criminal case: arrest, prosecution and the like (REV-2)."""
    with taking(transfer, steps.TELL_PROGRESS, actor=actor, now=now, facts=facts) as taken:
        taken.note(news=facts.kind, on=facts.on and facts.on.isoformat(), told=facts.note)
    return transfer


def tell_outcome(transfer: PoliceTransfer, facts: Outcome, *, actor: Actor, now: datetime) -> PoliceTransfer:
    """The criminal case has ended; the penalty case ends with it, a reverse transfer opens a new lead (REV-9)."""
    with taking(transfer, steps.TELL_OUTCOME, actor=actor, now=now, facts=facts) as taken:
        transfer.outcome = facts.kind
        taken.note(on=facts.on and facts.on.isoformat(), document=facts.document)
    penalty = enforcement.penalty_of(transfer.case, transfer.office_id)
    if penalty is not None and penalty.suspended_ground == enforcement.CRIME:
        enforcement.end_by_crime(penalty, transfer.counterpart_id, actor=actor, now=now)
    return transfer


def revive_penalty(transfer: PoliceTransfer, *, actor: Actor, now: datetime) -> None:
    """Let the office's penalty case go on after the transfer came to nothing (POL-12)."""
    penalty = enforcement.penalty_of(transfer.case, transfer.office_id)
    if penalty is not None and penalty.suspended_ground == enforcement.CRIME:
        enforcement.revive(penalty, actor=actor, now=now)


def hand_clocks_to_counterpart(transfer: Proceeding, rules: tuple[str, ...]) -> None:
    """Put running clocks that bind the other side on that side's day list."""
    for clock in open_clocks(transfer, rules):
        clock.office_id = transfer.counterpart_id or transfer.office_id
