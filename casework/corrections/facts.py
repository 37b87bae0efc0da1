"""The facts of a correction, as plain values. What is None stays as it is."""

from dataclasses import dataclass

TOLD_OF_A_PARTY = ("name", "code", "phone", "address", "representative", "agent")
TOLD_OF_A_CASE = ("title", "facts", "request", "claim_fen", "place")
TOLD_OF_A_RIGHT = ("number", "title", "holder")


@dataclass(frozen=True)
class PartyTold:
    """What is told of a party, and why."""

    name: str | None = None
    code: str | None = None
    phone: str | None = None
    address: str | None = None
    representative: str | None = None
    agent: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class PartyCorrection(PartyTold):
    """What is right of a party (its ref)."""

    party: str | None = None


@dataclass(frozen=True)
class JoiningParty(PartyTold):
    """A party that joins the dispute."""

    role: str | None = None
    kind: str = "org"


@dataclass(frozen=True)
class CaseCorrection:
    """What is right of the dispute: its name, what is told and asked, the amount in fen, the place of the act."""

    title: str | None = None
    facts: str | None = None
    request: str | None = None
    claim_fen: int | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class RightCorrection:
    """What is right of a right in dispute (its id); without an id a further right of that kind."""

    right: int | None = None
    kind: str | None = None
    number: str | None = None
    title: str | None = None
    holder: str | None = None
    reason: str | None = None
