"""The facts of each act on a payment order (支付令), as plain values. Days are local, amounts fen."""

from dataclasses import dataclass
from datetime import date

LAPSES = ("unserved", "suit", "instituted_elsewhere")


@dataclass(frozen=True)
class OrderAsked:
    """The creditor alone asks for an order (E-09): against whom, how much, of which agreement (None: the newest).

    `no_other_debts`: the two owe each other nothing else in return; `can_be_served`: the debtor can be reached.
    """

    agreement: int | None = None
    creditor: str | None = None
    debtor: str | None = None
    fen: int | None = None
    court: str | None = None
    applied_on: date | None = None
    no_other_debts: bool = False
    can_be_served: bool = False


@dataclass(frozen=True)
class OrderNoted:
    """What the court did on a day: took the application, issued the order; with its number as typed."""

    on: date | None = None
    number: str | None = None


@dataclass(frozen=True)
class OrderDay:
    """A day on which something happened: service on the debtor, payment."""

    on: date | None = None


@dataclass(frozen=True)
class OrderEnded:
    """The court did not take it, or rejected it, or the creditor took it back: when and why."""

    on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class OrderObjection:
    """The debtor's written objection: when it reached the court, the postmark where it was posted (T-05)."""

    filed_on: date | None = None
    posted_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class OrderLapse:
    """The order lost its force without an objection: `ground` is one of LAPSES."""

    on: date | None = None
    ground: str | None = None
