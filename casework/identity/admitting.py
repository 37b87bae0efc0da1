"""Offices and people entered by the administrator. Scope, number ranges and templates follow from the office itself.

What an office sees hangs on its grants, its numbers begin at 1 with its own word, its papers are the city's: a new
station needs nothing but its name and who works there. People are never deleted; posts and accounts end.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.identity.models import Organisation, Person, Post
from casework.identity.passwords import hashed
from casework.identity.roles import Level, OfficeKind, Role

LOGIN = re.compile(r"[a-z][a-z0-9._-]{2,39}")
KINDS = (OfficeKind.STATION, OfficeKind.COMMITTEE, OfficeKind.BUREAU)
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class OfficeFacts:
    """A new office under another one; `short` is the word in its document numbers."""

    name: str
    short: str
    kind: OfficeKind = OfficeKind.STATION
    parent_id: int | None = None
    address: str | None = None
    phone: str | None = None


def open_office(facts: OfficeFacts) -> Organisation:
    """Enter an office, in the division of the one above it. Raises Invalid for what is missing or there already."""
    parent = db.session.get(Organisation, facts.parent_id) if facts.parent_id else None
    wrong = _wrong_office(facts, parent)
    if wrong:
        raise Invalid(wrong)
    office = Organisation(
        code=_code(facts.kind),
        name=facts.name,
        short=facts.short,
        kind=facts.kind,
        level=Level.COUNTY if facts.kind == OfficeKind.STATION else Level.CITY,
        division=parent.division if parent else None,
        parent_id=parent.id if parent else None,
        address=facts.address,
        phone=facts.phone,
    )
    db.session.add(office)
    db.session.flush()
    return office


def describe(office: Organisation, *, address: str | None, phone: str | None, registration: str | None) -> None:
    """How an office is reached and, of a committee, its filing with justice, as papers print them. Raises Invalid."""
    told = {"address": address, "phone": phone, "registration": registration}
    longest = {"address": 200, "phone": 40, "registration": 80}
    wrong = [name for name, value in told.items() if len(value or "") > longest[name]]
    if wrong:
        raise Invalid({name: [phrase("admitting.too_long", most=longest[name])] for name in wrong})
    for name, value in told.items():
        setattr(office, name, value)
    db.session.flush()


def enter_person(login: str, name: str, office: Organisation, role: Role, *, on: date) -> tuple[Person, str]:
    """Enter somebody with a post from that day; the person and the first password, which is told once. Raises Invalid."""
    wrong: dict[str, list[str]] = {}
    if not LOGIN.fullmatch(login) or db.session.scalar(select(Person.id).where(Person.login == login)):
        wrong["login"] = [phrase("admitting.login_wrong", login=login)]
    if not name or len(name) > 60:
        wrong["name"] = [phrase("admitting.name_wrong")]
    if wrong:
        raise Invalid(wrong)
    password = _password()
    person = Person(login=login, name=name, password_hash=hashed(password))
    person.posts = [Post(organisation=office, role=role, since=on)]
    db.session.add(person)
    db.session.flush()
    return person, password


def give_post(person: Person, office: Organisation, role: Role, *, on: date) -> Post:
    """Give a post from that day; one held before goes on. Raises Invalid where it is held already."""
    known = next((each for each in person.posts if each.organisation_id == office.id and each.role == role), None)
    if known is not None and known.held_on(on):
        raise Invalid({"role": [phrase("admitting.held")]})
    if known is not None:
        known.until = None
        return known
    post = Post(person=person, organisation=office, role=role, since=on)
    db.session.add(post)
    db.session.flush()
    return post


def end_post(post: Post, *, on: date) -> None:
    """End a post: the day before `on` was its last, or its first day where it began on that day."""
    post.until = max(post.since, on - timedelta(days=1))


def new_password(person: Person) -> str:
    """A new password, told once."""
    password = _password()
    person.password_hash, person.failed_sign_ins, person.locked_until = hashed(password), 0, None
    return password


def _wrong_office(facts: OfficeFacts, parent: Organisation | None) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    if not facts.name or len(facts.name) > 120 or _there(Organisation.name == facts.name):
        wrong["name"] = [phrase("admitting.office_wrong")]
    if not facts.short or len(facts.short) > 20 or _there(Organisation.short == facts.short):
        wrong["short"] = [phrase("admitting.short_wrong")]
    if parent is None:
        wrong["parent"] = [phrase("admitting.parent_wrong")]
    return wrong


def _there(clause: object) -> bool:
    return db.session.scalar(select(Organisation.id).where(clause).limit(1)) is not None  # type: ignore[arg-type]


def _code(kind: OfficeKind) -> str:
    known = set(db.session.scalars(select(Organisation.code).where(Organisation.kind == kind)))
    place = len(known) + 1
    while f"{kind}-{place}" in known:
        place += 1
    return f"{kind}-{place}"


def _password() -> str:
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(4)) for _group in range(4))
