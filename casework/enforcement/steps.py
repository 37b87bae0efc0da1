"""The table of leads and penalty cases (transfer.md 2.2), gathered from its three parts."""

from casework.enforcement import decision_steps as decision
from casework.enforcement import halting_steps as halting
from casework.enforcement import lead_steps as lead
from casework.enforcement.models import NAME
from casework.procedure.procedure import Procedure

PENALTY = Procedure(
    NAME,
    final=("not_filed", "closed", "transferred_admin", "transferred_police"),
    runs_on=("CMP-12",),
    steps=(
        lead.OPEN_LEAD,
        lead.VERIFY,
        lead.EXTEND_VERIFICATION,
        lead.FILE,
        lead.NOT_FILE,
        lead.FIND_NO_VIOLATION,
        lead.INSPECT,
        lead.INVESTIGATE,
        lead.TAKE_MEASURE,
        lead.EXTEND_MEASURE,
        lead.LIFT_MEASURE,
        lead.ASK_IDENTIFICATION,
        lead.ASK_APPRAISAL,
        lead.RECEIVE_IDENTIFICATION,
        lead.ASK_ASSISTANCE,
        lead.RECEIVE_ASSISTANCE,
        lead.MEASURE_CRIME,
        halting.SUSPEND,
        halting.SUSPEND_FOR_CRIME,
        halting.RESUME,
        halting.REVIVE,
        halting.REVIVE_LEAD,
        decision.CONCLUDE,
        decision.REVIEW,
        decision.SEND_BACK,
        decision.NOTIFY,
        decision.WAIVE_HEARING,
        decision.CALL_HEARING,
        decision.HOLD_HEARING,
        decision.EXTEND_DECISION,
        decision.DECIDE,
        decision.NO_PENALTY,
        decision.SERVE,
        decision.PUBLISH,
        decision.CLOSE,
        decision.TELL_REPORTER,
        halting.LEND,
        halting.TAKE_BACK,
        halting.TAKE_BACK_LEAD,
        halting.END_BY_TRANSFER,
        halting.HAND_MEASURES_OVER,
        halting.END_BY_CRIME,
    ),
)
