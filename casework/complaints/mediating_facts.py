"""The facts of a mediation that the authority holds itself (CMP-6 to CMP-10). Dates are local; None was not told."""

from dataclasses import dataclass
from datetime import date, datetime

GROUNDS = (
    "withdrawn", "absent_or_refuses", "failed", "test_cost", "time_over", "not_acceptable", "party_gone", "other",
)  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """When and where the parties are heard, by whom; `agreed`: refs of those who want it."""

    at: datetime | None = None
    place: str | None = None
    mediators: tuple[str, ...] = ()
    bring: str | None = None
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class EndOfMediation:
    """One of the eight grounds, and the ways that are left."""

    ground: str | None = None
    routes: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Settled:
    """What was agreed; no paper is needed where it was performed at once or both do without (`without_paper`)."""

    text: str | None = None
    signed: tuple[str, ...] = ()
    signed_on: date | None = None
    sealed_on: date | None = None
    without_paper: bool = False


@dataclass(frozen=True)
class Told:
    """The day on which both sides were told."""

    on: date | None = None
