"""Plant variety rights: agriculture CNA + year + serial, forestry year + four digits; no check rule."""

import re
from datetime import date

from casework.identifiers.concealed import concealment, is_sample
from casework.identifiers.result import Check, judged, problem, refused
from casework.identifiers.spelling import bare, compact, first_stranger

HEADS = re.compile(r"C\s*N\s*A")
AGRICULTURE = re.compile(r"CNA(?P<year>[0-9]{4})(?:(?P<short>[0-9]{4})(?P<last>[0-9X])|(?P<long>[0-9]{7}))")
FORESTRY = re.compile(r"(?P<year>[0-9]{4})[0-9]{4}")
APPLICATION = re.compile(r"(?P<year>[0-9]{4})(?:[0-9]{4}[0-9X]|[0-9]{7})")
FIRST_YEAR = 1997


def whole(text: str) -> bool:
    """Whether the text is one complete number as far as shape goes."""
    number = _number(text)
    return any(form.fullmatch(number) for form in (AGRICULTURE, FORESTRY, APPLICATION))


def read(text: str, today: date | None) -> Check:
    """One number out of a plain text; without CNA, more than eight characters are an application's."""
    number = _number(text)
    if is_sample(re.sub("[^0-9]", "", number)):
        return refused("placeholder")
    if found := AGRICULTURE.fullmatch(number):
        tail = found["long"] or f"{found['short']}.{found['last']}"
        return _judged(f"CNA{found['year']}{tail}", found["year"], today)
    if found := FORESTRY.fullmatch(number):
        return _judged(number, found["year"], today)
    if APPLICATION.fullmatch(number):
        return refused("application_number", "plant_variety.application")
    return _refused(text, number)


def _judged(canonical: str, year: str, today: date | None) -> Check:
    fits = FIRST_YEAR <= int(year) <= (today.year if today else 9999)
    return judged(canonical, [] if fits else [problem("year")])


def _number(text: str) -> str:
    return compact(bare(text)).strip("/")


def _refused(text: str, number: str) -> Check:
    if hidden := concealment(text):
        return refused(hidden)
    digits = number.removeprefix("CNA")
    if not re.search("[0-9]", digits):
        return refused("serial_missing" if number.startswith("CN") else "unreadable")
    place = first_stranger(digits[:-1], "0123456789") or (0 if digits[-1] in "0123456789X" else len(digits))
    if place:
        return refused("characters", position=place, place=place)
    return refused("length", "plant_variety.length", count=len(digits))
