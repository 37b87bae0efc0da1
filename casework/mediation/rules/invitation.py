"""Guards of inviting mediators: who is asked, who answers, when the mediation may begin (M-17, M-18, C-17)."""

from casework.mediation.models import Mediation, MediatorInvitation
from casework.mediation.rules.mediators import entry, proposed
from casework.mediation.rules.people import mediation_of
from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no

ANSWERING = "C-17"


def invitation_of(mediation: Mediation, person_id: int | None) -> MediatorInvitation | None:
    """The invitation that this person has not answered yet."""
    mine = (each for each in mediation.waiting if person_id and each.mediator.person_id == person_id)
    return next(mine, None)


@guard("C-17")
def no_invitation_waits(ask: Ask) -> No | None:
    """While an invited mediator still has time to answer, nobody else is named in that place."""
    clocks = [clock for clock in open_clocks(ask.proceeding, (ANSWERING,)) if ask.today <= clock.due]
    waiting = {each.mediator.name for each in mediation_of(ask).waiting}
    left = next((clock for clock in clocks if clock.label in waiting), None)
    return no(name=left.label, due=left.due) if left else None


@guard("M-17")
def nobody_has_accepted_yet(ask: Ask) -> No | None:
    """Who has accepted an invitation is not passed over."""
    serving = "、".join(each.mediator.name for each in mediation_of(ask).named)
    return no(name=serving) if serving else None


@guard("M-18", needs_facts=True)
def one_presides_in_all(ask: Ask) -> No | None:
    """Of those who have accepted and those invited now one presides (调解主持人)."""
    serving = sum(each.presiding for each in mediation_of(ask).named)
    told = sum(each.presiding for each in proposed(ask))
    return None if serving + told == 1 else no(at="mediators")


@guard("C-17", needs_facts=True)
def the_invited_can_answer(ask: Ask) -> list[No]:
    """An invitation goes to a mediator who signs in; others are named with their answer at once."""
    silent = [found for each in proposed(ask) if (found := entry(each)) and found.person_id is None]
    return [no(at="mediators", name=each.name) for each in silent]


@guard("C-17")
def an_invitation_waits_for_the_mediator(ask: Ask) -> No | None:
    """Only an invited mediator answers, once."""
    return None if invitation_of(mediation_of(ask), ask.actor.person_id) else no(name=ask.actor.name)


@guard("C-17")
def the_invitation_is_answered_in_time(ask: Ask) -> No | None:
    """An invitation is accepted within three working days; silence lets the committee name somebody else."""
    mine = invitation_of(mediation_of(ask), ask.actor.person_id)
    clocks = open_clocks(ask.proceeding, (ANSWERING,), mine.mediator.name) if mine else []
    late = next((clock for clock in clocks if ask.today > clock.due), None)
    return no(due=late.due) if late else None


@guard("M-17")
def who_accepted_can_begin(ask: Ask) -> No | None:
    """Mediation begins with those who have accepted, one of them presiding."""
    return None if any(each.presiding for each in mediation_of(ask).named) else no()
