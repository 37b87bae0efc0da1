"""Trademark registration numbers: 1 to 8 digits, a letter where one was divided, G for international."""

import re
from datetime import date

from casework.identifiers.concealed import concealment
from casework.identifiers.result import Check, judged, problem, refused
from casework.identifiers.spelling import bare, compact, first_stranger

CLASSES = re.compile(r"第?\s*[0-9]{1,2}(\s*[、,和及]\s*[0-9]{1,2})*\s*类")
NAMES = re.compile(r"[“「『《\"][^”」』》\"]*[”」』》\"]")
GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}(,[0-9]{3})+(?![0-9,])")
PREFIX = re.compile(r"(?:(?:CN|NO|TM|R)[.\-]*)+")
NUMBER = re.compile(r"(?P<madrid>(?:G|IR)?)(?P<digits>[0-9]+)(?P<part>[A-Z]?)")
LONGEST, SHORTEST_IN_A_ROW = 8, 5


def prepare(text: str) -> str:
    """The text without classes of goods, names in quotation marks and thousands separators."""
    return GROUPED.sub(lambda found: found[0].replace(",", ""), NAMES.sub("", CLASSES.sub("", text)))


def whole(text: str) -> bool:
    """Whether the text is one number that may stand in a row of numbers."""
    found = NUMBER.fullmatch(_core(text))
    return found is not None and SHORTEST_IN_A_ROW <= len(found["digits"]) <= LONGEST


def read(text: str, today: date | None) -> Check:
    """One registration number out of a plain text. There is no check digit; leading zeros are spelling."""
    core = _core(text)
    found = NUMBER.fullmatch(core)
    if found is None:
        return _refused(text, core)
    digits = found["digits"].lstrip("0")
    if not digits:
        return refused("placeholder")
    if len(digits) > LONGEST:
        return refused("length", "trademark.length", count=len(digits))
    madrid = "G" if found["madrid"] or "国际注册" in text else ""
    checked = judged(madrid + digits + found["part"], [])
    if "申请号" in text and "注册号" not in text:
        return Check(True, checked.canonical, (problem("application_number", "trademark.application"),))
    return checked


def _core(text: str) -> str:
    return compact(PREFIX.sub("", bare(text).strip(".-/"), count=1)).strip("/")


def _refused(text: str, core: str) -> Check:
    if code := concealment(text):
        return refused(code)
    if not re.search("[0-9]", core):
        return refused("unreadable")
    place = first_stranger(core, "0123456789")
    return refused("characters", position=place, place=place)
