"""Guards of the intake. Each returns None or its no; the sentences stand in the phrase catalogue."""

from casework.identity.roles import OfficeKind
from casework.procedure.step import Ask, No, guard, no

SUPPLEMENT = "M-14.supplement"
GROUNDS = (
    "not_competent",
    "already_handled",
    "no_dispute",
    "too_old",
    "papers_missing",
    "false_identity",
    "other",
)


@guard("CMP-3", needs_facts=True)
def both_sides_are_named(ask: Ask) -> No | None:
    """A dispute is registered with an applicant and a respondent who can be told apart."""
    sides = {party.role for party in ask.facts.case.parties}
    if "applicant" not in sides:
        return no("applicant", at="applicant_name")
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
    """A refusal names one of the seven grounds."""
    return None if ask.facts.ground in GROUNDS else no(at="ground")


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
    """Acceptance needs an applicant who is named and can be reached."""
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
