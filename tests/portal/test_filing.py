"""Filing online: a receipt at once, looked up by number and code, registered by the station like its own."""

import json

import pytest
from sqlalchemy import select, text

from casework.base.errors import NotFound
from casework.complaints.models import Complaint
from casework.portal import filing
from casework.portal.models import OnlineFiling
from tests.portal.conftest import TOKEN, Visitor
from tests.support.city import NOON

TOLD = {
    "applicant_kind": "org",
    "applicant_name": "黄石磁湖传感器有限公司",
    "applicant_phone": "13800000001",
    "respondent_name": "大冶市青龙机电经营部",
    "right_kind": "trademark",
    "right_number": "第7654321号",
    "facts": "门店销售带有我方商标的传感器。",
    "request": "停止侵权，赔偿五万元。",
    "claim": "5万元",
}


@pytest.fixture
def visitor(city, session, client):
    """Somebody at the door without a case, and the station of the demonstration's clerk."""
    session.commit()
    found = Visitor(client, "/portal/file")
    found.station = city.actor("clerk").office_id
    session.rollback()
    return found


@pytest.fixture
def at_desk(app):
    """A browser of the person with this login."""

    def enter(login):
        found = Visitor(app.test_client(), "/sign-in")
        found.post("/sign-in", {"login": login, "password": "casework-demo"})
        return Visitor(found.client, "/")

    return enter


def filed(visitor, **changes):
    """File; the answer."""
    return visitor.post("/portal/file", {**TOLD, "station": visitor.station, **changes})


def newest(session):
    """The newest filing."""
    session.rollback()
    return session.scalars(select(OnlineFiling).order_by(OnlineFiling.id.desc())).first()


def test_filing_gives_a_receipt_and_is_kept_encrypted(visitor, session):
    answer = filed(visitor)
    page = visitor.get("/portal/filed").text

    found = newest(session)
    stored = session.execute(text("SELECT told FROM portal_filing")).scalar_one()
    assert answer.status_code == 303
    assert found.number in page
    assert json.loads(found.told)["claim"] == 5_000_000
    assert TOLD["applicant_name"].encode() not in bytes(stored)


@pytest.mark.parametrize(
    "missing", ["applicant_name", "applicant_phone", "respondent_name", "facts", "request", "station"]
)
def test_filing_without_what_is_needed_comes_back(visitor, session, missing):
    assert filed(visitor, **{missing: ""}).status_code == 422
    assert newest(session) is None


def test_station_registers_it_and_the_filer_finds_the_case(visitor, session, at_desk):
    filed(visitor)
    found = newest(session)
    code = filing.code_of(found)
    number, filing_id = found.number, found.id
    session.rollback()
    clerk = at_desk("clerk")
    listed = clerk.get("/filings").text
    taken = clerk.post(f"/filings/{filing_id}", {})

    back = visitor.post("/portal/", {"number": number, "code": code}, follow_redirects=True).text

    case, access = filing.access_of(newest(session))
    complaint = session.scalars(select(Complaint).order_by(Complaint.id.desc())).first()
    session.rollback()
    assert TOLD["applicant_name"] in listed
    assert (taken.status_code, case in back) == (303, True)
    assert f"{access[:4]}-{access[4:]}" in back
    assert complaint is not None
    entered = visitor.post("/portal/", {"number": case, "code": access})
    assert (entered.status_code, entered.headers["Location"]) == (303, "/portal/case")


def test_filing_is_returned_with_a_reason_that_the_filer_reads(visitor, session, at_desk):
    filed(visitor)
    filing_id = newest(session).id
    session.rollback()
    clerk = at_desk("clerk")

    silent = clerk.post(f"/filings/{filing_id}", {"give_back": "1"})
    told = clerk.post(f"/filings/{filing_id}", {"give_back": "1", "reason": "请向阳新县工作站提交"})

    assert (silent.status_code, told.status_code) == (422, 303)
    assert "请向阳新县工作站提交" in visitor.get("/portal/filed").text


def test_filing_of_another_station_is_not_taken(visitor, session, city):
    filed(visitor)
    stranger = city.actor("registrar")

    with pytest.raises(NotFound):
        filing.take(newest(session), actor=stranger, now=NOON)


def test_wrong_code_of_a_filing_opens_nothing(visitor, session):
    filed(visitor)

    assert filing.filing_of(newest(session).number, "22222222") is None
    assert visitor.post("/portal/", {"number": newest(session).number, "code": "22222222"}).status_code == 422


def test_sixth_filing_in_a_quarter_hour_waits(visitor):
    answers = [filed(visitor).status_code for _each in range(filing.MOST + 1)]

    assert answers == [303] * filing.MOST + [429]


def test_door_leads_to_filing_and_to_checking_papers(visitor):
    page = visitor.get("/portal/").text

    assert 'href="/portal/file"' in page
    assert 'href="/papers/check.html"' in page
    assert TOKEN.search(page)
