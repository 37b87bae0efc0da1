"""For each guard: exactly that fact is falsified, exactly that code is seen, the cure lets the act pass."""

import pytest

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.base.phrases import catalogue
from casework.mediation.steps import MEDIATION
from tests.mediation.falsified import RULES, nothing, told_by
from tests.mediation.falsified_conduct import CONDUCT, INTAKE
from tests.mediation.falsified_ending import AGREEMENT, ENDING
from tests.mediation.falsified_invitation import ROWS as INVITATION
from tests.mediation.falsified_joint import ROWS as JOINT
from tests.mediation.falsified_screen import SCREEN
from tests.mediation.more_falsified import ROWS

WITHOUT_A_MEDIATION = ("both_sides_are_identified",)
TABLE = [*INTAKE, *CONDUCT, *AGREEMENT, *ENDING, *INVITATION, *JOINT, *SCREEN, *ROWS]
UNBEGUN = [each for each in TABLE if each.before is nothing or each.code in WITHOUT_A_MEDIATION]


@pytest.mark.parametrize("falsified", TABLE, ids=lambda each: each.code)
def test_guard_refuses_alone_and_lets_the_cure_pass(walk, falsified):
    falsified.before(walk)

    refused = told_by(falsified.wrong, walk)
    cured = told_by(falsified.right, walk)

    assert refused == [(falsified.code, falsified.rule)]
    assert cured == []


@pytest.mark.parametrize("falsified", [each for each in TABLE if each not in UNBEGUN], ids=lambda each: each.code)
def test_refused_act_writes_nothing(walk, case, falsified):
    falsified.before(walk)
    db.session.flush()
    db.session.refresh(case)
    before = (walk.m.state, walk.m.version, case.journal_count)

    told_by(falsified.wrong, walk)
    db.session.refresh(case)

    assert (walk.m.state, walk.m.version, case.journal_count) == before


def guards_of_the_table():
    """Guard -> rule, as the procedure names them."""
    return {guard.name: guard.rule for step in MEDIATION.steps.values() for guard in step.guards}


def test_every_guard_of_mediation_rests_on_the_rule_of_the_book():
    assert guards_of_the_table() == RULES


def test_every_sentence_of_every_guard_has_a_row():
    keys = [key.split(".") for key in catalogue() if key.startswith("guard.") and key.endswith(".fact")]
    sentences = {".".join(parts[1:-1]) for parts in keys if parts[1] in guards_of_the_table()}

    assert {each.code for each in TABLE} == sentences


def test_refusal_names_rule_article_cure_and_who(walk):
    walk.mediating()

    with pytest.raises(StepRefused) as refused:
        walk.settle(sum_fen=4_000_000)

    told = refused.value.refusals[0]
    assert (told.code, told.rule, told.field, told.by) == ("sum_matches_terms", "D-16", "sum_fen", "调解员")
    assert told.fact == "总额 40,000.00 元与各条之和 50,000.00 元不一致"
    assert told.article
