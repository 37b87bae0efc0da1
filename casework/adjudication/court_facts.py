"""What a court, a superior or a sister case brings into an adjudication. Dates are local; None was not told."""

from dataclasses import dataclass
from datetime import date

from casework.identity.models import Organisation


@dataclass(frozen=True)
class Judgment:
    """How the suit against the decision ended: outcome, number of the judgment, the day it took effect."""

    outcome: str | None = None
    number: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Joining:
    """The number of the case with which this one is handled from now on."""

    leading: str | None = None


@dataclass(frozen=True)
class Lifting:
    """The superior takes the case or names who decides it: which office, by which paper of which day, and why."""

    superior: Organisation | None = None
    number: str | None = None
    on: date | None = None
    reason: str | None = None
