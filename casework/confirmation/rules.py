"""Guards of confirmation: J-01, J-02, J-10 to J-17, J-21, T-05, T-06, C-12."""

from datetime import date
from typing import cast

from casework.clock.counting import in_time
from casework.confirmation import facts as f
from casework.confirmation.court import proposed_court
from casework.confirmation.models import Confirmation
from casework.confirmation.window import TRIED_AGAIN, confirmations_of, extension_due, window_due
from casework.mediation.agreements import IN_FORCE, Agreement
from casework.mediation.wording import check_term
from casework.procedure.clocks import compute_here
from casework.procedure.step import Ask, No, guard, no

MOST_AGENTS = 2


def of(ask: Ask) -> Confirmation:
    """The proceeding as what it is."""
    return cast("Confirmation", ask.proceeding)


def agreement_of(ask: Ask) -> Agreement:
    """The agreement to be confirmed."""
    return of(ask).agreement


def last_day(rule: str, start: date) -> date:
    """The last day of a day clock that starts on `start`."""
    due = compute_here(rule, start).due
    return date(due.year, due.month, due.day)


@guard("J-02")
def the_agreement_binds(ask: Ask) -> No | None:
    """Only an agreement in force is confirmed: not a draft, not one replaced by a later one."""
    return None if agreement_of(ask).status == IN_FORCE else no()


@guard("C-12")
def the_court_had_not_taken_it(ask: Ask) -> No | None:
    """What a court entrusted after filing ends with the court's own mediation paper, not with confirmation."""
    return no() if proposed_court(agreement_of(ask)).route == "none" else None


@guard("J-02")
def nobody_else_applies_for_it(ask: Ask) -> No | None:
    """One application at a time; after a dismissal or a ruling the same agreement is not filed again."""
    others = [each for each in confirmations_of(agreement_of(ask)) if each.id != ask.proceeding.id]
    standing = [each for each in others if each.state not in TRIED_AGAIN]
    return no(number=agreement_of(ask).number or "") if standing else None


@guard("J-02", needs_facts=True)
def the_window_is_open(ask: Ask) -> No | None:
    """Today is not after the last day; a missed window needs an obstacle that ended at most ten days ago (T-06)."""
    due, ended = window_due(agreement_of(ask)), ask.facts.obstacle_ended_on
    if due is None or ask.today <= due:
        return None
    if ended is None or not ask.facts.obstacle:
        return no(at="obstacle_ended_on", due=due)
    return _too_late_to_excuse(ended, ask.today)


def _too_late_to_excuse(ended: date, day: date) -> No | None:
    last = extension_due(ended)
    return no("excuse", at="obstacle_ended_on", last=last) if day > last or ended > day else None


@guard("J-01", needs_facts=True)
def all_parties_apply_together(ask: Ask) -> No | None:
    """Both means all: every party whom the agreement binds applies, and nobody else (TV-47)."""
    bound = agreement_of(ask).parties
    refs = {party.ref for party in bound}
    told = set(ask.facts.consents)
    if told - refs:
        return no("unknown", at="consents", who="、".join(sorted(told - refs)))
    missing = "、".join(party.name for party in bound if party.ref not in told)
    return no(at="consents", missing=missing) if missing or len(told) < 2 else None


@guard("J-01", needs_facts=True)
def agents_are_allowed(ask: Ask) -> list[No]:
    """At most two agents each: lawyer or legal worker, near relative or employee, or recommended."""
    refs = [each.party for each in ask.facts.agents]
    crowded = sorted({ref for ref in refs if ref and refs.count(ref) > MOST_AGENTS})
    found = [no("many", at="agents", party=ref) for ref in crowded]
    return found + [
        no(at=f"agents-{place}-kind", no=place + 1)
        for place, each in enumerate(ask.facts.agents)
        if each.kind not in f.AGENT_KINDS or not each.name or each.party not in ask.facts.consents
    ]


@guard("J-06", needs_facts=True)
def a_court_is_chosen(ask: Ask) -> No | None:
    """There is a court; another one than the proposed has a reason, which the journal keeps (J-05)."""
    found, chosen = proposed_court(agreement_of(ask)), ask.facts.court
    if found.court is None:
        return None if chosen or found.route == "none" else no(at="court")
    if chosen in (None, found.court) or ask.facts.court_reason:
        return None
    return no("reason", at="court_reason", proposed=found.court, chosen=chosen)


