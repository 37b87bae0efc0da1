"""Whether the text of a term stands in the way of confirmation: title, immunity, vagueness, third parties.

The patterns are data (`data/wording.json`). A finding is a hint to the mediator with better wording made of the
term's own data (who, to whom, how much, until when, which right); the court decides (J-11, J-17). Errors are
clauses that a court refuses, warnings are clauses to ask about.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from casework.base.phrases import phrase

Severity = Literal["error", "warn"]
SENTENCE_ENDS = "。;\n"
BLANK = "××"
VALUES = ("debtor", "creditor", "yuan", "capitals", "day", "place", "right", "duty")


@dataclass(frozen=True)
class Finding:
    """One place in a term: `text` as typed, `ground` what is wrong with it, `offer` what to write instead."""

    code: str
    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    ground: str
    offer: str


@dataclass(frozen=True)
class Check:
    """One kind of flaw. A match in a sentence that also matches `unless` is none."""

    code: str
    rule: str
    severity: Severity
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The places where this flaw stands in plain text, not overlapping, pattern by pattern."""
        taken: list[tuple[int, int]] = []
        for match in (found for pattern in self.patterns for found in pattern.finditer(text)):
            start, end = match.span()
            if any(start < other_end and end > other for other, other_end in taken):
                continue
            if self.unless is None or not self.unless.search(_sentence(text, start, end)):
                taken.append((start, end))
                yield start, end


def check_term(text: str, values: Mapping[str, str | None] | None = None) -> list[Finding]:
    """The findings in a term's text, in the order of the text; none for a term that can be confirmed.

    `values` are the term's own data by the names in VALUES, for the better wording; what is not told stays blank.
    Spaces and full-width or half-width spelling do not matter; positions are those of the text as given.
    """
    plain, places = _plain(text)
    found = [
        _finding(check, text, places[start], places[end - 1] + 1, values or {})
        for check in _checks()
        for start, end in check.spans(plain)
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.code))


def confirmable(text: str) -> bool:
    """Whether the text holds no clause that a court would refuse (warnings do not count)."""
    return all(each.severity != "error" for each in check_term(text))


def better(code: str, values: Mapping[str, str | None]) -> str:
    """What to write instead, made of the term's own data."""
    return phrase(f"wording.{code}.offer", **{name: values.get(name) or BLANK for name in VALUES})


def _finding(check: Check, text: str, start: int, end: int, values: Mapping[str, str | None]) -> Finding:
    return Finding(
        check.code,
        check.rule,
        check.severity,
        start,
        end,
        text[start:end],
        phrase(f"wording.{check.code}.ground"),
        better(check.code, values),
    )


def _plain(text: str) -> tuple[str, list[int]]:
    """The text without spaces and in one width, and for each character its place in the given text."""
    kept = [(_narrow(char), index) for index, char in enumerate(text) if char == "\n" or not _blank(char)]
    return "".join(char for char, _ in kept), [index for _, index in kept]


def _narrow(char: str) -> str:
    narrow = unicodedata.normalize("NFKC", char)
    return narrow if len(narrow) == 1 else char


def _blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cf"


def _sentence(text: str, start: int, end: int) -> str:
    begin = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    stops = [place for place in (text.find(mark, end) for mark in SENTENCE_ENDS) if place >= 0]
    return text[begin : min(stops, default=len(text))]


@cache
def _checks() -> tuple[Check, ...]:
    data = json.loads((files("casework.mediation") / "data" / "wording.json").read_text("utf-8"))
    return tuple(_check(each, data["terms"]) for each in data["checks"])


def _check(data: dict[str, Any], terms: dict[str, str]) -> Check:
    unless = data.get("unless")
    patterns = tuple(_compile(pattern, terms) for pattern in data["patterns"])
    return Check(data["code"], data["rule"], data["severity"], patterns, _compile(unless, terms) if unless else None)


def _compile(pattern: str, terms: dict[str, str]) -> re.Pattern[str]:
    while any(name in pattern for name in terms):
        for name, meaning in terms.items():
            pattern = pattern.replace(name, meaning)
    return re.compile(pattern)
