"""The pages of notices: what my office is told, paper to post, and the administrator's table."""

import re

import pytest
from sqlalchemy import select

from casework.base.db import db, reading_only
from casework.jobs import schedule
from casework.notices.models import Notice
from tests.notices.conftest import NOW

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
JOBS = {job.name: job for job in schedule.JOBS}


@pytest.fixture
def enter(app):
    """A browser of the person with this login."""

    def person(login):
        client = app.test_client()
        token = TOKEN.search(client.get("/sign-in").text)[1]
        client.post("/sign-in", data={"csrf_token": token, "login": login, "password": "casework-demo"})
        return client

    return person


@pytest.fixture
def on_paper(mediation):
    """All notices of the mediation wait for paper: there is no way out."""
    schedule.run(JOBS["tell_notices"], NOW)
    schedule.run(JOBS["send_notices"], NOW)
    return mediation


def test_letter_is_printed_and_posted_by_the_office(on_paper, enter):
    client = enter("registrar")
    with reading_only():
        notice = db.session.scalars(select(Notice).where(Notice.rule == "N-10")).first()
        number, notice_id = notice.case.number, notice.id
        db.session.rollback()
    page = client.get("/notices").text

    letter = client.get(f"/notices/{notice_id}/letter").text
    answer = client.post(f"/notices/{notice_id}/posted", data={"csrf_token": TOKEN.search(page)[1]})

    assert number in page
    assert "2026-03-03 12:00" in letter
    assert answer.status_code == 303
    with reading_only():
        assert db.session.get(Notice, notice_id).state == "posted"
        db.session.rollback()


def test_letter_of_another_office_is_not_there(on_paper, enter):
    with reading_only():
        notice_id = db.session.scalars(select(Notice.id)).first()
        db.session.rollback()

    assert enter("clerk").get(f"/notices/{notice_id}/letter").status_code == 404


def test_administrator_previews_a_rule_with_a_real_case(on_paper, enter):
    number = on_paper.case.number
    db.session.rollback()

    page = enter("admin").get("/administration/notices", query_string={"rule": "N-10", "case": number}).text

    assert f"案件 {number}：调解时间 2026-03-03 12:00" in page
    assert "zha***mple" in page
    assert "zhang@party.example" not in page


def test_table_is_for_administrators_alone(city, session, enter):
    session.commit()

    assert enter("clerk").get("/administration/notices").status_code == 404
    assert enter("admin").get("/administration/notices?rule=N-10&case=none").status_code == 404
