"""Small cells are hidden before figures go out to everybody, and enough others that none can be worked out."""

from collections.abc import Mapping

SMALLEST = 5


def hidden_cells(cells: Mapping[str, int], smallest: int = SMALLEST) -> set[str]:
    """Which cells of a column with a known total are hidden.

    Every count of 1 to `smallest` - 1 is; then the next smallest, until what is hidden is at least two cells and adds
    up to `smallest` or more, so that neither a difference nor the sum gives a small one away. Zeros are shown unless
    nothing else is left to hide.
    """
    small = {key for key, number in cells.items() if 0 < number < smallest}
    if not small:
        return set()
    hidden = set(small)
    left = sorted((key for key in cells if key not in hidden), key=lambda key: (cells[key] == 0, cells[key], key))
    while left and (len(hidden) < 2 or sum(cells[key] for key in hidden) < smallest):
        hidden.add(left.pop(0))
    return hidden
