"""Clocks whose last day a paper names: counted day by day, never rolled, only where the rules say so."""

from datetime import date

import pytest

from casework.clock.clocks import default_table
from casework.clock.due import compute
from casework.clock.errors import BadOption
from casework.clock.explain import explain
from casework.clock.named import named_rules

START = date(2026, 7, 8)


def test_named_rules_are_rules_of_the_table():
    assert named_rules() <= set(default_table().rules())


def test_day_of_the_paper_holds_even_on_a_saturday():
    due = compute("REV-7", START, extended_to=date(2026, 8, 22))

    assert (due.raw, due.due, due.count, due.unit) == (date(2026, 8, 22), date(2026, 8, 22), 45, "day")


def test_every_day_to_the_named_end_is_explained():
    lines = explain(compute("REV-7", START, extended_to=date(2026, 7, 12)))

    assert [(line.day.day, line.number) for line in lines] == [(8, None), (9, 1), (10, 2), (11, 3), (12, 4)]


@pytest.mark.parametrize(
    ("rule", "ends_on"), [("PEN-6", date(2026, 8, 20)), ("REV-7", START), ("REV-7", date(2026, 7, 1))]
)
def test_end_that_no_paper_may_name_is_refused(rule, ends_on):
    with pytest.raises(BadOption):
        compute(rule, START, extended_to=ends_on)
