"""The acts over HTTP, from the joint application to the last payment, as JSON and as forms."""

import re
from datetime import timedelta

import pytest

from casework.base import wallclock
from casework.base.db import db
from casework.base.wallclock import at_local, local_date
from casework.confirmation.acts import ACTS
from casework.confirmation.facts import MATERIALS
from casework.identity.city import city_data, load_offices, load_people
from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.mediation.committee import MediatorFacts, appoint, register_of
from casework.performance.acts import ACTS as PERFORMANCE_ACTS
from tests.mediation.conftest import make_case
from tests.mediation.walk import Walk

TODAY = local_date(wallclock.now())
DAY = TODAY.isoformat()


class Room:
    """What a Walk needs, on the database of the application."""

    def __init__(self) -> None:
        offices = load_offices(city_data())
        load_people(city_data(), offices, since=TODAY - timedelta(days=400))
        self.offices, self.committee = offices, offices["hs-committee"]
        for role in ("registrar", "mediator", "seal_keeper"):
            name = "吕堃" if role == "mediator" else "何文静"
            setattr(self, role, actor_at(self.committee, Role(role), name=name))
        facts = MediatorFacts(name="吕堃", since=TODAY - timedelta(days=400), member=True, sex="male")
        self.mediators = register_of(self.committee.id) or [appoint(self.committee.id, facts)]


class Counter:
    """Somebody at the counter of one case; `place` is the proceeding acted on."""

    def __init__(self, app, number):
        self.app, self.number, self.clients, self.place = app, number, {}, None

    def at(self, login):
        if login not in self.clients:
            self.clients[login] = self.app.test_client()
            self.clients[login].post("/sign-in", json={"login": login, "password": city_data()["password"]})
        return self.clients[login]

    def address(self, procedure, noun):
        middle = f"{self.place['proceeding']}/" if self.place else ""
        return f"/cases/{self.number}/{procedure}/{middle}{noun}"

    def post(self, login, procedure, noun, **facts):
        """Do an act as JSON."""
        told = {**facts, "version": self.place["version"]} if self.place else facts
        answer = self.at(login).post(self.address(procedure, noun), json=told)
        if answer.status_code == 201:
            self.place = answer.get_json()
        return answer.status_code, answer.get_json()

    def page(self, login, procedure, noun):
        answer = self.at(login).get(self.address(procedure, noun))
        return answer.status_code, answer.get_data(as_text=True)

    def form(self, login, procedure, noun, **facts):
        """Do an act as a browser without scripts does."""
        home = self.at(login).get("/").get_data(as_text=True)
        token = re.search(r'name="csrf_token" value="([^"]+)"', home).group(1)
        told = {**facts, "csrf_token": token, **({"version": self.place["version"]} if self.place else {})}
        return self.at(login).post(self.address(procedure, noun), data=told).status_code


@pytest.fixture
def counter(app, session) -> Counter:
    """A case whose agreement took effect today."""
    db.create_all()
    room = Room()
    case = make_case(room, now=at_local(TODAY))
    walk = Walk(room, case, DAY).mediating()
    due = TODAY + timedelta(days=30)
    walk.settle(walk.term(due=due, fen=3_000_000), walk.term(due=due + timedelta(days=30), fen=2_000_000))
    walk.sign("P1").sign("P2").sign_mediator().seal()
    number = case.number
    session.commit()
    session.remove()
    return Counter(app, number)


def test_committee_and_court_confirm_together_as_json(counter):
    told = {"consents": ["P1", "P2"]}

    prepared = counter.post("registrar", "confirmation", "application", **told)
    filed = counter.post("registrar", "confirmation", "filing", filed_on=DAY, materials=list(MATERIALS))
    docketed = counter.post("judge", "confirmation", "docketing", number="(2026)鄂0281民特12号", docketed_on=DAY)
    receipts = [{"party": "P1", "received_on": DAY}, {"party": "P2", "received_on": DAY}]
    ruled = counter.post("judge", "confirmation", "ruling", ruled_on=DAY, receipts=receipts)

    assert [status for status, _ in (prepared, filed, docketed, ruled)] == [201, 201, 201, 201]
    assert ruled[1]["state"] == "confirmed"


def test_one_party_alone_is_409_with_the_reason(counter):
    status, body = counter.post("registrar", "confirmation", "application", consents=["P1"])

    assert (status, [each["code"] for each in body["refusals"]]) == (409, ["all_parties_apply_together"])


def test_unknown_party_is_422(counter):
    status, _ = counter.post("registrar", "confirmation", "application", consents=["P1", "P9"])

    assert status == 422


def test_page_proposes_the_court_and_the_agreement(counter):
    status, page = counter.page("registrar", "confirmation", "application")

    assert status == 200
    assert "大冶市人民法院" in page
    assert "共同申请的当事人" in page


def test_forms_work_without_scripts(counter):
    prepared = counter.form("registrar", "confirmation", "application", consents=["P1", "P2"], court="大冶市人民法院")

    assert prepared == 303


def test_other_offices_get_no_such_page(counter):
    assert counter.page("officer", "confirmation", "application")[0] == 404


def test_court_posts_nothing_before_it_sees_the_case(counter):
    counter.post("registrar", "confirmation", "application", consents=["P1", "P2"])

    assert counter.post("judge", "confirmation", "docketing", docketed_on=DAY)[0] == 404


def test_payments_are_recorded_until_performed(counter):
    scheduled = counter.post("mediator", "performance", "schedule")
    first = counter.post("mediator", "performance", "proof", items=["1"], done_on=DAY)
    second = counter.post("mediator", "performance", "proof", fen="2万元", done_on=DAY)

    assert [status for status, _ in (scheduled, first, second)] == [201, 201, 201]
    assert (first[1]["state"], second[1]["state"]) == ("performing", "performed")


@pytest.mark.parametrize("act", PERFORMANCE_ACTS[1:], ids=lambda act: act.noun)
def test_every_page_of_performance_is_drawn(counter, act):
    counter.post("mediator", "performance", "schedule")
    counter.post("mediator", "performance", "proof", items=["1"], done_on=DAY)

    status, page = counter.page("mediator", "performance", act.noun)

    assert (status, "<h1>" in page) == (200, True)
    assert "field." not in page


@pytest.mark.parametrize("act", [act for act in ACTS if act.procedure == "confirmation"][2:], ids=lambda act: act.noun)
def test_every_page_of_confirmation_is_drawn(counter, act):
    counter.post("registrar", "confirmation", "application", consents=["P1", "P2"])

    status, page = counter.page("registrar", "confirmation", act.noun)

    assert (status, "<h1>" in page) == (200, True)
    assert "field." not in page


def test_closed_window_is_offered_only_afterwards(counter):
    assert counter.page("registrar", "confirmation", "window-closing")[0] == 404


@pytest.mark.parametrize("act", [*ACTS, *PERFORMANCE_ACTS], ids=lambda act: f"{act.procedure}-{act.noun}")
def test_every_field_has_its_label(act):
    form = act.form()

    assert [name for name, field in form._fields.items() if form.label_of(field) == name] == []
