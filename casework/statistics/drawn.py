"""Which pictures are drawn of which figures."""

from casework.base.phrases import has_phrase, phrase
from casework.procedure.procedure import state_label
from casework.statistics.counting import CLOSING
from casework.statistics.dwelling import cohort, dwelling
from casework.statistics.grid import EVERYWHERE, TOTAL, Grid, Scope, fill, one_decimal
from casework.statistics.period import Period, free
from casework.statistics.pictures import Picture, bars, funnel, lengths, tiles, trend
from casework.statistics.tables import tables

STAGES = ("registered", "accepted", "agreed", "performed")


def pictures(period: Period, scope: Scope = EVERYWHERE) -> list[Picture]:
    """The pictures of a period and the eleven before: trend, stock and flow, on-time share, time, funnel, districts."""
    periods = [period]
    while len(periods) < 12:
        periods.append(periods[-1].before)
    grids = [fill(tables()["offices"], each, scope) for each in reversed(periods)]
    labels = [each.period.name for each in grids]
    return [
        trend(phrase("pictures.trend"), labels, [_line(grids, key) for key in ("registered", "accepted", "agreed")]),
        bars(phrase("pictures.stock"), labels, [_line(grids, key) for key in ("accepted", "closed", "pending")]),
        trend(phrase("pictures.on_time"), labels, [_percent(grids, "on_time")]),
        trend(phrase("pictures.days"), labels, [_days(grids, "median_days"), _days(grids, "p90_days")]),
        _steps(period, scope),
        _funnel(free(periods[-1].start, period.end), scope),
        _districts(period, scope),
    ]


def _funnel(year: Period, scope: Scope) -> Picture:
    """The cases registered in a year, and how many of them came how far until today."""
    found = cohort(year, STAGES, scope.offices)
    stages = [(tables()["ip_monthly"].column(key).title, found[key]) for key in STAGES]
    head = [phrase("pictures.stage"), phrase("pictures.cases"), phrase("pictures.of_before")]
    return funnel(phrase("pictures.funnel", start=year.start, end=year.last), stages, head)


def _steps(period: Period, scope: Scope) -> Picture:
    """How long the mediations that were closed stayed in each state, on average."""
    told = [
        (
            _state(each.state),
            float(one_decimal(each.mean)),
            phrase("pictures.stays", count=each.cases),
        )
        for each in dwelling("mediation", period, CLOSING, scope.offices)
    ]
    head = [phrase("pictures.state"), phrase("pictures.mean_days"), phrase("pictures.cases")]
    return lengths(phrase("pictures.steps", period=period.name), told, head)


def _state(state: str) -> str:
    """The reader's word for a state; its own name where a journal knows one that the procedure no longer has."""
    return state_label("mediation", state) if has_phrase(f"state.mediation.{state}") else state


def _districts(period: Period, scope: Scope) -> Picture:
    grid = fill(tables()["districts"], period, scope)
    told = [(row, label, int(grid.cell(row, "accepted"))) for row, label in grid.rows]
    cells = [(label, number) for row, label, number in told if number or has_phrase(f"division.{row}")]
    return tiles(
        phrase("pictures.districts", period=period.name), cells, [phrase("pictures.district"), phrase("pictures.cases")]
    )


def _line(grids: list[Grid], key: str) -> tuple[str, list[int | float | None]]:
    return grids[0].table.column(key).title, [grid.cell(TOTAL, key) for grid in grids]


def _percent(grids: list[Grid], key: str) -> tuple[str, list[int | float | None]]:
    told = [grid.cell(TOTAL, key)["percent"] for grid in grids]
    return grids[0].table.column(key).title, [None if each is None else float(each) for each in told]


def _days(grids: list[Grid], key: str) -> tuple[str, list[int | float | None]]:
    told = [grid.cell(TOTAL, key) for grid in grids]
    return grids[0].table.column(key).title, [None if each is None else float(each) for each in told]
