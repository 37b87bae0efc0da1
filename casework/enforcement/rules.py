"""Guards of leads and penalty cases. Each returns None or its no; the sentences stand in the phrase catalogue."""

from datetime import date

from casework.base.wallclock import local_date
from casework.clock.clocks import default_table
from casework.enforcement.models import POLICE_TRANSFER
from casework.procedure.clocks import compute_here, open_clocks
from casework.procedure.rulebook import table_here
from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no

SOURCES = (
    "report",
    "complaint",
    "inspection",
    "transfer",
    "police",
    "procuratorate",
    "court",
    "clue",
    "mediation",
    "other",
)
SUSPENSIONS = ("other_case", "crime", "ownership", "parallel_suit", "superior", "force_majeure", "other")
TRADEMARK_ONLY = ("ownership", "parallel_suit")
MARKS = ("trademark", "gi_mark")
CRIME = "crime"


@guard("CMP-11", needs_facts=True)
def the_lead_is_concrete(ask: Ask) -> No | None:
    """A lead says which act is suspected."""
    return None if ask.facts.suspected else no(at="suspected")


@guard("PEN-2", needs_facts=True)
def two_officers_are_named(ask: Ask) -> No | None:
    """A penalty case is handled by two officers or more."""
    names = {name for name in ask.facts.officers if name}
    return None if len(names) >= 2 else no(at="officers", count=len(names))


@guard("PEN-2")
def two_officers_handle_it(ask: Ask) -> No | None:
    """A decision needs two officers on the file."""
    count = len(set(ask.proceeding.officers or ()))
    return None if count >= 2 else no(count=count)


@guard("PEN-2", needs_facts=True)
def first_evidence_is_told(ask: Ask) -> No | None:
    """Filing needs preliminary evidence, told in words."""
    return None if ask.facts.evidence else no(at="evidence")


@guard("PEN-2", needs_facts=True)
def own_jurisdiction(ask: Ask) -> No | None:
    """Filing needs jurisdiction of one's own; else the case is transferred."""
    return None if ask.facts.competent else no(at="competent")


@guard("PEN-3")
def found_in_time(ask: Ask) -> No | None:
    """An act found more than two years (five where life is in danger) after it ended is not punished."""
    penalty = ask.proceeding
    if penalty.act_ended_on is None or penalty.opened_at is None:
        return None
    rule = "PEN-3.serious" if penalty.endangers_life else "PEN-3.ordinary"
    if not _in_force(rule, penalty.rule_set_on):
        return None
    last = compute_here(rule, penalty.act_ended_on, rule_set_on=penalty.rule_set_on).due
    return no(ended=penalty.act_ended_on, last=last) if _found_on(ask) > last else None


@guard("PEN-2", needs_facts=True)
def approver_does_not_handle(ask: Ask) -> No | None:
    """Who handles a case does not approve its filing."""
    return no(name=ask.actor.name) if ask.actor.name in ask.facts.officers else None


@guard("PEN-6")
def decider_does_not_handle(ask: Ask) -> No | None:
    """Who handles a case does not decide it."""
    return no(name=ask.actor.name) if ask.actor.name in (ask.proceeding.officers or ()) else None


@guard("PEN-7")
def reviewer_does_not_handle(ask: Ask) -> No | None:
    """Legal review is made by somebody who does not handle the case."""
    return no(name=ask.actor.name) if ask.actor.name in (ask.proceeding.officers or ()) else None


@guard("PEN-1")
def extended_once(ask: Ask) -> No | None:
    """The time to verify is extended once."""
    clocks = open_clocks(ask.proceeding, ("PEN-1",))
    return no() if any(clock.extensions for clock in clocks) else None


@guard("PEN-1")
def time_to_verify_still_runs(ask: Ask) -> No | None:
    """An extension comes before the time ends."""
    return _before_end(ask, "PEN-1")


@guard("PEN-6")
def decision_time_extended_once(ask: Ask) -> No | None:
    """The time to decide is extended once by the head."""
    return no() if any(clock.extensions for clock in open_clocks(ask.proceeding, ("PEN-6",))) else None


@guard("PEN-6")
def time_to_decide_still_runs(ask: Ask) -> No | None:
    """An extension comes before the time ends."""
    return _before_end(ask, "PEN-6")


@guard("PEN-1", needs_facts=True)
def a_reason_is_told(ask: Ask) -> No | None:
    """Nothing is refused, extended, suspended or closed without a reason."""
    return None if ask.facts.reason else no(at="reason")


