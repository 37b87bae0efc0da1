"""Guards that all transfers share. Each returns None or its no; the sentences stand in the phrase catalogue."""

from casework.enforcement.reporter import names_reporter
from casework.identity.directory import office_by_id
from casework.identity.models import Organisation
from casework.procedure.models import Proceeding
from casework.procedure.siblings import begun_on, is_open
from casework.procedure.step import Ask, No, guard, no
from casework.records.evidence import handed_in
from casework.transfers.kinds import ADMIN, KINDS, receives, sends
from casework.transfers.models import Designation, Transfer

TAKEN = ("received", "accepted", "result_reported", "closed", "lead_opened", "replied")


@guard("ADM-6", needs_facts=True)
def receiver_may_take_it(ask: Ask) -> No | None:
    """The receiver is of a kind that this transfer goes to, and not the sender itself."""
    office = ask.facts.office
    if office is None:
        return no("missing", at="office_id")
    if office.id == ask.actor.office_id:
        return no("self", at="office_id")
    if not receives(ask.proceeding.kind, office.kind):
        return no("kind", at="office_id", office=office.name)
    return None


@guard("ADM-6")
def sender_may_send_it(ask: Ask) -> No | None:
    """The sender is of a kind that may send this transfer."""
    office = office_by_id(ask.proceeding.office_id)
    if office is None or sends(ask.proceeding.kind, office.kind):
        return None
    return no(office=office.name)


@guard("POL-4", needs_facts=True)
def levels_are_equal(ask: Ask) -> No | None:
    """City to city police, county to county police (R11)."""
    return _unequal(ask)


@guard("ADM-5", needs_facts=True)
def system_levels_are_equal(ask: Ask) -> No | None:
    """Inside one system a case goes to an office of the same level; up and down is the superior's to decide."""
    return _unequal(ask)


@guard("REV-1", needs_facts=True)
def reverse_levels_are_equal(ask: Ask) -> No | None:
    """Police send back to the administrative body of their own level."""
    return _unequal(ask)


@guard("ADM-6")
def none_of_this_kind_is_open(ask: Ask) -> No | None:
    """One open transfer per case and kind."""
    open_ones = [each for each in transfers_of(ask) if each.kind == ask.proceeding.kind and is_open(each)]
    return no(kind=ask.proceeding.kind) if open_ones else None


@guard("ADM-3")
def it_did_not_come_by_transfer(ask: Ask) -> No | None:
    """What arrived by a transfer is not sent on; the common superior is asked, and what it designates is done."""
    sender = ask.proceeding.office_id
    came = [
        each
        for each in transfers_of(ask)
        if each.procedure == ADMIN and each.counterpart_id == sender and each.state in TAKEN
    ]
    if not came:
        return None
    return None if _designated(ask) else no(number=came[-1].id)


@guard("ADM-6", needs_facts=True)
def transfer_has_a_reason(ask: Ask) -> No | None:
    """No transfer, refusal or return without a reason."""
    return None if ask.facts.reason else no(at="reason")


@guard("CMP-17", needs_facts=True)
def reporter_stays_hidden(ask: Ask) -> No | None:
    """Nothing that goes out names the reporter."""
    for name in ("reason", "report", "note", "contact"):
        if names_reporter(getattr(ask.facts, name, None), ask.case):
            return no(at=name)
    return None


@guard("ADM-6", needs_facts=True)
def evidence_belongs_to_the_case(ask: Ask) -> No | None:
    """The bundle is chosen from the case's own files."""
    own = {each.id for each in handed_in(ask.case)}
    strange = [each for each in ask.facts.evidence_ids or () if each not in own]
    return no(at="evidence_ids") if strange else None


@guard("ADM-6")
def the_right_side_acts(ask: Ask) -> No | None:
    """The receiver acts for itself; for one that is not on the system the sender enters the paper that came."""
    proceeding = ask.proceeding
    if ask.actor.office_id == proceeding.counterpart_id:
        return None
    receiver = counterpart_of(proceeding)
    if receiver is not None and not receiver.on_system:
        return None
    return no(office=receiver.name if receiver else "")


@guard("POL-5", needs_facts=True)
def receipt_has_name_and_instant(ask: Ask) -> No | None:
    """A receipt carries the receiver's name and an instant that has come and lies after the sending."""
    if not ask.facts.receiver:
        return no("name", at="receiver")
    at = ask.facts.received_at or ask.now
    sent = ask.proceeding.sent_at
    if at > ask.now:
        return no("ahead", at="received_at")
    return no("before", at="received_at") if sent and at < sent else None


@guard("ADM-6", needs_facts=True)
def a_result_is_told(ask: Ask) -> No | None:
    """The sender is told what came of it."""
    return None if ask.facts.result else no(at="result")


@guard("ADM-6")
def approver_did_not_draft(ask: Ask) -> No | None:
    """Who drafts a transfer does not approve it."""
    return no(name=ask.actor.name) if ask.proceeding.sent_by == ask.actor.name else None


def transfers_of(ask: Ask) -> list[Transfer]:
    """The other transfers of the case that have begun."""
    begun = begun_on(ask.case)
    return [each for each in begun if isinstance(each, Transfer) and each is not ask.proceeding]


def counterpart_of(proceeding: Proceeding) -> Organisation | None:
    """The office on the other side."""
    return office_by_id(proceeding.counterpart_id) if proceeding.counterpart_id else None


def _unequal(ask: Ask) -> No | None:
    office = ask.facts.office
    if office is None or KINDS[ask.proceeding.kind].level != "same" or office.level == ask.actor.level:
        return None
    return no(at="office_id", office=office.name)


def _designated(ask: Ask) -> bool:
    office = getattr(ask.facts, "office", None)
    named = [each.designated_id for each in transfers_of(ask) if isinstance(each, Designation)]
    return any(each is not None and each != ask.proceeding.office_id for each in named) and (
        office is None or office.id in named
    )
