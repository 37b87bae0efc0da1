"""A committee with its register, a case with two parties, and the acts of a mediation by short names."""

from collections.abc import Iterator
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from casework.base.db import db
from casework.base.model import Base
from casework.base.secret import use_key
from casework.identity.city import city_data, load_offices
from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.mediation.models import Mediator
from casework.records.filing import CaseFacts, PartyFacts, RightFacts, open_case
from casework.records.models import Case
from tests.mediation.walk import Walk, at

COMMITTEE, IPO, COURT = "hs-committee", "hs-ipo", "dy-court"


@pytest.fixture(scope="session")
def empty_database(databases, tmp_path_factory) -> Iterator[str]:
    """A database with all tables and the offices of the city; each test rolls back what it wrote."""
    use_key(b"0" * 32)
    with databases.copy(tmp_path_factory.mktemp("mediation")) as url:
        with _app(url).app_context():
            Base.metadata.create_all(db.engine)
            load_offices(city_data())
            db.session.commit()
            db.session.remove()
            db.engine.dispose()
        yield url


@pytest.fixture
def room(empty_database) -> Iterator[SimpleNamespace]:
    """Actors and offices by short name, inside a transaction that is rolled back."""
    use_key(b"0" * 32)
    with _app(empty_database).app_context():
        offices = load_offices(city_data())
        committee = offices[COMMITTEE]
        actors = {
            role: actor_at(committee, Role(role), name=name)
            for role, name in (
                ("registrar", "何文静"),
                ("mediator", "吕堃"),
                ("chair", "孟庆云"),
                ("seal_keeper", "孟庆云"),
                ("archivist", "何文静"),
            )
        }
        yield SimpleNamespace(
            offices=offices,
            committee=committee,
            court=next(each for each in offices.values() if each.kind == "court"),
            mediators=_register(committee.id),
            **actors,
        )
        db.session.rollback()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def case(room) -> Case:
    """A trademark dispute between a company and a shop."""
    return make_case(room)


@pytest.fixture
def walk(room, case) -> Walk:
    """The acts of one mediation, one after another."""
    return Walk(room, case)


def make_case(room: Any, *, now: datetime | None = None, **facts: Any) -> Case:
    """A case opened by the committee."""
    told: dict[str, Any] = {
        "title": "甲公司与乙店商标侵权纠纷",
        "source": "committee_application",
        "parties": (
            PartyFacts("applicant", "甲公司", phone="0714-1", representative="甲某"),
            PartyFacts("respondent", "乙店", kind="person", phone="0714-2"),
        ),
        "rights": (RightFacts("trademark", None),),
        "facts": "乙店销售假冒甲公司商标的商品",
        "request": "停止侵权并赔偿损失",
        "claim_fen": 6_000_000,
    }
    return open_case(CaseFacts(**{**told, **facts}), actor=room.registrar, now=now or at("2026-04-01"))


def _register(office_id: int) -> list[Mediator]:
    rows = [
        Mediator(office_id=office_id, name=name, sex=sex, member=True, since=date(2024, 1, 1), until=date(2026, 12, 31))
        for name, sex in (("吕堃", "male"), ("陈𬭚", "female"), ("孟庆云", "female"))
    ]
    db.session.add_all(rows)
    db.session.flush()
    return rows


def _app(url: str) -> Flask:
    app = Flask(__name__)
    app.config.update(SQLALCHEMY_DATABASE_URI=url)
    db.init_app(app)
    return app
