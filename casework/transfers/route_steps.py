"""The table of K7, K9 and K10: a dispute goes on to court, arbitration or notary (transfer.md 2.4)."""

from casework.enforcement.posts import OFFICERS
from casework.procedure.models import START
from casework.procedure.step import Step
from casework.transfers import papers, route_rules, rules
from casework.transfers.posts import DISPUTE_STAFF

TAKERS = ("clerk@court", "officer@arbitration", "officer@notary", *DISPUTE_STAFF, *OFFICERS)
EVERYBODY = tuple(dict.fromkeys(TAKERS))

GO_ON = Step(
    "go_on",
    source=(START,),
    dest="applied",
    who=tuple(dict.fromkeys(DISPUTE_STAFF)),
    basis=("LNK-9", "E-06", "E-02"),
    guards=(
        rules.sender_may_send_it,
        rules.receiver_may_take_it,
        rules.transfer_has_a_reason,
        route_rules.concessions_stay_behind,
        route_rules.arbitration_is_agreed,
        route_rules.debtor_promised_enforcement,
        rules.none_of_this_kind_is_open,
        rules.reporter_stays_hidden,
    ),
    papers=(papers.route_letter, papers.notary_application),
    may_start=("LNK-13",),
)
TAKE_ON = Step(
    "take_on",
    source=("applied",),
    dest="taken_on",
    who=EVERYBODY,
    side="either",
    basis=("LNK-9", "LNK-13"),
    guards=(rules.the_right_side_acts, route_rules.a_number_is_given),
    may_start=("E-03",),
    stops=("LNK-13",),
)
HALT = Step(
    "halt",
    source=("taken_on",),
    dest="=",
    who=EVERYBODY,
    side="either",
    basis=("E-03",),
    guards=(rules.the_right_side_acts, route_rules.the_notary_counts, rules.transfer_has_a_reason),
    pauses=("E-03",),
)
GO_ON_COUNTING = Step(
    "go_on_counting",
    source=("taken_on",),
    dest="=",
    who=EVERYBODY,
    side="either",
    basis=("E-03",),
    guards=(rules.the_right_side_acts, route_rules.the_notary_waits),
    resumes=("E-03",),
)
TURN_DOWN = Step(
    "turn_down",
    source=("applied",),
    dest="turned_down",
    who=EVERYBODY,
    side="either",
    basis=("LNK-13", "LNK-17"),
    guards=(rules.the_right_side_acts, rules.transfer_has_a_reason),
    stops=("LNK-13",),
)
CONCLUDE = Step(
    "conclude",
    source=("taken_on",),
    dest="concluded",
    who=EVERYBODY,
    side="either",
    basis=("LNK-14", "LNK-16"),
    guards=(rules.the_right_side_acts, rules.a_result_is_told),
    stops=("E-03",),
)
CERTIFY = Step(
    "certify",
    source=("concluded",),
    dest="certified",
    who=EVERYBODY,
    side="either",
    basis=("E-02", "LNK-16"),
    guards=(rules.the_right_side_acts, route_rules.it_went_to_a_notary, route_rules.a_number_is_given),
)
REFUSE_CERTIFICATE = Step(
    "refuse_certificate",
    source=("concluded",),
    dest="certificate_refused",
    who=EVERYBODY,
    side="either",
    basis=("LNK-17",),
    guards=(rules.the_right_side_acts, route_rules.it_went_to_a_notary, rules.transfer_has_a_reason),
)
END = Step("end", source=("concluded",), dest="ended", who=EVERYBODY, side="either", basis=("LNK-9",))
