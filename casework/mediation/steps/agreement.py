"""Steps of the text, the signatures and the effect (rows 20-24)."""

from casework.mediation import papers
from casework.mediation.rules import agreement, ending, intake
from casework.mediation.rules.conduct import PERIODS
from casework.mediation.steps.words import DESK, MEDIATOR, SEAL_KEEPER, WINDOW
from casework.procedure.step import Step

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
    papers=(papers.agreement_paper, papers.clause_checklist),
)
REOPEN_TEXT = Step("reopen_text", source=("signing",), dest="in_mediation", who=MEDIATOR, basis=("M-33",))
SIGN_PARTY = Step(
    "sign_party",
    source=("signing",),
    dest="=",
    who=DESK,
    basis=("M-34", "M-36", "C-11", "C-20"),
    guards=(
        agreement.a_text_awaits_signatures,
        agreement.a_party_has_yet_to_sign,
        agreement.signer_is_bound,
        agreement.signed_after_the_text,
        agreement.organisation_signs_or_seals,
        agreement.way_of_signing_is_known,
        agreement.the_text_signed_is_the_text,
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
        agreement.a_mediator_has_yet_to_sign,
        agreement.signed_after_the_text,
        agreement.a_named_mediator_signs,
        agreement.a_mediator_signs_the_screen_alone,
        agreement.the_text_signed_is_the_text,
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
    papers=(papers.signed_copy,),
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
