"""Reading a question of the machine interface: typed facts out, or the error code that goes in its answer.

Works on plain values too (`date`, aware `datetime`, `Decimal`), so that a verb may ask the same functions.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from casework.base.errors import CaseworkError
from casework.base.phrases import phrase

SHANGHAI = ZoneInfo("Asia/Shanghai")
NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?", re.ASCII)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6}\d*)?)?([Zz]|[+-]\d{2}:\d{2})?", re.ASCII)


class QuestionError(CaseworkError):
    """A question that cannot be answered. `code` is one of cli-contract section 1, the text says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def answered(question: object, answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """`answer(question)` after its id, or id and error. Never raises because of what was asked."""
    asked = question if isinstance(question, Mapping) else {}
    try:
        return {"id": required(asked, "id"), **answer(asked)}
    except QuestionError as error:
        return {"id": asked.get("id"), "error": {"code": error.code, "message": str(error)}}


def required(asked: Mapping[str, Any], name: str) -> Any:
    """The field `name`; absent or null is `missing_field`."""
    if asked.get(name) is None:
        raise QuestionError("missing_field", phrase("law.question.missing_field", name=name))
    return asked[name]


def part(asked: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object in the field `name`; absent is `missing_field`, not an object `bad_option`."""
    value = required(asked, name)
    if not isinstance(value, Mapping):
        raise bad_option(name, value)
    return value


def one_of(asked: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str:
    """The field `name`, one of the `known` words; any other is `unknown_kind`."""
    value = required(asked, name)
    if not isinstance(value, str) or value not in known:
        raise QuestionError("unknown_kind", phrase("law.question.unknown_kind", name=name, value=value))
    return value


def number(asked: Mapping[str, Any], name: str) -> Decimal | None:
    """The number in `name` (a number or a text such as "50000.00"), None if absent; else `bad_option`."""
    value = asked.get(name)
    if value is None:
        return None
    text = str(value).strip() if isinstance(value, str | int | float | Decimal) else ""
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    if isinstance(value, bool) or not NUMBER.fullmatch(text):
        raise bad_option(name, value)
    return Decimal(text)


def flag(asked: Mapping[str, Any], name: str) -> bool | None:
    """The yes or no in `name`, None if absent; anything else is `bad_option`."""
    value = asked.get(name)
    if value is not None and not isinstance(value, bool):
        raise bad_option(name, value)
    return value


def day(asked: Mapping[str, Any], name: str) -> date | None:
    """The Shanghai date in `name`, None if absent: a date, an instant, or a local time; else `bad_date`."""
    return None if asked.get(name) is None else shanghai_date(asked[name])


def shanghai_date(value: object) -> date:
    """The Shanghai date of a date, an aware or local time, or their text. Anything else is `bad_date`."""
    if isinstance(value, str):
        value = _read(value.strip())
    if isinstance(value, datetime):
        return _local_date(value)
    if isinstance(value, date):
        return value
    raise bad_date(value)


def bad_option(name: str, value: object) -> QuestionError:
    """The error for a value that cannot stand in the field `name`."""
    return QuestionError("bad_option", phrase("law.question.bad_option", name=name, value=value))


def bad_date(value: object) -> QuestionError:
    """The error for a value that is no date."""
    return QuestionError("bad_date", phrase("law.question.bad_date", value=value))


def _read(text: str) -> date | datetime:
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
        if INSTANT.fullmatch(text):
            return datetime.fromisoformat(text.upper())
    except ValueError:
        raise bad_date(text) from None
    raise bad_date(text)


def _local_date(value: datetime) -> date:
    try:
        return (value.astimezone(SHANGHAI) if value.tzinfo else value).date()
    except OverflowError:
        raise bad_date(value) from None
