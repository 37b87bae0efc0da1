"""Groups: how kinds, matters and sources fall into the rows and columns of a table. The mapping is data."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from casework.base.phrases import LANGUAGES, has_phrase, language, phrase

BODIES = {"committee": "association"}
OTHER_BODY = "association"


@dataclass(frozen=True, eq=False)
class Group:
    """A way to sort facts: by the values of some dimensions, into rows in a fixed order; what no rule names falls into `default`."""

    name: str
    of: tuple[str, ...]
    rules: tuple[tuple[tuple[frozenset[str] | None, ...], str], ...]
    default: str
    rows: tuple[tuple[str, str, str], ...]

    def row_of(self, fact: Any) -> str:
        """The row a fact falls into: the first rule that fits all its values."""
        return _row_in(self, tuple(fact[name] for name in self.of))

    def label(self, row: str) -> str:
        """The reader's word for a row."""
        return said(next([zh, en] for key, zh, en in self.rows if key == row))


def said(pair: list[str]) -> str:
    """The half of a [Chinese, English] pair in the reader's language."""
    return pair[LANGUAGES.index(language())]


def basis_said(source: str) -> str:
    """What a definition rests on, such as "mediation.md 4.3", with the reader's name of the rule book."""
    book, _, place = source.partition(" ")
    return f"{phrase(f'basis.{book}')} {place}" if has_phrase(f"basis.{book}") else source


@cache
def _row_in(group: Group, values: tuple[str, ...]) -> str:
    for wanted, row in group.rules:
        if all(each is None or value in each for each, value in zip(wanted, values, strict=True)):
            return row
    return group.default


@cache
def groups() -> dict[str, Group]:
    """All groups of the data file."""
    return {name: group_from(name, row) for name, row in data("groups.json").items()}


def group_from(name: str, row: dict[str, Any]) -> Group:
    """A group of its data. Raises ValueError for a rule to a row that is not there."""
    rules = tuple((tuple(frozenset(each) if each else None for each in rule[:-1]), rule[-1]) for rule in row["rules"])
    known = {key for key, _, _ in row["rows"]}
    if {to for _, to in rules} | {row["default"]} - known != {to for _, to in rules} or not {
        to for _, to in rules
    } <= known:
        raise ValueError(f"group {name} leads to a row that is not there")
    return Group(name, tuple(row["of"]), rules, row["default"], tuple(map(tuple, row["rows"])))


def data(name: str) -> Any:
    """A data file of the room."""
    return json.loads(files("casework.statistics").joinpath("data", name).read_text("utf-8"))
