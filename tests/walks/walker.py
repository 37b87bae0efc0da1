"""A walk: lawful and unlawful acts by chance on a city with several cases, through the acts that the screens use."""

import hashlib
from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, StepRefused
from casework.counter.act import Act, ActBook, Opening
from casework.identity.actor import Actor
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import Role
from casework.procedure.asking import refusals
from casework.procedure.models import Proceeding
from casework.procedure.procedure import procedure_of
from casework.procedure.siblings import is_open
from casework.records.models import Case
from tests.support.city import a_complaint
from tests.walks.filling import Unfit, filled
from tests.walks.ground import START
from tests.walks.invariants import Invariants, states

LAWFUL, OPENS, FILES, TRIES = 0.85, 0.15, 0.03, 8
CASES = 5
PASSES = (0, 0, 1, 2, 5, 7, 26, 26, 74, 24 * 9, 24 * 31)
OVER = ("closed", "archived")
NAMES = ("吕堃", "方志远", "余思敏")
STAND_STILL = ("transfer_admin", "transfer_in", "transfer_police", "designation", "penalty", "adjudication")


class Broken(AssertionError):
    """An invariant that does not hold after an act."""


class Walker:
    """Walks some cases of one city. `tally` counts what was done, refused and left; `taken` the steps taken."""

    def __init__(self, city: Any, book: ActBook, chance: Random) -> None:
        self.city, self.book, self.chance, self.now = city, book, chance, START
        self.tally: Counter[str] = Counter()
        self.taken: Counter[tuple[str, str]] = Counter()
        self.holds = Invariants()
        self.stored: str | None = None
        self.posts = _posts(city.offices)
        every = list(db.session.scalars(select(Case.id).order_by(Case.id)))
        self.cases = sorted(chance.sample(every, min(CASES, len(every))))

    def step(self) -> None:
        """One act, and some time."""
        self.now += timedelta(hours=self.chance.choice(PASSES))
        drawn = self.chance.random()
        if drawn < FILES:
            self._file()
        elif drawn < FILES + OPENS:
            self._open()
        else:
            self._act()

    def _file(self) -> None:
        complaint = a_complaint(self.city, login=self.chance.choice(("clerk", "registrar", "officer")), now=self.now)
        db.session.commit()
        self.cases.append(complaint.case_id)
        self.stored = None

    def _act(self) -> None:
        proceeding = self._some_proceeding()
        likely = self.chance.random() < LAWFUL
        for _ in range(TRIES if likely else 1):
            act = self._act_on(proceeding)
            if act is None:
                return
            actor = self._actor(act, proceeding)
            if not likely or not refusals(proceeding, act.step, actor=actor, now=self.now):
                break
        self._try(act, proceeding, actor)

    def _some_proceeding(self) -> Proceeding:
        """One of the cases' proceedings: every procedure alike, one that is open rather than one that is over."""
        mine = select(Proceeding).where(Proceeding.case_id.in_(self.cases)).order_by(Proceeding.id)
        kinds: dict[str, list[Proceeding]] = {}
        for each in db.session.scalars(mine):
            kinds.setdefault(each.procedure, []).append(each)
        found = kinds[self.chance.choice(sorted(kinds))]
        still = [each for each in found if each.state not in OVER and is_open(each)]
        return self.chance.choice(still if still and self.chance.random() < LAWFUL else found)

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
        case, proposed = db.session.get_one(Case, self.chance.choice(self.cases)), None
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
        case_id = proceeding.case_id or (case.id if case else 0)
        try:
            with db.session.no_autoflush:
                facts = filled(act.form, proceeding, self.now, self.chance)
        except Unfit:
            self.tally["form"] += 1
            db.session.rollback()
            return
        self.stored = before = self.stored or fingerprint()
        standing = states(case_id)
        try:
            act.verb(case or proceeding, facts, actor=actor, now=self.now)
            db.session.commit()
        except (StepRefused, Invalid, LookupError):
            db.session.rollback()
            self.tally["refused"] += 1
            if fingerprint() != before:
                raise Broken(f"a refused {act.procedure}.{act.step.name} changed something") from None
            return
        self.stored = None
        self.tally["done"] += 1
        self.taken[act.procedure, act.step.name] += 1
        self._hold(act, case_id, standing)

    def _hold(self, act: Act | Opening, case_id: int, standing: dict[int, tuple[str, str]]) -> None:
        found = [*self.holds.of_case(case_id), *moved_by_mediation(act.procedure, standing, states(case_id))]
        if found:
            raise Broken(f"after {act.procedure}.{act.step.name} on case {case_id} at {self.now}: {found}")

    def _actor(self, act: Act, proceeding: Proceeding) -> Actor:
        sides = {"office": [proceeding.office_id], "counterpart": [proceeding.counterpart_id]}
        offices = sides.get(act.step.side, [proceeding.office_id, proceeding.counterpart_id])
        able = [actor for post in act.step.who for actor in self.posts.get(post, ()) if actor.office_id in offices]
        if able and self.chance.random() < LAWFUL:
            return self.chance.choice(able)
        return self._by_post(self.chance.choice(act.step.who))

    def _by_post(self, post: str) -> Actor:
        return self.chance.choice(self.posts[post][: 3 * len(NAMES)])


def _posts(offices: dict[str, Organisation]) -> dict[str, list[Actor]]:
    """Everybody who may sit at a post, `role@office_kind`."""
    found: dict[str, list[Actor]] = {}
    for office in offices.values():
        for role in Role:
            there = found.setdefault(f"{role}@{office.kind}", [])
            there += [actor_at(office, role, name=name) for name in NAMES]
    return found


def moved_by_mediation(
    procedure: str, before: dict[int, tuple[str, str]], after: dict[int, tuple[str, str]]
) -> list[str]:
    """Transfers and cases of authorities that an act of mediation moved (invariant 10)."""
    if procedure != "mediation":
        return []
    return [
        f"invariant 10: {before[key]} became {after[key]}"
        for key in before
        if before[key][0] in STAND_STILL and after[key] != before[key]
    ]


def fingerprint() -> str:
    """A digest of every row of the database."""
    digest = hashlib.sha256()
    driver = db.session.connection().connection.driver_connection
    assert driver is not None
    for table in db.metadata.sorted_tables:
        digest.update(repr(driver.execute(f'SELECT * FROM "{table.name}"').fetchall()).encode())
    db.session.rollback()
    return digest.hexdigest()
