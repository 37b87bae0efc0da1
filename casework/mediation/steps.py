"""The table of mediation (mediation.md 2.3, rows 1-27, 38, 47-49)."""

from casework.mediation import papers
from casework.mediation.models import NAME
from casework.mediation.rules import agreement, conduct, ending, intake
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

REGISTRAR = ("registrar@committee",)
CHAIR = ("chair@committee",)
MEDIATOR = ("mediator@committee",)
DESK = REGISTRAR + MEDIATOR
SEAL_KEEPER = ("seal_keeper@committee",)
FILE_ROOM = ("archivist@committee",)

BEFORE = ("registered", "under_review", "awaiting_supplement", "awaiting_consent")
RUNNING = ("accepted", "mediator_set", "in_mediation", "suspended")
OPEN = (*RUNNING, "signing")
ENDED = ("not_accepted", "declined", "terminated", "withdrawn", "transferred")
PERIODS = ("M-22", "C-09", "C-19")
REVIEW = ("M-14", "M-14.supplement", "M-10.consent", "C-18")
COURT_PERIODS = (
    "C-09.assigned",
    "C-09.entrusted_ordinary",
    "C-09.entrusted_summary",
    "C-19.pre_filing",
    "C-19.entrusted_ordinary",
    "C-19.entrusted_summary",
)
WINDOW = ("J-02", "J-08")

