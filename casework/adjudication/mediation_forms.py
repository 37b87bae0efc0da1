"""Forms of the patent mediation: shape only."""

from casework.adjudication import facts as shared
from casework.adjudication import forms
from casework.adjudication import mediation_facts as f
from casework.adjudication.mediation_models import COURT_WAYS, MATTERS, NATIONAL
from casework.adjudication.mediation_rules import ABSENT, END_GROUNDS
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Several, Text
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.procedure.models import Proceeding

KEY = "patent_mediation"


class RequestForm(ActForm):
    """A request to mediate."""

    key = KEY
    facts_type = f.Request
    matter = Choice((*MATTERS, *NATIONAL), "patent_matter", empty=True, validators=[Required()])
    granted_on = Day(validators=[NotFuture()])
    decision_number = Text(longest=60)
    files = Files()


class SessionForm(ActForm):
    """Time and place."""

    key = KEY
    facts_type = f.Session
    on = Day(validators=[Required()])
    place = Text(validators=[Required()])


class HeldForm(ActForm):
    """A session as it was."""

    key = KEY
    facts_type = f.Held
    on = Day(validators=[Required(), NotFuture()])
    absent = Choice(ABSENT, "patent_absent", validators=[Required()])
    note = LongText(longest=2000)


class ProlongationForm(ActForm):
    """A later last day, as all parties want."""

    key = KEY
    facts_type = f.Prolongation
    new_end = Day(validators=[Required()])
    agreed = Several()

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties."""
        self.agreed.offer([(party.ref, party.name) for party in subject.case.parties])

    def facts(self) -> f.Prolongation:
        """The day and who wants it."""
        return f.Prolongation(self.new_end.data, tuple(self.agreed.data or ()))


class DayForm(ActForm):
    """A day that has come."""

    key = KEY
    facts_type = shared.Day
    on = Day(validators=[Required(), NotFuture()])


class ReasonForm(ActForm):
    """A reason in words."""

    key = KEY
    facts_type = shared.Reason
    reason = LongText(longest=1000, validators=[Required()])


class EndingForm(ActForm):
    """Why the mediation ends without an agreement."""

    key = KEY
    facts_type = shared.Ending
    ground = Choice(END_GROUNDS, "patent_mediation_ground", empty=True, validators=[Required()])
    on = Day(validators=[NotFuture()])


class CourtWayForm(ActForm):
    """What both were told of judicial confirmation."""

    key = KEY
    facts_type = f.CourtWay
    way = Choice(COURT_WAYS, "court_way", empty=True, validators=[Required()])
    court = Text(longest=80, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])


SettlementForm = forms.SettlementForm
NothingForm = forms.NothingForm
