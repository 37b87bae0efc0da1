"""A sheet: a filled table as plain data, in both languages. What is published, printed and handed out is a sheet."""

import hashlib
from dataclasses import dataclass
from typing import Any

from casework.base.model import canonical_json
from casework.base.money import grouped, plain
from casework.base.phrases import phrase, reading_in
from casework.statistics.grid import Grid, wan
from casework.statistics.groups import groups, said
from casework.statistics.indicators import indicators
from casework.statistics.tables import Column

FORMAT = "casework-sheet/1"


@dataclass(frozen=True)
class Line:
    """A row of a sheet as shown: key, label, texts by column."""

    key: str
    label: str
    texts: list[str]


def sheet_of(grid: Grid) -> dict[str, Any]:
    """The sheet of a filled table, with the versions and words of every indicator it uses."""
    used = {each.indicator for each in grid.table.columns}
    named = [each for each in indicators() if each.key in used]
    start, end = grid.period.bounds
    return {
        "format": FORMAT,
        "table": grid.table.key,
        "title": grid.table.label,
        "source": grid.table.source,
        "period": grid.period.name,
        "from": start,
        "to": end,
        "scope": {"key": grid.scope.key, "name": grid.scope.name},
        "columns": [_column(each) for each in grid.table.columns],
        "rows": [{"key": key, "label": label} for key, label in _labels(grid)],
        "cells": {
            key: {each.key: grid.cell(key, each.key) for each in grid.table.columns} for key, _ in grid.with_total
        },
        "indicators": {
            each.key: {"version": each.version, "label": each.label, "wording": each.wording, "formula": each.formula}
            for each in named
        },
        "cannot": [list(each) for each in grid.table.cannot],
    }


def fingerprint(sheet: dict[str, Any]) -> str:
    """SHA-256 of a sheet in canonical JSON."""
    return hashlib.sha256(canonical_json(sheet).encode()).hexdigest()


def lines(sheet: dict[str, Any], *, for_machines: bool = False) -> list[Line]:
    """The rows of a sheet as texts in the reader's language, the total last; amounts as `shown`."""
    return [
        Line(
            row["key"],
            said(row["label"]),
            [
                shown(sheet["cells"][row["key"]][each["key"]], each, for_machines=for_machines)
                for each in sheet["columns"]
            ],
        )
        for row in sheet["rows"]
    ]


def shown(value: Any, column: dict[str, Any], *, for_machines: bool = False) -> str:
    """A cell as text: counts plain, amounts in yuan or 10,000 yuan, rates in percent, a dash for what is undefined.

    Amounts in yuan have their thousands marked, but not for machines.
    """
    if value is None:
        return "—"
    if isinstance(value, dict):
        return "—" if value["percent"] is None else f"{value['percent']}%"
    if column["kind"] == "fen":
        return wan(value) if column["unit"] == "wan" else plain(value) if for_machines else grouped(value)
    return str(value)


def _column(column: Column) -> dict[str, Any]:
    kind = "rate" if column.rate else "days" if column.mean or column.percentile else "fen" if column.money else "n"
    return {
        "key": column.key,
        "label": column.label,
        "kind": kind,
        "unit": column.unit,
        "sum": list(column.sum),
        "rate": list(column.rate),
        "indicator": column.indicator,
        "part_of": column.part_of,
        "adds": column.counts,
    }


def _labels(grid: Grid) -> list[tuple[str, list[str]]]:
    told = dict(grid.rows)
    group = groups().get(grid.table.rows)
    pairs = (
        {row: [zh, en] for row, zh, en in group.rows} if group else {key: [name, name] for key, name in told.items()}
    )
    total = []
    for lang in ("zh", "en"):
        with reading_in(lang):
            total.append(phrase("statistics.total"))
    return [*((key, pairs[key]) for key, _ in grid.rows), ("total", total)]
