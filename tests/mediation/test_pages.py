"""The acts over HTTP: as JSON from request to agreement, and as pages that work without scripts."""

import re
from datetime import timedelta

import pytest

from casework.base import wallclock
from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.city import city_data, load_offices, load_people
from casework.identity.models import Person, actor_at
from casework.identity.roles import Role
from casework.mediation.committee import MediatorFacts, appoint
from casework.mediation.models import Mediation
from casework.records.filing import CaseFacts, PartyFacts, RightFacts, open_case

TODAY = local_date(wallclock.now())
LATER = (TODAY + timedelta(days=30)).isoformat()
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "fen": "50000", "due": LATER, "manner": "转账"}


class Desk:
    """Somebody at the counter, signed in by JSON; `post` answers with status and body."""

    def __init__(self, app, number, mediator_id):
        self.app, self.number, self.mediator_id = app, number, mediator_id
        self.clients = {}
        self.place = {}

    def at(self, login):
        """The client of that person."""
        if login not in self.clients:
            self.clients[login] = self.app.test_client()
            password = city_data()["password"]
            self.clients[login].post("/sign-in", json={"login": login, "password": password})
        return self.clients[login]

    def address(self, noun):
        """Where the act is posted."""
        middle = f"{self.place['proceeding']}/" if self.place else ""
        return f"/cases/{self.number}/mediation/{middle}{noun}"

    def post(self, login, noun, post=None, **facts):
        """Do an act as JSON."""
        if post:
            self.take_post(login, post)
        told = {**facts, "version": self.place["version"]} if self.place else facts
        answer = self.at(login).post(self.address(noun), json=told)
        if answer.status_code == 201:
            self.place = answer.get_json()
        return answer.status_code, answer.get_json()

    def take_post(self, login, role):
        """Act in another post; the token is read from the page."""
        with self.app.app_context():
            person = db.session.query(Person).filter_by(login=login).one()
            chosen = next(post.id for post in person.posts if post.role == role)
        client = self.at(login)
        client.post("/post", data={"post": chosen, "csrf_token": self.token(login)})

    def token(self, login):
        """The token of the last page."""
        page = self.at(login).get("/").get_data(as_text=True)
        return re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)

    def page(self, login, noun):
        """The page of an act."""
        answer = self.at(login).get(self.address(noun))
        return answer.status_code, answer.get_data(as_text=True)

    def form(self, login, noun, **facts):
        """Do an act as a form, as a browser without scripts does."""
        told = {**facts, "version": self.place["version"], "csrf_token": self.token(login)}
        answer = self.at(login).post(self.address(noun), data=told)
        return answer.status_code, answer.get_data(as_text=True)


@pytest.fixture
def desk(app, session) -> Desk:
    """A case of the committee, people who can sign in, one mediator in the register."""
    db.create_all()
    offices = load_offices(city_data())
    load_people(city_data(), offices, since=TODAY)
    committee = offices["hs-committee"]
    facts = CaseFacts(
        title="甲公司与乙店商标侵权纠纷",
        source="committee_application",
        parties=(PartyFacts("applicant", "甲公司"), PartyFacts("respondent", "乙店", kind="person")),
        rights=(RightFacts("trademark"),),
        facts="销售假冒商品",
        request="赔偿损失",
    )
    registrar = actor_at(committee, Role.REGISTRAR, name="何文静")
    case = open_case(facts, actor=registrar, now=wallclock.now())
    mediator = appoint(committee.id, MediatorFacts(name="吕堃", since=TODAY, member=True, sex="male"))
    found = Desk(app, case.number, mediator.id)
    session.commit()
    session.remove()
    return found


def mediating(desk):
    """As far as the first session, as JSON."""
    today = TODAY.isoformat()
    desk.post("registrar", "request", origin="application")
    desk.post("registrar", "review")
    desk.post("registrar", "acceptance", rights_told_on=today)
    named = [{"mediator_id": str(desk.mediator_id), "presiding": True, "conflict": "none"}]
    desk.post("registrar", "mediators", chosen_by="committee", mediators=named)
    held = {
        "held_at": f"{today}T00:00",
        "place": "调解室",
        "present": ["P1", "P2"],
        "result": "达成一致",
        "signed": True,
    }
    return desk.post("mediator", "session", presided_by="吕堃", **held)