@guard("J-11", needs_facts=True)
def content_can_be_confirmed(ask: Ask) -> list[No]:
    """No clause that a court refuses, or a reason to go on after the parties were told."""
    if ask.facts.despite:
        return []
    texts = [(str(term.no), term.text) for term in agreement_of(ask).terms]
    return [
        no(at="despite", no=number, text=each.text, ground=each.ground)
        for number, text in texts
        for each in check_term(text or "")
        if each.severity == "error"
    ]


@guard("J-10", needs_facts=True)
def materials_are_complete(ask: Ask) -> list[No]:
    """Everything that the court asks for is there; an authorisation too where an agent acts."""
    agents = any(each.agents for each in of(ask).applicants)
    wanted = (*f.MATERIALS, f.AUTHORISATION) if agents else f.MATERIALS
    return [no(each, at="materials") for each in wanted if each not in ask.facts.materials]


@guard("T-05", needs_facts=True)
def filing_is_dated(ask: Ask) -> No | None:
    """Known channel, a day that has come and not before the effect; by post the postmark is told, else there is none."""
    told: f.Filing = ask.facts
    if told.channel not in f.CHANNELS:
        return no("channel", at="channel")
    if (told.channel == f.POST) != (told.posted_on is not None):
        return no("postmark", at="posted_on")
    if told.day is None:
        return no(at="filed_on")
    effect = agreement_of(ask).effective_on
    arrived = told.filed_on or told.day
    wrong = arrived > ask.today or arrived < told.day or (effect is not None and told.day < effect)
    return no("order", at="filed_on", effect=effect or "") if wrong else None


@guard("J-02", needs_facts=True)
def filed_in_time(ask: Ask) -> No | None:
    """Filed by the last day, the postmark deciding (TV-17), or within ten days after the obstacle ended (T-06)."""
    due, told = window_due(agreement_of(ask)), ask.facts
    if due is None or told.day is None or in_time(due, told.filed_on or told.day, told.posted_on):
        return None
    ended = of(ask).obstacle_ended_on
    if ended is None:
        return no(at="posted_on" if told.posted_on else "filed_on", due=due)
    return _too_late_to_excuse(ended, told.day)


@guard("J-10", needs_facts=True)
def the_court_says_what_and_when(ask: Ask) -> No | None:
    """The court's demand lists the papers and gives a day that lies ahead of it."""
    if not ask.facts.asked:
        return no(at="asked")
    return None if ask.facts.due and ask.facts.due >= ask.today else no("due", at="due")


@guard("J-15")
def the_court_has_asked(ask: Ask) -> No | None:
    """There is a demand of the court to answer."""
    return None if of(ask).asked else no()


@guard("J-15")
def the_courts_date_has_passed(ask: Ask) -> No | None:
    """Nobody is treated as having withdrawn before the court's day is over."""
    due = of(ask).asked_due
    return no(due=due) if due is not None and ask.today <= due else None


def _not_yet(ask: Ask, field: str, day: date | None, before: date | None) -> No | None:
    """A day of the court is told, has come, and does not lie before the step it follows; the same day is fine (J-27)."""
    if day is None or day > ask.today:
        return no(at=field)
    return no("order", at=field, before=before) if before is not None and day < before else None


@guard("J-13", needs_facts=True)
def docketed_after_filing(ask: Ask) -> No | None:
    """The court dockets what has been filed."""
    return _not_yet(ask, "docketed_on", ask.facts.docketed_on, of(ask).filed_on or of(ask).filed)


@guard("J-13", needs_facts=True)
def review_ends_later(ask: Ask) -> No | None:
    """The president's last day lies after the thirty days."""
    docketed = of(ask).docketed_on
    own_end = last_day("J-13.outer", docketed) if docketed else ask.today
    return None if ask.facts.until and ask.facts.until > own_end else no(at="until", due=own_end)


