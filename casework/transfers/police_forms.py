"""Forms of the transfer to the police: shape only."""

from dataclasses import fields
from typing import Any

from casework.counter.fields import Choice, Day, LongText, Moment, Required, Several, Text, Tick
from casework.counter.form import ActForm
from casework.enforcement.forms import Names, SheetForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.roles import OfficeKind
from casework.transfers import facts
from casework.transfers.bundle import measures_in_force
from casework.transfers.forms import chosen, files_of, offices, picked
from casework.transfers.kinds import FIVE_PAPERS
from casework.transfers.police_rules import GROUNDS, INCOMPLETE, LONGER, OUTCOMES


class SuspicionForm(SheetForm):
    """The threshold sheet that opens a transfer to the police."""

    key = "sheet"

    def facts(self) -> facts.Suspicion:
        """The sheet and the suspicion."""
        return facts.Suspicion(self.sheet(), self.suspicion.data)


class TeamForm(ActForm):
    """The special team."""

    key = "transfer_team"
    officers = Names(validators=[Required()])

    def facts(self) -> facts.Team:
        """The officers by name."""
        return facts.Team(self.officers.names())


class ReportForm(ActForm):
    """The written report."""

    key = "transfer_report"
    facts_type = facts.Report
    report = LongText(longest=20000, validators=[Required()])
    reported_at = Moment()


class PoliceSendingForm(ActForm):
    """Five papers ticked, each gap explained."""

    key = "police_sending"
    office_id = Choice(validators=[Required()])
    letter = Tick()
    letter_reason = Text(longest=500)
    report = Tick()
    report_reason = Text(longest=500)
    goods = Tick()
    goods_reason = Text(longest=500)
    appraisal = Tick()
    body = Text(longest=120)
    qualification = Text(longest=120)
    object = Text(longest=200)
    conclusion = LongText(longest=2000)
    concluded_on = Day()
    appraisal_reason = Text(longest=500)
    other = Tick()
    other_reason = Text(longest=500)
    evidence_ids = Several()
    contact = Text(longest=120, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the police, those of the sender's level chosen; tick what is there, name who verified it."""
        self.office_id.offer(offices(OfficeKind.POLICE), empty=True)
        self.evidence_ids.offer(files_of(subject.case))
        if self.letter.raw_data is None:
            sender = office_by_id(subject.office_id)
            same = [each for each in offices_of_kind(OfficeKind.POLICE) if sender and each.level == sender.level]
            self.office_id.data = str(same[0].id) if len(same) == 1 else None
            self.contact.data = "、".join(subject.team[:2]) or None
            self.letter.data, self.report.data = True, bool(subject.report)
            self.other.data = bool(subject.case.evidence)
            self.goods.data = bool(measures_in_force(subject.case))

    def facts(self) -> facts.PoliceSending:
        """Each paper present, or why not."""
        told = {name: True if self[name].data else self[f"{name}_reason"].data for name in FIVE_PAPERS}
        ids = picked(self.evidence_ids.data)
        examined = facts.Appraisal(**{each.name: self[each.name].data for each in fields(facts.Appraisal)})
        return facts.PoliceSending(chosen(self.office_id), told, ids, self.contact.data, examined)


class ForwardingForm(ActForm):
    """To other police."""

    key = "police_forwarding"
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=2000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the police."""
        self.office_id.offer(offices(OfficeKind.POLICE), empty=True)

    def facts(self) -> facts.Forwarding:
        """To whom and why."""
        return facts.Forwarding(chosen(self.office_id), self.reason.data)


class GapsForm(ActForm):
    """What is missing, one per line."""

    key = "police_gaps"
    missing = LongText(longest=2000, validators=[Required()])

    def facts(self) -> facts.Gaps:
        """The lines as a list."""
        return facts.Gaps(tuple(line.strip() for line in (self.missing.data or "").splitlines() if line.strip()))


class SupplementForm(ActForm):
    """What was added."""

    key = "police_supplement"
    facts_type = facts.Supplement
    note = LongText(longest=2000, validators=[Required()])


class ReviewForm(ActForm):
    """Why the police need longer."""

    key = "police_review"
    facts_type = facts.Review
    ground = Choice(tuple(LONGER), "police_longer", empty=True, validators=[Required()])
    approved_by = Text(longest=120)


class FiledForm(ActForm):
    """The filing notice."""

    key = "police_filed"
    facts_type = facts.Filed
    number = Text(longest=60, validators=[Required()])
    noticed_at = Moment()


class DeclinedForm(ActForm):
    """The notice that no case is filed."""

    key = "police_declined"
    ground = Choice((*GROUNDS, INCOMPLETE), "police_ground", empty=True, validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])
    papers_back = Tick()
    noticed_at = Moment()

    def facts(self) -> facts.Declined:
        """Ground, reasons, papers."""
        back = bool(self.papers_back.data)
        return facts.Declined(self.ground.data, self.reason.data, back, self.noticed_at.data)


class GoodsForm(ActForm):
    """Goods handed over, one per line."""

    key = "police_goods"
    facts_type = facts.Goods
    goods = LongText(longest=8000, validators=[Required()])
    given_by = Text(longest=60, validators=[Required()])
    taken_by = Text(longest=60, validators=[Required()])


class OutcomeForm(ActForm):
    """The end of the criminal case."""

    key = "police_outcome"
    facts_type = facts.Outcome
    kind = Choice(OUTCOMES, "crime_news", empty=True, validators=[Required()])
    on = Day()
    document = Text(longest=120)


class SupervisionForm(ActForm):
    """To a procuratorate."""

    key = "supervision"
    office_id = Choice(validators=[Required()])
    reason = LongText(longest=4000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the procuratorates."""
        self.office_id.offer(offices(OfficeKind.PROCURATORATE), empty=True)

    def facts(self) -> facts.Supervision:
        """To whom and why."""
        return facts.Supervision(chosen(self.office_id), self.reason.data)
