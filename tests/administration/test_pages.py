"""The administrator's pages: see what changes, publish with a reason, watch the recount; nobody else comes in."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from casework.base.db import reading_only
from casework.jobs import schedule
from casework.procedure.models import RunningClock
from casework.procedure.recount import RecountRun
from casework.procedure.rulebook import CalendarNotice, ClockEdition
from tests.support.browsing import Desk
from tests.support.city import a_complaint

LATE = datetime(2026, 12, 24, 2, 0, tzinfo=UTC)
NOTICE = {
    "title": "国务院办公厅关于2027年部分节假日安排的通知",
    "text": "元旦：1月1日（周五）、4日（周一）放假，1月9日（周六）上班。",
}


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading."""
    with reading_only():
        yield


@pytest.fixture
def desk(app, city):
    """A browser of the person with this login."""
    return lambda login: Desk(app.test_client(), login)


@pytest.fixture
def clock(city, session):
    """A clock of seven working days from Christmas Eve."""
    number = a_complaint(city, login="officer", now=LATE).case.number
    session.commit()
    return number


PAGES = ("/administration/", "/administration/calendar", "/administration/rules", "/administration/rules/CMP-3")


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_the_administrators_alone(desk, page):
    assert [desk(login).get(page).status_code for login in ("admin", "officer", "clerk")] == [200, 404, 404]


def test_notice_is_shown_first_and_nothing_is_written(desk, clock, session):
    page = desk("admin").post("/administration/calendar", NOTICE)

    session.rollback()
    assert page.status_code == 200
    assert clock in page.text
    assert "2027-01-05" in page.text
    assert session.scalars(select(CalendarNotice)).all() == []


def test_publishing_needs_a_reason_and_keeps_what_was_typed(desk, clock):
    page = desk("admin").post("/administration/calendar", {**NOTICE, "publish": "1", "reason": " "})

    assert (page.status_code, NOTICE["text"] in page.text) == (422, True)


def test_published_year_is_recounted_by_the_worker(desk, clock, session):
    admin = desk("admin")
    sent = admin.post("/administration/calendar", {**NOTICE, "publish": "1", "reason": "国办通知"})
    session.rollback()

    schedule.run(schedule.JOBS[0], LATE)

    run = session.scalars(select(RecountRun)).one()
    moved = session.scalars(select(RunningClock)).one()
    page = admin.get(f"/administration/recounts/{run.id}").text
    assert (sent.status_code, run.changed, moved.due, moved.provisional) == (303, 1, date(2027, 1, 6), False)
    assert clock in page


@pytest.mark.parametrize("text", ["", "明年放假", "2027年2月30日放假"])
def test_notice_that_cannot_be_read_is_told(desk, text):
    page = desk("admin").post("/administration/calendar", {"title": "通知", "text": text})

    assert (page.status_code, 'role="alert"' in page.text) == (422, True)


def test_new_version_of_a_rule_is_rehearsed_then_published(desk, clock, session):
    admin, draft = desk("admin"), {"count": "5", "valid_from": "2027年1月1日", "basis": "新办法第十四条"}
    rehearsed = admin.post("/administration/rules/CMP-3", draft)
    published = admin.post("/administration/rules/CMP-3", {**draft, "publish": "1", "reason": "新办法施行"})

    session.rollback()
    edition = session.scalars(select(ClockEdition)).one()
    assert "另有 1 个在办期限" in rehearsed.text
    assert (published.status_code, edition.rule, edition.valid_from) == (303, "CMP-3", date(2027, 1, 1))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"count": "0"}, "1 至 9999"),
        ({"valid_from": "某日"}, "自何日起"),
        ({"basis": ""}, "条文"),
        ({"valid_from": "1999-01-01"}, "晚于"),
    ],
)
def test_draft_that_cannot_hold_is_told(desk, wrong, said):
    draft = {"count": "5", "valid_from": "2027-01-01", "basis": "新办法", **wrong}

    page = desk("admin").post("/administration/rules/CMP-3", draft)

    assert (page.status_code, said in page.text) == (422, True)


def test_recount_is_stopped_and_goes_on(desk, clock, session):
    admin = desk("admin")
    admin.post("/administration/calendar", {**NOTICE, "publish": "1", "reason": "国办通知"})
    session.rollback()
    run = session.scalars(select(RecountRun.id)).one()

    admin.post(f"/administration/recounts/{run}", {"stop": "1"})
    session.rollback()
    stopped = schedule.run(schedule.JOBS[0], LATE)
    admin.post(f"/administration/recounts/{run}", {})
    session.rollback()
    schedule.run(schedule.JOBS[0], LATE)

    session.rollback()
    assert stopped.done == 0
    assert session.get(RecountRun, run).finished_at == LATE
