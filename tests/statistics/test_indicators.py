"""Indicators as data: every definition of the rules, values with their denominators, new versions as drafts."""

import pytest

from casework.base.errors import Invalid
from casework.statistics.grid import TOTAL, fill
from casework.statistics.indicators import (
    behind_indicator,
    draft,
    indicator,
    indicators,
    known_figures,
    preview,
    publish_indicator,
    value,
    versions,
)
from casework.statistics.period import month
from casework.statistics.tables import tables
from tests.statistics.instants import at

OCTOBER = month("2026-10")
NEW = {
    "key": "withdrawal_rate",
    "label": ["撤回率", "Withdrawal rate"],
    "wording": ["当期撤回件数与当期终结件数之比。", "Withdrawn over closed of the period."],
    "formula": "withdrawn / closed",
    "numerator": ["withdrawn"],
    "denominator": ["agreed", "terminated", "withdrawn", "transferred"],
    "grain": "case",
    "date": "event",
    "filters": {},
    "source": "本市",
}


def test_every_definition_is_whole(session):
    for each in indicators():
        assert len(each.label) == len(each.wording) == 2, each.key
        assert set(each.numerator) | set(each.denominator) <= set(known_figures()), each.key
        assert all((each.source, each.grain, each.date, each.formula)), each.key


def test_all_denominators_of_the_success_rate_are_there(session):
    named = {each.key: each.denominator for each in indicators() if each.key.startswith("success_of")}

    assert named == {
        "success_of_accepted": ["accepted"],
        "success_of_closed": ["agreed", "terminated", "withdrawn", "transferred"],
        "success_of_tried": ["agreed", "terminated"],
    }


@pytest.mark.parametrize(
    ("key", "numerator", "denominator", "shown"),
    [
        ("accepted", 5, None, "5"),
        ("agreed_amount", 5_300_000, None, "5300000"),
        ("persons", 10, None, "10"),
        ("success_of_accepted", 2, 5, "40.0"),
        ("success_of_closed", 2, 4, "50.0"),
        ("success_of_tried", 2, 3, "66.7"),
        ("closing_of_all", 4, 6, "66.7"),
        ("median_days", 4, None, "9.0"),
        ("mean_days", 36, 4, "9.0"),
        ("confirmed_of_filed", 0, 0, None),
    ],
)
def test_value_is_told_with_its_denominator(october, key, numerator, denominator, shown):
    found = value(indicator(key), OCTOBER)

    assert (found.numerator, found.denominator, found.told) == (numerator, denominator, shown)


def test_number_behind_numerator_and_denominator_is_theirs(october):
    told = indicator("success_of_closed")

    assert len(behind_indicator(told, OCTOBER)) == 2
    assert len(behind_indicator(told, OCTOBER, below=True)) == 4


def test_table_and_indicator_tell_the_same(october):
    grid = fill(tables()["ip_monthly"], OCTOBER)

    assert grid.cell(TOTAL, "success_of_closed")["percent"] == value(indicator("success_of_closed"), OCTOBER).told
    assert grid.cell(TOTAL, "median_days") == value(indicator("median_days"), OCTOBER).told


def test_preview_runs_over_twelve_months(october):
    found = preview(indicator("accepted"), OCTOBER)

    assert [each.period for each in found][::11] == ["2025-11", "2026-10"]
    assert [each.numerator for each in found][-2:] == [1, 5]


def test_new_indicator_is_a_draft_until_it_is_published(october, city):
    actor = city.actor("statistician")
    row = draft(NEW, actor=actor, now=at(11, 1))
    before = "withdrawal_rate" in versions()
    publish_indicator(row, now=at(11, 2))

    assert (before, versions()["withdrawal_rate"]) == (False, 1)
    assert value(indicator("withdrawal_rate"), OCTOBER).told == "25.0"


def test_changed_definition_is_a_new_version(session, city):
    actor = city.actor("statistician")
    row = draft({**NEW, "key": "accepted"}, actor=actor, now=at(11, 1))
    publish_indicator(row, now=at(11, 2))

    assert (row.version, versions()["accepted"]) == (2, 2)


def test_published_version_is_not_published_again(session, city):
    row = draft(NEW, actor=city.actor("statistician"), now=at(11, 1))
    publish_indicator(row, now=at(11, 2))

    with pytest.raises(Invalid):
        publish_indicator(row, now=at(11, 3))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"numerator": ["nothing"]}, "numerator"),
        ({"numerator": []}, "numerator"),
        ({"denominator": ["nothing"]}, "denominator"),
        ({"label": ["只有中文"]}, "label"),
        ({"wording": ["", ""]}, "wording"),
        ({"key": " "}, "key"),
        ({"filters": {"weather": "rain"}}, "filters"),
    ],
)
def test_definition_that_is_none_is_refused_by_field(session, city, change, field):
    with pytest.raises(Invalid) as refused:
        draft({**NEW, **change}, actor=city.actor("statistician"), now=at(11, 1))

    assert list(refused.value.errors) == [field]


def test_filter_keeps_the_rows_of_a_group(october):
    told = indicator("accepted")
    filtered = type(told)(**{**told.__dict__, "filters": {"source_ip": "station"}})

    assert value(filtered, OCTOBER).numerator == 0
