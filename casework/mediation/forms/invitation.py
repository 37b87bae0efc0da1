"""Forms of inviting mediators."""

from typing import Any

from wtforms import FieldList, FormField

from casework.counter.fields import Choice, LongText, Required, Tick
from casework.mediation.facts import Mediators, Naming
from casework.mediation.forms.conduct import offer_mediators
from casework.mediation.forms.fields import CaseForm, Parties, told
from casework.mediation.rules.mediators import CHOSEN_BY
from casework.mediation.verbs.invitation import Accepted


class InvitedForm(CaseForm):
    """One mediator who is asked."""

    key = "naming"
    mediator_id = Choice()
    presiding = Tick()


class InvitationForm(CaseForm):
    """Who is asked to mediate; rows without a person are left out."""

    key = "naming"
    chosen_by = Choice(CHOSEN_BY, "chosen_by", default="committee", validators=[Required()])
    mediators = FieldList(FormField(InvitedForm), min_entries=2, max_entries=9)

    def prepare(self, subject: Any) -> None:
        """Offer the mediators in term."""
        super().prepare(subject)
        for row in self.mediators.entries:
            offer_mediators(row.form.mediator_id, subject)

    def facts(self) -> Mediators:
        """The rows that name somebody; the conflict question is theirs to answer."""
        rows = [row.form for row in self.mediators.entries if row.form.mediator_id.data]
        asked = (Naming(int(row.mediator_id.data), row.presiding.data) for row in rows)
        return Mediators(tuple(asked), self.chosen_by.data)


class AcceptForm(CaseForm):
    """The answer of a mediator who accepts: what is left empty declares that there is no relation."""

    key = "invitation"
    places = (("mediators", "disclosed"),)
    disclosed = LongText(longest=500)
    consents = Parties()

    def facts(self) -> Accepted:
        """What is disclosed, and who consents."""
        return Accepted(self.disclosed.data, told(self.consents.data))
