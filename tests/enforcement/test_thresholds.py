"""Criminal thresholds: the published vectors, every line of the table met and missed, and bad questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from casework.base.phrases import reading_in
from casework.clock.clocks import default_table
from casework.enforcement.thresholds import Threshold, _table, answer, evaluate

VECTORS = json.loads((Path(__file__).parent / "data" / "thresholds.json").read_text("utf-8"))["vectors"]
AGAIN = {"punished_on": "2025-11-20", "acted_on": "2026-11-20"}
TWO_MARKS = {"marks": 2}
TWO_PATENTS = {"patents": 2, "real_patent_of_another": True}
SERVICES = {"object": "services"}
MIXED = {"object": "mixed"}

# crime, other facts, figure, its line
LINES = [
    ("213", {}, "income", 30000),
    ("213", {}, "turnover", 50000),
    ("213", TWO_MARKS, "income", 20000),
    ("213", TWO_MARKS, "turnover", 30000),
    ("213", AGAIN, "income", 20000),
    ("213", AGAIN, "turnover", 30000),
    ("213", SERVICES, "income", 50000),
    ("213", SERVICES | TWO_MARKS, "income", 30000),
    ("213", SERVICES | AGAIN, "income", 30000),
    ("213", MIXED, "income_goods", 30000),
    ("213", MIXED, "income_services", 50000),
    ("213", MIXED, "turnover", 50000),
    ("213", MIXED, "income", 50000),
    ("213", MIXED | {"income_goods": 29999}, "income_services", 20001),
    ("213", MIXED | TWO_MARKS | {"income_goods": 10000}, "income_services", 20000),
    ("213", MIXED | AGAIN | {"income_goods": 10000}, "income_services", 20000),
    ("214", {}, "income", 30000),
    ("214", {}, "sales", 50000),
    ("214", AGAIN, "income", 20000),
    ("214", AGAIN, "sales", 30000),
    ("214", {}, "stock_value", 150000),
    ("214", AGAIN, "stock_value", 90000),
    ("214", {"sales": 49999}, "stock_value", 100001),
    ("214", AGAIN | {"sales": 29999}, "stock_value", 60001),
    ("215", {}, "pieces", 10000),
    ("215", {}, "income", 20000),
    ("215", {}, "turnover", 30000),
    ("215", TWO_MARKS, "pieces", 5000),
    ("215", TWO_MARKS, "income", 10000),
    ("215", TWO_MARKS, "turnover", 20000),
    ("215", AGAIN, "pieces", 5000),
    ("215", AGAIN, "income", 10000),
    ("215", AGAIN, "turnover", 20000),
    ("215", {}, "stock_pieces", 30000),
    ("215", TWO_MARKS, "stock_pieces", 15000),
    ("215", AGAIN, "stock_pieces", 15000),
    ("215", {"pieces": 9000}, "stock_pieces", 21000),
    ("216", {}, "income", 100000),
    ("216", {}, "turnover", 200000),
    ("216", {}, "loss", 300000),
    ("216", TWO_PATENTS, "income", 50000),
    ("216", TWO_PATENTS, "turnover", 100000),
    ("216", TWO_PATENTS, "loss", 300000),
    ("216", AGAIN, "income", 50000),
    ("216", AGAIN, "turnover", 100000),
    ("217", {}, "income", 30000),
    ("217", {}, "turnover", 50000),
    ("217", AGAIN, "income", 20000),
    ("217", AGAIN, "turnover", 30000),
    ("217", {}, "copies", 500),
    ("217", {}, "works", 500),
    ("217", {}, "downloads", 10000),
    ("217", {}, "clicks", 100000),
    ("217", {}, "members", 1000),
    ("217", {"copies": 250}, "turnover", 25000),
    ("217", {"copies": 250}, "works", 250),
    ("217", {"copies": 250}, "downloads", 5000),
    ("217", {"copies": 250}, "clicks", 50000),
    ("217", {"copies": 250}, "members", 500),
    ("217", {"works": 250}, "members", 500),
    ("217", AGAIN | {"copies": 250}, "turnover", 15000),
    ("217", AGAIN | {"copies": 250}, "income", 10000),
    ("218", {}, "income", 50000),
    ("218", {}, "sales", 100000),
    ("218", {}, "copies", 1000),
    ("218", AGAIN, "income", 30000),
    ("218", AGAIN, "sales", 50000),
    ("218", {}, "stock_value", 300000),
    ("218", AGAIN, "stock_value", 150000),
    ("218", {"sales": 99999}, "stock_value", 200001),
    ("218", {}, "stock_pieces", 3000),
    ("218", {"copies": 999}, "stock_pieces", 2001),
    ("219", {}, "loss", 300000),
    ("219", {}, "income", 300000),
    ("219", AGAIN, "loss", 100000),
    ("219", AGAIN, "income", 100000),
]

# crime, other facts, figure, line of the serious tier
SERIOUS = [
    ("213", {}, "income", 300000),
    ("213", {}, "turnover", 500000),
    ("213", TWO_MARKS, "turnover", 300000),
    ("213", SERVICES, "income", 500000),
    ("213", MIXED | {"income_goods": 200000}, "income_services", 300000),
    ("214", {}, "sales", 500000),
    ("214", {}, "stock_value", 1500000),
    ("214", AGAIN, "income", 200000),
    ("215", {}, "pieces", 50000),
    ("215", {}, "stock_pieces", 150000),
    ("215", TWO_MARKS, "turnover", 100000),
    ("217", {}, "copies", 5000),
    ("217", {}, "members", 10000),
    ("219", {}, "loss", 3000000),
    ("219", AGAIN, "income", 1000000),
]


@pytest.mark.parametrize("vector", VECTORS, ids=[each["id"] for each in VECTORS])
def test_answer_agrees_with_the_vector(vector: dict[str, Any]) -> None:
    answered = answer(vector)

    assert {name: answered[name] for name in ("met", "tier")} == vector["expect"]
    assert answered["evaluate_transfer"] == answered["met"] == bool(answered["lines"])


@pytest.mark.parametrize(("crime", "facts", "figure", "line"), LINES)
def test_evaluate_is_met_at_the_line_and_not_below(crime: str, facts: dict[str, Any], figure: str, line: int) -> None:
    at = evaluate(crime, facts | {figure: line})
    below = evaluate(crime, facts | {figure: f"{line - 1}.99"})

    assert (at.met, at.tier) == (True, "basic")
    assert below == Threshold(met=False, tier="none", lines=())


@pytest.mark.parametrize(("crime", "facts", "figure", "line"), SERIOUS)
def test_evaluate_is_serious_at_the_multiple_and_basic_below(
    crime: str, facts: dict[str, Any], figure: str, line: int
) -> None:
    at = evaluate(crime, facts | {figure: line})
    below = evaluate(crime, facts | {figure: line - 1})

    assert (at.tier, below.tier) == ("serious", "basic")


@pytest.mark.parametrize(
    ("crime", "facts"),
    [
        ("213", {"object": "services", "turnover": 10**9}),
        ("213", {"sales": 10**9}),
        ("214", {"turnover": 10**9}),
        ("216", {"turnover": 10**9, "real_patent_of_another": False}),
        ("217", {"income": 29999, "copies": 250}),
        ("217", {"turnover": 49999}),
        ("219", {}),
        ("219", {"caused_bankruptcy": False, "loss": 1}),
    ],
)
def test_evaluate_counts_only_the_figures_of_the_crime(crime: str, facts: dict[str, Any]) -> None:
    assert evaluate(crime, facts) == Threshold(met=False, tier="none", lines=())


@pytest.mark.parametrize(("crime", "figure"), [("216", "turnover"), ("218", "sales")])
def test_evaluate_knows_crimes_without_a_serious_tier(crime: str, figure: str) -> None:
    assert evaluate(crime, {figure: 10**9}).tier == "basic"


@pytest.mark.parametrize(
    ("punished", "acted", "again"),
    [
        ("2024-11-20", "2026-11-20", True),
        ("2024-11-19", "2026-11-20", False),
        ("2024-11-20", "2026-11-21", False),
        ("2026-11-20", "2026-11-20", True),
        ("2026-11-21", "2026-11-20", False),
        ("2024-02-29", "2026-02-28", True),
        ("2024-02-29", "2026-03-01", False),
        ("9998-01-01", "9999-12-31", True),
        (None, "2026-11-20", False),
        ("2026-11-20", None, False),
    ],
)
def test_evaluate_counts_two_years_from_the_punishment(punished: str | None, acted: str | None, *, again: bool) -> None:
    found = evaluate("214", {"sales": 30000, "punished_on": punished, "acted_on": acted})

    assert found.met == again


def test_table_agrees_with_the_clock_of_repetition() -> None:
    (row,) = default_table().versions("LBL-3")

    assert (row.count, row.unit) == (_table()["repeat_years"], "year")


def test_bankruptcy_is_serious_without_any_amount() -> None:
    found = evaluate("219", {"caused_bankruptcy": True})

    assert found == Threshold(met=True, tier="serious", lines=("情节特别严重:导致权利人破产、倒闭",))


def test_lines_name_each_line_with_figure_and_limit() -> None:
    facts = {"sales": 600000, "stock_value": "900000.50", **AGAIN}

    found = evaluate("214", facts)

    assert found.lines == (
        "销售金额600000元,达到50000元",
        "未销售货值900000.50元,达到150000元",
        "销售金额与未销售货值合计1500000.50元,达到150000元",
        "二年内受处罚后又实施:销售金额600000元,达到30000元",
        "二年内受处罚后又实施:未销售货值900000.50元,达到90000元",
        "二年内受处罚后又实施:销售金额与未销售货值合计1500000.50元,达到90000元",
        "情节特别严重:销售金额600000元,达到500000元",
        "情节特别严重:销售金额与未销售货值合计1500000.50元,达到1500000元",
        "情节特别严重:二年内受处罚后又实施:销售金额600000元,达到300000元",
        "情节特别严重:二年内受处罚后又实施:未销售货值900000.50元,达到900000元",
        "情节特别严重:二年内受处罚后又实施:销售金额与未销售货值合计1500000.50元,达到900000元",
    )


def test_answer_is_the_one_of_the_contract() -> None:
    answered = answer({"id": "1", "crime": "214", "facts": {"sales": 20000, "stock_value": 130000}})

    assert answered == {
        "id": "1",
        "met": True,
        "tier": "basic",
        "lines": ["销售金额与未销售货值合计150000元,达到150000元"],
        "evaluate_transfer": True,
    }


def test_halves_are_named_with_both_items() -> None:
    with reading_in("en"):
        found = evaluate("217", {"copies": 300, "turnover": 26000})

    assert found.lines == (
        (
            "illegal turnover 26000 yuan (line 50000 yuan), copies 300 copies (line 500 copies): "
            "two items at half their lines each"
        ),
    )


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"id": "1"}, "missing_field"),
        ({"id": "1", "crime": "214"}, "missing_field"),
        ({"id": "1", "crime": None, "facts": {}}, "missing_field"),
        ({"crime": "214", "facts": {}}, "missing_field"),
        ("214", "missing_field"),
        ({"id": "1", "crime": "999", "facts": {}}, "unknown_kind"),
        ({"id": "1", "crime": "219-1", "facts": {}}, "unknown_kind"),
        ({"id": "1", "crime": ["214"], "facts": {}}, "unknown_kind"),
        ({"id": "1", "crime": "214", "facts": []}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": "many"}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": True}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": -1}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": float("nan")}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": float("inf")}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"sales": {}}}, "bad_option"),
        ({"id": "1", "crime": "213", "facts": {"object": "ships"}}, "bad_option"),
        ({"id": "1", "crime": "213", "facts": {"object": ["goods"]}}, "bad_option"),
        ({"id": "1", "crime": "216", "facts": {"real_patent_of_another": "yes"}}, "bad_option"),
        ({"id": "1", "crime": "214", "facts": {"punished_on": "2026-02-30"}}, "bad_date"),
        ({"id": "1", "crime": "214", "facts": {"acted_on": 20261120}}, "bad_date"),
    ],
)
def test_answer_to_a_bad_question_is_an_error_with_a_code(question: Any, code: str) -> None:
    answered = answer(question)

    assert answered["error"]["code"] == code
    assert answered["error"]["message"]
    assert answered["id"] == (question.get("id") if isinstance(question, dict) else None)


def test_answer_takes_the_article_as_a_number_and_money_as_text() -> None:
    answered = answer({"id": 7, "crime": 214, "facts": {"sales": "50000.00", "unheard": 1}})

    assert (answered["id"], answered["met"]) == (7, True)
