"""The facts of each act of an adjudication. Dates are local; None or empty was not told."""

from dataclasses import dataclass
from datetime import date

from casework.mediation.facts import TermFacts
from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Request:
    """A request for a decision; `other_way`: a suit filed or another way agreed on, by its number.

    `standing` entitles the requester (`authorised`: by contract or the holder's consent), `place_link` the office;
    `known_on`: act and infringer known; `continues`: the act goes on and the patent is in force (ADJ-9).
    """

    other_way: str | None = None
    files: tuple[StoredFile, ...] = ()
    matter: str = "infringement"
    standing: str | None = None
    authorised: bool = False
    place_link: str | None = None
    claims: str | None = None
    known_on: date | None = None
    continues: bool = False


@dataclass(frozen=True)
class Gaps:
    """All that is missing, in one list, and the last day to give it."""

    missing: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True)
class Supplement:
    """What the correction tells anew; what is left empty stays as it was."""

    standing: str | None = None
    authorised: bool = False
    claims: str | None = None


@dataclass(frozen=True)
class Filing:
    """The panel that will decide, and what came with the request; who helps it, and who handles it for the office."""

    panel: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    investigator: str | None = None
    commissioned: str | None = None


@dataclass(frozen=True)
class Refusal:
    """Ground of art 12 and the reason in words."""

    ground: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None


@dataclass(frozen=True)
class Service:
    """The copy reached the respondent; `abroad`: no fixed domicile in China."""

    on: date | None = None
    abroad: bool = False


@dataclass(frozen=True)
class Day:
    """A local day."""

    on: date | None = None


@dataclass(frozen=True)
class Hearing:
    """Day, place and time of day of an oral hearing."""

    on: date | None = None
    place: str | None = None
    time: str | None = None


@dataclass(frozen=True)
class Heard:
    """The record of a hearing: signed, and who stayed away without reason (nobody, requester, respondent)."""

    signed: bool = False
    absent: str | None = None


@dataclass(frozen=True)
class GoingOn:
    """Why a stay is refused (art 29)."""

    ground: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Uncounted:
    """Why the three months stand still (art 37)."""

    cause: str | None = None


@dataclass(frozen=True)
class Inspection:
    """What the office does to find the facts (Patent Law 69)."""

    power: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Vote:
    """What the panel decides, and who voted how."""

    result: str | None = None
    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Suspension:
    """The ground of art 28, 1 to 7."""

    ground: int | None = None


@dataclass(frozen=True)
class Extension:
    """Months added; the second extension names the superior's approval."""

    months: int | None = None
    approved_by: str | None = None


@dataclass(frozen=True)
class Consent:
    """Whether both sides want to settle."""

    all_agree: bool = False


@dataclass(frozen=True)
class PartySigned:
    """A party signed on a day."""

    party: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Settlement:
    """The agreement reached inside the case: duties, and who signed and sealed when.

    `in_hubei`: the Hubei measure (J-08) governs the confirmation window, elsewhere the law itself (J-02).
    """

    terms: tuple[TermFacts, ...] = ()
    signatures: tuple[PartySigned, ...] = ()
    official_on: date | None = None
    seal_on: date | None = None
    main_facts: str | None = None
    number: str | None = None
    enforcement_promise: bool = False
    sum_fen: int | None = None
    in_hubei: bool = True
    bound: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """The decision with the items of art 31. `way_to_sue`: the way and time limit to sue stand in it."""

    number: str | None = None
    decided_on: date | None = None
    reasons: str | None = None
    acts_to_stop: str | None = None
    way_to_sue: bool = False
    awards_damages: bool = False
    pleadings: str | None = None
    received: tuple[PartySigned, ...] = ()


@dataclass(frozen=True)
class Repeat(Decision):
    """A decision on a repeated infringement without a new hearing: the earlier decision's number; the same kind of act."""

    prior: str | None = None
    same_act: bool = False


@dataclass(frozen=True)
class Ending:
    """Ground of art 36 and the day; `pleaded`: the respondent pleads the time bar; `told_on`: requester told first."""

    ground: str | None = None
    on: date | None = None
    pleaded: bool = False
    told_on: date | None = None
