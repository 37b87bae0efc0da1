"""The acts of an adjudication."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from casework.adjudication import facts as f
from casework.adjudication import steps
from casework.adjudication.models import Adjudication
from casework.adjudication.settling import put_in_force
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.procedure.clocks import open_clocks
from casework.procedure.door import Taken, begin, taking
from casework.procedure.step import Step
from casework.records.evidence import receive
from casework.records.models import Case


def propose(case: Case, actor: Actor) -> Adjudication:
    """An adjudication before its first step, not yet stored."""
    return Adjudication(case=case, office_id=actor.office_id, missing=[], panel=[])


def request(case: Case, facts: f.Request, *, actor: Actor, now: datetime) -> Adjudication:
    """Receive a request for a decision; five working days to file or refuse run (ADJ-8)."""
    adjudication = propose(case, actor)
    adjudication.pending_elsewhere = facts.other_way
    for name in ("standing", "authorised", "place_link", "claims", "known_on", "continues"):
        setattr(adjudication, name, getattr(facts, name))
    begin(adjudication, now=now)
    with taking(adjudication, steps.REQUEST, actor=actor, now=now, facts=facts):
        receive(case, facts.files, actor=actor, now=now)
    return adjudication


def ask_supplement(adjudication: Adjudication, facts: f.Gaps, *, actor: Actor, now: datetime) -> Adjudication:
    """One complete notice of what is missing (ADJ-7)."""
    with taking(adjudication, steps.ASK_SUPPLEMENT, actor=actor, now=now, facts=facts):
        adjudication.missing, adjudication.asked_once = list(facts.missing), True
        adjudication.supplement_due = facts.due
    return adjudication


def supplement(adjudication: Adjudication, facts: f.Supplement | None, *, actor: Actor, now: datetime) -> Adjudication:
    """The correction came; filing follows within five working days (ADJ-7.file)."""
    told = facts or f.Supplement()
    with taking(adjudication, steps.SUPPLEMENT, actor=actor, now=now, facts=told):
        adjudication.missing = []
        adjudication.standing = told.standing or adjudication.standing
        adjudication.authorised = told.authorised or adjudication.authorised
        adjudication.claims = told.claims or adjudication.claims
    return adjudication


def file(adjudication: Adjudication, facts: f.Filing, *, actor: Actor, now: datetime) -> Adjudication:
    """File the case with an odd panel (立案); three months run (ADJ-8, ADJ-19)."""
    with taking(adjudication, steps.FILE, actor=actor, now=now, facts=facts):
        adjudication.panel = list(facts.panel)
        adjudication.investigator, adjudication.commissioned = facts.investigator, facts.commissioned
    return adjudication


def refuse(adjudication: Adjudication, facts: f.Refusal, *, actor: Actor, now: datetime) -> Adjudication:
    """Refuse to file, on a listed ground and with the reason (ADJ-4, ADJ-8)."""
    with taking(adjudication, steps.REFUSE, actor=actor, now=now, facts=facts) as taken:
        adjudication.ended_ground, adjudication.ended_on = "refused", local_date(now)
        taken.note(ground=facts.ground, reason=facts.reason)
    return adjudication


def serve(adjudication: Adjudication, facts: f.Service, *, actor: Actor, now: datetime) -> Adjudication:
    """The copy was served; fifteen days to answer run from that day, thirty abroad (ADJ-10)."""
    with taking(adjudication, steps.SERVE, actor=actor, now=now, facts=facts) as taken:
        adjudication.served_on = facts.on
        if facts.on:
            taken.start_clock("ADJ-10.answer_abroad" if facts.abroad else "ADJ-10.answer", facts.on)
    return adjudication


def answer(adjudication: Adjudication, facts: f.Day, *, actor: Actor, now: datetime) -> Adjudication:
    """The answer came; it goes to the requester within five working days (ADJ-11)."""
    with taking(adjudication, steps.ANSWER, actor=actor, now=now, facts=facts):
        adjudication.answered_on = facts.on or local_date(now)
    return adjudication


def object_competence(adjudication: Adjudication, facts: f.Day, *, actor: Actor, now: datetime) -> Adjudication:
    """The respondent objects to competence within the answer period; five working days to decide (ADJ-12)."""
    with taking(adjudication, steps.OBJECT, actor=actor, now=now, facts=facts):
        adjudication.objected_on = facts.on or local_date(now)
    return adjudication


def transfer_out(adjudication: Adjudication, facts: f.Reason, *, actor: Actor, now: datetime) -> Adjudication:
    """The objection is founded: the case goes to the competent office (ADJ-12)."""
    with taking(adjudication, steps.TRANSFER_OUT, actor=actor, now=now, facts=facts):
        adjudication.ended_ground, adjudication.ended_on = "transferred", local_date(now)
    return adjudication


def extend_answer(adjudication: Adjudication, facts: f.Day, *, actor: Actor, now: datetime) -> Adjudication:
    """The panel gives more time to answer, to a later day (ADJ-10)."""
    with taking(adjudication, steps.EXTEND_ANSWER, actor=actor, now=now, facts=facts) as taken:
        taken.extended_to = facts.on
    return adjudication


def set_hearing(adjudication: Adjudication, facts: f.Hearing, *, actor: Actor, now: datetime) -> Adjudication:
    """Fix an oral hearing, told three working days before at least (ADJ-14)."""
    with taking(adjudication, steps.SET_HEARING, actor=actor, now=now, facts=facts):
        adjudication.hearing_on, adjudication.hearing_place = facts.on, facts.place
    return adjudication


def hear(adjudication: Adjudication, facts: f.Heard, *, actor: Actor, now: datetime) -> Adjudication:
    """The hearing was held: record signed; an absent requester lets the case be withdrawn, a respondent none (ADJ-14)."""
    with taking(adjudication, steps.HEAR, actor=actor, now=now, facts=facts):
        adjudication.heard_on = local_date(now)
        adjudication.absent = None if facts.absent == "nobody" else facts.absent
    return adjudication


def go_on(adjudication: Adjudication, facts: f.GoingOn, *, actor: Actor, now: datetime) -> Adjudication:
    """A stay is refused: the case goes on (ADJ-16)."""
    with taking(adjudication, steps.GO_ON, actor=actor, now=now, facts=facts) as taken:
        taken.note(ground=facts.ground, reason=facts.reason)
    return adjudication


def stop_counting(adjudication: Adjudication, facts: f.Uncounted, *, actor: Actor, now: datetime) -> Adjudication:
    """Days that art 37 does not count begin (ADJ-19)."""
    with taking(adjudication, steps.STOP_COUNTING, actor=actor, now=now, facts=facts):
        adjudication.uncounted_for = facts.cause
    return adjudication


def count_again(adjudication: Adjudication, _facts: None, *, actor: Actor, now: datetime) -> Adjudication:
    """The three months are counted again (ADJ-19)."""
    with taking(adjudication, steps.COUNT_AGAIN, actor=actor, now=now):
        adjudication.uncounted_for = None
    return adjudication


def inspect(adjudication: Adjudication, facts: f.Inspection, *, actor: Actor, now: datetime) -> Adjudication:
    """Ask, inspect premises or check products; accounts and goods stay untouched (ADJ-31)."""
    with taking(adjudication, steps.INSPECT, actor=actor, now=now, facts=facts) as taken:
        taken.note(power=facts.power, note=facts.note)
    return adjudication


def vote(adjudication: Adjudication, facts: f.Vote, *, actor: Actor, now: datetime) -> Adjudication:
    """The panel votes; a new vote asks for a new review (ADJ-8, ADJ-20)."""
    with taking(adjudication, steps.VOTE, actor=actor, now=now, facts=facts) as taken:
        adjudication.vote_result, adjudication.voted_on = facts.result, local_date(now)
        adjudication.votes_for, adjudication.votes_against = list(facts.in_favour), list(facts.against)
        adjudication.voted_by, adjudication.reviewed_by, adjudication.reviewed_on = actor.name, None, None
        taken.note(note=facts.note)
    return adjudication


def review(adjudication: Adjudication, _facts: None, *, actor: Actor, now: datetime) -> Adjudication:
    """Legal review by somebody who did not vote (法制审核); without it no decision is issued (ADJ-20)."""
    with taking(adjudication, steps.REVIEW, actor=actor, now=now):
        adjudication.reviewed_by, adjudication.reviewed_on = actor.name, local_date(now)
    return adjudication


def suspend(adjudication: Adjudication, facts: f.Suspension, *, actor: Actor, now: datetime) -> Adjudication:
    """Suspend on a ground of art 28; the time to close stands still (ADJ-15, ADJ-19)."""
    with taking(adjudication, steps.SUSPEND, actor=actor, now=now, facts=facts):
        adjudication.suspended_for = facts.ground
    return adjudication


def extend(adjudication: Adjudication, facts: f.Extension, *, actor: Actor, now: datetime) -> Adjudication:
    """Extend the time to close: one month, then two with the superior's approval (ADJ-19)."""
    with taking(adjudication, steps.EXTEND, actor=actor, now=now, facts=facts) as taken:
        adjudication.extension_steps += 1
        taken.note(months=facts.months, approved_by=facts.approved_by)
    return adjudication


