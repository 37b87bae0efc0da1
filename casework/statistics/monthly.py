"""The monthly report (cli-contract section 9): one month, over all cases or of one unit."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import func, select

from casework.base.db import db
from casework.identity.models import Organisation
from casework.records.journal import JournalEntry
from casework.statistics.counting import (
    ACCEPTED,
    AGREED,
    CLOSING,
    NOT_ACCEPTED,
    ORAL_STEP,
    PAID,
    PERFORMED,
    REGISTERED,
    closed_before,
    counted,
    within,
)
from casework.statistics.period import Period, month


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
    """Count a period: a bounded number of indexed queries, whatever the number of cases."""
    agreed = _sums(AGREED, period, unit)
    oral = _count(AGREED, period, unit, oral=True)
    return Monthly(
        period=period,
        carried_in=_stock(period.start, unit),
        registered=_count(REGISTERED, period, unit),
        not_accepted=_count(NOT_ACCEPTED, period, unit),
        accepted=_count(ACCEPTED, period, unit),
        closed={figure: _count(figure, period, unit) for figure in CLOSING},
        oral=oral,
        agreed_fen=agreed,
        performed=_count(PERFORMED, period, unit),
        paid_fen=_sums(PAID, period, unit),
        pending=_stock(period.end, unit),
    )


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
        "agreed_amount": yuan(told.agreed_fen),
        "performed": {"cases": told.performed, "amount": yuan(told.paid_fen)},
        "pending": told.pending,
        "rates": {
            "agreed_of_accepted": rate(agreed, told.accepted),
            "agreed_of_closed": rate(agreed, told.closed_total),
        },
    }


def yuan(fen: int) -> str:
    """Fen as yuan with two decimals."""
    return f"{Decimal(fen) / 100:.2f}"


def rate(numerator: int, denominator: int) -> dict[str, Any]:
    """A rate with its denominator: one decimal, half up from the exact fraction; null when nothing is divided by."""
    percent = None
    if denominator:
        exact = Decimal(100 * numerator) / Decimal(denominator)
        percent = str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
    return {"numerator": numerator, "denominator": denominator, "percent": percent}


def _count(figure: str, period: Period, unit: int | None, *, oral: bool = False) -> int:
    asked = select(func.count()).select_from(JournalEntry).where(counted(figure, unit), within(period))
    if oral:
        asked = asked.where(JournalEntry.step == ORAL_STEP)
    return db.session.scalar(asked) or 0


def _sums(figure: str, period: Period, unit: int | None) -> int:
    asked = select(func.coalesce(func.sum(JournalEntry.figure_fen), 0)).where(counted(figure, unit), within(period))
    return int(db.session.scalar(asked) or 0)


def _stock(day: date, unit: int | None) -> int:
    """The cases that stood open at the beginning of a day: accepted before it, no closing entry before it.

    Counted case by case, not as a difference of flows, so that the stock identity can fail.
    """
    asked = select(func.count()).select_from(JournalEntry).where(counted(ACCEPTED, unit), JournalEntry.figure_on < day)
    return db.session.scalar(asked.where(~closed_before(day))) or 0
