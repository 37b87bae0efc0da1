"""A new station in one form; posts that begin and end; access reviewed; health and copies told truly."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from casework.administration.health import health
from casework.administration.models import AdministrationEntry
from casework.base import tasks
from casework.base.db import db, reading_only
from casework.complaints.models import Complaint
from casework.identity.models import Organisation, Person, Post
from casework.jobs import drill
from casework.jobs.tasks import run_waiting
from tests.support.browsing import TOKEN, Desk
from tests.support.city import a_complaint

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
STATION = {
    "name": "黄石港区磁湖知识产权保护工作站",
    "short": "黄知站99",
    "kind": "station",
    "login1": "wang.min",
    "name1": "王敏",
    "role1": "clerk",
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
def parent(city):
    """The bureau that the new station stands under."""
    city.session.commit()
    return city.offices["bureau-huangshigang"]


def told(page, name):
    """The first password of somebody as the page shows it."""
    after = page[page.index(name) :]
    return after[after.index('class="code">') + len('class="code">') :].partition("<")[0]


def test_station_opened_by_one_form_works_at_once(desk, parent, app, session):
    parent_id, division = parent.id, parent.division
    page = desk("admin").post("/administration/offices", {**STATION, "parent": parent_id}).text
    client = app.test_client()
    token = TOKEN.search(client.get("/sign-in").text)[1]
    answer = client.post("/sign-in", data={"csrf_token": token, "login": "wang.min", "password": told(page, "王敏")})

    session.rollback()
    office = session.scalars(select(Organisation).where(Organisation.name == STATION["name"])).one()
    (post,) = session.scalars(select(Post).where(Post.organisation_id == office.id))
    complaint = a_complaint_of(post, session)
    assert (answer.status_code, client.get("/cases/new").status_code) == (303, 200)
    assert (office.division, office.parent_id, office.level) == (division, parent_id, "county")
    assert isinstance(complaint, Complaint)
    assert [each.what for each in session.scalars(select(AdministrationEntry))] == ["office"]


def a_complaint_of(post, session):
    """A dispute registered by the new post."""

    class New:
        def actor(self, _login):
            return post.actor()

    return a_complaint(New(), now=NOW)


@pytest.mark.parametrize(("change", "said"), [
    ({"name": ""}, "请填写单位名称"),
    ({"short": "黄知站1"}, "文号用字"),
    ({"parent": "x"}, "请选择上级单位"),
    ({"login1": "clerk"}, "登录名 clerk"),
    ({"login1": "A B"}, "登录名 A B"),
    ({"role1": "system"}, "请选择岗位"),
])  # fmt: skip
def test_station_with_a_mistake_is_not_opened(desk, parent, session, change, said):
    answer = desk("admin").post("/administration/offices", {**STATION, "parent": parent.id, **change})

    session.rollback()
    assert answer.status_code == 422
    assert said in answer.text
    assert session.scalars(select(Organisation).where(Organisation.short == "黄知站99")).all() == []


def test_post_is_given_and_ended(desk, city, session):
    office = city.offices["hs-committee"]
    session.commit()
    admin = desk("admin")
    known = admin.post(f"/administration/offices/{office.id}/people", {"login": "clerk", "role": "registrar"})
    again = admin.post(f"/administration/offices/{office.id}/people", {"login": "clerk", "role": "registrar"})
    session.rollback()
    post = session.scalars(select(Post).join(Person).where(Person.login == "clerk", Post.role == "registrar")).one()

    ended = admin.post(f"/administration/posts/{post.id}", {"end": "1"})

    session.rollback()
    assert (known.status_code, again.status_code, ended.status_code) == (200, 422, 303)
    assert session.get(Post, post.id).until is not None


def test_new_password_replaces_the_old_one(desk, city, session, app):
    session.commit()
    post = session.scalars(select(Post).join(Person).where(Person.login == "clerk")).first()

    page = desk("admin").post(f"/administration/posts/{post.id}", {"password": "1"}).text

    clerk = app.test_client()
    token = TOKEN.search(clerk.get("/sign-in").text)[1]
    old = clerk.post("/sign-in", data={"csrf_token": token, "login": "clerk", "password": "casework-demo"})
    new = clerk.post("/sign-in", data={"csrf_token": token, "login": "clerk", "password": told(page, post.person.name)})
    assert old.status_code != 303
    assert new.status_code == 303


@pytest.mark.parametrize("page", ["offices", "roles", "access", "health", "copies"])
def test_pages_are_for_administrators_alone(desk, session, page):
    session.commit()

    assert desk("clerk").get(f"/administration/{page}").status_code == 404
    assert desk("admin").get(f"/administration/{page}").status_code == 200


def test_access_review_is_noted_with_its_day(desk, session):
    session.commit()
    admin = desk("admin")
    before = admin.get("/administration/access").text

    admin.post("/administration/access", {})

    assert "还没有复核过" in before
    assert "上次复核" in admin.get("/administration/access").text


def test_health_names_what_is_bad_first(app, session, tmp_path):
    lines = health(tmp_path, now=NOW)

    assert lines[0].key == "backup"
    assert {each.key for each in lines} == {"outbox", "jobs", "tasks", "notices", "disk", "backup"}


def test_copy_is_proved_by_opening_it_alone(app, city, session, tmp_path):
    a_complaint(city)
    session.commit()
    task = tasks.ask_for(drill.KIND, "备份", {}, person_id=None, office_id=1, now=NOW)
    session.commit()
    sqlite = db.engine.dialect.name == "sqlite"

    ended = run_waiting({drill.KIND: drill.drill(tmp_path)}, NOW)

    session.rollback()
    result = session.get(tasks.LongTask, task.id).result
    kept = drill.kept(tmp_path)
    assert ended == 1
    assert result["fit"] == (True if sqlite else None)
    assert [(each["dispute_case"], each["whole"]) for each in kept] == ([(1, "ok")] if sqlite else [])


def test_copy_tells_how_far_it_is_and_leaves_nothing_when_stopped(app, city, session, tmp_path, monkeypatch):
    a_complaint(city)
    session.commit()
    monkeypatch.setattr(drill, "PAGES", 50)
    told: list[int] = []

    def stop_half_way(done, _whole):
        told.append(done)
        session.execute(update(Organisation).values(phone=str(done)))
        session.commit()
        if done > drill.COPYING / 2:
            raise tasks.Stopped

    if db.engine.dialect.name == "sqlite":
        with pytest.raises(tasks.Stopped):
            drill.copy_and_prove(tmp_path / "copies", now=NOW, tell=stop_half_way)

        assert told == sorted(told)
        assert len(told) > 2
    assert list(tmp_path.glob("copies/*")) == []


def test_copies_are_kept_a_fortnight(app, city, session, tmp_path):
    a_complaint(city)
    session.commit()
    if db.engine.dialect.name != "sqlite":
        assert drill.copy_and_prove(tmp_path, now=NOW, tell=lambda *_: None)["fit"] is None
        return

    for day in range(drill.KEPT + 2):
        drill.copy_and_prove(tmp_path, now=NOW + timedelta(days=day), tell=lambda *_: None)

    assert len(list(tmp_path.glob("*.db"))) == drill.KEPT
    assert len(drill.kept(tmp_path)) == drill.KEPT


def test_office_is_described_and_what_is_too_long_is_told(desk, parent, session):
    office_id, page = parent.id, f"/administration/offices/{parent.id}"
    admin = desk("admin")

    said = admin.post(page, {"address": "黄石市磁湖路1号", "phone": "0714-1" * 10, "registration": ""})
    kept = admin.post(page, {"address": "黄石市磁湖路1号", "phone": "0714-6520000", "registration": ""})

    session.rollback()
    office = session.get(Organisation, office_id)
    assert (said.status_code, "最多 40 个字" in said.text, "黄石市磁湖路1号" in said.text) == (422, True, True)
    assert (kept.status_code, office.address, office.phone, office.registration) == (
        303,
        "黄石市磁湖路1号",
        "0714-6520000",
        None,
    )
    assert session.scalars(select(AdministrationEntry)).one().what == "describe_office"
