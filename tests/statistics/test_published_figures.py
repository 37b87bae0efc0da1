"""Published figures as oracles of our formulas (transfer.md 5.4 and 9): D1 to D4; sums and misprints stand in test_elsewhere."""

import pytest

from casework.statistics.grid import rate

RATES = [
    ("D1 courts of the province", 16744, 19464, "86.0"),
    ("D1 adjudications, base found back", 1631, 1639, "99.5"),
    ("D1b adjudications of the next year", 2092, 2103, "99.5"),
    ("D2 success of those accepted", 1497, 2157, "69.4"),
    ("D2 success of those that ended", 1497, 1497 + 232, "86.6"),
    ("D2 rounded once, not twice", 55, 2157, "2.5"),
    ("D3 more ended than came: stock was there", 43511, 42975, "101.2"),
    ("D3 closed of new", 442722, 443326, "99.9"),
    ("D4 base found back", 4305, 14157, "30.4"),
    ("D4 lawyers, base found back", 3574, 10707, "33.4"),
    ("D4 people's mediation, base found back", 545, 2105, "25.9"),
]


@pytest.mark.parametrize(("what", "numerator", "denominator", "percent"), RATES)
def test_published_rate_is_what_our_formula_gives(what, numerator, denominator, percent):
    assert rate(numerator, denominator)["percent"] == percent, what
