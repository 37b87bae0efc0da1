"""The table of the adjudication (transfer.md 2.3)."""

from casework.adjudication import papers, rules
from casework.adjudication.models import NAME
from casework.mediation.rules.agreement import each_term_says_what
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

OFFICER = ("officer@ip_office", "officer@bureau")
HEAD = ("head@ip_office", "head@bureau")
PANEL = OFFICER
ACTIVE = ("filed", "served")
PERIODS = ("ADJ-8", "ADJ-7.file", "ADJ-10", "ADJ-11", "ADJ-12", "ADJ-19")

REQUEST = Step(
    "request", source=(START,), dest="received", who=OFFICER, basis=("ADJ-8", "ADJ-6"),
    guards=(rules.the_office_adjudicates, rules.a_respondent_is_named, rules.it_is_the_only_one),
    starts=("ADJ-8",), figure="adjudication_received",
)  # fmt: skip
ASK_SUPPLEMENT = Step(
    "ask_supplement", source=("received",), dest="supplementing", who=OFFICER, basis=("ADJ-7",),
    guards=(rules.what_is_missing_is_listed, rules.the_notice_is_the_first), stops=("ADJ-8",),
)  # fmt: skip
SUPPLEMENT = Step(
    "supplement", source=("supplementing",), dest="received", who=OFFICER, basis=("ADJ-7",), starts=("ADJ-7.file",),
)  # fmt: skip
EXTEND_FILING = Step(
    "extend_filing", source=("received",), dest="=", who=HEAD, basis=("ADJ-8",),
    guards=(rules.the_filing_can_be_extended,), extends=("ADJ-8",),
)  # fmt: skip
FILE = Step(
    "file", source=("received",), dest="filed", who=OFFICER, basis=("ADJ-8", "ADJ-4"),
    guards=(rules.the_office_adjudicates, rules.no_other_way_was_chosen, rules.the_panel_is_odd),
    papers=(papers.filing_notice,), starts=("ADJ-10.serve", "ADJ-19"), stops=("ADJ-8", "ADJ-7.file"),
    figure="adjudication_filed",
)  # fmt: skip
REFUSE = Step(
    "refuse", source=("received", "supplementing"), dest="refused", who=OFFICER, basis=("ADJ-8",),
    guards=(rules.the_reason_of_the_office_is_told,), papers=(papers.refusal_notice,), stops=PERIODS, figure="adjudication_refused",
)  # fmt: skip
SERVE = Step(
    "serve", source=("filed",), dest="served", who=OFFICER, basis=("ADJ-10",), guards=(rules.service_is_proven,),
    papers=(papers.answer_notice,), may_start=("ADJ-10.answer", "ADJ-10.answer_abroad"), stops=("ADJ-10.serve",),
)  # fmt: skip
ANSWER = Step(
    "answer", source=("served",), dest="=", who=OFFICER, basis=("ADJ-11",), starts=("ADJ-11",),
    stops=("ADJ-10.answer", "ADJ-10.answer_abroad"),
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
    guards=(rules.the_hearing_is_told_in_time,),
)  # fmt: skip
HEAR = Step(
    "hear", source=("served",), dest="=", who=PANEL, basis=("ADJ-14",), guards=(rules.the_hearing_was_set,),
)  # fmt: skip
SUSPEND = Step(
    "suspend", source=ACTIVE, dest="suspended", who=PANEL + HEAD, basis=("ADJ-15",),
    guards=(rules.the_ground_of_suspension_is_named,), pauses=("ADJ-19",),
)  # fmt: skip
RESUME = Step(
    "resume", source=("suspended",), dest="served", who=OFFICER, basis=("ADJ-15",), guards=(rules.the_copy_was_served,),
    resumes=("ADJ-19",),
)  # fmt: skip
RESUME_EARLY = Step(
    "resume_early", source=("suspended",), dest="filed", who=OFFICER, basis=("ADJ-15",),
    guards=(rules.the_copy_was_not_served,), resumes=("ADJ-19",),
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
    guards=(rules.no_referred_mediation_runs, rules.every_side_has_signed, each_term_says_what),
    papers=(papers.settlement,), may_start=("J-08", "J-02"), stops=PERIODS,
    figure="adjudication_settled",
)  # fmt: skip
ESTABLISH = Step(
    "establish", source=("served",), dest="established", who=PANEL, basis=("ADJ-20",),
    guards=(rules.the_acts_to_stop_are_told, rules.the_decision_tells_how_to_sue, rules.no_damages_are_awarded),
    papers=(papers.decision,), may_start=("ADJ-26.sue",), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
DISMISS = Step(
    "dismiss", source=("served",), dest="dismissed", who=PANEL, basis=("ADJ-20",),
    guards=(rules.the_decision_tells_how_to_sue, rules.no_damages_are_awarded), papers=(papers.decision,),
    may_start=("ADJ-26.sue",), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
ESTABLISH_REPEAT = Step(
    "establish_repeat", source=ACTIVE, dest="established", who=HEAD, basis=("ADJ-23", "ADJ-20"),
    guards=(
        rules.an_earlier_decision_covers_it, rules.the_acts_to_stop_are_told, rules.the_decision_tells_how_to_sue,
        rules.no_damages_are_awarded,
    ),
    papers=(papers.decision,), may_start=("ADJ-26.sue",), stops=PERIODS, figure="adjudicated",
)  # fmt: skip
WITHDRAW_CASE = Step(
    "withdraw_case", source=(*ACTIVE, "suspended", "mediation", "objection"), dest="withdrawn", who=HEAD + OFFICER,
    basis=("ADJ-18", "MED-6"), guards=(rules.the_ground_of_withdrawal_is_listed, rules.no_referred_mediation_runs),
    papers=(papers.withdrawal,), stops=PERIODS, figure="adjudication_withdrawn",
)  # fmt: skip
SERVE_DECISION = Step(
    "serve_decision", source=("established", "dismissed"), dest="=", who=OFFICER, basis=("ADJ-26",),
    guards=(rules.the_receipt_is_dated, rules.it_was_not_served_before), may_start=("ADJ-26.sue",),
)  # fmt: skip
SUE = Step(
    "sue", source=("established", "dismissed"), dest="in_litigation", who=OFFICER, basis=("ADJ-26",),
    guards=(rules.the_suit_is_in_time,), stops=("ADJ-26.sue",),
)  # fmt: skip
TAKE_EFFECT = Step(
    "take_effect", source=("established", "dismissed", "in_litigation"), dest="effective", who=OFFICER,
    basis=("ADJ-26",), guards=(rules.the_period_to_sue_is_over,), starts=("ADJ-26.enforce",), stops=("ADJ-26.sue",),
)  # fmt: skip
DEMAND = Step("demand", source=("effective",), dest="=", who=OFFICER, basis=("ADJ-26",), starts=("ADJ-26.demand",))
APPLY_ENFORCEMENT = Step(
    "apply_enforcement", source=("effective",), dest="enforcement", who=HEAD, basis=("ADJ-26",),
    guards=(rules.the_demand_ran_out,), stops=("ADJ-26.enforce", "ADJ-26.demand"),
)  # fmt: skip
PERFORM = Step(
    "perform", source=("effective", "enforcement"), dest="performed", who=OFFICER, basis=("ADJ-26",),
    stops=("ADJ-26.enforce", "ADJ-26.demand"),
)  # fmt: skip

ADJUDICATION = Procedure(
    NAME,
    final=("refused", "transferred", "settled", "withdrawn", "performed"),
    steps=(
        REQUEST, ASK_SUPPLEMENT, SUPPLEMENT, EXTEND_FILING, FILE, REFUSE, SERVE, ANSWER, PASS_ON_ANSWER, OBJECT,
        DISMISS_OBJECTION, TRANSFER_OUT, SET_HEARING, HEAR, SUSPEND, RESUME, RESUME_EARLY, EXTEND, MEDIATE, END_MEDIATION,
        END_MEDIATION_EARLY, SETTLE, SETTLE_REFERRED,
        ESTABLISH, DISMISS, ESTABLISH_REPEAT, WITHDRAW_CASE, SERVE_DECISION, SUE, TAKE_EFFECT, DEMAND,
        APPLY_ENFORCEMENT, PERFORM,
    ),
)  # fmt: skip
