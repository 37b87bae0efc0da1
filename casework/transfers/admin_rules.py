"""Guards of transfers between agencies and of the request for designation."""

from casework.identity.directory import office_by_id
from casework.identity.models import Organisation
from casework.identity.roles import Level, OfficeKind
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no
from casework.transfers.kinds import SYSTEM

ADJUDICATION = "adjudication"


@guard("ADM-6", needs_facts=True)
def kind_fits_the_offices(ask: Ask) -> No | None:
    """K1 goes to another department, K2 to another place of the same system."""
    office = ask.facts.office
    if office is None:
        return None
    same = office.kind in SYSTEM and ask.actor.office_kind in SYSTEM
    if ask.proceeding.kind == "K1" and same:
        return no("K1", at="kind", office=office.name)
    return None


@guard("ADM-8", needs_facts=True)
def requester_was_told(ask: Ask) -> No | None:
    """A patent case that is found not to be ours is sent on after its requester was told (ADJ-13)."""
    if ask.facts.requester_told or not open_on(ask.case, ADJUDICATION):
        return None
    return no(at="requester_told")


@guard("ADM-3", needs_facts=True)
def superior_is_common(ask: Ask) -> No | None:
    """Only the common superior of both offices designates."""
    facts = ask.facts
    if facts.rival is None:
        return no("rival", at="rival_id")
    if facts.superior is None:
        return no("missing", at="superior_id")
    here = office_by_id(ask.actor.office_id)
    if here is None or is_common_superior(facts.superior, here, facts.rival):
        return None
    return no("not_common", at="superior_id", superior=facts.superior.name, rival=facts.rival.name)


@guard("ADM-2", needs_facts=True)
def both_opinions_are_told(ask: Ask) -> No | None:
    """The superior learns both opinions and how the talk ended."""
    return None if ask.facts.talk else no(at="talk")


@guard("ADM-4", needs_facts=True)
def designated_is_in_the_dispute(ask: Ask) -> No | None:
    """One of the offices in dispute is designated, or another under the same superior."""
    office = ask.facts.office
    superior = office_by_id(ask.proceeding.counterpart_id) if ask.proceeding.counterpart_id else None
    if office is None:
        return no("missing", at="office_id")
    named = office.id in (ask.proceeding.office_id, ask.proceeding.rival_id)
    return (
        None
        if named or (superior and superior.id in ancestors(office))
        else no("strange", at="office_id", office=office.name)
    )


def is_common_superior(superior: Organisation, one: Organisation, other: Organisation) -> bool:
    """Whether `superior` stands above both: in each chain, or the province where no chain tells (ADM-9, ADM-10)."""
    above_one, above_other = ancestors(one), ancestors(other)
    if superior.id in above_one and superior.id in above_other:
        return True
    shared = set(above_one) & set(above_other)
    return not shared and superior.level == Level.PROVINCE and superior.kind == OfficeKind.IP_OFFICE


def ancestors(office: Organisation) -> list[int]:
    """The ids of the offices above, nearest first."""
    found: list[int] = []
    while office.parent_id is not None and office.parent_id not in found:
        found.append(office.parent_id)
        above = office_by_id(office.parent_id)
        if above is None:
            break
        office = above
    return found