@guard("PEN-5", needs_facts=True)
def measure_is_described(ask: Ask) -> No | None:
    """A measure lists the goods and the place where they are."""
    return None if ask.facts.listed and ask.facts.place else no(at="goods" if not ask.facts.listed else "place")


@guard("ADM-7", needs_facts=True)
def the_help_asked_is_told(ask: Ask) -> No | None:
    """A request for help says of whom, what and why."""
    lacking = next((name for name in ("receiver", "what", "why") if not getattr(ask.facts, name)), None)
    return no(at=lacking) if lacking else None


@guard("ADM-7", needs_facts=True)
def help_was_asked(ask: Ask) -> No | None:
    """An answer belongs to a request that is still open."""
    open_ones = [clock.label for clock in open_clocks(ask.proceeding, ("ADM-7",))]
    return None if ask.facts.receiver in open_ones else no(at="receiver")


@guard("PEN-5", needs_facts=True)
def measure_is_in_force(ask: Ask) -> No | None:
    """Only a measure in force is extended or lifted."""
    open_ones = [each.position for each in ask.proceeding.measures if each.ended_on is None]
    return None if ask.facts.position in open_ones else no(at="position", position=ask.facts.position)


@guard("PEN-5", needs_facts=True)
def seizure_can_be_extended(ask: Ask) -> No | None:
    """A seizure is extended once and before it ends; a preservation is not extended at all."""
    label = f"#{ask.facts.position}"
    found = open_clocks(ask.proceeding, ("PEN-5",), label)
    if not found:
        return no("kind", at="position")
    if found[0].extensions:
        return no("twice", at="position")
    return no("late", at="position", due=found[0].due) if ask.today > found[0].due else None


@guard("PEN-1")
def goods_are_not_out(ask: Ask) -> No | None:
    """One identification at a time."""
    asked = ask.proceeding.identification_asked_on
    return no(asked=asked) if asked else None


@guard("PEN-1")
def goods_are_out(ask: Ask) -> No | None:
    """An answer of the right holder needs a question."""
    return None if ask.proceeding.identification_asked_on else no()


@guard("PEN-17", needs_facts=True)
def suspension_ground_fits(ask: Ask) -> No | None:
    """A case is suspended on an enumerated ground; disputes over the mark only in trademark cases."""
    ground = ask.facts.ground
    if ground not in SUSPENSIONS or ground == CRIME:
        return no("unknown", at="ground")
    if ground in TRADEMARK_ONLY and not any(right.kind in MARKS for right in ask.case.rights):
        return no("not_a_mark", at="ground")
    return None


@guard("POL-12")
def the_crime_is_settled(ask: Ask) -> No | None:
    """A case suspended for a crime goes on only when no transfer to the police is open."""
    return no() if _police_transfer_open(ask) else None


@guard("POL-1")
def no_police_transfer_is_open(ask: Ask) -> No | None:
    """No fine, no closing while a transfer to the police is open: no penalty instead of the transfer."""
    return no() if _police_transfer_open(ask) else None


@guard("POL-12")
def suspended_for_crime(ask: Ask) -> No | None:
    """Only a case suspended for a crime is revived by the end of the transfer."""
    return None if ask.proceeding.suspended_ground == CRIME else no()


@guard("PEN-17")
def suspended_for_another_ground(ask: Ask) -> No | None:
    """A case suspended for a crime is resumed by the end of the transfer, not by hand."""
    return no() if ask.proceeding.suspended_ground == CRIME and _police_transfer_open(ask) else None


@guard("PEN-2")
def it_was_filed(ask: Ask) -> No | None:
    """The investigation goes on where a case was filed."""
    return None if ask.proceeding.filed_on else no()


@guard("PEN-1")
def it_was_not_filed(ask: Ask) -> No | None:
    """The verification goes on where no case was filed."""
    return no() if ask.proceeding.filed_on else None


@guard("PEN-6", needs_facts=True)
def findings_are_told(ask: Ask) -> No | None:
    """The investigation ends with findings in words."""
    return None if ask.facts.findings else no(at="findings")


@guard("PEN-8", needs_facts=True)
def intention_is_told(ask: Ask) -> No | None:
    """The notice names the penalty intended, its facts and grounds."""
    return None if ask.facts.proposed else no(at="proposed")


