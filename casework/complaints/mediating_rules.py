"""Guards of a mediation that the authority holds itself: CMP-6 to CMP-10."""

from sqlalchemy import select

from casework.base.db import db
from casework.complaints.mediating_facts import GROUNDS
from casework.procedure.clocks import open_clocks
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no
from casework.records.journal import JournalEntry

HANDLING = ("penalty", "adjudication", "patent_mediation", "mediation")
TO_MEDIATE = ("CMP-6",)


@guard("CMP-6", needs_facts=True)
def both_sides_accept_the_meeting(ask: Ask) -> No | None:
    """A complaint is mediated as both sides want."""
    missing = [each.name for each in ask.case.parties if each.ref not in ask.facts.agreed]
    return no(at="agreed", missing="、".join(missing)) if missing else None


@guard("CMP-6", needs_facts=True)
def the_meeting_is_told(ask: Ask) -> list[No]:
    """A notice tells a time that lies ahead, a place and who mediates, so that a party can object to them."""
    told = ask.facts
    found = [] if told.at and told.at >= ask.now else [no("time", at="at")]
    found += [] if told.place else [no("place", at="place")]
    return found if told.mediators else [*found, no("mediators", at="mediators")]


@guard("M-19", needs_facts=True)
def no_enforcer_mediates_the_complaint(ask: Ask) -> list[No]:
    """Who works on a penalty case of this dispute does not mediate it."""
    asked = select(JournalEntry.actor).where(
        JournalEntry.case_id == ask.case.id,
        JournalEntry.procedure == "penalty",
        JournalEntry.actor.in_(ask.facts.mediators),
    )
    with db.session.no_autoflush:
        return [no(at="mediators", name=each) for each in sorted(set(db.session.scalars(asked)))]


@guard("CMP-8", needs_facts=True)
def what_is_tested_is_told(ask: Ask) -> No | None:
    """Time of a test or appraisal is not counted where it is told what is tested."""
    return None if ask.facts.reason else no(at="reason")


@guard("CMP-7", needs_facts=True)
def the_ground_of_termination_is_listed(ask: Ask) -> No | None:
    """Mediation of a complaint ends on one of eight grounds."""
    return None if ask.facts.ground in GROUNDS else no(at="ground")


@guard("CMP-6", needs_facts=True)
def the_days_to_mediate_are_over(ask: Ask) -> No | None:
    """Time is over only after the last day."""
    clock = next(iter(open_clocks(ask.proceeding, TO_MEDIATE)), None)
    early = clock is not None and (clock.state == "paused" or ask.today <= clock.due)
    return no(at="ground", due=clock.due) if ask.facts.ground == "time_over" and early and clock else None


@guard("CMP-7", needs_facts=True)
def both_were_told_by_now(ask: Ask) -> No | None:
    """Both sides are told on a day that has come, not before the decision."""
    on, ended = ask.facts.on, ask.proceeding.ended_on
    return None if on and (ended or on) <= on <= ask.today else no(at="on")


@guard("CMP-9", needs_facts=True)
def what_was_agreed_is_told(ask: Ask) -> No | None:
    """A settlement says what was agreed."""
    return None if ask.facts.text else no(at="text")


@guard("CMP-9", needs_facts=True)
def all_signed_the_settlement(ask: Ask) -> list[No]:
    """All sign and the bureau seals, unless it was performed at once or both do without the paper."""
    told = ask.facts
    if told.without_paper:
        return []
    missing = [each.name for each in ask.case.parties if each.ref not in told.signed]
    found = [no("party", at="signed", missing="、".join(missing))] if missing else []
    days = [day for day in (told.signed_on, told.sealed_on) if day and day <= ask.today]
    return found if len(days) == 2 else [*found, no("seal", at="sealed_on")]


@guard("CMP-10", needs_facts=True)
def the_breach_is_told(ask: Ask) -> No | None:
    """A breach found while mediating is verified as a lead; the record says what was found."""
    return None if ask.facts.reason else no(at="reason")


@guard("CMP-10")
def a_breach_waits_to_be_verified(ask: Ask) -> No | None:
    """Only a breach that was found is passed on."""
    return None if open_clocks(ask.proceeding, ("CMP-10",)) else no()


@guard("CMP-2")
def another_run_handles_it(ask: Ask) -> No | None:
    """What was accepted ends here where a penalty case, an adjudication or a mediation handles it."""
    return None if open_on(ask.case, *HANDLING) else no()
