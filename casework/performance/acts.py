"""The acts of performance as resources."""

from datetime import datetime

from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.performance import forms, steps, verbs
from casework.performance.models import NAME, Performance
from casework.records.models import Case


def propose(case: Case, actor: Actor, now: datetime) -> Performance | None:
    """A schedule that the mediating office could make; other offices get no such button."""
    found = verbs.proposed(case, actor, now)
    return found if found is not None and found.office_id == actor.office_id else None


ACTS = (
    Opening(NAME, steps.SCHEDULE, "schedule", forms.ScheduleForm, verbs.schedule, propose),
    Act(NAME, steps.PERFORM_ITEM, "proof", forms.ProofForm, verbs.record),
    Act(NAME, steps.PERFORM_LATE, "late-proof", forms.ProofForm, verbs.record),
    Act(NAME, steps.PERFORM_IN_COURT, "proof-in-court", forms.ProofForm, verbs.record),
    Act(NAME, steps.FULFIL, "completion", forms.NothingForm, verbs.fulfil),
    Act(NAME, steps.DISPUTE_PROOF, "dispute", forms.DisputeForm, verbs.dispute_proof),
    Act(NAME, steps.DISPUTE_PERFORMED, "late-dispute", forms.DisputeForm, verbs.dispute_proof),
    Act(NAME, steps.CONFIRM_PROOF, "confirmation", forms.ConfirmedForm, verbs.confirm_proof),
    Act(NAME, steps.FIND_VIOLATION, "violation", forms.ViolationForm, verbs.find_violation),
    Act(NAME, steps.FIND_VIOLATION_IN_PART, "partial-violation", forms.ViolationForm, verbs.find_violation),
    Act(
        NAME,
        steps.FIND_VIOLATION_IN_COURT,
        "violation-in-court",
        forms.ViolationInCourtForm,
        verbs.find_violation_in_court,
    ),
    Act(NAME, steps.PROPOSE_BREACH, "overdue", forms.NothingForm, verbs.propose_breach),
    Act(NAME, steps.CONFIRM_PARTIAL, "partial-performance", forms.OverdueForm, verbs.confirm_partial),
    Act(NAME, steps.CONFIRM_BREACH, "breach", forms.OverdueForm, verbs.confirm_breach),
    Act(NAME, steps.URGE, "urging", forms.UrgingForm, verbs.urge),
    Act(NAME, steps.RETURN_VISIT, "return-visit", forms.VisitForm, verbs.return_visit),
    Act(NAME, steps.ENFORCE, "enforcement", forms.EnforcementForm, verbs.enforce),
    Act(NAME, steps.SUE, "suit", forms.SuitForm, verbs.sue),
    Act(NAME, steps.SET_ASIDE, "setting-aside", forms.ReasonForm, verbs.set_aside),
)
