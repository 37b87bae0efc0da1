"""Acts by short names, so that a test tells only what it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.enforcement import facts
from casework.enforcement import verbs as do
from casework.enforcement.models import Penalty
from casework.identity.actor import Actor
from casework.records.models import Case, Evidence
from tests.support.city import City

TEAM = ("方志远", "余思敏")


def at(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2026) -> datetime:
    """An instant given in Shanghai time."""
    return datetime(year, month, day, hour - 8, minute, tzinfo=UTC) if hour >= 8 else _early(year, month, day, hour)


def _early(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime.fromisoformat(f"{year}-{month:02d}-{day:02d}T{hour:02d}:00:00+08:00").astimezone(UTC)


@dataclass
class Town:
    """The city with its actors as attributes: town.officer, town.daye_police ..."""

    city: City

    def __getattr__(self, name: str) -> Actor:
        return self.city.actor(name.replace("_", "-"))

    def office(self, code: str) -> Any:
        """An office by code."""
        return self.city.offices[code]


def lead(town: Town, case: Case, now: datetime, **changes: Any) -> Penalty:
    """A lead of the city office."""
    told = facts.LeadFacts(**{"suspected": "销售假冒注册商标的电机", **changes})
    return do.open_lead(case, told, actor=town.officer, now=now)


def filed(town: Town, case: Case, now: datetime, **changes: Any) -> Penalty:
    """A filed case, handled by the two officers."""
    penalty = lead(town, case, now, **changes)
    filing = facts.FilingFacts(TEAM, "现场查获的商品及价签")
    return do.file(penalty, filing, actor=town.head, now=now)


def investigating(town: Town, case: Case, now: datetime, **changes: Any) -> Penalty:
    """A case under investigation."""
    return do.investigate(filed(town, case, now, **changes), None, actor=town.officer, now=now)


def reviewed(town: Town, case: Case, now: datetime) -> Penalty:
    """A case that legal review has agreed to."""
    penalty = investigating(town, case, now)
    do.conclude(penalty, facts.Findings("查明销售假冒注册商标的商品,非法经营额三万元"), actor=town.officer, now=now)
    return do.review(penalty, None, actor=town.head, now=now)


def notified(town: Town, case: Case, now: datetime, served: date) -> Penalty:
    """A case whose party knows the intended penalty."""
    penalty = reviewed(town, case, now)
    return do.notify(penalty, facts.Notice("罚款三万元", served), actor=town.officer, now=now)


def evidence(case: Case, name: str, digit: str) -> Evidence:
    """A file of the case."""
    row = Evidence(
        case=case,
        position=len(case.evidence) + 1,
        name=name,
        sha256=digit * 64,
        size=1024,
        media_type="image/jpeg",
        received_at=at(7, 1),
        received_by_id=case.registered_by_id,
    )
    db.session.add(row)
    db.session.flush()
    return row


def codes(act: Callable[[], Any]) -> list[str]:
    """The codes of the reasons with which an act is refused."""
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.code for each in caught.value.refusals]


def rules(act: Callable[[], Any]) -> list[str]:
    """The rule ids of the reasons with which an act is refused."""
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.rule for each in caught.value.refusals]


def dues(proceeding: Any) -> dict[str, str]:
    """Rule -> last day (for hours: the instant in UTC) of every clock that is not stopped."""
    return {each.rule: each.due.isoformat() for each in proceeding.clocks if each.state != "stopped"}


def raws(proceeding: Any) -> dict[str, str]:
    """Rule -> unrolled last day of every clock that is not stopped."""
    return {each.rule: each.raw.isoformat() for each in proceeding.clocks if each.state != "stopped"}
