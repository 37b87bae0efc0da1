"""The table of K4, agency to police (transfer.md 2.4 K4, POL-1 to POL-13): from suspicion to the answer."""

from casework.procedure.models import START
from casework.procedure.step import Step
from casework.transfers import papers, police_papers, police_rules, rules
from casework.transfers.posts import CHIEFS, HEADS, OFFICERS, POLICE_OR_SENDER, STAFF

RUNNING = ("sent", "forwarded", "received", "supplement_asked", "filed", "goods_handed")
NOT_SENT = ("suspected", "team_named", "reported", "approved")
UNDER_REVIEW = ("received", "supplement_asked")
POLICE_CLOCKS = ("POL-5", "POL-6.notice", "POL-7")

SUSPECT = Step(
    "suspect",
    source=(START,),
    dest="suspected",
    who=STAFF,
    basis=("POL-1",),
    guards=(rules.sender_may_send_it, rules.none_of_this_kind_is_open, police_rules.suspicion_is_shown),
)
NAME_TEAM = Step(
    "name_team",
    source=("suspected",),
    dest="team_named",
    who=HEADS,
    basis=("POL-2",),
    guards=(police_rules.team_has_two_officers,),
)
REPORT = Step(
    "report",
    source=("team_named",),
    dest="reported",
    who=OFFICERS,
    basis=("POL-2",),
    guards=(police_rules.reporter_is_on_the_team, police_rules.the_report_is_written, rules.reporter_stays_hidden),
    papers=(police_papers.crime_report,),
    starts=("POL-3",),
)
APPROVE = Step(
    "approve",
    source=("reported",),
    dest="approved",
    who=CHIEFS,
    basis=("POL-2", "POL-3"),
    guards=(police_rules.approver_is_not_on_the_team,),
    papers=(police_papers.approval_sheet,),
    starts=("POL-4",),
    stops=("POL-3",),
)
REFUSE_APPROVAL = Step(
    "refuse_approval",
    source=("reported",),
    dest="refused_by_chief",
    who=CHIEFS,
    basis=("POL-2", "POL-3"),
    guards=(police_rules.approver_is_not_on_the_team, rules.transfer_has_a_reason),
    papers=(police_papers.approval_sheet,),
    stops=("POL-3",),
    figure="transfer_not_approved",
)
SEND = Step(
    "send",
    source=("approved",),
    dest="sent",
    who=OFFICERS,
    basis=("POL-4", "POL-18"),
    guards=(
        police_rules.reporter_is_on_the_team,
        rules.receiver_may_take_it,
        rules.levels_are_equal,
        police_rules.papers_are_there_or_explained,
        rules.evidence_belongs_to_the_case,
        rules.reporter_stays_hidden,
    ),
    papers=(
        police_papers.crime_letter,
        police_papers.investigation_report,
        police_papers.goods_list,
        police_papers.appraisal_note,
    ),
    stops=("POL-4",),
    figure="transfer_sent",
)
RECEIVE = Step(
    "receive",
    source=("sent", "forwarded"),
    dest="received",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-5", "POL-7"),
    guards=(rules.the_right_side_acts, rules.receipt_has_name_and_instant),
    papers=(papers.receipt,),
    starts=POLICE_CLOCKS,
    figure="transfer_received",
)
FORWARD = Step(
    "forward",
    source=("received",),
    dest="forwarded",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-5",),
    guards=(rules.the_right_side_acts, police_rules.forwarded_to_other_police, rules.transfer_has_a_reason),
    stops=POLICE_CLOCKS,
)
ASK_SUPPLEMENT = Step(
    "ask_supplement",
    source=("received",),
    dest="supplement_asked",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-6",),
    guards=(rules.the_right_side_acts, police_rules.police_list_the_gaps),
    starts=("POL-6.supplement",),
    stops=("POL-6.notice",),
)
SUPPLEMENT = Step(
    "supplement",
    source=("supplement_asked",),
    dest="received",
    who=OFFICERS,
    basis=("POL-6",),
    stops=("POL-6.supplement",),
)
REVIEW_LONGER = Step(
    "review_longer",
    source=UNDER_REVIEW,
    dest="=",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-7",),
    guards=(rules.the_right_side_acts, police_rules.more_time_has_a_ground),
    may_start=("POL-7.clues", "POL-7.complex"),
    stops=("POL-7",),
)
FILE = Step(
    "file",
    source=UNDER_REVIEW,
    dest="filed",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-7", "POL-11"),
    guards=(rules.the_right_side_acts, police_rules.filing_has_a_number, police_rules.notice_has_come),
    starts=("POL-11",),
    stops=(*POLICE_CLOCKS, "POL-6.supplement"),
    figure="transfer_filed",
)
DECLINE = Step(
    "decline",
    source=UNDER_REVIEW,
    dest="not_filed",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-7", "POL-8"),
    guards=(
        rules.the_right_side_acts,
        police_rules.not_declined_as_incomplete,
        police_rules.reasons_and_papers_come_back,
        police_rules.notice_has_come,
    ),
    starts=("POL-8",),
    stops=(*POLICE_CLOCKS, "POL-6.supplement"),
    figure="transfer_not_filed",
)
HAND_OVER_GOODS = Step(
    "hand_over_goods",
    source=("filed",),
    dest="goods_handed",
    who=OFFICERS,
    basis=("POL-11",),
    guards=(police_rules.both_sign_for_the_goods,),
    papers=(police_papers.goods_receipt,),
    stops=("POL-11",),
)
TELL_PROGRESS = Step(
    "tell_progress",
    source=NOT_SENT + RUNNING,
    dest="=",
    who=(*POLICE_OR_SENDER, "officer@procuratorate", "head@procuratorate"),
    side="either",
    basis=("REV-2",),
    guards=(police_rules.news_is_named,),
)
TELL_OUTCOME = Step(
    "tell_outcome",
    source=("filed", "goods_handed"),
    dest="closed",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("REV-2", "POL-13"),
    guards=(rules.the_right_side_acts, police_rules.outcome_is_known),
    stops=("POL-11",),
    figure="transfer_closed",
)
