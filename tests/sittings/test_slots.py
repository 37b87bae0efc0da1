"""Slots that suit everybody, held, fixed and moved; the calendar of an office and its iCalendar."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.wallclock import SHANGHAI, local_date, local_time
from casework.clock.calendar import default_calendar
from casework.mediation.models import Mediation
from casework.records.journal import JournalEntry
from casework.sittings import models as m
from casework.sittings import verbs
from casework.sittings.events import entries, ics
from casework.sittings.proposing import absences, proposals, read_value

NOW = datetime(2026, 9, 18, 9, 0, tzinfo=SHANGHAI)
CALENDAR = default_calendar()


def offered(found: Mediation) -> list[str]:
    return [each.value for each in proposals(found, calendar=CALENDAR, now=NOW)]


def test_slots_are_on_working_days_with_the_holiday_left_out(mediation):
    days = {local_date(each.starts_at) for each in proposals(mediation, calendar=CALENDAR, now=NOW)}

    assert sorted(days) == [date(2026, 9, 21), date(2026, 9, 22), date(2026, 9, 23)]
    assert [each for each in days if CALENDAR.is_rest(each)] == []


def test_days_when_a_side_or_the_mediator_is_away_are_not_proposed(mediation, city):
    actor = city.actor("registrar")
    chosen = mediation.named[0].mediator_id
    verbs.keep_away(mediation, "P2", date(2026, 9, 21), date(2026, 9, 21), actor=actor)
    verbs.keep_away(mediation, f"m{chosen}", date(2026, 9, 22), date(2026, 9, 22), actor=actor)
    db.session.flush()

    assert len(absences(mediation)) == 2
    assert offered(mediation)[0].startswith("2026-09-23T09:00")


@pytest.mark.parametrize(("who", "first", "last"), [
    ("P9", date(2026, 9, 21), date(2026, 9, 21)),
    ("m9999", date(2026, 9, 21), date(2026, 9, 21)),
    ("P1", date(2026, 9, 22), date(2026, 9, 21)),
])  # fmt: skip
def test_absence_of_a_stranger_or_backwards_is_refused(mediation, city, who, first, last):
    with pytest.raises(Invalid):
        verbs.keep_away(mediation, who, first, last, actor=city.actor("registrar"))


def test_held_slot_is_kept_from_others_until_it_lapses(mediation, city):
    actor = city.actor("registrar")
    at, place = read_value(offered(mediation)[0])

    slot = verbs.hold(mediation, at, place, calendar=CALENDAR, actor=actor, now=NOW)
    db.session.flush()

    assert local_date(slot.held_until) == date(2026, 9, 21)
    assert not offered(mediation)[0].startswith("2026-09-21T09:00")
    with pytest.raises(Invalid):
        verbs.hold(mediation, at, place, calendar=CALENDAR, actor=actor, now=NOW)
    slot.held_until = NOW
    db.session.flush()
    assert offered(mediation)[0].startswith("2026-09-21T09:00")


def test_fixed_slot_tells_the_sides_by_the_step(mediation, city):
    at, place = read_value(offered(mediation)[1])
    verbs.hold(mediation, at, place, calendar=CALENDAR, actor=city.actor("registrar"), now=NOW)

    verbs.fix(mediation, at, place, actor=city.actor("registrar"), now=NOW)
    db.session.flush()

    states = list(db.session.scalars(select(m.Slot.state).order_by(m.Slot.id)))
    entry = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert states == ["released", "fixed"]
    assert (entry.step, entry.changes["held_at"], entry.changes["place"]) == ("notify_session", at.isoformat(), place)


def test_moved_sessions_go_to_a_working_day_with_their_reason(mediation, city):
    actor = city.actor("registrar")
    at = datetime(2026, 9, 24, 6, 30, tzinfo=UTC)
    slot = verbs.fix(mediation, at, "第一调解室", actor=actor, now=NOW)
    db.session.flush()

    moved = verbs.move([slot], 7, "调解员外出培训", calendar=CALENDAR, actor=actor, now=NOW)
    db.session.flush()

    new = db.session.scalars(select(m.Slot).where(m.Slot.state == "fixed")).one()
    entry = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert moved == 1
    assert f"{local_time(new.starts_at):%Y-%m-%d %H:%M}" == "2026-10-08 14:30"
    assert (slot.state, slot.reason, entry.changes["reason"]) == ("moved", "调解员外出培训", "调解员外出培训")


@pytest.mark.parametrize(("days", "reason", "login", "error"), [
    (0, "有事", "registrar", Invalid),
    (7, "", "registrar", Invalid),
    (7, "有事", "clerk", NotFound),
])  # fmt: skip
def test_move_without_reason_or_by_others_is_refused(mediation, city, days, reason, login, error):
    slot = verbs.fix(mediation, NOW + timedelta(days=5), "第一调解室", actor=city.actor("registrar"), now=NOW)
    db.session.flush()

    with pytest.raises(error):
        verbs.move([slot], days, reason, calendar=CALENDAR, actor=city.actor(login), now=NOW)


def test_slot_in_the_past_is_refused(mediation, city):
    with pytest.raises(Invalid):
        verbs.fix(mediation, NOW - timedelta(days=1), "第一调解室", actor=city.actor("registrar"), now=NOW)


def test_calendar_tells_sessions_once_and_last_days(mediation, city):
    office = mediation.office_id
    told = entries(office, date(2026, 3, 1), date(2026, 5, 31), now=NOW)
    verbs.fix(mediation, NOW + timedelta(days=3), "第一调解室", actor=city.actor("registrar"), now=NOW)
    db.session.flush()

    fixed = entries(office, date(2026, 9, 1), date(2026, 9, 30), now=NOW, clocks=False)

    assert [(each.sort, each.hour) for each in told if each.sort == "session"] == [("session", "12:00")]
    assert "last_day" in {each.sort for each in told}
    assert [(each.sort, each.place) for each in fixed] == [("session", "第一调解室")]


def test_icalendar_is_read_back_and_names_nobody(mediation):
    found = entries(mediation.office_id, date(2026, 3, 1), date(2026, 3, 31), now=NOW)

    body = ics(found, NOW)

    events = list(icalendar.Calendar.from_ical(body).walk("VEVENT"))
    session = next(each for each in events if str(each["summary"]).startswith("调解 "))
    names = [party.name for party in mediation.case.parties]
    assert len(events) == len(found)
    assert session["dtstart"].dt == datetime(2026, 3, 3, 4, 0, tzinfo=UTC)
    assert [name for name in names if name in body.decode()] == []
