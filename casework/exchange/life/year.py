"""The demonstration year: which disputes arose when, told up to a given instant. The same seed gives the same year."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from importlib.resources import files
from random import Random

from sqlalchemy import func, select, update

from casework.base.db import db
from casework.base.outbox import OutboxItem
from casework.base.wallclock import at_local, local_date
from casework.clock.calendar import default_calendar
from casework.exchange.life import agency, committee
from casework.exchange.life.tale import Plot, Tale, Town, play
from casework.identity.models import Organisation, Person
from casework.mediation.committee import register_of
from casework.records.models import Case

DAYS = 365
PLOTS: tuple[tuple[Plot, int], ...] = (
    (committee.settled, 34),
    (committee.failed, 12),
    (committee.withdrawn, 6),
    (committee.refused, 3),
    (committee.unanswered, 6),
    (committee.assigned, 9),
    (committee.filed, 3),
    (agency.penalised, 12),
    (agency.unfounded, 5),
    (agency.crime, 5),
    (agency.moved, 4),
    (agency.adjudicated, 5),
)


def load_year(offices: Mapping[str, Organisation], *, until: datetime, seed: int = 2026) -> tuple[int, list[str]]:
    """Let the twelve months before `until` happen in a city without cases.

    Returns how many cases there are and what was refused, a line each (none, or the rules changed). A city that has
    cases already is left alone. The caller commits.
    """
    if db.session.scalar(select(Case.id).limit(1)) is not None:
        return 0, []
    town = _town(offices)
    refused = play(_tales(town, until, Random(seed)), until=until)  # noqa: S311 no secret, a story
    _drawn_when_opened(until)
    return db.session.scalar(select(func.count(Case.id))) or 0, refused


def _drawn_when_opened(now: datetime) -> None:
    """A year's papers are drawn as they are opened; the worker need not draw two thousand at the first start."""
    waiting = (OutboxItem.kind == "draw_papers", OutboxItem.done_at.is_(None))
    db.session.execute(update(OutboxItem).where(*waiting).values(done_at=now))


def _tales(town: Town, until: datetime, chance: Random) -> Iterator[tuple[Tale, Plot]]:
    plots = [plot for plot, share in PLOTS for _ in range(share) if plot is not committee.filed]
    chance.shuffle(plots)
    plots += [committee.filed] * dict(PLOTS)[committee.filed]
    first = local_date(until) - timedelta(days=DAYS)
    for place, plot in enumerate(plots):
        day = first + timedelta(days=place * DAYS // len(plots))
        tale = Tale(town, at_local(day, time(8, 40)), Random(chance.random()))  # noqa: S311 no secret, a story
        tale.later(0, chance.randrange(9, 16), chance.randrange(0, 60))
        yield tale, plot


def _town(offices: Mapping[str, Organisation]) -> Town:
    data = json.loads((files("casework.exchange.life") / "data" / "disputes.json").read_text("utf-8"))
    people = {}
    for person in db.session.scalars(select(Person).where(Person.demonstration)):
        people[person.login] = person.posts[0].actor()
        people.update({f"{person.login}:{post.role}": post.actor() for post in person.posts[1:]})
    town = Town(dict(offices), people, data, default_calendar())
    town.mediators = {each.name: each.id for each in register_of(offices["hs-committee"].id)}
    return town
