"""The table of performance (mediation.md 2.2 region C, 2.3 rows 42-46)."""

from casework.performance import papers, rules
from casework.performance.models import NAME
from casework.performance.rules import COURT
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

MEDIATORS = ("mediator@committee", "registrar@committee", "officer@ip_office", "officer@bureau")
SYSTEM = ("system@committee", "system@ip_office", "system@bureau")
RUNNING = ("not_due", "performing")
LATE = ("partial", "breached")
DONE = "performed"
UNDONE = (*RUNNING, *LATE, *COURT)
VISIT = ("M-38.return_visit",)
PROOF = (
    rules.proof_names_open_items,
    rules.proof_is_dated,
    rules.payment_is_not_more_than_owed,
    rules.words_of_proof_are_known,
)

SCHEDULE = Step(
    "schedule",
    source=(START,),
    dest="not_due",
    who=MEDIATORS + SYSTEM,
    basis=("M-37", "M-38"),
    guards=(rules.the_agreement_is_owed,),
    may_start=VISIT,
)
PERFORM_ITEM = Step(
    "perform_item",
    source=RUNNING,
    dest="performing",
    who=MEDIATORS,
    basis=("M-38",),
    guards=PROOF,
    papers=(papers.register_of_proofs,),
    figure="performed_amount",
)
PERFORM_LATE = Step(
    "perform_late",
    source=LATE,
    dest="partial",
    who=MEDIATORS,
    basis=("M-38",),
    guards=PROOF,
    papers=(papers.register_of_proofs,),
    figure="performed_amount",
)
PERFORM_IN_COURT = Step(
    "perform_in_court",
    source=COURT,
    dest="=",
    who=MEDIATORS,
    basis=("M-38",),
    guards=PROOF,
    papers=(papers.register_of_proofs,),
    figure="performed_amount",
)
FULFIL = Step(
    "fulfil",
    source=UNDONE,
    dest="performed",
    who=MEDIATORS,
    basis=("M-38",),
    guards=(rules.everything_is_done,),
    stops=(*VISIT, "L-08"),
    figure="performed",
)
DISPUTE_PROOF = Step(
    "dispute_proof",
    source=UNDONE,
    dest="=",
    who=MEDIATORS,
    basis=("M-38",),
    guards=(rules.a_standing_proof_is_disputed,),
)
DISPUTE_PERFORMED = Step(
    "dispute_performed",
    source=(DONE,),
    dest="performing",
    who=MEDIATORS,
    basis=("M-38",),
    guards=(rules.a_standing_proof_is_disputed,),
)
CONFIRM_PROOF = Step(
    "confirm_proof",
    source=(*UNDONE, DONE),
    dest="=",
    who=MEDIATORS,
    basis=("M-38",),
    guards=(rules.a_proof_waits_for_the_creditor,),
)
FIND_VIOLATION = Step(
    "find_violation",
    source=(*RUNNING, *LATE, DONE),
    dest="breached",
    who=MEDIATORS,
    basis=("M-38", "L-06"),
    guards=(rules.nothing_was_performed, rules.an_omission_was_broken),
)
FIND_VIOLATION_IN_PART = Step(
    "find_violation_in_part",
    source=(*RUNNING, *LATE, DONE),
    dest="partial",
    who=MEDIATORS,
    basis=("M-38", "L-06"),
    guards=(rules.something_was_performed, rules.an_omission_was_broken),
)
FIND_VIOLATION_IN_COURT = Step(
    "find_violation_in_court",
    source=COURT,
    dest="=",
    who=MEDIATORS,
    basis=("E-10", "M-38", "L-06"),
    guards=(rules.an_omission_was_broken,),
    papers=(papers.repeated_violation,),
)
PROPOSE_BREACH = Step(
    "propose_breach",
    source=RUNNING,
    dest="=",
    who=SYSTEM,
    basis=("M-38",),
    guards=(rules.something_is_overdue, rules.proposed_once_only),
)
CONFIRM_PARTIAL = Step(
    "confirm_partial",
    source=RUNNING,
    dest="partial",
    who=MEDIATORS,
    basis=("M-38", "L-08"),
    guards=(rules.something_is_overdue, rules.something_was_performed),
    may_start=("L-08",),
)
CONFIRM_BREACH = Step(
    "confirm_breach",
    source=RUNNING,
    dest="breached",
    who=MEDIATORS,
    basis=("M-38", "L-08"),
    guards=(rules.something_is_overdue, rules.nothing_was_performed),
    may_start=("L-08",),
)
URGE = Step(
    "urge",
    source=UNDONE,
    dest="=",
    who=MEDIATORS,
    basis=("M-38", "J-28"),
    guards=(rules.urging_is_told,),
    papers=(papers.urging_record,),
)
RETURN_VISIT = Step(
    "return_visit",
    source=(*UNDONE, "performed"),
    dest="=",
    who=MEDIATORS,
    basis=("M-38",),
    guards=(rules.visit_is_told,),
    papers=(papers.visit_record,),
    stops=VISIT,
)
ENFORCE = Step(
    "enforce",
    source=LATE,
    dest="enforcement",
    who=MEDIATORS,
    basis=("J-20", "E-04", "E-05"),
    guards=(
        rules.the_instrument_is_enforceable,
        rules.enforcement_is_asked_in_time,
        rules.the_packet_is_complete,
        rules.the_evidence_is_of_this_case,
    ),
    papers=(papers.enforcement_application,),
)
SUE = Step(
    "sue",
    source=LATE,
    dest="litigation",
    who=MEDIATORS,
    basis=("M-39", "E-07"),
    guards=(rules.nothing_is_enforceable, rules.no_arbitration_is_agreed, rules.suit_is_told),
)
SET_ASIDE = Step(
    "set_aside",
    source=UNDONE,
    dest="set_aside",
    who=MEDIATORS,
    basis=("M-40",),
    guards=(rules.a_later_agreement_stands,),
    stops=(*VISIT, "L-08"),
)

PERFORMANCE = Procedure(
    NAME,
    final=("performed", "set_aside"),
    steps=(
        SCHEDULE,
        PERFORM_ITEM,
        PERFORM_LATE,
        PERFORM_IN_COURT,
        FULFIL,
        DISPUTE_PROOF,
        DISPUTE_PERFORMED,
        CONFIRM_PROOF,
        FIND_VIOLATION,
        FIND_VIOLATION_IN_PART,
        FIND_VIOLATION_IN_COURT,
        PROPOSE_BREACH,
        CONFIRM_PARTIAL,
        CONFIRM_BREACH,
        URGE,
        RETURN_VISIT,
        ENFORCE,
        SUE,
        SET_ASIDE,
    ),
)
