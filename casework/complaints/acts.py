"""The acts of the intake as resources."""

from casework.complaints import forms, steps, verbs
from casework.complaints.models import NAME
from casework.counter.act import Act

ACTS = (
    Act(NAME, steps.RECEIVE_EVIDENCE, "evidence", forms.EvidenceForm, verbs.receive_evidence),
    Act(NAME, steps.ASK_IDENTITY, "identity-notice", forms.IdentityForm, verbs.ask_identity),
    Act(NAME, steps.GIVE_IDENTITY, "identity-proof", forms.SupplementForm, verbs.give_identity),
    Act(NAME, steps.ASK_SUPPLEMENT, "correction-notice", forms.GapsForm, verbs.ask_supplement),
    Act(NAME, steps.SUPPLEMENT, "supplement", forms.SupplementForm, verbs.supplement),
    Act(NAME, steps.LAPSE, "lapse", forms.LapseForm, verbs.lapse),
    Act(NAME, steps.ACCEPT, "acceptance", forms.EmptyForm, verbs.accept),
    Act(NAME, steps.REFUSE, "refusal", forms.RefuseForm, verbs.refuse),
    Act(NAME, steps.HAND_OVER, "hand-over", forms.HandOverForm, verbs.hand_over),
    Act(NAME, steps.TAKE_OVER, "reception", forms.EmptyForm, verbs.take_over),
    Act(NAME, steps.SEND_BACK, "return", forms.ReasonForm, verbs.send_back),
    Act(NAME, steps.TELL_WHERE, "direction", forms.RoutesForm, verbs.tell_where),
    Act(NAME, steps.WITHDRAW, "withdrawal", forms.ReasonForm, verbs.withdraw),
)
