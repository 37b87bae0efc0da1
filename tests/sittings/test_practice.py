"""The rooms and hours of an office: kept by the office itself, followed by the slots, wrong ones told."""

import pytest

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.sittings.practice import Practice, keep_practice, practice_of
from casework.sittings.proposing import proposals
from tests.sittings.test_slots import CALENDAR, NOW
from tests.support.browsing import Desk

GOOD = {"rooms": "磁湖厅\n团城山厅", "begins": "14:00\n09：00", "minutes": "60"}


def test_slots_follow_the_rooms_and_hours_of_the_office(mediation, city):
    kept = keep_practice(**GOOD, actor=city.actor("registrar"), now=NOW)

    first = proposals(mediation, calendar=CALENDAR, now=NOW)[:2]
    assert kept == practice_of(mediation.office_id) == Practice(("磁湖厅", "团城山厅"), ("09:00", "14:00"), 60)
    assert [(each.value, each.minutes) for each in first] == [
        ("2026-09-21T09:00|磁湖厅", 60),
        ("2026-09-21T14:00|磁湖厅", 60),
    ]


def test_second_telling_replaces_the_first(mediation, city):
    for rooms in ("磁湖厅", "团城山厅"):
        keep_practice(**{**GOOD, "rooms": rooms}, actor=city.actor("registrar"), now=NOW)

    assert practice_of(mediation.office_id).rooms == ("团城山厅",)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rooms", " \n"),
        ("rooms", "第一|第二"),
        ("rooms", "长" * 41),
        ("begins", ""),
        ("begins", "九点"),
        ("begins", "25:00"),
        ("minutes", "0"),
        ("minutes", "一小时"),
    ],
)
def test_mistake_is_told_under_its_field(city, field, value):
    with pytest.raises(Invalid) as told:
        keep_practice(**{**GOOD, field: value}, actor=city.actor("registrar"), now=NOW)

    assert list(told.value.errors) == [field]


def test_rooms_are_not_kept_by_a_mediator(city):
    with pytest.raises(NotFound):
        keep_practice(**GOOD, actor=city.actor("mediator"), now=NOW)


def test_page_keeps_what_was_typed_and_then_the_rooms(mediation, app):
    db.session.commit()
    desk = Desk(app.test_client(), "registrar")

    wrong = desk.post("/calendar/rooms", {**GOOD, "minutes": "x"})
    kept = desk.post("/calendar/rooms", GOOD)

    assert (wrong.status_code, "磁湖厅" in wrong.text) == (422, True)
    assert (kept.status_code, "磁湖厅" in desk.get("/calendar/rooms").text) == (303, True)
    assert Desk(app.test_client(), "mediator").get("/calendar/rooms").status_code == 404
