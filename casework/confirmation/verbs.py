"""The acts of a judicial confirmation. Each asks the door, writes what it changes, and moves."""

from datetime import date, datetime

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.confirmation import facts as f
from casework.confirmation import steps
from casework.confirmation.court import proposed_court
from casework.confirmation.models import Applicant, Confirmation, Objection
from casework.confirmation.periods import enforceable_from
from casework.confirmation.routes import routes_in_words
from casework.confirmation.window import waiting, window_due
from casework.identifiers import check
from casework.identity.actor import Actor
from casework.identity.directory import office_by_name
from casework.mediation.agreements import Agreement, agreement_in_force
from casework.procedure.door import Taken, begin, taking
from casework.records.grants import CONTENT
from casework.records.models import Case


def proposed(case: Case, actor: Actor, now: datetime, agreement_id: int | None = None) -> Confirmation | None:
    """The application as it would be opened, not stored: for the agreement named, else the first that still can be.

    None where the case has no agreement in force that waits for one.
    """
    found = [each for each in waiting(agreement_in_force(case)) if agreement_id in (None, each.id)]
    return _new(found[0], now) if found else None


def prepare(case: Case, facts: f.Preparation, *, actor: Actor, now: datetime) -> Confirmation:
    """Prepare the joint application (B1): court proposed, application and certificate made (rows 28, J-01 to J-06).

    Raises LookupError when the case has no agreement in force.
    """
    confirmation = begin(_new(_agreement(case, facts.agreement), now), now=now)
    with taking(confirmation, steps.PREPARE, actor=actor, now=now, facts=facts) as taken:
        route = proposed_court(confirmation.agreement)
        confirmation.court_proposed = route.court
        confirmation.court_name = facts.court or route.court
        confirmation.court_reason = facts.court_reason if confirmation.court_name != route.court else None
        confirmation.despite, confirmation.obstacle = facts.despite, facts.obstacle
        confirmation.obstacle_ended_on = facts.obstacle_ended_on
        confirmation.window_due = window_due(confirmation.agreement)
        confirmation.applicants = [_applicant(confirmation, ref, facts, now) for ref in facts.consents]
        _name_court(confirmation)
        taken.note(court_asked=route.ask, court_basis=route.basis)
    return confirmation


def file(confirmation: Confirmation, facts: f.Filing, *, actor: Actor, now: datetime) -> Confirmation:
    """The application is handed in or posted (B2); the window stops, the court's days run, the court sees the case."""
    with taking(confirmation, steps.FILE, actor=actor, now=now, facts=facts) as taken:
        confirmation.channel, confirmation.filed_on = facts.channel, facts.filed_on or facts.posted_on
        confirmation.posted_on, confirmation.materials = facts.posted_on, list(facts.materials)
        taken.stop_elsewhere(confirmation.agreement.proceeding, *steps.WINDOW)
        for other in _earlier(confirmation):
            taken.stop_elsewhere(other, *steps.WINDOW)
        administrative = confirmation.agreement.clock == "J-08"
        if confirmation.filed_on and not facts.court_present:
            taken.start_clock(steps.DECIDING[administrative], confirmation.filed_on)
        taken.counts(on=facts.day, fen=confirmation.agreement.sum_fen)
        if confirmation.counterpart_id:
            taken.share(confirmation.counterpart_id, CONTENT)
    return confirmation


def drop(confirmation: Confirmation, facts: f.Dropping, *, actor: Actor, now: datetime) -> Confirmation:
    """The parties give up before filing; the window runs on as it did."""
    with taking(confirmation, steps.DROP, actor=actor, now=now, facts=facts):
        confirmation.closing_reason = facts.reason
    return confirmation


def court_asks_more(confirmation: Confirmation, facts: f.MoreAsked, *, actor: Actor, now: datetime) -> Confirmation:
    """The court asks for papers or statements until a day (J-10, J-15)."""
    with taking(confirmation, steps.COURT_ASKS_MORE, actor=actor, now=now, facts=facts):
        confirmation.asked, confirmation.asked_due = list(facts.asked), facts.due
    return confirmation


def supplement(confirmation: Confirmation, facts: f.Supplied, *, actor: Actor, now: datetime) -> Confirmation:
    """What the court asked for has been handed in."""
    with taking(confirmation, steps.SUPPLEMENT, actor=actor, now=now, facts=facts) as taken:
        taken.note(supplied_on=(facts.supplied_on or local_date(now)).isoformat())
        confirmation.asked, confirmation.asked_due = [], None
    return confirmation


def docket(confirmation: Confirmation, facts: f.Docketing, *, actor: Actor, now: datetime) -> Confirmation:
    """The court takes the case (B3); a doubtful number is a warning, never a wall (J-25)."""
    with taking(confirmation, steps.DOCKET, actor=actor, now=now, facts=facts) as taken:
        confirmation.court_number, confirmation.docketed_on = facts.number, facts.docketed_on
        confirmation.number_doubtful = _doubtful(facts.number, taken)
        for rule in steps.REVIEW:
            taken.start_clock(rule, _told(facts.docketed_on))
    return confirmation


