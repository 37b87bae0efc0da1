"""Guards of the ways out: M-25, M-26, M-40, C-15, closing and the file."""

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.mediation.agreements import agreements_of, current_agreement
from casework.mediation.rules.conduct import period
from casework.mediation.rules.people import lacking, mediation_of, party_of
from casework.procedure.clocks import open_clocks
from casework.procedure.models import Proceeding
from casework.procedure.siblings import begun_on
from casework.procedure.step import Ask, No, guard, no

AWAY = ("one_refuses", "unreachable")
FAILED = ("refused", "dismissed", "revoked")
PENDING = ("filed", "docketed", "confirmed", "under_objection")
RESULTS = {"assigned": ("filed",), "entrusted": ("court_paper", "suit_withdrawn")}
WINDOW = ("J-02", "J-08")
REASONS = ("one_refuses", "too_far_apart", "time_over", "unreachable", "sham", "other")
CLOSING_GROUNDS = ("performed", "handed_over", "on_effect", "ended")
ON_PAPER = ("D-02", "D-03", "D-05", "D-12", "D-16", "D-17", "D-18")
RETENTIONS = ("short", "long", "permanent")
OUTCOMES = {
    "agreed": ("D-16", "D-17"),
    "terminated": ("D-18",),
    "withdrawn": ("D-18",),
    "transferred": ("D-28",),
    "not_accepted": ("D-04",),
    "declined": ("D-04",),
}


@guard("M-26", needs_facts=True)
def end_reason_is_listed(ask: Ask) -> No | None:
    """Mediation ends without agreement for one of the reasons."""
    return None if ask.facts.reason in REASONS else no(at="reason")


@guard("M-26", needs_facts=True)
def routes_after_failure_are_told(ask: Ask) -> No | None:
    """Who leaves without an agreement is told of arbitration, administrative and court routes (invariant 7)."""
    return None if ask.facts.routes else no(at="routes")


@guard("M-22", needs_facts=True)
def the_time_is_really_over(ask: Ask) -> No | None:
    """The reason "time over" holds only after the last day; the clock alone never ends a mediation."""
    clock = period(ask)
    return no(at="reason", due=clock.due) if ask.facts.reason == "time_over" and _runs(ask) and clock else None


def _runs(ask: Ask) -> bool:
    clock = period(ask)
    return clock is not None and (clock.state == "paused" or ask.today <= clock.due)


@guard("M-11", needs_facts=True)
def who_stays_away_is_named(ask: Ask) -> No | None:
    """Where a party refuses or cannot be reached the record says which; a later mediation needs its consent."""
    away = ask.facts.reason in AWAY
    return no(at="party") if away and party_of(ask.case, ask.facts.party) is None else None


@guard("C-23", needs_facts=True)
def the_court_is_told_the_course(ask: Ask) -> No | None:
    """A court that sent the matter gets a report of the course and the reason."""
    return no(at="course") if mediation_of(ask).of_court and not ask.facts.course else None


@guard("C-22", needs_facts=True)
def the_refusing_party_is_named(ask: Ask) -> No | None:
    """The record says who refuses to sign."""
    return None if party_of(ask.case, ask.facts.party) else no(at="party")


@guard("M-40")
def an_agreement_binds(ask: Ask) -> No | None:
    """Only an agreement can be changed or replaced; a failed mediation is applied for anew."""
    return None if current_agreement(ask.proceeding) else no()


@guard("M-40")
def confirmation_is_no_longer_open(ask: Ask) -> No | None:
    """Mediation begins again after a refusal or dismissal, or when the window has closed; not while it is open."""
    text = current_agreement(ask.proceeding)
    if text is None:
        return None
    if not text.confirmable:
        return no("entrusted")
    tried = [each for each in begun_on(ask.case) if getattr(each, "agreement_id", None) == text.id and _asks(each)]
    if tried and tried[-1].state in FAILED:
        return None
    if tried and tried[-1].state in PENDING:
        return no("pending")
    window = [clock for each in (ask.proceeding, *tried) for clock in open_clocks(each, WINDOW)]
    due = max((clock.due for clock in window), default=None)
    return no(due=due) if due and ask.today <= due else None


def _asks(proceeding: Proceeding) -> bool:
    return proceeding.procedure == "confirmation"


@guard("M-40", needs_facts=True)
def all_parties_start_again(ask: Ask) -> No | None:
    """A new mediation after the agreement needs the consent of all parties."""
    missing = lacking(ask.case, ask.facts.consents)
    return no(at="consents", missing=missing) if missing else None


@guard("M-40", needs_facts=True)
def starting_again_has_a_reason(ask: Ask) -> No | None:
    """The record says why the agreement is changed or replaced."""
    return None if ask.facts.reason else no(at="reason")


@guard("M-25", needs_facts=True)
def the_clue_is_told(ask: Ask) -> No | None:
    """A report of risk or crime says what was seen."""
    return None if ask.facts.reason else no(at="reason")


