"""Holding, fixing and moving: the sides are told by the same step of the mediation as everywhere (D-10)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.clock.calendar import Calendar
from casework.identity.actor import Actor
from casework.mediation import facts as mf
from casework.mediation.models import Mediation
from casework.mediation.verbs.conduct import notify_session
from casework.sittings import models as m
from casework.sittings.hours import hours
from casework.sittings.practice import practice_of
from casework.sittings.proposing import is_free

MOST = 100


def fix(mediation: Mediation, at: datetime, place: str, *, actor: Actor, now: datetime, reason: str = "") -> m.Slot:
    """Tell all sides of the session and keep its slot; earlier ones of the mediation fall.

    Raises StepRefused as the step, Invalid for a time that has passed.
    """
    if at <= now:
        raise Invalid({"slot": [phrase("sittings.past")]})
    notify_session(mediation, mf.Notification(at, place, reason or None), actor=actor, now=now)
    _let_go(mediation, m.MOVED if reason else m.RELEASED, reason or None, now)
    return _slot(mediation, at, place, m.FIXED, actor, now)


def hold(mediation: Mediation, at: datetime, place: str, *, calendar: Calendar, actor: Actor, now: datetime) -> m.Slot:
    """Hold a slot until the sides have answered, some working days at most. Raises Invalid when it is taken."""
    if not is_free(mediation.office_id, at, place, _names(mediation), now=now):
        raise Invalid({"slot": [phrase("sittings.taken")]})
    slot = _slot(mediation, at, place, m.HELD, actor, now)
    slot.held_until = now + (_after(local_date(now), hours()["hold_working_days"], calendar) - local_date(now))
    return slot


def move(slots: Sequence[m.Slot], days: int, reason: str, *, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Move fixed sessions of my office by some days, each to the next working day at the same hour; how many.

    All or none: raises Invalid without a reason, NotFound for a slot that is not mine, StepRefused as the step.
    """
    if not reason or not 0 < days < 366 or not slots or len(slots) > MOST:
        raise Invalid({"reason": [phrase("sittings.move_wrong")]})
    for slot in slots:
        if slot.office_id != actor.office_id or slot.state != m.FIXED:
            raise NotFound("slot")
        mediation = db.session.get_one(Mediation, slot.proceeding_id)
        day = local_date(slot.starts_at)
        goal = _working_day(day + timedelta(days=days), calendar)
        fix(mediation, slot.starts_at + (goal - day), slot.place, actor=actor, now=now, reason=reason)
    return len(slots)


def keep_away(mediation: Mediation, who: str, first: date, last: date, *, actor: Actor) -> m.Absence:
    """Keep the days on which a named mediator (`m<id>`) or a side (its ref) cannot come. Raises Invalid."""
    party = next((each for each in mediation.case.parties if each.ref == who), None)
    named = next((each for each in mediation.named if f"m{each.mediator_id}" == who), None)
    if (party is None and named is None) or last < first:
        raise Invalid({"who": [phrase("sittings.away_wrong")]})
    absence = m.Absence(
        party_id=party.id if party else None,
        mediator_id=named.mediator_id if named else None,
        first=first,
        last=last,
        told_by=actor.name,
    )
    db.session.add(absence)
    return absence


def _slot(mediation: Mediation, at: datetime, place: str, state: str, actor: Actor, now: datetime) -> m.Slot:
    slot = m.Slot(
        office_id=mediation.office_id,
        case_id=mediation.case_id,
        proceeding_id=mediation.id,
        place=place,
        starts_at=at,
        minutes=practice_of(mediation.office_id).minutes,
        mediators="、".join(_names(mediation))[:300],
        state=state,
        made_by=actor.name,
        made_at=now,
    )
    db.session.add(slot)
    return slot


def _let_go(mediation: Mediation, state: str, reason: str | None, now: datetime) -> None:
    open_ones = (m.Slot.proceeding_id == mediation.id, m.Slot.state.in_((m.HELD, m.FIXED)), m.Slot.starts_at > now)
    for slot in db.session.scalars(select(m.Slot).where(*open_ones)):
        slot.state, slot.reason = state, reason


def _names(mediation: Mediation) -> list[str]:
    return [each.mediator.name for each in mediation.named]


def _working_day(day: date, calendar: Calendar) -> date:
    while calendar.is_rest(day):
        day += timedelta(days=1)
    return day


def _after(day: date, count: int, calendar: Calendar) -> date:
    for _each in range(count):
        day = _working_day(day + timedelta(days=1), calendar)
    return day
