"""Steps of tracks and secrecy: one paper split into several runs, a report become a lead, the vault opened (CMP-1, CMP-17)."""

from casework.complaints import papers, track_rules
from casework.complaints import registration_papers as registration
from casework.complaints.posts import ANSWER, AUTHORITY, INTAKE
from casework.procedure.models import START
from casework.procedure.step import Step

SPLIT = Step(
    "split",
    source=("submitted",),
    dest="split",
    who=INTAKE,
    basis=("CMP-1", "CMP-17"),
    guards=(track_rules.it_is_no_report, track_rules.at_least_two_tracks, track_rules.what_is_reported_is_told),
    stops=ANSWER,
)
OPEN_TRACK = Step(
    "open_track",
    source=(START,),
    dest="submitted",
    who=INTAKE,
    basis=("CMP-1", "CMP-19"),
    papers=(papers.filing_receipt, registration.complaint_form, registration.report_form),
    starts=("CMP-3",),
    may_start=("CMP-11",),
    figure="registered",
    offered=False,
)
TAKE_AS_LEAD = Step(
    "take_as_lead",
    source=("submitted",),
    dest="taken_as_lead",
    who=AUTHORITY,
    basis=("CMP-11",),
    guards=(track_rules.it_is_a_report, track_rules.a_lead_is_open),
    stops=("CMP-11",),
)
OPEN_VAULT = Step(
    "open_vault",
    source=("submitted", "need_identity", "redirected", "distributed", "answered", "taken_as_lead", "closed"),
    dest="=",
    who=INTAKE,
    basis=("CMP-17",),
    guards=(track_rules.a_reporter_is_kept_here, track_rules.the_opening_has_a_reason),
)
