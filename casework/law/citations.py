"""Which article a rule rests on: one row per rule and version, read once from `data/citations.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from casework.base.errors import CaseworkError
from casework.base.phrases import language, phrase, written

Mark = Literal["verified", "partly", "memory", "design"]


class UnknownRule(CaseworkError):
    """The rule book has no rule of this id. A bug of the caller, not of a person: rule ids stand in code."""


@dataclass(frozen=True)
class Citation:
    """One rule as it is cited: `article_zh` as officials write it, `text_*` what it says.

    `mark`: verified (text read), partly, memory (not checked: say so) or design (house rule). `valid_from`
    and `valid_to` are inclusive, None = open or not known.
    """

    rule: str
    article_zh: str
    text_zh: str
    text_en: str
    mark: Mark
    valid_from: date | None
    valid_to: date | None

    @property
    def text(self) -> str:
        """The sentence in the reader's language."""
        return written(self.text_zh) if language() == "zh" else self.text_en

    def in_force(self, on: date) -> bool:
        """Whether this version holds the day."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


def cite(rule: str, on: date) -> Citation:
    """The version of `rule` in force on the day, else the one nearest to it (`in_force` tells).

    `rule` may be an alias or carry the suffix of a clock ("C-09.assigned" cites C-09). Raises UnknownRule.
    """
    versions = _book()[rule if rule in _book() else canonical(rule)]
    begun = [each for each in versions if (each.valid_from or date.min) <= on]
    return begun[-1] if begun else versions[0]


def canonical(rule: str) -> str:
    """The id that stands for `rule`: itself, or what it is an alias of; the suffix of a clock falls off.

    Of an alias that means several rules (LNK-2) the first is meant. Raises UnknownRule.
    """
    if rule in _aliases():
        return _aliases()[rule][0]
    if rule in _book():
        return rule
    base, dot, _ = rule.rpartition(".")
    if not dot:
        raise UnknownRule(phrase("law.unknown_rule", rule=rule))
    return canonical(base)


def versions_of(rule: str) -> tuple[Citation, ...]:
    """All versions of a rule, oldest first. Raises UnknownRule."""
    return _book()[canonical(rule)]


def all_rules() -> tuple[str, ...]:
    """The ids of all rules in the order of the rule book, aliases left out."""
    return tuple(rule for rule in _book() if rule not in _aliases())


@cache
def _book() -> Mapping[str, tuple[Citation, ...]]:
    rows: dict[str, tuple[Citation, ...]] = {}
    for data in _read("citations.json"):
        rows[data["rule"]] = (*rows.get(data["rule"], ()), _citation(data))
    return rows


@cache
def _aliases() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = _read("aliases.json")
    return found


def _read(name: str) -> Any:
    return json.loads((files("casework.law") / "data" / name).read_text("utf-8"))


def _citation(data: Mapping[str, Any]) -> Citation:
    return Citation(**{**data, "valid_from": _day(data["valid_from"]), "valid_to": _day(data["valid_to"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
