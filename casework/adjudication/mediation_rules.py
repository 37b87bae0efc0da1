"""Guards of the patent mediation; their sentences stand in the phrase catalogue."""

from datetime import date
from typing import cast

from sqlalchemy import select

from casework.adjudication.mediation_models import COURT_WAYS, MATTERS, NATIONAL, OF_TITLE, PatentMediation
from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.procedure.clocks import open_clocks
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no
from casework.records.journal import JournalEntry

END_GROUNDS = ("mediation_failed", "requester_withdraws", "requester_absent", "party_gone", "settled_alone", "other")
ABSENT = ("nobody", "requester", "respondent")
STATEMENT, HOUSE_LIMIT = "MED-3.statement", "MED-8"
FOUND = ("established", "effective", "in_litigation", "enforcement", "performed")


def of(ask: Ask) -> PatentMediation:
    """The mediation that is asked about."""
    return cast("PatentMediation", ask.proceeding)


@guard("MED-1")
def a_patent_is_in_dispute(ask: Ask) -> No | None:
    """The office mediates disputes on patents and applications."""
    return None if any(right.kind.startswith("patent") for right in ask.case.rights) else no()


@guard("MED-1", needs_facts=True)
def the_matter_may_be_mediated(ask: Ask) -> No | None:
    """Ownership, inventorship, reward, fee before grant, damages, other civil disputes; never grant or validity."""
    return None if ask.facts.matter in (*MATTERS, *NATIONAL) else no(at="matter")


@guard("MED-1", needs_facts=True)
def a_fee_before_grant_waits_for_the_grant(ask: Ask) -> No | None:
    """The fee for use between publication and grant is mediated only after the grant."""
    if ask.facts.matter != "provisional_use":
        return None
    granted: date | None = ask.facts.granted_on
    return None if granted and granted <= ask.today else no(at="granted_on")


@guard("MED-2", needs_facts=True)
def damages_alone_rest_on_a_decision(ask: Ask) -> No | None:
    """Who asks for damages alone attaches the decision that found the infringement."""
    if ask.facts.matter != "damages":
        return None
    number = ask.facts.decision_number
    if not number:
        return no("untold", at="decision_number")
    return None if ask.facts.files or _is_ours(number) else no("unattached", at="files", number=number)


def _is_ours(number: str) -> bool:
    asked = select(Adjudication.id).where(Adjudication.decision_number == number, Adjudication.state.in_(FOUND))
    with db.session.no_autoflush:
        return db.session.scalar(asked.limit(1)) is not None


@guard("MED-2")
def both_sides_can_be_reached(ask: Ask) -> list[No]:
    """The request names both sides and how to reach them."""
    sides = [*ask.case.of_role("applicant"), *ask.case.of_role("respondent")]
    if {each.role for each in sides} != {"applicant", "respondent"}:
        return [no("side")]
    return [no("contact", party=each.name) for each in sides if not (each.phone or each.address)]


@guard("MED-2")
def matter_and_reasons_are_told(ask: Ask) -> No | None:
    """The request tells what is asked for and why."""
    return None if ask.case.request and ask.case.facts else no()


@guard("MED-2")
def no_other_patent_mediation_runs(ask: Ask) -> No | None:
    """One patent mediation of a case at a time."""
    others = [each for each in open_on(ask.case, "patent_mediation") if each.id != ask.proceeding.id]
    return no(number=others[0].id) if others else None


@guard("ADJ-21")
def an_adjudication_refers_it(ask: Ask) -> No | None:
    """A referral comes out of an adjudication of this office in which both sides want to settle."""
    return None if referring(ask) else no()


def referring(ask: Ask) -> Adjudication | None:
    """The adjudication of the actor's office that stands in mediation."""
    found = open_on(ask.case, "adjudication")
    mine = (each for each in found if each.state == "mediation" and each.office_id == ask.actor.office_id)
    return cast("Adjudication | None", next(mine, None))


@guard("MED-3", needs_facts=True)
def the_notice_reached_the_respondent(ask: Ask) -> No | None:
    """The fifteen days run from a day of service that has come and does not lie before the notice."""
    on, sent = ask.facts.on, of(ask).noticed_on
    return None if on and (sent or on) <= on <= ask.today else no(at="on")


@guard("MED-4", needs_facts=True)
def the_statement_is_dated(ask: Ask) -> No | None:
    """The statement came on a day that has come, not before the copy was served."""
    on, served = ask.facts.on, of(ask).served_on
    return None if on and (served or on) <= on <= ask.today else no(at="on")


@guard("MED-4")
def the_time_to_state_is_over(ask: Ask) -> No | None:
    """Silence is told only when the fifteen days are over."""
    running = [clock for clock in open_clocks(ask.proceeding, (STATEMENT,)) if ask.today <= clock.due]
    return no(due=running[0].due) if running else None


@guard("MED-4", needs_facts=True)
def the_reason_not_to_file_is_told(ask: Ask) -> No | None:
    """The requester learns why nothing is filed."""
    return None if ask.facts.reason else no(at="reason")


