"""Comparing periods: 同比 with the same period a year before, 环比 with the period just before (transfer.md 5.2)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from casework.statistics.grid import EVERYWHERE, Grid, Scope, fill, one_decimal
from casework.statistics.period import Period
from casework.statistics.tables import Column, Table


@dataclass(frozen=True)
class Change:
    """A change: in percent, or for rates in percentage points; `told` None where it is undefined."""

    told: str | None
    points: bool = False

    @property
    def shown(self) -> str:
        """With its sign and unit, a dash where it is undefined."""
        if self.told is None:
            return "—"
        sign = "" if self.told.startswith("-") or self.told == "0.0" else "+"
        return f"{sign}{self.told}{' pp' if self.points else '%'}"


@dataclass(frozen=True)
class Compared:
    """A table with the two it is compared with."""

    now: Grid
    before: Grid
    year_before: Grid

    def on_period(self, row: str, column: Column) -> Change:
        """环比: against the period just before."""
        return change(self.now.cell(row, column.key), self.before.cell(row, column.key))

    def on_year(self, row: str, column: Column) -> Change:
        """同比: against the same period a year before."""
        return change(self.now.cell(row, column.key), self.year_before.cell(row, column.key))


def compared(table: Table, period: Period, scope: Scope = EVERYWHERE) -> Compared:
    """Fill a table for a period and for the two that it is compared with."""
    return Compared(*(fill(table, each, scope) for each in (period, period.before, period.year_before)))


def change(now: Any, before: Any) -> Change:
    """The change between two cells: x / before - 1, undefined from zero or nothing; percentage points between rates."""
    if isinstance(now, dict) or isinstance(before, dict):
        return _points(now, before)
    try:
        new, old = Fraction(str(now)), Fraction(str(before))
    except ValueError:
        return Change(None)
    return Change(one_decimal((new / old - 1) * 100)) if old else Change(None)


def _points(now: Any, before: Any) -> Change:
    told = [each for each in (now, before) if isinstance(each, dict) and each["denominator"]]
    if len(told) < 2:
        return Change(None, points=True)
    new, old = (Fraction(100 * each["numerator"], each["denominator"]) for each in told)
    return Change(one_decimal(new - old), points=True)
