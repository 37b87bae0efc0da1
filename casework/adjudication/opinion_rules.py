"""Guards of the consultative opinion (ADJ-25); their sentences stand in the phrase catalogue."""

from casework.adjudication.opinion_models import CONCLUSIONS, HOLDER_ACTS, NAME
from casework.procedure.clocks import open_clocks
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no

WAITING = ("ADJ-25.from_receipt", "ADJ-25.from_sending")


@guard("ADJ-25")
def the_warning_is_of_a_patent(ask: Ask) -> No | None:
    """The warning is of infringing a patent, and who was warned by whom is on record."""
    named = ask.case.of_role("applicant") and ask.case.of_role("respondent")
    return None if named and any(right.kind.startswith("patent") for right in ask.case.rights) else no()


@guard("ADJ-25")
def no_other_opinion_is_asked(ask: Ask) -> No | None:
    """One opinion of a case at a time."""
    return no() if any(each.id != ask.proceeding.id for each in open_on(ask.case, NAME)) else None


@guard("ADJ-25", needs_facts=True)
def the_demand_is_dated(ask: Ask) -> list[No]:
    """A written demand followed the warning; sent on a day that has come, received on that day or later."""
    warned, sent, received = ask.facts.warned_on, ask.facts.sent_on, ask.facts.received_on
    found = [] if warned and warned <= (sent or ask.today) else [no("warning", at="warned_on")]
    if not sent or sent > ask.today:
        found.append(no("sent", at="sent_on"))
    early = received and ((sent or received) > received or received > ask.today)
    return [*found, no("received", at="received_on")] if early else found


@guard("ADJ-25")
def the_holder_had_time_to_act(ask: Ask) -> No | None:
    """One month since the demand was received or two since it was sent have passed, whichever ends first."""
    clocks = open_clocks(ask.proceeding, WAITING)
    first = min((clock.due for clock in clocks), default=None)
    return no(due=first) if first and ask.today <= first else None


@guard("ADJ-25", needs_facts=True)
def the_holder_kept_silent(ask: Ask) -> No | None:
    """The holder neither withdrew the warning nor sued nor asked for a decision."""
    return None if ask.facts.silent else no(at="silent")


@guard("ADJ-25", needs_facts=True)
def what_the_holder_did_is_told(ask: Ask) -> No | None:
    """The holder withdrew the warning, sued, or asked for a decision, on a day that has come."""
    told = ask.facts.act in HOLDER_ACTS and ask.facts.on and ask.facts.on <= ask.today
    return None if told else no(at="act")


@guard("ADJ-25", needs_facts=True)
def the_opinion_has_its_reasons(ask: Ask) -> list[No]:
    """An opinion says what the office thinks and why; it orders nothing."""
    found = [] if ask.facts.conclusion in CONCLUSIONS else [no("conclusion", at="conclusion")]
    return found if ask.facts.opinion else [*found, no("reasons", at="opinion")]
