"""The rule book: complete, of one version a day, and readable in two languages."""

import json
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from casework.base.phrases import reading_in
from casework.clock.clocks import default_table
from casework.law import UnknownRule, all_rules, canonical, cite

DATA = Path(__file__).parent / "data"
ALIASES = {
    "CAL-1": "T-07",
    "CAL-2": "T-01",
    "CAL-12": "T-09",
    "LNK-1": "J-01",
    "LNK-8": "C-09",
    "LNK-16": "E-02",
    "LNK-19": "M-34",
    "MED-9": "J-08",
    "IPX-14": "L-01",
}


def read(name: str) -> Any:
    return json.loads((DATA / name).read_text("utf-8"))


@pytest.fixture(name="rows")
def citation_rows() -> list[dict[str, Any]]:
    """The rows of the delivered file."""
    file = Path(__file__).parents[2] / "casework" / "law" / "data" / "citations.json"
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return rows


def test_cite_knows_every_rule_of_the_rule_books() -> None:
    today = date(2026, 11, 23)

    cited = {rule: cite(rule, today).article_zh for rule in read("rule_ids.json")["rules"]}

    assert [rule for rule, article in cited.items() if not article] == []


def test_cite_knows_every_clock_and_every_rule_a_vector_names() -> None:
    in_use = read("rules_in_use.json")

    cited = {cite(rule, date(2026, 11, 23)).rule for rule in in_use["clocks"] + in_use["named"]}

    assert cited <= set(all_rules())


@pytest.mark.parametrize(
    ("rule", "on", "article"),
    [
        ("X-08", date(2026, 12, 31), "商标法(2019修正)第60条"),
        ("X-08", date(2027, 1, 1), "商标法(2026修订)第74条"),
        ("PEN-17", date(2027, 1, 1), "商标法(2026修订)第76条"),
        ("J-02", date(2012, 12, 31), "人民调解法第33条"),
        ("J-02", date(2021, 12, 31), "民事诉讼法(2012修正、2017修正)第194条"),
        ("J-02", date(2023, 12, 31), "民事诉讼法(2021修正)第201条"),
        ("J-02", date(2024, 1, 1), "民事诉讼法(2023修正)第205条"),
        ("J-19", date(2023, 12, 31), "民事诉讼法(2021修正)第202条"),
        ("J-19", date(2026, 11, 23), "民事诉讼法(2023修正)第206条"),
        ("CMP-6", date(2026, 4, 14), "市场监督管理投诉举报处理暂行办法(总局令第20号)第21条"),
        ("CMP-6", date(2026, 4, 15), "市场监督管理投诉举报处理办法(总局令第121号)第23条"),
        ("LNK-13", date(2026, 3, 1), "仲裁法(2025修订)第35条"),
        ("M-34", date(2026, 11, 23), "人民调解法第29条第2款"),
        ("C-09.assigned", date(2026, 11, 23), "人民法院特邀调解的规定(法释〔2016〕14号)第27条"),
    ],
)
def test_cite_chooses_the_version_of_the_day(rule: str, on: date, article: str) -> None:
    assert cite(rule, on).article_zh == article


@pytest.mark.parametrize("rule", ["J-02", "LBL-1", "LNK-13", "J-21.party", "CMP-6"])
def test_cite_agrees_with_the_clock_on_its_version(rule: str) -> None:
    clock_rows = default_table().versions(rule)

    spans = [(cite(rule, row.valid_from or date.max).valid_from, row.valid_from) for row in clock_rows]

    assert [span for span in spans if span[0] != span[1]] == []


def test_cite_before_the_first_version_gives_it_and_says_it_is_not_in_force() -> None:
    found = cite("IPX-2", date(2026, 11, 23))

    assert (found.valid_from, found.in_force(date(2026, 11, 23))) == (date(2027, 1, 1), False)
    assert found.in_force(date(2027, 1, 1))


@pytest.mark.parametrize(("alias", "rule"), ALIASES.items())
def test_canonical_resolves_aliases(alias: str, rule: str) -> None:
    assert canonical(alias) == rule


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ("1.9", "1.9"),
        ("J-21.third_party", "J-21"),
        ("LNK-8.assigned", "C-09"),
        ("ADJ-22", "ADJ-22"),
        ("K7", "K7"),
    ],
)
def test_canonical_keeps_ids_and_drops_suffixes(given: str, rule: str) -> None:
    assert canonical(given) == rule


@pytest.mark.parametrize("rule", ["", "J-99", "9.9", "J-99.party", "J-02 "])
def test_unknown_rule_is_an_error(rule: str) -> None:
    with pytest.raises(UnknownRule, match="规则库中没有编号为"):
        cite(rule, date(2026, 11, 23))


def test_all_rules_are_canonical_and_unique() -> None:
    rules = all_rules()

    assert rules == tuple(dict.fromkeys(canonical(rule) for rule in rules))


def test_versions_of_a_rule_follow_each_other_without_gap(rows: list[dict[str, Any]]) -> None:
    spans = defaultdict(list)
    for row in rows:
        spans[row["rule"]].append((row["valid_from"], row["valid_to"]))

    breaks = [
        rule
        for rule, versions in spans.items()
        for (_, end), (begin, _) in pairwise(versions)
        if date.fromisoformat(end) + timedelta(days=1) != date.fromisoformat(begin)
    ]

    assert breaks == []


def test_rows_are_complete_sentences_in_both_languages(rows: list[dict[str, Any]]) -> None:
    fields = {"rule", "article_zh", "text_zh", "text_en", "mark", "valid_from", "valid_to"}

    faulty = [
        row["rule"]
        for row in rows
        if row.keys() != fields or not row["text_zh"].endswith("。") or not row["text_en"].endswith(".")
    ]

    assert faulty == []
    assert {row["mark"] for row in rows} == {"verified", "partly", "memory", "design"}


def test_house_rules_are_marked_as_design(rows: list[dict[str, Any]]) -> None:
    assert {row["mark"] for row in rows if row["article_zh"] == "内部规定"} == {"design"}


def test_text_is_in_the_language_of_the_reader() -> None:
    found = cite("M-07", date(2026, 11, 23))

    with reading_in("en"):
        english = found.text

    assert (found.text, english) == (
        "人民调解不收取任何费用。",
        "No fee of any kind may be charged for people's mediation.",
    )
