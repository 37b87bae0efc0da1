"""The cells of a table over a period: each a plain value, each to be opened by `behind`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import has_phrase, phrase
from casework.identity.models import Organisation
from casework.statistics import rows as source
from casework.statistics.groups import BODIES, OTHER_BODY, groups
from casework.statistics.live import live, live_sums
from casework.statistics.period import Period
from casework.statistics.rows import Offices, Seen
from casework.statistics.tables import Column, Table, stream_in

TOTAL = "total"
Cell = Any


@dataclass(frozen=True)
class Scope:
    """Whose figures: all offices (`offices` None) or some, under a name."""

    offices: tuple[int, ...] | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """How the scope is named in addresses and publications: empty for all."""
        return ",".join(map(str, self.offices)) if self.offices is not None else ""


EVERYWHERE = Scope()


@dataclass
class Grid:
    """A table filled: rows as (key, label), cells by (row, column). The total row is counted by itself."""

    table: Table
    period: Period
    scope: Scope
    rows: list[tuple[str, str]]
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)

    def cell(self, row: str, column: str) -> Cell:
        """The value of a cell; 0 where nothing counts."""
        return self.cells.get((row, column), 0)

    @property
    def with_total(self) -> list[tuple[str, str]]:
        """The rows and the total below them."""
        return [*self.rows, (TOTAL, phrase("statistics.total"))]


def fill(table: Table, period: Period, scope: Scope = EVERYWHERE) -> Grid:
    """Count a table over a period: a bounded number of queries, whatever the number of cases."""
    known = offices(table, scope)
    within = tuple(known) if table.offices or scope.offices is not None else None
    sorter = Sorter(table, known)
    return _filled(Grid(table, period, scope, sorter.rows), sorter, _collected(table, period, within, sorter))


def fill_each(table: Table, period: Period, wanted: list[Organisation]) -> Iterator[Grid]:
    """The table of each of these offices, as `fill` makes it for one: all are counted by the same few queries."""
    every = Sorter(table, {each.id: each for each in wanted})
    parted: dict[int, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for key, found in _collected(table, period, None, every, apart=True).items():
        for seen in found:
            parted[seen.office_id][key].append(seen)
    sorters = {Scope((each.id,), each.name): Sorter(table, {each.id: each}) for each in wanted if counts(table, each)}
    blank = [(Grid(table, period, scope, sorter.rows), sorter) for scope, sorter in sorters.items()]
    for grid, sorter in blank:
        yield _filled(grid, sorter, parted.pop(int(grid.scope.key), {}))


def _collected(
    table: Table, period: Period, within: Offices, sorter: "Sorter", *, apart: bool = False
) -> dict[str, list[Seen]]:
    """What each column of facts counts, by its key; `apart` keeps the offices apart whatever the rows."""
    by_office, kept = apart or _by_office(table), dict[Any, list[Seen]]()
    found = {each.key: _seen(each, period, within, kept, table, by_office=by_office) for each in _plain(table)}
    for column in (each for each in table.columns if each.percentile):
        key = ("days", column.figures)
        if key not in kept:
            by = {"office_id", *sorter.sorts_by} if apart else sorter.sorts_by
            kept[key] = source.durations(period, column.figures, within, by=by)
        found[column.key] = kept[key]
    return found


def _filled(grid: Grid, sorter: "Sorter", collected: dict[str, list[Seen]]) -> Grid:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for column in _plain(grid.table):
        for seen in collected.get(column.key, ()):
            if sorter.fits(column, seen):
                for row in (sorter.row_of(seen), TOTAL):
                    _add(sums[row, column.key], seen)
    _settle(grid, sums)
    for column in grid.table.columns:
        if column.percentile:
            _percentiles(grid, column, collected.get(column.key, []), sorter)
    return grid


def behind(table: Table, period: Period, scope: Scope, row: str, key: str) -> list[Seen]:
    """The facts behind a cell, one by one, oldest first; those of a sum or rate are the facts of its parts.

    Raises KeyError for a row or column that is not there.
    """
    known = offices(table, scope)
    sorter = Sorter(table, known)
    if row not in {TOTAL, *(each for each, _ in sorter.rows)}:
        raise KeyError(row)
    within = tuple(known) if table.offices or scope.offices is not None else None
    found: list[Seen] = []
    for column in _parts(table, table.column(key)):
        facts = _single(column, period, within)
        found += [each for each in facts if sorter.fits(column, each) and row in (TOTAL, sorter.row_of(each))]
    return sorted(found, key=lambda each: (each.on_day is None, each.on_day, each.case_id, each.seq))


def offices(table: Table, scope: Scope) -> dict[int, Organisation]:
    """The offices that a table counts, in the order of their codes."""
    asked = select(Organisation).order_by(Organisation.code)
    found = {each.id: each for each in db.session.scalars(asked)}
    kept = {key: each for key, each in found.items() if counts(table, each)}
    return kept if scope.offices is None else {key: each for key, each in kept.items() if key in scope.offices}


def counts(table: Table, office: Organisation) -> bool:
    """Whether a table counts offices of that kind."""
    return not table.offices or str(office.kind) in table.offices


class Sorter:
    """Tells of a fact which row it falls into, and of a column whether it counts it."""

    def __init__(self, table: Table, known: dict[int, Organisation]) -> None:
        self.table, self.known, self.groups = table, known, groups()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The rows of the table in order."""
        if self.table.rows == "office":
            return [(str(each.id), each.name) for each in self.known.values()]
        if self.table.rows == "district":
            names = {self._division(each.id) for each in self.known.values()}
            return [(each, division_name(each)) for each in sorted(names)]
        group = self.groups[self.table.rows]
        return [(row, group.label(row)) for row, _, _ in group.rows]

    @property
    def sorts_by(self) -> tuple[str, ...]:
        """What of a fact decides its row."""
        return ("office_id",) if self.table.rows in ("office", "district") else self.groups[self.table.rows].of

    def row_of(self, seen: Seen) -> str:
        """The row of a fact."""
        if self.table.rows == "office":
            return str(seen.office_id)
        if self.table.rows == "district":
            return self._division(seen.office_id)
        return self.groups[self.table.rows].row_of(seen)

    def fits(self, column: Column, seen: Seen) -> bool:
        """Whether the column counts the fact."""
        return all(self._value(name, seen) == wanted for name, wanted in column.where.items())

    def _value(self, name: str, seen: Seen) -> str:
        if name == "form":
            return seen.form
        if name == "office_body":
            return (
                BODIES.get(str(self.known[seen.office_id].kind), OTHER_BODY)
                if seen.office_id in self.known
                else OTHER_BODY
            )
        return self.groups[name].row_of(seen)

    def _division(self, office_id: int) -> str:
        office: Organisation | None = self.known.get(office_id)
        while office is not None and office.division is None and office.parent_id is not None:
            office = self.known.get(office.parent_id)
        return office.division or "000000" if office else "000000"