@guard("MED-4", needs_facts=True)
def a_session_is_fixed(ask: Ask) -> list[No]:
    """Filing fixes the time and the place of the mediation."""
    found = [] if ask.facts.on and ask.facts.on >= ask.today else [no("day", at="on")]
    return found if ask.facts.place else [*found, no("place", at="place")]


@guard("MED-5", needs_facts=True)
def the_session_took_place(ask: Ask) -> No | None:
    """A session is recorded on its day or later, with who stayed away."""
    on, fixed = ask.facts.on, of(ask).session_on
    if on is None or on > ask.today or (fixed and on < fixed):
        return no("day", at="on")
    return None if ask.facts.absent in ABSENT else no("absent", at="absent")


@guard("M-19", needs_facts=True)
def the_official_does_not_enforce_here(ask: Ask) -> No | None:
    """Who has worked on a penalty case of this dispute does not mediate it."""
    asked = select(JournalEntry.id).where(
        JournalEntry.case_id == ask.case.id,
        JournalEntry.procedure == "penalty",
        JournalEntry.person_id == ask.actor.person_id,
    )
    with db.session.no_autoflush:
        return no(name=ask.actor.name) if db.session.scalar(asked.limit(1)) else None


@guard("MED-7")
def title_is_in_dispute(ask: Ask) -> No | None:
    """Only a dispute on ownership suspends the patent procedure."""
    return None if of(ask).matter == "ownership" else no()


@guard("MED-7")
def no_stay_is_running(ask: Ask) -> No | None:
    """The suspension is asked for once at a time."""
    asked_on = of(ask).stay_asked_on
    return no(on=asked_on) if asked_on and not of(ask).stay_ended_on else None


@guard("MED-7")
def a_stay_is_running(ask: Ask) -> No | None:
    """What was suspended can be resumed."""
    return None if of(ask).stay_asked_on and not of(ask).stay_ended_on else no()


@guard("MED-7", needs_facts=True)
def the_day_has_come(ask: Ask) -> No | None:
    """A day that is told has come."""
    return None if ask.facts.on and ask.facts.on <= ask.today else no(at="on")


@guard("MED-8", needs_facts=True)
def every_party_wants_more_time(ask: Ask) -> No | None:
    """The house limit is extended as all parties want."""
    missing = [each.name for each in ask.case.parties if each.ref not in ask.facts.agreed]
    return no(at="agreed", missing="、".join(missing)) if missing else None


@guard("MED-8", needs_facts=True)
def the_house_limit_still_runs(ask: Ask) -> list[No]:
    """The new last day is later than the present one, which has not passed."""
    clock = next(iter(open_clocks(ask.proceeding, (HOUSE_LIMIT,))), None)
    if clock is None:
        return [no("none")]
    found = [no("late", due=clock.due)] if ask.today > clock.due else []
    later = ask.facts.new_end and ask.facts.new_end > clock.due
    return found if later else [*found, no("not_later", at="new_end", due=clock.due)]


@guard("MED-6", needs_facts=True)
def all_signed_and_sealed(ask: Ask) -> list[No]:
    """Every party and the official signed, the office sealed, none of it on a day to come."""
    days = {each.party: each.on for each in ask.facts.signatures}
    parties = [each for each in ask.case.parties if each.role != "third_party"]
    found = [
        no("party", at="signatures", party=each.name) for each in parties if not _by(days.get(each.ref), ask.today)
    ]
    if not _by(ask.facts.official_on, ask.today):
        found.append(no("official", at="official_on"))
    if not _by(ask.facts.seal_on, ask.today):
        found.append(no("seal", at="seal_on"))
    return found


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today


@guard("MED-6", needs_facts=True)
def the_end_of_mediation_has_its_ground(ask: Ask) -> No | None:
    """A mediation that failed is closed by withdrawing the case, on a listed ground."""
    return None if ask.facts.ground in END_GROUNDS else no(at="ground")


@guard("MED-5", needs_facts=True)
def the_requester_missed_the_session(ask: Ask) -> No | None:
    """The ground "requester absent" rests on a session at which the requester stayed away."""
    wrong = ask.facts.ground == "requester_absent" and of(ask).absent != "requester"
    return no(at="ground") if wrong else None


@guard("MED-9")
def a_court_may_confirm_it(ask: Ask) -> No | None:
    """Judicial confirmation is open to an agreement that is not about title or inventorship (J-11)."""
    return None if confirmation_is_open(of(ask)) else no()


@guard("MED-9", needs_facts=True)
def the_way_to_court_is_told(ask: Ask) -> list[No]:
    """In Hubei a measure opens the way; elsewhere it is the court's practice, which is asked first: a flag, no right."""
    told, ended = ask.facts, of(ask).ended_on
    found = [] if told.way in COURT_WAYS else [no("way", at="way")]
    if not told.court:
        found.append(no("court", at="court"))
    in_time = told.on and (ended or told.on) <= told.on <= ask.today
    return found if in_time else [*found, no("day", at="on")]


def confirmation_is_open(mediation: PatentMediation) -> bool:
    """Whether a court may confirm its agreement: never where title was the matter (J-11, MED-9)."""
    return mediation.matter not in OF_TITLE
