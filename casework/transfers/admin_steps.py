"""The tables of K1 and K2, agency to agency, and of K3, asking for designation (transfer.md 2.4)."""

from casework.procedure.models import START
from casework.procedure.step import Step
from casework.transfers import admin_rules, papers, rules
from casework.transfers.posts import HEADS, OFFICERS, STAFF

DRAFT = Step(
    "draft",
    source=(START,),
    dest="draft",
    who=OFFICERS,
    basis=("ADM-6", "ADM-3"),
    guards=(
        rules.sender_may_send_it,
        rules.receiver_may_take_it,
        rules.system_levels_are_equal,
        rules.transfer_has_a_reason,
        rules.none_of_this_kind_is_open,
        rules.it_did_not_come_by_transfer,
        rules.reporter_stays_hidden,
        admin_rules.kind_fits_the_offices,
    ),
)
SUBMIT = Step(
    "submit",
    source=("draft",),
    dest="for_approval",
    who=OFFICERS,
    basis=("ADM-6",),
    starts=("ADM-6.approve",),
)
APPROVE = Step(
    "approve",
    source=("for_approval",),
    dest="approved",
    who=HEADS,
    basis=("ADM-6",),
    guards=(rules.approver_did_not_draft,),
    starts=("ADM-6.send",),
    stops=("ADM-6.approve",),
)
REFUSE = Step(
    "refuse",
    source=("for_approval",),
    dest="refused",
    who=HEADS,
    basis=("ADM-6",),
    guards=(rules.transfer_has_a_reason,),
    stops=("ADM-6.approve",),
)
DROP = Step(
    "drop",
    source=("draft", "approved"),
    dest="refused",
    who=STAFF,
    basis=("ADM-6",),
    guards=(rules.transfer_has_a_reason,),
    stops=("ADM-6.send",),
)
SEND = Step(
    "send",
    source=("approved",),
    dest="sent",
    who=OFFICERS,
    basis=("ADM-6", "ADM-8"),
    guards=(admin_rules.requester_was_told, rules.evidence_belongs_to_the_case, rules.reporter_stays_hidden),
    papers=(papers.transfer_letter,),
    starts=("ADM-6.sign",),
    stops=("ADM-6.send",),
    figure="transfer_sent",
)
RECEIVE = Step(
    "receive",
    source=("sent",),
    dest="received",
    who=STAFF,
    side="either",
    basis=("ADM-6",),
    guards=(rules.the_right_side_acts, rules.receipt_has_name_and_instant),
    papers=(papers.receipt,),
    stops=("ADM-6.sign",),
)
ACCEPT = Step(
    "accept",
    source=("received",),
    dest="accepted",
    who=STAFF,
    side="either",
    basis=("ADM-6", "PEN-1"),
    guards=(rules.the_right_side_acts,),
    figure="transfer_accepted",
)
RETURN = Step(
    "return",
    source=("received",),
    dest="returned",
    who=STAFF,
    side="either",
    basis=("ADM-3",),
    guards=(rules.the_right_side_acts, rules.transfer_has_a_reason),
    papers=(papers.return_letter,),
    starts=("ADM-2",),
    figure="transfer_returned",
)
TELL_RESULT = Step(
    "tell_result",
    source=("accepted",),
    dest="result_reported",
    who=STAFF,
    side="either",
    basis=("ADM-6",),
    guards=(rules.the_right_side_acts, rules.a_result_is_told),
)
CLOSE = Step(
    "close",
    source=("result_reported", "returned"),
    dest="closed",
    who=STAFF,
    basis=("ADM-6", "ADM-2"),
    stops=("ADM-2",),
)

ASK_DESIGNATION = Step(
    "ask_designation",
    source=(START,),
    dest="asked",
    who=HEADS,
    basis=("ADM-3", "ADM-2"),
    guards=(
        rules.sender_may_send_it,
        admin_rules.superior_is_common,
        rules.transfer_has_a_reason,
        admin_rules.both_opinions_are_told,
        rules.none_of_this_kind_is_open,
        rules.reporter_stays_hidden,
    ),
    papers=(papers.designation_request,),
    starts=("ADM-4",),
)
DESIGNATE = Step(
    "designate",
    source=("asked",),
    dest="designated",
    who=STAFF,
    side="either",
    basis=("ADM-4",),
    guards=(rules.the_right_side_acts, admin_rules.designated_is_in_the_dispute),
    papers=(papers.designation,),
    stops=("ADM-4",),
)
WITHDRAW_REQUEST = Step(
    "withdraw_request",
    source=("asked",),
    dest="withdrawn",
    who=HEADS,
    basis=("ADM-2",),
    guards=(rules.transfer_has_a_reason,),
    stops=("ADM-4",),
)