@guard("C-10")
def a_court_sent_it(ask: Ask) -> No | None:
    """Only what a court sent goes back to a court."""
    return None if mediation_of(ask).of_court else no()


@guard("C-15")
def the_court_has_not_been_told(ask: Ask) -> No | None:
    """The court is told once."""
    return no(day=mediation_of(ask).court_told_on) if mediation_of(ask).court_told_on else None


@guard("C-12", needs_facts=True)
def the_result_fits_the_link(ask: Ask) -> No | None:
    """An assigned agreement is filed with the court; of an entrusted one the court makes its paper, or the suit ends."""
    fitting = RESULTS["entrusted" if mediation_of(ask).entrusted else "assigned"]
    return None if ask.facts.result in fitting else no(at="result")


@guard("C-15", needs_facts=True)
def the_day_of_telling_has_come(ask: Ask) -> No | None:
    """Report and papers went to the court on a day that has come, not before the agreement took effect."""
    day, text = ask.facts.told_on, current_agreement(ask.proceeding)
    if day is None or day > ask.today:
        return no(at="told_on")
    effect = text.effective_on if text else None
    return no("early", at="told_on", day=effect) if effect and day < effect else None


@guard("C-10", needs_facts=True)
def the_agreement_was_served_on_all(ask: Ask) -> No | None:
    """The agreement is served on every party before it is filed."""
    text = current_agreement(ask.proceeding)
    missing = [party.name for party in text.parties if party.ref not in ask.facts.served] if text else []
    return no(at="served", missing="、".join(missing)) if missing else None


@guard("C-15")
def the_court_knows_the_result(ask: Ask) -> No | None:
    """A court's matter that ended in an agreement is closed after the court was told (C-10, C-12)."""
    mediation = mediation_of(ask)
    untold = mediation.of_court and mediation.state == "agreed" and mediation.court_told_on is None
    return no() if untold else None


@guard("M-41", needs_facts=True)
def closing_ground_fits(ask: Ask) -> No | None:
    """An agreed case closes when performed, handed on, or on its effect; the others close as ended."""
    agreed = bool(agreements_of(ask.proceeding)) and ask.proceeding.state == "agreed"
    fitting = CLOSING_GROUNDS[:3] if agreed else CLOSING_GROUNDS[3:]
    return None if ask.facts.ground in fitting else no(at="ground")


@guard("M-41")
def a_closing_report_is_there(ask: Ask) -> No | None:
    """The chair checks a report that the mediator or registrar has written (row 47)."""
    return None if mediation_of(ask).closing_proposed_by else no()


@guard("M-41")
def somebody_else_wrote_the_report(ask: Ask) -> No | None:
    """Who wrote the report does not check it."""
    writer = mediation_of(ask).closing_proposer_id
    return no() if writer is not None and writer == ask.actor.person_id else None


@guard("M-41", needs_facts=True)
def reopening_has_a_reason(ask: Ask) -> No | None:
    """A bound file is opened again for a stated reason: a late proof, a ruling, a complaint."""
    return None if ask.facts.reason else no(at="reason")


@guard("M-42", needs_facts=True)
def retention_is_chosen(ask: Ask) -> No | None:
    """A file has a retention class and numbered pages."""
    return None if ask.facts.retention in RETENTIONS and (ask.facts.pages or 0) > 0 else no(at="retention")


@guard("3.1", needs_facts=True)
def compulsory_papers_are_in_the_file(ask: Ask) -> list[No]:
    """The compulsory documents of the file are there, each missing one is told (239号 contents list)."""
    return [no(code, at="on_paper") for code in missing_papers(ask)]


def missing_papers(ask: Ask) -> list[str]:
    """Which compulsory documents the file lacks: application, rights, identity, record, outcome."""
    p, told = mediation_of(ask), ask.facts
    kinds = _kinds(ask) | set(told.on_paper)
    was_accepted = p.accepted_on is not None
    wanted = {
        "application": bool(kinds & {"D-02", "D-03"}) or not was_accepted,
        "rights": ("D-05" in kinds and p.rights_told_on is not None) or "D-05" in told.on_paper or not was_accepted,
        "identity": told.identity_in_file,
        "record": "D-12" in kinds or (not p.sessions and not _agreed(ask)),
        "outcome": bool(kinds & set(_outcome(ask))),
    }
    return [name for name, there in wanted.items() if not there]


def _agreed(ask: Ask) -> bool:
    return any(each.effective_on for each in agreements_of(ask.proceeding))


def _outcome(ask: Ask) -> tuple[str, ...]:
    if _agreed(ask):
        return OUTCOMES["agreed"]
    return tuple(kind for kinds in OUTCOMES.values() for kind in kinds if kind not in OUTCOMES["agreed"])


def _kinds(ask: Ask) -> set[str]:
    asked = select(PaperRecord.kind).where(PaperRecord.proceeding_id == ask.proceeding.id)
    with db.session.no_autoflush:
        return set(db.session.scalars(asked))
