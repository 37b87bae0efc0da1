"""The demonstration city for tests: its offices, its people as actors, and a dispute to act on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from casework.complaints.models import Complaint
from casework.complaints.verbs import Registration, register
from casework.identity.actor import Actor
from casework.identity.city import city_data, load_offices, load_people
from casework.identity.models import Organisation, Person
from casework.identity.passwords import hashed
from casework.records.filing import CaseFacts, PartyFacts, RightFacts

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PASSWORD = "casework-demo"


@dataclass
class City:
    """Offices by code and actors by demonstration login."""

    session: Any
    offices: dict[str, Organisation]

    def actor(self, login: str, post: int = 0) -> Actor:
        """The actor of a demonstration login, in the given one of its posts."""
        person = self.session.query(Person).filter_by(login=login).one()
        return person.posts[post].actor()


def load_city(session: Any) -> City:
    """Load offices and people; the password is hashed once per process."""
    data = city_data()
    offices = load_offices(data)
    load_people(data, offices, since=date(2020, 1, 1), password_hash=_hash())
    session.flush()
    return City(session, offices)


def case_facts(**changes: Any) -> CaseFacts:
    """A trademark dispute between two companies."""
    told = {
        "title": "黄石样例机电有限公司与阳新县样例商行商标纠纷",
        "source": "walk_in",
        "parties": (
            PartyFacts("applicant", "黄石样例机电有限公司", phone="0714-6520000", address="黄石市下陆区"),
            PartyFacts("respondent", "阳新县样例商行", phone="0714-7320000"),
        ),
        "rights": (RightFacts("trademark", "第1234567号"),),
        "facts": "被申请人在门店销售带有申请人商标的电机。",
        "request": "停止侵权,赔偿损失。",
        "claim_fen": 5_000_000,
    }
    return CaseFacts(**{**told, **changes})


def a_complaint(city: City, *, now: datetime = NOON, login: str = "clerk", **changes: Any) -> Complaint:
    """A dispute registered at a station."""
    return register(Registration(case_facts(**changes)), actor=city.actor(login), now=now)


@cache
def _hash() -> str:
    return hashed(PASSWORD)
