"""Chinese patent numbers: ZL + application number + check digit (transfer.md section 7)."""

import re
from datetime import date

from casework.identifiers.concealed import concealment, is_sample
from casework.identifiers.result import Check, Problem, judged, problem, refused
from casework.identifiers.slips import Slip, only_slip
from casework.identifiers.spelling import LOOKALIKES, bare, compact, first_stranger

WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
RIGHT_KINDS = "12389"  # invention, utility model, design, PCT invention, PCT utility model
FIRST_OLD, LAST_OLD, FIRST_NEW = 1985, 2003, 2003
HEADS = re.compile(r"(?:CN\s*)?Z\s*L|CN(?!\s*Z)")
PREFIX = re.compile(r"(?:(?:ZL|CN|NO|PATENT)[.\-]*)+")
NUMBER = re.compile(r"(?P<body>[0-9]{12}|[0-9]{8})(?P<check>[0-9X])")
PUBLISHED = re.compile(r"[0-9]{7,9}[ABCDSUY][0-9]?")
PUBLISHED_BARE = re.compile(r"[1-7][0-9]{8}|[1-7][0-9]{6}")
FOREIGN = re.compile(r"PCT[A-Z]{2}[0-9]|(?:WO|EP|US|JP|KR|DE|GB|FR|RU|IN|CA|AU|TW|HK|MO|EM|DM)[0-9]")
SLASHED = re.compile(r"(PCT|WO)\s*/?\s*([A-Z]{0,2}\s*[0-9]{2,4})\s*/\s*(?=[0-9])")


def prepare(text: str) -> str:
    """International numbers written without their slashes, so that they stay one piece."""
    return SLASHED.sub(lambda found: found[1] + found[2], text)


def whole(text: str) -> bool:
    """Whether the text is one complete number as far as shape goes."""
    return NUMBER.fullmatch(compact(_core(text))) is not None


def read(text: str, today: date | None) -> Check:
    """One patent number out of a plain text. A bare application number is taken as the patent's."""
    core = _core(text)
    number = compact(core)
    found = NUMBER.fullmatch(number)
    if found and is_sample(number):
        return refused("placeholder")
    if found and ("." in core or not PUBLISHED_BARE.fullmatch(number)):
        return _with_application(text, _judged(found["body"], found["check"], today))
    return _refused(text, core, number)


def check_digit(body: str) -> str:
    """The check digit of the 8 or 12 digits: weighted sum modulo 11, 10 is X."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=False)) % 11
    return "X" if rest == 10 else str(rest)


def _core(text: str) -> str:
    return PREFIX.sub("", bare(text), count=1).strip(".-/")


def _judged(body: str, check: str, today: date | None) -> Check:
    problems = [] if _year_fits(body, today) else [problem("year", "patent.year")]
    if body[_kind_place(body)] not in RIGHT_KINDS:
        problems.append(problem("kind_digit", "patent.kind_digit", digit=body[_kind_place(body)]))
    if check_digit(body) != check:
        problems.append(_wrong_check(body, check, today, doubtful=bool(problems)))
    return judged(_canonical(body + check), problems)


def _wrong_check(body: str, check: str, today: date | None, *, doubtful: bool) -> Problem:
    expected = check_digit(body)
    slip = _slip(body + check, today) if doubtful else None
    if slip is None:
        return problem("check_digit", expected=expected)
    mended = _canonical(slip.number)
    key = "check_digit.swapped" if slip.swapped else "check_digit.located"
    return problem(
        "check_digit",
        key,
        position=slip.position,
        suggestion=mended,
        expected=expected,
        place=slip.position,
        next=slip.position + 1,
        mended=mended,
    )


def _slip(number: str, today: date | None) -> Slip | None:
    def sound(other: str) -> bool:
        body = other[:-1]
        right = _year_fits(body, today) and body[_kind_place(body)] in RIGHT_KINDS
        return right and check_digit(body) == other[-1]

    return only_slip(number, dict.fromkeys(range(len(number) - 1), "0123456789"), sound)


def _year_fits(body: str, today: date | None) -> bool:
    if len(body) == 12:
        return FIRST_NEW <= int(body[:4]) <= (today.year if today else 9999)
    short = int(body[:2])
    return short >= FIRST_OLD - 1900 or short <= LAST_OLD - 2000


def _kind_place(body: str) -> int:
    return 4 if len(body) == 12 else 2


def _canonical(number: str) -> str:
    return f"ZL{number[:-1]}.{number[-1]}"


def _with_application(text: str, checked: Check) -> Check:
    """The form is right; that 申请号 was written is worth a word, for a right comes with the grant."""
    if "申请号" not in text or "ZL" in text:
        return checked
    return Check(
        checked.valid,
        checked.canonical,
        (*checked.problems, problem("application_number", "patent.application")),
    )


def _refused(text: str, core: str, number: str) -> Check:
    if found := FOREIGN.search(compact(bare(text))):
        published = (problem("publication_number"),) if found[0].startswith("WO") else ()
        return Check(False, None, (problem("international_number"), *published))
    if "." not in core and (PUBLISHED.fullmatch(number) or PUBLISHED_BARE.fullmatch(number)):
        return refused("publication_number")
    if code := concealment(text):
        return refused(code)
    if is_sample(number):
        return refused("placeholder")
    if not re.search("[0-9]", number):
        return refused("unreadable")
    return _wrong_shape(number)


def _wrong_shape(number: str) -> Check:
    place = first_stranger(number[:-1], "0123456789") or (0 if number[-1] in "0123456789X" else len(number))
    if not place and len(number) in {8, 12}:
        mended = _canonical(number + check_digit(number)) if number.isdecimal() else None
        return refused("length", "patent.no_check", position=len(number) + 1, suggestion=mended, mended=mended or "")
    if not place:
        return refused("length", "patent.length", count=len(number))
    mended_number = number.translate(LOOKALIKES)
    found = NUMBER.fullmatch(mended_number)
    sure = found is not None and check_digit(found["body"]) == found["check"]
    return refused("characters", position=place, suggestion=_canonical(mended_number) if sure else None, place=place)
