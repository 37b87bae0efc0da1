"""The ways out, the new beginning, and the file (mediation.md 2.3, rows 25-27, 38, 47-49)."""

from datetime import datetime

from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation import steps
from casework.mediation.agreements import DRAFT, REOPENED, current_agreement
from casework.mediation.facts import Again, Archiving, Closing, Clue, Ending, HandOver, Reason, Withdrawal
from casework.mediation.models import Mediation, PartyAnswer
from casework.mediation.rules.ending import AWAY
from casework.mediation.rules.people import party_of
from casework.mediation.verbs.court import papers_go_back
from casework.mediation.verbs.intake import handed_on
from casework.procedure.door import Taken, taking


def terminate(mediation: Mediation, facts: Ending, *, actor: Actor, now: datetime) -> Mediation:
    """End without agreement: reason, routes told, and a report to the court that sent it (M-26, C-15)."""
    with taking(mediation, steps.TERMINATE, actor=actor, now=now, facts=facts) as taken:
        mediation.end_reason, mediation.ended_on = facts.reason, local_date(now)
        mediation.end_detail, mediation.routes_told = facts.detail, facts.routes or ""
        _keep_refusal(mediation, facts, now)
        papers_go_back(mediation, now)
        _figure(mediation, taken)
    return mediation


def withdraw(mediation: Mediation, facts: Withdrawal, *, actor: Actor, now: datetime) -> Mediation:
    """The applicant withdraws, before any agreement binds and without grounds, own settlement included (M-28)."""
    with taking(mediation, steps.WITHDRAW, actor=actor, now=now, facts=facts) as taken:
        mediation.end_reason = "own_settlement" if facts.own_settlement else "withdrawn"
        mediation.ended_on, mediation.end_detail = local_date(now), facts.detail
        mediation.routes_told = facts.routes or phrase("routes.after_mediation", lang="zh")
        _drop_text(mediation)
        papers_go_back(mediation, now)
        _figure(mediation, taken)
    return mediation


def report_clue(mediation: Mediation, facts: Clue, *, actor: Actor, now: datetime) -> Mediation:
    """Report a risk or a clue of crime at once; the civil mediation goes on (M-25, X-18)."""
    with taking(mediation, steps.REPORT_CLUE, actor=actor, now=now, facts=facts) as taken:
        taken.note(clue=facts.reason, receiver=facts.receiver)
    return mediation


def transfer_out(mediation: Mediation, facts: HandOver, *, actor: Actor, now: datetime) -> Mediation:
    """Hand the whole matter on to police, agency or court; mediation ends (M-25, row 27)."""
    with taking(mediation, steps.TRANSFER_OUT, actor=actor, now=now, facts=facts) as taken:
        handed_on(mediation, facts, now)
        _drop_text(mediation)
        papers_go_back(mediation, now)
        _figure(mediation, taken)
    return mediation


def mediate_again(mediation: Mediation, facts: Again, *, actor: Actor, now: datetime) -> Mediation:
    """Take the dispute up again, after confirmation failed or to change the agreement, by consent of all (M-40).

    The old agreement binds, and its window runs, until a new one takes effect.
    """
    with taking(mediation, steps.MEDIATE_AGAIN, actor=actor, now=now, facts=facts) as taken:
        mediation.again += 1
        mediation.court_result = mediation.court_told_on = None
        mediation.end_reason = mediation.ended_on = mediation.closed_on = mediation.closing_ground = None
        mediation.closing_proposed_by = mediation.closing_proposer_id = None
        taken.note(reason=facts.reason)
    return mediation


def propose_closing(mediation: Mediation, facts: Closing, *, actor: Actor, now: datetime) -> Mediation:
    """Write the closing report for the chair to check (row 47)."""
    with taking(mediation, steps.PROPOSE_CLOSING, actor=actor, now=now, facts=facts):
        mediation.closing_ground, mediation.closing_report = facts.ground, facts.report
        mediation.closing_proposed_by, mediation.closing_proposer_id = actor.name, actor.person_id
    return mediation


def close(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """The chair checks the report and closes (row 47); 30 days to bind the file run (M-41).

    Success was counted at its effect already.
    """
    with taking(mediation, steps.CLOSE, actor=actor, now=now):
        mediation.closed_on = local_date(now)
    return mediation


def archive(mediation: Mediation, facts: Archiving, *, actor: Actor, now: datetime) -> Mediation:
    """Bind and shelve the file with its compulsory documents (M-41, M-42)."""
    with taking(mediation, steps.ARCHIVE, actor=actor, now=now, facts=facts) as taken:
        mediation.retention, mediation.pages, mediation.shelf = facts.retention, facts.pages, facts.shelf
        taken.note(on_paper=list(facts.on_paper), remarks=facts.remarks)
    return mediation


def reopen_file(mediation: Mediation, facts: Reason, *, actor: Actor, now: datetime) -> Mediation:
    """Open a bound file for a late paper (row 49)."""
    with taking(mediation, steps.REOPEN_FILE, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return mediation


def _keep_refusal(mediation: Mediation, facts: Ending, now: datetime) -> None:
    """Keep who refuses: without that party's consent no later mediation is accepted (invariant 1)."""
    if facts.reason not in AWAY:
        return
    answer = "refused" if facts.reason == "one_refuses" else "unreachable"
    party, today = party_of(mediation.case, facts.party), local_date(now)
    mediation.answers.append(PartyAnswer(party=party, answer=answer, answered_on=today, channel="in_person"))


def _figure(mediation: Mediation, taken: Taken) -> None:
    """An ending counts once, and only of what was accepted (the stock identity of 4.5)."""
    if mediation.accepted_on is None or mediation.again:
        taken.figure = None


def _drop_text(mediation: Mediation) -> None:
    text = current_agreement(mediation)
    if text and text.status == DRAFT:
        text.status = REOPENED
