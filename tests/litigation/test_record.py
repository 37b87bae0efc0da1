"""The outside record: facts of other authorities beside our own proceedings."""

from datetime import date

import pytest

from casework.base.errors import StepRefused
from casework.litigation import steps
from casework.litigation.verbs import OutsideFacts, close, open_with, record_act
from tests.support.city import NOON, a_complaint

COURT = OutsideFacts("大冶市人民法院", date(2026, 3, 1), "（2026）鄂0281民初1号")


@pytest.fixture
def complaint(city):
    """A dispute at a station."""
    return a_complaint(city)


def record(city, complaint, *names: str):
    """A record with these acts in order."""
    actor = city.actor("clerk")
    kept = open_with(complaint.case, steps.BY_NAME[names[0]], COURT, actor=actor, now=NOON)
    for name in names[1:]:
        record_act(kept, steps.BY_NAME[name], COURT, actor=actor, now=NOON)
    return kept


@pytest.mark.parametrize(
    ("names", "state"),
    [
        (("file_suit",), "suit"),
        (
            ("file_suit", "object_jurisdiction", "transfer_jurisdiction", "docket_suit", "hear", "hear", "judge"),
            "judged",
        ),
        (("judge", "appeal", "docket_suit", "hear"), "tried"),
        (("send_to_prosecution", "not_prosecute", "give_opinion"), "not_prosecuted"),
        (("notarise_evidence", "file_suit", "publish"), "suit"),
        (("sue_administration",), "suit"),
        (("judge", "appeal", "withdraw_appeal"), "judged"),
        (("arrest", "approve_arrest"), "criminal"),
    ],
)
def test_acts_lead_to_the_state(city, complaint, names, state):
    kept = record(city, complaint, *names)

    assert kept.state == state
    assert [each.kind for each in kept.acts] == list(names)


def test_outside_acts_leave_our_proceeding_alone(city, complaint):
    record(city, complaint, "file_suit", "judge")

    assert complaint.state == "submitted"


@pytest.mark.parametrize(
    ("facts", "code"),
    [(OutsideFacts(None), "the_authority_is_named"), (OutsideFacts("法院", date(2026, 3, 3)), "it_has_happened")],
)
def test_refused_with_its_reason_and_cured(city, complaint, facts, code):
    actor = city.actor("clerk")

    with pytest.raises(StepRefused) as refused:
        open_with(complaint.case, steps.BY_NAME["file_suit"], facts, actor=actor, now=NOON)

    assert [each.code for each in refused.value.refusals] == [code]
    assert record(city, complaint, "file_suit").state == "suit"


def test_closed_record_takes_no_more(city, complaint):
    kept = close(record(city, complaint, "file_suit"), None, actor=city.actor("clerk"), now=NOON)

    with pytest.raises(StepRefused):
        record_act(kept, steps.BY_NAME["judge"], COURT, actor=city.actor("clerk"), now=NOON)
