"""Acts on tracks: splitting one paper into several runs, passing a report on as a lead, opening the vault."""

from dataclasses import dataclass
from datetime import datetime

from casework.base.db import db
from casework.base.phrases import phrase
from casework.complaints import track_steps as steps
from casework.complaints.models import Complaint
from casework.complaints.track_rules import REPORT
from casework.complaints.verbs import Reason, start_to_answer
from casework.identity.actor import Actor
from casework.procedure.door import begin, taking
from casework.records.filing import CaseFacts, PartyFacts, RightFacts, open_case
from casework.records.models import Case, Party
from casework.records.vault import ReporterFacts, lock_away


@dataclass(frozen=True)
class SplitFacts:
    """Into which tracks a paper is split; `reported` are the facts of the report, without who reported."""

    tracks: tuple[str, ...] = ()
    reported: str | None = None
    real_name: bool = True


def split(complaint: Complaint, facts: SplitFacts, *, actor: Actor, now: datetime) -> Complaint:
    """Split a mixed paper into linked runs, each with its own clock from the same day of receipt (CMP-1, CMP-19).

    Complaint and request stay on the case. The report becomes a case of its own that does not name the reporter;
    only the vault links the two (CMP-17), and the journal here is silent about it.
    """
    open_tracks = [each for each in facts.tracks if each != REPORT]
    with taking(complaint, steps.SPLIT, actor=actor, now=now, facts=facts) as taken:
        taken.note(tracks=open_tracks)
    for each in open_tracks:
        _open_track(_run(complaint, complaint.case, each, actor), complaint, actor, now)
    if REPORT in facts.tracks:
        _set_report_apart(complaint, facts, actor, now)
    return complaint


def take_as_lead(complaint: Complaint, _facts: None, *, actor: Actor, now: datetime) -> Complaint:
    """The report is now a lead of this office, whose own days to verify run (CMP-11)."""
    with taking(complaint, steps.TAKE_AS_LEAD, actor=actor, now=now):
        pass
    return complaint


def open_vault(complaint: Complaint, facts: Reason, *, actor: Actor, now: datetime) -> Complaint:
    """Open the vault for one look; who, when and why stand in the journal, the identity does not (CMP-17)."""
    with taking(complaint, steps.OPEN_VAULT, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return complaint


def _run(origin: Complaint, case: Case, track: str, actor: Actor) -> Complaint:
    return Complaint(
        case=case,
        office_id=actor.office_id,
        parent_id=origin.id if case is origin.case else None,
        track=track,
        wants=origin.wants,
        channel=origin.channel,
        pending_elsewhere=origin.pending_elsewhere if track != REPORT else None,
        received_on=origin.received_on,
        missing=[],
    )


def _open_track(run: Complaint, origin: Complaint, actor: Actor, now: datetime) -> None:
    begin(run, now=now, rule_set_on=origin.rule_set_on)
    with taking(run, steps.OPEN_TRACK, actor=actor, now=now) as taken:
        start_to_answer(run, taken, now)


def _set_report_apart(origin: Complaint, facts: SplitFacts, actor: Actor, now: datetime) -> None:
    case = open_case(_reported_case(origin.case, facts.reported or ""), actor=actor, now=now)
    db.session.flush()
    for each in origin.case.of_role("applicant"):
        reporter = ReporterFacts(each.name, each.code, each.phone, each.address)
        lock_away(case, reporter, office_id=actor.office_id, origin=origin.case)
    report = _run(origin, case, REPORT, actor)
    report.real_name = facts.real_name
    _open_track(report, origin, actor, now)


def _reported_case(case: Case, told: str) -> CaseFacts:
    reported = [each for each in case.parties if each.role == "respondent"]
    kinds = [each.kind for each in case.rights] or ["other"]
    return CaseFacts(
        title=report_title(reported[0].name if reported else "", kinds[0]),
        source=REPORT,
        parties=tuple(_again(each) for each in reported),
        rights=tuple(RightFacts(each.kind, each.number) for each in case.rights),
        facts=told,
        place=case.place,
        matter=case.matter,
    )


def report_title(reported: str, kind: str) -> str:
    """The name of a report's case: who is reported and the kind of right, never who reported."""
    return phrase("case.report_title", lang="zh", respondent=reported, kind=phrase(f"right_kind.{kind}", lang="zh"))


def _again(party: Party) -> PartyFacts:
    return PartyFacts(party.role, party.name, party.kind, party.code, party.phone, party.address)