def settle(adjudication: Adjudication, facts: f.Settlement, *, actor: Actor, now: datetime) -> Adjudication:
    """Close by agreement (调解结案): it takes effect when all have signed and sealed; J-08 runs from then (ADJ-21)."""
    with taking(adjudication, steps.SETTLE, actor=actor, now=now, facts=facts) as taken:
        agreement = put_in_force(adjudication, facts, taken, actor=actor, now=now)
        adjudication.ended_ground, adjudication.ended_on = "settled", agreement.effective_on
    return adjudication


def establish(adjudication: Adjudication, facts: f.Decision, *, actor: Actor, now: datetime) -> Adjudication:
    """Decide that the patent is infringed and what must stop (ADJ-20); fifteen days to sue per party (ADJ-26)."""
    return _decide(adjudication, facts, steps.ESTABLISH, "established", actor, now)


def dismiss(adjudication: Adjudication, facts: f.Decision, *, actor: Actor, now: datetime) -> Adjudication:
    """Dismiss the request (ADJ-20)."""
    return _decide(adjudication, facts, steps.DISMISS, "dismissed", actor, now)


def establish_repeat(adjudication: Adjudication, facts: f.Repeat, *, actor: Actor, now: datetime) -> Adjudication:
    """Order a repeated infringement to stop at once, on the strength of an earlier decision (ADJ-23, art 34)."""
    return _decide(adjudication, facts, steps.ESTABLISH_REPEAT, "established", actor, now, repeats=facts.prior)


