"""Guards of mediators, sessions, time and standstill: M-05, M-16 to M-24, C-02, C-07, C-08."""

from datetime import date

from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.mediation.facts import Naming
from casework.mediation.models import Mediator
from casework.mediation.rules.people import known, lacking, mediation_of
from casework.procedure.clocks import open_clocks
from casework.procedure.models import RunningClock
from casework.procedure.step import Ask, No, guard, no
from casework.records.journal import JournalEntry

PERIODS = ("M-22", "C-09", "C-19")
CAUSES = ("sham", "other_procedure", "other")
CHOSEN_BY = ("committee", "parties", "court")
ENFORCERS = ("officer", "head", "deputy", "chief")
SECRETS = ("trade_secret", "technical_secret", "business_secret")


def proposed(ask: Ask) -> tuple[Naming, ...]:
    """The mediators that the facts propose: several at naming, one as successor."""
    successor = getattr(ask.facts, "successor", None)
    return (successor,) if successor else tuple(getattr(ask.facts, "mediators", ()))


def entry(naming: Naming) -> Mediator | None:
    """The entry of the register that a naming means."""
    return db.session.get(Mediator, naming.mediator_id) if naming.mediator_id else None


def period(ask: Ask) -> RunningClock | None:
    """The clock of the mediation that still runs."""
    return next(iter(open_clocks(ask.proceeding, PERIODS)), None)


def _name(naming: Naming) -> str:
    found = entry(naming)
    return found.name if found else "?"


@guard("M-05", needs_facts=True)
def mediators_are_appointed(ask: Ask) -> list[No]:
    """Only members and persons appointed by this committee, active and in term, mediate (M-02, M-05)."""
    named = proposed(ask)
    if not named:
        return [no("nobody", at="mediators")]
    wrong = [each for each in named if not _appointed(entry(each), ask)]
    return [no(at="mediators", name=_name(each)) for each in wrong]


def _appointed(found: Mediator | None, ask: Ask) -> bool:
    return found is not None and found.office_id == ask.proceeding.office_id and found.in_term(ask.today)


@guard("C-02", needs_facts=True)
def mediators_are_on_the_roster(ask: Ask) -> list[No]:
    """In a court's matter only mediators on the court's roster take part."""
    if not mediation_of(ask).of_court:
        return []
    off = [found for each in proposed(ask) if (found := entry(each)) and not found.on_roster]
    return [no(at="mediators", name=each.name) for each in off]


@guard("M-18", needs_facts=True)
def exactly_one_presides(ask: Ask) -> No | None:
    """One mediator presides (调解主持人)."""
    return None if sum(each.presiding for each in ask.facts.mediators) == 1 else no(at="mediators")


@guard("M-17", needs_facts=True)
def mediators_differ(ask: Ask) -> No | None:
    """A person is named once, by the committee, the parties or the court."""
    told = [each.mediator_id for each in ask.facts.mediators]
    if ask.facts.chosen_by not in CHOSEN_BY:
        return no("chosen_by", at="chosen_by")
    return no(at="mediators") if len(set(told)) != len(told) else None


@guard("M-19", needs_facts=True)
def conflict_question_is_answered(ask: Ask) -> list[No]:
    """Each mediator answers first whether there is a relation to a party or an interest."""
    silent = [each for each in proposed(ask) if each.conflict is None]
    unsaid = [each for each in proposed(ask) if each.conflict and not each.disclosed]
    return [no(at="mediators", name=_name(each)) for each in silent] + [
        no("undisclosed", at="mediators", name=_name(each)) for each in unsaid
    ]


@guard("M-19", needs_facts=True)
def all_parties_accept_the_conflict(ask: Ask) -> list[No]:
    """After a disclosure the mediator stays only if all parties consent."""
    found = []
    for each in proposed(ask):
        missing = lacking(ask.case, each.consents) if each.conflict else ""
        if missing:
            found.append(no(at="mediators", name=_name(each), missing=missing))
    return found


@guard("M-19", needs_facts=True)
def mediator_has_not_enforced_here(ask: Ask) -> list[No]:
    """Who has acted for an enforcing office in this dispute does not mediate it."""
    people = {m.person_id: m.name for each in proposed(ask) if (m := entry(each)) and m.person_id}
    if not people:
        return []
    asked = select(JournalEntry.person_id).where(
        JournalEntry.case_id == ask.case.id,
        JournalEntry.person_id.in_(people),
        JournalEntry.role.in_(ENFORCERS),
    )
    with db.session.no_autoflush:
        return [no(at="mediators", name=people[each]) for each in set(db.session.scalars(asked)) if each]