def extend_review(confirmation: Confirmation, facts: f.MoreTime, *, actor: Actor, now: datetime) -> Confirmation:
    """The president of the court gives the review more time (J-13)."""
    with taking(confirmation, steps.EXTEND_REVIEW, actor=actor, now=now, facts=facts) as taken:
        taken.extended_to = facts.until
    return confirmation


def confirm(confirmation: Confirmation, facts: f.Ruling, *, actor: Actor, now: datetime) -> Confirmation:
    """The court rules that the agreement is valid (B4): objection days per party, two years for enforcement."""
    with taking(confirmation, steps.CONFIRM, actor=actor, now=now, facts=facts) as taken:
        confirmation.ruling_number, confirmation.ruled_on = facts.number, facts.ruled_on
        if _doubtful(facts.number, taken):
            confirmation.number_doubtful = True
        _receive(confirmation, facts.receipts, taken)
        taken.start_clock("J-20", _told(enforceable_from(confirmation.agreement, confirmation)))
        taken.counts(on=facts.ruled_on, fen=confirmation.agreement.sum_fen)
    return confirmation


def record_receipt(confirmation: Confirmation, facts: f.Receipt, *, actor: Actor, now: datetime) -> Confirmation:
    """A party has received the ruling; its fifteen days run (J-21)."""
    with taking(confirmation, steps.RECORD_RECEIPT, actor=actor, now=now, facts=facts) as taken:
        _receive(confirmation, (facts,), taken)
    return confirmation


def refuse(confirmation: Confirmation, facts: f.Denial, *, actor: Actor, now: datetime) -> Confirmation:
    """The court does not take the application (B5, J-11); inside the window it may be filed with the right court."""
    with taking(confirmation, steps.REFUSE, actor=actor, now=now, facts=facts) as taken:
        _deny(confirmation, facts, taken)
        _window_runs_on(confirmation, taken, now)
    return confirmation


def dismiss(confirmation: Confirmation, facts: f.Denial, *, actor: Actor, now: datetime) -> Confirmation:
    """The court dismisses the application after its review (B6, J-17); the agreement stays binding (M-40)."""
    with taking(confirmation, steps.DISMISS, actor=actor, now=now, facts=facts) as taken:
        _deny(confirmation, facts, taken)
    return confirmation


def withdraw(confirmation: Confirmation, facts: f.Withdrawal, *, actor: Actor, now: datetime) -> Confirmation:
    """An applicant takes the application back (B7, J-16); the window runs on from the same start (trap 34)."""
    with taking(confirmation, steps.WITHDRAW, actor=actor, now=now, facts=facts) as taken:
        confirmation.withdrawn_on, confirmation.closing_reason = facts.withdrawn_on, facts.reason
        taken.note(by="、".join(who.party.name for ref in facts.parties if (who := confirmation.applicant(ref))))
        _window_runs_on(confirmation, taken, now)
    return confirmation


def deem_withdrawn(confirmation: Confirmation, _facts: None, *, actor: Actor, now: datetime) -> Confirmation:
    """What the court asked for did not come: treated as withdrawn (B7, J-15)."""
    with taking(confirmation, steps.DEEM_WITHDRAWN, actor=actor, now=now) as taken:
        confirmation.withdrawn_on = local_date(now)
        _window_runs_on(confirmation, taken, now)
    return confirmation


def close_window(confirmation: Confirmation, facts: f.Closing, *, actor: Actor, now: datetime) -> Confirmation:
    """The window closed on a prepared application that was not filed (B8); the other routes are told."""
    with taking(confirmation, steps.CLOSE_WINDOW, actor=actor, now=now, facts=facts) as taken:
        _close(confirmation, facts, taken)
    return confirmation


def let_window_close(case: Case, facts: f.Closing, *, actor: Actor, now: datetime) -> Confirmation:
    """The window closed on an agreement for which nobody applied (B8). Raises LookupError without such an agreement."""
    confirmation = begin(_new(_agreement(case, facts.agreement), now), now=now)
    return close_window(confirmation, facts, actor=actor, now=now)


def object_party(confirmation: Confirmation, facts: f.PartyObjection, *, actor: Actor, now: datetime) -> Confirmation:
    """A party objects to the ruling within fifteen days of its own receipt (B9, J-21)."""
    with taking(confirmation, steps.OBJECT_PARTY, actor=actor, now=now, facts=facts):
        who = confirmation.applicant(facts.party)
        confirmation.objections.append(
            Objection(
                party=who.party if who else None,
                name=who.party.name if who else "",
                filed_on=facts.filed_on,
                posted_on=facts.posted_on,
                reason=facts.reason,
            )
        )
    return confirmation


