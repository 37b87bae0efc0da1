"""Forms of what comes from court, superior and sister case: shape only."""

from casework.adjudication import court_facts as f
from casework.adjudication.court_rules import LEFT_STANDING
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Text
from casework.counter.form import ActForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.roles import OfficeKind
from casework.procedure.models import Proceeding

KEY = "adjudication_court"


class JudgmentForm(ActForm):
    """The judgment that ended the suit."""

    key = KEY
    facts_type = f.Judgment
    number = Text(longest=60, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])


class UpheldForm(JudgmentForm):
    """How the court left the decision standing."""

    outcome = Choice(LEFT_STANDING, "court_outcome", empty=True, validators=[Required()])


class JoiningForm(ActForm):
    """The case that leads."""

    key = KEY
    facts_type = f.Joining
    leading = Text(longest=40, validators=[Required()])


class LiftingForm(ActForm):
    """The superior's paper."""

    key = KEY
    superior_id = Choice(validators=[Required()])
    number = Text(longest=60, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])
    reason = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Proceeding) -> None:
        """Offer the other patent offices."""
        others = [each for each in offices_of_kind(OfficeKind.IP_OFFICE) if each.id != subject.office_id]
        self.superior_id.offer([(str(each.id), each.name) for each in others], empty=True)

    def facts(self) -> f.Lifting:
        """The office and its paper."""
        superior = office_by_id(int(self.superior_id.data)) if self.superior_id.data else None
        return f.Lifting(superior, self.number.data, self.on.data, self.reason.data)
