"""Sending: what waits goes out; what fails is tried again later and at last goes on paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select, tuple_

from casework.base.db import db, reading_only
from casework.notices import models as m
from casework.notices.ports import PORTS, NotSent
from casework.notices.table import rule_of, rules
from casework.notices.telling import tell, words
from casework.records.journal import JournalEntry

PARTIES_READ = "zh"
WAITS = (1, 5, 30, 120)
"""Minutes to wait after the first failure, the second ..., after the last one the notice goes on paper."""
YOUNG = timedelta(days=2)
"""An act older than this is told no more: an imported history calls nobody."""
OVERLAP = 2000
"""How many entries before the newest one told are looked at again; commits may overtake each other."""


@dataclass(frozen=True)
class Message:
    """What goes out."""

    to: str
    subject: str
    body: str


def to_tell(after: int, now: datetime) -> Select[int]:
    """The journal entries (ids above `after`) that somebody is still to be told of."""
    newest = db.session.scalar(select(m.Notice.entry_id).order_by(m.Notice.entry_id.desc()).limit(1)) or 0
    steps = [(each.procedure, each.name) for each in rules()]
    told = select(m.Notice.id).where(m.Notice.entry_id == JournalEntry.id).exists()
    young = (JournalEntry.id > max(after, newest - OVERLAP), JournalEntry.at > now - YOUNG)
    mine = (tuple_(JournalEntry.procedure, JournalEntry.step).in_(steps), ~told)
    return select(JournalEntry.id).where(*young, *mine).order_by(JournalEntry.id)


def tell_entry(entry_id: int, now: datetime) -> None:
    """Make the notices of one entry."""
    tell(db.session.get_one(JournalEntry, entry_id), now=now)


def to_send(after: int, now: datetime) -> Select[int]:
    """The notices whose next try has come."""
    due = (m.Notice.state == m.WAITING, m.Notice.next_try_at <= now, m.Notice.id > after)
    return select(m.Notice.id).where(*due).order_by(m.Notice.id)


def send(notice_id: int, now: datetime) -> None:
    """Send one notice. Nobody waits for a lock while the other side answers."""
    with reading_only():
        way, message = _message(notice_id)
        db.session.rollback()
    failed = _failed(way, message)
    notice = db.session.get_one(m.Notice, notice_id)
    if notice.state != m.WAITING:
        return
    notice.attempts += 1
    if failed is None:
        notice.state, notice.done_at, notice.next_try_at, notice.last_error = m.SENT, now, None, None
    else:
        _later(notice, failed, now)


def again(notice: m.Notice, *, now: datetime) -> None:
    """Try an electronic way once more from the beginning."""
    if notice.way in (m.MAIL, m.TEXT) and notice.state == m.ON_PAPER:
        notice.state, notice.attempts, notice.next_try_at = m.WAITING, 0, now


def _message(notice_id: int) -> tuple[str, Message]:
    notice = db.session.get_one(m.Notice, notice_id)
    rule = rule_of(notice.rule)
    subject, body = words(rule, notice.case, notice.entry, PARTIES_READ) if rule else ("", "")
    return notice.way, Message(notice.address or "", subject, body)


def _failed(way: str, message: Message) -> str | None:
    if way not in PORTS:
        return "none"
    try:
        PORTS[way].send(message.to, message.subject, message.body)
    except NotSent as error:
        return str(error)[:200]
    return None


def _later(notice: m.Notice, why: str, now: datetime) -> None:
    notice.last_error = why
    if notice.way in PORTS and notice.attempts <= len(WAITS):
        notice.next_try_at = now + timedelta(minutes=WAITS[notice.attempts - 1])
    else:
        notice.state, notice.next_try_at = m.ON_PAPER, None
