"""The rule book for readers: a search, a page per rule, and a link wherever a rule is named."""

from datetime import date

from casework.desk.rulebook import rule_shown, rules_found
from casework.law.citations import all_rules

TODAY = date(2026, 11, 23)


def test_search_finds_by_words_of_the_sentence():
    assert "J-02" in [each.rule for each in rules_found("司法确认 三十日", TODAY)]


def test_search_for_nonsense_finds_nothing():
    assert rules_found("没有这样的规则", TODAY) == []


def test_rule_names_its_clocks_and_the_steps_it_bars(session):
    shown = rule_shown("J-02", TODAY)

    assert [row.rule for row in shown.clocks] == ["J-02"]
    assert ("confirmation", "close_window") in [(use.procedure, use.step.name) for use in shown.uses]


def test_suffix_of_a_clock_leads_to_its_rule(session):
    assert rule_shown("C-09.assigned", TODAY).now.rule == "C-09"


def test_citation_moves_at_new_year(session):
    articles = [rule_shown("X-08", day).now.article_zh for day in (TODAY, date(2027, 1, 1))]

    assert articles[0] != articles[1]


def test_every_rule_has_a_page(session):
    assert [rule for rule in all_rules() if rule_shown(rule, TODAY) is None] == []


def test_pages_are_linked_from_a_reason(signed_in, registered):
    client, number = signed_in("clerk"), registered().case.number

    case = client.get(f"/cases/{number}").text
    page = client.get("/rules/CMP-3")

    assert 'href="/rules/CMP-3"' in case
    assert (page.status_code, "七" in page.text or "7" in page.text) == (200, True)
    assert client.get("/rules/X-99").status_code == 404
    assert client.get("/rules?q=司法确认").status_code == 200
