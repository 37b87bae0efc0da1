"""Slots that suit everybody: working days, nobody away, room and mediator free. Nothing is kept here."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import or_, select

from casework.base.db import db
from casework.base.wallclock import SHANGHAI, local_date
from casework.clock.calendar import Calendar
from casework.mediation.models import Mediation
from casework.sittings import models as m
from casework.sittings.hours import hours
from casework.sittings.practice import Practice, practice_of


@dataclass(frozen=True)
class Proposal:
    """A free time in a room; `value` names it in a form."""

    starts_at: datetime
    place: str
    minutes: int

    @property
    def value(self) -> str:
        """`2026-03-05T09:00|第一调解室`, the time of Shanghai."""
        return f"{self.starts_at.astimezone(SHANGHAI):%Y-%m-%dT%H:%M}|{self.place}"


def proposals(mediation: Mediation, *, calendar: Calendar, now: datetime) -> list[Proposal]:
    """The first free slots from some days ahead, one each half day."""
    today, practice, own = local_date(now), hours(), practice_of(mediation.office_id)
    days = [today + timedelta(days=n) for n in range(practice["days_ahead"], practice["days_seen"])]
    away = absences(mediation)
    taken = slots_between(mediation.office_id, days[0], days[-1], now=now)
    names = [each.mediator.name for each in mediation.named]
    found: list[Proposal] = []
    for day in days:
        if calendar.is_rest(day) or any(each.first <= day <= each.last for each in away):
            continue
        for half in own.halves:
            found += _first_free(day, half, own, taken, names)
        if len(found) >= practice["proposed"]:
            break
    return found[: practice["proposed"]]


def read_value(value: str) -> tuple[datetime, str] | None:
    """The time and place that a form names; None when it names none."""
    at, _, place = value.partition("|")
    try:
        return datetime.fromisoformat(at).replace(tzinfo=SHANGHAI).astimezone(UTC), place[:200]
    except ValueError:
        return None


def is_free(office_id: int, at: datetime, place: str, names: list[str], *, now: datetime) -> bool:
    """Whether room and mediators are free then."""
    day = local_date(at)
    taken = slots_between(office_id, day, day, now=now)
    return _free(at, place, practice_of(office_id).minutes, taken, names)


def absences(mediation: Mediation) -> list[m.Absence]:
    """The days on which a named mediator or a side cannot come."""
    who = or_(
        m.Absence.mediator_id.in_([each.mediator_id for each in mediation.named]),
        m.Absence.party_id.in_([each.id for each in mediation.case.parties]),
    )
    return list(db.session.scalars(select(m.Absence).where(who).order_by(m.Absence.first)))


def slots_between(office_id: int, first: date, last: date, *, now: datetime) -> list[m.Slot]:
    """The slots of an office that are fixed, or held and still waiting, on these local dates."""
    begin = datetime.combine(first, time(), SHANGHAI)
    end = datetime.combine(last + timedelta(days=1), time(), SHANGHAI)
    waiting = or_(m.Slot.state == m.FIXED, (m.Slot.state == m.HELD) & (m.Slot.held_until > now))
    asked = select(m.Slot).where(m.Slot.office_id == office_id, m.Slot.starts_at >= begin, m.Slot.starts_at < end)
    return list(db.session.scalars(asked.where(waiting).order_by(m.Slot.starts_at).limit(1000)))


def _first_free(
    day: date, begins: tuple[str, ...], own: Practice, taken: list[m.Slot], names: list[str]
) -> list[Proposal]:
    for begin in begins:
        at = datetime.combine(day, time.fromisoformat(begin), SHANGHAI).astimezone(UTC)
        for place in own.rooms:
            if _free(at, place, own.minutes, taken, names):
                return [Proposal(at, place, own.minutes)]
    return []


def _free(at: datetime, place: str, minutes: int, taken: list[m.Slot], names: list[str]) -> bool:
    until = at + timedelta(minutes=minutes)
    same_time = [s for s in taken if s.starts_at < until and at < s.starts_at + timedelta(minutes=s.minutes)]
    busy = {name for each in same_time for name in each.mediators.split("、")}
    return all(each.place != place for each in same_time) and not busy & set(names)
