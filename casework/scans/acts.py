"""The act of a scan as a resource."""

from datetime import datetime

from casework.counter.act import Opening
from casework.identity.actor import Actor
from casework.records.models import Case
from casework.scans import forms, steps, verbs
from casework.scans.matching import signable
from casework.scans.models import NAME, Scan


def _make(case: Case, actor: Actor, now: datetime) -> Scan | None:
    """A case gives occasion while a paper of my office may still come back signed."""
    return verbs.proposed(case, actor, now) if signable(case, actor.office_id) else None


ACTS = (Opening(NAME, steps.MATCH, "signed-paper", forms.ScanForm, verbs.match, _make),)
