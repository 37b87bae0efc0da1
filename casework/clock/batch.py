"""One question of the machine interface about one clock (`casework deadline`); no database is touched."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.clock.calendar import Calendar
from casework.clock.clocks import ClockTable, default_table
from casework.clock.due import Due, compute
from casework.clock.errors import BadDate, BadOption, ClockError, MissingField, UnknownRule
from casework.clock.pauses import Pause

OPTIONS = ("pauses", "extensions", "rule_set_on")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOCAL_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


def answer(question: object, *, table: ClockTable | None = None, calendar: Calendar | None = None) -> dict[str, Any]:
    """The answer to `{"id", "rule", "start", "options"}`: id, raw, due, provisional, basis; or id and error.

    Never raises for what the question holds. A null option is an absent one. A text that should be a date
    and is none is `bad_date` wherever it stands; every other fault of the options is `bad_option`.
    """
    asked = question if isinstance(question, Mapping) else {}
    try:
        return {"id": _field(asked, "id"), **_told(_due(asked, table or default_table(), calendar))}
    except ClockError as error:
        return {"id": asked.get("id"), "error": {"code": error.code, "message": str(error)}}


def read_date(value: object) -> date:
    """The date written `YYYY-MM-DD`. Anything else raises BadDate."""
    return _read(value, DATE).date()


def read_start(value: object) -> date | datetime:
    """The date `YYYY-MM-DD` or local time `YYYY-MM-DDTHH:MM`. Anything else raises BadDate."""
    timed = isinstance(value, str) and "T" in value
    return _read(value, LOCAL_TIME) if timed else read_date(value)


def _due(asked: Mapping[str, Any], table: ClockTable, calendar: Calendar | None) -> Due:
    rule, start = _field(asked, "rule"), _field(asked, "start")
    if not isinstance(rule, str):
        raise UnknownRule("unknown_rule", rule=rule)
    table.canonical(rule)
    return compute(rule, read_start(start), **_options(asked.get("options")), calendar=calendar, table=table)


def _told(due: Due) -> dict[str, Any]:
    return {
        "raw": _shown(due.raw),
        "due": _shown(due.due),
        "provisional": due.provisional,
        "basis": due.basis,
    }


def _options(given: object) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise BadOption("options_no_object")
    unknown = sorted(str(name) for name in given if name not in OPTIONS)
    if unknown:
        raise BadOption("unknown_option", names="、".join(unknown))
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if "pauses" in options:
        options["pauses"] = _pauses(options["pauses"])
    if "rule_set_on" in options:
        options["rule_set_on"] = read_date(options["rule_set_on"])
    return options


def _pauses(given: object) -> list[Pause]:
    if not isinstance(given, list):
        raise BadOption("pauses_no_list")
    return [_pause(each) for each in given]


def _pause(given: object) -> Pause:
    if not isinstance(given, list) or len(given) != 2 or not all(isinstance(each, str) for each in given):
        raise BadOption("pauses_no_list")
    return read_date(given[0]), read_date(given[1])


def _field(asked: Mapping[str, Any], name: str) -> Any:
    if asked.get(name) is None:
        raise MissingField("missing_field", name=name)
    return asked[name]


def _read(value: object, form: re.Pattern[str]) -> datetime:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadDate("bad_date", value=value)
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise BadDate("bad_date", value=value) from None


def _shown(value: date | datetime) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
