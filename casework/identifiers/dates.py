"""Dates as people write them: 2026年3月5日, 二〇二六年三月五日, a spreadsheet's day number."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from casework.identifiers.capitals import VALUES, numeral
from casework.identifiers.spelling import seen

SHANGHAI = ZoneInfo("Asia/Shanghai")
EXCEL_ZERO = date(1899, 12, 30)
SERIALS = range(20000, 80000)  # 1954 to 2119
PIVOT = 70  # a year of two digits from here on is of the last century
NUMERAL = "〇○零一二三四五六七八九十"
DAY_PART = r"(?:[上中下]午|早上|晚上?|凌晨|T)?"
CLOCK = rf"{DAY_PART}(?:[0-9]{{1,2}}(?::[0-9]{{2}}){{0,2}}(?:\.[0-9]+)?)?(?:[点时][0-9半]*分?[0-9]*秒?)?"
WEEK = r"(?:\((?:星期|周)[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天])?"
TAIL = re.compile(rf"{WEEK}{CLOCK}")
FULL = re.compile(r"(?P<y>[0-9]{4})(?P<s>[年./\-])(?P<m>[0-9]{1,2})(?:月|(?P=s))(?P<d>[0-9]{1,2})[日号]?(?P<rest>.*)")
SHORT = re.compile(r"(?P<y>[0-9]{2})(?P<s>[年./\-])(?P<m>[0-9]{1,2})(?:月|(?P=s))(?P<d>[0-9]{1,2})[日号]?(?P<rest>.*)")
SOLID = re.compile(r"(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?P<rest>)")
BACKWARDS = re.compile(r"(?P<one>[0-9]{1,2})[./\-](?P<two>[0-9]{1,2})[./\-](?P<y>[0-9]{4})(?P<rest>.*)")
NO_YEAR = re.compile(r"[0-9]{1,2}(?:月|[./\-])[0-9]{1,2}[日号]?")
NO_DAY = re.compile(r"[0-9]{4}(?:年|[./\-])[0-9]{1,2}月?(?:份|[上中下]旬|底|初|末)?")
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*(?:Z|[+-][0-9]{2}:?[0-9]{2})")
SERIAL = re.compile(r"(?P<day>[0-9]{5})(?:\.[0-9]+)?")
MISSING = re.compile(r"[/\-—.]*|无|不详|未知|待定|待补|暂无")
YEAR_WORDS = re.compile(rf"[{NUMERAL.replace('十', '')}]{{4}}(?=年)")  # 二〇一十年 is no year
NUMBER_WORDS = re.compile(rf"[{NUMERAL}廿]{{1,3}}(?=[月日号])")


@dataclass(frozen=True)
class DateReading:
    """`value` is None where no single day can be told; `flag` says why, or what is doubtful.

    Flags: missing, year_missing, day_missing, ambiguous, impossible, excel_serial, range, unparseable. A
    year of two digits is read as 1970 to 2069 and flagged ambiguous.
    """

    value: date | None
    flag: str | None


def parse_date(text: str) -> DateReading:
    """The legal date that `text` names; never raises. An instant gives its date in Shanghai."""
    plain = in_digits(text)
    if MISSING.fullmatch(plain):
        return DateReading(None, "missing")
    if INSTANT.fullmatch(plain):
        return _of_instant(plain)
    if found := FULL.fullmatch(plain) or SOLID.fullmatch(plain):
        return _day(int(found["y"]), found, None)
    if found := BACKWARDS.fullmatch(plain):
        return _backwards(found)
    if found := SHORT.fullmatch(plain):
        return _day(_year(int(found["y"])), found, "ambiguous")
    return _incomplete(plain)


def in_digits(text: str) -> str:
    """The text of a date without width and spaces, its Chinese numerals as digits."""
    wide = unicodedata.normalize("NFKC", "".join(filter(seen, text))).upper()
    joined = "".join(wide.replace("。", ".").split()).replace("元月", "1月").replace("号", "日")
    years = YEAR_WORDS.sub(lambda found: "".join(str(VALUES[char]) for char in found[0]), joined)
    return NUMBER_WORDS.sub(lambda found: str(_number(found[0])), years)


def _number(words: str) -> str:
    value = numeral(words.replace("廿", "二十"))
    return words if value is None else str(value)


def _year(short: int) -> int:
    return (1900 if short >= PIVOT else 2000) + short


def _day(year: int, found: re.Match[str], doubt: str | None) -> DateReading:
    rest = found["rest"]
    if re.match(r"[\-~—至到]", rest):
        return DateReading(None, "range")
    if not TAIL.fullmatch(rest):
        return DateReading(None, "unparseable")
    day = _date(year, int(found["m"]), int(found["d"]))
    return DateReading(day, doubt) if day else DateReading(None, "impossible")


def _backwards(found: re.Match[str]) -> DateReading:
    """3/5/2026 is March or May; 25/3/2026 and 3/25/2026 can only be one."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["y"])
    days = {day for day in (_date(year, one, two), _date(year, two, one)) if day}
    if not days:
        return DateReading(None, "impossible")
    return DateReading(days.pop(), None) if len(days) == 1 else DateReading(None, "ambiguous")


def _incomplete(plain: str) -> DateReading:
    if (found := SERIAL.fullmatch(plain)) and int(found["day"]) in SERIALS:
        return DateReading(EXCEL_ZERO + timedelta(days=int(found["day"])), "excel_serial")
    if NO_YEAR.fullmatch(plain):
        return DateReading(None, "year_missing")
    return DateReading(None, "day_missing" if NO_DAY.fullmatch(plain) else "unparseable")


def _of_instant(plain: str) -> DateReading:
    try:
        instant = datetime.fromisoformat(plain)
        return DateReading(instant.astimezone(UTC).astimezone(SHANGHAI).date(), None)
    except (ValueError, OverflowError):
        return DateReading(None, "impossible")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