def test_mediation_goes_from_request_to_agreement_as_json(desk):
    today = TODAY.isoformat()
    session_status, session_body = mediating(desk)
    desk.post("mediator", "agreement", terms=[TERM], sum_fen="50000", capitals="伍万元整")
    desk.post("mediator", "signature", party="P1", signed_on=today, how="signature", name="甲某", sealed=True)
    desk.post("mediator", "signature", party="P2", signed_on=today, how="fingerprint")
    desk.post("mediator", "mediator-signature", signed_on=today, name="吕堃", how="signature")
    status, body = desk.post("chair", "seal", post="seal_keeper", signed_on=today)

    assert (session_status, session_body["state"]) == (201, "in_mediation")
    assert (status, body["state"], body["number"]) == (201, "agreed", f"（{TODAY.year}）黄知调字第1号")


def test_refused_act_tells_every_reason_as_a_problem(desk):
    mediating(desk)

    status, body = desk.post("mediator", "agreement", terms=[TERM], sum_fen="40000", capitals="肆万元整")

    assert status == 409
    assert [each["code"] for each in body["refusals"]] == ["capitals_match_figures", "sum_matches_terms"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"terms": [{**TERM, "fen": "很多"}]}, "terms-0-fen"),
        ({"terms": [{**TERM, "debtor": "P7"}]}, "terms-0-debtor"),
        ({"terms": [{**TERM, "colour": "red"}]}, "terms-0-colour"),
        ({"terms": "none"}, "terms"),
    ],
)
def test_unusable_terms_are_told_by_field(desk, facts, field):
    mediating(desk)

    status, body = desk.post("mediator", "agreement", **facts)

    assert (status, [each["field"] for each in body["errors"]]) == (422, [field])


def terms_as_form(**more):
    """One term as a browser posts it."""
    return {**{f"terms-0-{name}": value for name, value in TERM.items()}, **more}


def test_agreement_page_adds_a_row_and_adds_up_without_scripts(desk):
    mediating(desk)
    status, page = desk.page("mediator", "agreement")
    typed, again = desk.form("mediator", "agreement", **terms_as_form(more_rows="terms"))

    assert (status, typed) == (200, 200)
    assert len(set(re.findall(r'name="terms-(\d+)-kind"', again))) > len(
        set(re.findall(r'name="terms-(\d+)-kind"', page))
    )
    assert "50,000.00" in again
    assert "伍万元整" in again
    assert "有 " not in re.sub(r"<[^>]+>", "", again).split("协议条款")[0]


def test_finding_is_answered_on_the_page_with_a_reason(desk):
    mediating(desk)
    words = terms_as_form(**{"terms-0-text": "双方确认涉案专利权归甲方所有"})

    refused, page = desk.form("mediator", "agreement", **words)
    reason = {"going_on-0-finding": "1.title_declared", "going_on-0-reason": "双方坚持保留"}
    done, _ = desk.form("mediator", "agreement", **words, **reason)

    assert (refused, done) == (409, 303)
    assert 'name="going_on-0-finding" value="1.title_declared"' in page


def test_text_is_checked_while_it_is_typed_as_json(desk):
    mediating(desk)
    words = {**TERM, "place": "黄石市", "text": "双方确认涉案商标归甲公司所有"}
    before = desk.place["version"]

    answer = desk.at("mediator").post(desk.address("text-check"), json={"terms": [words], "responsibilities": "乙店"})

    body = answer.get_json()
    assert (answer.status_code, body["total_fen"], body["capitals"]) == (200, 5_000_000, "伍万元整")
    errors = [each for each in body["findings"] if each["is_error"]]
    assert [(each["key"], each["rule"], each["field"]) for each in errors] == [
        ("1.title_declared", "J-11", "terms-0-text")
    ]
    assert errors[0]["article"] == "民诉法解释第355条"
    assert errors[0]["better"] == "删去归属的表述，只写义务：“乙店自本协议生效之日起不再实施、使用商标”"
    assert desk.place["version"] == before


