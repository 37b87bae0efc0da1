"""The facts of each act, as plain values. Parties are named by their ref inside the case (P1, P2 ...).

Dates are local (Asia/Shanghai), amounts integer fen. What is None or empty was not told.
"""

from dataclasses import dataclass
from datetime import date, datetime

from casework.identity.models import Organisation
from casework.mediation.on_screen import OnScreen
from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Application:
    """How a dispute comes to the committee (M-10). `requested_on`: the request was addressed to the committee."""

    origin: str = "application"
    oral: bool = False
    requested_on: date | None = None
    pending_elsewhere: str | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Assignment:
    """A court's papers. `link`: assigned, entrusted_ordinary, entrusted_summary.

    `one_sided`: only one party has asked for it, the other is still to be asked (C-18). `agreed_on`: the day on
    which the parties agreed to mediate online (C-16).
    """

    link: str | None = None
    online: bool = False
    received_on: date | None = None
    court: Organisation | None = None
    court_name: str | None = None
    court_number: str | None = None
    one_sided: bool = False
    agreed_on: date | None = None


@dataclass(frozen=True)
class Taking:
    """The committee takes the court's job; the clock runs from `signed_on` (papers signed for, or platform)."""

    signed_on: date | None = None
    rights_told_on: date | None = None


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None


@dataclass(frozen=True)
class Clue(Reason):
    """A clue in words, and to whom it is told (default: the authority in charge)."""

    receiver: str | None = None


@dataclass(frozen=True)
class Gaps:
    """Everything that is missing, in one list."""

    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilesFacts:
    """Files handed in."""

    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Lapse:
    """Closing an application that was not completed; somebody was reminded before."""

    reminded_on: date | None = None
    routes: str | None = None


@dataclass(frozen=True)
class Answer:
    """What parties answered when asked to mediate: which, when, by which channel. `routes` only for a refusal."""

    parties: tuple[str, ...] = ()
    answered_on: date | None = None
    channel: str | None = None
    routes: str | None = None
    unreachable: bool = False


@dataclass(frozen=True)
class Refusal:
    """Why the committee does not accept, and where the parties can go."""

    ground: str | None = None
    detail: str | None = None
    routes: str | None = None


@dataclass(frozen=True)
class HandOver:
    """Where the matter goes and why."""

    receiver: str | None = None
    reason: str | None = None
    routes: str | None = None


@dataclass(frozen=True)
class Referral(HandOver):
    """The committee to which the parties' place or the place of the dispute points (M-12)."""

    place: str | None = None


@dataclass(frozen=True)
class Acceptance:
    """Acceptance; `rights_told_on`: the notice of rights and duties was told and signed at once.

    `civil_part`: what is civil in a request that also asks about validity.
    """

    rights_told_on: date | None = None
    difficult: bool = False
    civil_part: str | None = None


@dataclass(frozen=True)
class Naming:
    """One mediator: entry of the register, and the answer to the conflict question (None: not answered).

    `disclosed` with words needs the consent of `consents`, which must be all parties.
    """

    mediator_id: int | None = None
    presiding: bool = False
    conflict: bool | None = None
    disclosed: str | None = None
    consents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mediators:
    """The mediators named, and by whom they were chosen."""

    mediators: tuple[Naming, ...] = ()
    chosen_by: str = "committee"


@dataclass(frozen=True)
class Replacement:
    """A mediator leaves at a party's request (no ground needed) or for a conflict; another takes over."""

    leaving_id: int | None = None
    asked_by: str | None = None
    reason: str | None = None
    successor: Naming | None = None


@dataclass(frozen=True)
class Notification:
    """When and where a session will be held; `reason`: why it was moved there."""

    held_at: datetime | None = None
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class SessionRecord:
    """The record of a session. `concessions` and `caucus` are kept apart and shown to nobody else (C-14).

    `kept_as`: audio or video in place of the full record, with where the recording lies and who agreed (C-24).
    """

    held_at: datetime | None = None
    place: str | None = None
    present: tuple[str, ...] = ()
    presided_by: str | None = None
    recorder: str | None = None
    guests: str | None = None
    guests_accepted: bool = False
    public: bool = False
    objection_to_public: bool = False
    statements: str | None = None
    facts_found: str | None = None
    undisputed: str | None = None
    result: str | None = None
    signed: bool = True
    kept_as: str | None = None
    recording: str | None = None
    recording_consents: tuple[str, ...] = ()
    rights_told_on: date | None = None
    concessions: str | None = None
    caucus: str | None = None


