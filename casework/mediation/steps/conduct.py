"""Steps of mediators, sessions, time and standstill (rows 13-19)."""

from casework.mediation import papers
from casework.mediation.rules import conduct, intake
from casework.mediation.rules.conduct import PERIODS
from casework.mediation.steps.words import BEFORE, CHAIR, DESK, MEDIATOR, OPEN, REGISTRAR
from casework.procedure.step import Step

NAME_MEDIATORS = Step(
    "name_mediators",
    source=("accepted",),
    dest="mediator_set",
    who=REGISTRAR + CHAIR,
    basis=("M-17", "M-19"),
    guards=(
        conduct.mediators_are_appointed,
        conduct.mediators_are_on_the_roster,
        conduct.mediators_differ,
        conduct.exactly_one_presides,
        conduct.conflict_question_is_answered,
        conduct.all_parties_accept_the_conflict,
        conduct.mediator_has_not_enforced_here,
    ),
    papers=(papers.disclosures, papers.naming_record),
)
REPLACE_MEDIATOR = Step(
    "replace_mediator",
    source=("mediator_set", "in_mediation"),
    dest="mediator_set",
    who=REGISTRAR + CHAIR,
    basis=("M-18",),
    guards=(
        conduct.the_leaving_one_is_named,
        conduct.someone_else_takes_over,
        conduct.mediators_are_appointed,
        conduct.mediators_are_on_the_roster,
        conduct.conflict_question_is_answered,
        conduct.all_parties_accept_the_conflict,
        conduct.mediator_has_not_enforced_here,
    ),
    papers=(papers.disclosures, papers.naming_record),
)
NOTIFY_SESSION = Step(
    "notify_session",
    source=("mediator_set", "in_mediation"),
    dest="=",
    who=DESK,
    basis=("C-05", "M-16"),
    guards=(conduct.time_and_place_are_told,),
    papers=(papers.session_notices,),
)
HOLD_SESSION = Step(
    "hold_session",
    source=("mediator_set", "in_mediation"),
    dest="in_mediation",
    who=MEDIATOR,
    basis=("M-24", "M-16"),
    guards=(
        intake.nobody_refuses,
        conduct.rights_were_told_first,
        conduct.the_session_has_been_held,
        conduct.the_record_is_signed,
        conduct.a_named_mediator_presides,
        conduct.open_only_where_nobody_minds,
    ),
    papers=(papers.session_record,),
)
EXTEND = Step(
    "extend",
    source=OPEN,
    dest="=",
    who=DESK,
    basis=("M-22", "C-09"),
    guards=(
        conduct.a_time_limit_runs,
        conduct.the_limit_has_not_passed,
        conduct.all_parties_extend,
        conduct.the_new_end_is_later,
    ),
    papers=(papers.extension_consent,),
    extends=PERIODS,
)
SUSPEND = Step(
    "suspend",
    source=("in_mediation",),
    dest="suspended",
    who=MEDIATOR,
    basis=("C-08", "M-23"),
    guards=(conduct.cause_of_standstill_is_told,),
    papers=(papers.standstill_record, papers.sham_report),
)
APPRAISE = Step(
    "appraise",
    source=("in_mediation",),
    dest="suspended",
    who=MEDIATOR,
    basis=("C-26", "M-23"),
    guards=(conduct.the_appraisal_is_named,),
    papers=(papers.standstill_record,),
    pauses=("M-22", "C-09.assigned", "C-19.pre_filing"),
)
RESUME = Step(
    "resume",
    source=("suspended",),
    dest="in_mediation",
    who=MEDIATOR,
    basis=("C-26", "M-23"),
    papers=(papers.standstill_record,),
    resumes=("M-22", "C-09.assigned", "C-19.pre_filing"),
)
RECEIVE_EVIDENCE = Step(
    "receive_evidence",
    source=(*BEFORE, "assigned", *OPEN, "agreed"),
    dest="=",
    who=DESK,
    basis=("M-24",),
)
