"""The table of the payment order (mediation.md 2.2 states O1 to O4, 2.3 row 41, E-09)."""

from casework.confirmation import order_rules, rules
from casework.confirmation.order_models import NAME
from casework.confirmation.steps import COURT, MEDIATORS
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

RUNNING = ("applied", "accepted", "ordered", "served")
DAYS = ("E-09.court_answer", "E-09.order", "E-09.debtor")

ASK_FOR_ORDER = Step(
    "ask_for_order",
    source=(START,),
    dest="applied",
    who=MEDIATORS,
    basis=("E-09", "M-39"),
    guards=(
        rules.the_agreement_binds,
        order_rules.all_duties_are_money,
        order_rules.no_ruling_stands,
        order_rules.no_other_order_stands,
        order_rules.creditor_and_debtor_are_bound,
        order_rules.the_money_is_due,
        order_rules.nothing_is_owed_in_return,
        order_rules.the_order_can_be_served,
        order_rules.the_court_is_named,
        order_rules.the_day_fits,
    ),
    starts=("E-09.court_answer",),
)
TAKE_ORDER_CASE = Step(
    "take_order_case",
    source=("applied",),
    dest="accepted",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits,),
    starts=("E-09.order",),
    stops=("E-09.court_answer",),
)
REJECT_ORDER = Step(
    "reject_order",
    source=("applied", "accepted"),
    dest="rejected",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits, order_rules.the_end_has_a_reason),
    stops=DAYS,
)
ISSUE_ORDER = Step(
    "issue_order",
    source=("accepted",),
    dest="ordered",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits,),
    stops=("E-09.order",),
)
SERVE_ORDER = Step(
    "serve_order",
    source=("ordered",),
    dest="served",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits,),
    starts=("E-09.debtor",),
)
OBJECT_TO_ORDER = Step(
    "object_to_order",
    source=("served",),
    dest="lapsed",
    who=COURT,
    side="either",
    basis=("E-09", "M-39"),
    guards=(order_rules.the_debtor_objects_in_time,),
    stops=DAYS,
)
LET_ORDER_LAPSE = Step(
    "let_order_lapse",
    source=("ordered", "served"),
    dest="lapsed",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits, order_rules.the_lapse_has_a_ground),
    stops=DAYS,
)
ORDER_BECOMES_ENFORCEABLE = Step(
    "order_becomes_enforceable",
    source=("served",),
    dest="enforceable",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_debtors_days_are_over,),
    stops=DAYS,
)
PAY_ORDER = Step(
    "pay_order",
    source=RUNNING,
    dest="paid",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits,),
    stops=DAYS,
)
WITHDRAW_ORDER = Step(
    "withdraw_order",
    source=RUNNING,
    dest="withdrawn",
    who=COURT,
    side="either",
    basis=("E-09",),
    guards=(order_rules.the_day_fits, order_rules.the_end_has_a_reason),
    stops=DAYS,
)

PAYMENT_ORDER = Procedure(
    NAME,
    final=("rejected", "lapsed", "enforceable", "paid", "withdrawn"),
    steps=(
        ASK_FOR_ORDER,
        TAKE_ORDER_CASE,
        REJECT_ORDER,
        ISSUE_ORDER,
        SERVE_ORDER,
        OBJECT_TO_ORDER,
        LET_ORDER_LAPSE,
        ORDER_BECOMES_ENFORCEABLE,
        PAY_ORDER,
        WITHDRAW_ORDER,
    ),
)
