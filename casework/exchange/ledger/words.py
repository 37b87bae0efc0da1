"""The words of ledgers as data: which headers name which field, which words name a kind, a result, a rejection."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casework.identifiers.names import simplified
from casework.identifiers.spelling import seen

DATA = Path(__file__).parent / "data" / "ledgers.json"


@dataclass(frozen=True)
class Ledger:
    """One kind of ledger: its columns as (field, pattern of the header) in order of trial.

    `keys` tell the kind from the others; `least` are groups of fields of each of which one must be there; `date` is
    the field without which no row goes in.
    """

    name: str
    keys: frozenset[str]
    least: tuple[frozenset[str], ...]
    date: str
    columns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def words() -> dict[str, Any]:
    """The table as it stands in the data."""
    told: dict[str, Any] = json.loads(DATA.read_text("utf-8"))
    return told


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the table, for plain text."""
    return re.compile(words()[name])


@cache
def ledgers() -> tuple[Ledger, ...]:
    """The three kinds of ledger."""
    return tuple(_ledger(name, told) for name, told in words()["ledgers"].items())


def _ledger(name: str, told: dict[str, Any]) -> Ledger:
    columns = tuple((field, re.compile(header)) for field, header in told["columns"])
    return Ledger(name, frozenset(told["keys"]), tuple(map(frozenset, told["least"])), told["date"], columns)


def plain(text: object) -> str:
    """Text for comparing: one width, simplified, small letters, no spaces, nothing invisible."""
    wide = unicodedata.normalize("NFKC", "".join(filter(seen, str(text)))).casefold()
    return simplified("".join(wide.split()))


def says_nothing(text: object) -> bool:
    """Whether a cell is empty or says that there is nothing (无, /, —)."""
    said = plain(text)
    return not said or pattern("nothing").fullmatch(said) is not None
