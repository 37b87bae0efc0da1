"""The acts of the intake as resources."""

from casework.complaints import (
    forms,
    mediating_forms,
    mediating_verbs,
    route_forms,
    route_verbs,
    steps,
    track_verbs,
    verbs,
)
from casework.complaints import mediating_steps as mediating
from casework.complaints import route_steps as route
from casework.complaints import track_steps as track
from casework.complaints.models import NAME
from casework.counter.act import Act

PROPOSING = "complaints/proposing.html"
REPORTER_NOUN = "reporter"

ACTS = (
    Act(NAME, steps.RECEIVE_EVIDENCE, "evidence", forms.EvidenceForm, verbs.receive_evidence),
    Act(NAME, steps.ASK_IDENTITY, "identity-notice", forms.IdentityForm, verbs.ask_identity),
    Act(NAME, steps.GIVE_IDENTITY, "identity-proof", forms.SupplementForm, verbs.give_identity),
    Act(NAME, steps.ASK_SUPPLEMENT, "correction-notice", forms.GapsForm, verbs.ask_supplement),
    Act(NAME, steps.SUPPLEMENT, "supplement", forms.SupplementForm, verbs.supplement),
    Act(NAME, steps.LAPSE, "lapse", forms.LapseForm, verbs.lapse),
    Act(NAME, steps.LAPSE_OF_IDENTITY, "identity-lapse", forms.IdentityLapseForm, verbs.lapse_of_identity),
    Act(NAME, steps.ACCEPT, "acceptance", forms.EmptyForm, verbs.accept),
    Act(NAME, steps.REFUSE, "refusal", forms.RefuseForm, verbs.refuse),
    Act(NAME, steps.HAND_OVER, "hand-over", forms.HandOverForm, verbs.hand_over, PROPOSING),
    Act(NAME, steps.ENTRUST, "entrustment", forms.HandOverForm, verbs.entrust, PROPOSING),
    Act(NAME, steps.TAKE_OVER, "reception", forms.EmptyForm, verbs.take_over),
    Act(NAME, steps.SEND_BACK, "return", forms.ReasonForm, verbs.send_back),
    Act(NAME, steps.RETURN_ENTRUSTED, "entrustment-return", forms.ReasonForm, verbs.return_entrusted),
    Act(NAME, steps.TELL_WHERE, "direction", forms.RoutesForm, verbs.tell_where),
    Act(NAME, steps.WITHDRAW, "withdrawal", forms.ReasonForm, verbs.withdraw),
    Act(NAME, track.SPLIT, "split", route_forms.SplitForm, track_verbs.split),
    Act(NAME, track.TAKE_AS_LEAD, "lead-reference", forms.EmptyForm, track_verbs.take_as_lead),
    Act(NAME, track.OPEN_VAULT, REPORTER_NOUN, forms.ReasonForm, track_verbs.open_vault),
    Act(NAME, route.DISTRIBUTE, "distribution", route_forms.DistributeForm, route_verbs.distribute, PROPOSING),
    Act(NAME, route.SIGN_FOR, "distribution-receipt", forms.EmptyForm, route_verbs.sign_for),
    Act(NAME, route.SEND_TO_INTAKE, "distribution-return", forms.ReasonForm, route_verbs.send_to_intake),
    Act(NAME, mediating.CALL_MEETING, "meeting", mediating_forms.MeetingForm, mediating_verbs.call_meeting),
    Act(NAME, mediating.TEST, "test", forms.ReasonForm, mediating_verbs.test),
    Act(NAME, mediating.END_TEST, "test-end", forms.EmptyForm, mediating_verbs.end_test),
    Act(NAME, mediating.SETTLE, "settlement", mediating_forms.SettledForm, mediating_verbs.settle),
    Act(NAME, mediating.TERMINATE, "termination", mediating_forms.TerminationForm, mediating_verbs.terminate),
    Act(
        NAME,
        mediating.TELL_TERMINATION,
        "termination-notice",
        mediating_forms.ToldForm,
        mediating_verbs.tell_termination,
    ),
    Act(NAME, mediating.FIND_BREACH, "breach", forms.ReasonForm, mediating_verbs.find_breach),
    Act(NAME, mediating.PASS_BREACH_ON, "breach-lead", forms.EmptyForm, mediating_verbs.pass_breach_on),
    Act(NAME, mediating.CLOSE_HANDLED, "handling", forms.EmptyForm, mediating_verbs.close_handled),
    Act(NAME, route.REPLY, "reply", route_forms.ReplyForm, route_verbs.reply),
)