@guard("PEN-8", needs_facts=True)
def notice_was_served(ask: Ask) -> No | None:
    """The days run from the day on which the notice reached the party; that day is not ahead."""
    served = ask.facts.served_on
    if served is None:
        return no("missing", at="served_on")
    return no("ahead", at="served_on") if served > ask.today else None


@guard("PEN-8")
def the_party_was_heard(ask: Ask) -> No | None:
    """A decision waits for the notice and for the days to ask for a hearing, unless the party waived them."""
    penalty = ask.proceeding
    if penalty.notified_on is None:
        return no("unnotified")
    if penalty.hearing_waived or penalty.hearing_held:
        return None
    if penalty.hearing_on:
        return no("hearing", on=penalty.hearing_on)
    due = hearing_request_due(penalty.notified_on, penalty.rule_set_on)
    return no("early", due=due) if due and ask.today <= due else None


@guard("PEN-8")
def asked_in_time(ask: Ask) -> No | None:
    """A hearing is asked for within five working days of the notice."""
    notified = ask.proceeding.notified_on
    due = notified and hearing_request_due(notified, ask.proceeding.rule_set_on)
    return no(due=due) if due and ask.today > due else None


@guard("PEN-8", needs_facts=True)
def hearing_is_told_ahead(ask: Ask) -> No | None:
    """The party learns of the hearing seven working days before it."""
    day = ask.facts.hearing_on
    if day is None:
        return no("missing", at="hearing_on")
    if not _in_force("PEN-8.hearing_notice", ask.proceeding.rule_set_on):
        return None
    last = compute_here("PEN-8.hearing_notice", day, rule_set_on=ask.proceeding.rule_set_on).due
    return no("late", at="hearing_on", last=last) if ask.today > last else None


@guard("PEN-7")
def it_was_reviewed(ask: Ask) -> No | None:
    """A decision rests on legal review."""
    return None if ask.proceeding.reviewed_by else no()


@guard("PEN-6", needs_facts=True)
def the_penalty_is_told(ask: Ask) -> No | None:
    """A decision says what it orders; a fine is an amount above nothing."""
    if not ask.facts.decision:
        return no("text", at="decision")
    fine = ask.facts.fine_fen
    return no("fine", at="fine_fen") if fine is not None and fine <= 0 else None


@guard("PEN-10")
def more_than_a_warning(ask: Ask) -> No | None:
    """A mere warning is not published."""
    return no() if ask.proceeding.warning_only else None


@guard("PEN-10")
def nothing_to_publish(ask: Ask) -> No | None:
    """A published penalty closes by publication; without it only a warning closes."""
    penalty = ask.proceeding
    return no() if penalty.decided_on and not penalty.warning_only else None


def hearing_request_due(notified: date, rule_set_on: date) -> date | None:
    """Last day to ask for a hearing, None where the law of the case knows no such limit."""
    rule = "PEN-8.hearing_request"
    return compute_here(rule, notified, rule_set_on=rule_set_on).due if _in_force(rule, rule_set_on) else None


def _before_end(ask: Ask, rule: str) -> No | None:
    late = [
        clock for clock in open_clocks(ask.proceeding, (rule,)) if clock.state == "running" and ask.now >= clock.due_at
    ]
    return no(due=late[0].due) if late else None


def _police_transfer_open(ask: Ask) -> bool:
    return bool(open_on(ask.case, POLICE_TRANSFER))


def _found_on(ask: Ask) -> date:
    opened = [clock.started_at for clock in ask.proceeding.clocks if clock.rule == "PEN-1"]
    from_clock = min(opened) if opened else ask.proceeding.opened_at
    return local_date(from_clock)


def _in_force(rule: str, on: date) -> bool:
    return any(row.in_force(on) for row in default_table().versions(rule))


@guard("CMP-12")
def the_reporter_gave_a_name(ask: Ask) -> No | None:
    """Only who reported under a real name is told; an anonymous reporter cannot be."""
    return None if ask.proceeding.real_name_report else no()


@guard("CMP-12", needs_facts=True)
def the_result_is_told_with_its_basis(ask: Ask) -> No | None:
    """The reporter is told the result; where the rules of the day set no period, also the law that asks to tell."""
    if not ask.facts.result:
        return no("result", at="result")
    return None if ask.facts.basis or _reporter_is_owed(ask) else no("basis", at="basis")


def _reporter_is_owed(ask: Ask) -> bool:
    versions = table_here().versions("CMP-12")
    return any(row.in_force(ask.proceeding.rule_set_on) for row in versions)
