"""The reasons that the paths do not meet: each guard asked with exactly that fact false."""

from datetime import date

import pytest

from casework.enforcement import facts as f
from casework.enforcement import rules
from casework.enforcement import verbs as do
from casework.enforcement.steps import PENALTY
from casework.procedure.asking import refusals
from tests.enforcement.walk import at, codes, filed, investigating, lead, notified
from tests.transfers.walk import suspected

STEP = PENALTY.steps


def asked(town, penalty, step, facts=None, login="officer", now=None):
    """The codes of the reasons against a step of the penalty procedure."""
    actor = getattr(town, login)
    return [each.code for each in refusals(penalty, STEP[step], actor=actor, now=now or at(7, 2), facts=facts)]


def test_investigation_ends_with_findings_in_words(town, case):
    penalty = investigating(town, case, at(7, 1))

    assert asked(town, penalty, "conclude", f.Findings("")) == ["findings_are_told"]
    assert asked(town, penalty, "conclude", f.Findings("查明侵权")) == []


def test_seizure_is_not_extended_after_its_end(town, case):
    penalty = investigating(town, case, at(7, 1))
    do.take_measure(
        penalty, f.MeasureFacts("seizure", "电机四台", "门店", "黄市监扣〔2026〕1号"), actor=town.officer, now=at(7, 1)
    )
    named = f.MeasureNamed(1, "案情复杂")

    assert asked(town, penalty, "extend_measure", named, "head") == []
    assert asked(town, penalty, "extend_measure", named, "head", at(9, 20)) == ["seizure_can_be_extended.late"]


def test_decision_without_a_notice_is_not_lawful(town, case):
    penalty = notified(town, case, at(7, 1), date(2026, 7, 1))
    penalty.notified_on = None

    said = asked(town, penalty, "decide", f.Decision("罚款", 100), "head")

    assert "the_party_was_heard.unnotified" in said


def test_case_suspended_for_a_crime_is_not_resumed_by_hand(town, case):
    penalty = filed(town, case, at(7, 1))
    suspected(town, case, at(7, 2))

    assert penalty.suspended_ground == "crime"
    assert asked(town, penalty, "resume", login="head") == ["suspended_for_another_ground"]


def test_case_is_not_revived_while_the_police_have_it(town, case):
    penalty = filed(town, case, at(7, 1))
    suspected(town, case, at(7, 2))

    assert codes(lambda: do.revive(penalty, actor=town.officer, now=at(7, 3))) == ["the_crime_is_settled"]


def test_case_suspended_on_another_ground_is_not_revived(town, case):
    penalty = filed(town, case, at(7, 1))
    do.suspend(penalty, f.Suspension("other_case", "以另案为依据"), actor=town.head, now=at(7, 2))

    assert codes(lambda: do.revive(penalty, actor=town.officer, now=at(7, 3))) == ["suspended_for_crime"]


@pytest.mark.parametrize(
    ("guard", "filed_on", "refused"),
    [
        (rules.it_was_filed, None, True),
        (rules.it_was_filed, date(2026, 7, 1), False),
        (rules.it_was_not_filed, date(2026, 7, 1), True),
        (rules.it_was_not_filed, None, False),
    ],
)
def test_lead_goes_back_to_a_lead_and_a_case_to_a_case(town, case, guard, filed_on, refused):
    penalty = lead(town, case, at(7, 1))
    suspected(town, case, at(7, 2))
    penalty.filed_on = filed_on
    step = "revive" if guard is rules.it_was_filed else "revive_lead"

    assert (guard.name in asked(town, penalty, step)) is refused
