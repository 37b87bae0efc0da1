"""Guards of hearing, standstill, vote, review and evidence: ADJ-8, ADJ-10, ADJ-14 to ADJ-16, ADJ-19, ADJ-20, ADJ-31."""

from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no

ANSWER = ("ADJ-10.answer", "ADJ-10.answer_abroad")
MONTHS = ("ADJ-19",)
ABSENT = ("nobody", "requester", "respondent")
RESULTS = ("established", "dismissed")
GO_ON = ("invention", "clean_report", "refiled", "validity_settled", "other")
UNCOUNTED = ("public_notice", "appraisal", "evidence", "settlement_talks")
POWERS = ("ask", "inspect_premises", "check_products")
FORBIDDEN = ("copy_accounts", "seal_or_seize")
OF_MODELS = ("patent_utility", "patent_design")


@guard("ADJ-14", needs_facts=True)
def the_place_of_hearing_is_told(ask: Ask) -> No | None:
    """Time and place are told."""
    return None if ask.facts.place else no(at="place")


@guard("ADJ-14", needs_facts=True)
def the_hearing_record_is_signed(ask: Ask) -> No | None:
    """The record is signed and tells who stayed away without reason."""
    if ask.facts.absent not in ABSENT:
        return no("absent", at="absent")
    return None if ask.facts.signed else no("unsigned", at="signed")


@guard("ADJ-14", needs_facts=True)
def the_requester_missed_the_hearing(ask: Ask) -> No | None:
    """The ground of an absent requester rests on a hearing that the requester missed or left."""
    wrong = ask.facts.ground == "requester_absent" and ask.proceeding.absent != "requester"
    return no(at="ground") if wrong else None


@guard("ADJ-14")
def the_hearing_is_over(ask: Ask) -> No | None:
    """Where a hearing was told, it is held before the panel decides."""
    p = ask.proceeding
    return no(on=p.hearing_on) if p.hearing_on and (p.heard_on is None or p.heard_on < p.hearing_on) else None


@guard("ADJ-10")
def the_respondent_had_time_to_answer(ask: Ask) -> No | None:
    """The panel decides after the answer or after its period; silence stops nothing."""
    running = [clock for clock in open_clocks(ask.proceeding, ANSWER) if ask.today <= clock.due]
    return no(due=running[0].due) if running else None


@guard("ADJ-10", needs_facts=True)
def the_answer_period_is_open(ask: Ask) -> No | None:
    """The panel gives more time while the period runs, to a later day."""
    clock = next(iter(open_clocks(ask.proceeding, ANSWER)), None)
    if clock is None or ask.today > clock.due:
        return no("over")
    later = ask.facts.on and ask.facts.on > clock.due
    return None if later else no("not_later", at="on", due=clock.due)


@guard("ADJ-15", needs_facts=True)
def validity_suspends_models_and_designs(ask: Ask) -> No | None:
    """An attack on validity must suspend only for utility models and designs; for inventions it may go on (ADJ-16)."""
    wrong = ask.facts.ground == 1 and not any(right.kind in OF_MODELS for right in ask.case.rights)
    return no(at="ground") if wrong else None


@guard("ADJ-16", needs_facts=True)
def the_ground_to_go_on_is_listed(ask: Ask) -> No | None:
    """A stay is refused on a ground of art 29; "invention" only where an invention patent is in dispute."""
    ground = ask.facts.ground
    if ground not in GO_ON:
        return no(at="ground")
    fits = ground != "invention" or any(right.kind == "patent_invention" for right in ask.case.rights)
    return None if fits else no("no_invention", at="ground")


@guard("ADJ-19", needs_facts=True)
def the_cause_is_not_counted(ask: Ask) -> No | None:
    """Public notice, appraisal, time for evidence asked by a party and settlement talks are not counted."""
    return None if ask.facts.cause in UNCOUNTED else no(at="cause")


@guard("ADJ-19")
def the_months_run(ask: Ask) -> No | None:
    """Only time that runs can stand still."""
    return None if any(clock.state == "running" for clock in open_clocks(ask.proceeding, MONTHS)) else no()


@guard("ADJ-19")
def the_months_stand_still(ask: Ask) -> No | None:
    """What is to be counted again stood still for a cause."""
    return None if ask.proceeding.uncounted_for else no()


@guard("ADJ-31", needs_facts=True)
def the_power_is_given(ask: Ask) -> No | None:
    """The office asks, inspects premises and checks products; it copies no accounts, seals and seizes nothing."""
    power = ask.facts.power
    if power in FORBIDDEN:
        return no("forbidden", at="power")
    return None if power in POWERS else no("unknown", at="power")


@guard("ADJ-8", needs_facts=True)
def every_member_voted_once(ask: Ask) -> No | None:
    """Each member of the panel votes once, nobody else does."""
    votes = [*ask.facts.in_favour, *ask.facts.against]
    once = len(votes) == len(set(votes)) and set(votes) == set(ask.proceeding.panel)
    return None if once else no(at="in_favour", panel="、".join(ask.proceeding.panel))


@guard("ADJ-20", needs_facts=True)
def a_majority_decides(ask: Ask) -> No | None:
    """The result is what more than half of the panel voted for."""
    if ask.facts.result not in RESULTS:
        return no("result", at="result")
    return None if len(ask.facts.in_favour) > len(ask.facts.against) else no("minority", at="in_favour")


@guard("ADJ-20")
def a_vote_is_on_record(ask: Ask) -> No | None:
    """The legal review is of what the panel voted for."""
    return None if ask.proceeding.vote_result else no()


@guard("ADJ-20")
def the_reviewer_did_not_vote(ask: Ask) -> No | None:
    """Who decided or wrote down the vote does not review it."""
    p, name = ask.proceeding, ask.actor.name
    if name in p.panel:
        return no("panel", name=name)
    return no("recorder", name=name) if name == p.voted_by else None


@guard("ADJ-20")
def the_panel_voted_so(ask: Ask) -> No | None:
    """The decision says what the majority voted for."""
    wanted = {"establish": "established", "dismiss": "dismissed"}[ask.step.name]
    voted = ask.proceeding.vote_result
    if voted is None:
        return no("unvoted")
    return None if voted == wanted else no("otherwise")


@guard("ADJ-20")
def the_decision_was_reviewed(ask: Ask) -> No | None:
    """A decision is issued after the legal review."""
    return None if ask.proceeding.reviewed_on else no()
