"""Guards of the adjudication; their sentences stand in the phrase catalogue."""

from sqlalchemy import select

from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.identity.roles import Level, OfficeKind
from casework.procedure.clocks import compute_here, open_clocks
from casework.procedure.models import Proceeding
from casework.procedure.siblings import begun_on, open_on
from casework.procedure.step import Ask, No, guard, no

END_GROUNDS = (
    "not_acceptable",
    "requester_withdraws",
    "requester_gone",
    "respondent_gone",
    "unclear_claims",
    "mediation_failed",
    "requester_absent",
    "no_competence",
    "time_barred",
    "other",
)
MAXIMUM_MONTHS = {0: 1, 1: 2}
REFERRED = "patent_mediation"


@guard("ADJ-2")
def the_office_adjudicates(ask: Ask) -> No | None:
    """Only the office at city level or above decides on patents."""
    able = ask.actor.office_kind == OfficeKind.IP_OFFICE and ask.actor.level != Level.COUNTY
    return None if able else no(office=ask.actor.office_name)


@guard("ADJ-4")
def a_respondent_is_named(ask: Ask) -> No | None:
    """There is a definite respondent and a requester."""
    return None if ask.case.of_role("applicant") and ask.case.of_role("respondent") else no()


@guard("ADJ-4")
def no_other_way_was_chosen(ask: Ask) -> No | None:
    """No party has sued, and no other way of resolving the dispute was agreed on."""
    other = ask.proceeding.pending_elsewhere
    return no(other=other) if other else None


@guard("ADJ-28")
def it_is_the_only_one(ask: Ask) -> No | None:
    """The same dispute is not adjudicated twice at once."""
    others = [each for each in open_on(ask.case, "adjudication") if each.id != ask.proceeding.id]
    return no(number=others[0].id) if others else None


@guard("ADJ-7", needs_facts=True)
def what_is_missing_is_listed(ask: Ask) -> No | None:
    """The notice of correction lists everything."""
    return None if ask.facts.missing else no(at="missing")


@guard("ADJ-7")
def the_notice_is_the_first(ask: Ask) -> No | None:
    """There is one notice of correction, a complete one."""
    return no() if ask.proceeding.asked_once else None


@guard("ADJ-8", needs_facts=True)
def the_panel_is_odd(ask: Ask) -> No | None:
    """A panel has three members or more, in odd number."""
    count = len(set(ask.facts.panel))
    return None if count >= 3 and count % 2 else no(at="panel", count=count)


@guard("ADJ-8", needs_facts=True)
def the_reason_of_the_office_is_told(ask: Ask) -> No | None:
    """A refusal tells its reason."""
    return None if ask.facts.reason else no(at="reason")


@guard("ADJ-10", needs_facts=True)
def service_is_proven(ask: Ask) -> No | None:
    """The answer period starts with service, proven by its date."""
    return None if ask.facts.on and ask.facts.on <= ask.today else no(at="on")


@guard("ADJ-12")
def the_answer_period_runs(ask: Ask) -> No | None:
    """An objection to competence comes within the answer period."""
    running = open_clocks(ask.proceeding, ("ADJ-10.answer", "ADJ-10.answer_abroad"))
    late = not running or all(ask.today > clock.due for clock in running)
    return no() if late else None


@guard("ADJ-14", needs_facts=True)
def the_hearing_is_told_in_time(ask: Ask) -> No | None:
    """Time and place are told at least three working days before."""
    if ask.facts.on is None:
        return no(at="on", latest="—")
    latest = compute_here("ADJ-14", ask.facts.on, rule_set_on=ask.proceeding.rule_set_on).due
    return None if ask.today <= latest else no(at="on", latest=latest)


@guard("ADJ-15", needs_facts=True)
def the_ground_of_suspension_is_named(ask: Ask) -> No | None:
    """Art 28 lists seven grounds."""
    return None if ask.facts.ground in range(1, 8) else no(at="ground")


