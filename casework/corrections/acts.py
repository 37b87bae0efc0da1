"""Corrections as resources."""

from datetime import datetime

from casework.corrections import forms, rules, steps, verbs
from casework.corrections.models import NAME, Correction
from casework.counter.act import Opening
from casework.identity.actor import Actor
from casework.procedure.step import Ask
from casework.records.models import Case


def _make(case: Case, actor: Actor, now: datetime) -> Correction | None:
    """Offered to whoever has the dispute in hand; other offices get no such button."""
    found = verbs.proposed(case, actor, now)
    ours = not rules.the_dispute_is_in_our_hands.refusals(Ask(found, steps.CORRECT_PARTY, actor, now, None))
    return found if ours else None


ACTS = (
    Opening(NAME, steps.CORRECT_PARTY, "party-correction", forms.PartyForm, verbs.correct_party, _make),
    Opening(NAME, steps.JOIN_PARTY, "further-party", forms.JoiningForm, verbs.join_party, _make),
    Opening(NAME, steps.CORRECT_CASE, "case-correction", forms.CaseForm, verbs.correct_case, _make),
    Opening(NAME, steps.CORRECT_RIGHT, "right-correction", forms.RightForm, verbs.correct_right, _make),
)
