"""The table of corrections (CMP-3, M-10): a party put right, a party that joins, a right put right or added, the dispute itself."""

from casework.complaints.posts import INTAKE
from casework.corrections import rules
from casework.corrections.models import NAME, RECORDED
from casework.enforcement.posts import STAFF
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Guard, Step

WHO = tuple(dict.fromkeys((*INTAKE, *STAFF, "registrar@committee", "mediator@committee")))


def _step(name: str, basis: tuple[str, ...], told: Guard) -> Step:
    guards = (
        rules.the_dispute_is_in_our_hands,
        told,
        rules.why_it_is_put_right_is_told,
        rules.no_text_with_the_old_words_is_being_signed,
    )
    return Step(name, source=(START,), dest=RECORDED, who=WHO, basis=basis, guards=guards)


CORRECT_PARTY = _step("correct_party", ("CMP-3", "M-10"), rules.the_party_put_right_is_named)
JOIN_PARTY = _step("join_party", ("CMP-3", "M-10"), rules.the_joining_party_is_told)
CORRECT_RIGHT = _step("correct_right", ("CMP-3", "M-10"), rules.the_right_put_right_is_named)
CORRECT_CASE = _step("correct_case", ("CMP-3", "M-10"), rules.something_else_is_told_of_the_dispute)

CORRECTION = Procedure(NAME, final=(RECORDED,), steps=(CORRECT_PARTY, JOIN_PARTY, CORRECT_RIGHT, CORRECT_CASE))
