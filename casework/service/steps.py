"""The table of service: sent, proved or failed, sent again, given up (T-13)."""

from casework.identity.roles import HANDLERS
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step
from casework.service import papers, rules
from casework.service.models import GIVEN_UP, NAME, SENT, SERVED, UNDELIVERED

NOTICE = ("T-13.notice",)
SENDING = (
    rules.the_way_is_lawful,
    rules.electronic_service_is_consented,
    rules.a_public_notice_comes_last,
    rules.a_confirmation_is_complete,
    rules.the_day_of_sending_is_told,
)

SEND = Step(
    "send",
    source=(START,),
    dest=SENT,
    who=HANDLERS,
    basis=("T-13", "D-22"),
    guards=(rules.a_paper_goes_to_a_party, rules.it_is_not_under_way_or_served, *SENDING),
    papers=(papers.receipt_of_service,),
    may_start=NOTICE,
)
PROVE = Step(
    "prove",
    source=(SENT,),
    dest=SERVED,
    who=HANDLERS,
    basis=("T-13",),
    guards=(rules.the_proof_fits_the_way, rules.the_day_of_receipt_is_told, rules.the_days_of_the_notice_are_over),
    stops=NOTICE,
)
FAIL = Step(
    "fail", source=(SENT,), dest=UNDELIVERED, who=HANDLERS, basis=("T-13",), guards=(rules.the_failure_is_told,),
    stops=NOTICE,
)  # fmt: skip
SEND_AGAIN = Step(
    "send_again",
    source=(UNDELIVERED,),
    dest=SENT,
    who=HANDLERS,
    basis=("T-13", "D-22"),
    guards=SENDING,
    papers=(papers.receipt_of_service,),
    may_start=NOTICE,
)
GIVE_UP = Step(
    "give_up", source=(SENT, UNDELIVERED), dest=GIVEN_UP, who=HANDLERS, basis=("T-13",),
    guards=(rules.a_reason_is_written,), stops=NOTICE,
)  # fmt: skip

SERVICE = Procedure(NAME, final=(SERVED, GIVEN_UP), steps=(SEND, PROVE, FAIL, SEND_AGAIN, GIVE_UP))
