"""The table of the adjudication (transfer.md 2.3)."""

from casework.adjudication import court_rules, deciding_rules, filing_rules, papers, rules
from casework.adjudication.models import NAME
from casework.mediation.rules.agreement import each_term_says_what, terms_bind_parties
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

OFFICER = ("officer@ip_office", "officer@bureau")
HEAD = ("head@ip_office", "head@bureau")
REVIEWER = ("head@ip_office", "deputy@ip_office", "chief@ip_office")
PANEL = OFFICER
ACTIVE = ("filed", "served")
PERIODS = ("ADJ-8", "ADJ-7.file", "ADJ-10", "ADJ-11", "ADJ-12", "ADJ-19")

REQUEST = Step(
    "request", source=(START,), dest="received", who=OFFICER, basis=("ADJ-8", "ADJ-6"),
    guards=(
        rules.the_office_adjudicates, filing_rules.a_patent_is_infringed, rules.a_respondent_is_named,
        rules.it_is_the_only_one, filing_rules.it_is_not_for_the_national_office, filing_rules.a_place_links_the_office,
    ),
    papers=(papers.request_form,), starts=("ADJ-8",), figure="adjudication_received",
)  # fmt: skip
ASK_SUPPLEMENT = Step(
    "ask_supplement", source=("received",), dest="supplementing", who=OFFICER, basis=("ADJ-7",),
    guards=(
        rules.what_is_missing_is_listed, rules.the_notice_is_the_first, filing_rules.the_day_to_correct_lies_ahead,
    ),
    papers=(papers.correction_notice,), stops=("ADJ-8",),
)  # fmt: skip
SUPPLEMENT = Step(
    "supplement", source=("supplementing",), dest="received", who=OFFICER, basis=("ADJ-7",),
    papers=(papers.request_form,), starts=("ADJ-7.file",),
)  # fmt: skip
EXTEND_FILING = Step(
    "extend_filing", source=("received",), dest="=", who=HEAD, basis=("ADJ-8",),
    guards=(rules.the_filing_can_be_extended,), extends=("ADJ-8",),
)  # fmt: skip
FILE = Step(
    "file", source=("received",), dest="filed", who=OFFICER, basis=("ADJ-8", "ADJ-4"),
    guards=(
        rules.the_office_adjudicates, rules.no_other_way_was_chosen, filing_rules.the_requester_is_entitled,
        filing_rules.the_claims_are_named, filing_rules.the_materials_are_complete,
        filing_rules.no_other_case_decides_it, rules.the_panel_is_odd, filing_rules.the_investigator_does_not_judge,
    ),
    papers=(papers.filing_notice,), starts=("ADJ-10.serve", "ADJ-19"), stops=("ADJ-8", "ADJ-7.file"),
    figure="adjudication_filed",
)  # fmt: skip
REFUSE = Step(
    "refuse", source=("received", "supplementing"), dest="refused", who=OFFICER, basis=("ADJ-8",),
    guards=(
        rules.the_reason_of_the_office_is_told, filing_rules.the_ground_of_refusal_is_listed,
        filing_rules.the_time_to_correct_is_over, filing_rules.the_report_was_asked_for,
    ),
    papers=(papers.refusal_notice,), stops=PERIODS, figure="adjudication_refused",
)  # fmt: skip
SERVE = Step(
    "serve", source=("filed",), dest="served", who=OFFICER, basis=("ADJ-10",), guards=(rules.service_is_proven,),
    papers=(papers.answer_notice,), may_start=("ADJ-10.answer", "ADJ-10.answer_abroad"), stops=("ADJ-10.serve",),
)  # fmt: skip
ANSWER = Step(
    "answer", source=("served",), dest="=", who=OFFICER, basis=("ADJ-11",), starts=("ADJ-11",),
    stops=("ADJ-10.answer", "ADJ-10.answer_abroad"),
)  # fmt: skip
EXTEND_ANSWER = Step(
    "extend_answer", source=("served",), dest="=", who=PANEL, basis=("ADJ-10",),
    guards=(deciding_rules.the_answer_period_is_open,), extends=("ADJ-10.answer", "ADJ-10.answer_abroad"),
)  # fmt: skip
PASS_ON_ANSWER = Step(
    "pass_on_answer", source=("served",), dest="=", who=OFFICER, basis=("ADJ-11",), stops=("ADJ-11",),
)  # fmt: skip
OBJECT = Step(
    "object", source=("served",), dest="objection", who=OFFICER, basis=("ADJ-12",),
    guards=(rules.the_answer_period_runs,), starts=("ADJ-12.decide",), pauses=("ADJ-19",),
)  # fmt: skip
DISMISS_OBJECTION = Step(
    "dismiss_objection", source=("objection",), dest="served", who=OFFICER, basis=("ADJ-12",),
    guards=(rules.the_reason_of_the_office_is_told,), stops=("ADJ-12.decide",), resumes=("ADJ-19",),
)  # fmt: skip
TRANSFER_OUT = Step(
    "transfer_out", source=("objection",), dest="transferred", who=OFFICER, basis=("ADJ-12", "ADM-8"),
    guards=(rules.the_reason_of_the_office_is_told,), stops=PERIODS, figure="adjudication_transferred",
)  # fmt: skip
SET_HEARING = Step(
    "set_hearing", source=("served",), dest="=", who=PANEL, basis=("ADJ-14",),
    guards=(rules.the_hearing_is_told_in_time, deciding_rules.the_place_of_hearing_is_told),
    papers=(papers.hearing_notice,),
)  # fmt: skip
HEAR = Step(
    "hear", source=("served",), dest="=", who=PANEL, basis=("ADJ-14",),
    guards=(rules.the_hearing_was_set, deciding_rules.the_hearing_record_is_signed),
)  # fmt: skip
SUSPEND = Step(
    "suspend", source=ACTIVE, dest="suspended", who=PANEL + HEAD, basis=("ADJ-15",),
    guards=(rules.the_ground_of_suspension_is_named, deciding_rules.validity_suspends_models_and_designs),
    papers=(papers.standstill_notice,), pauses=("ADJ-19",),
)  # fmt: skip
RESUME = Step(
    "resume", source=("suspended",), dest="served", who=OFFICER, basis=("ADJ-15",), guards=(rules.the_copy_was_served,),
    papers=(papers.resumption_notice,), resumes=("ADJ-19",),
)  # fmt: skip
RESUME_EARLY = Step(
    "resume_early", source=("suspended",), dest="filed", who=OFFICER, basis=("ADJ-15",),
    guards=(rules.the_copy_was_not_served,), papers=(papers.resumption_notice,), resumes=("ADJ-19",),
)  # fmt: skip
GO_ON = Step(
    "go_on", source=ACTIVE, dest="=", who=PANEL, basis=("ADJ-16",),
    guards=(deciding_rules.the_ground_to_go_on_is_listed,),
)  # fmt: skip
STOP_COUNTING = Step(
    "stop_counting", source=ACTIVE, dest="=", who=PANEL, basis=("ADJ-19",),
    guards=(deciding_rules.the_cause_is_not_counted, deciding_rules.the_months_run), pauses=("ADJ-19",),
)  # fmt: skip
COUNT_AGAIN = Step(
    "count_again", source=ACTIVE, dest="=", who=PANEL, basis=("ADJ-19",),
    guards=(deciding_rules.the_months_stand_still,), resumes=("ADJ-19",),
)  # fmt: skip
INSPECT = Step(
    "inspect", source=ACTIVE, dest="=", who=OFFICER, basis=("ADJ-31",), guards=(deciding_rules.the_power_is_given,),
)  # fmt: skip
VOTE = Step(
    "vote", source=("served",), dest="=", who=PANEL, basis=("ADJ-20", "ADJ-8"),
    guards=(
        deciding_rules.the_respondent_had_time_to_answer, deciding_rules.the_hearing_is_over,
        deciding_rules.every_member_voted_once, deciding_rules.a_majority_decides,
    ),
)  # fmt: skip
REVIEW = Step(
    "review", source=("served",), dest="=", who=REVIEWER, basis=("ADJ-20",),
    guards=(deciding_rules.a_vote_is_on_record, deciding_rules.the_reviewer_did_not_vote),
)  # fmt: skip
EXTEND = Step(
    "extend", source=(*ACTIVE, "suspended"), dest="=", who=HEAD, basis=("ADJ-19",),
    guards=(rules.the_extension_is_in_order,), extends=("ADJ-19",),
)  # fmt: skip
MEDIATE = Step(
    "mediate", source=ACTIVE, dest="mediation", who=PANEL, basis=("ADJ-21",), guards=(rules.both_sides_want_to_settle,),
    pauses=("ADJ-19",),
)  # fmt: skip
END_MEDIATION = Step(
    "end_mediation", source=("mediation",), dest="served", who=PANEL, basis=("ADJ-21",),
    guards=(rules.the_copy_was_served, rules.no_referred_mediation_runs), resumes=("ADJ-19",),
)  # fmt: skip
END_MEDIATION_EARLY = Step(
    "end_mediation_early", source=("mediation",), dest="filed", who=PANEL, basis=("ADJ-21",),
    guards=(rules.the_copy_was_not_served, rules.no_referred_mediation_runs), resumes=("ADJ-19",),
)  # fmt: skip
SETTLE_REFERRED = Step(
    "settle_referred", source=("mediation",), dest="settled", who=PANEL, basis=("ADJ-21", "MED-6"),
    guards=(rules.the_referred_mediation_agreed,), stops=PERIODS, figure="adjudication_settled",
)  # fmt: skip
SETTLE = Step(
    "settle", source=("mediation",), dest="settled", who=PANEL, basis=("ADJ-21", "J-08"),
    guards=(rules.no_referred_mediation_runs, rules.every_side_has_signed, terms_bind_parties, each_term_says_what),
    papers=(papers.settlement,), may_start=("J-08", "J-02"), stops=PERIODS,
    figure="adjudication_settled",
)  # fmt: skip
ESTABLISH = Step(
    "establish", source=("served",), dest="established", who=PANEL, basis=("ADJ-20",),
    guards=(
        deciding_rules.the_panel_voted_so, deciding_rules.the_decision_was_reviewed, rules.the_acts_to_stop_are_told,
        rules.the_decision_tells_how_to_sue, rules.no_damages_are_awarded,
    ),
    papers=(papers.decision,), may_start=("ADJ-26.sue", "ADJ-27"), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
DISMISS = Step(
    "dismiss", source=("served",), dest="dismissed", who=PANEL, basis=("ADJ-20",),
    guards=(
        deciding_rules.the_panel_voted_so, deciding_rules.the_decision_was_reviewed,
        rules.the_decision_tells_how_to_sue, rules.no_damages_are_awarded,
    ),
    papers=(papers.decision,), may_start=("ADJ-26.sue", "ADJ-27"), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
ESTABLISH_REPEAT = Step(
    "establish_repeat", source=ACTIVE, dest="established", who=HEAD, basis=("ADJ-23", "ADJ-20"),
    guards=(
        rules.an_earlier_decision_covers_it, rules.the_acts_to_stop_are_told, rules.the_decision_tells_how_to_sue,
        rules.no_damages_are_awarded,
    ),
    papers=(papers.decision,), may_start=("ADJ-26.sue", "ADJ-27"), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
WITHDRAW_CASE = Step(
    "withdraw_case", source=(*ACTIVE, "suspended", "mediation", "objection"), dest="withdrawn", who=HEAD + OFFICER,
    basis=("ADJ-18", "MED-6"), guards=(
        rules.the_ground_of_withdrawal_is_listed, rules.no_referred_mediation_runs,
        deciding_rules.the_requester_missed_the_hearing, filing_rules.the_time_bar_holds,
        filing_rules.the_requester_was_told_first,
    ),
    papers=(papers.withdrawal,), stops=PERIODS, figure="adjudication_withdrawn",
)  # fmt: skip
SERVE_DECISION = Step(
    "serve_decision", source=("established", "dismissed"), dest="=", who=OFFICER, basis=("ADJ-26",),
    guards=(rules.the_receipt_is_dated, rules.it_was_not_served_before), may_start=("ADJ-26.sue", "ADJ-27"),
)  # fmt: skip
SUE = Step(
    "sue", source=("established", "dismissed"), dest="in_litigation", who=OFFICER, basis=("ADJ-26",),
    guards=(rules.the_suit_is_in_time,), stops=("ADJ-26.sue",),
)  # fmt: skip
TAKE_EFFECT = Step(
    "take_effect", source=("established", "dismissed"), dest="effective", who=OFFICER,
    basis=("ADJ-26",), guards=(rules.the_period_to_sue_is_over,), starts=("ADJ-26.enforce",), stops=("ADJ-26.sue",),
)  # fmt: skip
UPHOLD = Step(
    "uphold", source=("in_litigation",), dest="effective", who=OFFICER, basis=("ADJ-26",),
    guards=(court_rules.the_judgment_is_on_record, court_rules.the_court_left_it_standing),
    starts=("ADJ-26.enforce",),
)  # fmt: skip
REVOKE = Step(
    "revoke", source=("in_litigation",), dest="revoked", who=OFFICER, basis=("ADJ-26",),
    guards=(court_rules.the_judgment_is_on_record,), stops=("ADJ-27",),
)  # fmt: skip
REMAKE = Step(
    "remake", source=("in_litigation",), dest="served", who=OFFICER, basis=("ADJ-26", "ADJ-19"),
    guards=(court_rules.the_judgment_is_on_record,), starts=("ADJ-19",), stops=("ADJ-27",),
)  # fmt: skip
JOIN = Step(
    "join", source=ACTIVE, dest="=", who=PANEL, basis=("ADJ-28",),
    guards=(court_rules.the_leading_case_fits, court_rules.it_leads_no_other),
)  # fmt: skip
LIFT = Step(
    "lift", source=("received", "supplementing", *ACTIVE, "suspended", "objection", "mediation"), dest="transferred",
    who=HEAD + OFFICER, basis=("ADJ-3", "ADJ-28"),
    guards=(court_rules.the_superior_orders_it, rules.the_reason_of_the_office_is_told, rules.no_referred_mediation_runs),
    stops=PERIODS, figure="adjudication_transferred",
)  # fmt: skip
DEMAND = Step(
    "demand", source=("effective",), dest="=", who=OFFICER, basis=("ADJ-26",),
    guards=(rules.there_is_something_to_stop,), starts=("ADJ-26.demand",),
)  # fmt: skip
APPLY_ENFORCEMENT = Step(
    "apply_enforcement", source=("effective",), dest="enforcement", who=HEAD, basis=("ADJ-26",),
    guards=(rules.the_demand_ran_out,), stops=("ADJ-26.enforce", "ADJ-26.demand", "ADJ-27"),
)  # fmt: skip
PERFORM = Step(
    "perform", source=("effective", "enforcement"), dest="performed", who=OFFICER, basis=("ADJ-26",),
    stops=("ADJ-26.enforce", "ADJ-26.demand", "ADJ-27"),
)  # fmt: skip
CONCLUDE = Step(
    "conclude", source=("effective",), dest="concluded", who=OFFICER, basis=("ADJ-17",),
    guards=(rules.the_request_was_dismissed,), stops=("ADJ-26.enforce", "ADJ-26.demand", "ADJ-27"),
)  # fmt: skip

ADJUDICATION = Procedure(
    NAME,
    final=("refused", "transferred", "settled", "withdrawn", "performed", "concluded", "revoked"),
    steps=(
        REQUEST, ASK_SUPPLEMENT, SUPPLEMENT, EXTEND_FILING, FILE, REFUSE, SERVE, ANSWER, EXTEND_ANSWER, PASS_ON_ANSWER,
        OBJECT, DISMISS_OBJECTION, TRANSFER_OUT, SET_HEARING, HEAR, SUSPEND, RESUME, RESUME_EARLY, GO_ON,
        STOP_COUNTING, COUNT_AGAIN, INSPECT, VOTE, REVIEW, EXTEND, MEDIATE, END_MEDIATION,
        END_MEDIATION_EARLY, SETTLE, SETTLE_REFERRED,
        ESTABLISH, DISMISS, ESTABLISH_REPEAT, WITHDRAW_CASE, SERVE_DECISION, SUE, TAKE_EFFECT, UPHOLD,
        REVOKE, REMAKE, JOIN, LIFT, DEMAND,
        APPLY_ENFORCEMENT, PERFORM, CONCLUDE,
    ),
)  # fmt: skip
