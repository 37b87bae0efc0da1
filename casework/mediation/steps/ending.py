"""Steps of the ways out and of the file (rows 25-27, 38, 47-49)."""

from casework.mediation import papers
from casework.mediation.clue_paper import clue_letter
from casework.mediation.rules import ending, intake
from casework.mediation.rules.conduct import PERIODS
from casework.mediation.steps.words import (
    BEFORE,
    CHAIR,
    CHOICE,
    DESK,
    ENDED,
    FILE_ROOM,
    MEDIATOR,
    OPEN,
    REGISTRAR,
    REVIEW,
    RUNNING,
)
from casework.procedure.step import Step

TERMINATE = Step(
    "terminate",
    source=RUNNING,
    dest="terminated",
    who=MEDIATOR,
    basis=("M-26", "C-15"),
    guards=(
        ending.end_reason_is_listed,
        ending.routes_after_failure_are_told,
        ending.who_stays_away_is_named,
        ending.the_time_is_really_over,
        ending.the_court_is_told_the_course,
    ),
    papers=(papers.ending_notice, papers.court_report),
    stops=(*PERIODS, *CHOICE),
    figure="terminated",
)
WITHDRAW = Step(
    "withdraw",
    source=(*BEFORE, "assigned", *OPEN),
    dest="withdrawn",
    who=DESK,
    basis=("M-28",),
    papers=(papers.ending_notice, papers.court_report),
    stops=(*REVIEW, *PERIODS, *CHOICE),
    figure="withdrawn",
)
REPORT_CLUE = Step(
    "report_clue",
    source=OPEN,
    dest="=",
    who=MEDIATOR,
    basis=("M-25",),
    guards=(ending.the_clue_is_told,),
    papers=(clue_letter,),
)
TRANSFER_OUT = Step(
    "transfer_out",
    source=OPEN,
    dest="transferred",
    who=MEDIATOR,
    basis=("M-25",),
    guards=(intake.receiver_and_reason_are_told, ending.routes_after_failure_are_told),
    papers=(papers.hand_over_letter, papers.court_report),
    stops=(*PERIODS, *CHOICE),
    figure="transferred",
)
MEDIATE_AGAIN = Step(
    "mediate_again",
    source=("agreed", "closed"),
    dest="in_mediation",
    who=DESK,
    basis=("M-40",),
    guards=(
        ending.an_agreement_binds,
        ending.confirmation_is_no_longer_open,
        ending.all_parties_start_again,
        ending.starting_again_has_a_reason,
    ),
    starts=("M-22",),
    stops=("M-41.archive",),
)
REPORT_TO_COURT = Step(
    "report_to_court",
    source=("agreed",),
    dest="=",
    who=DESK,
    basis=("C-10", "C-12"),
    guards=(
        ending.a_court_sent_it,
        ending.the_court_has_not_been_told,
        ending.the_result_fits_the_link,
        ending.the_day_of_telling_has_come,
        ending.the_agreement_was_served_on_all,
    ),
    papers=(papers.court_report,),
)
PROPOSE_CLOSING = Step(
    "propose_closing",
    source=("agreed", *ENDED),
    dest="=",
    who=DESK,
    basis=("M-41",),
    guards=(ending.the_court_knows_the_result, ending.closing_ground_fits),
)
CLOSE = Step(
    "close",
    source=("agreed", *ENDED),
    dest="closed",
    who=CHAIR,
    basis=("M-41",),
    guards=(
        ending.the_court_knows_the_result,
        ending.a_closing_report_is_there,
        ending.somebody_else_wrote_the_report,
    ),
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
    papers=(papers.file_cover, papers.file_remarks),
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
