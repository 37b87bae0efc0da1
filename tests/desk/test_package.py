"""The package of a transfer: packed by a task that can be left, stopped and gone on with; papers and chosen files only."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from casework.base import tasks
from casework.base.db import db
from casework.base.tasks import LongTask
from casework.jobs.tasks import run_waiting
from casework.transfers import facts
from casework.transfers.models import AdminTransfer
from casework.transfers.verbs import admin
from casework.web.serve import tasks_of
from tests.desk.conftest import TOKEN

ASSETS = Path(__file__).parents[2] / "var" / "assets"


@pytest.fixture
def settings(settings) -> dict[str, object]:
    return {**settings, "CASEWORK_ASSETS": str(ASSETS)}


@pytest.fixture
def transfer(city, registered, now) -> AdminTransfer:
    """A dispute with a file, sent by the city office to the culture agency."""
    case, officer = registered(login="officer").case, city.actor("officer")
    told = facts.Draft(kind="K1", office=city.offices["hs-culture"], reason="涉及著作权，属文化执法机构管辖")
    drafted = admin.draft(case, told, actor=officer, now=now)
    admin.submit(drafted, None, actor=officer, now=now)
    admin.approve(drafted, None, actor=city.actor("head"), now=now)
    admin.send(drafted, facts.Sending(), actor=officer, now=now)
    db.session.commit()
    return drafted


def address(transfer: AdminTransfer) -> str:
    return f"/cases/{transfer.case.number}/package/{transfer.id}"


def ask(client, place: str):
    return client.post(place, data={"csrf_token": TOKEN.search(client.get(place).text)[1]})


def work(app, now) -> int:
    """The worker's round; the test's own look at the tables ends before and after it."""
    db.session.rollback()
    ended = run_waiting(tasks_of(app), now)
    db.session.rollback()
    return ended


def packed(client, place: str) -> bytes:
    with client.get(f"{place}.zip") as answer:
        assert (answer.status_code, answer.mimetype) == (200, "application/zip")
        return answer.data


def test_package_holds_papers_files_and_their_fingerprints(transfer, signed_in, app, now):
    place, client = address(transfer), signed_in("officer")
    asked = ask(client, place)
    waiting = client.get(place)
    ended = work(app, now)

    with zipfile.ZipFile(io.BytesIO(packed(client, place))) as archive:
        listed = json.loads(archive.read("manifest.json"))["files"]
        there = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()[:-2]}
        sums = archive.read("SHA256SUMS").decode()
        file = archive.read("files/01-证据.txt")

    assert (asked.status_code, waiting.headers["Refresh"], ended) == (303, "2", 1)
    assert "<progress" in waiting.text
    assert {each["name"]: each["sha256"] for each in listed} == there
    assert sums == "".join(f"{mark}  {name}\n" for name, mark in there.items())
    assert file == b"as received"
    assert any(name.startswith("papers/01-") for name in there)
    assert client.get(place).text.count("files/01-证据.txt") == 1


def test_package_is_the_same_bytes_when_packed_again(transfer, signed_in, app, now):
    place, client = address(transfer), signed_in("officer")
    ask(client, place)
    work(app, now)
    first = packed(client, place)

    ask(client, place)
    work(app, now)

    assert packed(client, place) == first


def test_packing_is_stopped_and_gone_on_with(transfer, signed_in, app, now):
    place, client = address(transfer), signed_in("officer")
    ask(client, place)
    ask(client, place)
    db.session.rollback()
    only = db.session.query(LongTask).one()
    tasks.stop(only)
    db.session.commit()
    stopped = client.get(place)
    done = work(app, now)
    tasks.go_on(db.session.get_one(LongTask, only.id))
    db.session.commit()

    assert (done, "已停止" in stopped.text, client.get(f"{place}.zip").status_code) == (0, True, 404)
    assert work(app, now) == 1
    assert zipfile.is_zipfile(io.BytesIO(packed(client, place)))


def test_nothing_is_packed_before_the_transfer_is_sent(city, registered, signed_in, now):
    told = facts.Draft(kind="K1", office=city.offices["hs-culture"], reason="涉及著作权，属文化执法机构管辖")
    drafted = admin.draft(registered(login="officer").case, told, actor=city.actor("officer"), now=now)
    db.session.commit()
    place, client = address(drafted), signed_in("officer")
    token = TOKEN.search(client.get(place).text)[1]

    client.post(place, data={"csrf_token": token})

    assert "移送发出后才能封装" in client.get(place).text
    assert db.session.query(LongTask).count() == 0


def test_package_of_another_office_does_not_exist(transfer, signed_in):
    assert signed_in("culture").get(address(transfer)).status_code == 404
    assert signed_in("clerk").get(address(transfer)).status_code == 404


def test_case_page_leads_to_the_package(transfer, signed_in):
    assert f'href="{address(transfer)}"' in signed_in("officer").get(f"/cases/{transfer.case.number}").text.replace(
        "%E9%BB%84%E7%9F%A5%E6%A1%88", "黄知案"
    )