@guard("M-18", needs_facts=True)
def the_leaving_one_is_named(ask: Ask) -> No | None:
    """A replacement says who leaves; a party's request needs no ground."""
    serving = {each.mediator_id for each in mediation_of(ask).named}
    return None if ask.facts.leaving_id in serving else no(at="leaving_id")


@guard("M-18", needs_facts=True)
def someone_else_takes_over(ask: Ask) -> No | None:
    """The successor is not one of those who serve already."""
    successor = ask.facts.successor
    if successor is None:
        return no(at="successor")
    return no(at="successor") if successor.mediator_id in {n.mediator_id for n in mediation_of(ask).named} else None


@guard("C-05", needs_facts=True)
def time_and_place_are_told(ask: Ask) -> list[No]:
    """A notice of session says when and where."""
    found = [] if ask.facts.held_at else [no("time", at="held_at")]
    return found if ask.facts.place else [*found, no("place", at="place")]


@guard("M-16", needs_facts=True)
def rights_were_told_first(ask: Ask) -> No | None:
    """Nature, principles, rights and duties are told and signed for before the first session."""
    told = ask.facts.rights_told_on or mediation_of(ask).rights_told_on
    held = ask.facts.held_at
    if told is None:
        return no(at="rights_told_on")
    return no("late", at="rights_told_on", told=told) if held and told > local_date(held) else None


@guard("M-24", needs_facts=True)
def the_session_has_been_held(ask: Ask) -> list[No]:
    """A record tells when, where and who was there; nothing is recorded before it happened."""
    told, found = ask.facts, []
    if told.held_at is None or told.held_at > ask.now:
        found.append(no("time", at="held_at"))
    if not told.place:
        found.append(no("place", at="place"))
    if not told.present or not known(ask.case, told.present):
        found.append(no("present", at="present"))
    return found


@guard("M-24", needs_facts=True)
def the_record_is_signed(ask: Ask) -> No | None:
    """The record is read and signed by parties, mediator and recorder."""
    return None if ask.facts.signed else no(at="signed")


@guard("M-05", needs_facts=True)
def a_named_mediator_presides(ask: Ask) -> No | None:
    """Nobody presides who is not named for this mediation."""
    who = ask.facts.presided_by
    serving = {each.mediator.name for each in mediation_of(ask).named}
    return no(at="presided_by", name=who) if who and who not in serving else None


@guard("M-21", needs_facts=True)
def open_only_where_nobody_minds(ask: Ask) -> No | None:
    """A session is open only where no secret is at stake and no party objects."""
    secret = any(right.kind in SECRETS for right in ask.case.rights)
    return no(at="public") if ask.facts.public and (secret or ask.facts.objection_to_public) else None


@guard("M-22")
def a_time_limit_runs(ask: Ask) -> No | None:
    """Only a running limit can be extended."""
    return None if period(ask) else no()


@guard("M-22")
def the_limit_has_not_passed(ask: Ask) -> No | None:
    """An extension is agreed before expiry."""
    clock = period(ask)
    return no(due=clock.due) if clock and clock.state == "running" and ask.today > clock.due else None


@guard("M-22", needs_facts=True)
def all_parties_extend(ask: Ask) -> No | None:
    """All parties consent to an extension, in writing."""
    missing = lacking(ask.case, ask.facts.consents)
    return no(at="consents", missing=missing) if missing else None


@guard("M-22", needs_facts=True)
def the_new_end_is_later(ask: Ask) -> No | None:
    """An extension names a new last day after the present one."""
    clock, end = period(ask), ask.facts.new_end
    if not isinstance(end, date):
        return no(at="new_end", due=clock.due if clock else "")
    return no(at="new_end", due=clock.due) if clock and end <= clock.due else None


@guard("C-08", needs_facts=True)
def cause_of_standstill_is_told(ask: Ask) -> No | None:
    """Standing still needs one of the causes, and words when a sham is suspected."""
    if ask.facts.cause not in CAUSES:
        return no(at="cause")
    return None if ask.facts.detail else no("detail", at="detail")


@guard("M-23", needs_facts=True)
def the_appraisal_is_named(ask: Ask) -> No | None:
    """Time of an appraisal is left out only when it is told what is appraised."""
    return None if ask.facts.reason else no(at="reason")
