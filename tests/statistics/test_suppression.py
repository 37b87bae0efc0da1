"""Small cells are hidden, and enough others that neither a difference nor a sum gives one away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.statistics.suppression import SMALLEST, hidden_cells


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"a": 9, "b": 0}, set()),
        ({"a": 9, "b": 3}, {"a", "b"}),
        ({"a": 9, "b": 3, "c": 6}, {"b", "c"}),
        ({"a": 9, "b": 1, "c": 1}, {"a", "b", "c"}),
        ({"a": 9, "b": 3, "c": 4}, {"b", "c"}),
        ({"a": 3, "b": 0}, {"a", "b"}),
        ({}, set()),
    ],
)
def test_hidden_cells(cells, hidden):
    assert hidden_cells(cells) == hidden


@given(st.lists(st.integers(0, 30), max_size=8))
def test_no_small_cell_is_shown_and_none_can_be_worked_out(numbers):
    cells = dict(zip("abcdefgh", numbers, strict=False))
    hidden = hidden_cells(cells)
    small = {key for key, number in cells.items() if 0 < number < SMALLEST}

    assert small <= hidden
    if small and len(cells) > 1:
        assert len(hidden) > 1
    if hidden and hidden != set(cells):
        assert sum(cells[key] for key in hidden) >= SMALLEST
