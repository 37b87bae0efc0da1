"""A committee with agreements of several kinds, and the acts of their performance by short names."""

import pytest

from tests.confirmation.conftest import agreed
from tests.mediation.conftest import empty_database, room
from tests.mediation.walk import d
from tests.performance.pay_walk import Pay

__all__ = ["empty_database", "room"]

TWO_INSTALMENTS = (
    {"fen": 3_000_000, "due": d("2026-04-30")},
    {"fen": 2_000_000, "due": d("2026-06-30")},
)
MIXED = (
    {"fen": 3_000_000, "due": d("2026-04-30")},
    {"kind": "act", "fen": None, "text": "销毁模具", "due": d("2026-05-15"), "place": "黄石"},
    {"kind": "omission", "fen": None, "text": "不得再销售同款产品", "due": None},
)


@pytest.fixture
def pay(room) -> Pay:
    """A schedule of 30,000 yuan until 2026-04-30 and 20,000 until 2026-06-30."""
    walk = agreed(room, terms=TWO_INSTALMENTS)
    return Pay(room, walk.case).schedule()


@pytest.fixture
def mixed(room) -> Pay:
    """A schedule of money, an act and an omission."""
    walk = agreed(room, terms=MIXED)
    return Pay(room, walk.case).schedule()
