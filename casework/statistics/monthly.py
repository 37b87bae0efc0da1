"""The monthly report (cli-contract section 9): one month, over all cases or of one unit."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from casework.base.db import db
from casework.identity.models import Organisation
from casework.records.journal import JournalEntry
from casework.records.models import Case
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
    before, after = _cases(_standing(period.start, unit)), _cases(_standing(period.end, unit))
    accepted, closed = _cases(_flow((ACCEPTED,), period, unit)), _cases(_flow(CLOSING, period, unit))
    numbers = sorted(before | accepted | closed | after)
    parts = [Break(each, before[each], accepted[each], closed[each], after[each]) for each in numbers]
    return [each for each in parts if not each.holds]


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
    return db.session.scalar(select(func.count()).select_from(JournalEntry).where(_standing(day, unit))) or 0


def _standing(day: date, unit: int | None) -> ColumnElement[bool]:
    return and_(counted(ACCEPTED, unit), JournalEntry.figure_on < day, ~closed_before(day))


def _flow(names: tuple[str, ...], period: Period, unit: int | None) -> ColumnElement[bool]:
    return and_(or_(*(counted(each, unit) for each in names)), within(period))


def _cases(wanted: ColumnElement[bool]) -> Counter[str]:
    asked = select(Case.number).join(JournalEntry, JournalEntry.case_id == Case.id).where(wanted)
    return Counter(db.session.scalars(asked))
