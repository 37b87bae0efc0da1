"""The table of notices: each row names a step that exists and words that exist, and says no more than it must."""

import pytest

from casework.base.phrases import has_phrase, phrase
from casework.notices.table import rules
from casework.web.rooms import procedures

FORBIDDEN = ("name", "amount", "code", "right", "title")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_row_names_a_step_and_words(rule):
    assert rule.name in procedures()[rule.procedure].steps
    assert set(rule.to) <= {"applicant", "respondent", "parties", "handler", "counterpart"}
    assert has_phrase(f"notices.says.{rule.says}")
    assert has_phrase(f"notices.text.{rule.says}")


def test_rows_are_numbered_on_and_tell_a_step_once():
    assert [each.id for each in rules()] == [f"N-{place:02d}" for place in range(1, len(rules()) + 1)]
    assert len({each.step for each in rules()}) == len(rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_have_room_for_time_and_place_alone(rule, lang):
    told = {"when": "<when>", "place": "<place>"}

    said = phrase(f"notices.says.{rule.says}", lang, **told) + phrase(f"notices.text.{rule.says}", lang, **told)

    assert "{" not in said
    assert ("<when>" in said) == (rule.part == "date")
