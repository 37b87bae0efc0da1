"""The facts of each act of a patent mediation. Dates are local; None or empty was not told."""

from dataclasses import dataclass
from datetime import date

from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Request:
    """A request to mediate: what about; the day of grant, or the decision that found infringement, where it counts."""

    matter: str | None = None
    granted_on: date | None = None
    decision_number: str | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Session:
    """Where and when the parties meet."""

    on: date | None = None
    place: str | None = None


@dataclass(frozen=True)
class Held:
    """A session was held; `absent`: nobody, requester, respondent stayed away without reason."""

    on: date | None = None
    absent: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Prolongation:
    """A later last day; `agreed`: the refs of the parties that want it."""

    new_end: date | None = None
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class CourtWay:
    """What both parties were told of judicial confirmation: what opens it here, at which court, on which day."""

    way: str | None = None
    court: str | None = None
    on: date | None = None
