"""Steps of a mediation that the authority holds itself, and of a breach found in it (CMP-6 to CMP-10)."""

from casework.complaints import mediating_papers as papers
from casework.complaints import mediating_rules as rules
from casework.complaints import track_rules
from casework.complaints.posts import AUTHORITY
from casework.complaints.rules import other_routes_are_told
from casework.procedure.step import Step

CALL_MEETING = Step(
    "call_meeting",
    source=("accepted",),
    dest="=",
    who=AUTHORITY,
    basis=("CMP-6",),
    guards=(
        track_rules.it_is_no_report,
        rules.both_sides_accept_the_meeting,
        rules.the_meeting_is_told,
        rules.no_enforcer_mediates_the_complaint,
    ),
    papers=(papers.meeting_notice,),
)
TEST = Step(
    "test",
    source=("accepted",),
    dest="testing",
    who=AUTHORITY,
    basis=("CMP-8",),
    guards=(rules.what_is_tested_is_told,),
    pauses=("CMP-6",),
)
END_TEST = Step(
    "end_test",
    source=("testing",),
    dest="accepted",
    who=AUTHORITY,
    basis=("CMP-8",),
    resumes=("CMP-6",),
)
SETTLE = Step(
    "settle",
    source=("accepted",),
    dest="settled",
    who=AUTHORITY,
    basis=("CMP-9",),
    guards=(rules.what_was_agreed_is_told, rules.all_signed_the_settlement),
    papers=(papers.settlement,),
    stops=("CMP-6",),
    figure="complaint_settled",
)
TERMINATE = Step(
    "terminate",
    source=("accepted", "testing"),
    dest="terminated",
    who=AUTHORITY,
    basis=("CMP-7",),
    guards=(
        rules.the_ground_of_termination_is_listed,
        rules.the_days_to_mediate_are_over,
        other_routes_are_told,
    ),
    papers=(papers.termination_notice,),
    starts=("CMP-7",),
    stops=("CMP-6",),
    figure="complaint_terminated",
)
TELL_TERMINATION = Step(
    "tell_termination",
    source=("terminated",),
    dest="closed",
    who=AUTHORITY,
    basis=("CMP-7",),
    guards=(rules.both_were_told_by_now,),
    stops=("CMP-7",),
)
FIND_BREACH = Step(
    "find_breach",
    source=("accepted", "testing", "terminated", "settled"),
    dest="=",
    who=AUTHORITY,
    basis=("CMP-10",),
    guards=(rules.the_breach_is_told,),
    starts=("CMP-10",),
)
PASS_BREACH_ON = Step(
    "pass_breach_on",
    source=("accepted", "testing", "terminated", "settled", "closed", "withdrawn", "taken_over"),
    dest="=",
    who=AUTHORITY,
    basis=("CMP-10", "CMP-11"),
    guards=(rules.a_breach_waits_to_be_verified, track_rules.a_lead_is_open),
    stops=("CMP-10",),
)
CLOSE_HANDLED = Step(
    "close_handled",
    source=("accepted",),
    dest="closed",
    who=AUTHORITY,
    basis=("CMP-2",),
    guards=(rules.another_run_handles_it,),
    stops=("CMP-6",),
)
STEPS = (
    CALL_MEETING,
    TEST,
    END_TEST,
    SETTLE,
    TERMINATE,
    TELL_TERMINATION,
    FIND_BREACH,
    PASS_BREACH_ON,
    CLOSE_HANDLED,
)
