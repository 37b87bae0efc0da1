"""Resident identity numbers (GB 11643): 18 characters with a birth date, check digit modulo 11-2.

The region is never held against a number: repealed division codes stay on cards.
"""

import re
from datetime import date

from casework.identifiers.concealed import concealment, is_sample
from casework.identifiers.result import Check, Problem, judged, problem, refused
from casework.identifiers.slips import only_slip
from casework.identifiers.spelling import CROSSES, LOOKALIKES, bare, compact, first_stranger

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
NUMBER = re.compile(r"[0-9]{17}[0-9X]")
OLD = re.compile(r"[0-9]{15}")
EARLIEST = date(1800, 1, 1)  # the sample of the standard itself was born in 1880
BIRTH = slice(6, 14)


def whole(text: str) -> bool:
    """Whether the text is one complete number as far as shape goes."""
    number = compact(bare(text))
    return bool(NUMBER.fullmatch(number) or OLD.fullmatch(number))


def read(text: str, today: date | None) -> Check:
    """One identity number out of a plain text. One of 15 digits is valid and stored with 18."""
    number = compact(bare(text))
    if is_sample(number):
        return refused("placeholder")
    if NUMBER.fullmatch(number):
        return judged(number, _problems(number, today))
    if OLD.fullmatch(number):
        return _old(number, today)
    return _refused(text, number)


def check_digit(body: str) -> str:
    """The check digit of the first 17 digits."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=False)) % 11]


def _problems(number: str, today: date | None) -> list[Problem]:
    born = _birth_fits(number, today)
    problems = [] if born else [problem("date", "resident_id.date")]
    if check_digit(number) != number[-1]:
        problems.append(_wrong_check(number, today, born=born))
    return problems


def _birth_fits(number: str, today: date | None) -> bool:
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return EARLIEST <= birth <= (today or date.max)


def _wrong_check(number: str, today: date | None, *, born: bool) -> Problem:
    """Only an impossible birth date tells where the slip is; else every digit is equally doubtful."""
    expected = check_digit(number)

    def sound(other: str) -> bool:
        return _birth_fits(other, today) and check_digit(other) == other[-1]

    slip = None if born else only_slip(number, dict.fromkeys(range(6, 14), "0123456789"), sound)
    if slip is None:
        return problem("check_digit", expected=expected)
    key = "check_digit.swapped_hidden" if slip.swapped else "check_digit.located_hidden"
    return problem(
        "check_digit",
        key,
        position=slip.position,
        suggestion=slip.number,
        expected=expected,
        place=slip.position,
        next=slip.position + 1,
        char=slip.number[slip.position - 1],
    )


def _old(number: str, today: date | None) -> Check:
    body = f"{number[:6]}19{number[6:]}"
    born = _birth_fits(body, today)
    problems = () if born else (problem("date", "resident_id.date"),)
    return Check(born, body + check_digit(body), (problem("legacy_15"), *problems))


def _refused(text: str, number: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    if not re.search("[0-9]", number):
        return refused("unreadable")
    place = first_stranger(number[:-1], "0123456789") or (0 if number[-1] in "0123456789X" else len(number))
    if not place:
        return refused("length", "resident_id.length", count=len(number))
    mended = number[:-1].translate(LOOKALIKES) + number[-1].translate({**CROSSES, ord("O"): "0"})
    sure = NUMBER.fullmatch(mended) and check_digit(mended) == mended[-1]
    return refused("characters", position=place, suggestion=mended if sure else None, place=place)