def division_name(code: str) -> str:
    """The reader's word for a division, its code where there is none."""
    key = f"division.{code}"
    return phrase(key) if has_phrase(key) else phrase("statistics.district", code=code)


def rate(numerator: int, denominator: int) -> dict[str, Any]:
    """A rate with its denominator: one decimal, half up from the exact fraction; null when nothing is divided by."""
    percent = one_decimal(Fraction(100 * numerator, denominator)) if denominator else None
    return {"numerator": numerator, "denominator": denominator, "percent": percent}


def one_decimal(exact: Fraction) -> str:
    """A fraction with one decimal, half up (away from zero), rounded once from the exact value."""
    scaled = int(abs(exact) * 10 + Fraction(1, 2))
    text = f"{scaled // 10}.{scaled % 10}"
    return f"-{text}" if exact < 0 and scaled else text


def percentile(counts: dict[int, int], share: int) -> str | None:
    """A percentile of days: the median as the mean of the middle two, others by nearest rank; None of nothing."""
    total = sum(counts.values())
    if not total:
        return None
    if share == 50:
        pair = [_at(counts, (total + 1) // 2), _at(counts, total // 2 + 1)]
        return one_decimal(Fraction(sum(pair), 2))
    return one_decimal(Fraction(_at(counts, ceil(Fraction(share * total, 100)))))


def wan(fen: int) -> str:
    """Fen as 10,000 yuan with two decimals, half up."""
    return str((Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def _at(counts: dict[int, int], rank: int) -> int:
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed >= rank:
            return value
    raise ValueError("rank beyond the counts")


def _plain(table: Table) -> list[Column]:
    return [
        each for each in table.columns if each.stock or each.live or each.mean or (each.figures and not each.percentile)
    ]


def _parts(table: Table, column: Column) -> Iterable[Column]:
    """The columns of facts that a column is made of."""
    keys = column.sum or column.rate[:1]
    if keys:
        return [part for key in keys for part in _parts(table, table.column(key))]
    return [column]


def _seen(
    column: Column, period: Period, within: Offices, kept: dict[Any, list[Seen]], table: Table, *, by_office: bool
) -> list[Seen]:
    """The sums behind a column; columns over the same figures share one query."""
    if column.live:
        return live_sums(column.live, period, within, column.stream, kept)
    if column.stock:
        key: Any = (column.stock, column.stream)
        if key not in kept:
            day = period.start if column.stock == "opening" else period.end
            kept[key] = source.standing(day, stream_in(column.stream), within, by_office=by_office)
        return kept[key]
    if "flows" not in kept and table.by_days:
        names = [name for name in source.NAMES if by_office or name != "office_id"]
        for seen in source.durations(period, {each for one in table.columns for each in one.figures}, within, by=names):
            kept.setdefault(("figure", seen.figure), []).append(seen)
        kept["flows"] = []
    if "flows" not in kept:
        needed = {figure for each in table.columns if not each.percentile for figure in (*each.figures, *each.mean)}
        for seen in source.flows(period, needed, within, by_office=by_office):
            kept.setdefault(("figure", seen.figure), []).append(seen)
        kept["flows"] = []
    return [seen for figure in column.figures or column.mean for seen in kept.get(("figure", figure), [])]


def _by_office(table: Table) -> bool:
    """Whether the table must know the office of what it counts."""
    return table.rows in ("office", "district") or any("office_body" in each.where for each in table.columns)


def _single(column: Column, period: Period, within: Offices) -> list[Seen]:
    if column.live:
        return live(column.live, period, within, column.stream)
    if column.stock:
        day = period.start if column.stock == "opening" else period.end
        return source.facts_standing(day, stream_in(column.stream), within)
    return source.facts_in(period, column.figures or column.mean, within)


def _add(sums: list[int], seen: Seen) -> None:
    for place, value in enumerate((seen.n, seen.fen, seen.persons, seen.days)):
        sums[place] += value


def _settle(grid: Grid, sums: dict[tuple[str, str], list[int]]) -> None:
    """The cells from the sums: numbers, then sums of columns, then rates and means."""
    places = {"n": 0, "fen": 1, "persons": 2}
    for row, _ in grid.with_total:
        for column in grid.table.columns:
            if column.figures or column.stock or column.live:
                grid.cells[row, column.key] = sums[row, column.key][places[column.measure]]
            elif column.mean:
                total = sums[row, column.key]
                grid.cells[row, column.key] = one_decimal(Fraction(total[3], total[0])) if total[0] else None
        for column in grid.table.columns:
            if column.sum:
                grid.cells[row, column.key] = sum(grid.cell(row, key) for key in column.sum)
        for column in grid.table.columns:
            if column.rate:
                grid.cells[row, column.key] = rate(*(grid.cell(row, key) for key in column.rate))


def _percentiles(grid: Grid, column: Column, days: list[Seen], sorter: Sorter) -> None:
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for seen in days:
        for row in (sorter.row_of(seen), TOTAL):
            counts[row][seen.days] += seen.n
    for row, _ in grid.with_total:
        grid.cells[row, column.key] = percentile(counts[row], column.percentile or 50)