def object_outsider(
    confirmation: Confirmation, facts: f.OutsiderObjection, *, actor: Actor, now: datetime
) -> Confirmation:
    """An outsider whose interest is harmed objects within six months of knowing (B9, J-21)."""
    with taking(confirmation, steps.OBJECT_OUTSIDER, actor=actor, now=now, facts=facts):
        confirmation.objections.append(
            Objection(
                name=facts.name or "",
                knew_on=facts.knew_on,
                filed_on=facts.filed_on,
                posted_on=facts.posted_on,
                reason=facts.reason,
            )
        )
    return confirmation


def keep_ruling(confirmation: Confirmation, facts: f.ObjectionResult, *, actor: Actor, now: datetime) -> Confirmation:
    """The court dismisses the objection; the ruling stands."""
    with taking(confirmation, steps.KEEP_RULING, actor=actor, now=now, facts=facts):
        _answer(confirmation, facts, "kept")
    return confirmation


def revoke_ruling(confirmation: Confirmation, facts: f.ObjectionResult, *, actor: Actor, now: datetime) -> Confirmation:
    """The court revokes or changes the ruling (B10); the agreement is no longer enforceable by it."""
    with taking(confirmation, steps.REVOKE_RULING, actor=actor, now=now, facts=facts):
        _answer(confirmation, facts, "revoked")
        confirmation.routes_told = routes_in_words(confirmation.agreement, falling=confirmation)
    return confirmation


def _new(agreement: Agreement, now: datetime) -> Confirmation:
    held = agreement.proceeding
    return Confirmation(
        case=agreement.case,
        agreement=agreement,
        agreement_id=agreement.id,
        office_id=held.office_id,
        parent_id=held.id,
        opened_at=now,
        rule_set_on=local_date(now),
        materials=[],
        asked=[],
        routes_told="",
    )


def _agreement(case: Case, agreement_id: int | None) -> Agreement:
    found = [each for each in agreement_in_force(case) if agreement_id in (None, each.id)]
    if not found:
        raise LookupError(f"{case.number}: no agreement in force")
    return (waiting(found) or found)[0]


def _applicant(confirmation: Confirmation, ref: str, facts: f.Preparation, now: datetime) -> Applicant:
    party = next(each for each in confirmation.agreement.parties if each.ref == ref)
    agents = [each.name for each in facts.agents if each.party == ref and each.name]
    return Applicant(party=party, consented_on=local_date(now), agents=agents)


def _name_court(confirmation: Confirmation) -> None:
    court = office_by_name(confirmation.court_name or "")
    confirmation.counterpart_id = court.id if court else None


def _earlier(confirmation: Confirmation) -> list[Confirmation]:
    asked = db.session.query(Confirmation).filter(
        Confirmation.agreement_id == confirmation.agreement_id, Confirmation.id != confirmation.id
    )
    return list(asked)


def _receive(confirmation: Confirmation, receipts: tuple[f.Receipt, ...], taken: Taken) -> None:
    for each in receipts:
        who = confirmation.applicant(each.party)
        if who is not None and each.received_on is not None:
            who.received_on = each.received_on
            taken.start_clock("J-21.party", each.received_on, who.party.name[:80])


def _deny(confirmation: Confirmation, facts: f.Denial, taken: Taken) -> None:
    confirmation.ground, confirmation.detail = facts.ground, facts.detail
    confirmation.ruling_number, confirmation.ruled_on = facts.number, facts.ruled_on
    confirmation.routes_told = facts.routes or routes_in_words(confirmation.agreement)
    taken.counts(on=facts.ruled_on)


def _window_runs_on(confirmation: Confirmation, taken: Taken, now: datetime) -> None:
    agreement, due = confirmation.agreement, window_due(confirmation.agreement)
    if due is not None and agreement.window_from is not None and local_date(now) <= due:
        taken.start_clock(agreement.clock, agreement.window_from)


def _close(confirmation: Confirmation, facts: f.Closing, taken: Taken) -> None:
    confirmation.routes_told = facts.routes or routes_in_words(confirmation.agreement)
    taken.stop_elsewhere(confirmation.agreement.proceeding, *steps.WINDOW)
    for other in _earlier(confirmation):
        taken.stop_elsewhere(other, *steps.WINDOW)


def _answer(confirmation: Confirmation, facts: f.ObjectionResult, result: str) -> None:
    objection = confirmation.objections[-1]
    objection.result, objection.decided_on, objection.number = result, facts.decided_on, facts.number


def _doubtful(number: str | None, taken: Taken) -> bool:
    """Whether a court number has a problem; the problems go into the journal."""
    if not number:
        return False
    problems = check("court_number", number, use="confirmation").problems
    if problems:
        taken.note(number_problems="、".join(each.code for each in problems))
    return bool(problems)


def _told(day: date | None) -> date:
    """A day that the guards have seen."""
    if day is None:
        raise ValueError("a day is missing")
    return day
