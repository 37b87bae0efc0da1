"""What the acts on transfers are told: plain values; offices are rows of the directory, instants aware."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from casework.enforcement.sheet import SheetFacts
from casework.identity.models import Organisation


@dataclass(frozen=True)
class Draft:
    """A transfer to another agency as drafted."""

    kind: str = "K1"
    office: Organisation | None = None
    reason: str | None = None
    contact: str | None = None


@dataclass(frozen=True)
class Sending:
    """What goes out: the chosen files of the case (None: all), and whether the requester was told where needed."""

    evidence_ids: tuple[int, ...] | None = None
    requester_told: bool = True
    contact: str | None = None


@dataclass(frozen=True)
class Receipt:
    """Who signed, at which instant (default: now)."""

    receiver: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True)
class Taking:
    """The receiver takes the case; `open_lead` makes it a lead of its own."""

    open_lead: bool = True
    receiver: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None


@dataclass(frozen=True)
class Result:
    """What came of it, with the number of the decision."""

    result: str | None = None
    number: str | None = None


@dataclass(frozen=True)
class Suspicion:
    """A suspected crime: the threshold sheet and the suspicion in words."""

    sheet: SheetFacts = field(default_factory=SheetFacts)
    reason: str | None = None


@dataclass(frozen=True)
class Team:
    """The special team by name."""

    officers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """The written report and the instant at which the chief got it (default: now)."""

    report: str | None = None
    reported_at: datetime | None = None


@dataclass(frozen=True)
class Appraisal:
    """What an appraisal attached to a transfer says: by which body, how qualified, of what, with which result, when."""

    body: str | None = None
    qualification: str | None = None
    object: str | None = None
    conclusion: str | None = None
    concluded_on: date | None = None


@dataclass(frozen=True)
class PoliceSending:
    """Five papers: `papers` maps each to True or to the reason why it is not there; the files of the bundle."""

    office: Organisation | None = None
    papers: Mapping[str, Any] = field(default_factory=dict)
    evidence_ids: tuple[int, ...] | None = None
    contact: str | None = None
    appraisal: Appraisal = field(default_factory=Appraisal)


@dataclass(frozen=True)
class Forwarding:
    """To which other police, and why."""

    office: Organisation | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Gaps:
    """What is missing, one per entry."""

    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Supplement:
    """What was added."""

    note: str | None = None


@dataclass(frozen=True)
class Review:
    """Why the police need longer: clues to be checked, or a major and complex case with approval."""

    ground: str | None = None
    approved_by: str | None = None


@dataclass(frozen=True)
class Filed:
    """The police filed a criminal case; `noticed_at` is the instant at which the sender got the notice."""

    number: str | None = None
    noticed_at: datetime | None = None


@dataclass(frozen=True)
class Declined:
    """The police did not file: ground code, reasons, papers back, instant at which the sender got the notice."""

    ground: str | None = None
    reason: str | None = None
    papers_back: bool = False
    noticed_at: datetime | None = None


@dataclass(frozen=True)
class Goods:
    """Goods and material handed over, one line per item, signed by both."""

    goods: str | None = None
    given_by: str | None = None
    taken_by: str | None = None


@dataclass(frozen=True)
class Progress:
    """News of the criminal case: arrest, approval, prosecution ..., on a day, told by whom."""

    kind: str | None = None
    on: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class Outcome:
    """How the criminal case ended."""

    kind: str | None = None
    on: date | None = None
    document: str | None = None


@dataclass(frozen=True)
class Supervision:
    """Which procuratorate is asked, with which reasons."""

    office: Organisation | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Arrival:
    """A case from police or procuratorate: sender, papers by name, reply date of the letter, who signed."""

    kind: str = "K5"
    office: Organisation | None = None
    reason: str | None = None
    papers: tuple[str, ...] = ()
    reply_due: date | None = None
    receiver: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True)
class Announcement:
    """Police or procuratorate announce a case to an agency."""

    kind: str = "K5"
    office: Organisation | None = None
    reason: str | None = None
    papers: tuple[str, ...] = ()
    reply_due: date | None = None


@dataclass(frozen=True)
class Clue:
    """A notice of clues to an office, or a referral to a body abroad or outside the city.

    `of_official`: it is about a duty crime of an official (K13), which does not enter the product.
    """

    kind: str = "K11"
    office: Organisation | None = None
    outside: str | None = None
    reason: str | None = None
    of_official: bool = False


@dataclass(frozen=True)
class Acknowledgement:
    """The receiver has the clue; it may make it a lead of its own."""

    open_lead: bool = False
    receiver: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True)
class Asking:
    """Asking the common superior: the other office, both opinions, which superior."""

    rival: Organisation | None = None
    superior: Organisation | None = None
    reason: str | None = None
    talk: str | None = None


@dataclass(frozen=True)
class Designated:
    """Which office the superior names."""

    office: Organisation | None = None
    number: str | None = None


@dataclass(frozen=True)
class Way:
    """A dispute goes on to court (K7), arbitration (K9) or notary (K10), with what each of them needs."""

    kind: str = "K7"
    office: Organisation | None = None
    reason: str | None = None
    concessions_left_out: bool = False
    arbitration_intent: bool = False
    arbitration_matter: bool = False
    arbitration_institution: bool = False
    arbitrable: bool = True
    payment_clause: bool = False
    promise_clause: bool = False


@dataclass(frozen=True)
class Registered:
    """The case number given by court, arbitration or notary."""

    number: str | None = None
