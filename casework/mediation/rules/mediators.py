"""Guards of who mediates: M-05, M-17 to M-19, C-02 to C-04, C-07, C-16, C-18."""

from sqlalchemy import select

from casework.base.db import db
from casework.mediation.facts import Naming
from casework.mediation.models import Mediator
from casework.mediation.rules.people import awaited, lacking, mediation_of
from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no
from casework.records.journal import JournalEntry

CHOSEN_BY = ("committee", "parties", "court")
ENFORCERS = ("officer", "head", "deputy", "chief")
CHOOSING, APPOINTING = "C-16.choose", "C-16.appoint"


def proposed(ask: Ask) -> tuple[Naming, ...]:
    """The mediators that the facts propose: several at naming, one as successor."""
    successor = getattr(ask.facts, "successor", None)
    return (successor,) if successor else tuple(getattr(ask.facts, "mediators", ()))


def entry(naming: Naming) -> Mediator | None:
    """The entry of the register that a naming means."""
    return db.session.get(Mediator, naming.mediator_id) if naming.mediator_id else None


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
    told = ask.facts.mediators
    return no(at="mediators") if told and sum(each.presiding for each in told) != 1 else None


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


@guard("C-18")
def the_other_party_has_agreed(ask: Ask) -> No | None:
    """Where the court asked one party only, the other agrees first."""
    missing = [party.name for party in awaited(ask)] if mediation_of(ask).one_sided else []
    return no(missing="、".join(missing)) if missing else None


@guard("C-16", needs_facts=True)
def the_parties_choose_first(ask: Ask) -> No | None:
    """Online the parties have two working days to choose together; only then somebody else chooses."""
    clock = next(iter(open_clocks(ask.proceeding, (CHOOSING,))), None)
    still = clock is not None and ask.today <= clock.due
    return no(at="chosen_by", due=clock.due) if clock and still and ask.facts.chosen_by != "parties" else None


@guard("C-16")
def it_is_mediated_online(ask: Ask) -> No | None:
    """On the courts' platform the court appoints where the parties do not choose."""
    return None if mediation_of(ask).online else no()


@guard("C-16")
def the_court_is_asked_once(ask: Ask) -> No | None:
    """The court has been asked to appoint and has three working days."""
    clock = next(iter(open_clocks(ask.proceeding, (APPOINTING,))), None)
    return no(due=clock.due) if clock else None


@guard("M-19", needs_facts=True)
def who_discloses_serves(ask: Ask) -> list[No]:
    """A relation that shows later is disclosed by a mediator of this mediation."""
    serving = {each.mediator_id for each in mediation_of(ask).named}
    return [no(at="mediator_id", name=_name(each)) for each in proposed(ask) if each.mediator_id not in serving]


@guard("C-04", needs_facts=True)
def a_courts_mediator_leaves_for_a_reason(ask: Ask) -> No | None:
    """In a court's matter a replacement needs a reason; in the committee's own a party's request is enough (M-18)."""
    return no(at="reason") if mediation_of(ask).of_court and not ask.facts.reason else None


@guard("C-07", needs_facts=True)
def mediator_has_no_other_part(ask: Ask) -> list[No]:
    """Nobody mediates who is agent, representative or witness in the same case."""
    people = [name for party in ask.case.parties for name in (party.name, party.agent, party.representative)]
    taken = {*people, *(each.asked for each in mediation_of(ask).investigations)}
    return [no(at="mediators", name=_name(each)) for each in proposed(ask) if _name(each) in taken]