@guard("ADJ-8")
def the_filing_can_be_extended(ask: Ask) -> No | None:
    """Five working days more, once, before the time to file is over."""
    clock = next(iter(open_clocks(ask.proceeding, ("ADJ-8",))), None)
    if clock is None:
        return no("over")
    if clock.extensions:
        return no("used_up")
    return no("late", due=clock.due) if ask.today > clock.due else None


@guard("ADJ-19", needs_facts=True)
def the_extension_is_in_order(ask: Ask) -> list[No]:
    """One month first; then, approved above, two more; never after the end."""
    found, steps, months = [], ask.proceeding.extension_steps, ask.facts.months or 0
    most = MAXIMUM_MONTHS.get(steps)
    if most is None:
        return [no("used_up")]
    if months > most or months < 1:
        found.append(no("too_long" if months else "none", at="months", most=most))
    if steps == 1 and not ask.facts.approved_by:
        found.append(no("unapproved", at="approved_by"))
    if any(ask.today > clock.due for clock in open_clocks(ask.proceeding, ("ADJ-19",))):
        found.append(no("late"))
    return found


@guard("ADJ-21", needs_facts=True)
def every_side_has_signed(ask: Ask) -> list[No]:
    """Every party, the official and the office's seal stand under the agreement."""
    signed = {each.party for each in ask.facts.signatures if each.on}
    lacking = [party for party in ask.case.parties if party.ref not in signed and party.role != "third_party"]
    found = [no("party", at="signatures", party=party.name) for party in lacking]
    if not ask.facts.official_on:
        found.append(no("official", at="official_on"))
    if not ask.facts.seal_on:
        found.append(no("seal", at="seal_on"))
    return found


@guard("ADJ-20", needs_facts=True)
def the_decision_tells_how_to_sue(ask: Ask) -> No | None:
    """A decision states the way and the time limit to sue."""
    return None if ask.facts.way_to_sue else no(at="way_to_sue")


@guard("ADJ-20", needs_facts=True)
def the_acts_to_stop_are_told(ask: Ask) -> No | None:
    """Where infringement is found, the acts to stop are told by type, object and scope."""
    return None if ask.facts.acts_to_stop else no(at="acts_to_stop")


@guard("ADJ-21", needs_facts=True)
def no_damages_are_awarded(ask: Ask) -> No | None:
    """Damages are mediated, never decided (Patent Law 65)."""
    return no(at="awards_damages") if ask.facts.awards_damages else None


@guard("ADJ-18", needs_facts=True)
def the_ground_of_withdrawal_is_listed(ask: Ask) -> No | None:
    """Art 36 and art 69 list the grounds."""
    return None if ask.facts.ground in END_GROUNDS else no(at="ground")


@guard("ADJ-14")
def the_hearing_was_set(ask: Ask) -> No | None:
    """A hearing is recorded that was told to both sides, on its day or later."""
    on = ask.proceeding.hearing_on
    if on is None:
        return no("untold")
    return no("ahead", on=on) if on > ask.today else None


@guard("ADJ-23", needs_facts=True)
def an_earlier_decision_covers_it(ask: Ask) -> No | None:
    """The same patent, the same respondent and the same kind of act, found by a decision that took effect (art 34)."""
    prior = _decision(ask.facts.prior)
    if prior is None:
        return no("unknown", at="prior", prior=ask.facts.prior or "—")
    if prior.state not in EFFECTIVE:
        return no("not_effective", at="prior", prior=ask.facts.prior)
    if not _patents(prior) & _patents(ask.proceeding):
        return no("other_patent", at="prior", prior=ask.facts.prior)
    if not _respondents(prior) & _respondents(ask.proceeding):
        return no("other_party", at="prior", prior=ask.facts.prior)
    return None if ask.facts.same_act else no("other_act", at="same_act")


EFFECTIVE = ("effective", "enforcement", "performed")


def _decision(number: str | None) -> Adjudication | None:
    asked = select(Adjudication).where(Adjudication.decision_number == number, Adjudication.decision == "established")
    with db.session.no_autoflush:
        return db.session.scalars(asked.limit(1)).first() if number else None


