"""Steps of a lead and of the investigation (transfer.md 2.2): verify, file, inspect, secure goods."""

from casework.enforcement import papers, rules, separation_rules
from casework.enforcement.posts import CASE, HEADS, LATE, LEAD, LIVE, OFFICERS, STAFF
from casework.procedure.models import START
from casework.procedure.step import Step

OPEN_LEAD = Step(
    "open_lead",
    source=(START,),
    dest="lead",
    who=OFFICERS,
    basis=("PEN-1", "CMP-11"),
    guards=(rules.the_lead_is_concrete,),
    papers=(papers.lead_registration,),
    starts=("PEN-1",),
    figure="lead_opened",
)
VERIFY = Step(
    "verify",
    source=("lead",),
    dest="verifying",
    who=OFFICERS,
    basis=("PEN-1", "PEN-2"),
)
EXTEND_VERIFICATION = Step(
    "extend_verification",
    source=LEAD,
    dest="=",
    who=HEADS,
    basis=("PEN-1",),
    guards=(rules.extended_once, rules.time_to_verify_still_runs, rules.a_reason_is_told),
    extends=("PEN-1",),
)
FILE = Step(
    "file",
    source=LEAD,
    dest="filed",
    who=HEADS,
    basis=("PEN-2", "PEN-6"),
    guards=(
        rules.two_officers_are_named,
        rules.first_evidence_is_told,
        rules.own_jurisdiction,
        rules.found_in_time,
        rules.approver_does_not_handle,
        separation_rules.no_mediator_enforces,
    ),
    papers=(papers.filing_approval,),
    starts=("PEN-6",),
    may_start=("CMP-12",),
    stops=("PEN-1",),
    figure="penalty_filed",
)
NOT_FILE = Step(
    "not_file",
    source=LEAD,
    dest="not_filed",
    who=HEADS,
    basis=("PEN-1", "CMP-12"),
    guards=(rules.a_reason_is_told,),
    papers=(papers.no_filing,),
    may_start=("CMP-12",),
    stops=("PEN-1", "ADM-7"),
    figure="penalty_not_filed",
)
FIND_NO_VIOLATION = Step(
    "find_no_violation",
    source=LEAD + CASE,
    dest="closed",
    who=STAFF,
    basis=("PEN-1",),
    guards=(rules.a_reason_is_told, rules.no_police_transfer_is_open),
    stops=("PEN-1", "PEN-4", "PEN-5", "PEN-6", "ADM-7"),
    figure="no_violation_found",
)
INSPECT = Step(
    "inspect",
    source=LEAD + CASE,
    dest="=",
    who=OFFICERS,
    basis=("PEN-2",),
    guards=(rules.findings_are_told, rules.two_officers_are_named),
)
INVESTIGATE = Step("investigate", source=("filed",), dest="investigating", who=OFFICERS, basis=("PEN-6",))
TAKE_MEASURE = Step(
    "take_measure",
    source=LEAD + CASE,
    dest="=",
    who=STAFF,
    basis=("PEN-5", "PEN-4"),
    guards=(rules.measure_is_described,),
    papers=(papers.goods_list,),
    may_start=("PEN-4", "PEN-5"),
)
EXTEND_MEASURE = Step(
    "extend_measure",
    source=(*LEAD, *CASE, *LATE, "suspended"),
    dest="=",
    who=HEADS,
    basis=("PEN-5",),
    guards=(rules.measure_is_in_force, rules.seizure_can_be_extended, rules.a_reason_is_told),
    extends=("PEN-5",),
)
LIFT_MEASURE = Step(
    "lift_measure",
    source=(*LEAD, *CASE, *LATE, "suspended"),
    dest="=",
    who=STAFF,
    basis=("PEN-5", "PEN-4"),
    guards=(rules.measure_is_in_force,),
    stops=("PEN-4", "PEN-5"),
)
ASK_IDENTIFICATION = Step(
    "ask_identification",
    source=LEAD + CASE,
    dest="=",
    who=OFFICERS,
    basis=("PEN-1", "PEN-6"),
    guards=(rules.goods_are_not_out,),
    pauses=("PEN-1", "PEN-6"),
)
ASK_APPRAISAL = Step(
    "ask_appraisal",
    source=LEAD + CASE,
    dest="=",
    who=OFFICERS,
    basis=("PEN-5", "PEN-1", "PEN-6"),
    guards=(rules.goods_are_not_out,),
    pauses=("PEN-1", "PEN-5", "PEN-6"),
)
RECEIVE_IDENTIFICATION = Step(
    "receive_identification",
    source=LEAD + CASE,
    dest="=",
    who=OFFICERS,
    basis=("PEN-1", "PEN-6"),
    guards=(rules.goods_are_out, rules.findings_are_told),
    resumes=("PEN-1", "PEN-5", "PEN-6"),
)
ASK_ASSISTANCE = Step(
    "ask_assistance",
    source=LEAD + CASE,
    dest="=",
    who=OFFICERS,
    basis=("ADM-7",),
    guards=(rules.the_help_asked_is_told,),
    papers=(papers.assistance_letter,),
    may_start=("ADM-7",),
)
RECEIVE_ASSISTANCE = Step(
    "receive_assistance",
    source=(*LEAD, *CASE, "suspended"),
    dest="=",
    who=OFFICERS,
    basis=("ADM-7",),
    guards=(rules.help_was_asked,),
    stops=("ADM-7",),
)
MEASURE_CRIME = Step("measure_crime", source=LIVE, dest="=", who=STAFF, basis=("POL-1",))
