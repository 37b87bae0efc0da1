"""Loading a city: offices, people and posts from one data file. Loading twice changes nothing."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.identity.models import Organisation, Person, Post
from casework.identity.passwords import hashed
from casework.identity.roles import Role

DEMONSTRATION = "demonstration_city.json"


def city_data(name: str = DEMONSTRATION) -> dict[str, Any]:
    """The data file of a city."""
    text = files("casework.identity").joinpath("data", name).read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def load_offices(data: dict[str, Any]) -> dict[str, Organisation]:
    """Enter the offices that are not there yet; code -> office."""
    known = {office.code: office for office in db.session.scalars(select(Organisation))}
    for row in data["organisations"]:
        if row["code"] not in known:
            known[row["code"]] = Organisation(**{k: v for k, v in row.items() if k != "parent"})
            db.session.add(known[row["code"]])
    db.session.flush()
    for row in data["organisations"]:
        if row["parent"]:
            known[row["code"]].parent_id = known[row["parent"]].id
    db.session.flush()
    return known


def load_people(
    data: dict[str, Any], offices: dict[str, Organisation], *, since: date, password_hash: str | None = None
) -> int:
    """Enter the demonstration sign-ins that are not there yet; how many were new."""
    known = set(db.session.scalars(select(Person.login)))
    password = password_hash or hashed(data["password"])
    new = [row for row in data["people"] if row["login"] not in known]
    for row in new:
        person = Person(login=row["login"], name=row["name"], password_hash=password, demonstration=True)
        person.posts = [
            Post(organisation=offices[post["office"]], role=Role(post["role"]), since=since) for post in row["posts"]
        ]
        db.session.add(person)
    db.session.flush()
    return len(new)


def has_demonstration_people() -> bool:
    """Whether published sign-ins exist in this database; such a server stays on loopback."""
    asked = select(Person.id).where(Person.demonstration, Person.active).limit(1)
    return db.session.scalar(asked) is not None


def demonstration_people() -> list[Person]:
    """The published sign-ins of this database, in the order of the data file; none in an office's own."""
    asked = select(Person).where(Person.demonstration, Person.active).order_by(Person.id)
    return list(db.session.scalars(asked))
