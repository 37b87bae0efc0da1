"""Periods as people write them."""

import pytest

from casework.statistics.period import CutOff, parse
from casework.statistics.spoken import read_period


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("2026-10", "2026-10"),
        ("２０２６－１０", "2026-10"),
        ("2026年10月", "2026-10"),
        ("2026年 1 月份", "2026-01"),
        ("二〇二六年十月", "2026-10"),
        ("2026.9", "2026-09"),
        ("202609", "2026-09"),
        ("2026-q4", "2026-Q4"),
        ("2026年第四季度", "2026-Q4"),
        ("2026年4季度", "2026-Q4"),
        ("2026年度", "2026"),
        ("2026年上半年", "2026-01-01..2026-07-01"),
        ("2026年下半年", "2026-07-01..2027-01-01"),
        ("2026年1月16日至2026年2月15日", "2026-01-16..2026-02-16"),
        ("2026.1.16～2026.2.15", "2026-01-16..2026-02-16"),
        ("2026-01-16..2026-02-16", "2026-01-16..2026-02-16"),
    ],
)
def test_period_is_read_as_people_write_it(typed, name):
    assert read_period(typed).name == name


@pytest.mark.parametrize("typed", ["2026-13", "10月", "去年", "", "2026年第五季度", "2026.2.15至2026.1.16", "20261"])
def test_what_names_no_period_is_told(typed):
    with pytest.raises(ValueError, match=r".*"):
        read_period(typed)


def test_cut_off_of_the_office_decides_the_days():
    cut_off = CutOff(25, 11)

    assert read_period("2026年10月", cut_off) == parse("2026-10", cut_off)
    assert read_period("2026年上半年", cut_off).start == parse("2026-Q1", cut_off).start
