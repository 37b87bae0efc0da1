"""Steps of mediators, sessions, time and standstill (rows 13-19)."""

from casework.mediation import papers
from casework.mediation.rules import conduct, intake, invitation, joint, mediators
from casework.mediation.rules.conduct import PERIODS
from casework.mediation.steps.words import BEFORE, CHAIR, DESK, MEDIATOR, OPEN, REGISTRAR
from casework.procedure.step import Step

CHOOSING = ("C-16", "C-17")

NAME_MEDIATORS = Step(
    "name_mediators",
    source=("accepted",),
    dest="mediator_set",
    who=REGISTRAR + CHAIR,
    basis=("M-17", "M-19"),
    guards=(
        mediators.the_other_party_has_agreed,
        invitation.no_invitation_waits,
        invitation.nobody_has_accepted_yet,
        mediators.mediators_are_appointed,
        mediators.mediators_are_on_the_roster,
        mediators.mediators_differ,
        mediators.exactly_one_presides,
        mediators.the_parties_choose_first,
        mediators.conflict_question_is_answered,
        mediators.all_parties_accept_the_conflict,
        mediators.mediator_has_not_enforced_here,
        mediators.mediator_has_no_other_part,
    ),
    papers=(papers.disclosures, papers.naming_record),
    stops=CHOOSING,
)
INVITE_MEDIATORS = Step(
    "invite_mediators",
    source=("accepted",),
    dest="=",
    who=REGISTRAR + CHAIR,
    basis=("M-17", "C-17"),
    guards=(
        mediators.the_other_party_has_agreed,
        invitation.no_invitation_waits,
        mediators.mediators_are_appointed,
        mediators.mediators_are_on_the_roster,
        mediators.mediators_differ,
        invitation.one_presides_in_all,
        invitation.the_invited_can_answer,
        mediators.the_parties_choose_first,
        mediators.mediator_has_not_enforced_here,
        mediators.mediator_has_no_other_part,
    ),
    may_start=("C-17",),
    stops=CHOOSING,
)
ACCEPT_INVITATION = Step(
    "accept_invitation",
    source=("accepted",),
    dest="=",
    who=MEDIATOR,
    basis=("C-17", "M-19"),
    guards=(
        invitation.an_invitation_waits_for_the_mediator,
        invitation.the_invitation_is_answered_in_time,
        mediators.conflict_question_is_answered,
        mediators.all_parties_accept_the_conflict,
    ),
    papers=(papers.disclosures,),
    stops=("C-17",),
)
DECLINE_INVITATION = Step(
    "decline_invitation",
    source=("accepted",),
    dest="=",
    who=MEDIATOR,
    basis=("C-17",),
    guards=(invitation.an_invitation_waits_for_the_mediator, intake.declining_has_a_reason),
    stops=("C-17",),
)
SET_MEDIATORS = Step(
    "set_mediators",
    source=("accepted",),
    dest="mediator_set",
    who=REGISTRAR + CHAIR + MEDIATOR,
    basis=("M-17",),
    guards=(invitation.no_invitation_waits, invitation.who_accepted_can_begin),
    papers=(papers.naming_record,),
    stops=CHOOSING,
)
ASK_COURT_TO_APPOINT = Step(
    "ask_court_to_appoint",
    source=("accepted",),
    dest="=",
    who=REGISTRAR,
    basis=("C-16", "C-03"),
    guards=(mediators.it_is_mediated_online, mediators.the_court_is_asked_once),
    starts=("C-16.appoint",),
    stops=("C-16.choose",),
)
DISCLOSE = Step(
    "disclose",
    source=("mediator_set", "in_mediation", "suspended"),
    dest="=",
    who=MEDIATOR + REGISTRAR,
    basis=("M-19",),
    guards=(
        mediators.who_discloses_serves,
        mediators.conflict_question_is_answered,
        mediators.all_parties_accept_the_conflict,
    ),
    papers=(papers.disclosures,),
)
MEDIATE_JOINTLY = Step(
    "mediate_jointly",
    source=("accepted", "mediator_set", "in_mediation"),
    dest="=",
    who=REGISTRAR + CHAIR,
    basis=("M-12",),
    guards=(
        joint.joint_handling_has_its_cause,
        joint.the_other_committee_agreed,
        joint.the_parties_know_of_it,
    ),
    papers=(papers.joint_letter,),
)
REPLACE_MEDIATOR = Step(
    "replace_mediator",
    source=("mediator_set", "in_mediation"),
    dest="mediator_set",
    who=REGISTRAR + CHAIR,
    basis=("M-18",),
    guards=(
        mediators.the_leaving_one_is_named,
        mediators.someone_else_takes_over,
        mediators.mediators_are_appointed,
        mediators.mediators_are_on_the_roster,
        mediators.a_courts_mediator_leaves_for_a_reason,
        mediators.conflict_question_is_answered,
        mediators.all_parties_accept_the_conflict,
        mediators.mediator_has_not_enforced_here,
        mediators.mediator_has_no_other_part,
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
    basis=("M-24", "M-16", "C-24"),
    guards=(
        intake.nobody_refuses,
        conduct.rights_were_told_first,
        conduct.identity_and_address_are_confirmed,
        conduct.the_session_has_been_held,
        conduct.the_record_is_signed,
        conduct.a_recording_stands_in_by_consent,
        conduct.a_named_mediator_presides,
        conduct.open_only_where_nobody_minds,
        conduct.guests_are_accepted,
    ),
    papers=(papers.session_record, papers.undisputed_facts),
)
CONFIRM_ADDRESS = Step(
    "confirm_address",
    source=(*BEFORE, "assigned", *OPEN, "agreed"),
    dest="=",
    who=DESK,
    basis=("C-25", "D-22"),
    guards=(conduct.the_address_is_complete, conduct.identity_was_checked, conduct.the_address_is_signed),
    papers=(papers.service_address,),
)
INVESTIGATE = Step(
    "investigate",
    source=("mediator_set", "in_mediation"),
    dest="=",
    who=MEDIATOR,
    basis=("M-24", "D-11"),
    guards=(
        conduct.the_investigation_is_told,
        conduct.the_investigation_is_signed,
        conduct.no_mediator_is_a_witness,
    ),
    papers=(papers.investigation_record,),
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
    guards=(conduct.the_cause_is_gone,),
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
