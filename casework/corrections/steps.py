"""The table of corrections (CMP-3, M-10): a party put right, a party that joins, a right put right or added, the dispute itself."""

from casework.corrections import rules
from casework.corrections.models import NAME, RECORDED
from casework.identity.roles import HANDLERS
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Guard, Step

UNSIGNED = rules.no_text_with_the_old_words_is_being_signed


def _step(name: str, *told: Guard) -> Step:
    guards = (rules.the_dispute_is_in_our_hands, *told, rules.why_it_is_put_right_is_told)
    return Step(name, source=(START,), dest=RECORDED, who=HANDLERS, basis=("CMP-3", "M-10"), guards=guards)


CORRECT_PARTY = _step("correct_party", rules.the_party_put_right_is_named, UNSIGNED)
JOIN_PARTY = _step("join_party", rules.the_joining_party_is_told, UNSIGNED)
CORRECT_RIGHT = _step("correct_right", rules.the_right_put_right_is_named, UNSIGNED)
CORRECT_CASE = _step("correct_case", rules.something_else_is_told_of_the_dispute)

CORRECTION = Procedure(NAME, final=(RECORDED,), steps=(CORRECT_PARTY, JOIN_PARTY, CORRECT_RIGHT, CORRECT_CASE))
