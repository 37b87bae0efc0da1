"""Clocks whose last day a paper may name itself; then that day holds, and the count of the table does not."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from casework.clock.clocks import ClockRow
from casework.clock.errors import BadOption


@cache
def named_rules() -> frozenset[str]:
    """The rule ids whose end a paper may name."""
    text = (files("casework.clock") / "data" / "named.json").read_text("utf-8")
    return frozenset(json.loads(text)["named"])


def is_named(rule: str) -> bool:
    """Whether a paper may name the end of this clock."""
    return rule in named_rules()


def named_row(row: ClockRow, start: date, ends_on: date) -> ClockRow:
    """The row that counts calendar days from `start` to the day that the paper names; such a day never rolls.

    Raises BadOption where it names no later day.
    """
    if ends_on <= start:
        raise BadOption("named_end_not_later", rule=row.rule, day=ends_on)
    return replace(row, count=(ends_on - start).days, unit="day", rolls=False, extendable=(), pausable=False)
