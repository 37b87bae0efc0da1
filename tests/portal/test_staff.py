"""The office's side: codes are given, what came in is taken through the same verbs or returned with a reason."""

from io import BytesIO

import pytest
from sqlalchemy import select

from casework.portal.models import Submission
from casework.records.models import Evidence


@pytest.fixture
def handed_in(guest, session):
    """A file handed in by the applicant."""
    guest.enter()
    told = {"files": (BytesIO(b"%PDF-1.4 proof"), "发票.pdf"), "note": "购货发票"}
    guest.client.post("/portal/case/evidence", data=told, content_type="multipart/form-data")
    session.rollback()
    return session.scalars(select(Submission)).one()


@pytest.fixture
def clerk(at_work):
    """The clerk of the station that registered the dispute, signed in."""
    return at_work("clerk")


def test_clerk_gives_a_code_that_opens_the_case(clerk, guest):
    page = clerk.post(f"/cases/{guest.number}/codes", data={"party": "P2"}).text

    code = page.split('class="code">')[1].split("<")[0]
    assert guest.enter(code).status_code == 303


def test_code_of_somebody_elses_case_is_not_given(at_work, guest):
    stranger = at_work("clerk2")

    assert stranger.get(f"/cases/{guest.number}/codes").status_code == 404


def test_what_came_in_waits_and_is_taken_into_the_record(clerk, handed_in, session):
    assert handed_in.number in clerk.get("/submissions").text

    taken = clerk.post(f"/submissions/{handed_in.id}", data={})

    session.rollback()
    kept = session.scalars(select(Evidence.name)).all()
    assert (taken.status_code, handed_in.state, handed_in.handled_by, kept) == (303, "taken", "周晓岚", ["发票.pdf"])


def test_return_needs_a_reason_that_the_party_reads(clerk, handed_in, session, guest):
    without = clerk.post(f"/submissions/{handed_in.id}", data={"give_back": "1"})
    with_it = clerk.post(f"/submissions/{handed_in.id}", data={"give_back": "1", "reason": "不是本案材料"})

    assert (without.status_code, with_it.status_code) == (422, 303)
    assert "不是本案材料" in guest.client.get("/portal/case").text


def test_taken_twice_is_not_there(clerk, handed_in):
    clerk.post(f"/submissions/{handed_in.id}", data={})

    assert clerk.post(f"/submissions/{handed_in.id}", data={}).status_code == 404


def test_other_office_does_not_see_it(at_work, handed_in):
    stranger = at_work("clerk2")

    assert handed_in.number not in stranger.get("/submissions").text
    assert stranger.post(f"/submissions/{handed_in.id}", data={}).status_code == 404


def test_link_to_the_codes_is_for_those_who_give_them(walk, at_committee):
    place = f"/cases/{walk.case.number}"

    assert '/codes"' in at_committee("registrar").get(place).text
    assert '/codes"' not in at_committee("chair").get(place).text
