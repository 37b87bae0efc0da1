"""Forms of transfers: shape only. Offices are offered by the kind of transfer."""

from collections.abc import Sequence
from typing import Any

from casework.counter.fields import Choice, Day, LongText, Moment, Required, Several, Text, Tick
from casework.counter.form import ActForm
from casework.enforcement.forms import LeadForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.models import Organisation
from casework.identity.roles import ENFORCEMENT, OfficeKind
from casework.records.evidence import handed_in
from casework.records.models import Case
from casework.transfers import facts
from casework.transfers.kinds import KINDS
from casework.transfers.police_rules import NEWS

WAYS = ("K7", "K9", "K10")
LETTERS = ("opinion", "non_prosecution", "file", "goods_list")


def offices(*kinds: OfficeKind) -> list[tuple[str, str]]:
    """Offices as choices: id and name."""
    return [(str(each.id), each.name) for each in offices_of_kind(*kinds)]


def chosen(field: Choice) -> Organisation | None:
    """The office of a choice."""
    return office_by_id(int(field.data)) if field.data else None


def files_of(case: Case) -> list[tuple[str, str]]:
    """The files of the case as choices: id and name."""
    return [(str(each.id), each.name) for each in handed_in(case)]


def picked(data: Sequence[str] | None) -> tuple[int, ...] | None:
    """The ids that were ticked, None for all."""
    return tuple(int(each) for each in data) if data else None


class EmptyForm(ActForm):
    """An act that needs no facts: the click is the act."""


class ReasonForm(ActForm):
    """A reason in words."""

    key = "transfer_reason"
    facts_type = facts.Reason
    reason = LongText(longest=2000, validators=[Required()])


class DraftForm(ActForm):
    """A transfer to another agency."""

    key = "transfer_draft"
    kind = Choice(("K1", "K2"), "transfer_kind", default="K1")
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    contact = Text(longest=120)

    def prepare(self, subject: Any) -> None:
        """Offer the agencies."""
        self.office_id.offer(offices(*ENFORCEMENT), empty=True)

    def facts(self) -> facts.Draft:
        """The draft with its receiver."""
        return facts.Draft(self.kind.data or "K1", chosen(self.office_id), self.reason.data, self.contact.data)


class SendingForm(ActForm):
    """Sending the bundle; no choice of files means all of them."""

    key = "transfer_sending"
    requester_told = Tick(default=True)
    evidence_ids = Several()
    contact = Text(longest=120)

    def prepare(self, subject: Any) -> None:
        """Offer the files of the case."""
        self.evidence_ids.offer(files_of(subject.case))

    def facts(self) -> facts.Sending:
        """The bundle chosen."""
        ids = picked(self.evidence_ids.data)
        return facts.Sending(ids, bool(self.requester_told.data), self.contact.data)


class ReceiptForm(ActForm):
    """Name and instant of the receipt."""

    key = "transfer_receipt"
    facts_type = facts.Receipt
    receiver = Text(longest=60, validators=[Required()])
    received_at = Moment()


class TakingForm(ActForm):
    """Taking the case as a lead of one's own."""

    key = "transfer_taking"
    open_lead = Tick(default=True)

    def facts(self) -> facts.Taking:
        """Whether a lead is opened."""
        return facts.Taking(open_lead=bool(self.open_lead.data))


class ResultForm(ActForm):
    """What came of it."""

    key = "transfer_result"
    facts_type = facts.Result
    result = LongText(longest=4000, validators=[Required()])
    number = Text(longest=60)


class ProgressForm(ActForm):
    """News of the criminal case."""

    key = "police_progress"
    facts_type = facts.Progress
    kind = Choice(NEWS, "crime_news", empty=True, validators=[Required()])
    on = Day()
    note = LongText(longest=1000)


class ArrivalForm(ActForm):
    """A case from police or procuratorate that came on paper."""

    key = "arrival"
    kind = Choice(("K5", "K6"), "transfer_kind", default="K5")
    office_id = Choice()
    opinion = Tick()
    non_prosecution = Tick()
    reply_due = Day()
    reason = LongText(longest=4000)
    receiver = Text(longest=60, validators=[Required()])
    received_at = Moment()

    def prepare(self, subject: Any) -> None:
        """Offer police and procuratorates."""
        self.office_id.offer(offices(OfficeKind.POLICE, OfficeKind.PROCURATORATE), empty=True)

    def facts(self) -> facts.Arrival:
        """The arrival as signed for."""
        return facts.Arrival(
            kind=self.kind.data or "K5",
            office=chosen(self.office_id),
            reason=self.reason.data,
            papers=_letters(self),
            reply_due=self.reply_due.data,
            receiver=self.receiver.data,
            received_at=self.received_at.data,
        )