def serve_decision(adjudication: Adjudication, facts: f.PartySigned, *, actor: Actor, now: datetime) -> Adjudication:
    """A party received the decision: its fifteen days to sue run from then (ADJ-26)."""
    with taking(adjudication, steps.SERVE_DECISION, actor=actor, now=now, facts=facts) as taken:
        if facts.on:
            _periods(taken, facts.on, facts.party)
    return adjudication


def withdraw_case(adjudication: Adjudication, facts: f.Ending, *, actor: Actor, now: datetime) -> Adjudication:
    """Withdraw the case on a ground of art 36, or because mediation failed (art 69)."""
    with taking(adjudication, steps.WITHDRAW_CASE, actor=actor, now=now, facts=facts):
        adjudication.ended_ground, adjudication.ended_on = facts.ground, facts.on or local_date(now)
        adjudication.told_first_on = facts.told_on if facts.ground == "no_competence" else None
    return adjudication


def take_effect(adjudication: Adjudication, _facts: None, *, actor: Actor, now: datetime) -> Adjudication:
    """The decision takes effect; three months to ask the court for enforcement run from the end of the days to sue.

    ADJ-26, ADJ-27; after a suit see `court_verbs.uphold`.
    """
    ends = [clock.due for clock in open_clocks(adjudication, ("ADJ-26.sue",))]
    with taking(adjudication, steps.TAKE_EFFECT, actor=actor, now=now) as taken:
        taken.start_clock("ADJ-26.enforce", max(ends, default=local_date(now)))
    return adjudication


def plain(step: Step) -> Callable[..., Adjudication]:
    """The verb of a step that writes nothing but the move and its clocks."""

    def verb(adjudication: Adjudication, facts: object, *, actor: Actor, now: datetime) -> Adjudication:
        with taking(adjudication, step, actor=actor, now=now, facts=facts):
            pass
        return adjudication

    verb.__doc__ = f"Take the step {step.name}."
    return verb


mediate = plain(steps.MEDIATE)


def end_mediation(adjudication: Adjudication, _facts: None, *, actor: Actor, now: datetime) -> Adjudication:
    """Mediation failed: back to where the case stood, before service or after (ADJ-21)."""
    step = steps.END_MEDIATION if adjudication.served_on else steps.END_MEDIATION_EARLY
    return plain(step)(adjudication, None, actor=actor, now=now)


def resume(adjudication: Adjudication, _facts: None, *, actor: Actor, now: datetime) -> Adjudication:
    """The cause is gone: back to where the case stood, before service or after (ADJ-15)."""
    step = steps.RESUME if adjudication.served_on else steps.RESUME_EARLY
    return plain(step)(adjudication, None, actor=actor, now=now)


def _periods(taken: Taken, on: date, party: str | None) -> None:
    """Fifteen days to sue, and beside them sixty to ask for reconsideration (ADJ-26, ADJ-27)."""
    taken.start_clock("ADJ-26.sue", on, party)
    taken.start_clock("ADJ-27", on, party)


def _decide(
    adjudication: Adjudication, facts: f.Decision, step: Step, result: str, actor: Actor, now: datetime, **notes: Any
) -> Adjudication:
    with taking(adjudication, step, actor=actor, now=now, facts=facts) as taken:
        taken.note(**notes)
        adjudication.decision, adjudication.decision_number = result, facts.number
        adjudication.decision_text = facts.acts_to_stop or facts.reasons
        adjudication.decided_on = facts.decided_on or local_date(now)
        for each in facts.received:
            if each.on:
                _periods(taken, each.on, each.party)
        taken.counts(on=adjudication.decided_on)
    return adjudication
