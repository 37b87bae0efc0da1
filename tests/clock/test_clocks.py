from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from casework.clock.clocks import ClockRow, ClockTable, Extension, default_table
from casework.clock.errors import NoRuleInForce, UnknownRule


def test_default_table_is_complete() -> None:
    table = default_table()

    assert len(table.rules()) == 126
    assert sum(len(table.versions(rule)) for rule in table.rules()) == 142


def test_row_reads_steps_and_dates() -> None:
    row = default_table().row("ADJ-19", date(2026, 1, 1))

    assert row.extendable == (Extension(1, "month", "负责人批准"), Extension(2, "month", "上级部门批准"))
    assert (row.valid_from, row.valid_to, row.has_open_step) == (date(2025, 2, 1), None, False)


@pytest.mark.parametrize(
    ("on", "unit"),
    [
        (date(2020, 1, 1), "working_day"),
        (date(2026, 4, 14), "working_day"),
        (date(2026, 4, 15), "day"),
        (date(2090, 1, 1), "day"),
    ],
)
def test_row_is_the_version_in_force(on: date, unit: str) -> None:
    assert default_table().row("CMP-6", on).unit == unit


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        ("CMP-6", date(2019, 12, 31)),
        ("CMP-7", date(2026, 4, 15)),
        ("J-02", date(2010, 12, 31)),
        ("LNK-1", date(2010, 12, 31)),
        ("ADJ-19", date(2025, 1, 31)),
    ],
)
def test_row_refuses_a_day_without_a_version(rule: str, on: date) -> None:
    with pytest.raises(NoRuleInForce, match=str(on)):
        default_table().row(rule, on)


@pytest.mark.parametrize(
    ("alias", "rule"),
    [
        ("LNK-1", "J-02"),
        ("LNK-7", "J-20"),
        ("MED-9", "J-08"),
        ("IPX-14", "L-01"),
        ("IPX-14.outer", "L-01.outer"),
        ("LNK-8.assigned", "C-09.assigned"),
        ("LNK-2.people", "J-12.people"),
        ("LNK-2.expected", "J-13.expected"),
        ("J-02", "J-02"),
    ],
)
def test_canonical_reads_an_alias(alias: str, rule: str) -> None:
    assert default_table().canonical(alias) == rule


@pytest.mark.parametrize("rule", ["J-99", "", "C-09", "LNK-8", "LNK-2", "j-02", "J-02 ", "J-02.", "LNK-3"])
def test_canonical_refuses_what_names_no_single_clock(rule: str) -> None:
    with pytest.raises(UnknownRule, match=f"没有编号为 {rule} 的期限规则"):
        default_table().canonical(rule)


@pytest.mark.parametrize(
    ("first_to", "second_from"),
    [(None, date(2026, 1, 1)), (date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 1, 1), None)],
)
def test_table_refuses_two_versions_on_one_day(
    row: Callable[..., ClockRow], first_to: date | None, second_from: date | None
) -> None:
    rows = [row(valid_to=first_to), row(valid_from=second_from)]

    with pytest.raises(ValueError, match="two versions"):
        ClockTable(rows)


@pytest.mark.parametrize(
    "facts",
    [
        {"count": 0},
        {"unit": "hour", "rolls": True},
        {"unit": "hour", "pausable": True},
        {"unit": "working_day", "rolls": True},
        {"direction": "before", "rolls": True},
        {"direction": "before", "rolls": False, "pausable": True},
        {"extendable": (Extension(1, "month", "负责人"),)},
    ],
)
def test_row_refuses_to_contradict_itself(row: Callable[..., ClockRow], facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="contradicts itself"):
        row(**facts)
