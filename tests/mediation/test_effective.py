"""The effective date: the published vectors, every regime with every element lacking, and bad questions."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.clock.due import compute
from casework.mediation.effective import REGIMES, Effective, answer, effective

VECTORS = json.loads((Path(__file__).parent / "data" / "effective_dates.json").read_text("utf-8"))["vectors"]
NOT_YET = dict.fromkeys(("effective", "also", "window_from", "confirmation_due", "provisional"))


def agreement(regime: str, **fields: Any) -> dict[str, Any]:
    """Parties 1 and 2 June, mediator 3 June, seal 4 June, oral 5 June 2026."""
    signatures = [{"party": "甲", "at": "2026-06-01"}, {"party": "乙", "at": "2026-06-02"}]
    return {
        "regime": regime,
        "signatures": signatures,
        "mediator_at": "2026-06-03",
        "seal_at": "2026-06-04",
        "reached_at": "2026-06-05",
    } | fields


@pytest.mark.parametrize("vector", VECTORS, ids=[each["id"] for each in VECTORS])
def test_answer_agrees_with_the_vector(vector: dict[str, Any]) -> None:
    answered = answer(vector)

    assert {name: answered[name] for name in vector["expect"]} == vector["expect"]
    assert bool(answered["missing"]) == (vector["expect"]["effective"] is None)


@pytest.mark.parametrize(
    ("regime", "effect", "also", "window", "due"),
    [
        ("people_written", "2026-06-04", None, "2026-06-04", "2026-07-06"),
        ("people_oral", "2026-06-05", None, "2026-06-05", "2026-07-06"),
        ("court_assigned", "2026-06-02", None, "2026-06-02", "2026-07-02"),
        ("court_online", "2026-06-02", None, "2026-06-02", "2026-07-02"),
        ("administrative", "2026-06-04", None, "2026-06-04", "2026-07-06"),
        ("commercial", "2026-06-04", None, "2026-06-04", "2026-07-06"),
        ("people_in_court_assigned", "2026-06-04", "2026-06-02", "2026-06-02", "2026-07-02"),
    ],
)
def test_effective_counts_the_elements_of_the_regime(
    regime: str, effect: str, also: str | None, window: str, due: str
) -> None:
    answered = answer({"id": "1", "agreement": agreement(regime)})

    assert answered == {
        "id": "1",
        "effective": effect,
        "also": also,
        "window_from": window,
        "confirmation_due": due,
        "provisional": False,
        "missing": [],
    }


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("element", ["mediator_at", "seal_at", "reached_at", "signatures"])
def test_effective_waits_for_exactly_the_elements_of_the_regime(regime: str, element: str) -> None:
    needed = "parties" if element == "signatures" else element

    found = effective(agreement(regime, **{element: None}))

    assert bool(found.missing) == (found.effective is None) == (needed in REGIMES[regime].elements)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"seal_at": None}, ["未加盖调解组织印章"]),
        ({"mediator_at": None, "seal_at": None}, ["调解员未签名", "未加盖调解组织印章"]),
        ({"signatures": []}, ["缺少另一方当事人的签名"]),
        ({"signatures": [{"party": "甲", "at": "2026-06-01"}]}, ["缺少另一方当事人的签名"]),
        (
            {"signatures": [{"party": "甲", "at": None}, {"party": "乙", "at": "2026-06-01"}]},
            ["甲未签名、盖章或者按指印"],
        ),
        (
            {"signatures": [{"party": "甲", "at": "2026-06-01"}, {"at": "2026-06-01"}, {"party": "丙"}]},
            ["丙未签名、盖章或者按指印"],
        ),
    ],
)
def test_answer_names_what_is_lacking(fields: dict[str, Any], missing: list[str]) -> None:
    answered = answer({"id": "1", "agreement": agreement("people_written", **fields)})

    assert answered == {"id": "1", **NOT_YET, "missing": missing}


def test_oral_agreement_lacks_the_day_it_was_reached() -> None:
    answered = answer({"id": "1", "agreement": {"regime": "people_oral"}})

    assert answered == {"id": "1", **NOT_YET, "missing": ["未记录达成口头协议的日期"]}


def test_both_regimes_on_one_day_leave_no_second_date() -> None:
    same = [{"party": "甲", "at": "2026-06-04"}, {"party": "乙", "at": "2026-06-04"}]

    found = effective(agreement("people_in_court_assigned", signatures=same))

    assert (found.effective, found.also, found.window_from) == (date(2026, 6, 4), None, date(2026, 6, 4))


def test_parties_who_sign_last_leave_no_second_date() -> None:
    late = [{"party": "甲", "at": "2026-06-10"}, {"party": "乙", "at": "2026-06-09"}]

    found = effective(agreement("people_in_court_assigned", signatures=late))

    assert (found.effective, found.also) == (date(2026, 6, 10), None)


def test_party_with_signature_and_seal_has_signed_with_the_last_of_them() -> None:
    signatures = [*agreement("court_assigned")["signatures"], {"party": "甲", "at": "2026-06-08"}]

    assert effective(agreement("court_assigned", signatures=signatures)).effective == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("at", "local"),
    [
        ("2026-05-20T15:59:59Z", date(2026, 5, 20)),
        ("2026-05-20T16:00:00Z", date(2026, 5, 21)),
        ("2026-05-21T00:00:00+08:00", date(2026, 5, 21)),
        ("2026-05-20T23:59:59.999999+08:00", date(2026, 5, 20)),
        ("2026-05-21T23:30", date(2026, 5, 21)),
        ("2026-05-21", date(2026, 5, 21)),
        (date(2026, 5, 21), date(2026, 5, 21)),
        (datetime(2026, 5, 20, 16, tzinfo=UTC), date(2026, 5, 21)),
    ],
)
def test_instants_count_by_their_shanghai_date(at: object, local: date) -> None:
    assert effective({"regime": "people_oral", "reached_at": at}).effective == local


def test_window_beyond_the_calendar_is_provisional() -> None:
    found = effective({"regime": "people_oral", "reached_at": "2026-12-02"})

    assert found == Effective(
        effective=date(2026, 12, 2),
        also=None,
        window_from=date(2026, 12, 2),
        confirmation_due=date(2027, 1, 4),
        provisional=True,
        missing=(),
    )


@pytest.mark.parametrize("regime", REGIMES)
def test_window_is_the_clock_of_the_regime(regime: str) -> None:
    found = effective(agreement(regime))

    assert found.window_from is not None
    assert found.confirmation_due == compute(REGIMES[regime].clock, found.window_from).due


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "missing_field"),
        ({"agreement": []}, "bad_option"),
        ({"agreement": {}}, "missing_field"),
        ({"agreement": {"regime": "handshake"}}, "unknown_kind"),
        ({"agreement": {"regime": ["people_oral"]}}, "unknown_kind"),
        ({"agreement": agreement("people_written", signatures="甲乙")}, "bad_option"),
        ({"agreement": agreement("people_written", signatures=["甲"])}, "bad_option"),
        ({"agreement": agreement("people_written", signatures=[{"party": "甲", "at": "昨天"}])}, "bad_date"),
        ({"agreement": agreement("people_written", seal_at="2026-02-30")}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at=20260605)}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at="2026-6-5")}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at="2026-06-05T25:00")}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at="9999-12-31T23:00:00Z")}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at="9999-12-31")}, "bad_date"),
        ({"agreement": agreement("people_oral", reached_at="2010-06-05")}, "no_rule_in_force"),
    ],
)
def test_answer_to_a_bad_question_is_an_error_with_a_code(asked: dict[str, Any], code: str) -> None:
    answered = answer({"id": "1", **asked})

    assert (answered["id"], answered["error"]["code"]) == ("1", code)
