"""Where the pen slipped: the one wrong character, or the two neighbours swapped, that explain it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """`position` counts from 1 (the first of two swapped neighbours); `number` is the mended one."""

    position: int
    number: str
    swapped: bool


def only_slip(number: str, choices: Mapping[int, str], sound: Callable[[str], bool]) -> Slip | None:
    """The only slip that makes `number` sound; None if there is none or more than one.

    `choices` holds, for every place (from 0) that may be wrong, the characters that may stand there.
    """
    found = [slip for slip in _slips(number, choices) if sound(slip.number)]
    return found[0] if len(found) == 1 else None


def _slips(number: str, choices: Mapping[int, str]) -> Iterator[Slip]:
    for place, characters in choices.items():
        head, tail = number[:place], number[place + 1 :]
        for char in characters:
            if char != number[place]:
                yield Slip(place + 1, head + char + tail, swapped=False)
        if place + 1 in choices and tail and tail[0] != number[place]:
            yield Slip(place + 1, head + tail[0] + number[place] + tail[1:], swapped=True)
