"""`check`: one value of one kind, as typed, against the rules of its kind. Pure: no database, no clock."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casework.base.phrases import phrase
from casework.identifiers import (
    court_number,
    patent,
    plant_variety,
    resident_id,
    software,
    spelling,
    trademark,
    uscc,
)
from casework.identifiers.concealed import breaks_off, is_wreck, says_nothing
from casework.identifiers.result import Check, IdentifierError, Problem, refused

LONGEST = 2000  # characters; no field of a form holds more
USES = (None, "confirmation")
Read = Callable[[str, date | None, str | None], Check]


@dataclass(frozen=True)
class Kind:
    """How values of one kind fall into numbers, and how one of them is read."""

    pieces: Callable[[str], list[str]]
    read: Read


def check(kind: str, value: str, *, use: str | None = None, today: date | None = None) -> Check:
    """What is to be said about `value`, typed as a number of `kind`. Never raises for what `value` holds.

    `use` "confirmation": a court number stands in the field of a judicial confirmation. `today` is the
    Shanghai date; without it no year counts as future. An unknown kind or use raises IdentifierError.
    """
    if kind not in KINDS:
        raise IdentifierError("unknown_kind", kind=kind)
    if use not in USES:
        raise IdentifierError("bad_option", name="use")
    text = spelling.plain(value)
    if len(text) > LONGEST:
        return refused("length", "too_long")
    if says_nothing(text):
        return refused("placeholder")
    if is_wreck(text):
        return refused("unreadable", "wreck")
    if hidden := breaks_off(text):
        return refused(hidden)
    return _together([KINDS[kind].read(piece, today, use) for piece in KINDS[kind].pieces(text)])


def _together(checks: list[Check]) -> Check:
    """One answer for several numbers: valid if all are; each problem says which number it is about."""
    if len(checks) == 1:
        return checks[0]
    canonical = list(dict.fromkeys(each.canonical for each in checks if isinstance(each.canonical, str)))
    problems = tuple(_of(place, each) for place, one in enumerate(checks, 1) for each in one.problems)
    same = len(canonical) == 1 and all(each.canonical == canonical[0] for each in checks)
    if same:
        return checks[0]
    return Check(all(each.valid for each in checks), canonical or None, problems)


def _of(place: int, told: Problem) -> Problem:
    message = phrase("identifiers.of_several", place=place, message=told.message)
    return Problem(told.code, message, told.position, told.suggestion)


def _kind(
    read: Callable[[str, date | None], Check],
    whole: Callable[[str], bool],
    *,
    prepare: Callable[[str], str] = str,
    heads: re.Pattern[str] | None = None,
) -> Kind:
    return Kind(
        pieces=lambda text: spelling.pieces(prepare(text), whole, heads),
        read=lambda text, today, _use: read(text, today),
    )


KINDS = {
    "patent": _kind(patent.read, patent.whole, prepare=patent.prepare, heads=patent.HEADS),
    "trademark": _kind(trademark.read, trademark.whole, prepare=trademark.prepare),
    "uscc": _kind(uscc.read, uscc.whole),
    "resident_id": _kind(resident_id.read, resident_id.whole),
    "court_number": Kind(court_number.pieces, court_number.read),
    "software": _kind(software.read, software.whole, heads=software.HEADS),
    "plant_variety": _kind(plant_variety.read, plant_variety.whole, heads=plant_variety.HEADS),
}
