"""The tables of K5 and K6, from police and procuratorate to an agency, and of notices K11 and K12."""

from casework.procedure.models import START
from casework.procedure.step import Step
from casework.transfers import in_rules, papers, police_rules, rules
from casework.transfers.posts import HEADS, OFFICERS, POLICE, PROSECUTORS, SENDERS_OF_CLUES, STAFF

ANNOUNCE = Step(
    "announce",
    source=(START,),
    dest="announced",
    who=(*POLICE, *PROSECUTORS),
    side="counterpart",
    basis=("REV-1", "REV-4"),
    guards=(
        in_rules.sender_is_of_the_kind,
        in_rules.receiver_is_an_agency,
        rules.reverse_levels_are_equal,
        rules.transfer_has_a_reason,
        in_rules.opinion_and_decision_are_there,
        rules.none_of_this_kind_is_open,
    ),
    figure="reverse_sent",
)
RECEIVE = Step(
    "receive",
    source=(START, "announced"),
    dest="received",
    who=OFFICERS,
    basis=("REV-1", "REV-4"),
    guards=(
        in_rules.sender_is_known,
        in_rules.opinion_and_decision_are_there,
        rules.receipt_has_name_and_instant,
        rules.reverse_levels_are_equal,
        rules.none_of_this_kind_is_open,
    ),
    papers=(papers.receipt,),
    starts=("REV-9.register",),
    may_start=("REV-7",),
    figure="reverse_received",
)
HOLD = Step(
    "hold",
    source=("received",),
    dest="held",
    who=HEADS,
    basis=("REV-6",),
    guards=(rules.transfer_has_a_reason,),
)
RELEASE = Step("release", source=("held",), dest="received", who=HEADS, basis=("REV-6",))
OPEN_LEAD = Step(
    "open_lead",
    source=("received",),
    dest="lead_opened",
    who=OFFICERS,
    basis=("REV-9", "PEN-1"),
    stops=("REV-9.register",),
)
REPLY = Step(
    "reply",
    source=("received", "lead_opened"),
    dest="replied",
    who=STAFF,
    basis=("REV-10", "REV-4"),
    guards=(rules.a_result_is_told, in_rules.the_matter_is_settled),
    papers=(papers.reply,),
    stops=("REV-7", "REV-9.register"),
    figure="reverse_replied",
)

GIVE_NOTICE = Step(
    "give_notice",
    source=(START,),
    dest="noticed",
    who=SENDERS_OF_CLUES,
    basis=("ADM-11", "STN-6"),
    guards=(
        rules.receiver_may_take_it,
        rules.transfer_has_a_reason,
        rules.reporter_stays_hidden,
        in_rules.clues_of_duty_crimes_stay_outside,
    ),
    papers=(papers.clue_letter,),
    figure="clue_sent",
)
REFER_ABROAD = Step(
    "refer_abroad",
    source=(START,),
    dest="referred",
    who=SENDERS_OF_CLUES,
    basis=("STN-7",),
    guards=(in_rules.the_body_is_named, rules.transfer_has_a_reason),
    papers=(papers.clue_letter,),
)
ACKNOWLEDGE = Step(
    "acknowledge",
    source=("noticed",),
    dest="acknowledged",
    who=SENDERS_OF_CLUES,
    side="either",
    basis=("ADM-11",),
    guards=(rules.the_right_side_acts, rules.receipt_has_name_and_instant),
)
TELL_NEWS = Step(
    "tell_news",
    source=("noticed", "acknowledged"),
    dest="=",
    who=SENDERS_OF_CLUES,
    side="either",
    basis=("REV-2",),
    guards=(police_rules.news_is_named,),
)
CLOSE_NOTICE = Step(
    "close_notice", source=("noticed", "acknowledged"), dest="closed", who=SENDERS_OF_CLUES, basis=("ADM-11",)
)
