"""K4 after a refusal by the police: reconsideration, supervision, or the penalty case again (POL-8 to POL-12)."""

from casework.procedure.step import Step
from casework.transfers import police_papers, police_rules, rules
from casework.transfers.posts import HEADS, POLICE_OR_SENDER, PROSECUTORS_OR_SENDER, STAFF

ASK_RECONSIDERATION = Step(
    "ask_reconsideration",
    source=("not_filed",),
    dest="reconsidering",
    who=HEADS,
    basis=("POL-8", "POL-9"),
    guards=(police_rules.asked_within_three_days, rules.transfer_has_a_reason, rules.reporter_stays_hidden),
    papers=(police_papers.reconsideration_request,),
    starts=("POL-9.decide",),
    stops=("POL-8",),
)
FILE_AFTER_ALL = Step(
    "file_after_all",
    source=("reconsidering",),
    dest="filed",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-9", "POL-11"),
    guards=(rules.the_right_side_acts, police_rules.filing_has_a_number, police_rules.notice_has_come),
    starts=("POL-11",),
    stops=("POL-9.decide",),
    figure="transfer_filed",
)
REFUSE_AGAIN = Step(
    "refuse_again",
    source=("reconsidering",),
    dest="refused_again",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-9",),
    guards=(rules.the_right_side_acts, rules.transfer_has_a_reason),
    starts=("POL-9.suggest",),
    stops=("POL-9.decide",),
)
SUGGEST_SUPERVISION = Step(
    "suggest_supervision",
    source=("not_filed", "refused_again"),
    dest="supervision",
    who=HEADS,
    basis=("POL-9", "POL-8"),
    guards=(police_rules.supervised_by_a_procuratorate, rules.transfer_has_a_reason, rules.reporter_stays_hidden),
    papers=(police_papers.supervision_suggestion,),
    stops=("POL-8", "POL-9.suggest"),
)
ASK_REASONS = Step(
    "ask_reasons",
    source=("supervision",),
    dest="reasons_asked",
    who=PROSECUTORS_OR_SENDER,
    side="either",
    basis=("POL-10",),
    guards=(rules.the_right_side_acts,),
    starts=("POL-10.explain",),
)
EXPLAIN = Step(
    "explain",
    source=("reasons_asked",),
    dest="explained",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-10",),
    guards=(rules.the_right_side_acts, rules.transfer_has_a_reason),
    stops=("POL-10.explain",),
)
TELL_TO_FILE = Step(
    "tell_to_file",
    source=("explained",),
    dest="told_to_file",
    who=PROSECUTORS_OR_SENDER,
    side="either",
    basis=("POL-10",),
    guards=(rules.the_right_side_acts,),
    starts=("POL-10.file",),
)
FILE_AS_TOLD = Step(
    "file_as_told",
    source=("told_to_file",),
    dest="filed",
    who=POLICE_OR_SENDER,
    side="either",
    basis=("POL-10", "POL-11"),
    guards=(rules.the_right_side_acts, police_rules.filing_has_a_number, police_rules.notice_has_come),
    starts=("POL-11",),
    stops=("POL-10.file",),
    figure="transfer_filed",
)
END_SUPERVISION = Step(
    "end_supervision",
    source=("supervision", "explained"),
    dest="supervision_ended",
    who=PROSECUTORS_OR_SENDER,
    side="either",
    basis=("POL-10",),
    guards=(rules.the_right_side_acts, rules.transfer_has_a_reason),
)
RESUME_PENALTY = Step(
    "resume_penalty",
    source=("not_filed", "refused_again", "supervision_ended"),
    dest="penalty_resumed",
    who=STAFF,
    basis=("POL-12",),
    guards=(police_rules.papers_are_back,),
    stops=("POL-8", "POL-9.suggest"),
    figure="transfer_refused",
)
