"""The facts of each act, as plain values. Parties are named by their ref inside the case (P1, P2 ...).

Dates are local (Asia/Shanghai). What is None or empty was not told.
"""

from dataclasses import dataclass
from datetime import date

WINDOW, POST, ONLINE = "window", "post", "online"
CHANNELS = (WINDOW, POST, ONLINE)
MATERIALS = ("application", "agreement", "presiding_proof", "right_proof", "identity", "service_address")
AUTHORISATION = "authorisation"
ALL_MATERIALS = (*MATERIALS, AUTHORISATION)
AGENT_KINDS = ("lawyer", "relative", "employee", "recommended")
REFUSAL_GROUNDS = ("outside_competence", "wrong_court", "status", "other_procedure", "title")
REVIEW_GROUNDS = ("against_law", "harms_others", "public_order", "involuntary", "unclear", "civil_dispute", "other")
DISMISSAL_GROUNDS = (*REVIEW_GROUNDS, *REFUSAL_GROUNDS)


@dataclass(frozen=True)
class Agent:
    """Who acts for a party (J-01): at most two each, of the kinds that civil procedure allows."""

    party: str | None = None
    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Preparation:
    """The parties want confirmation together. `consents`: who applies; must be all whom the agreement binds.

    `agreement` is the id of the agreement, None where the case has one that can be confirmed. `court` and
    `court_reason` override the proposed court. `despite`: why the parties go on although a clause will be refused.
    `obstacle_ended_on`: the window was missed for force majeure or another good reason that ended then (T-06).
    """

    consents: tuple[str, ...] = ()
    agreement: int | None = None
    court: str | None = None
    court_reason: str | None = None
    agents: tuple[Agent, ...] = ()
    despite: str | None = None
    obstacle: str | None = None
    obstacle_ended_on: date | None = None


@dataclass(frozen=True)
class Filing:
    """The application goes to the court. `filed_on`: it reached the court; `posted_on`: the postmark (T-05).

    `court_present`: all parties were there together, so that the court decides on the spot (J-12).
    """

    filed_on: date | None = None
    channel: str | None = WINDOW
    posted_on: date | None = None
    materials: tuple[str, ...] = ()
    court_present: bool = False

    @property
    def day(self) -> date | None:
        """The day that decides whether it was in time: the postmark before the arrival."""
        return self.posted_on or self.filed_on


@dataclass(frozen=True)
class MoreAsked:
    """What the court asks for, until its date (J-10, J-15)."""

    asked: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True)
class Supplied:
    """What the court asked for has been handed in."""

    supplied_on: date | None = None


@dataclass(frozen=True)
class Docketing:
    """The court takes the case: its number as typed (may be unknown), and the day."""

    number: str | None = None
    docketed_on: date | None = None


@dataclass(frozen=True)
class MoreTime:
    """The president extends the review to a last day."""

    until: date | None = None


@dataclass(frozen=True)
class Receipt:
    """A party received the ruling on that day."""

    party: str | None = None
    received_on: date | None = None


@dataclass(frozen=True)
class Ruling:
    """The ruling that the agreement is valid (J-19); receipts not known yet are recorded later."""

    number: str | None = None
    ruled_on: date | None = None
    receipts: tuple[Receipt, ...] = ()


@dataclass(frozen=True)
class Denial:
    """A ruling of refusal (J-11) or dismissal (J-17) with its ground; `routes` None names the open ones."""

    ground: str | None = None
    ruled_on: date | None = None
    number: str | None = None
    detail: str | None = None
    routes: str | None = None


@dataclass(frozen=True)
class Withdrawal:
    """The application is taken back before the ruling; either party may ask (J-16)."""

    parties: tuple[str, ...] = ()
    withdrawn_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Dropping:
    """The parties give the preparation up before anything was filed."""

    reason: str | None = None


@dataclass(frozen=True)
class PartyObjection:
    """A party objects to the ruling (J-21)."""

    party: str | None = None
    filed_on: date | None = None
    posted_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class OutsiderObjection:
    """An outsider objects: who, and since when the harm was known or should have been (J-21)."""

    name: str | None = None
    knew_on: date | None = None
    filed_on: date | None = None
    posted_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ObjectionResult:
    """What the court ruled on the objection."""

    decided_on: date | None = None
    number: str | None = None


@dataclass(frozen=True)
class Closing:
    """The window closed without a filing; `routes` None names the open ones."""

    agreement: int | None = None
    routes: str | None = None