REGISTER = Step(
    "register",
    source=(START,),
    dest="registered",
    who=REGISTRAR,
    basis=("M-10", "M-15"),
    guards=(
        intake.both_sides_are_identified,
        intake.one_mediation_at_a_time,
        intake.origin_is_known,
        intake.request_is_not_in_the_future,
    ),
    papers=(papers.registration_form,),
    starts=("M-14",),
)
RECEIVE_ASSIGNMENT = Step(
    "receive_assignment",
    source=(START,),
    dest="assigned",
    who=REGISTRAR,
    basis=("C-17", "C-01"),
    guards=(
        intake.both_sides_are_identified,
        intake.one_mediation_at_a_time,
        intake.link_is_told,
        intake.papers_came_by_now,
    ),
    starts=("C-17",),
)
ACCEPT_ASSIGNMENT = Step(
    "accept_assignment",
    source=("assigned",),
    dest="accepted",
    who=REGISTRAR + CHAIR,
    basis=("C-09", "C-17", "C-19"),
    guards=(intake.nobody_refuses, intake.papers_are_signed_for, intake.job_is_taken_in_time),
    papers=(papers.acceptance_form, papers.rights_notices),
    may_start=COURT_PERIODS,
    stops=("C-17",),
    figure="accepted",
)
DECLINE_ASSIGNMENT = Step(
    "decline_assignment",
    source=("assigned",),
    dest="declined",
    who=REGISTRAR + CHAIR,
    basis=("C-17",),
    guards=(intake.declining_has_a_reason,),
    papers=(papers.refusal_notice,),
    stops=("C-17",),
    figure="not_accepted",
)
START_REVIEW = Step("start_review", source=("registered",), dest="under_review", who=REGISTRAR, basis=("M-14",))
ASK_SUPPLEMENT = Step(
    "ask_supplement",
    source=("under_review",),
    dest="awaiting_supplement",
    who=REGISTRAR,
    basis=("M-14",),
    guards=(intake.what_lacks_is_listed,),
    papers=(papers.supplement_notice,),
    starts=("M-14.supplement",),
    stops=("M-14",),
)
SUPPLEMENT = Step(
    "supplement",
    source=("awaiting_supplement",),
    dest="under_review",
    who=REGISTRAR,
    basis=("M-14",),
    starts=("M-14",),
    stops=("M-14.supplement",),
)
LAPSE = Step(
    "lapse",
    source=("awaiting_supplement",),
    dest="withdrawn",
    who=REGISTRAR,
    basis=("M-14",),
    guards=(
        intake.time_to_complete_is_over,
        intake.the_applicant_was_reminded,
        ending.routes_after_failure_are_told,
    ),
    papers=(papers.ending_notice,),
    stops=REVIEW,
)
ASK_OTHER_PARTY = Step(
    "ask_other_party",
    source=("under_review",),
    dest="awaiting_consent",
    who=REGISTRAR,
    basis=("M-11", "C-18"),
    guards=(intake.no_authority_has_taken_it,),
    papers=(papers.invitations,),
    may_start=("M-10.consent", "C-18"),
    stops=("M-14",),
)
OTHER_PARTY_REFUSED = Step(
    "other_party_refused",
    source=("under_review", "awaiting_consent"),
    dest="not_accepted",
    who=REGISTRAR,
    basis=("M-11",),
    guards=(intake.answers_are_dated, intake.routes_of_help_are_told),
    papers=(papers.refusal_notice,),
    stops=REVIEW,
    figure="not_accepted",
)
OTHER_PARTY_AGREED = Step(
    "other_party_agreed",
    source=("under_review", "awaiting_consent", "assigned"),
    dest="=",
    who=REGISTRAR,
    basis=("M-11",),
    guards=(intake.answers_are_dated,),
    stops=("M-10.consent", "C-18"),
)
PROPOSE_REFUSAL = Step(
    "propose_refusal",
    source=("under_review", "awaiting_consent"),
    dest="=",
    who=REGISTRAR,
    basis=("M-13",),
    guards=(intake.refusal_ground_is_listed, intake.routes_of_help_are_told),
)
REFUSE = Step(
    "refuse",
    source=("under_review", "awaiting_consent"),
    dest="not_accepted",
    who=CHAIR,
    basis=("M-13", "X-17"),
    guards=(intake.a_refusal_is_proposed, intake.another_person_proposed_it),
    papers=(papers.refusal_notice,),
    stops=REVIEW,
    figure="not_accepted",
)
HAND_OVER = Step(
    "hand_over",
    source=("under_review",),
    dest="transferred",
    who=REGISTRAR,
    basis=("M-13", "M-25"),
    guards=(intake.receiver_and_reason_are_told, intake.routes_of_help_are_told),
    papers=(papers.hand_over_letter,),
    stops=REVIEW,
)
ACCEPT = Step(
    "accept",
    source=("under_review", "awaiting_consent"),
    dest="accepted",
    who=REGISTRAR,
    basis=("M-15", "M-13"),
    guards=(
        intake.both_sides_are_identified,
        intake.nobody_refuses,
        intake.no_authority_has_taken_it,
        intake.validity_is_not_asked_for,
    ),
    papers=(papers.acceptance_form, papers.rights_notices),
    starts=("M-22",),
    stops=REVIEW,
    figure="accepted",
)
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
        conduct.no_conflict_is_open,
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
SETTLE_TEXT = Step(
    "settle_text",
    source=("in_mediation",),
    dest="signing",
    who=MEDIATOR,
    basis=("M-33", "D-16"),
    guards=(
        intake.nobody_refuses,
        agreement.the_agreement_has_terms,
        agreement.every_party_is_bound,
        agreement.terms_bind_parties,
        agreement.each_term_says_what,
        agreement.no_date_has_passed,
        agreement.capitals_match_figures,
        agreement.sum_matches_terms,
        agreement.regime_fits,
        *agreement.WORDS,
    ),
    papers=(papers.agreement_paper,),
)
REOPEN_TEXT = Step("reopen_text", source=("signing",), dest="in_mediation", who=MEDIATOR, basis=("M-33",))
SIGN_PARTY = Step(
    "sign_party",
    source=("signing", "agreed"),
    dest="=",
    who=DESK,
    basis=("M-34", "M-36", "C-11", "C-20"),
    guards=(
        agreement.a_text_awaits_signatures,
        agreement.signer_is_bound,
        agreement.signed_after_the_text,
        agreement.organisation_signs_or_seals,
        agreement.way_of_signing_is_known,
    ),
)
SIGN_MEDIATOR = Step(
    "sign_mediator",
    source=("signing", "agreed"),
    dest="=",
    who=MEDIATOR,
    basis=("M-34",),
    guards=(
        agreement.a_text_awaits_signatures,
        agreement.signed_after_the_text,
        agreement.a_named_mediator_signs,
    ),
)
SEAL = Step(
    "seal",
    source=("signing", "agreed"),
    dest="=",
    who=SEAL_KEEPER,
    basis=("M-34",),
    guards=(
        agreement.a_text_awaits_signatures,
        agreement.it_is_not_sealed_yet,
        agreement.signed_after_the_text,
    ),
)
TAKE_EFFECT = Step(
    "take_effect",
    source=("signing",),
    dest="agreed",
    who=DESK + SEAL_KEEPER,
    basis=("M-34", "C-11", "C-20"),
    guards=(
        agreement.a_text_awaits_signatures,
        agreement.all_that_counts_is_there,
        agreement.effect_is_not_in_the_future,
    ),
    may_start=WINDOW,
    stops=(*PERIODS, *WINDOW),
    figure="agreed",
    offered=False,
)
AGREE_ORALLY = Step(
    "agree_orally",
    source=("in_mediation",),
    dest="agreed",
    who=MEDIATOR,
    basis=("M-30", "M-31", "M-35"),
    guards=(
        intake.nobody_refuses,
        agreement.all_parties_want_it_oral,
        agreement.the_day_it_was_reached_is_told,
        agreement.the_agreement_has_terms,
        agreement.every_party_is_bound,
        agreement.terms_bind_parties,
        agreement.each_term_says_what,
        agreement.nothing_remains_to_be_done,
        agreement.capitals_match_figures,
        *agreement.WORDS,
    ),
    papers=(papers.oral_agreement_form,),
    may_start=WINDOW,
    stops=(*PERIODS, *WINDOW),
    figure="agreed",
)
REFUSE_TO_SIGN = Step(
    "refuse_to_sign",
    source=("signing",),
    dest="terminated",
    who=DESK,
    basis=("C-22", "M-26"),
    guards=(ending.the_refusing_party_is_named, ending.routes_after_failure_are_told),
    papers=(papers.ending_notice, papers.court_report),
    stops=PERIODS,
    figure="terminated",
)
TERMINATE = Step(
    "terminate",
    source=RUNNING,
    dest="terminated",
    who=MEDIATOR,
    basis=("M-26", "C-15"),
    guards=(
        ending.end_reason_is_listed,
        ending.routes_after_failure_are_told,
        ending.the_time_is_really_over,
        ending.the_court_is_told_the_course,
    ),
    papers=(papers.ending_notice, papers.court_report),
    stops=PERIODS,
    figure="terminated",
)
WITHDRAW = Step(
    "withdraw",
    source=(*BEFORE, "assigned", *OPEN),
    dest="withdrawn",
    who=DESK,
    basis=("M-28",),
    papers=(papers.ending_notice, papers.court_report),
    stops=(*REVIEW, "C-17", *PERIODS),
    figure="withdrawn",
)
REPORT_CLUE = Step(
    "report_clue",
    source=OPEN,
    dest="=",
    who=MEDIATOR,
    basis=("M-25",),
    guards=(ending.the_clue_is_told,),
)
TRANSFER_OUT = Step(
    "transfer_out",
    source=OPEN,
    dest="transferred",
    who=MEDIATOR,
    basis=("M-25",),
    guards=(intake.receiver_and_reason_are_told, ending.routes_after_failure_are_told),
    papers=(papers.hand_over_letter, papers.court_report),
    stops=PERIODS,
    figure="transferred",
)
MEDIATE_AGAIN = Step(
    "mediate_again",
    source=("agreed", "closed"),
    dest="in_mediation",
    who=DESK,
    basis=("M-40",),
    guards=(ending.an_agreement_binds, ending.all_parties_start_again, ending.starting_again_has_a_reason),
    starts=("M-22",),
    stops=("M-41.archive",),
)
CLOSE = Step(
    "close",
    source=("agreed", *ENDED),
    dest="closed",
    who=DESK + CHAIR,
    basis=("M-41",),
    guards=(ending.closing_ground_fits,),
    papers=(papers.closing_report,),
    starts=("M-41.archive",),
)
ARCHIVE = Step(
    "archive",
    source=("closed",),
    dest="archived",
    who=FILE_ROOM + REGISTRAR,
    basis=("M-41", "M-42"),
    guards=(ending.compulsory_papers_are_in_the_file, ending.retention_is_chosen),
    papers=(papers.file_cover,),
    stops=("M-41.archive",),
)
REOPEN_FILE = Step(
    "reopen_file",
    source=("archived",),
    dest="closed",
    who=FILE_ROOM + CHAIR,
    basis=("M-41",),
    guards=(ending.reopening_has_a_reason,),
    starts=("M-41.archive",),
)
RECEIVE_EVIDENCE = Step(
    "receive_evidence",
    source=(*BEFORE, "assigned", *OPEN, "agreed"),
    dest="=",
    who=DESK,
    basis=("M-24",),
)

