"""Our own figures beside the lines of tables published elsewhere, where both count the same. The mapping is data."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from casework.statistics.grid import Cell, Grid, Scope, fill, one_decimal
from casework.statistics.groups import data
from casework.statistics.period import Period
from casework.statistics.tables import tables


@dataclass(frozen=True)
class Ours:
    """Our figure of a line: the number as told, its share of all in percent where the line has one, the cells added."""

    told: str
    share: str | None
    cells: tuple[tuple[str, str, str], ...]

    @property
    def only(self) -> tuple[str, str, str] | None:
        """Table, row and column of the one cell that it is; None where it is a sum of several."""
        return self.cells[0] if len(self.cells) == 1 else None


def beside(period: Period, scope: Scope) -> dict[str, dict[str, Ours]]:
    """Published table -> key of a line -> our figure of the period; each of our tables is filled once."""
    mapped = _mapped()
    keys = {cell[0] for table in mapped.values() for cells in table["lines"].values() for cell in cells}
    grids = {key: fill(tables()[key], period, scope) for key in sorted(keys)}
    return {name: _lines(table, grids) for name, table in mapped.items()}


def line_key(name: str, line: dict[str, str]) -> str:
    """The key of a line of a published table: the values it is known by."""
    by = _mapped().get(name, {}).get("by", ())
    return "|".join(line[column] for column in by)


def place_of(name: str) -> str | None:
    """The column of a published table after which ours stand, None where there is nothing to set beside."""
    place: str | None = _mapped().get(name, {}).get("after")
    return place


def _mapped() -> dict[str, dict[str, Any]]:
    return {name: table for name, table in data("beside.json").items() if name != "source"}


def _lines(table: dict[str, Any], grids: dict[str, Grid]) -> dict[str, Ours]:
    whole = _sum(table["share_of"], grids) if "share_of" in table else None
    return {key: _ours(cells, grids, whole) for key, cells in table["lines"].items()}


def _ours(cells: list[list[str]], grids: dict[str, Grid], whole: Cell) -> Ours:
    value = _sum(cells, grids)
    share = one_decimal(Fraction(100 * value, whole)) if whole and isinstance(value, int) else None
    told = "—" if value is None else f"{Decimal(value):,}"
    return Ours(told, share, tuple((table, row, column) for table, row, column in cells))


def _sum(cells: list[list[str]], grids: dict[str, Grid]) -> Cell:
    found = [grids[table].cell(row, column) for table, row, column in cells]
    return found[0] if len(found) == 1 else sum(found)
