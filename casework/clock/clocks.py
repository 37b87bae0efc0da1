"""The table of statutory clocks: numbers, units and articles are data, chosen by the date of the rule set."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal

from casework.clock.errors import NoRuleInForce, UnknownRule

Unit = Literal["hour", "day", "working_day", "month", "year"]
Direction = Literal["after", "before"]
Status = Literal["verified", "partly", "memory", "design"]


@dataclass(frozen=True)
class Extension:
    """One extension step: `count` in the clock's unit, None = open length; `by` says who grants it."""

    count: int | None
    unit: str | None
    by: str


@dataclass(frozen=True)
class ClockRow:
    """One clock in one version; `valid_from` and `valid_to` are inclusive, None = open.

    `rolls`: a last day on a rest day moves to the next working day. `extendable`: the steps in order.
    `status` memory = the article was not checked, design = a house rule. A row that contradicts itself
    (hours or backward clocks that roll, steps in another unit) raises ValueError.
    """

    rule: str
    title_zh: str
    title_en: str
    count: int
    unit: Unit
    starts_at: str
    direction: Direction
    rolls: bool
    extendable: tuple[Extension, ...]
    pausable: bool
    pause_for_zh: tuple[str, ...]
    basis_zh: str
    valid_from: date | None
    valid_to: date | None
    status: Status
    note: str | None

    def __post_init__(self) -> None:
        fixed = self.unit in ("hour", "working_day") or self.direction == "before"
        still = self.unit == "hour" or self.direction == "before"
        foreign = any(step.count is not None and step.unit != self.unit for step in self.extendable)
        if self.count < 1 or foreign or (fixed and self.rolls) or (still and self.pausable):
            raise ValueError(f"clock {self.rule} of {self.valid_from} contradicts itself")

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "ClockRow":
        """The row in `data`, shaped like an element of `data/clocks.json`."""
        return cls(
            **{
                **data,
                "extendable": tuple(Extension(**step) for step in data["extendable"]),
                "pause_for_zh": tuple(data["pause_for_zh"]),
                "valid_from": _day(data["valid_from"]),
                "valid_to": _day(data["valid_to"]),
            }
        )

    def in_force(self, on: date) -> bool:
        """Whether this version holds the day."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    @property
    def fixed_steps(self) -> tuple[Extension, ...]:
        """The extension steps of a fixed length, in order."""
        return tuple(step for step in self.extendable if step.count is not None)

    @property
    def has_open_step(self) -> bool:
        """Whether the clock can be extended to an agreed or approved last day."""
        return any(step.count is None for step in self.extendable)


class ClockTable:
    """All clocks in all their versions. Two versions of a clock in force on one day raise ValueError."""

    def __init__(self, rows: Iterable[ClockRow], aliases: Mapping[str, list[str]] | None = None) -> None:
        self._versions: dict[str, list[ClockRow]] = {}
        self._aliases = dict(aliases or {})
        for row in sorted(rows, key=lambda each: (each.rule, each.valid_from or date.min)):
            self._versions.setdefault(row.rule, []).append(row)
        for versions in self._versions.values():
            _refuse_overlap(versions)

    @property
    def aliases(self) -> Mapping[str, list[str]]:
        """Other names of clocks (transfer.md section 12)."""
        return self._aliases

    def rules(self) -> tuple[str, ...]:
        """The ids of all clocks, sorted."""
        return tuple(self._versions)

    def versions(self, rule: str) -> tuple[ClockRow, ...]:
        """All versions of a clock, oldest first. Raises UnknownRule."""
        return tuple(self._versions[self.canonical(rule)])

    def canonical(self, rule: str) -> str:
        """The table's id for `rule`; an alias (transfer.md section 12) may carry the suffix of a clock.

        Raises UnknownRule, also for an alias that means several clocks ("LNK-8" without ".assigned").
        """
        if rule in self._versions:
            return rule
        name, dot, suffix = rule.partition(".")
        meant = [base + dot + suffix for base in self._aliases.get(name, []) if base + dot + suffix in self._versions]
        if len(meant) != 1:
            raise UnknownRule("unknown_rule", rule=rule)
        return meant[0]

    def row(self, rule: str, on: date) -> ClockRow:
        """The version in force on the rule-set date. Raises UnknownRule, NoRuleInForce."""
        for row in self.versions(rule):
            if row.in_force(on):
                return row
        raise NoRuleInForce("no_rule_in_force", rule=rule, on=on)


@cache
def default_table() -> ClockTable:
    """The table delivered with the product."""
    data = files("casework.clock") / "data"
    rows = json.loads((data / "clocks.json").read_text("utf-8"))
    aliases = json.loads((data / "aliases.json").read_text("utf-8"))["aliases"]
    return ClockTable((ClockRow.read(row) for row in rows), aliases)


def _refuse_overlap(versions: list[ClockRow]) -> None:
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or later.valid_from is None or earlier.valid_to >= later.valid_from:
            raise ValueError(f"clock {later.rule}: two versions on {later.valid_from}")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
