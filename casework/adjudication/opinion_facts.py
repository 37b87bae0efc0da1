"""The facts of each act of a consultative opinion. Dates are local; None was not told."""

from dataclasses import dataclass
from datetime import date

from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Demand:
    """The warning and the written demand: warned on, demand sent on, reached the holder on (None: not known)."""

    warned_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Asked:
    """The request for an opinion; `silent`: the holder neither withdrew the warning nor sued nor asked for a decision."""

    silent: bool = False


@dataclass(frozen=True)
class HolderActed:
    """What the holder did after all (withdrew, sued, requested) and when."""

    act: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Opinion:
    """What the office thinks (falls, does_not_fall, cannot_tell) and why."""

    conclusion: str | None = None
    opinion: str | None = None
