"""Forms of a mediation that the authority holds itself."""

from casework.complaints.mediating_facts import GROUNDS, EndOfMediation, Meeting, Settled, Told
from casework.counter.fields import Choice, Day, LongText, Moment, NotFuture, Required, Several, Text, Tick
from casework.counter.form import ActForm
from casework.procedure.models import Proceeding

KEY = "complaint_mediation"


class PartiesForm(ActForm):
    """A form that ticks parties."""

    key = KEY
    parties = ""

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties."""
        self[self.parties].offer([(party.ref, party.name) for party in subject.case.parties])


class MeetingForm(PartiesForm):
    """When, where, by whom."""

    parties = "agreed"
    at = Moment(validators=[Required()])
    place = Text(validators=[Required()])
    mediators = LongText(longest=400, validators=[Required()])
    bring = Text(longest=300)
    agreed = Several()

    def facts(self) -> Meeting:
        """The names as a list."""
        names = tuple(line.strip() for line in (self.mediators.data or "").splitlines() if line.strip())
        return Meeting(self.at.data, self.place.data, names, self.bring.data, tuple(self.agreed.data or ()))


class TerminationForm(ActForm):
    """Ground and ways that are left."""

    key = KEY
    facts_type = EndOfMediation
    ground = Choice(GROUNDS, "termination_ground", empty=True, validators=[Required()])
    routes = LongText(longest=1000, validators=[Required()])
    reason = LongText(longest=200)


class SettledForm(PartiesForm):
    """What was agreed and who signed."""

    parties = "signed"
    text = LongText(longest=5000, validators=[Required()])
    signed = Several()
    signed_on = Day(validators=[NotFuture()])
    sealed_on = Day(validators=[NotFuture()])
    without_paper = Tick()

    def facts(self) -> Settled:
        """The settlement."""
        told = tuple(self.signed.data or ())
        return Settled(self.text.data, told, self.signed_on.data, self.sealed_on.data, self.without_paper.data)


class ToldForm(ActForm):
    """The day both were told."""

    key = KEY
    facts_type = Told
    on = Day(validators=[Required(), NotFuture()])
