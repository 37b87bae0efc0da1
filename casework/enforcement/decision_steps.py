"""Steps from the end of the investigation to the closing of a penalty case (PEN-6 to PEN-10)."""

from casework.enforcement import papers, rules
from casework.enforcement.posts import CASE, HEADS, LATE, OFFICERS, STAFF
from casework.procedure.step import Step

CONCLUDE = Step(
    "conclude",
    source=("investigating",),
    dest="concluded",
    who=OFFICERS,
    basis=("PEN-7",),
    guards=(rules.findings_are_told, rules.two_officers_handle_it, rules.goods_are_not_out),
    papers=(papers.investigation_report,),
    starts=("PEN-7",),
    stops=("ADM-7",),
)
REVIEW = Step(
    "review",
    source=("concluded",),
    dest="reviewed",
    who=STAFF,
    basis=("PEN-7",),
    guards=(rules.reviewer_does_not_handle,),
    stops=("PEN-7",),
)
SEND_BACK = Step(
    "send_back",
    source=("concluded", "reviewed"),
    dest="investigating",
    who=STAFF,
    basis=("PEN-7",),
    guards=(rules.reviewer_does_not_handle, rules.a_reason_is_told),
    stops=("PEN-7",),
)
NOTIFY = Step(
    "notify",
    source=("reviewed",),
    dest="notified",
    who=OFFICERS,
    basis=("PEN-8",),
    guards=(rules.intention_is_told, rules.notice_was_served, rules.no_police_transfer_is_open),
    papers=(papers.penalty_notice,),
    starts=("PEN-8.hearing_request",),
)
WAIVE_HEARING = Step(
    "waive_hearing",
    source=("notified",),
    dest="=",
    who=OFFICERS,
    basis=("PEN-8",),
    stops=("PEN-8.hearing_request",),
)
CALL_HEARING = Step(
    "call_hearing",
    source=("notified",),
    dest="hearing",
    who=STAFF,
    basis=("PEN-8",),
    guards=(rules.asked_in_time, rules.hearing_is_told_ahead),
    stops=("PEN-8.hearing_request",),
    pauses=("PEN-6",),
)
HOLD_HEARING = Step(
    "hold_hearing",
    source=("hearing",),
    dest="=",
    who=STAFF,
    basis=("PEN-8",),
    guards=(rules.findings_are_told,),
    resumes=("PEN-6",),
)
EXTEND_DECISION = Step(
    "extend_decision",
    source=CASE + LATE,
    dest="=",
    who=HEADS,
    basis=("PEN-6",),
    guards=(rules.decision_time_extended_once, rules.time_to_decide_still_runs, rules.a_reason_is_told),
    extends=("PEN-6",),
)
DECIDE = Step(
    "decide",
    source=("notified", "hearing"),
    dest="decided",
    who=HEADS,
    basis=("PEN-6", "PEN-8"),
    guards=(
        rules.the_penalty_is_told,
        rules.no_police_transfer_is_open,
        rules.it_was_reviewed,
        rules.two_officers_handle_it,
        rules.the_party_was_heard,
        rules.decider_does_not_handle,
    ),
    papers=(papers.penalty_decision,),
    starts=("PEN-9",),
    may_start=("PEN-10.publish",),
    stops=("PEN-4", "PEN-5", "PEN-6", "PEN-8.hearing_request"),
    figure="penalty_decided",
)
NO_PENALTY = Step(
    "no_penalty",
    source=("reviewed", "notified", "hearing"),
    dest="no_penalty",
    who=HEADS,
    basis=("PEN-6",),
    guards=(
        rules.a_reason_is_told,
        rules.no_police_transfer_is_open,
        rules.it_was_reviewed,
        rules.decider_does_not_handle,
    ),
    papers=(papers.no_penalty_decision,),
    stops=("PEN-4", "PEN-5", "PEN-6", "PEN-8.hearing_request"),
    figure="no_penalty",
)
SERVE = Step("serve", source=("decided",), dest="=", who=OFFICERS, basis=("PEN-9",), stops=("PEN-9",))
PUBLISH = Step(
    "publish",
    source=("decided",),
    dest="closed",
    who=OFFICERS,
    basis=("PEN-10",),
    guards=(rules.more_than_a_warning, rules.no_police_transfer_is_open),
    stops=("PEN-9", "PEN-10.publish"),
    figure="penalty_closed",
)
CLOSE = Step(
    "close",
    source=("decided", "no_penalty"),
    dest="closed",
    who=STAFF,
    basis=("PEN-10", "PEN-6"),
    guards=(rules.nothing_to_publish, rules.no_police_transfer_is_open),
    stops=("PEN-9",),
    figure="penalty_closed",
)
TELL_REPORTER = Step(
    "tell_reporter",
    source=("filed", "investigating", *LATE, "decided", "no_penalty", "not_filed", "closed"),
    dest="=",
    who=OFFICERS,
    basis=("CMP-12", "CMP-17"),
    guards=(rules.the_reporter_gave_a_name, rules.the_result_is_told_with_its_basis),
    papers=(papers.report_result,),
    stops=("CMP-12",),
)
