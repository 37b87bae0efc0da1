"""The acts of performance as resources."""

from casework.counter.act import Act, Opening
from casework.performance import forms, steps, verbs
from casework.performance.models import NAME

ACTS = (
    Opening(NAME, steps.SCHEDULE, "schedule", forms.NothingForm, verbs.schedule, verbs.propose),
    Act(NAME, steps.PAY, "payment", forms.PaymentForm, verbs.pay),
    Act(NAME, steps.DISPUTE, "dispute", forms.DisputeForm, verbs.dispute),
    Act(NAME, steps.VISIT_PARTIES, "return-visit", forms.FindingForm, verbs.visit),
    Act(NAME, steps.URGE, "urging", forms.FindingForm, verbs.urge),
    Act(NAME, steps.FIND_BREACH, "breach", forms.FindingForm, verbs.find_breach),
    Act(NAME, steps.ENFORCE, "enforcement", forms.NothingForm, verbs.enforce),
    Act(NAME, steps.SUE, "suit", forms.NothingForm, verbs.sue),
)