def _patents(adjudication: Proceeding) -> set[str]:
    return {right.canonical for right in adjudication.case.rights if right.canonical}


def _respondents(adjudication: Proceeding) -> set[str]:
    return {party.name_key for party in adjudication.case.of_role("respondent")}


@guard("ADJ-26", needs_facts=True)
def the_receipt_is_dated(ask: Ask) -> No | None:
    """A party received the decision on a day that has come, not before it was made."""
    if not ask.facts.party:
        return no("party", at="party")
    day, made = ask.facts.on, ask.proceeding.decided_on
    return None if day and made <= day <= ask.today else no("day", at="on")


@guard("ADJ-26", needs_facts=True)
def it_was_not_served_before(ask: Ask) -> No | None:
    """A party receives a decision once; its fifteen days run from then."""
    served = {clock.label for clock in open_clocks(ask.proceeding, ("ADJ-26.sue",))}
    return no(at="party", party=ask.facts.party) if ask.facts.party in served else None


@guard("ADJ-26")
def the_suit_is_in_time(ask: Ask) -> No | None:
    """A party sues within fifteen days of its own receipt."""
    running = open_clocks(ask.proceeding, ("ADJ-26.sue",))
    return None if any(ask.today <= clock.due for clock in running) else no()


@guard("ADJ-26")
def the_demand_ran_out(ask: Ask) -> No | None:
    """The court is asked ten working days after the demand was served."""
    clock = next(iter(open_clocks(ask.proceeding, ("ADJ-26.demand",))), None)
    if clock is None:
        return no("untold")
    return no("early", due=clock.due) if ask.today <= clock.due else None


@guard("ADJ-26")
def the_period_to_sue_is_over(ask: Ask) -> No | None:
    """A decision takes effect when it reached both sides and none sued in time.

    The clocks of a decision that was sued against are stopped: one made anew is served anew.
    """
    clocks = open_clocks(ask.proceeding, ("ADJ-26.sue",))
    sides = [party for party in ask.case.parties if party.role != "third_party"]
    unserved = [party.name for party in sides if party.ref not in {clock.label for clock in clocks}]
    if unserved:
        return no("unserved", missing="、".join(unserved))
    running = [clock for clock in clocks if ask.today <= clock.due]
    return no(due=max(clock.due for clock in running)) if running else None


@guard("ADJ-21", needs_facts=True)
def both_sides_want_to_settle(ask: Ask) -> No | None:
    """Mediation inside the case rests on the will of both sides."""
    return None if ask.facts.all_agree else no(at="all_agree")


@guard("ADJ-10")
def the_copy_was_served(ask: Ask) -> No | None:
    """The case stood after service before it stood still."""
    return None if ask.proceeding.served_on else no()


@guard("ADJ-10")
def the_copy_was_not_served(ask: Ask) -> No | None:
    """The case stood before service when it stood still."""
    return no(on=ask.proceeding.served_on) if ask.proceeding.served_on else None


@guard("MED-6")
def no_referred_mediation_runs(ask: Ask) -> No | None:
    """What was referred to a patent mediation ends there first, by agreement or by withdrawing that case."""
    return no() if any(each.parent_id == ask.proceeding.id for each in open_on(ask.case, REFERRED)) else None


@guard("MED-6")
def the_referred_mediation_agreed(ask: Ask) -> No | None:
    """The patent mediation that it was referred to was closed by an agreement."""
    mine = [each for each in begun_on(ask.case) if each.procedure == REFERRED and each.parent_id == ask.proceeding.id]
    return None if any(each.state == "settled" for each in mine) else no()


@guard("ADJ-26")
def there_is_something_to_stop(ask: Ask) -> No | None:
    """Performance is demanded only of a decision that ordered something to stop."""
    return None if ask.proceeding.decision == "established" else no()


@guard("ADJ-17")
def the_request_was_dismissed(ask: Ask) -> No | None:
    """Only a dismissal is over with its effect; an order to stop is performed or enforced."""
    return None if ask.proceeding.decision == "dismissed" else no()