def test_text_check_as_a_fragment_keeps_the_reason_already_given(desk):
    mediating(desk)
    typed = terms_as_form(**{"terms-0-text": "赔偿数额待定", "going_on-0-finding": "1.amount_unclear"})
    typed |= {"going_on-0-reason": "以评估报告为准", "csrf_token": desk.token("mediator")}

    answer = desk.at("mediator").post(desk.address("text-check"), data=typed, headers={"Accept": "text/html"})

    page = answer.get_data(as_text=True)
    assert (answer.status_code, "<html" in page) == (200, False)
    assert 'value="以评估报告为准"' in page
    assert "乙店于" in page


def test_text_check_answers_only_the_office_that_mediates(desk):
    mediating(desk)

    elsewhere = desk.at("officer").post(desk.address("text-check"), json={"terms": [TERM]})
    unknown = desk.at("mediator").post(f"/cases/{desk.number}/mediation/999999/text-check", json={"terms": [TERM]})

    assert (elsewhere.status_code, unknown.status_code) == (404, 404)


def test_button_check_shows_findings_and_does_nothing(desk):
    mediating(desk)
    state, page = desk.form("mediator", "agreement", **terms_as_form(check="y", **{"terms-0-text": "尽快付款"}))

    assert state == 422
    assert "写明日期：“乙店于" in page
    assert "data-text-check" in page


def test_signature_page_tells_who_has_signed_and_what_is_missing(desk):
    mediating(desk)
    desk.post("mediator", "agreement", terms=[TERM])
    desk.post("mediator", "signature", party="P1", signed_on=TODAY.isoformat(), how="signature", name="甲某")

    status, page = desk.page("mediator", "signature")

    assert status == 200
    assert "单位印章未盖" in page
    assert "乙店" in page
    assert 'value="P1"' not in page


@pytest.mark.parametrize(
    ("login", "noun"),
    [
        ("registrar", "review"),
        ("registrar", "correction-notice"),
        ("registrar", "consent"),
        ("registrar", "party-refusal"),
        ("registrar", "refusal-proposal"),
        ("registrar", "hand-over"),
        ("registrar", "acceptance"),
        ("registrar", "mediators"),
        ("registrar", "replacement"),
        ("mediator", "session-notice"),
        ("mediator", "session"),
        ("mediator", "extension"),
        ("mediator", "resumption"),
        ("registrar", "court-appointment"),
        ("mediator", "court-report"),
        ("mediator", "investigation"),
        ("registrar", "service-address"),
        ("mediator", "disclosure"),
        ("mediator", "suspension"),
        ("mediator", "appraisal"),
        ("mediator", "oral-agreement"),
        ("mediator", "mediator-signature"),
        ("mediator", "signature-refusal"),
        ("mediator", "termination"),
        ("registrar", "withdrawal"),
        ("mediator", "new-mediation"),
        ("mediator", "closing-report"),
        ("chair", "closing"),
        ("registrar", "archive"),
        ("registrar", "lapse"),
        ("registrar", "assignment-acceptance"),
    ],
)
def test_every_page_opens_in_both_languages(desk, login, noun):
    mediating(desk)
    client = desk.at(login)

    chinese = desk.page(login, noun)
    client.set_cookie("lang", "en")
    english = desk.page(login, noun)

    assert (chinese[0], english[0]) == (200, 200)
    assert chinese[1].count("<h1") == english[1].count("<h1") == 1


@pytest.mark.parametrize("noun", ["request", "assignment"])
def test_opening_page_offers_the_act_to_a_committee(desk, noun):
    status, page = desk.page("registrar", noun)

    assert (status, page.count("<h1")) == (200, 1)


def test_courts_assignment_is_received_as_json(desk, session):
    status, body = desk.post(
        "registrar", "assignment", link="assigned", received_on=TODAY.isoformat(), court_name="某法院"
    )

    assert (status, body["state"]) == (201, "assigned")
    assert [each.court_name for each in session.query(Mediation)] == ["某法院"]
