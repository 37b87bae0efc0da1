"""Instants of told events: their own where the source gives one, else the earliest that keeps the order."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from casework.base.wallclock import at_local

FIRST_DAY = date(2020, 1, 1)
MORNING = time(10, 0)
_PRECISE = "day"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?")


class Unreadable(ValueError):
    """A day or instant that cannot be read; the message says so in words."""


@dataclass(frozen=True)
class Told:
    """What the source says of an event's time: exact, or not before some instant, or nothing; or unreadable."""

    exact: datetime | None = None
    not_before: datetime | None = None
    synthetic: bool = False
    flaw: str | None = None

    @property
    def undated(self) -> bool:
        """Whether the day of the event is not a fact."""
        return self.exact is None or self.synthetic


def told_time(raw: dict[str, Any], filled: tuple[str, bool] | None) -> Told:
    """Read an event's `at`, else the date filled in beside it, else its `date` (full, or year and month, or year)."""
    synthetic = raw.get("synthetic") is True or (raw.get("date_precision") or _PRECISE) != _PRECISE
    try:
        if raw.get("at") is not None:
            return Told(instant(raw["at"]), synthetic=synthetic)
        if filled:
            return Told(instant(filled[0]), synthetic=filled[1])
        return _dated(raw.get("date"), synthetic)
    except Unreadable as error:
        return Told(flaw=str(error))


def placed(told: list[Told]) -> list[datetime]:
    """An instant for every event in the given order; those before the first known one share it."""
    known = [each.exact or each.not_before for each in told]
    last = next((each for each in known if each), at_local(FIRST_DAY, MORNING))
    found = []
    for each in told:
        last = each.exact or max(each.not_before or last, last)
        found.append(last)
    return found


def instant(text: object) -> datetime:
    """An RFC 3339 instant in UTC; a local date counts from ten in the morning. Raises Unreadable."""
    if not isinstance(text, str):
        raise Unreadable(f"不是时间: {text}")
    if _DAY.fullmatch(text):
        return at_local(day(text), MORNING)
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(f"不是时间: {text[:40]}") from error
    if found.tzinfo is None:
        raise Unreadable(f"时间没有时区: {text}")
    return _in_utc(found)


def day(text: object) -> date:
    """A local date YYYY-MM-DD. Raises Unreadable."""
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise Unreadable(f"没有这一天: {str(text)[:40]}") from error


def _in_utc(found: datetime) -> datetime:
    try:
        return found.astimezone(UTC)
    except OverflowError as error:
        raise Unreadable(f"不是时间: {found}") from error


def _dated(text: object, synthetic: bool) -> Told:
    if text is None or text == "":
        return Told()
    part = _PART.fullmatch(str(text))
    if part:
        return Told(not_before=at_local(day(f"{part[1]}-{part[2] or '01'}-01"), MORNING))
    if not _DAY.fullmatch(str(text)):
        raise Unreadable(f"没有这一天: {str(text)[:40]}")
    return Told(instant(text), synthetic=synthetic)
