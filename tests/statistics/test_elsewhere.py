"""Published tables of others: their sums, what is derived, conflicts flagged and not averaged."""

import pytest

from casework.statistics.elsewhere import published_elsewhere

TOLD = {table.name[:2]: table for table in published_elsewhere()}


def said(name: str, kind: str) -> list[str]:
    """The findings of one kind."""
    return [each.told for each in TOLD[name].findings if each.kind == kind]


def test_shanghai_splits_one_total_three_ways():
    assert said("T1", "holds") == [
        "按状态分项之和 2157 等于合计 2157",
        "按来源分项之和 2157 等于合计 2157",
        "按权利类别分项之和 2157 等于合计 2157",
    ]
    assert said("T1", "breaks") == []


def test_what_the_source_left_out_is_told_as_derived():
    assert said("T1", "derived") == ["其余(未公布,由合计减得) 232 件未公布，由合计减得"]


def test_printed_shares_are_measured_against_the_exact_fraction():
    assert said("T1", "misprint") == []


def test_two_figures_for_one_thing_both_stand():
    assert said("T3", "conflict") == [
        "同一事项有两个数字：法院结案 16744、法院审结(另一报道) 16013；不取平均，两个都列"
    ]
    assert said("T3", "rate") == ["法院结案 / 受理 19464 = 86.0%", "法院审结(另一报道) / 受理 19464 = 82.3%"]


@pytest.mark.parametrize(
    ("indicator", "before"), [("办结专利侵权纠纷行政裁决", 1320), ("市场监管(知识产权)系统查处案件", 707)]
)
def test_growth_gives_the_year_before(indicator, before):
    assert next(told for told in said("T3", "base") if told.startswith(indicator)).endswith(f"推得上年 {before}")


def test_unreliable_lines_are_marked():
    assert any("平均调解周期" in told for told in said("T7", "unreliable"))


def test_inventory_of_indicators_is_there():
    assert len(TOLD["T8"].lines) == 18


def test_part_larger_than_its_whole_is_shown_as_a_misprint():
    assert said("D3", "misprint") == ["地方一审民事商标 公布 7815700，大于合计 443326；由合计减其余各项应为 78157"]


def test_rate_above_a_hundred_is_no_error():
    assert [told.split("，")[0] for told in said("D3", "lawful")] == ["地方二审民事审结 / 新收 42975 = 101.2%"]
    assert len(said("D3", "rate")) == 2