MEDIATION = Procedure(
    NAME,
    final=("archived",),
    steps=(
        REGISTER,
        RECEIVE_ASSIGNMENT,
        ACCEPT_ASSIGNMENT,
        DECLINE_ASSIGNMENT,
        START_REVIEW,
        ASK_SUPPLEMENT,
        SUPPLEMENT,
        LAPSE,
        ASK_OTHER_PARTY,
        OTHER_PARTY_REFUSED,
        OTHER_PARTY_AGREED,
        PROPOSE_REFUSAL,
        REFUSE,
        HAND_OVER,
        ACCEPT,
        NAME_MEDIATORS,
        REPLACE_MEDIATOR,
        NOTIFY_SESSION,
        HOLD_SESSION,
        EXTEND,
        SUSPEND,
        APPRAISE,
        RESUME,
        SETTLE_TEXT,
        REOPEN_TEXT,
        SIGN_PARTY,
        SIGN_MEDIATOR,
        SEAL,
        TAKE_EFFECT,
        AGREE_ORALLY,
        REFUSE_TO_SIGN,
        TERMINATE,
        WITHDRAW,
        REPORT_CLUE,
        TRANSFER_OUT,
        MEDIATE_AGAIN,
        CLOSE,
        ARCHIVE,
        REOPEN_FILE,
        RECEIVE_EVIDENCE,
    ),
)
