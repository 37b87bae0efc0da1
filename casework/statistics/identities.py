"""The identities of a table (transfer.md 5.1): a failed one blocks publishing and names its rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.records.figures import FigureFact
from casework.statistics.grid import EVERYWHERE, TOTAL, Grid, fill
from casework.statistics.period import Period
from casework.statistics.rows import flows, standing, standing_by_facts
from casework.statistics.tables import Table, stream_in

STOCK, PARTS, ROWS, MONTHS, MOVES, COUNTERS = "stock", "parts", "rows", "months", "moves", "counters"


@dataclass(frozen=True)
class Failure:
    """An identity that does not hold: which, in which row and column, what it should be and what it is."""

    identity: str
    row: str
    column: str
    expected: int
    found: int

    def told(self, grid: Grid) -> str:
        """The failure in the reader's words."""
        label = dict(grid.with_total).get(self.row, self.row)
        column = grid.table.column(self.column).title if self.column in grid.table.keys else self.column
        key = f"statistics.identity_fails.{self.identity}"
        return phrase(key, row=label, column=column, expected=self.expected, found=self.found)


def failures(grid: Grid, *, months: bool = True) -> list[Failure]:
    """Every identity of a filled table that does not hold; empty when it may be published."""
    found = [*within_table(grid), *_moves(grid), *against_facts(grid.table, grid.period)]
    return [*found, *_months(grid)] if months and grid.period.kind in ("quarter", "year") else found


def within_table(grid: Grid) -> list[Failure]:
    """The identities that a table shows by itself: its stock, its parts, its rows."""
    return [*_stock(grid), *_parts(grid), *_rows(grid)]


def _stock(grid: Grid) -> Iterator[Failure]:
    told = grid.table.identity
    if told is None:
        return
    for row, _ in grid.with_total:
        came = grid.cell(row, told.opening) + sum(grid.cell(row, each) for each in told.into)
        expected = came - sum(grid.cell(row, each) for each in told.out)
        if expected != grid.cell(row, told.closing):
            yield Failure(STOCK, row, told.closing, expected, grid.cell(row, told.closing))


def _parts(grid: Grid) -> Iterator[Failure]:
    """Every breakdown adds up to its whole, in every row."""
    for whole, families in grid.table.parts().items():
        for keys in families:
            for row, _ in grid.with_total:
                expected = sum(grid.cell(row, each) for each in keys)
                if expected != grid.cell(row, whole):
                    yield Failure(PARTS, row, whole, expected, grid.cell(row, whole))


def _rows(grid: Grid) -> Iterator[Failure]:
    """The rows add up to the total: stations to the city, kinds to all kinds."""
    for column in (each for each in grid.table.columns if each.counts):
        expected = sum(grid.cell(row, column.key) for row, _ in grid.rows)
        if expected != grid.cell(TOTAL, column.key):
            yield Failure(ROWS, TOTAL, column.key, expected, grid.cell(TOTAL, column.key))


def _moves(grid: Grid) -> Iterator[Failure]:
    """What moves between offices changes offices and not the city."""
    if grid.scope != EVERYWHERE or "moved_in" not in grid.table.keys:
        return
    came, went = grid.cell(TOTAL, "moved_in"), grid.cell(TOTAL, "moved_out")
    if came != went:
        yield Failure(MOVES, TOTAL, "moved_in", went, came)


def against_facts(table: Table, period: Period) -> Iterator[Failure]:
    """The counters are what the facts of the period are, figure by figure."""
    figures = {name for each in table.columns for name in each.figures}
    days = (FigureFact.on_day >= period.start, FigureFact.on_day < period.end)
    asked = select(FigureFact.figure, func.sum(FigureFact.n)).where(FigureFact.figure.in_(figures), *days)
    facts = {name: int(number) for name, number in db.session.execute(asked.group_by(FigureFact.figure))}
    kept: dict[str, int] = {}
    for seen in flows(period, figures, by_office=False):
        kept[seen.figure] = kept.get(seen.figure, 0) + seen.n
    for name in sorted(figures):
        if facts.get(name, 0) != kept.get(name, 0):
            yield Failure(COUNTERS, TOTAL, name, facts.get(name, 0), kept.get(name, 0))
    yield from _stocks(table, period)


def _stocks(table: Table, period: Period) -> Iterator[Failure]:
    """The stocks told from the counters are what stands when it is counted fact by fact."""
    for column in (each for each in table.columns if each.stock):
        day = period.start if column.stock == "opening" else period.end
        kept = Counter[str]()
        for seen in standing(day, stream_in(column.stream), by_office=False):
            kept[seen.figure] += seen.n
        for figure, expected in standing_by_facts(day, stream_in(column.stream)).items():
            if expected != kept[figure]:
                yield Failure(COUNTERS, TOTAL, column.key, expected, kept[figure])


def _months(grid: Grid) -> Iterator[Failure]:
    """The months add up to the year: what came and went by sum, the stock by its ends."""
    parts = [fill(grid.table, each, grid.scope) for each in grid.period.months()]
    for column in (each for each in grid.table.columns if each.counts and not each.live):
        for row, _ in grid.with_total:
            cells = [each.cell(row, column.key) for each in parts]
            expected = {"opening": cells[0], "closing": cells[-1]}.get(column.stock or "", sum(cells))
            if not _of_stock(grid, column.key) and expected != grid.cell(row, column.key):
                yield Failure(MONTHS, row, column.key, expected, grid.cell(row, column.key))


def _of_stock(grid: Grid, key: str) -> bool:
    """Whether a column adds a stock to a flow, so that its months do not add up."""
    return any(grid.table.column(each).stock for each in grid.table.column(key).sum)
