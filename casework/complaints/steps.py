"""The table of the intake (transfer.md 2.1, mediation.md 2.3 rows 1-12)."""

from casework.complaints import papers, rules
from casework.complaints.models import NAME
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

STATION = ("clerk@station",)
AUTHORITY = (
    "officer@ip_office",
    "officer@bureau",
    "officer@culture",
    "officer@agriculture",
    "officer@forestry",
    "officer@customs",
)
INTAKE = STATION + AUTHORITY

REGISTER = Step(
    "register",
    source=(START,),
    dest="submitted",
    who=INTAKE,
    basis=("CMP-3", "STN-2"),
    guards=(rules.both_sides_are_named, rules.facts_are_told),
    papers=(papers.filing_receipt,),
    starts=("CMP-3",),
    figure="registered",
)
APPLY_TO_COMMITTEE = Step(
    "apply_to_committee",
    source=(START,),
    dest="taken_over",
    who=("registrar@committee",),
    basis=("M-10", "M-15"),
    guards=(rules.both_sides_are_named, rules.facts_are_told),
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
    guards=(rules.due_date_lies_ahead,),
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
    source=("need_supplement", "need_identity"),
    dest="closed",
    who=INTAKE,
    basis=("CMP-5",),
    guards=(rules.time_to_supplement_is_over, rules.other_routes_are_told),
    papers=(papers.refusal_notice,),
    stops=(rules.SUPPLEMENT, "CMP-3"),
    figure="not_accepted",
)
ACCEPT = Step(
    "accept",
    source=("submitted",),
    dest="accepted",
    who=AUTHORITY,
    basis=("CMP-3", "CMP-6"),
    guards=(rules.nobody_else_has_taken_it, rules.the_applicant_is_named),
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
    guards=(rules.ground_is_enumerated, rules.other_routes_are_told),
    papers=(papers.refusal_notice,),
    stops=("CMP-3",),
    figure="not_accepted",
)
HAND_OVER = Step(
    "hand_over",
    source=("submitted", "accepted"),
    dest="handed_over",
    who=INTAKE,
    basis=("STN-6", "M-13"),
    guards=(rules.receiver_mediates,),
    papers=(papers.hand_over_letter,),
    starts=("ADM-6.sign",),
    stops=("CMP-3", "CMP-6"),
)
TAKE_OVER = Step(
    "take_over",
    source=("handed_over",),
    dest="taken_over",
    who=("registrar@committee",),
    side="counterpart",
    basis=("M-14", "STN-6"),
    papers=(papers.hand_over_receipt,),
    stops=("ADM-6.sign",),
)
SEND_BACK = Step(
    "send_back",
    source=("handed_over",),
    dest="submitted",
    who=("registrar@committee",),
    side="counterpart",
    basis=("M-12",),
    guards=(rules.a_reason_is_given,),
    stops=("ADM-6.sign",),
)
TELL_WHERE = Step(
    "tell_where",
    source=("submitted",),
    dest="closed",
    who=INTAKE,
    basis=("CMP-16", "STN-6"),
    guards=(rules.other_routes_are_told,),
    papers=(papers.refusal_notice,),
    stops=("CMP-3",),
    figure="not_accepted",
)
WITHDRAW = Step(
    "withdraw",
    source=("submitted", "need_supplement", "need_identity", "accepted"),
    dest="withdrawn",
    who=INTAKE,
    basis=("M-28",),
    stops=("CMP-3", "CMP-6", rules.SUPPLEMENT),
)

COMPLAINT = Procedure(
    NAME,
    final=("not_accepted", "taken_over", "closed", "withdrawn"),
    steps=(
        REGISTER,
        APPLY_TO_COMMITTEE,
        RECEIVE_EVIDENCE,
        ASK_IDENTITY,
        GIVE_IDENTITY,
        ASK_SUPPLEMENT,
        SUPPLEMENT,
        LAPSE,
        ACCEPT,
        REFUSE,
        HAND_OVER,
        TAKE_OVER,
        SEND_BACK,
        TELL_WHERE,
        WITHDRAW,
    ),
)
