"""The facts of the acts on labels."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Proposal:
    """A label on a party: earlier findings by number, others told by hand (number and day), signs, the reason."""

    code: str | None = None
    party: str | None = None
    numbers: tuple[str, ...] = ()
    outside_number: str | None = None
    outside_on: date | None = None
    signs: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None
