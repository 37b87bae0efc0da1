"""The acts of K5 and K6, reverse transfers, and of K11 and K12, notices and referrals."""

from datetime import date, datetime, timedelta

from casework.base.wallclock import local_date
from casework.enforcement import verbs as enforcement
from casework.enforcement.facts import LeadFacts
from casework.identity.actor import Actor
from casework.identity.roles import ENFORCEMENT
from casework.procedure.door import begin, taking
from casework.procedure.siblings import begun_on
from casework.records.grants import CONTENT, STATUS
from casework.records.models import Case
from casework.transfers import in_steps as steps
from casework.transfers.facts import (
    Acknowledgement,
    Announcement,
    Arrival,
    Clue,
    Progress,
    Reason,
    Result,
)
from casework.transfers.models import IncomingTransfer, Notice, PoliceTransfer
from casework.transfers.packing import pack_for_outsider
from casework.transfers.parents import parent_of

SOURCES = {"K5": "police", "K6": "procuratorate"}


def announce(case: Case, facts: Announcement, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Police or procuratorate send a case to the agency of their level (REV-1, REV-4); it sees the case."""
    office_id = facts.office.id if facts.office else actor.office_id
    arrival = IncomingTransfer(case=case, office_id=office_id, counterpart_id=actor.office_id, kind=facts.kind)
    begin(arrival, now=now)
    with taking(arrival, steps.ANNOUNCE, actor=actor, now=now, facts=facts) as taken:
        arrival.reason, arrival.reply_due = facts.reason or "", facts.reply_due
        taken.share(office_id, CONTENT)
        taken.note(papers=list(facts.papers))
    return arrival


def arrive(case: Case, facts: Arrival, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Enter a case that came on paper from police or procuratorate, and sign for it at once (K5, K6)."""
    parent = _k4(case)
    arrival = IncomingTransfer(
        case=case,
        office_id=actor.office_id,
        counterpart_id=facts.office.id if facts.office else None,
        kind=facts.kind,
        parent_id=parent,
    )
    begin(arrival, now=now)
    arrival.reason, arrival.reply_due = facts.reason or "", facts.reply_due
    return receive(arrival, facts, actor=actor, now=now)


def receive(arrival: IncomingTransfer, facts: Arrival, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Sign for a case from police or procuratorate; the reply date of the letter runs, without one two months (REV-7)."""
    with taking(arrival, steps.RECEIVE, actor=actor, now=now, facts=facts) as taken:
        arrival.receiver, arrival.received_at = facts.receiver, facts.received_at or now
        arrival.reply_due = facts.reply_due or arrival.reply_due
        taken.start_clock("REV-9.register", arrival.received_at)
        if arrival.kind == "K6":
            taken.start_clock("REV-7", _reply_from(arrival), ends_on=arrival.reply_due)
        if facts.papers:
            taken.note(papers=list(facts.papers))
    return arrival


def _reply_from(arrival: IncomingTransfer) -> date:
    """The day of receipt; a letter that came after its own reply date is late from the first day."""
    received = local_date(arrival.received_at) if arrival.received_at else date.max
    return min(received, arrival.reply_due - timedelta(days=1)) if arrival.reply_due else received


def hold(arrival: IncomingTransfer, facts: Reason, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Wait: the decision not to prosecute is under review or appeal (REV-6)."""
    with taking(arrival, steps.HOLD, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return arrival


def release(arrival: IncomingTransfer, _facts: None, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """The review or appeal is over (REV-6)."""
    with taking(arrival, steps.RELEASE, actor=actor, now=now):
        pass
    return arrival


def open_lead(arrival: IncomingTransfer, facts: LeadFacts, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Make it a new lead of the agency (REV-9): the limit of PEN-3 counts from the act, not from the return."""
    with taking(arrival, steps.OPEN_LEAD, actor=actor, now=now, facts=facts):
        pass
    lead = LeadFacts(
        suspected=facts.suspected or arrival.reason,
        source=SOURCES[arrival.kind],
        act_ended_on=facts.act_ended_on,
        endangers_life=facts.endangers_life,
        parent_id=arrival.id,
        found_on=local_date(arrival.received_at or now),
    )
    enforcement.open_lead(arrival.case, lead, actor=actor, now=now)
    return arrival


def reply(arrival: IncomingTransfer, facts: Result, *, actor: Actor, now: datetime) -> IncomingTransfer:
    """Tell the sender the result with its number (REV-10)."""
    with taking(arrival, steps.REPLY, actor=actor, now=now, facts=facts):
        arrival.result, arrival.result_number = facts.result, facts.number
    return arrival


def give_notice(case: Case, facts: Clue, *, actor: Actor, now: datetime) -> Notice:
    """Tell another office of clues; the sender keeps its case (K11, ADM-11). The receiver sees status only."""
    notice = _notice(case, facts, actor, now)
    with taking(notice, steps.GIVE_NOTICE, actor=actor, now=now, facts=facts) as taken:
        notice.reason = facts.reason or ""
        notice.counterpart_id = facts.office.id if facts.office else None
        if facts.office:
            taken.share(facts.office.id, STATUS)
    pack_for_outsider(notice, actor=actor, now=now)
    return notice


def refer_abroad(case: Case, facts: Clue, *, actor: Actor, now: datetime) -> Notice:
    """Refer a dispute abroad to the guidance centre (K12, STN-7)."""
    notice = _notice(case, facts, actor, now)
    with taking(notice, steps.REFER_ABROAD, actor=actor, now=now, facts=facts):
        notice.reason, notice.outside = facts.reason or "", facts.outside
    return notice


def acknowledge(notice: Notice, facts: Acknowledgement, *, actor: Actor, now: datetime) -> Notice:
    """The receiver has the clue; an agency may make it a lead of its own."""
    with taking(notice, steps.ACKNOWLEDGE, actor=actor, now=now, facts=facts):
        notice.receiver, notice.received_at = facts.receiver, facts.received_at or now
    if facts.open_lead and actor.office_kind in ENFORCEMENT and actor.office_id == notice.counterpart_id:
        lead = LeadFacts(suspected=notice.reason, source="clue", parent_id=notice.id)
        enforcement.open_lead(notice.case, lead, actor=actor, now=now)
    return notice


def tell_news(notice: Notice, facts: Progress, *, actor: Actor, now: datetime) -> Notice:
    """Note what came of the clue: arrest, prosecution and the like."""
    with taking(notice, steps.TELL_NEWS, actor=actor, now=now, facts=facts) as taken:
        taken.note(news=facts.kind, on=facts.on and facts.on.isoformat(), told=facts.note)
    return notice


def close_notice(notice: Notice, _facts: None, *, actor: Actor, now: datetime) -> Notice:
    """Nothing more is expected."""
    with taking(notice, steps.CLOSE_NOTICE, actor=actor, now=now):
        pass
    return notice


def _notice(case: Case, facts: Clue, actor: Actor, now: datetime) -> Notice:
    parent = parent_of(case, actor.office_id)
    notice = Notice(case=case, office_id=actor.office_id, kind=facts.kind, parent_id=parent and parent.id)
    begin(notice, now=now)
    return notice


def _k4(case: Case) -> int | None:
    found = [each.id for each in begun_on(case) if isinstance(each, PoliceTransfer)]
    return found[-1] if found else None
