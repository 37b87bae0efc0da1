"""Steps up to acceptance (mediation.md 2.3, rows 1-12)."""

from casework.mediation import papers
from casework.mediation.rules import ending, intake
from casework.mediation.steps.words import CHAIR, COURT_PERIODS, REGISTRAR, REVIEW
from casework.procedure.models import START
from casework.procedure.step import Step

REGISTER = Step(
    "register",
    source=(START,),
    dest="registered",
    who=REGISTRAR,
    basis=("M-10", "M-15"),
    guards=(
        intake.both_sides_are_identified,
        intake.one_mediation_at_a_time,
        intake.no_ruling_has_confirmed_it,
        intake.origin_is_known,
        intake.request_is_not_in_the_future,
    ),
    papers=(papers.registration_form, papers.rights_annex),
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
        intake.no_ruling_has_confirmed_it,
        intake.link_is_told,
        intake.papers_came_by_now,
        intake.consent_online_is_dated,
    ),
    starts=("C-17",),
    may_start=("C-16.choose",),
)
ACCEPT_ASSIGNMENT = Step(
    "accept_assignment",
    source=("assigned",),
    dest="accepted",
    who=REGISTRAR + CHAIR,
    basis=("C-09", "C-17", "C-19"),
    guards=(
        intake.the_committee_is_on_the_roster,
        intake.nobody_refuses,
        intake.papers_are_signed_for,
        intake.job_is_taken_in_time,
    ),
    papers=(papers.acceptance_form, papers.rights_notices, papers.identity_proofs, papers.authorisations),
    may_start=(*COURT_PERIODS, "C-18"),
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
    papers=(papers.refusal_notice, papers.court_report),
    stops=("C-17", "C-16"),
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
    guards=(intake.no_authority_has_taken_it, intake.somebody_is_still_to_be_asked),
    papers=(papers.invitations,),
    starts=("M-10.consent",),
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
    source=("under_review", "awaiting_consent", "assigned", "accepted"),
    dest="=",
    who=REGISTRAR,
    basis=("M-11", "C-18"),
    guards=(intake.somebody_is_still_to_be_asked, intake.answers_are_dated),
    may_start=("C-16.choose",),
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
REFER_ELSEWHERE = Step(
    "refer_elsewhere",
    source=("under_review",),
    dest="transferred",
    who=REGISTRAR,
    basis=("M-12",),
    guards=(
        intake.receiver_and_reason_are_told,
        intake.the_place_points_elsewhere,
        intake.routes_of_help_are_told,
    ),
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
    papers=(papers.acceptance_form, papers.rights_notices, papers.identity_proofs, papers.authorisations),
    starts=("M-22",),
    stops=REVIEW,
    figure="accepted",
)
