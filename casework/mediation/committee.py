"""The committee's register (M-01, M-02, M-05): members and appointed mediators, checked as a whole.

The register is no proceeding of a case: it refuses with the same kind of reasons, but no door is opened.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Refusal, StepRefused
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.clock.due import compute
from casework.identity.models import Organisation, Person
from casework.law import cite
from casework.mediation.models import Mediator

FEWEST, MOST = 3, 9
RECORD = "record_committee"


@dataclass(frozen=True)
class MediatorFacts:
    """A person of the register. `until` None for a member: three years from `since` (M-02)."""

    name: str
    since: date
    sex: str | None = None
    member: bool = False
    chair: bool = False
    until: date | None = None
    person_id: int | None = None
    on_roster: bool = True
    full_time: bool = False
    specialities: tuple[str, ...] = ()


def record_committee(office_id: int, members: Sequence[MediatorFacts], *, on: date) -> list[Mediator]:
    """Enter the members of a committee as elected. Raises StepRefused with all that is wrong (M-01, TV-63)."""
    wrong = committee_problems(members, on=on)
    if wrong:
        raise StepRefused(RECORD, wrong)
    return [appoint(office_id, each) for each in members]


def committee_problems(members: Iterable[MediatorFacts], *, on: date) -> list[Refusal]:
    """What is wrong with a composition: three to nine members, a woman among them, one chair."""
    told = [each for each in members if each.member]
    checks = {
        "size": FEWEST <= len(told) <= MOST,
        "woman": any(each.sex == "female" for each in told),
        "chair": sum(each.chair for each in told) == 1,
    }
    return [_refusal(name, on, len(told)) for name, right in checks.items() if not right]


def appoint(office_id: int, facts: MediatorFacts) -> Mediator:
    """Enter one person; a member without a last day serves three years (M-02), an appointed one until recalled."""
    mediator = Mediator(
        office_id=office_id,
        person_id=facts.person_id,
        name=facts.name,
        sex=facts.sex,
        member=facts.member,
        chair=facts.chair,
        since=facts.since,
        until=facts.until or (_term_end(facts.since) if facts.member else None),
        on_roster=facts.on_roster,
        full_time=facts.full_time,
        specialities=list(facts.specialities),
    )
    db.session.add(mediator)
    db.session.flush()
    return mediator


def recall(mediator: Mediator, *, on: date) -> None:
    """End a person's service; mediations in which the person serves name another."""
    mediator.until, mediator.active = on, False


def in_term(office_id: int, on: date | None = None) -> list[Mediator]:
    """The mediators of a committee who may be named on that local date (default today), by name."""
    day = on or local_date(wallclock.now())
    return [each for each in register_of(office_id) if each.in_term(day)]


def register_of(office_id: int) -> list[Mediator]:
    """Everybody in the register of a committee."""
    asked = select(Mediator).where(Mediator.office_id == office_id).order_by(Mediator.name, Mediator.id)
    with db.session.no_autoflush:
        return list(db.session.scalars(asked))


def mediator_named(office_id: int, name: str, *, since: date) -> Mediator:
    """The mediator of that name, entered as appointed since that day if the register has none (imported histories)."""
    found = next((each for each in register_of(office_id) if each.name == name), None)
    if found is None:
        return appoint(office_id, MediatorFacts(name=name, since=since))
    found.since = min(found.since, since)
    return found


def load_demonstration_committee(offices: Mapping[str, Organisation]) -> int:
    """Enter the register of the demonstration city once; how many people were new. `offices` by code."""
    data = json.loads((files("casework.mediation") / "data" / "demonstration_committee.json").read_text("utf-8"))
    office = offices[data["office"]]
    if register_of(office.id):
        return 0
    people = {person.login: person.id for person in db.session.scalars(select(Person))}
    members = [_demonstration_member(row, people) for row in data["members"]]
    return len(record_committee(office.id, members, on=max(each.since for each in members)))


def _demonstration_member(row: dict[str, Any], people: Mapping[str, int]) -> MediatorFacts:
    told = {name: value for name, value in row.items() if name not in ("login", "since", "specialities")}
    return MediatorFacts(
        **told,
        since=date.fromisoformat(row["since"]),
        person_id=people.get(row["login"]),
        specialities=tuple(row["specialities"]),
    )


def _term_end(since: date) -> date:
    end = compute("M-02", since).due
    return date(end.year, end.month, end.day)


def _refusal(name: str, on: date, count: int) -> Refusal:
    key = f"guard.committee_is_lawful.{name}"
    return Refusal(
        code=f"committee_is_lawful.{name}",
        fact=phrase(f"{key}.fact", count=count),
        rule="M-01",
        article=cite("M-01", on).article_zh,
        cure=phrase(f"{key}.cure"),
        by=phrase(f"{key}.by"),
        field="members",
    )
