"""The monthly report (cli-contract section 9): one month, over all cases or of one unit."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.money import plain
from casework.identity.models import Organisation
from casework.records.models import Case
from casework.statistics.counting import (
    ACCEPTED,
    AGREED,
    CLOSING,
    NOT_ACCEPTED,
    PAID,
    PERFORMED,
    REGISTERED,
    of_unit,
)
from casework.statistics.grid import rate
from casework.statistics.period import Period, month
from casework.statistics.rows import Seen, facts_in, facts_standing, flows, standing
from casework.statistics.tables import MEDIATING_IN

__all__ = ["Break", "Monthly", "breaks", "figures", "identity_breaks", "monthly", "rate", "unit_id"]

COUNTED = (REGISTERED, NOT_ACCEPTED, ACCEPTED, *CLOSING, PERFORMED, PAID)


@dataclass(frozen=True)
class Monthly:
    """The figures of a period. Amounts in fen; the stock at both ends is counted by itself, not computed."""

    period: Period
    carried_in: int
    registered: int
    not_accepted: int
    accepted: int
    closed: dict[str, int]
    oral: int
    agreed_fen: int
    performed: int
    paid_fen: int
    pending: int

    @property
    def closed_total(self) -> int:
        """All that was closed."""
        return sum(self.closed.values())

    @property
    def holds(self) -> bool:
        """The stock identity: carried in + accepted - closed = pending."""
        return self.carried_in + self.accepted - self.closed_total == self.pending


def monthly(name: str, unit: str | None = None) -> dict[str, Any]:
    """The report of a month as the contract prints it. Raises ValueError for an unknown month or unit."""
    return as_json(figures(month(name), unit_id(unit)))


def figures(period: Period, unit: int | None = None) -> Monthly:
    """Count a period from the counters: a bounded number of indexed queries, whatever the number of cases.

    In the row of one unit a case that moved in is an acceptance and one that moved out a transfer; over all units
    a move is neither (transfer.md 5.1).
    """
    offices = None if unit is None else [unit]
    seen = flows(period, [name for figure in COUNTED for name in of_unit(figure, unit)], offices, by_office=False)
    count = {figure: _sum(seen, of_unit(figure, unit)) for figure in COUNTED}
    return Monthly(
        period=period,
        carried_in=sum(each.n for each in standing(period.start, MEDIATING_IN, offices, by_office=False)),
        registered=count[REGISTERED],
        not_accepted=count[NOT_ACCEPTED],
        accepted=count[ACCEPTED],
        closed={figure: count[figure] for figure in CLOSING},
        oral=sum(each.n for each in seen if each.figure == AGREED and each.form == "oral"),
        agreed_fen=sum(each.fen for each in seen if each.figure == AGREED),
        performed=count[PERFORMED],
        paid_fen=sum(each.fen for each in seen if each.figure == PAID),
        pending=sum(each.n for each in standing(period.end, MEDIATING_IN, offices, by_office=False)),
    )


@dataclass(frozen=True)
class Break:
    """A case whose own part of carried in + accepted - closed is not its part of pending."""

    case: str
    carried_in: int
    accepted: int
    closed: int
    pending: int

    @property
    def holds(self) -> bool:
        """Whether the identity holds for this case."""
        return self.carried_in + self.accepted - self.closed == self.pending


def identity_breaks(name: str, unit: str | None = None) -> list[Break]:
    """The cases that keep the stock identity of a month from holding; empty when it holds. Raises as `monthly`."""
    return breaks(month(name), unit_id(unit))


def breaks(period: Period, unit: int | None = None) -> list[Break]:
    """The cases of a period for which the identity does not hold, by number."""
    offices = None if unit is None else [unit]
    before, after = (_cases(facts_standing(day, MEDIATING_IN, offices)) for day in (period.start, period.end))
    accepted = _cases(facts_in(period, of_unit(ACCEPTED, unit), offices))
    closings = [name for figure in CLOSING for name in of_unit(figure, unit)]
    closed = _cases(facts_in(period, closings, offices))
    ids = {*before, *accepted, *closed, *after}
    wrong = {each for each in ids if before[each] + accepted[each] - closed[each] != after[each]}
    asked = select(Case.id, Case.number).where(Case.id.in_(wrong)).order_by(Case.number)
    named = db.session.execute(asked).all()
    return [Break(number, before[each], accepted[each], closed[each], after[each]) for each, number in named]


def unit_id(unit: str | None) -> int | None:
    """The id of an organisation named by code or id. Raises ValueError when there is none."""
    if unit is None:
        return None
    named = Organisation.id == int(unit) if unit.isdigit() else Organisation.code == unit
    found = db.session.scalar(select(Organisation.id).where(named))
    if found is None:
        raise ValueError(f"没有这个单位: {unit}")
    return found


def as_json(told: Monthly) -> dict[str, Any]:
    """The figures in the shape of the contract."""
    start, end = told.period.bounds
    agreed = told.closed[AGREED]
    return {
        "month": told.period.name,
        "from": start,
        "to": end,
        "carried_in": told.carried_in,
        "registered": told.registered,
        "not_accepted": told.not_accepted,
        "accepted": told.accepted,
        "closed": {"total": told.closed_total, **told.closed},
        "agreed": {"total": agreed, "written": agreed - told.oral, "oral": told.oral},
        "agreed_amount": plain(told.agreed_fen),
        "performed": {"cases": told.performed, "amount": plain(told.paid_fen)},
        "pending": told.pending,
        "rates": {
            "agreed_of_accepted": rate(agreed, told.accepted),
            "agreed_of_closed": rate(agreed, told.closed_total),
        },
    }


def _sum(seen: list[Seen], names: tuple[str, ...]) -> int:
    return sum(each.n for each in seen if each.figure in names)


def _cases(seen: list[Seen]) -> Counter[int]:
    return Counter(each.case_id for each in seen)
