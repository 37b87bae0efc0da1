"""The pages of adjudication, patent mediation and the authority's own mediation open, in both languages, and take an act."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.adjudication import facts as shared
from casework.adjudication import mediation_facts as mf
from casework.adjudication import mediation_verbs as patents
from casework.adjudication import verbs
from casework.adjudication.acts import ACTS
from casework.adjudication.mediation_acts import ACTS as PATENT_ACTS
from casework.adjudication.mediation_models import PatentMediation
from casework.adjudication.models import NAME
from casework.base.db import db
from casework.base.wallclock import local_date, now
from casework.complaints import verbs as intake
from casework.complaints.acts import ACTS as COMPLAINT_ACTS
from casework.complaints.mediating_steps import STEPS
from casework.counter.act import Act
from tests.adjudication.bench import ASKED, PANEL, PATENT
from tests.complaints.walk import filed
from tests.support.city import PASSWORD, a_complaint

RIGHTS = {"rights": PATENT}


@pytest.fixture
def officer(client, city, session):
    """An officer of the city office at a browser."""
    session.commit()
    assert client.post("/sign-in", json={"login": "officer", "password": PASSWORD}).status_code == 200
    return client


@pytest.fixture
def case(city):
    """A patent dispute that the city office has."""
    return a_complaint(city, login="officer", now=now() - timedelta(days=1), **RIGHTS).case


def opens(client, address):
    """The answers to a page in Chinese and in English: status and number of head lines."""
    told = []
    for lang in ("zh", "en"):
        client.set_cookie("lang", lang)
        answer = client.get(address)
        told.append((answer.status_code, answer.text.count("<h1")))
    return told


def nouns(acts, steps=None):
    """The addresses of acts on a proceeding."""
    return [act.noun for act in acts if isinstance(act, Act) and (steps is None or act.step in steps)]


def test_every_page_of_an_adjudication_opens(city, case, officer):
    deciding = verbs.request(case, ASKED, actor=city.actor("officer"), now=now())
    verbs.file(deciding, PANEL, actor=city.actor("officer"), now=now())
    base = f"/cases/{case.number}/{NAME}/{deciding.id}"
    db.session.commit()

    told = {noun: opens(officer, f"{base}/{noun}") for noun in nouns(ACTS)}

    assert told == {key: [(200, 1), (200, 1)] for key in told}


def test_every_page_of_a_patent_mediation_opens_and_takes_the_request(city, case, officer):
    base = f"/cases/{case.number}/patent_mediation"
    db.session.commit()
    opened = opens(officer, f"{base}/request")
    made = officer.post(f"{base}/request", json={"matter": "reward"})
    proceeding = db.session.scalars(select(PatentMediation.id)).one()
    db.session.rollback()

    told = {noun: opens(officer, f"{base}/{proceeding}/{noun}") for noun in nouns(PATENT_ACTS)}

    assert (opened, made.status_code) == ([(200, 1), (200, 1)], 201)
    assert told == {key: [(200, 1), (200, 1)] for key in told}


def test_referral_is_offered_where_an_adjudication_stands_in_mediation(city, case, officer):
    deciding = verbs.request(case, ASKED, actor=city.actor("officer"), now=now())
    verbs.file(deciding, PANEL, actor=city.actor("officer"), now=now())
    verbs.mediate(deciding, shared.Consent(all_agree=True), actor=city.actor("officer"), now=now())
    address = f"/cases/{case.number}/patent_mediation/referral"
    db.session.commit()

    answer = officer.post(address, json={"on": local_date(now()).isoformat(), "place": "调解室"})

    assert (answer.status_code, answer.get_json()["state"]) == (201, "filed")


def test_every_page_of_the_authoritys_own_mediation_opens(city, officer):
    complaint = filed(city, "complaint", now=now() - timedelta(days=1))
    intake.accept(complaint, None, actor=city.actor("officer"), now=now())
    base = f"/cases/{complaint.case.number}/complaint/{complaint.id}"
    db.session.commit()

    told = {noun: opens(officer, f"{base}/{noun}") for noun in nouns(COMPLAINT_ACTS, STEPS)}

    assert told == {key: [(200, 1), (200, 1)] for key in told}


def test_chart_of_a_patent_mediation_says_where_the_case_stands(city, case, officer):
    mediation = patents.request(case, mf.Request("reward"), actor=city.actor("officer"), now=now())
    address = f"/procedures/{mediation.procedure}?here={mediation.state}"
    db.session.commit()

    page = officer.get(address).text

    assert 'class="state here"' in page
