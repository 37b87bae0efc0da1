"""The acts on labels as resources."""

from datetime import datetime

from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.identity.roles import ENFORCEMENT
from casework.labels import forms, steps, verbs
from casework.labels.models import NAME, Label
from casework.records.models import Case


def _make(case: Case, actor: Actor, now: datetime) -> Label | None:
    """Agencies label respondents; a case without one gives no occasion."""
    fits = actor.office_kind in ENFORCEMENT and case.of_role("respondent")
    return verbs.proposed(case, actor, now) if fits else None


ACTS = (
    Opening(NAME, steps.PROPOSE, "proposal", forms.ProposalForm, verbs.propose, _make),
    Act(NAME, steps.FIND, "finding", forms.EmptyForm, verbs.find),
    Act(NAME, steps.REJECT, "rejection", forms.ReasonForm, verbs.reject),
    Act(NAME, steps.LIFT, "lifting", forms.ReasonForm, verbs.lift),
)
