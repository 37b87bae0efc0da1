"""A walk: lawful and unlawful acts by chance on a city with several cases, through the acts that the screens use."""

import hashlib
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, StepRefused
from casework.counter.act import Act, ActBook, Opening
from casework.identity.actor import Actor
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import OfficeKind, Role
from casework.procedure.asking import refusals
from casework.procedure.models import Proceeding
from casework.procedure.procedure import PROCEDURES, procedure_of
from casework.records.models import Case
from tests.support.city import a_complaint
from tests.walks.filling import Unfit, filled

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LAWFUL, OPENS, TRIES = 0.85, 0.2, 8


class Walker:
    """Walks one city. `tally` counts what was done, refused and left."""

    def __init__(self, city: Any, book: ActBook, chance: Random) -> None:
        self.city, self.book, self.chance, self.now = city, book, chance, START
        self.tally: Counter[str] = Counter()
        self.taken: Counter[tuple[str, str]] = Counter()
        for login in ("clerk", "registrar", "officer"):
            a_complaint(city, login=login, now=self.now)
        db.session.commit()

    def step(self) -> None:
        """One act, and some time."""
        self.now += timedelta(hours=self.chance.choice((0, 1, 2, 7, 26, 74)))
        if self.chance.random() < OPENS:
            self._open()
        else:
            self._act()

    def _act(self) -> None:
        proceeding = self._some(select(Proceeding))
        likely = self.chance.random() < LAWFUL
        for _ in range(TRIES if likely else 1):
            act = self._act_on(proceeding)
            if act is None:
                return
            actor = self._actor(act, proceeding)
            if not likely or not refusals(proceeding, act.step, actor=actor, now=self.now):
                break
        self._try(act, proceeding, actor)

    def _act_on(self, proceeding: Proceeding) -> Act | None:
        procedure = procedure_of(proceeding)
        lawful = [
            each for each in procedure.lawful(proceeding.state) if (procedure.name, each.name) in self.book.by_step
        ]
        if lawful and self.chance.random() < LAWFUL:
            return self.book.by_step[procedure.name, self.chance.choice(lawful).name]
        every = [act for (name, _), act in self.book.by_step.items() if name == procedure.name]
        return self.chance.choice(every) if every else None

    def _open(self) -> None:
        case, proposed = self._some(select(Case)), None
        for _ in range(TRIES):
            opening = self.chance.choice(list(self.book.openings.values()))
            actor = self._by_post(self.chance.choice(opening.step.who))
            proposed = opening.make(case, actor, self.now)
            if proposed is not None and not refusals(proposed, opening.step, actor=actor, now=self.now):
                break
        if proposed is None:
            self.tally["no occasion"] += 1
            db.session.rollback()
            return
        self._try(opening, proposed, actor, case)

    def _try(self, act: Act | Opening, proceeding: Proceeding, actor: Actor, case: Case | None = None) -> None:
        name = (act.procedure, act.step.name)
        try:
            with db.session.no_autoflush:
                facts = filled(act.form, proceeding, self.now, self.chance)
        except Unfit:
            self.tally["form"] += 1
            db.session.rollback()
            return
        before = fingerprint()
        try:
            act.verb(case or proceeding, facts, actor=actor, now=self.now)
            db.session.commit()
            self.tally["done"] += 1
            self.taken[name] += 1
        except (StepRefused, Invalid, LookupError):
            db.session.rollback()
            self.tally["refused"] += 1
            assert fingerprint() == before, f"a refused {name} changed something"

    def _actor(self, act: Act, proceeding: Proceeding) -> Actor:
        sides = {"own": [proceeding.office_id], "counterpart": [proceeding.counterpart_id]}
        offices = sides.get(act.step.side, [proceeding.office_id, proceeding.counterpart_id])
        found = [db.session.get(Organisation, each) for each in offices if each]
        able = [
            (office, post.partition("@")[0])
            for office in found
            for post in act.step.who
            if office is not None and post.partition("@")[2] == office.kind
        ]
        if able and self.chance.random() < LAWFUL:
            office, role = self.chance.choice(able)
            return actor_at(office, Role(role), name=self.chance.choice(("吕堃", "方志远", "余思敏")))
        return self._by_post(self.chance.choice(act.step.who))

    def _by_post(self, post: str) -> Actor:
        role, _, kind = post.partition("@")
        offices = [each for each in self.city.offices.values() if each.kind == OfficeKind(kind)]
        return actor_at(db.session.merge(self.chance.choice(offices[:3]), load=True), Role(role), name="方志远")

    def _some(self, asked: Any) -> Any:
        found = list(db.session.scalars(asked.order_by("id")))
        return self.chance.choice(found)


def fingerprint() -> str:
    """A digest of every row of the database."""
    told = hashlib.sha256()
    connection = db.session.connection()
    for table in db.metadata.sorted_tables:
        for row in connection.execute(table.select()):
            told.update(repr(tuple(row)).encode())
    db.session.rollback()
    return told.hexdigest()


def procedures() -> set[str]:
    """The names of all procedures."""
    return set(PROCEDURES)
