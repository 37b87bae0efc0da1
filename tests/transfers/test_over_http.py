"""The police transfer and a lead over HTTP: form and JSON, refused in words, seen by the police once sent."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.model import Base
from casework.procedure.models import Proceeding
from casework.records.filing import open_case
from casework.transfers.police_forms import PoliceSendingForm, SuspicionForm
from casework.web.app import create_app
from tests.enforcement.walk import TEAM, at
from tests.support.city import PASSWORD, case_facts, load_city
from tests.support.client import Client


@pytest.fixture
def house(tmp_path):
    """An application with the city and one case."""
    settings = {
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path / 'casework.sqlite'}",
        "CASEWORK_INSTANCE": str(tmp_path),
        "TESTING": True,
        "WTF_CSRF_ENABLED": False,
    }
    app = create_app(settings)
    app.test_client_class = Client
    with app.app_context():
        Base.metadata.create_all(db.engine)
        city = load_city(db.session)
        case = open_case(case_facts(), actor=city.actor("officer"), now=at(7, 1))
        db.session.commit()
        app.extensions["case_number"] = case.number
        app.extensions["offices"] = {code: office.id for code, office in city.offices.items()}
    yield app
    with app.app_context():
        db.engine.dispose()


def signed_in(app, login):
    """A client of a demonstration person."""
    client = app.test_client()
    client.post("/sign-in", json={"login": login, "password": PASSWORD})
    return client


class Desk:
    """Posts acts as one person after another, with the version that stands."""

    def __init__(self, app):
        self.app, self.number = app, app.extensions["case_number"]
        self.clients = {}

    def open(self, login, procedure, noun, body):
        """Open a proceeding."""
        return self._client(login).post(f"/cases/{self.number}/{procedure}/{noun}", json=body)

    def act(self, login, procedure, noun, body):
        """Act on the newest proceeding of a procedure."""
        number, version = self.newest(procedure)
        body = {"version": version, **body}
        return self._client(login).post(f"/cases/{self.number}/{procedure}/{number}/{noun}", json=body)

    def newest(self, procedure):
        """Id and version of the newest proceeding of a procedure."""
        asked = select(Proceeding.id, Proceeding.version).where(Proceeding.procedure == procedure)
        with self.app.app_context():
            return db.session.execute(asked.order_by(Proceeding.id.desc())).first()

    def _client(self, login):
        if login not in self.clients:
            self.clients[login] = signed_in(self.app, login)
        return self.clients[login]


@pytest.fixture
def desk(house):
    """The acts of one case."""
    return Desk(house)


def test_police_transfer_from_lead_to_refusal_in_json(house, desk):
    team = "、".join(TEAM)
    sending = {
        "office_id": str(house.extensions["offices"]["hs-police"]),
        "letter": True,
        "report": True,
        "goods": True,
    }
    sending |= {"appraisal_reason": "商标权人已鉴别", "other": True, "contact": "方志远 0714-6350000"}
    declined = {"ground": "no_crime", "reason": "金额不足", "papers_back": True}
    police = "transfer_police"

    answers = [
        desk.open("officer", "penalty", "lead", {"suspected": "销售假冒注册商标的商品"}),
        desk.open("officer", police, "suspicion", {"crime": "214", "sales": "6万元", "suspicion": "上家不明"}),
        desk.act("head", police, "team", {"officers": team}),
        desk.act("officer", police, "report", {"report": "经核实涉嫌犯罪"}),
        desk.act("chief", police, "approval", {}),
        desk.act("officer", police, "sending", sending),
        desk.act("police", police, "receipt", {"receiver": "袁勇"}),
        desk.act("police", police, "refusal", declined),
        desk.act("officer", police, "penalty-resumption", {}),
    ]

    assert [answer.status_code for answer in answers] == [201] * 9
    assert [paper["kind"] for paper in answers[5].json["papers"]] == ["DOC-P1", "DOC-P2", "DOC-P4"]
    assert answers[-1].json["state"] == "penalty_resumed"


def test_pages_with_a_shape_of_their_own_leave_no_field_out(desk):
    shown = {"suspicion": desk._client("officer").get(f"/cases/{desk.number}/transfer_police/suspicion").text}
    desk.open("officer", "transfer_police", "suspicion", {"suspicion": "合理嫌疑"})
    number, _version = desk.newest("transfer_police")
    shown["sending"] = desk._client("officer").get(f"/cases/{desk.number}/transfer_police/{number}/sending").text
    forms = {"suspicion": SuspicionForm(), "sending": PoliceSendingForm()}

    left_out = [name for key, form in forms.items() for name in form._fields if f'name="{name}"' not in shown[key]]

    assert left_out == ["evidence_ids"]  # this case has no file to choose


def test_deputy_is_refused_with_rule_and_cure(desk):
    desk.open("officer", "transfer_police", "suspicion", {"suspicion": "合理嫌疑"})
    desk.act("head", "transfer_police", "team", {"officers": "、".join(TEAM)})
    desk.act("officer", "transfer_police", "report", {"report": "核实"})

    answer = desk.act("deputy", "transfer_police", "approval", {})

    assert (answer.status_code, answer.mimetype) == (409, "application/problem+json")
    assert [(each["code"], each["rule"]) for each in answer.json["refusals"]] == [("post", "POL-2")]


def test_case_does_not_exist_for_the_police_before_the_sending(desk):
    desk.open("officer", "transfer_police", "suspicion", {"suspicion": "合理嫌疑"})

    assert desk.act("police", "transfer_police", "receipt", {"receiver": "袁勇"}).status_code == 404


def test_body_with_unknown_and_missing_fields_is_named(desk):
    unknown = desk.open("officer", "penalty", "lead", {"suspected": "x", "colour": "red"})
    missing = desk.open("officer", "penalty", "lead", {})
    number = desk.open("officer", "transfer_police", "suspicion", {"crime": "215", "pieces": "many"})

    told = [[each["field"] for each in answer.json["errors"]] for answer in (unknown, missing, number)]
    assert (told, {answer.status_code for answer in (unknown, missing, number)}) == (
        [["colour"], ["suspected"], ["pieces"]],
        {422},
    )


@pytest.mark.parametrize(
    ("login", "address"),
    [
        ("officer", "penalty/lead"),
        ("officer", "transfer_police/suspicion"),
        ("officer", "transfer_admin/draft"),
        ("officer", "transfer_in/arrival"),
        ("officer", "notice/clue"),
        ("officer", "designation/request"),
    ],
)
def test_opening_shows_its_form(desk, login, address):
    desk.open("officer", "penalty", "lead", {"suspected": "销售假冒商品"})
    answer = desk._client(login).get(f"/cases/{desk.number}/{address}")

    assert (address, answer.status_code) in {(address, 200), ("penalty/lead", 404)}
