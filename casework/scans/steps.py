"""The table of scans: a signed paper comes back and is matched (M-34)."""

from casework.identity.roles import HANDLERS
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step
from casework.scans import rules
from casework.scans.models import MATCHED, NAME

MATCH = Step(
    "match",
    source=(START,),
    dest=MATCHED,
    who=(*HANDLERS, "archivist@committee"),
    basis=("M-34", "M-36"),
    guards=(
        rules.one_scan_is_handed_in,
        rules.the_scan_is_of_a_paper_of_this_case,
        rules.the_scan_is_of_the_text_that_is_signed,
        rules.who_signed_is_ticked,
        rules.the_day_of_signing_is_told,
    ),
)

SCAN = Procedure(NAME, final=(MATCHED,), steps=(MATCH,))
