"""What stands in the calendar of an office: sessions told or held, hearings, and the last days of its clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event
from sqlalchemy import select

from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import SHANGHAI, local_date, local_time
from casework.clock.titles import clock_name
from casework.mediation.models import Mediation
from casework.procedure.models import RunningClock
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.sittings import models as m
from casework.sittings.proposing import slots_between

SESSION, HOLD, HEARING, LAST_DAY = "session", "held", "hearing", "last_day"
GOES_ON = ("mediator_set", "in_mediation")
MOST = 500


@dataclass(frozen=True)
class Entry:
    """One line of the calendar; `at` None is a whole day."""

    sort: str
    day: date
    number: str
    what: str
    at: datetime | None = None
    minutes: int = 0
    place: str = ""
    slot_id: int | None = None

    @property
    def hour(self) -> str:
        """14:30, or nothing."""
        return f"{local_time(self.at):%H:%M}" if self.at else ""


def entries(office_id: int, first: date, last: date, *, now: datetime, clocks: bool = True) -> list[Entry]:
    """The calendar of an office on these local dates, in order."""
    found = [
        *_slots(office_id, first, last, now),
        *_told(office_id, first, last, now),
        *_hearings(office_id, first, last),
    ]
    if clocks:
        found += _last_days(office_id, first, last)
    return sorted(found, key=lambda each: (each.day, each.hour or "24", each.number))


def ics(found: list[Entry], now: datetime) -> bytes:
    """The entries as an iCalendar file: what, when, where and the number of the case; no names."""
    calendar = Calendar()
    calendar.add("prodid", "-//Casework//Sittings//ZH")
    calendar.add("version", "2.0")
    for each in found:
        event = Event()
        event.add("uid", f"{each.sort}-{each.number}-{each.day.isoformat()}-{each.hour.replace(':', '')}@casework")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("summary", f"{each.what} {each.number}")
        event.add("dtstart", each.at.astimezone(UTC) if each.at else each.day)
        event.add("dtend", (each.at + timedelta(minutes=each.minutes)) if each.at else each.day + timedelta(days=1))
        if each.place:
            event.add("location", each.place)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _slots(office_id: int, first: date, last: date, now: datetime) -> list[Entry]:
    said = {m.FIXED: (SESSION, phrase("sittings.session")), m.HELD: (HOLD, phrase("sittings.held"))}
    return [
        Entry(
            *_sort(said[each.state], each), at=each.starts_at, minutes=each.minutes, place=each.place, slot_id=each.id
        )
        for each in slots_between(office_id, first, last, now=now)
    ]


def _sort(said: tuple[str, str], slot: m.Slot) -> tuple[str, date, str, str]:
    return said[0], local_date(slot.starts_at), slot.case.number, said[1]


def _told(office_id: int, first: date, last: date, now: datetime) -> list[Entry]:
    """Sessions told without a slot: the newest notice of each mediation that goes on."""
    slotted = select(m.Slot.id).where(m.Slot.proceeding_id == Mediation.id, m.Slot.state == m.FIXED).exists()
    mine = (Mediation.office_id == office_id, Mediation.state.in_(GOES_ON), ~slotted)
    asked = select(Case.number, JournalEntry.changes, Mediation.id).join(
        Mediation, JournalEntry.proceeding_id == Mediation.id
    )
    asked = asked.join(Case, Case.id == Mediation.case_id).where(*mine, JournalEntry.step == "notify_session")
    newest = {row.id: row for row in db.session.execute(asked.order_by(JournalEntry.seq).limit(MOST))}
    return [
        each for row in newest.values() if (each := _of_notice(row.number, row.changes)) and first <= each.day <= last
    ]


def _of_notice(number: str, changes: dict[str, object]) -> Entry | None:
    told = changes.get("held_at")
    if not told:
        return None
    at = datetime.fromisoformat(str(told))
    return Entry(SESSION, local_date(at), number, phrase("sittings.session"), at, 90, str(changes.get("place") or ""))


def _hearings(office_id: int, first: date, last: date) -> list[Entry]:
    mine = (Adjudication.office_id == office_id, Adjudication.hearing_on.between(first, last))
    asked = select(Case.number, Adjudication.hearing_on).join(Case, Case.id == Adjudication.case_id).where(*mine)
    return [
        Entry(HEARING, on, number, phrase("sittings.hearing"))
        for number, on in db.session.execute(asked.limit(MOST))
        if on
    ]


def _last_days(office_id: int, first: date, last: date) -> list[Entry]:
    begin, end = (datetime.combine(each, time(), SHANGHAI) for each in (first, last + timedelta(days=2)))
    due = (RunningClock.due_at >= begin, RunningClock.due_at < end)
    mine = (RunningClock.state == "running", RunningClock.office_id == office_id, *due)
    asked = select(RunningClock.rule, RunningClock.due, Case.number).join(Case, Case.id == RunningClock.case_id)
    rows = db.session.execute(asked.where(*mine).order_by(RunningClock.due_at).limit(MOST))
    return [Entry(LAST_DAY, row.due, row.number, clock_name(row.rule)) for row in rows if first <= row.due <= last]
