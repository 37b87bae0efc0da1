"""The table of the intake (transfer.md 2.1, mediation.md 2.3 rows 1-12)."""

from casework.complaints import mediating_steps as mediating
from casework.complaints import papers, route_rules, rules, track_rules
from casework.complaints import registration_papers as registration
from casework.complaints import route_steps as route
from casework.complaints import track_steps as track
from casework.complaints.models import NAME
from casework.complaints.posts import ANSWER, AUTHORITY, COMMITTEE, INTAKE, SIGN
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

FILED = (
    rules.both_sides_are_named,
    rules.facts_are_told,
    rules.received_not_after_today,
    track_rules.a_real_name_can_be_checked,
    track_rules.no_word_names_the_reporter,
)

REGISTER = Step(
    "register",
    source=(START,),
    dest="submitted",
    who=INTAKE,
    basis=("CMP-3", "STN-2"),
    guards=FILED,
    papers=(papers.filing_receipt, registration.complaint_form, registration.report_form),
    starts=("CMP-3",),
    may_start=("CMP-11",),
    figure="registered",
)
APPLY_TO_COMMITTEE = Step(
    "apply_to_committee",
    source=(START,),
    dest="taken_over",
    who=("registrar@committee",),
    basis=("M-10", "M-15"),
    guards=(*FILED[:3], track_rules.a_committee_takes_no_report),
    papers=(papers.filing_receipt,),
    figure="registered",
)
RECEIVE_EVIDENCE = Step(
    "receive_evidence",
    source=("submitted", "need_supplement", "need_identity", "accepted"),
    dest="=",
    who=INTAKE,
    basis=("CMP-3",),
    papers=(papers.evidence_receipt,),
)
ASK_IDENTITY = Step(
    "ask_identity",
    source=("submitted",),
    dest="need_identity",
    who=AUTHORITY,
    basis=("CMP-4",),
    guards=(rules.due_date_lies_ahead, track_rules.identity_is_not_proven),
    papers=(papers.identity_notice,),
)
GIVE_IDENTITY = Step("give_identity", source=("need_identity",), dest="submitted", who=AUTHORITY, basis=("CMP-4",))
ASK_SUPPLEMENT = Step(
    "ask_supplement",
    source=("submitted",),
    dest="need_supplement",
    who=INTAKE,
    basis=("M-14",),
    guards=(rules.gaps_are_listed, rules.asked_once),
    papers=(papers.supplement_notice,),
    starts=(rules.SUPPLEMENT,),
)
SUPPLEMENT = Step(
    "supplement",
    source=("need_supplement",),
    dest="submitted",
    who=INTAKE,
    basis=("M-14",),
    papers=(papers.evidence_receipt,),
    stops=(rules.SUPPLEMENT,),
)
LAPSE = Step(
    "lapse",
    source=("need_supplement",),
    dest="closed",
    who=INTAKE,
    basis=("CMP-5",),
    guards=(rules.time_to_supplement_is_over, rules.other_routes_are_told),
    papers=(papers.refusal_notice,),
    stops=(rules.SUPPLEMENT, *ANSWER),
    figure="not_accepted",
)
LAPSE_OF_IDENTITY = Step(
    "lapse_of_identity",
    source=("need_identity",),
    dest="not_accepted",
    who=AUTHORITY,
    basis=("CMP-4", "CMP-5"),
    guards=(rules.time_to_supplement_is_over, rules.ground_is_about_identity, rules.other_routes_are_told),
    papers=(papers.refusal_notice,),
    stops=ANSWER,
    figure="not_accepted",
)
ACCEPT = Step(
    "accept",
    source=("submitted",),
    dest="accepted",
    who=AUTHORITY,
    basis=("CMP-3", "CMP-6"),
    guards=(
        track_rules.it_is_no_report,
        rules.nobody_else_has_taken_it,
        rules.the_applicant_is_named,
        route_rules.this_office_is_competent,
    ),
    papers=(papers.acceptance_notice,),
    starts=("CMP-6",),
    stops=("CMP-3",),
    figure="accepted",
)
REFUSE = Step(
    "refuse",
    source=("submitted",),
    dest="not_accepted",
    who=AUTHORITY,
    basis=("CMP-5",),
    guards=(track_rules.it_is_no_report, rules.ground_is_enumerated, rules.other_routes_are_told),
    papers=(papers.refusal_notice,),
    stops=("CMP-3",),
    figure="not_accepted",
)
HAND_OVER = Step(
    "hand_over",
    source=("submitted",),
    dest="handed_over",
    who=INTAKE,
    basis=("STN-6", "M-13"),
    guards=(track_rules.it_is_no_report, rules.receiver_mediates, route_rules.other_committee_has_a_reason),
    papers=(papers.hand_over_letter,),
    starts=(SIGN,),
    stops=("CMP-3",),
)
ENTRUST = Step(
    "entrust",
    source=("accepted",),
    dest="entrusted",
    who=AUTHORITY,
    basis=("CMP-6", "M-13"),
    guards=(rules.receiver_mediates, route_rules.other_committee_has_a_reason),
    papers=(papers.hand_over_letter,),
    starts=(SIGN,),
)
TAKE_OVER = Step(
    "take_over",
    source=("handed_over", "entrusted"),
    dest="taken_over",
    who=COMMITTEE,
    side="counterpart",
    basis=("M-14", "STN-6"),
    papers=(papers.hand_over_receipt,),
    stops=(SIGN, "CMP-3", "CMP-6"),
)
SEND_BACK = Step(
    "send_back",
    source=("handed_over",),
    dest="submitted",
    who=COMMITTEE,
    side="counterpart",
    basis=("M-12",),
    guards=(rules.a_reason_is_given,),
    may_start=("CMP-3",),
    stops=(SIGN,),
)
RETURN_ENTRUSTED = Step(
    "return_entrusted",
    source=("entrusted",),
    dest="accepted",
    who=COMMITTEE,
    side="counterpart",
    basis=("M-12",),
    guards=(rules.a_reason_is_given,),
    stops=(SIGN,),
)
TELL_WHERE = Step(
    "tell_where",
    source=("submitted",),
    dest="closed",
    who=INTAKE,
    basis=("CMP-16", "STN-6"),
    guards=(rules.other_routes_are_told, route_rules.what_was_distributed_goes_back),
    papers=(papers.refusal_notice,),
    stops=ANSWER,
    figure="not_accepted",
)
WITHDRAW = Step(
    "withdraw",
    source=("submitted", "need_supplement", "need_identity", "accepted"),
    dest="withdrawn",
    who=INTAKE,
    basis=("M-28",),
    stops=(*ANSWER, "CMP-6", rules.SUPPLEMENT),
)
COMPLAINT = Procedure(
    NAME,
    final=(
        "not_accepted",
        "taken_over",
        "closed",
        "withdrawn",
        "split",
        "taken_as_lead",
        "sent_back",
        "answered",
        "settled",
    ),
    runs_on=("CMP-10",),
    steps=(
        REGISTER,
        APPLY_TO_COMMITTEE,
        RECEIVE_EVIDENCE,
        ASK_IDENTITY,
        GIVE_IDENTITY,
        ASK_SUPPLEMENT,
        SUPPLEMENT,
        LAPSE,
        LAPSE_OF_IDENTITY,
        ACCEPT,
        REFUSE,
        HAND_OVER,
        ENTRUST,
        TAKE_OVER,
        SEND_BACK,
        RETURN_ENTRUSTED,
        TELL_WHERE,
        WITHDRAW,
        track.SPLIT,
        track.OPEN_TRACK,
        track.TAKE_AS_LEAD,
        track.OPEN_VAULT,
        route.DISTRIBUTE,
        route.SIGN_FOR,
        route.SEND_TO_INTAKE,
        route.GO_BACK,
        route.REPLY,
        *mediating.STEPS,
    ),
)
