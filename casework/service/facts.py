"""The facts of each act of service, as plain values. Dates are local."""

from dataclasses import dataclass
from datetime import date

from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Sending:
    """A paper (its id) goes to a party (its ref) by a way on a day.

    Without an `address` the confirmed one is taken, else the party's. `confirmed_on`: the day the party signed its
    confirmation of this address (D-22), which counts for the whole case; `electronic` only with its consent.
    """

    paper: int | None = None
    party: str | None = None
    way: str | None = None
    sent_on: date | None = None
    recipient: str | None = None
    address: str | None = None
    phone: str | None = None
    electronic: str | None = None
    confirmed_on: date | None = None
    others_failed: str | None = None


@dataclass(frozen=True)
class Proof:
    """The proof that came back: which, its number, who signed, the day on it; no day for a public notice."""

    proof: str | None = None
    on: date | None = None
    number: str | None = None
    received_by: str | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Failure:
    """It came back undelivered: why, and when."""

    failure: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None
