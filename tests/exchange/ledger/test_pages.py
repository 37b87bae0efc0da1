"""Ledgers on pages: handed in, looked at, entered in the background with progress."""

import csv
import io
import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework.base.db import reading_only
from casework.base.tasks import LongTask
from casework.complaints.models import Complaint
from casework.exchange.ledger.workbook import read_sheets
from casework.jobs.tasks import run_waiting
from casework.records.models import Case
from casework.web.serve import tasks_of
from tests.support.browsing import Desk
from tests.support.city import NOON

TASK = re.compile(r"/tasks/\d+")
LEDGER = Path(__file__).parent / "data" / "I1_工作站台账.xlsx"


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading."""
    with reading_only():
        yield


@pytest.fixture
def desk(app, city):
    """A browser of the person with this login."""
    return lambda login: Desk(app.test_client(), login)


def handed_in(browser, name=LEDGER.name, content=None):
    """The answer to handing in a file."""
    file = (io.BytesIO(LEDGER.read_bytes() if content is None else content), name)
    return browser.post("/ledgers/", {"file": file}, page="/ledgers/")


def test_rows_are_looked_at_before_anything_is_entered(desk, session):
    browser = desk("clerk")

    page = browser.get(handed_in(browser).location).text

    assert "录入 18 行" in page
    assert "人民币" not in page
    assert "约2万，按20000元登记" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;店" in page
    assert session.scalar(select(func.count()).select_from(Case)) == 0


def test_rows_are_entered_in_the_background_for_the_clerks_own_office(app, desk, session, city):
    browser = desk("clerk")
    rehearsal = handed_in(browser).location.partition("?")[0]

    task = browser.post(rehearsal, {"name": "台账.xlsx"}, page=rehearsal).location
    assert browser.get(task).headers["Refresh"] == "2"
    run_waiting(tasks_of(app), NOON)

    page = browser.get(task)
    assert "已录入 18 行" in page.text
    assert "按判定不录入 10 行" in page.text
    assert "Refresh" not in page.headers
    offices = session.scalars(select(Complaint.office_id).distinct()).all()
    assert offices == [session.scalars(select(LongTask.office_id)).one()]


def long_ledger(rows: int) -> bytes:
    """The first rows of the ledger and then one and the same row many times, as CSV."""
    cells = [[str(value) for value in row] for row in read_sheets(LEDGER)[0].rows]
    out = io.StringIO()
    csv.writer(out).writerows([*cells[:5], *[cells[5]] * rows])
    return out.getvalue().encode()


def test_long_ledger_is_judged_in_the_background(app, desk):
    browser = desk("clerk")
    place = handed_in(browser, "年度台账.csv", long_ledger(1100)).location

    waiting = browser.get(place)
    page = TASK.search(browser.get("/tasks/").text)[0]
    run_waiting(tasks_of(app), NOON)
    found = browser.get(place)

    assert (waiting.headers["Refresh"], "<progress" in waiting.text) == ("2", True)
    assert "Refresh" not in found.headers
    assert "只显示前500行" in found.text
    assert "看结果" in browser.get(page).text


def test_ledger_entered_twice_says_so(app, desk, session):
    browser = desk("clerk")
    rehearsal = handed_in(browser).location.partition("?")[0]
    for _ in range(2):
        task = browser.post(rehearsal, {}, page=rehearsal).location
        run_waiting(tasks_of(app), NOON)

    assert "已在库中、未重复录入 18 行" in browser.get(task).text
    assert session.scalar(select(func.count()).select_from(Case)) == 18


@pytest.mark.parametrize(("name", "content"), [("", b""), ("台账.pdf", b"%PDF-1.7"), ("台账.xlsx", b"")])
def test_no_file_or_another_kind_is_told_beside_the_field(desk, name, content):
    page = handed_in(desk("clerk"), name, content)

    assert page.status_code == 422
    assert "请选择一个电子表格文件" in page.text


def test_file_that_cannot_be_read_is_told(desk):
    browser = desk("clerk")

    page = handed_in(browser, "台账.xlsx", b"no workbook")

    assert (page.status_code, "读不成工作簿" in page.text) == (422, True)


@pytest.mark.parametrize("login", ["mediator", "police"])
def test_others_do_not_come_in(desk, login):
    assert desk(login).get("/ledgers/").status_code == 404


def test_task_of_another_person_is_not_shown(app, desk):
    browser = desk("clerk")
    rehearsal = handed_in(browser).location.partition("?")[0]
    task = browser.post(rehearsal, {}, page=rehearsal).location

    assert desk("admin").get(task).status_code == 404


@pytest.mark.parametrize("mark", ["0" * 64 + ".xlsx", "..%2Fcity.db", "x"])
def test_mark_that_is_none_is_not_found(desk, mark):
    assert desk("clerk").get(f"/ledgers/{mark}").status_code == 404
