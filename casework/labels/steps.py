"""The table of labels: proposed, found or rejected by another person, repaired or ended with its term."""

from casework.enforcement.posts import HEADS, OFFICERS
from casework.labels import rules
from casework.labels.models import NAME
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

PROPOSE = Step(
    "propose",
    source=(START,),
    dest="proposed",
    who=OFFICERS,
    basis=("LBL-7",),
    guards=(
        rules.the_label_is_known,
        rules.a_respondent_carries_it,
        rules.the_finding_is_reasoned,
        rules.earlier_findings_are_named,
        rules.they_lie_in_the_window,
        rules.there_is_a_group,
        rules.signs_are_ticked,
    ),
)
FIND = Step(
    "find",
    source=("proposed",),
    dest="found",
    who=HEADS,
    basis=("LBL-7",),
    guards=(rules.somebody_else_finds_it,),
    may_start=("LBL-6.term", "LBL-6.repair"),
    figure="label_found",
)
REJECT = Step(
    "reject",
    source=("proposed",),
    dest="rejected",
    who=HEADS,
    basis=("LBL-7",),
    guards=(rules.the_finding_is_reasoned,),
)
LIFT = Step(
    "lift",
    source=("found",),
    dest="lifted",
    who=HEADS,
    basis=("LBL-6",),
    guards=(rules.the_finding_is_reasoned, rules.the_time_to_repair_has_come),
    stops=("LBL-6.term", "LBL-6.repair"),
)

LABEL = Procedure(NAME, final=("rejected", "lifted"), steps=(PROPOSE, FIND, REJECT, LIFT))
