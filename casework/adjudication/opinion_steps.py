"""The table of the consultative opinion (ADJ-25): demand, waiting, request, opinion."""

from casework.adjudication import opinion_papers as papers
from casework.adjudication import opinion_rules as rules
from casework.adjudication.opinion_models import NAME
from casework.adjudication.rules import the_office_adjudicates, the_reason_of_the_office_is_told
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step

OFFICER = ("officer@ip_office",)

REGISTER_DEMAND = Step(
    "register_demand", source=(START,), dest="waiting", who=OFFICER, basis=("ADJ-25",),
    guards=(
        the_office_adjudicates, rules.the_warning_is_of_a_patent, rules.no_other_opinion_is_asked,
        rules.the_demand_is_dated,
    ),
    may_start=rules.WAITING,
)  # fmt: skip
HOLDER_ACTS = Step(
    "holder_acts", source=("waiting", "asked"), dest="holder_acted", who=OFFICER, basis=("ADJ-25",),
    guards=(rules.what_the_holder_did_is_told,), stops=rules.WAITING,
)  # fmt: skip
ASK = Step(
    "ask", source=("waiting",), dest="asked", who=OFFICER, basis=("ADJ-25",),
    guards=(rules.the_holder_had_time_to_act, rules.the_holder_kept_silent), stops=rules.WAITING,
)  # fmt: skip
GIVE = Step(
    "give", source=("asked",), dest="given", who=OFFICER, basis=("ADJ-25",),
    guards=(rules.the_opinion_has_its_reasons,), papers=(papers.opinion,),
)  # fmt: skip
DECLINE = Step(
    "decline", source=("waiting", "asked"), dest="declined", who=OFFICER, basis=("ADJ-25",),
    guards=(the_reason_of_the_office_is_told,), stops=rules.WAITING,
)  # fmt: skip

CONSULTATIVE_OPINION = Procedure(
    NAME,
    final=("holder_acted", "given", "declined"),
    steps=(REGISTER_DEMAND, HOLDER_ACTS, ASK, GIVE, DECLINE),
)
