"""The table of judicial confirmation (mediation.md 2.2 region B, 2.3 rows 28-38)."""

from casework.confirmation import papers, rules
from casework.confirmation.models import NAME
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

ORGAN = ("officer@ip_office", "officer@bureau")
MEDIATORS = ("registrar@committee", "mediator@committee", *ORGAN)
REGISTRARS = ("registrar@committee", *ORGAN)
COURT = ("clerk@court", *REGISTRARS)
SYSTEM = ("system@committee", "system@ip_office", "system@bureau")
WINDOW = ("J-02", "J-08")
DECIDING = ("J-12.people", "J-12.hubei_administrative")
REVIEW = ("J-13.outer", "J-13.expected")
AFTER = ("J-20", "J-21.party")

PREPARE = Step(
    "prepare",
    source=(START,),
    dest="preparing",
    who=MEDIATORS,
    basis=("J-01", "J-02", "J-05", "J-06"),
    guards=(
        rules.the_agreement_binds,
        rules.the_court_had_not_taken_it,
        rules.nobody_else_applies_for_it,
        rules.the_window_is_open,
        rules.all_parties_apply_together,
        rules.agents_are_allowed,
        rules.a_court_is_chosen,
        rules.content_can_be_confirmed,
    ),
    papers=(papers.application, papers.certificate),
)
FILE = Step(
    "file",
    source=("preparing",),
    dest="filed",
    who=(*REGISTRARS, "mediator@committee"),
    basis=("J-01", "J-02", "J-10", "T-05"),
    guards=(rules.the_agreement_binds, rules.filing_is_dated, rules.filed_in_time, rules.materials_are_complete),
    may_start=DECIDING,
    stops=WINDOW,
    figure="confirmation_filed",
)
DROP = Step("drop", source=("preparing",), dest="withdrawn", who=MEDIATORS, basis=("J-01",))
COURT_ASKS_MORE = Step(
    "court_asks_more",
    source=("filed", "docketed"),
    dest="=",
    who=COURT,
    side="either",
    basis=("J-10", "J-15"),
    guards=(rules.the_court_says_what_and_when,),
    papers=(papers.register_of_court_papers,),
)
SUPPLEMENT = Step(
    "supplement",
    source=("filed", "docketed"),
    dest="=",
    who=COURT,
    side="either",
    basis=("J-10", "J-15"),
    guards=(rules.the_court_has_asked,),
)
DOCKET = Step(
    "docket",
    source=("filed",),
    dest="docketed",
    who=COURT,
    side="either",
    basis=("J-12", "J-13"),
    guards=(rules.docketed_after_filing,),
    papers=(papers.register_of_court_papers,),
    starts=REVIEW,
    stops=("J-12",),
)
EXTEND_REVIEW = Step(
    "extend_review",
    source=("docketed",),
    dest="=",
    who=COURT,
    side="either",
    basis=("J-13",),
    guards=(rules.review_ends_later,),
    extends=("J-13.outer",),
)
CONFIRM = Step(
    "confirm",
    source=("docketed",),
    dest="confirmed",
    who=COURT,
    side="either",
    basis=("J-19", "J-20", "J-21"),
    guards=(rules.ruled_after_docketing, rules.receipts_follow_the_ruling),
    papers=(papers.register_of_court_papers,),
    starts=("J-20",),
    may_start=("J-21.party",),
    stops=("J-13",),
    figure="confirmed",
)
RECORD_RECEIPT = Step(
    "record_receipt",
    source=("confirmed", "under_objection"),
    dest="=",
    who=COURT,
    side="either",
    basis=("J-21",),
    guards=(rules.receipts_follow_the_ruling,),
    papers=(papers.register_of_court_papers,),
    may_start=("J-21.party",),
)
REFUSE = Step(
    "refuse",
    source=("filed",),
    dest="refused",
    who=COURT,
    side="either",
    basis=("J-11",),
    guards=(rules.refusal_has_a_legal_ground, rules.ruled_after_docketing),
    papers=(papers.register_of_court_papers,),
    may_start=WINDOW,
    stops=("J-12",),
    figure="confirmation_refused",
)
DISMISS = Step(
    "dismiss",
    source=("docketed",),
    dest="dismissed",
    who=COURT,
    side="either",
    basis=("J-17", "J-11", "J-23"),
    guards=(rules.dismissal_has_a_legal_ground, rules.ruled_after_docketing),
    papers=(papers.register_of_court_papers,),
    stops=("J-13",),
    figure="confirmation_refused",
)
WITHDRAW = Step(
    "withdraw",
    source=("filed", "docketed"),
    dest="withdrawn",
    who=COURT,
    side="either",
    basis=("J-16",),
    guards=(rules.an_applicant_withdraws,),
    may_start=WINDOW,
    stops=("J-12", "J-13"),
)
DEEM_WITHDRAWN = Step(
    "deem_withdrawn",
    source=("filed", "docketed"),
    dest="withdrawn",
    who=COURT,
    side="either",
    basis=("J-15",),
    guards=(rules.the_court_has_asked, rules.the_courts_date_has_passed),
    may_start=WINDOW,
    stops=("J-12", "J-13"),
)
CLOSE_WINDOW = Step(
    "close_window",
    source=(START, "preparing"),
    dest="window_closed",
    who=MEDIATORS + SYSTEM,
    basis=("J-02", "M-39", "M-40"),
    guards=(rules.the_window_is_over, rules.nobody_else_applies_for_it),
    stops=WINDOW,
)
OBJECT_PARTY = Step(
    "object_party",
    source=("confirmed",),
    dest="under_objection",
    who=COURT,
    side="either",
    basis=("J-21",),
    guards=(rules.the_party_received_the_ruling, rules.the_party_objects_in_time),
)
OBJECT_OUTSIDER = Step(
    "object_outsider",
    source=("confirmed",),
    dest="under_objection",
    who=COURT,
    side="either",
    basis=("J-21", "T-12"),
    guards=(rules.the_outsider_objects_in_time,),
)
KEEP_RULING = Step(
    "keep_ruling",
    source=("under_objection",),
    dest="confirmed",
    who=COURT,
    side="either",
    basis=("J-21",),
    guards=(rules.decided_after_the_objection,),
    papers=(papers.register_of_court_papers,),
)
REVOKE_RULING = Step(
    "revoke_ruling",
    source=("under_objection",),
    dest="revoked",
    who=COURT,
    side="either",
    basis=("J-21",),
    guards=(rules.decided_after_the_objection,),
    papers=(papers.register_of_court_papers,),
    stops=AFTER,
)

CONFIRMATION = Procedure(
    NAME,
    final=("refused", "dismissed", "withdrawn", "window_closed", "revoked"),
    steps=(
        PREPARE,
        FILE,
        DROP,
        COURT_ASKS_MORE,
        SUPPLEMENT,
        DOCKET,
        EXTEND_REVIEW,
        CONFIRM,
        RECORD_RECEIPT,
        REFUSE,
        DISMISS,
        WITHDRAW,
        DEEM_WITHDRAWN,
        CLOSE_WINDOW,
        OBJECT_PARTY,
        OBJECT_OUTSIDER,
        KEEP_RULING,
        REVOKE_RULING,
    ),
)
