"""Guards of transfers that come from police and procuratorate, and of notices."""

from casework.enforcement.models import NAME as PENALTY
from casework.identity.directory import office_by_id
from casework.procedure.models import START
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no
from casework.transfers.kinds import KINDS, receives, sends

UNSETTLED = (START, "lead", "verifying", "filed", "investigating", "suspended", "concluded", "reviewed")


@guard("REV-1", needs_facts=True)
def sender_is_of_the_kind(ask: Ask) -> No | None:
    """Police send K5, the procuratorate K6."""
    return None if sends(ask.proceeding.kind, ask.actor.office_kind) else no(at="kind")


@guard("REV-1", needs_facts=True)
def receiver_is_an_agency(ask: Ask) -> No | None:
    """The case goes to an administrative body that may punish."""
    office = ask.facts.office
    if office is None:
        return no("missing", at="office_id")
    return None if receives(ask.proceeding.kind, office.kind) else no("kind", at="office_id", office=office.name)


@guard("REV-1", needs_facts=True)
def sender_is_known(ask: Ask) -> No | None:
    """What comes on paper names the police or the procuratorate that sent it; an announced case knows it already."""
    if ask.proceeding.state != START:
        return None
    office = ask.facts.office
    if office is None:
        return no("missing", at="office_id")
    return None if sends(ask.proceeding.kind, office.kind) else no("kind", at="office_id", office=office.name)


@guard("REV-4", needs_facts=True)
def opinion_and_decision_are_there(ask: Ask) -> list[No]:
    """K6 needs the procuratorial opinion and the decision not to prosecute."""
    if ask.proceeding.state != START:
        return []
    wanted = KINDS[ask.proceeding.kind].papers
    return [no(name, at=name) for name in wanted if name not in (ask.facts.papers or ())]


@guard("REV-10")
def the_matter_is_settled(ask: Ask) -> No | None:
    """The reply tells a decision: the lead that was opened on the letter has come to its end."""
    leads = [each for each in open_on(ask.case, PENALTY) if each.parent_id == ask.proceeding.id]
    return no() if any(each.state in UNSETTLED for each in leads) else None


@guard("STN-7", needs_facts=True)
def the_body_is_named(ask: Ask) -> No | None:
    """A referral says to whom."""
    return None if ask.facts.outside else no(at="outside")


@guard("POL-14", needs_facts=True)
def clues_of_duty_crimes_stay_outside(ask: Ask) -> No | None:
    """A duty crime of an official (K13) is for the chief and the discipline officer alone: it is not told on here."""
    return no(at="of_official") if getattr(ask.facts, "of_official", False) else None


def kind_of_sender(office_id: int | None) -> str:
    """K6 for a procuratorate, else K5."""
    office = office_by_id(office_id) if office_id else None
    return "K6" if office is not None and sends("K6", office.kind) else "K5"
