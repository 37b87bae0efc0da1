"""Reading a State Council notice of holidays as people paste it: a day or a range a line, rest or work."""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from casework.clock.calendar import YearTable
from casework.clock.errors import BadDate

DAY = r"(?:(?P<y{n}>\d{{4}})\s*[年./-]\s*)?(?P<m{n}>\d{{1,2}})\s*[月./-]\s*(?P<d{n}>\d{{1,2}})\s*[日号]?"
RANGE = re.compile(
    DAY.format(n=1) + r"(?:\s*(?:至|到|~|—|–|-)\s*(?:" + DAY.format(n=2) + r"|(?P<d3>\d{1,2})\s*[日号]))?"
)
REST, WORK = re.compile("放假|调休|休息|休假|[休假]"), re.compile("上班|补班|班")
ASIDE = re.compile(r"\([^()]*\)")
NAMES = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")
FULL = {"清明": "清明节", "劳动": "劳动节", "端午": "端午节", "中秋": "中秋节", "国庆": "国庆节"}
SAME_MONTH = re.compile(r"((\d{1,2})月\d{1,2}日(?:至\d{1,2}日)?)\s*[、,和]\s*(?=\d{1,2}日)")
LONGEST = 40


def read_notice(text: str, *, title: str, number: str | None = None, issued_on: date | None = None) -> YearTable:
    """The table that a pasted notice names. Raises BadDate with the line that cannot be read, or none at all.

    Understood: JSON of this product's own shape or `{"year", "days": [{"date", "name", "isOffDay"}]}`; else lines or
    sentences such as `元旦：1月1日至3日放假，1月4日（星期日）上班` and `2027-02-05 休`. The year stands in the text or title.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.startswith("{"):
        return _from_json(plain, title, number, issued_on)
    year = _year(plain, title)
    off: dict[date, str] = {}
    made_up: dict[date, str] = {}
    for name, piece in _pieces(_spelt_out(plain)):
        for days, works in _spans(piece, year):
            (made_up if works else off).update(dict.fromkeys(days, name or "节假日"))
    if not off:
        raise BadDate("notice_unread", value=plain[:LONGEST])
    return _table(year, {d: n for d, n in off.items() if d not in made_up}, made_up, title, number, issued_on)


def _spelt_out(text: str) -> str:
    """The text without asides, each day with its month: `1月1日、4日` becomes `1月1日、1月4日`."""
    plain, before = ASIDE.sub("", text), ""
    while plain != before:
        plain, before = SAME_MONTH.sub(r"\1、\2月", plain), plain
    return plain


def _from_json(text: str, title: str, number: str | None, issued_on: date | None) -> YearTable:
    try:
        data: dict[str, Any] = json.loads(text)
        if "off_days" in data:
            return YearTable.read(data)
        told = [(date.fromisoformat(each["date"]), each["name"], each["isOffDay"]) for each in data["days"]]
    except (ValueError, KeyError, TypeError) as error:
        raise BadDate("notice_unread", value=text[:LONGEST]) from error
    off = {day: name for day, name, rest in told if rest}
    made_up = {day: name for day, name, rest in told if not rest}
    return _table(int(data["year"]), off, made_up, title, number, issued_on)


def _table(
    year: int, off: dict[date, str], made_up: dict[date, str], title: str, number: str | None, issued_on: date | None
) -> YearTable:
    try:
        return YearTable(year, off, made_up, title, number, issued_on)
    except ValueError as error:
        raise BadDate("notice_contradicts", value=str(error)[:200]) from error


def _year(text: str, title: str) -> int:
    found = re.search(r"(20\d{2})\s*年", title) or re.search(r"(20\d{2})\s*年", text) or re.search(r"(20\d{2})-", text)
    if found is None:
        raise BadDate("notice_without_year", value=text[:LONGEST])
    return int(found[1])


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Stretches of the text with the holiday they speak of: a holiday's name holds until the next one."""
    name = ""
    for piece in re.split(r"[\n;。]", text):
        named = next((each for each in NAMES if each in piece), None)
        name = FULL.get(named, named) if named else name
        yield name, piece


def _spans(piece: str, year: int) -> Iterator[tuple[list[date], bool]]:
    """The days of a stretch; what follows a day up to the next rest or work word says which of both they are."""
    found = list(RANGE.finditer(piece))
    for place, match in enumerate(found):
        works = _works(piece, match.end())
        if works is not None:
            yield _days(match, year, piece), works
        elif place == len(found) - 1:
            raise BadDate("notice_unread", value=piece.strip()[:LONGEST])


def _works(piece: str, after: int) -> bool | None:
    rest, work = REST.search(piece, after), WORK.search(piece, after)
    if rest is None and work is None:
        return None
    return rest is None or (work is not None and work.start() < rest.start())


def _days(match: re.Match[str], year: int, piece: str) -> list[date]:
    try:
        first = date(int(match["y1"] or year), int(match["m1"]), int(match["d1"]))
        last = first
        if match["d3"]:
            last = first.replace(day=int(match["d3"]))
        elif match["m2"]:
            last = date(int(match["y2"] or first.year), int(match["m2"]), int(match["d2"]))
    except ValueError as error:
        raise BadDate("notice_unread", value=piece.strip()[:LONGEST]) from error
    if not 0 <= (last - first).days <= 31:
        raise BadDate("notice_unread", value=piece.strip()[:LONGEST])
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]
