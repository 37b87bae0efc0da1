"""Guards up to acceptance: M-10 to M-15, C-01, C-17."""

from datetime import date

from casework.clock.due import compute
from casework.mediation.committee import register_of
from casework.mediation.rules.people import awaited, known, mediation_of, refusing
from casework.mediation.wording import check_term
from casework.procedure.siblings import begun_on, open_on
from casework.procedure.step import Ask, No, guard, no

ORIGINS = ("application", "handed_over", "own_initiative", "court_told", "police_told")
LINKS = ("assigned", "entrusted_ordinary", "entrusted_summary")
GROUNDS = (
    "exclusive",
    "forbidden",
    "at_court",
    "at_agency",
    "not_civil",
    "validity",
    "one_refuses",
    "other",
)
VALIDITY = ("patent_validity", "mark_validity")
OVER = ("not_accepted", "declined", "terminated", "withdrawn", "transferred", "closed")
FAILING = ("partial", "breached")
CHANNELS = ("phone", "in_person", "letter", "message", "platform")


@guard("M-10")
def both_sides_are_identified(ask: Ask) -> No | None:
    """Mediation needs an applicant and another side who can be told apart (row 1, row 10)."""
    return None if {"applicant", "respondent"} <= {p.role for p in ask.case.parties} else no()


@guard("M-41")
def one_mediation_at_a_time(ask: Ask) -> No | None:
    """One dispute, one file: a second mediation begins only when the first has ended."""
    others = [each for each in open_on(ask.case, ask.proceeding.procedure) if each is not ask.proceeding]
    return no() if any(each.state not in OVER for each in others) else None


@guard("J-20")
def no_ruling_has_confirmed_it(ask: Ask) -> No | None:
    """What a court has confirmed is enforced, not mediated again; only about a failing performance there is more to say."""
    begun = begun_on(ask.case)
    confirmed = any(each.procedure == "confirmation" and each.state == "confirmed" for each in begun)
    failing = any(each.procedure == "performance" and each.state in FAILING for each in begun)
    return no() if confirmed and not failing else None


@guard("M-10", needs_facts=True)
def origin_is_known(ask: Ask) -> No | None:
    """How the dispute came is one of the listed ways."""
    return None if ask.facts.origin in ORIGINS else no(at="origin")


@guard("L-02", needs_facts=True)
def request_is_not_in_the_future(ask: Ask) -> No | None:
    """A request was made on a day that has come."""
    asked = ask.facts.requested_on
    return no(at="requested_on") if asked and asked > ask.today else None


@guard("C-01", needs_facts=True)
def link_is_told(ask: Ask) -> No | None:
    """Assigned before filing and entrusted after it are two things; so are ordinary and summary procedure."""
    return None if ask.facts.link in LINKS else no(at="link")


@guard("C-17", needs_facts=True)
def papers_came_by_now(ask: Ask) -> No | None:
    """The day on which the court's papers came is known and has come."""
    came = ask.facts.received_on
    return None if came and came <= ask.today else no(at="received_on")


@guard("C-16", needs_facts=True)
def consent_online_is_dated(ask: Ask) -> No | None:
    """The parties agreed to mediate online on a day that has come, at the latest when the papers came."""
    agreed, last = ask.facts.agreed_on, ask.facts.received_on or ask.today
    return no(at="agreed_on") if agreed and agreed > last else None


@guard("C-02")
def the_committee_is_on_the_roster(ask: Ask) -> No | None:
    """A court's matter is taken only by a committee with somebody on the court's roster."""
    known_people = register_of(ask.proceeding.office_id)
    return no() if known_people and not any(each.on_roster for each in known_people) else None


@guard("C-17", needs_facts=True)
def job_is_taken_in_time(ask: Ask) -> No | None:
    """An online job is confirmed within three working days; after that the court appoints anew."""
    p, day = mediation_of(ask), ask.facts.signed_on
    if not p.online or p.received_on is None or day is None:
        return None
    due = compute("C-17", p.received_on).raw
    return no(at="signed_on", due=due, day=day) if isinstance(due, date) and day > due else None


