from datetime import date, datetime

import pytest

from casework.clock.errors import BadDate, BadOption
from casework.clock.pauses import Pause, merged, paused_days, resumption, shifted

START = date(2026, 3, 1)


def pause(first: int, resumed: int) -> Pause:
    return date(2026, 3, first), date(2026, 3, resumed)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ()),
        ([pause(5, 8)], (pause(5, 8),)),
        ([pause(20, 22), pause(5, 8)], (pause(5, 8), pause(20, 22))),
        ([pause(5, 10), pause(8, 12)], (pause(5, 12),)),
        ([pause(5, 20), pause(8, 12)], (pause(5, 20),)),
        ([pause(5, 8), pause(8, 12)], (pause(5, 12),)),
        ([pause(5, 8), pause(5, 8)], (pause(5, 8),)),
        ([pause(5, 5)], ()),
        ([pause(1, 3)], (pause(1, 3),)),
    ],
)
def test_merged_counts_every_day_once(given: list[Pause], expected: tuple[Pause, ...]) -> None:
    assert merged(given, START) == expected


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (pause(8, 5), "pause_reversed"),
        ((date(2026, 2, 28), date(2026, 3, 5)), "pause_before_start"),
    ],
)
def test_merged_refuses_what_cannot_be(given: Pause, key: str) -> None:
    with pytest.raises(BadOption) as refused:
        merged([given], START)

    assert refused.value.key == key


def test_merged_refuses_instants() -> None:
    with pytest.raises(BadDate):
        merged([(datetime(2026, 3, 5), datetime(2026, 3, 8))], START)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(4, None), (5, date(2026, 3, 8)), (7, date(2026, 3, 8)), (8, None)],
)
def test_resumption_is_half_open(day: int, expected: date | None) -> None:
    assert resumption(date(2026, 3, day), [pause(5, 8)]) == expected


@pytest.mark.parametrize(
    ("end", "pauses", "expected"),
    [
        (10, (), (10, 0)),
        (10, (pause(5, 8),), (13, 0)),
        (10, (pause(10, 12),), (12, 0)),
        (10, (pause(11, 12),), (10, 1)),
        (10, (pause(5, 8), pause(12, 14)), (15, 0)),
        (10, (pause(5, 8), pause(14, 15)), (13, 1)),
    ],
)
def test_shifted_moves_by_pauses_that_begin_in_time(
    end: int, pauses: tuple[Pause, ...], expected: tuple[int, int]
) -> None:
    moved, late = shifted(date(2026, 3, end), pauses)

    assert (moved.day, len(late)) == expected


def test_paused_days_leaves_the_day_of_resumption_out() -> None:
    assert paused_days([pause(5, 8), pause(10, 11)]) == 4
