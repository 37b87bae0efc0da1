"""Filling the form of an act by chance: mostly as a clerk would, sometimes wrongly or not at all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    IntegerField,
    MultipleFileField,
    SelectFieldBase,
    SelectMultipleField,
)

from casework.base.wallclock import local_time
from casework.counter.fields import Day, Moment, Money
from casework.counter.form import ActForm
from casework.enforcement.forms import Count

WRONG, UNUSUAL = 0.02, 0.08
WORDS = ("样例说明", "经核实情况属实", "双方同意", "黄石市样例有限公司", "吕堃", "甲")
PEOPLE = {"officers": "方志远\n余思敏", "panel": "方志远\n余思敏\n柯建国", "investigator": "吕堃", "recorder": "余思敏"}
LEFT_EMPTY = (
    *("capitals", "account", "obstacle", "sum_fen", "pending_elsewhere", "other_way", "disclosed", "guests", "caucus"),
    *("concessions", "outside_number", "finding", "evidence_ids", "court_reason", "despite", "appraisal_reason"),
)
NOT_TICKED = (
    *("awards_damages", "abroad", "unreachable", "public", "objection_to_public", "one_sided", "online", "check"),
    *("non_prosecution", "difficult", "partial", "warning_only", "endangers_life", "oral", "of_official"),
)
FIRST_ONLY = ("terms", "mediators", "going_on")
LATER = ("due", "until", "new_end", "deadline", "hearing")
EITHER = ("on", "held_at")
AHEAD, BEHIND = (5, 12, 25), (0, 0, 0, -1, -3)
Told = Callable[[str, datetime, Random], str]


class Unfit(Exception):
    """The form itself refuses what was filled in."""


def filled(form: type[ActForm], subject: Any, now: datetime, chance: Random) -> Any:
    """The facts of an act from a form filled by chance at an instant. Raises Unfit."""
    blank = form(None)
    blank.prepare(subject)
    typed: MultiDict[str, str] = MultiDict()
    _fill(blank, "", typed, local_time(now), chance)
    given = form(typed)
    given.prepare(subject)
    if not given.validate():
        raise Unfit
    return given.facts()


def _fill(form: Form, prefix: str, typed: MultiDict[str, str], now: datetime, chance: Random) -> None:
    for name, field in form._fields.items():
        usual = name not in LEFT_EMPTY and name not in NOT_TICKED
        if chance.random() >= (WRONG if usual else 1 - UNUSUAL):
            _one(field, prefix + name, typed, now, chance)


def _one(field: Field, name: str, typed: MultiDict[str, str], now: datetime, chance: Random) -> None:
    if isinstance(field, FormField):
        _fill(field.form, f"{name}-", typed, now, chance)
    elif isinstance(field, FieldList):
        entries = field.entries or [field.append_entry()]
        few = field.short_name.rpartition("-")[2] in FIRST_ONLY and chance.random() >= UNUSUAL
        for entry in entries[: 1 if few else None]:
            _one(entry, entry.name if entry.name.startswith(name) else f"{name}-0", typed, now, chance)
    elif not isinstance(field, MultipleFileField):
        for value in _values(field, name, now, chance):
            typed.add(name, value)


def _values(field: Field, name: str, now: datetime, chance: Random) -> list[str]:
    if isinstance(field, BooleanField):
        return ["y"] if chance.random() < 0.95 else []
    if isinstance(field, SelectFieldBase):
        return _choices(field, name, chance)
    told: Told = next((tell for kind, tell in TELL.items() if isinstance(field, kind)), _text)
    return [told(name.rpartition("-")[2], now, chance)]


def _choices(field: SelectFieldBase, name: str, chance: Random) -> list[str]:
    every = [str(value) for value, *_ in field.iter_choices() if value]
    if isinstance(field, SelectMultipleField):
        return every if chance.random() < 0.9 else every[:1]
    if name.endswith(("debtor", "creditor")) and chance.random() >= UNUSUAL:
        return every[-1:] if name.endswith("debtor") else every[:1]
    return [chance.choice(every)] if every else []


def _text(name: str, _now: datetime, chance: Random) -> str:
    if name in PEOPLE:
        return PEOPLE[name]
    return f"样〔2026〕{chance.randrange(10**6)}号" if name == "number" else chance.choice(WORDS)


def _day(name: str, now: datetime, chance: Random) -> datetime:
    days = AHEAD if any(part in name for part in LATER) else BEHIND + AHEAD[:2] if name in EITHER else BEHIND
    return now + timedelta(days=chance.choice(days))


TELL: dict[type[Field], Told] = {
    Day: lambda name, now, chance: _day(name, now, chance).date().isoformat(),
    Moment: lambda name, now, chance: _day(name, now, chance).strftime("%Y-%m-%dT%H:%M"),
    Money: lambda _name, _now, chance: str(chance.choice((100, 500, 20_000, 90_000))),
    Count: lambda _name, _now, chance: str(chance.choice((1, 2, 3, 600))),
    IntegerField: lambda _name, _now, chance: str(chance.choice((1, 2, 3, 40))),
}