@guard("C-09", needs_facts=True)
def papers_are_signed_for(ask: Ask) -> No | None:
    """The period runs from the day the papers were signed for: not before they came, not in the future."""
    day, came = ask.facts.signed_on, mediation_of(ask).received_on
    if day is None or day > ask.today:
        return no(at="signed_on")
    return no("early", at="signed_on", came=came) if came and day < came else None


@guard("M-14", needs_facts=True)
def what_lacks_is_listed(ask: Ask) -> No | None:
    """One notice lists everything that is missing."""
    return None if ask.facts.missing else no(at="missing")


@guard("M-14")
def time_to_complete_is_over(ask: Ask) -> No | None:
    """Nobody is closed out before the date of the notice has passed."""
    due = mediation_of(ask).supplement_due
    return no(due=due) if due is not None and ask.today <= due else None


@guard("M-14", needs_facts=True)
def the_applicant_was_reminded(ask: Ask) -> No | None:
    """An application never lapses silently."""
    day = ask.facts.reminded_on
    return None if day and day <= ask.today else no(at="reminded_on")


@guard("M-11")
def nobody_refuses(ask: Ask) -> list[No]:
    """Where one party clearly refuses there is no mediation; a later consent lifts the refusal."""
    return [no(party=party.name) for party in refusing(ask)]


@guard("M-13")
def no_authority_has_taken_it(ask: Ask) -> No | None:
    """What a court, the police or an agency has taken is mediated only when the court itself sends it (M-13a)."""
    p = mediation_of(ask)
    return no(pending=p.pending_elsewhere) if p.pending_elsewhere and not p.of_court else None


@guard("X-09", needs_facts=True)
def validity_is_not_asked_for(ask: Ask) -> No | None:
    """Grant and validity of a right are not mediated; a civil part beside them may be, if it is named (TV-61)."""
    asked = [each for each in check_term(ask.case.request) if each.code in VALIDITY]
    return no(text=asked[0].text) if asked and not ask.facts.civil_part else None


@guard("M-11")
def somebody_is_still_to_be_asked(ask: Ask) -> No | None:
    """Consent is asked of those who have not given it yet: the other side, or all where the committee began."""
    return None if awaited(ask) else no()


@guard("M-11", needs_facts=True)
def answers_are_dated(ask: Ask) -> list[No]:
    """An answer is recorded with its party, date and channel."""
    told, found = ask.facts, []
    if not told.parties or not known(ask.case, told.parties):
        found.append(no("party", at="parties"))
    if told.answered_on is None or told.answered_on > ask.today:
        found.append(no("date", at="answered_on"))
    if told.channel not in CHANNELS:
        found.append(no("channel", at="channel"))
    return found


@guard("M-13", needs_facts=True)
def refusal_ground_is_listed(ask: Ask) -> No | None:
    """A refusal names one of the grounds."""
    return None if ask.facts.ground in GROUNDS else no(at="ground")


@guard("M-13", needs_facts=True)
def routes_of_help_are_told(ask: Ask) -> No | None:
    """Whoever is not helped here learns where to go (invariant 7)."""
    return None if ask.facts.routes else no(at="routes")


@guard("M-13")
def a_refusal_is_proposed(ask: Ask) -> No | None:
    """The chair approves a refusal that the registrar has proposed."""
    return None if mediation_of(ask).refused_ground else no()


@guard("M-13")
def another_person_proposed_it(ask: Ask) -> No | None:
    """Who proposes does not approve."""
    proposer = mediation_of(ask).refusal_proposer_id
    return no() if proposer is not None and proposer == ask.actor.person_id else None


@guard("M-13", needs_facts=True)
def receiver_and_reason_are_told(ask: Ask) -> list[No]:
    """A matter goes to a named body for a stated reason."""
    found = [] if ask.facts.receiver else [no("receiver", at="receiver")]
    return found if ask.facts.reason else [*found, no("reason", at="reason")]


@guard("M-12", needs_facts=True)
def the_place_points_elsewhere(ask: Ask) -> No | None:
    """Who is referred to another committee learns which place points there; nobody is turned away in silence."""
    return None if ask.facts.place else no(at="place")


@guard("C-17", needs_facts=True)
def declining_has_a_reason(ask: Ask) -> No | None:
    """A job is declined with its reason."""
    return None if ask.facts.reason else no(at="reason")
