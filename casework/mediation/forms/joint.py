"""The form of joint handling."""

from casework.counter.fields import Choice, Day, NotFuture, Required, Text
from casework.mediation.forms.fields import CaseForm, Parties, told
from casework.mediation.rules.joint import CAUSES
from casework.mediation.verbs.invitation import Joint


class JointForm(CaseForm):
    """Which committee joins, and why."""

    key = "joint"
    committee = Text(longest=120, validators=[Required()])
    cause = Choice(CAUSES, "joint_cause", empty=True, validators=[Required()])
    place = Text(longest=200)
    agreed_on = Day(validators=[Required(), NotFuture()])
    consents = Parties()

    def facts(self) -> Joint:
        """The committee, its consent and the parties'."""
        told_by = told(self.consents.data)
        return Joint(self.committee.data, self.cause.data, self.place.data, self.agreed_on.data, told_by)
