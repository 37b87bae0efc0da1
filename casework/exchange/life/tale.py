"""A tale: one invented dispute as it goes on, day after day. Its plot is a generator that stops wherever time passes."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.base.wallclock import at_local, local_date
from casework.clock.calendar import Calendar
from casework.identity.actor import Actor
from casework.identity.models import Organisation, actor_at
from casework.identity.roles import Role


@dataclass
class Town:
    """The offices by code, the people by login, and what disputes are made of."""

    offices: dict[str, Organisation]
    people: dict[str, Actor]
    data: dict[str, Any]
    calendar: Calendar
    mediators: dict[str, int] = field(default_factory=dict)

    def clerk(self, station: str) -> Actor:
        """The clerk of a station; the same name for the same station."""
        names = self.data["clerks"]
        place = sorted(self.offices).index(station) % len(names)
        return actor_at(self.offices[station], Role.CLERK, name=names[place])

    @property
    def stations(self) -> list[str]:
        """The codes of the protection stations."""
        return [code for code, office in self.offices.items() if office.kind == "station"]


@dataclass
class Tale:
    """What one dispute needs to be told: the town, the instant it has come to, chance (seeded), its mediator."""

    town: Town
    now: datetime
    chance: Random
    mediator: str = "mediator"

    def __post_init__(self) -> None:
        self.mediator = self.chance.choice(("mediator", "mediator2"))

    @property
    def today(self) -> date:
        """The local day it has come to."""
        return local_date(self.now)

    def later(self, days: int, hour: int = 10, minute: int = 0) -> None:
        """Time passes: some calendar days, and on to the next working day; never backwards."""
        day = self.today + timedelta(days=days)
        while self.town.calendar.is_rest(day):
            day += timedelta(days=1)
        self.now = max(self.now, at_local(day, time(hour, minute)))

    def soon(self, minutes: int = 20) -> None:
        """Some minutes pass."""
        self.now += timedelta(minutes=minutes)

    def who(self, login: str) -> Actor:
        """The actor of a demonstration login; `login:role` in another of the person's posts."""
        return self.town.people[login]

    def likely(self, share: float) -> bool:
        """True in about that share of all tales."""
        return self.chance.random() < share


Plot = Callable[[Tale], Iterator[None]]


def play(tales: Iterable[tuple[Tale, Plot]], *, until: datetime) -> list[str]:
    """Let all tales happen in the order of time, none beyond `until`; what was refused, a line each.

    Each stretch of a tale is a savepoint: a refusal undoes that stretch, ends the tale and is told.
    """
    refused: list[str] = []
    waiting = [(tale.now, number, tale, plot(tale)) for number, (tale, plot) in enumerate(tales)]
    heapq.heapify(waiting)
    while waiting:
        at, number, tale, told = heapq.heappop(waiting)
        if at > until:
            continue
        try:
            with db.session.begin_nested():
                over = next(told, _OVER) is _OVER
        except CaseworkError as error:
            refused.append(f"{number} {told.gi_code.co_name if hasattr(told, 'gi_code') else ''} {at}: {error}")
            continue
        if not over:
            heapq.heappush(waiting, (tale.now, number, tale, told))
    return refused


_OVER = object()
