"""Unified social credit codes (GB 32100): 18 characters, check digit modulo 31, organisation code inside."""

import re
from datetime import date

from stdnum.cn.uscc import calc_check_digit

from casework.identifiers.concealed import concealment, is_sample
from casework.identifiers.result import Check, Problem, judged, problem, refused
from casework.identifiers.slips import Slip, only_slip
from casework.identifiers.spelling import LOOKALIKES, bare, compact, first_stranger

DIGITS = "0123456789"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LENGTH, REGION, ORGANISATION, LAST = 18, slice(2, 8), slice(8, 17), 17
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
PROVINCES = frozenset(map(str, [10, *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47)])) | frozenset(
    map(str, [*range(50, 55), *range(61, 66), 71, 81, 82])
)
MANY_X = 3  # the alphabet has an X of its own, so only a row of them covers something


def whole(text: str) -> bool:
    """Whether the text is one code as far as its length goes."""
    return len(compact(bare(text))) == LENGTH


def read(text: str, today: date | None) -> Check:
    """One code out of a plain text. Its own check digit decides; the inner one helps to find the slip."""
    code = compact(bare(text))
    if len(code) != LENGTH or not code.isalnum() or is_sample(code):
        return _refused(text, code)
    if place := _stranger(code):
        return _wrong_character(code, place)
    if calc_check_digit(code) == code[LAST]:
        return judged(code, [])
    if hidden := concealment(code, MANY_X):
        return refused(hidden)
    return judged(code, [_wrong_check(code)])


def organisation_code_fits(code: str) -> bool:
    """Whether characters 9 to 17 carry the check digit of GB 11714 (weighted sum modulo 11)."""
    organisation = code[ORGANISATION]
    total = sum(LETTERS.index(char) * weight for char, weight in zip(organisation, ORGANISATION_WEIGHTS, strict=False))
    rest = -total % 11
    return organisation[-1] == ("X" if rest == 10 else str(rest))


def _stranger(code: str) -> int:
    """The first character that cannot stand where it stands: the region (3 to 8) is digits."""
    place = first_stranger(code, ALPHABET)
    in_region = first_stranger(code[REGION], DIGITS)
    return min((found for found in (place, in_region and in_region + REGION.start) if found), default=0)


def _wrong_character(code: str, place: int) -> Check:
    mended = code[: REGION.stop].translate(LOOKALIKES)
    mended += "".join(char if char in ALPHABET else char.translate(LOOKALIKES) for char in code[REGION.stop :])
    sure = not _stranger(mended) and calc_check_digit(mended) == mended[LAST]
    key = "uscc.letter" if code[place - 1] in "IOSVZ" else "characters"
    return refused("characters", key, position=place, suggestion=mended if sure else None, place=place)


def _wrong_check(code: str) -> Problem:
    expected, slip = calc_check_digit(code), _slip(code)
    if slip is None:
        return problem("check_digit", expected=expected)
    if slip.position == LENGTH:
        return problem("check_digit", position=LENGTH, suggestion=slip.number, expected=expected)
    return problem(
        "check_digit",
        "check_digit.swapped" if slip.swapped else "check_digit.located",
        position=slip.position,
        suggestion=slip.number,
        expected=expected,
        place=slip.position,
        next=slip.position + 1,
        mended=slip.number,
    )


def _slip(code: str) -> Slip | None:
    """Two sums, two places: a sound organisation code puts the slip outside of it, an unsound one inside."""
    if organisation_code_fits(code):
        choices = {0: code[0], 1: ALPHABET, **dict.fromkeys(range(2, 8), DIGITS), LAST: ALPHABET}
    else:
        lettered = code[ORGANISATION][0] in LETTERS[10:]
        choices = {**dict.fromkeys(range(8, 16), ALPHABET if lettered else DIGITS), 16: DIGITS + "X"}
    return only_slip(code, choices, _sound)


def _sound(code: str) -> bool:
    if not organisation_code_fits(code) or code[2:4] not in PROVINCES:
        return False
    return not _stranger(code) and calc_check_digit(code) == code[LAST]


def _refused(text: str, code: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    if is_sample(code):
        return refused("placeholder")
    if not re.search("[0-9]", code):
        return refused("unreadable")
    if len(code) == LENGTH:
        place = first_stranger(code, ALPHABET)
        return refused("characters", position=place, place=place)
    old = {15: "uscc.registration", 9: "uscc.organisation"}.get(len(code), "uscc.length")
    return refused("length", old, count=len(code))