@guard("J-19", needs_facts=True)
def ruled_after_docketing(ask: Ask) -> No | None:
    """A ruling does not lie before the filing or docketing that it answers."""
    p = of(ask)
    return _not_yet(ask, "ruled_on", ask.facts.ruled_on, p.docketed_on or p.filed)


@guard("J-21", needs_facts=True)
def receipts_follow_the_ruling(ask: Ask) -> list[No]:
    """An applicant receives the ruling on or after its day, once."""
    receipts = getattr(ask.facts, "receipts", (ask.facts,))
    ruled = getattr(ask.facts, "ruled_on", None) or of(ask).ruled_on
    return [
        no(at=f"receipts-{place}-received_on", no=place + 1)
        for place, each in enumerate(receipts)
        if not _receivable(ask, each, ruled)
    ]


def _receivable(ask: Ask, receipt: f.Receipt, ruled: date | None) -> bool:
    who, day = of(ask).applicant(receipt.party), receipt.received_on
    return bool(who and who.received_on is None and day and day <= ask.today and (ruled is None or day >= ruled))


@guard("J-11", needs_facts=True)
def refusal_has_a_legal_ground(ask: Ask) -> No | None:
    """The court does not take the application on one of the five grounds."""
    return None if ask.facts.ground in f.REFUSAL_GROUNDS else no(at="ground")


@guard("J-17", needs_facts=True)
def dismissal_has_a_legal_ground(ask: Ask) -> No | None:
    """The court dismisses on a ground of J-17, on one of J-11 found later, or because a civil dispute came up (J-23)."""
    return None if ask.facts.ground in f.DISMISSAL_GROUNDS else no(at="ground")


@guard("J-16", needs_facts=True)
def an_applicant_withdraws(ask: Ask) -> No | None:
    """Who withdraws has applied; either party is enough."""
    told = ask.facts.parties
    if not told or any(of(ask).applicant(ref) is None for ref in told):
        return no(at="parties")
    return _not_yet(ask, "withdrawn_on", ask.facts.withdrawn_on, of(ask).filed)


@guard("J-02")
def the_window_is_over(ask: Ask) -> No | None:
    """The window closes after its last day, not on it."""
    due = window_due(agreement_of(ask))
    return no(due=due) if due is not None and ask.today <= due else None


@guard("J-21", needs_facts=True)
def the_party_received_the_ruling(ask: Ask) -> No | None:
    """A party's objection names an applicant whose receipt of the ruling is recorded."""
    who = of(ask).applicant(ask.facts.party)
    if who is None:
        return no(at="party")
    return no("receipt", at="party", party=who.party.name) if who.received_on is None else None


@guard("J-21", needs_facts=True)
def the_party_objects_in_time(ask: Ask) -> No | None:
    """Fifteen days from this party's own receipt (TV-37)."""
    who, filed = of(ask).applicant(ask.facts.party), ask.facts.filed_on
    if filed is None or filed > ask.today:
        return no("day", at="filed_on")
    if who is None or who.received_on is None:
        return None
    return _late(last_day("J-21.party", who.received_on), filed, ask.facts.posted_on)


@guard("J-21", needs_facts=True)
def the_outsider_objects_in_time(ask: Ask) -> No | None:
    """Six months from knowing, a fixed period (TV-39, T-12); whoever applied is no outsider."""
    told = ask.facts
    if not told.name or any(each.party.name == told.name for each in of(ask).applicants):
        return no("name", at="name")
    if told.filed_on is None or told.filed_on > ask.today or told.knew_on is None or told.knew_on > told.filed_on:
        return no("day", at="filed_on")
    return _late(last_day("J-21.third_party", told.knew_on), told.filed_on, told.posted_on)


def _late(due: date, filed: date, posted: date | None) -> No | None:
    return None if in_time(due, filed, posted) else no(at="filed_on", due=due)


@guard("J-21", needs_facts=True)
def decided_after_the_objection(ask: Ask) -> No | None:
    """The court's answer to the objection has come and does not lie before it."""
    open_ones = [each for each in of(ask).objections if each.result is None]
    filed = open_ones[-1].filed_on if open_ones else None
    return _not_yet(ask, "decided_on", ask.facts.decided_on, filed)
