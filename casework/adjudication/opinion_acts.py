"""The acts of a consultative opinion as resources."""

from datetime import datetime

from casework.adjudication import opinion_forms as forms
from casework.adjudication import opinion_steps as steps
from casework.adjudication import opinion_verbs as verbs
from casework.adjudication.opinion_models import NAME, ConsultativeOpinion
from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.records.models import Case


def _make(case: Case, actor: Actor, _now: datetime) -> ConsultativeOpinion | None:
    return verbs.propose(case, actor)


ACTS = (
    Opening(NAME, steps.REGISTER_DEMAND, "demand", forms.DemandForm, verbs.register_demand, _make),
    Act(NAME, steps.HOLDER_ACTS, "holder-act", forms.HolderActedForm, verbs.holder_acts),
    Act(NAME, steps.ASK, "request", forms.AskedForm, verbs.ask),
    Act(NAME, steps.GIVE, "opinion", forms.OpinionForm, verbs.give),
    Act(NAME, steps.DECLINE, "refusal", forms.ReasonForm, verbs.decline),
)
