"""The acts of K1 and K2, agency to agency, and of K3, asking the common superior."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.enforcement import verbs as enforcement
from casework.enforcement.facts import LeadFacts
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.procedure.door import begin, taking
from casework.records.grants import CONTENT
from casework.records.models import Case
from casework.transfers import admin_steps as steps
from casework.transfers.bundle import freeze
from casework.transfers.facts import Asking, Designated, Draft, Reason, Receipt, Result, Sending, Taking
from casework.transfers.models import AdminTransfer, Designation, Transfer
from casework.transfers.packing import pack_for_outsider
from casework.transfers.parents import parent_of
from casework.transfers.police_verbs import hand_clocks_to_counterpart


def draft(case: Case, facts: Draft, *, actor: Actor, now: datetime) -> AdminTransfer:
    """Draft a transfer to another agency: receiver, kind, clause (ADM-6; ADM-3: never a received case onward)."""
    parent = parent_of(case, actor.office_id)
    transfer = AdminTransfer(case=case, office_id=actor.office_id, kind=facts.kind, parent_id=parent and parent.id)
    begin(transfer, now=now)
    with taking(transfer, steps.DRAFT, actor=actor, now=now, facts=facts):
        transfer.counterpart_id = facts.office.id if facts.office else None
        transfer.reason, transfer.contact = facts.reason or "", facts.contact
        transfer.sent_by = actor.name
    return transfer


def submit(transfer: AdminTransfer, _facts: None, *, actor: Actor, now: datetime) -> AdminTransfer:
    """Put the draft before the head (house clock ADM-6.approve)."""
    with taking(transfer, steps.SUBMIT, actor=actor, now=now):
        pass
    return transfer


def approve(transfer: AdminTransfer, _facts: None, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The head approves."""
    with taking(transfer, steps.APPROVE, actor=actor, now=now):
        transfer.approved_at, transfer.approved_by = now, actor.name
    return transfer


def refuse(transfer: AdminTransfer, facts: Reason, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The head does not approve; the case stays."""
    with taking(transfer, steps.REFUSE, actor=actor, now=now, facts=facts):
        transfer.refused_reason, transfer.approved_by = facts.reason, actor.name
    return transfer


def drop(transfer: AdminTransfer, facts: Reason, *, actor: Actor, now: datetime) -> AdminTransfer:
    """Give the transfer up before it is sent."""
    with taking(transfer, steps.DROP, actor=actor, now=now, facts=facts):
        transfer.refused_reason = facts.reason
    return transfer


def send(transfer: AdminTransfer, facts: Sending, *, actor: Actor, now: datetime) -> AdminTransfer:
    """Send with a frozen bundle; the receiver sees the case and signs; the sender's case is on its way (ADM-6)."""
    with taking(transfer, steps.SEND, actor=actor, now=now, facts=facts) as taken:
        freeze(transfer, facts.evidence_ids)
        transfer.sent_at, transfer.sent_by = now, actor.name
        transfer.contact = facts.contact or transfer.contact
        taken.share(_receiver_id(transfer), CONTENT)
    hand_clocks_to_counterpart(transfer, ("ADM-6.sign",))
    penalty = enforcement.penalty_of(transfer.case, transfer.office_id)
    if penalty is not None and penalty.state in enforcement.LENDABLE:
        enforcement.lend(penalty, _receiver_id(transfer), actor=actor, now=now)
    pack_for_outsider(transfer, actor=actor, now=now)
    return transfer


def receive(transfer: AdminTransfer, facts: Receipt, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The receiver signs: name and instant; silence is no acceptance."""
    with taking(transfer, steps.RECEIVE, actor=actor, now=now, facts=facts):
        transfer.receiver, transfer.received_at = facts.receiver, facts.received_at or now
    return transfer


def accept(transfer: AdminTransfer, facts: Taking, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The receiver takes the case as its own lead (PEN-1); the sender's case is closed as transferred."""
    with taking(transfer, steps.ACCEPT, actor=actor, now=now, facts=facts):
        pass
    _settle(transfer, taken=True, actor=actor, now=now)
    if facts.open_lead and actor.office_id == transfer.counterpart_id:
        found = local_date(transfer.received_at or now)
        lead = LeadFacts(suspected=transfer.reason, source="transfer", parent_id=transfer.id, found_on=found)
        enforcement.open_lead(transfer.case, lead, actor=actor, now=now)
    return transfer


def give_back(transfer: AdminTransfer, facts: Reason, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The receiver returns the case with its reason; the sender has it again with its clocks (ADM-3)."""
    with taking(transfer, steps.RETURN, actor=actor, now=now, facts=facts):
        transfer.returned_reason = facts.reason
    _settle(transfer, taken=False, actor=actor, now=now)
    return transfer


def tell_result(transfer: AdminTransfer, facts: Result, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The receiver tells the sender what came of it."""
    with taking(transfer, steps.TELL_RESULT, actor=actor, now=now, facts=facts):
        transfer.result, transfer.result_number = facts.result, facts.number
    return transfer


def close(transfer: AdminTransfer, _facts: None, *, actor: Actor, now: datetime) -> AdminTransfer:
    """The sender files the result away, or settles a return: agreed, or the superior was asked (ADM-2)."""
    with taking(transfer, steps.CLOSE, actor=actor, now=now):
        pass
    return transfer


def ask_designation(case: Case, facts: Asking, *, actor: Actor, now: datetime) -> Designation:
    """Ask the common superior to designate (报请指定管辖, ADM-2, ADM-3); it has seven working days (ADM-4)."""
    asked = Designation(case=case, office_id=actor.office_id, kind="K3", talk=facts.talk or "")
    asked.counterpart_id = facts.superior.id if facts.superior else None
    asked.rival_id = facts.rival.id if facts.rival else actor.office_id
    begin(asked, now=now)
    with taking(asked, steps.ASK_DESIGNATION, actor=actor, now=now, facts=facts) as taken:
        asked.reason = facts.reason or ""
        if facts.superior:
            taken.share(facts.superior.id, CONTENT)
    hand_clocks_to_counterpart(asked, ("ADM-4",))
    pack_for_outsider(asked, actor=actor, now=now)
    return asked


def designate(asked: Designation, facts: Designated, *, actor: Actor, now: datetime) -> Designation:
    """The superior names the competent office; what it names is transferred at once (ADM-4)."""
    with taking(asked, steps.DESIGNATE, actor=actor, now=now, facts=facts) as taken:
        asked.designated_id, asked.result_number = _id(facts.office), facts.number
        if facts.office:
            taken.share(facts.office.id, CONTENT)
    return asked


def withdraw_request(asked: Designation, facts: Reason, *, actor: Actor, now: datetime) -> Designation:
    """The offices agreed after all (ADM-2)."""
    with taking(asked, steps.WITHDRAW_REQUEST, actor=actor, now=now, facts=facts):
        asked.returned_reason = facts.reason
    return asked


def _settle(transfer: Transfer, *, taken: bool, actor: Actor, now: datetime) -> None:
    penalty = enforcement.penalty_of(transfer.case, transfer.office_id)
    if penalty is None or penalty.state != enforcement.LENT:
        return
    if taken:
        enforcement.end_by_transfer(penalty, actor=actor, now=now)
    else:
        enforcement.take_back(penalty, actor=actor, now=now)


def _receiver_id(transfer: Transfer) -> int:
    return transfer.counterpart_id or transfer.office_id


def _id(office: Organisation | None) -> int | None:
    return office.id if office else None
