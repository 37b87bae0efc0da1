"""Guards of the ways out: to whom a file may go, and that what was distributed goes back only to the intake (CMP-16)."""

from collections.abc import Callable

from casework.complaints.models import Complaint
from casework.complaints.proposals import Proposal, bodies_for, is_one_of, proposed_authority, proposed_committee
from casework.identity.directory import office_by_id
from casework.identity.roles import ENFORCEMENT, OfficeKind
from casework.procedure.models import Proceeding
from casework.procedure.siblings import begun_on, is_open
from casework.procedure.step import Ask, No, guard, no


@guard("CMP-16", needs_facts=True)
def receiver_is_an_authority(ask: Ask) -> No | None:
    """A file is distributed to another authority that is active."""
    office = ask.facts.receiver
    if office is None or not office.active or office.kind not in ENFORCEMENT:
        return no(at="receiver_id")
    return no("own", at="receiver_id") if office.id == ask.actor.office_id else None


@guard("CMP-16", needs_facts=True)
def reply_date_lies_ahead(ask: Ask) -> No | None:
    """The notice of distribution names a day by which the receiver replies."""
    return None if ask.facts.reply_due and ask.facts.reply_due > ask.today else no(at="reply_due")


@guard("CMP-16")
def what_was_distributed_goes_back(ask: Ask) -> No | None:
    """What an intake distributed is handled or sent back to it, never passed on; a station's sending is no distribution."""
    sender = office_by_id(ask.proceeding.received_from_id) if ask.proceeding.received_from_id else None
    return no(sender=sender.name) if sender and sender.kind != OfficeKind.STATION else None


@guard("CMP-16")
def it_is_not_handled_yet(ask: Ask) -> No | None:
    """An office that has taken a step of its own on the file no longer sends it back."""
    begun = [each for each in runs_of_receiver(ask.proceeding) if each.state not in ("submitted", "sent_back")]
    return no() if begun else None


@guard("CMP-16", needs_facts=True)
def the_reply_tells_a_result(ask: Ask) -> No | None:
    """A reply says what became of the file."""
    return None if ask.facts.result else no(at="result")


@guard("CMP-16")
def its_own_track_is_over(ask: Ask) -> No | None:
    """The receiver replies when it has decided."""
    return no() if any(is_open(each) for each in runs_of_receiver(ask.proceeding)) else None


@guard("S-6", needs_facts=True)
def other_authority_has_a_reason(ask: Ask) -> No | None:
    """Whoever sends the file to another office than the table proposes says why."""
    return _other_than(ask, proposed_authority, ask.facts.receiver, ask.facts.reason, "reason")


@guard("S-6", needs_facts=True)
def other_committee_has_a_reason(ask: Ask) -> No | None:
    """A dispute that the table gives to no committee is handed to one only with a reason."""
    chosen = ask.facts.committee if ask.facts.committee and ask.facts.committee.kind == OfficeKind.COMMITTEE else None
    return _other_than(ask, proposed_committee, chosen, ask.facts.note, "note")


@guard("S-6")
def this_office_is_competent(ask: Ask) -> No | None:
    """Of the authorities only a competent one accepts; where the table is silent nobody is kept from it."""
    if ask.actor.office_kind not in ENFORCEMENT:
        return None
    bodies = [body for body in bodies_for(ask.proceeding) if body.office_kind in ENFORCEMENT]
    if not bodies or is_one_of(ask.actor.office_kind, ask.actor.level, bodies):
        return None
    proposal = proposed_authority(ask.proceeding)
    return no(office=proposal.office.name, because=proposal.because) if proposal else None


def runs_of_receiver(complaint: Complaint) -> list[Proceeding]:
    """What the receivers of a distributed file have begun on it, oldest first."""
    return [each for each in begun_on(complaint.case) if each.parent_id == complaint.id]


def _other_than(
    ask: Ask, propose: Callable[[Complaint], Proposal | None], chosen: object, reason: str | None, at: str
) -> No | None:
    proposal = propose(ask.proceeding)
    if chosen is None or reason or (proposal and proposal.office is chosen):
        return None
    return no("other", at=at, office=proposal.office.name) if proposal else no("unknown", at=at)
