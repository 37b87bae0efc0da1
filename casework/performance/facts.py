"""The facts of each act, as plain values. Items are named by their number in the agreement; amounts are fen."""

from dataclasses import dataclass
from datetime import date

from casework.records.evidence_store import StoredFile

HOWS = ("cash", "transfer", "receipt", "takedown", "destruction", "apology", "licence", "statement", "other")
ANSWERS = ("confirmed", "silent", "disputed")
CONFIRMATION, NOTARISED, AWARD, PAYMENT_ORDER = "confirmation", "notarised", "award", "payment_order"
INSTRUMENTS = (CONFIRMATION, NOTARISED, AWARD, PAYMENT_ORDER)
PACKET = ("application", "instrument", "agreement", "identity", "property_clues")


@dataclass(frozen=True)
class Schedule:
    """For which agreement; None where the case has one that waits."""

    agreement: int | None = None


@dataclass(frozen=True)
class Proof:
    """Something was done on a day. `items`: which duties, all open ones when empty.

    `fen` is money paid, spread over the chosen payments in the order of their due dates; None pays them in full.
    `answer`: whether the creditor confirmed it, said nothing, or disputes it (then it does not count).
    """

    done_on: date | None = None
    items: tuple[int, ...] = ()
    fen: int | None = None
    how: str = "transfer"
    answer: str = "silent"
    note: str | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Dispute:
    """A proof is disputed by the creditor; it counts no longer."""

    proof: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Confirmed:
    """The creditor confirms a proof: one on which nothing was said, or one that was disputed before."""

    proof: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Violation:
    """An omission was broken: which one, on which day, how it was found."""

    item: int | None = None
    broken_on: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class Overdue:
    """The person confirms what is overdue; `note` says how it was found."""

    note: str | None = None


@dataclass(frozen=True)
class Urging:
    """The debtor was urged (D-25): which item, when, by which channel, with what answer."""

    item: int | None = None
    urged_on: date | None = None
    channel: str | None = None
    answer: str | None = None


@dataclass(frozen=True)
class Visit:
    """A return visit (D-24). `item` None: the visit was about everything; `suit`: whether somebody sued, which ruling."""

    item: int | None = None
    visited_on: date | None = None
    result: str | None = None
    satisfied: bool | None = None
    suit: str | None = None
    risks: str | None = None
    measures: str | None = None


@dataclass(frozen=True)
class Enforcement:
    """The creditor applies for enforcement: by which instrument, to which court, when, with which papers.

    `writ_asked_on`: the day the writ was asked of the notary, which interrupts the two years (E-05). `evidence`: the
    files of the case that go along, by id; `files`: those handed in with the application.
    """

    instrument: str | None = None
    number: str | None = None
    writ: bool = False
    court: str | None = None
    applied_on: date | None = None
    packet: tuple[str, ...] = ()
    clues: str | None = None
    writ_asked_on: date | None = None
    evidence: tuple[int, ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Suit:
    """The creditor sues on the agreement (M-39)."""

    court: str | None = None
    filed_on: date | None = None
    number: str | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None