@dataclass(frozen=True)
class AddressFacts:
    """Where a party is served and that its identity was checked (C-25, D-22); `electronic` only with its consent."""

    party: str | None = None
    recipient: str | None = None
    address: str | None = None
    phone: str | None = None
    electronic: str | None = None
    identity_seen: bool = False
    signed_on: date | None = None


@dataclass(frozen=True)
class InvestigationFacts:
    """What somebody was asked outside a session (D-11): who, by whom, when, where, questions and answers."""

    held_at: datetime | None = None
    place: str | None = None
    asked: str | None = None
    relation: str | None = None
    investigator: str | None = None
    recorder: str | None = None
    content: str | None = None
    signed: bool = True


@dataclass(frozen=True)
class ExtensionFacts:
    """A new last day that the named parties agreed to."""

    new_end: date | None = None
    consents: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Suspension:
    """Why mediation stands still: sham, other_procedure, other; what was seen."""

    cause: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class TermFacts:
    """One duty. `capitals` are the Chinese capitals typed beside the figures, if any."""

    kind: str = "pay"
    debtor: str | None = None
    creditor: str | None = None
    fen: int | None = None
    capitals: str | None = None
    due: date | None = None
    manner: str | None = None
    place: str | None = None
    account: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class GoOn:
    """Why the text stays although a finding speaks against it; `finding` is the finding's key."""

    finding: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class AgreementText:
    """The text as agreed. `sum_fen` and `capitals` are what the paper says; both must match the terms."""

    terms: tuple[TermFacts, ...] = ()
    sum_fen: int | None = None
    capitals: str | None = None
    regime: str | None = None
    bound: tuple[str, ...] = ()
    main_facts: str | None = None
    issues: str | None = None
    responsibilities: str | None = None
    on_default: str | None = None
    enforcement_promise: bool = False
    wants_confirmation: bool = False
    partial: bool = False
    copies: int | None = None
    going_on: tuple[GoOn, ...] = ()


@dataclass(frozen=True)
class OralAgreement:
    """What was agreed by word of mouth, recorded by the mediator (M-30). `asked_by`: who wants it oral."""

    reached_on: date | None = None
    asked_by: tuple[str, ...] = ()
    terms: tuple[TermFacts, ...] = ()
    bound: tuple[str, ...] = ()
    main_facts: str | None = None
    issues: str | None = None
    recorder: str | None = None
    going_on: tuple[GoOn, ...] = ()
    recording: str | None = None


@dataclass(frozen=True)
class PartySignature:
    """A party signs. An organisation signs through its representative (`name`) and its seal (`sealed`)."""

    party: str | None = None
    signed_on: date | None = None
    how: str = "signature"
    name: str | None = None
    sealed: bool = False
    on_screen: OnScreen | None = None


@dataclass(frozen=True)
class Signing:
    """The mediator, the recorder or the seal keeper signs."""

    signed_on: date | None = None
    name: str | None = None
    how: str = "signature"
    on_screen: OnScreen | None = None


@dataclass(frozen=True)
class Unsigned:
    """A party refuses to sign."""

    party: str | None = None
    routes: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class Ending:
    """Why mediation ends without agreement and which routes were told.

    `party`: who refuses or cannot be reached. `course`, `conduct` (what raised the others' costs) and `hints` are
    for the court's report (C-23).
    """

    reason: str | None = None
    routes: str | None = None
    detail: str | None = None
    course: str | None = None
    conduct: str | None = None
    hints: str | None = None
    party: str | None = None


@dataclass(frozen=True)
class CourtReport:
    """What the court is told of an agreement: `result`, the day, and the parties on whom it was served (C-10, C-12)."""

    result: str | None = None
    told_on: date | None = None
    served: tuple[str, ...] = ()
    remarks: str | None = None


@dataclass(frozen=True)
class Withdrawal:
    """The applicant withdraws; no ground is needed."""

    own_settlement: bool = False
    detail: str | None = None
    routes: str | None = None


@dataclass(frozen=True)
class Again:
    """All parties want to mediate anew after confirmation failed or to change the agreement."""

    consents: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Closing:
    """Ground of closing and the report."""

    ground: str | None = None
    report: str | None = None


@dataclass(frozen=True)
class Archiving:
    """Binding the file. `on_paper`: kinds of papers that are in the file on paper only."""

    retention: str | None = None
    pages: int | None = None
    shelf: str | None = None
    identity_in_file: bool = False
    on_paper: tuple[str, ...] = ()
    remarks: str | None = None
