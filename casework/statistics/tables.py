"""Tables as data: columns over facts, stocks, live counts and other columns; rows by a group, an office or a district."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from casework.records.tally import openings
from casework.statistics.groups import basis_said, data, groups, said

EVERY = "every"
MEDIATING_IN, MEDIATING_OUT = (
    ("accepted", "moved_in"),
    ("agreed", "terminated", "withdrawn", "transferred", "moved_out"),
)


@dataclass(frozen=True)
class Column:
    """One column. Exactly one of `figures` (with `measure`), `stock`, `live`, `sum`, `rate`, `mean` says what it shows.

    `where` keeps the facts of certain forms or group rows; `part_of` names the column that the parts add up to;
    `percentile` asks for that percentile of the days of `figures` instead of their number.
    """

    key: str
    label: list[str]
    figures: tuple[str, ...] = ()
    measure: str = "n"
    where: dict[str, str] = field(default_factory=dict)
    stock: str | None = None
    stream: str = "mediation"
    live: str | None = None
    sum: tuple[str, ...] = ()
    rate: tuple[str, ...] = ()
    mean: tuple[str, ...] = ()
    percentile: int | None = None
    part_of: str | None = None
    indicator: str | None = None
    unit: str | None = None

    @property
    def title(self) -> str:
        """The reader's word."""
        return said(self.label)

    @property
    def money(self) -> bool:
        """Whether the cells are amounts in fen."""
        return self.measure == "fen"

    @property
    def counts(self) -> bool:
        """Whether the cells are sums over facts, so that they add up and open."""
        return not (self.rate or self.mean or self.percentile)


@dataclass(frozen=True)
class Identity:
    """Opening + in = closing + out, by column keys (transfer.md 5.1)."""

    opening: str
    into: tuple[str, ...]
    out: tuple[str, ...]
    closing: str


@dataclass(frozen=True)
class Table:
    """A table: how its rows are made, its columns, the identity of its stock, what it cannot fill."""

    key: str
    label: list[str]
    source: str
    rows: str
    columns: tuple[Column, ...]
    offices: tuple[str, ...] = ()
    identity: Identity | None = None
    cannot: tuple[tuple[str, str], ...] = ()

    @property
    def basis(self) -> str:
        """What it rests on, in the reader's words."""
        return basis_said(self.source)

    @property
    def title(self) -> str:
        """The reader's word."""
        return said(self.label)

    def column(self, key: str) -> Column:
        """The column of that key. Raises KeyError."""
        return next(each for each in self.columns if each.key == key) if key in self.keys else self._none(key)

    @property
    def by_days(self) -> bool:
        """Whether a row is so many days, so that its cells are counted from how long each took."""
        return self.rows in groups() and "days" in groups()[self.rows].of

    @property
    def keys(self) -> list[str]:
        """The keys of the columns in order."""
        return [each.key for each in self.columns]

    def parts(self) -> dict[str, list[list[str]]]:
        """Column -> its breakdowns, each a list of columns that must add up to it."""
        found: dict[str, dict[str, list[str]]] = {}
        for each in self.columns:
            if each.part_of:
                none: dict[str, list[str]] = {}
                found.setdefault(each.part_of, none).setdefault(_family(each), []).append(each.key)
        return {whole: [*families.values()] for whole, families in found.items()}

    def _none(self, key: str) -> Column:
        raise KeyError(key)


def stream_in(stream: str) -> tuple[str, ...]:
    """The figures that bring something into a stream; `every` is all of them."""
    if stream == EVERY:
        return openings()
    return MEDIATING_IN if stream == "mediation" else (f"{stream}.in",)


def stream_out(stream: str) -> tuple[str, ...]:
    """The figures that take something out of a stream."""
    return MEDIATING_OUT if stream == "mediation" else (f"{stream}.out",)


@cache
def tables() -> dict[str, Table]:
    """All tables of the data file."""
    return {key: _table(key, row) for key, row in data("tables.json").items()}


def _table(key: str, row: dict[str, Any]) -> Table:
    columns = tuple(column_from(each) for each in row["columns"])
    told: dict[str, Any] | None = row.get("identity")
    identity = Identity(told["opening"], tuple(told["in"]), tuple(told["out"]), told["closing"]) if told else None
    cannot = tuple((what, why) for what, why in row.get("cannot", []))
    return Table(
        key, row["label"], row["source"], row["rows"], columns, tuple(row.get("offices", ())), identity, cannot
    )


def column_from(row: dict[str, Any]) -> Column:
    """A column of its data."""
    lists: dict[str, Any] = {name: tuple(row[name]) for name in ("figures", "sum", "rate", "mean") if name in row}
    return Column(**{**row, **lists})


def _family(column: Column) -> str:
    """Which breakdown a part belongs to: its prefix, such as `source` of `source_station`."""
    by = next(iter(column.where), "")
    if column.part_of == "cases" and (column.sum or by == "source_ministry"):
        return "source"
    return by or "outcome"