class AnnouncementForm(ActForm):
    """A case sent by police or procuratorate."""

    key = "announcement"
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    opinion = Tick()
    non_prosecution = Tick()
    reply_due = Day()
    kind = Choice(("K5", "K6"), "transfer_kind", default="K5")

    def prepare(self, subject: Any) -> None:
        """Offer the agencies."""
        self.office_id.offer(offices(*ENFORCEMENT), empty=True)
        if not self.kind.raw_data:
            self.kind.data = subject.kind

    def facts(self) -> facts.Announcement:
        """To whom, why, with which papers."""
        kind, office = self.kind.data or "K5", chosen(self.office_id)
        return facts.Announcement(kind, office, self.reason.data, _letters(self), self.reply_due.data)


class ReturnedLeadForm(LeadForm):
    """The lead that a reverse transfer becomes; empty means: as the letter says."""

    key = "lead"
    suspected = LongText(longest=4000)


class ClueForm(ActForm):
    """A notice of clues."""

    key = "clue"
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    of_official = Tick()

    def prepare(self, subject: Any) -> None:
        """Offer every office that can act on a clue."""
        self.office_id.offer(offices(*KINDS["K11"].receivers), empty=True)

    def facts(self) -> facts.Clue:
        """To whom and what."""
        return facts.Clue("K11", chosen(self.office_id), None, self.reason.data, self.of_official.data)


class AbroadForm(ActForm):
    """A referral to a body outside the city."""

    key = "abroad"
    outside = Text(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])

    def facts(self) -> facts.Clue:
        """To which body and why."""
        return facts.Clue("K12", None, self.outside.data, self.reason.data)


class AcknowledgementForm(ActForm):
    """The receiver has the clue."""

    key = "acknowledgement"
    receiver = Text(longest=60, validators=[Required()])
    received_at = Moment()
    open_lead = Tick()

    def facts(self) -> facts.Acknowledgement:
        """Who has it, and whether it becomes a lead."""
        return facts.Acknowledgement(bool(self.open_lead.data), self.receiver.data, self.received_at.data)


class AskingForm(ActForm):
    """Asking the common superior."""

    key = "designation_request"
    rival_id = Choice(validators=[Required()])
    superior_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    talk = LongText(longest=4000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the agencies."""
        self.rival_id.offer(offices(*ENFORCEMENT), empty=True)
        self.superior_id.offer(offices(*ENFORCEMENT), empty=True)

    def facts(self) -> facts.Asking:
        """Both offices and both opinions."""
        return facts.Asking(chosen(self.rival_id), chosen(self.superior_id), self.reason.data, self.talk.data)


class DesignatedForm(ActForm):
    """Which office is designated."""

    key = "designation"
    office_id = Choice(validators=[Required()])
    number = Text(longest=60)

    def prepare(self, subject: Any) -> None:
        """Offer the agencies."""
        self.office_id.offer(offices(*ENFORCEMENT), empty=True)

    def facts(self) -> facts.Designated:
        """The office named."""
        return facts.Designated(chosen(self.office_id), self.number.data)


class WayForm(ActForm):
    """On to court, arbitration or notary."""

    key = "way"
    kind = Choice(WAYS, "transfer_kind", default="K7")
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    concessions_left_out = Tick()
    arbitration_intent = Tick()
    arbitration_matter = Tick()
    arbitration_institution = Tick()
    arbitrable = Tick()
    payment_clause = Tick()
    promise_clause = Tick()

    def prepare(self, subject: Any) -> None:
        """Offer courts, arbitration and notaries."""
        self.office_id.offer(offices(*(kind for way in WAYS for kind in KINDS[way].receivers)), empty=True)

    def facts(self) -> facts.Way:
        """The way with what it needs."""
        ticks = {name: bool(each.data) for name, each in self._fields.items() if isinstance(each, Tick)}
        return facts.Way(self.kind.data or "K7", chosen(self.office_id), self.reason.data, **ticks)


class RegisteredForm(ActForm):
    """A number given elsewhere."""

    key = "registered"
    facts_type = facts.Registered
    number = Text(longest=60, validators=[Required()])


def _letters(form: Any) -> tuple[str, ...]:
    return tuple(name for name in LETTERS if name in form and form[name].data)
