import json

import pytest

from casework.identifiers.batch import answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            {"id": "1", "kind": "patent", "value": " ZL 2016 2 0913636.X "},
            {"id": "1", "valid": True, "canonical": "ZL201620913636.X", "problems": []},
        ),
        (
            {"id": "2", "kind": "patent", "value": "CN108993444A"},
            {
                "id": "2",
                "valid": False,
                "canonical": None,
                "problems": [{"code": "publication_number", "message": "这是公开号,不是专利号"}],
            },
        ),
        (
            {"id": "3", "kind": "uscc", "value": "91440300192203821Y"},
            {
                "id": "3",
                "valid": False,
                "canonical": "91440300192203821Y",
                "problems": [{"code": "check_digit", "message": "校验位应为 6"}],
            },
        ),
        (
            {"id": "4", "kind": "court_number", "value": "［2026］鄂0202民特12号"},
            {"id": "4", "valid": True, "canonical": "（2026）鄂0202民特12号", "problems": []},
        ),
    ],
)
def test_answer_is_the_contract_s(today, question, expected):
    assert answer(question, today=today) == expected


def test_use_of_confirmation_is_asked_for(today):
    question = {"id": "1", "kind": "court_number", "value": "（2026）鄂0202民初12号", "use": "confirmation"}

    told = answer(question, today=today)

    assert (told["valid"], [each["code"] for each in told["problems"]]) == (True, ["not_confirmation"])


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (None, "missing_field"),
        ([], "missing_field"),
        ({"kind": "patent", "value": "1"}, "missing_field"),
        ({"id": "1", "value": "1"}, "missing_field"),
        ({"id": "1", "kind": "patent"}, "missing_field"),
        ({"id": "1", "kind": "patent", "value": None}, "missing_field"),
        ({"id": "1", "kind": "stamp", "value": "1"}, "unknown_kind"),
        ({"id": "1", "kind": ["patent"], "value": "1"}, "unknown_kind"),
        ({"id": "1", "kind": "patent", "value": 201620913636}, "bad_option"),
        ({"id": "1", "kind": "patent", "value": ["ZL201620913636.X"]}, "bad_option"),
        ({"id": "1", "kind": "patent", "value": "1", "use": "other"}, "bad_option"),
        ({"id": "1", "kind": "patent", "value": "1", "use": 1}, "bad_option"),
    ],
)
def test_question_that_cannot_be_answered_says_so(today, question, code):
    told = answer(question, today=today)

    assert (set(told), told["error"]["code"]) == ({"id", "error"}, code)
    assert json.dumps(told["error"]["message"]) != '""'


def test_unknown_extra_field_and_null_use_are_ignored(today):
    question = {"id": "1", "kind": "trademark", "value": "3541196", "use": None, "note": 5}

    assert answer(question, today=today)["canonical"] == "3541196"
