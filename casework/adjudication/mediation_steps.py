"""The table of the patent mediation (transfer.md 1.5): request, consent, filing, sessions, agreement or withdrawal."""

from casework.adjudication import filing_rules
from casework.adjudication import mediation_papers as papers
from casework.adjudication import mediation_rules as rules
from casework.adjudication.mediation_models import NAME
from casework.mediation.rules import agreement
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

OFFICER = ("officer@ip_office",)
HEAD = ("head@ip_office",)
INTAKE = ("MED-3.serve", "MED-3.statement", "MED-4")

REQUEST = Step(
    "request", source=(START,), dest="received", who=OFFICER, basis=("MED-2", "MED-1"),
    guards=(
        rules.a_patent_is_in_dispute, rules.the_matter_may_be_mediated, filing_rules.it_is_not_for_the_national_office,
        rules.a_fee_before_grant_waits_for_the_grant, rules.damages_alone_rest_on_a_decision,
        rules.both_sides_can_be_reached, rules.matter_and_reasons_are_told, rules.no_other_patent_mediation_runs,
    ),
    starts=("MED-3.serve",), figure="patent_mediation_received",
)  # fmt: skip
REFER = Step(
    "refer", source=(START,), dest="filed", who=OFFICER, basis=("ADJ-21", "MED-6"),
    guards=(
        rules.a_patent_is_in_dispute, rules.an_adjudication_refers_it, rules.no_other_patent_mediation_runs,
        rules.a_session_is_fixed,
    ),
    papers=(papers.filing_notice,), starts=("MED-8",), figure="patent_mediation_filed",
)  # fmt: skip
REFUSE = Step(
    "refuse", source=("received",), dest="not_filed", who=OFFICER, basis=("MED-2", "MED-1"),
    guards=(rules.the_reason_not_to_file_is_told,), papers=(papers.refusal_notice,), stops=INTAKE,
    figure="patent_mediation_not_filed",
)  # fmt: skip
SEND_NOTICE = Step(
    "send_notice", source=("received",), dest="noticed", who=OFFICER, basis=("MED-3",), papers=(papers.statement_notice,),
)  # fmt: skip
SERVE_NOTICE = Step(
    "serve_notice", source=("noticed",), dest="asked", who=OFFICER, basis=("MED-3",),
    guards=(rules.the_notice_reached_the_respondent,), starts=("MED-3.statement",), stops=("MED-3.serve",),
)  # fmt: skip
AGREE = Step(
    "agree", source=("asked",), dest="consented", who=OFFICER, basis=("MED-4",),
    guards=(rules.the_statement_is_dated,), starts=("MED-4.file",), stops=("MED-3.statement",),
)  # fmt: skip
DECLINE = Step(
    "decline", source=("asked", "consented"), dest="unwilling", who=OFFICER, basis=("MED-4",),
    guards=(rules.the_statement_is_dated,), starts=("MED-4.refuse",), stops=("MED-3.statement", "MED-4.file"),
)  # fmt: skip
NOTE_SILENCE = Step(
    "note_silence", source=("asked",), dest="unwilling", who=OFFICER, basis=("MED-4",),
    guards=(rules.the_time_to_state_is_over,), starts=("MED-4.refuse",), stops=("MED-3.statement",),
)  # fmt: skip
FILE = Step(
    "file", source=("consented",), dest="filed", who=OFFICER, basis=("MED-4",), guards=(rules.a_session_is_fixed,),
    papers=(papers.filing_notice,), starts=("MED-8",), stops=("MED-4.file",), figure="patent_mediation_filed",
)  # fmt: skip
NOT_FILE = Step(
    "not_file", source=("unwilling",), dest="not_filed", who=OFFICER, basis=("MED-4",), papers=(papers.refusal_notice,),
    stops=INTAKE, figure="patent_mediation_not_filed",
)  # fmt: skip
FIX_SESSION = Step(
    "fix_session", source=("filed",), dest="=", who=OFFICER, basis=("MED-4",), guards=(rules.a_session_is_fixed,),
)  # fmt: skip
RECORD_SESSION = Step(
    "record_session", source=("filed",), dest="=", who=OFFICER, basis=("MED-5",),
    guards=(rules.the_session_took_place, rules.the_official_does_not_enforce_here),
)  # fmt: skip
EXTEND = Step(
    "extend", source=("filed",), dest="=", who=OFFICER, basis=("MED-8",),
    guards=(rules.every_party_wants_more_time, rules.the_house_limit_still_runs), extends=("MED-8",),
)  # fmt: skip
ASK_STAY = Step(
    "ask_stay", source=("received", "noticed", "asked", "consented", "filed"), dest="=", who=OFFICER, basis=("MED-7",),
    guards=(rules.title_is_in_dispute, rules.no_stay_is_running, rules.the_day_has_come),
)  # fmt: skip
END_STAY = Step(
    "end_stay", source=("filed", "settled", "withdrawn", "not_filed"), dest="=", who=OFFICER, basis=("MED-7",),
    guards=(rules.title_is_in_dispute, rules.a_stay_is_running, rules.the_day_has_come),
)  # fmt: skip
SETTLE = Step(
    "settle", source=("filed",), dest="settled", who=OFFICER, basis=("MED-6", "J-08"),
    guards=(
        agreement.the_agreement_has_terms, agreement.terms_bind_parties, agreement.each_term_says_what, rules.all_signed_and_sealed,
        rules.the_official_does_not_enforce_here,
    ),
    papers=(papers.agreement,), may_start=("J-08", "J-02"), stops=("MED-8",), figure="patent_mediation_settled",
)  # fmt: skip
WITHDRAW_CASE = Step(
    "withdraw_case", source=("filed",), dest="withdrawn", who=HEAD + OFFICER, basis=("MED-6", "MED-5"),
    guards=(rules.the_end_of_mediation_has_its_ground, rules.the_requester_missed_the_session),
    papers=(papers.withdrawal,), stops=("MED-8",), figure="patent_mediation_withdrawn",
)  # fmt: skip
TELL_COURT_WAY = Step(
    "tell_court_way", source=("settled",), dest="=", who=OFFICER, basis=("MED-9", "J-08"),
    guards=(rules.a_court_may_confirm_it, rules.the_way_to_court_is_told),
)  # fmt: skip
CANCEL = Step(
    "cancel", source=("received", "noticed", "asked", "consented"), dest="withdrawn", who=OFFICER, basis=("MED-2",),
    guards=(rules.the_reason_not_to_file_is_told,), stops=INTAKE, figure="patent_mediation_withdrawn",
)  # fmt: skip

PATENT_MEDIATION = Procedure(
    NAME,
    final=("not_filed", "settled", "withdrawn"),
    steps=(
        REQUEST, REFER, REFUSE, SEND_NOTICE, SERVE_NOTICE, AGREE, DECLINE, NOTE_SILENCE, FILE, NOT_FILE, FIX_SESSION,
        RECORD_SESSION, EXTEND, ASK_STAY, END_STAY, SETTLE, TELL_COURT_WAY, WITHDRAW_CASE, CANCEL,
    ),
)  # fmt: skip
