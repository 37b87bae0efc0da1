"""One sentence that says how an end was found."""

from datetime import date, datetime

from casework.base.phrases import has_phrase, phrase
from casework.clock.due import Due
from casework.clock.pauses import paused_days


def sentence(due: Due, lang: str | None = None) -> str:
    """Start, period, pauses, extension, raw end, the roll and its cause, what is provisional, the article."""
    if due.unit == "hour":
        return _clause("hours", due, lang) + _tail(due, lang)
    parts = [_clause(due.direction, due, lang)]
    if due.pauses:
        parts.append(phrase("clock.sentence.paused", lang, days=paused_days(due.pauses)))
    if due.raw != due.own_end:
        parts.append(phrase("clock.sentence.extended", lang, to=due.extended_to))
    parts.append(phrase("clock.sentence.ends", lang, raw=due.raw, weekday=weekday(due.raw, lang)))
    if due.due != due.raw:
        parts.append(_roll(due, lang))
    return phrase("clock.comma", lang).join(parts) + _tail(due, lang)


def weekday(day: date, lang: str | None = None) -> str:
    """星期一 … 星期日."""
    return phrase(f"clock.weekday.{day.isoweekday()}", lang)


def period(due: Due, lang: str | None = None) -> str:
    """The length with its unit, granted extensions included: 30日, 45个工作日, 3个月."""
    length = phrase(f"clock.unit.{due.unit}", lang, count=due.count)
    if not due.extensions:
        return length
    return phrase("clock.sentence.with_extensions", lang, length=length, steps=due.extensions)


def holiday_name(name: str, lang: str | None = None) -> str:
    """The holiday's name in the reader's language; a name that the catalogue does not hold stays as it is."""
    return phrase(f"clock.holiday.{name}", lang) if has_phrase(f"clock.holiday.{name}") else name


def _clause(kind: str, due: Due, lang: str | None) -> str:
    return phrase(
        f"clock.sentence.{kind}",
        lang,
        start=_shown(due.start),
        period=period(due, lang),
        raw=_shown(due.raw),
    )


def _roll(due: Due, lang: str | None) -> str:
    kind = due.calendar.kind(due.raw)
    values = {"due": due.due, "weekday": weekday(due.due, lang)}
    if kind.holiday:
        return phrase("clock.sentence.rolled.holiday", lang, holiday=holiday_name(kind.holiday, lang), **values)
    return phrase("clock.sentence.rolled.weekend", lang, **values)


def _tail(due: Due, lang: str | None) -> str:
    said = phrase("clock.sentence.stop", lang)
    if due.open_pause is not None:
        left = phrase(f"clock.unit.{_remaining_unit(due)}", lang, count=due.remaining)
        said += phrase("clock.sentence.stopped", lang, since=due.open_pause, left=left)
    if due.provisional:
        years = phrase("clock.list", lang).join(str(year) for year in due.unknown_years)
        said += phrase("clock.sentence.provisional", lang, years=years)
    return said + phrase("clock.sentence.basis", lang, basis=due.basis)


def _remaining_unit(due: Due) -> str:
    return "working_day" if due.unit == "working_day" else "day"


def _shown(value: date | datetime) -> str:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value.isoformat()
