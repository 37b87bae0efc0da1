"""Vectors (from `data`, which names their sources) and small clock tables."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.clock.clocks import ClockRow, ClockTable

DATA = Path(__file__).parent / "data"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that takes `vector` runs once for each vector of deadlines.json."""
    if "vector" in metafunc.fixturenames:
        vectors = json.loads((DATA / "deadlines.json").read_text("utf-8"))["vectors"]
        metafunc.parametrize("vector", vectors, ids=[each["id"] for each in vectors])
    for name in ("vectors", "elapsed_vectors", "hour_vectors"):
        if f"real_{name}" in metafunc.fixturenames:
            found = json.loads((DATA / "real.json").read_text("utf-8"))[name]
            metafunc.parametrize(f"real_{name}", found, ids=[each["id"] for each in found])


@pytest.fixture
def row() -> Callable[..., ClockRow]:
    """A maker of clock rows: 10 calendar days after, rolling, unless told otherwise."""

    def make(**facts: Any) -> ClockRow:
        plain = {
            "rule": "X-1",
            "title_zh": "期限",
            "title_en": "time limit",
            "count": 10,
            "unit": "day",
            "starts_at": "the event",
            "direction": "after",
            "rolls": facts.get("unit", "day") in ("day", "month", "year"),
            "extendable": (),
            "pausable": False,
            "pause_for_zh": (),
            "basis_zh": "第1条",
            "valid_from": date(2020, 1, 1),
            "valid_to": None,
            "status": "design",
            "note": None,
        }
        return ClockRow(**{**plain, **facts})

    return make


@pytest.fixture
def table(row: Callable[..., ClockRow]) -> Callable[..., ClockTable]:
    """A maker of tables with one clock X-1."""

    def make(**facts: Any) -> ClockTable:
        return ClockTable([row(**facts)])

    return make
