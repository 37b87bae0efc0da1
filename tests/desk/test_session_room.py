"""The session room: one page of the handling office; private notes stay with the mediators in charge."""

import re

import pytest

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.counter.views import onward
from casework.mediation import facts as mf
from casework.mediation.committee import load_demonstration_committee, register_of
from casework.mediation.models import Mediation, PrivateNote
from casework.mediation.verbs import conduct, intake
from casework.mediation.verbs.notes import keep_note, notes_of
from casework.records.filing import open_case
from casework.records.journal import JournalEntry
from tests.desk.conftest import TOKEN
from tests.support.city import case_facts

SECRET = "最低可以接受两万元"


@pytest.fixture
def mediation(city, now) -> Mediation:
    """A mediation that the demonstration's mediator conducts."""
    load_demonstration_committee(city.offices)
    registrar, office = city.actor("registrar"), city.offices["hs-committee"]
    case = open_case(case_facts(), actor=registrar, now=now)
    found = intake.register(case, mf.Application(), actor=registrar, now=now)
    intake.start_review(found, None, actor=registrar, now=now)
    intake.accept(found, mf.Acceptance(rights_told_on=now.date()), actor=registrar, now=now)
    chosen = next(each for each in register_of(office.id) if each.name == "吕堃")
    naming = mf.Naming(chosen.id, presiding=True, conflict=False)
    conduct.name_mediators(found, mf.Mediators((naming,)), actor=registrar, now=now)
    db.session.commit()
    return found


def address(mediation: Mediation) -> str:
    return f"/cases/{mediation.case.number}/mediation/{mediation.id}/room"


def test_note_is_read_by_the_mediator_in_charge_alone(mediation, signed_in):
    room = address(mediation)
    client, other = signed_in("mediator"), signed_in("registrar")
    token = TOKEN.search(client.get(room).text)[1]

    answer = client.post(f"{room}/notes", data={"csrf_token": token, "sort": "concession", "text": SECRET})
    seen, hidden = client.get(room).text, other.get(room).text

    assert answer.status_code == 303
    assert (SECRET in seen, SECRET in hidden) == (True, False)
    assert "私下笔记只对本案调解员开放" in hidden


def test_note_leaves_no_trace_in_the_journal(mediation, city, now):
    entries = db.session.query(JournalEntry).count()

    keep_note(mediation, "caucus", SECRET, actor=city.actor("mediator"), now=now)
    db.session.flush()

    assert db.session.query(JournalEntry).count() == entries
    assert db.session.query(PrivateNote).one().text == SECRET
    assert notes_of(mediation, actor=city.actor("registrar")) == []


@pytest.mark.parametrize(("login", "sort", "text", "error"), [
    ("registrar", "caucus", SECRET, NotFound),
    ("mediator", "rumour", SECRET, Invalid),
    ("mediator", "caucus", "", Invalid),
    ("mediator", "caucus", "字" * 5001, Invalid),
])  # fmt: skip
def test_note_is_refused_to_others_and_when_empty(mediation, city, now, login, sort, text, error):
    with pytest.raises(error):
        keep_note(mediation, sort, text, actor=city.actor(login), now=now)


def test_room_of_another_office_is_not_there(mediation, signed_in):
    assert signed_in("clerk").get(address(mediation)).status_code == 404


def test_record_kept_in_the_room_comes_back_to_it(mediation, signed_in):
    room, client = address(mediation), signed_in("mediator")
    page = client.get(room).text
    told = dict(re.findall(r'name="(csrf_token|version|next|held_at|place)"[^>]*value="([^"]+)"', page))

    answer = client.post(
        room.replace("/room", "/session"), data={**told, "present": ["P1", "P2"], "result": "择日再谈", "signed": "y"}
    )

    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/room#record")


@pytest.mark.parametrize(("asked", "goes"), [
    ("/cases/x/mediation/1/room#record", "/cases/x/mediation/1/room#record"),
    ("/cases/y/mediation/1/room", "/cases/x"),
    ("//elsewhere.example/cases/x/", "/cases/x"),
    ("/cases/x/?a=b", "/cases/x"),
    ("", "/cases/x"),
])  # fmt: skip
def test_form_goes_on_only_below_its_own_case(asked, goes):
    assert onward({"next": asked}, "/cases/x") == goes


@pytest.mark.parametrize(("asked", "chosen"), [("P2", ["P2"]), ("P9", []), ("", [])])
def test_address_of_an_act_names_a_choice_that_is_on_offer(mediation, signed_in, asked, chosen):
    act = address(mediation).replace("/room", "/service-address")

    page = signed_in("mediator").get(f"{act}?party={asked}").text

    assert [each for each in re.findall(r'<option selected value="([^"]*)"', page) if each.startswith("P")] == chosen
