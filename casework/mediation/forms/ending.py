"""Forms of the ways out and of the file."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import NumberRange

from casework.base.phrases import phrase
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Several, Text, Tick
from casework.counter.form import ActForm
from casework.mediation.facts import Again, Archiving, Closing, Clue, CourtReport, Ending, Withdrawal
from casework.mediation.forms.fields import CaseForm, OneParty, Parties, told
from casework.mediation.forms.intake import RoutesForm
from casework.mediation.rules.ending import CLOSING_GROUNDS, ON_PAPER, REASONS, RESULTS, RETENTIONS


class ClueForm(ActForm):
    """A clue, and to whom."""

    key = "mediation_clue"
    facts_type = Clue
    reason = LongText(longest=4000, validators=[Required()])
    receiver = Text(longest=120)


class EndingForm(RoutesForm):
    """Why mediation ends without agreement."""

    key = "ending"
    facts_type = Ending
    reason = Choice(REASONS, "mediation_end", empty=True, validators=[Required()])
    routes = LongText(longest=1000, validators=[Required()])
    party = OneParty()
    detail = LongText(longest=2000)
    course = LongText(longest=5000)
    conduct = LongText(longest=2000)
    hints = LongText(longest=2000)


class WithdrawalForm(RoutesForm):
    """The applicant withdraws."""

    key = "withdrawal"
    facts_type = Withdrawal
    own_settlement = Tick()
    detail = LongText(longest=1000)
    routes = LongText(longest=1000, validators=[Required()])


class CourtReportForm(CaseForm):
    """What the court is told of the agreement."""

    key = "court_report"
    today = ("told_on",)
    result = Choice(validators=[Required()])
    told_on = Day(validators=[Required(), NotFuture()])
    served = Parties(validators=[Required()])
    remarks = LongText(longest=1000)

    def prepare(self, subject: Any) -> None:
        """Offer the results that this kind of matter can have."""
        super().prepare(subject)
        codes = RESULTS["entrusted" if subject.entrusted else "assigned"]
        self.result.offer([(each, phrase(f"court_result.{each}")) for each in codes], empty=len(codes) > 1)

    def facts(self) -> CourtReport:
        """The report."""
        return CourtReport(self.result.data, self.told_on.data, told(self.served.data), self.remarks.data)


class AgainForm(CaseForm):
    """All parties want to mediate anew."""

    key = "again"
    consents = Parties(validators=[Required()])
    reason = LongText(longest=1000, validators=[Required()])

    def facts(self) -> Again:
        """The consents and the reason."""
        return Again(told(self.consents.data), self.reason.data)


class ClosingForm(CaseForm):
    """Ground and report."""

    key = "closing"
    facts_type = Closing
    ground = Choice(CLOSING_GROUNDS, "closing_ground", empty=True, validators=[Required()])
    report = LongText(longest=5000)


class ArchivingForm(CaseForm):
    """Binding the file."""

    key = "archiving"
    retention = Choice(RETENTIONS, "retention", empty=True, validators=[Required()])
    pages = IntegerField(validators=[Required(), NumberRange(min=1, max=99999)])
    shelf = Text(longest=60)
    identity_in_file = Tick()
    on_paper = Several(ON_PAPER, "file_paper")
    remarks = LongText(longest=1000)

    def facts(self) -> Archiving:
        """The file as bound."""
        return Archiving(
            retention=self.retention.data,
            pages=self.pages.data,
            shelf=self.shelf.data,
            identity_in_file=self.identity_in_file.data,
            on_paper=told(self.on_paper.data),
            remarks=self.remarks.data,
        )
