"""Guards of tracks and secrecy: what a complaint, a report and a request may become, and who may know (CMP-1, CMP-17)."""

from typing import Any

from casework.procedure.siblings import open_on
from casework.procedure.step import Ask, No, guard, no
from casework.records.vault import ReporterFacts, kept_for

TRACKS = ("request", "complaint", "report")
REPORT = "report"


@guard("CMP-1")
def it_is_no_report(ask: Ask) -> No | None:
    """A report is verified, not accepted, refused or mediated."""
    return no() if ask.proceeding.track == REPORT else None


@guard("CMP-11")
def it_is_a_report(ask: Ask) -> No | None:
    """Only a report becomes a lead without more."""
    return None if ask.proceeding.track == REPORT else no()


@guard("CMP-11")
def a_lead_is_open(ask: Ask) -> No | None:
    """The days to verify a report end here only where those of a lead of the same office run."""
    leads = [each for each in open_on(ask.case, "penalty") if each.office_id == ask.proceeding.office_id]
    return None if leads else no()


@guard("CMP-11", needs_facts=True)
def a_committee_takes_no_report(ask: Ask) -> No | None:
    """A breach of law is reported to an authority or a station, not to a mediation committee."""
    return no(at="track") if ask.facts.track == REPORT else None


@guard("CMP-11", needs_facts=True)
def a_real_name_can_be_checked(ask: Ask) -> No | None:
    """A report under a real name tells the name and the identity number; an anonymous one is taken as well."""
    told = ask.facts
    if told.track != REPORT or not told.real_name:
        return None
    if not told.reporter.name:
        return no("name", at="applicant_name")
    return None if told.reporter.code else no("code", at="applicant_code")


@guard("CMP-17", needs_facts=True)
def no_word_names_the_reporter(ask: Ask) -> No | None:
    """What stands in the file of a report gives nobody away."""
    told = ask.facts
    if told.track != REPORT:
        return None
    for at, text in (("facts_told", told.case.facts), ("request", told.case.request), ("place", told.case.place)):
        if _names(told.reporter, text):
            return no(at=at)
    return None


@guard("CMP-1", needs_facts=True)
def at_least_two_tracks(ask: Ask) -> No | None:
    """A paper is split only into different tracks."""
    known = {each for each in ask.facts.tracks if each in TRACKS}
    return None if len(known) > 1 and len(known) == len(ask.facts.tracks) else no(at="tracks")


@guard("CMP-1", needs_facts=True)
def what_is_reported_is_told(ask: Ask) -> No | None:
    """The file of the report tells its own facts, without who reported."""
    if REPORT not in ask.facts.tracks:
        return None
    if not ask.facts.reported:
        return no("empty", at="reported")
    return no("names", at="reported") if _names_applicant(ask, ask.facts.reported) else None


@guard("CMP-17")
def a_reporter_is_kept_here(ask: Ask) -> No | None:
    """The vault holds a reporter of this case for this office."""
    return None if kept_for(ask.case, ask.actor.office_id) else no()


@guard("CMP-17", needs_facts=True)
def the_opening_has_a_reason(ask: Ask) -> No | None:
    """Nobody looks at a reporter's identity without a reason that the journal keeps."""
    return None if ask.facts.reason else no(at="reason")


@guard("CMP-4")
def identity_is_not_proven(ask: Ask) -> No | None:
    """Proof of identity is asked for once, and of nobody who may stay unnamed."""
    complaint = ask.proceeding
    if complaint.track == REPORT and not complaint.real_name:
        return no("anonymous")
    return no(on=complaint.identity_proven_on) if complaint.identity_proven_on else None


def _names(reporter: ReporterFacts, text: str | None) -> bool:
    return any(word in (text or "") for word in reporter.words)


def _names_applicant(ask: Ask, text: str) -> bool:
    words: list[Any] = [
        part for each in ask.case.of_role("applicant") for part in (each.name, each.phone, each.address)
    ]
    return any(word and word in text for word in words)
