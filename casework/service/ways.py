"""The ways of service and who receives which kind of paper, as data (T-13)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Way:
    """One way of service: which proofs hold, whether the receiver must have agreed, whether others come first.

    `deemed` is the clock at whose end a paper counts as served without a receipt.
    """

    proofs: tuple[str, ...]
    needs_consent: bool = False
    after_others: bool = False
    deemed: str | None = None


@cache
def ways() -> dict[str, Way]:
    """The ways by their codes, in the order of the law."""
    return {code: Way(**{**row, "proofs": tuple(row["proofs"])}) for code, row in _data()["ways"].items()}


@cache
def failures() -> tuple[str, ...]:
    """Why service failed."""
    return tuple(_data()["failures"])


@cache
def receivers() -> dict[str, tuple[str, ...]]:
    """Kind of paper -> roles of the parties that it is served on."""
    return {kind: tuple(roles) for kind, roles in _data()["receivers"].items()}


@cache
def proofs() -> tuple[str, ...]:
    """Every sort of proof, each once."""
    return tuple(dict.fromkeys(proof for way in ways().values() for proof in way.proofs))


@cache
def _data() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(files("casework.service").joinpath("data", "service.json").read_text("utf-8"))
    return told
