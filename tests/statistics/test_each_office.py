"""A table of each office at once: the same as one by one, doubts and failed identities named, gone on where it stopped."""

import re

import pytest
from sqlalchemy import func, select, update

from casework.base.errors import Invalid
from casework.base.tasks import LongTask, Stopped
from casework.jobs.tasks import run_waiting
from casework.records.figures import FigureCount
from casework.statistics import each_office
from casework.statistics.each_office import KIND, ask_to_publish_each, publish_each
from casework.statistics.grid import Scope, counts, fill, fill_each
from casework.statistics.handing import publish_everything
from casework.statistics.models import Publication
from casework.statistics.period import month, parse
from casework.statistics.sheet import sheet_of
from casework.statistics.tables import tables
from tests.statistics.instants import at

OCTOBER, IP = month("2026-10"), tables()["ip_monthly"]
FIFTH = at(11, 6)


@pytest.fixture
def two_offices(told, a_case, october, session):
    """October of the committee, and one case of the city office."""
    case = a_case(at(10, 2), login="officer")
    told(case, "accepted", at(10, 2), login="officer")
    told(case, "agreed", at(10, 20), login="officer", fen=100)
    session.commit()


def asked(city, session, login="statistician"):
    """The task as the worker finds it."""
    task = ask_to_publish_each(IP, OCTOBER, actor=city.actor(login), now=FIFTH)
    session.commit()
    return task


def run(session) -> LongTask:
    """The newest task when the worker is done with it."""
    run_waiting({KIND: publish_each}, FIFTH)
    return session.scalars(select(LongTask).order_by(LongTask.id.desc())).first()


@pytest.mark.parametrize("key", ["ip_monthly", "offices", "ministry", "station", "districts"])
@pytest.mark.parametrize("period", ["2026-10", "2026", "2026-10-05..2026-10-21"])
def test_each_table_is_the_one_of_the_office_alone(two_offices, city, key, period):
    wanted = [city.offices[code] for code in ("hs-committee", "hs-ipo")]
    table, when = tables()[key], parse(period)
    alone = [fill(table, when, Scope((each.id,), each.name)) for each in wanted if counts(table, each)]

    together = [sheet_of(each)["cells"] for each in fill_each(table, when, wanted)]

    assert together == [sheet_of(each)["cells"] for each in alone]


def test_worker_publishes_every_office_that_counted(two_offices, city, session):
    asked(city, session)

    task = run(session)

    rows = session.scalars(select(Publication)).all()
    assert (task.state, task.result["counts"]["published"]) == ("done", len(rows))
    ours = next(each for each in rows if each.scope == str(city.offices["hs-committee"].id))
    assert ours.sheet["cells"]["total"]["accepted"] == 5
    assert ours.published_by == city.actor("statistician").name


def test_second_run_publishes_nothing_anew(two_offices, city, session):
    asked(city, session)
    first = run(session).result["counts"]["published"]
    asked(city, session)

    assert run(session).result["counts"] == {"published": 0, "published_before": first, "not_published": 0}


def test_office_with_a_doubt_is_named_and_left_out(two_offices, told, a_case, city, session):
    told(a_case(at(10, 3), source="unknown"), "accepted", at(10, 3))
    session.commit()
    asked(city, session)

    task = run(session)

    name = city.offices["hs-committee"].name
    assert task.result["refused"] == [{"piece": name, "why": "数据疑点 1 条未核对"}]


def test_counters_that_are_not_the_facts_stop_every_office(two_offices, city, session):
    session.execute(update(FigureCount).where(FigureCount.figure == "terminated").values(n=3))
    asked(city, session)

    task = run(session)

    assert task.result["counts"]["published"] == 0
    assert {each["why"] for each in task.result["refused"]} == {"累计数与逐笔事实不符，应先重新累计"}


def test_month_that_is_not_over_is_not_asked_for(two_offices, city):
    with pytest.raises(Invalid) as refused:
        ask_to_publish_each(IP, OCTOBER, actor=city.actor("clerk"), now=at(10, 20))

    assert list(refused.value.errors) == ["actor", "period"]


def test_button_hands_the_tables_to_the_worker(two_offices, client, session):
    client.post("/sign-in", json={"login": "statistician", "password": "casework-demo"})
    page = client.get("/figures/publications/new/ip_monthly?period=2026-10").text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]

    answer = client.post("/figures/publications/new/ip_monthly/each-office?period=2026-10", data={"csrf_token": token})

    assert (answer.status_code, answer.location) == (303, "/tasks/1")
    run(session)
    assert "个单位" in client.get("/tasks/1").text


@pytest.fixture
def piecewise(city, session):
    """The run of the command, stopped at its piece of that place; then what it counts and how often it told."""

    def run_until(stopped_at: int | None, **told_of):
        told, refused = [], []

        def tell(done: int, whole: int) -> None:
            session.commit()
            told.append((done, whole))
            if len(told) == stopped_at:
                raise Stopped

        names = ("2026-10", "statistician", tell, lambda *each: refused.append(each))
        return publish_everything(*names, **{"tick_all": False, "now": FIFTH, **told_of}), refused

    return run_until


def test_run_that_is_stopped_goes_on_where_it_was(two_offices, piecewise, session, monkeypatch):
    monkeypatch.setattr(each_office, "PIECE", 1)
    with pytest.raises(Stopped):
        piecewise(2)
    session.rollback()
    there = session.scalar(select(func.count(Publication.id)))

    counts, refused = piecewise(None)

    whole = session.scalar(select(func.count(Publication.id)))
    assert (there, refused) == (2, [])
    assert counts == {"published": whole - 2, "published_before": 2, "not_published": 0}


def test_doubts_that_were_looked_at_are_kept_with_the_publication(two_offices, told, a_case, piecewise, city, session):
    told(a_case(at(10, 3), source="unknown"), "accepted", at(10, 3))
    session.commit()

    without, refused = piecewise(None)
    ticked, _ = piecewise(None, tick_all=True)

    ours = session.scalar(select(Publication).where(Publication.scope == str(city.offices["hs-committee"].id)))
    assert (without["not_published"], len(refused), ticked["not_published"]) == (2, 2, 0)
    assert [each["kind"] for each in ours.ticked] == ["unmapped_source"]
