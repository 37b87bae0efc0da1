"""Amounts are written exactly, below zero too, whatever their size."""

import pytest

from casework.base.money import grouped, plain


@pytest.mark.parametrize(
    ("fen", "told"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (1_234_560, "12,345.60"),
        (-5, "-0.05"),
        (-1_250, "-12.50"),
        (10**17 + 1, "1,000,000,000,000,000.01"),
    ],
)
def test_amount_is_written_to_the_fen(fen, told):
    assert (grouped(fen), plain(fen)) == (told, told.replace(",", ""))
