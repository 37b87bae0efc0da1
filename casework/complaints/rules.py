"""Guards of the intake. Each returns None or its no; the sentences stand in the phrase catalogue."""

from casework.complaints.grounds import grounds_on
from casework.identity.roles import OfficeKind
from casework.procedure.step import Ask, No, guard, no

SUPPLEMENT = "M-14.supplement"
IDENTITY_GROUNDS = ("papers_missing", "false_identity")


@guard("CMP-3", needs_facts=True)
def both_sides_are_named(ask: Ask) -> No | None:
    """A dispute is registered with both sides; a report names only who is reported (CMP-11)."""
    sides = {party.role for party in ask.facts.case.parties}
    if "applicant" not in sides and ask.facts.track != "report":
        return no("applicant", at="applicant_name")
    if "applicant" in sides and ask.facts.track == "report":
        return no("reporter", at="applicant_name")
    if "respondent" not in sides:
        return no("respondent", at="respondent_name")
    return None


@guard("CMP-3", needs_facts=True)
def facts_are_told(ask: Ask) -> No | None:
    """A complaint needs concrete facts."""
    return None if ask.facts.case.facts else no(at="facts_told")


@guard("CMP-4", needs_facts=True)
def gaps_are_listed(ask: Ask) -> No | None:
    """One notice lists everything that is missing."""
    return None if ask.facts.missing else no(at="missing")


@guard("CMP-5", needs_facts=True)
def ground_is_enumerated(ask: Ask) -> No | None:
    """A refusal names one of the grounds of the rules in force on the day of receipt."""
    return None if ask.facts.ground in grounds_on(ask.law_on) else no(at="ground")


@guard("CMP-4", needs_facts=True)
def ground_is_about_identity(ask: Ask) -> No | None:
    """Who did not prove the identity asked for is refused on that ground alone."""
    open_to_it = set(IDENTITY_GROUNDS) & set(grounds_on(ask.law_on))
    return None if ask.facts.ground in open_to_it else no(at="ground")


@guard("CMP-19", needs_facts=True)
def received_not_after_today(ask: Ask) -> No | None:
    """The day of receipt, whose rules apply, has come."""
    received = ask.facts.received_on
    return no(at="received_on") if received is not None and received > ask.today else None


@guard("CMP-5", needs_facts=True)
def other_routes_are_told(ask: Ask) -> No | None:
    """A refusal names the other ways that are open."""
    return None if ask.facts.routes else no(at="routes")


@guard("M-13")
def nobody_else_has_taken_it(ask: Ask) -> No | None:
    """What a court, the police or another agency has taken is not accepted again."""
    pending = ask.proceeding.pending_elsewhere
    return no(pending=pending) if pending else None


@guard("CMP-3")
def the_applicant_is_named(ask: Ask) -> No | None:
    """Acceptance needs an applicant who is named and can be reached; a report has none."""
    if ask.proceeding.track == "report":
        return None
    named = [p for p in ask.case.of_role("applicant") if p.name and (p.phone or p.address)]
    return None if named else no()


@guard("STN-6", needs_facts=True)
def receiver_mediates(ask: Ask) -> No | None:
    """Mediation is handed to a mediation committee, to no other office."""
    office = ask.facts.committee
    return None if office and office.active and office.kind == OfficeKind.COMMITTEE else no(at="committee_id")


@guard("M-14")
def asked_once(ask: Ask) -> No | None:
    """What is missing is told once, completely."""
    asked = [clock for clock in ask.proceeding.clocks if clock.rule == SUPPLEMENT]
    return no(due=asked[0].due) if asked else None


@guard("CMP-4", needs_facts=True)
def due_date_lies_ahead(ask: Ask) -> No | None:
    """A notice with a date gives time to answer."""
    return None if ask.facts.due and ask.facts.due > ask.today else no(at="due")


@guard("CMP-5")
def time_to_supplement_is_over(ask: Ask) -> No | None:
    """Nobody is closed out before the date of the notice has passed."""
    due = ask.proceeding.supplement_due
    return no(due=due) if due is not None and ask.today <= due else None


@guard("M-12", needs_facts=True)
def a_reason_is_given(ask: Ask) -> No | None:
    """Nothing is sent back without a reason."""
    return None if ask.facts.reason else no(at="reason")
