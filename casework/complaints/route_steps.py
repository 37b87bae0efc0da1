"""Steps of distribution (分送): out to a competent authority, signed for, answered, or sent back to the intake (CMP-16)."""

from casework.complaints import papers, route_rules, rules
from casework.complaints.posts import ANSWER, AUTHORITY, SIGN, STATION
from casework.procedure.step import Step

DISTRIBUTE = Step(
    "distribute",
    source=("submitted",),
    dest="redirected",
    who=(*STATION, "officer@ip_office"),
    basis=("CMP-16", "STN-6"),
    guards=(
        route_rules.what_was_distributed_goes_back,
        route_rules.receiver_is_an_authority,
        route_rules.reply_date_lies_ahead,
        route_rules.other_authority_has_a_reason,
    ),
    papers=(papers.distribution_notice,),
    starts=(SIGN,),
    stops=ANSWER,
)
SIGN_FOR = Step(
    "sign_for",
    source=("redirected",),
    dest="distributed",
    who=AUTHORITY,
    side="counterpart",
    basis=("CMP-16",),
    papers=(papers.hand_over_receipt,),
    stops=(SIGN,),
)
SEND_TO_INTAKE = Step(
    "send_to_intake",
    source=("redirected", "distributed"),
    dest="submitted",
    who=AUTHORITY,
    side="counterpart",
    basis=("CMP-16",),
    guards=(rules.a_reason_is_given, route_rules.it_is_not_handled_yet),
    may_start=ANSWER,
    stops=(SIGN,),
)
GO_BACK = Step(
    "go_back",
    source=("submitted",),
    dest="sent_back",
    who=AUTHORITY,
    basis=("CMP-16",),
    stops=ANSWER,
    offered=False,
)
REPLY = Step(
    "reply",
    source=("distributed",),
    dest="answered",
    who=AUTHORITY,
    side="counterpart",
    basis=("CMP-16",),
    guards=(route_rules.the_reply_tells_a_result, route_rules.its_own_track_is_over),
)
