"""Steps that halt a penalty case, let it go on, or end it because another office has it."""

from casework.enforcement import rules
from casework.enforcement.posts import CASE, CHIEFS, HEADS, LATE, LEAD, LIVE, POLICE, STAFF
from casework.procedure.step import Step

SUSPEND = Step(
    "suspend",
    source=CASE + LATE,
    dest="suspended",
    who=HEADS,
    basis=("PEN-17", "PEN-6"),
    guards=(rules.suspension_ground_fits, rules.a_reason_is_told),
    pauses=("PEN-6",),
    resumes=("PEN-5",),
)
SUSPEND_FOR_CRIME = Step(
    "suspend_for_crime",
    source=LIVE,
    dest="suspended",
    who=STAFF,
    basis=("POL-1", "PEN-6"),
    pauses=("PEN-1", "PEN-6"),
    resumes=("PEN-5",),
    offered=False,
)
RESUME = Step(
    "resume",
    source=("suspended",),
    dest="investigating",
    who=HEADS,
    basis=("PEN-6",),
    guards=(rules.suspended_for_another_ground, rules.it_was_filed),
    resumes=("PEN-6",),
)
REVIVE = Step(
    "revive",
    source=("suspended",),
    dest="investigating",
    who=STAFF + CHIEFS,
    basis=("POL-12",),
    guards=(rules.suspended_for_crime, rules.the_crime_is_settled, rules.it_was_filed),
    resumes=("PEN-6",),
    offered=False,
)
REVIVE_LEAD = Step(
    "revive_lead",
    source=("suspended",),
    dest="verifying",
    who=STAFF + CHIEFS,
    basis=("POL-12",),
    guards=(rules.suspended_for_crime, rules.the_crime_is_settled, rules.it_was_not_filed),
    resumes=("PEN-1",),
    offered=False,
)
LEND = Step(
    "lend",
    source=LEAD + CASE,
    dest="transferring",
    who=STAFF,
    basis=("ADM-6",),
    resumes=("PEN-1", "PEN-5", "PEN-6"),
    offered=False,
)
TAKE_BACK = Step(
    "take_back",
    source=("transferring",),
    dest="investigating",
    who=STAFF,
    side="either",
    basis=("ADM-3",),
    guards=(rules.it_was_filed,),
    offered=False,
)
TAKE_BACK_LEAD = Step(
    "take_back_lead",
    source=("transferring",),
    dest="verifying",
    who=STAFF,
    side="either",
    basis=("ADM-3",),
    guards=(rules.it_was_not_filed,),
    offered=False,
)
END_BY_TRANSFER = Step(
    "end_by_transfer",
    source=("transferring",),
    dest="transferred_admin",
    who=STAFF,
    side="either",
    basis=("ADM-6",),
    stops=("PEN-1", "PEN-4", "PEN-5", "PEN-6", "ADM-7"),
    figure="penalty_transferred",
    offered=False,
)
HAND_MEASURES_OVER = Step(
    "hand_measures_over",
    source=("suspended",),
    dest="=",
    who=STAFF,
    basis=("POL-11",),
    guards=(rules.suspended_for_crime,),
    stops=("PEN-4", "PEN-5"),
    offered=False,
)
END_BY_CRIME = Step(
    "end_by_crime",
    source=("suspended",),
    dest="transferred_police",
    who=STAFF + POLICE,
    side="either",
    basis=("POL-11", "POL-13"),
    guards=(rules.suspended_for_crime,),
    stops=("PEN-1", "PEN-4", "PEN-5", "PEN-6", "PEN-7", "ADM-7"),
    figure="penalty_transferred",
    offered=False,
)
