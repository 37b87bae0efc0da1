"""Many files to one colleague: an act per file through the door, the day narrowed to whose they are, filters kept."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.counter.views import book
from casework.desk.returns import came_back, owed
from casework.desk.worklist import Wanted, day_list
from casework.identity.models import Person
from casework.procedure.models import Handling
from casework.records.journal import JournalEntry
from casework.records.verify import first_breaks
from tests.counter.filing import token

PLACE = "/hand-overs"


@pytest.fixture
def colleague(city):
    """Somebody else with a post at the clerk's station."""
    actor = city.actor("clerk")
    person = Person(login="second", name="第二人", password_hash="-")
    db.session.add(person)
    db.session.flush()
    first = db.session.get(Person, actor.person_id).posts[0]
    db.session.add(type(first)(person_id=person.id, organisation_id=actor.office_id, role="clerk", since=first.since))
    db.session.commit()
    return person.id


def hand(client, ids, person, reason="休假"):
    answer = client.post(PLACE, json={"proceedings": ids, "person_id": person, "reason": reason})
    db.session.rollback()
    return answer


def test_files_go_to_a_colleague_each_with_its_entry(signed_in, registered, colleague):
    files = [registered(days).id for days in (1, 2, 3)]

    answer = hand(signed_in(), files, colleague)

    told = list(db.session.scalars(select(JournalEntry).where(JournalEntry.step == "hand_on")))
    assert (answer.status_code, [each["refusals"] for each in answer.json["files"]]) == (200, [[], [], []])
    assert [each.person_id for each in db.session.scalars(select(Handling))] == [colleague] * 3
    assert {str(each.changes) for each in told} == {
        "{'handling': [{'person': [None, '第二人'], 'reason': [None, '休假']}]}"
    }
    assert first_breaks() == []


def test_what_the_door_refuses_stays_and_the_others_go(signed_in, registered, colleague):
    first, second = registered(1).id, registered(2).id
    client = signed_in()
    hand(client, [first], colleague)

    answer = hand(client, [first, second], colleague)

    codes = [[each["code"] for each in file["refusals"]] for file in answer.json["files"]]
    assert (answer.status_code, codes) == (207, [["somebody_else_handled_it"], []])


@pytest.mark.parametrize(("reason", "code"), [("", "the_change_has_a_reason"), ("  ", "the_change_has_a_reason")])
def test_handing_on_needs_a_reason(signed_in, registered, colleague, reason, code):
    answer = hand(signed_in(), [registered().id], colleague, reason)

    assert [each["code"] for each in answer.json["files"][0]["refusals"]] == [code]


def test_stranger_of_the_office_gets_no_file(city, signed_in, registered):
    officer = city.actor("officer").person_id

    answer = hand(signed_in(), [registered().id], officer)

    assert [each["code"] for each in answer.json["files"][0]["refusals"]] == ["the_new_handler_works_here"]


def test_files_of_others_do_not_exist(signed_in, registered, colleague):
    answer = hand(signed_in("officer"), [registered().id], colleague)

    assert answer.status_code == 404


def test_day_is_narrowed_to_mine_and_to_nobodys(city, signed_in, registered, colleague, now):
    mine, other = registered(1), registered(2)
    client, actor = signed_in(), city.actor("clerk")
    hand(client, [mine.id], colleague)

    def numbers(whose):
        held = type(actor)(**{**actor.__dict__, "person_id": colleague}) if whose == "mine" else actor
        day = day_list(book(), actor=held, now=now, wanted=Wanted(whose=whose))
        return [line.number for line in day.lines], day.total

    assert numbers("mine") == ([mine.case.number], 1)
    assert numbers("nobody") == ([other.case.number], 1)
    assert numbers("all")[1] == 2


def test_form_shows_a_result_per_file(signed_in, registered, colleague):
    client, complaint = signed_in(), registered()
    csrf = token(client)
    form = {"csrf_token": csrf, "proceedings": [complaint.id], "person_id": colleague, "reason": "休假"}

    page = client.post(PLACE, data=form)

    assert (page.status_code, "已移交给第二人 1 件" in page.text) == (200, True)
    assert "移交承办人" in client.get(f"/cases/{complaint.case.number}").text


def test_filter_is_kept_under_its_name_and_thrown_away(signed_in, registered):
    registered()
    client = signed_in()
    csrf = token(client)
    form = {"csrf_token": csrf, "name": "我的逾期", "whose": "mine", "due": "late", "procedure": "nonsense"}

    kept = client.post("/filters", data=form)
    page = client.get("/").text
    client.post("/filters/1/removal", data={"csrf_token": csrf})

    assert kept.headers["Location"] == "/?whose=mine&due=late"
    assert "我的逾期" in page
    assert "我的逾期" not in client.get("/").text


def test_sender_sees_the_receipt_owed_and_then_what_came_back(city, handed_over, signed_in, now):
    complaint = handed_over()
    clerk = city.actor("clerk")

    before, total = owed(actor=clerk, now=now)
    csrf = token(client := signed_in("registrar"))
    place = f"/cases/{complaint.case.number}/complaint/{complaint.id}/reception"
    client.post(place, data={"csrf_token": csrf, "version": complaint.version})
    db.session.rollback()

    assert ([each.number for each in before], total) == ([complaint.case.number], 1)
    assert owed(actor=clerk, now=now)[0] == []
    assert [(each.label, each.office) for each in came_back(actor=clerk, now=now)] == [
        ("签收移交", city.offices["hs-committee"].name)
    ]
