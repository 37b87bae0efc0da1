"""The acts of service as resources."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.records.models import Case
from casework.service import forms, steps, verbs
from casework.service.models import NAME, Service
from casework.service.overview import rows_of, waiting


def _make(case: Case, actor: Actor, now: datetime) -> Service | None:
    """A case gives occasion to send while a paper of my office waits for somebody."""
    rows = rows_of(case, today=local_date(now), office_id=actor.office_id)
    return verbs.proposed(case, actor, now) if waiting(rows) else None


ACTS = (
    Opening(NAME, steps.SEND, "sending", forms.SendForm, verbs.send, _make),
    Act(NAME, steps.PROVE, "proof", forms.ProofForm, verbs.prove),
    Act(NAME, steps.FAIL, "failure", forms.FailureForm, verbs.fail),
    Act(NAME, steps.SEND_AGAIN, "sending-again", forms.AgainForm, verbs.send_again),
    Act(NAME, steps.GIVE_UP, "giving-up", forms.ReasonForm, verbs.give_up),
)
