"""Filling the form of an act by chance: mostly as a clerk would, sometimes wrongly or not at all."""

from datetime import date, datetime, timedelta
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

from casework.counter.fields import Day, Moment, Money
from casework.counter.form import ActForm
from casework.enforcement.forms import Count

WRONG = 0.04
WORDS = ("样例说明", "经核实情况属实", "双方同意", "黄石市样例有限公司", "吕堃", "甲")
LATER = ("due", "until", "new_end", "court_due", "deadline", "hearing", "held_at")


class Unfit(Exception):
    """The form itself refuses what was filled in."""


def filled(form: type[ActForm], subject: Any, now: datetime, chance: Random) -> Any:
    """The facts of an act from a form filled by chance. Raises Unfit."""
    blank = form(None)
    blank.prepare(subject)
    typed: MultiDict[str, str] = MultiDict()
    _fill(blank, "", typed, now.date(), chance)
    given = form(typed)
    given.prepare(subject)
    if not given.validate():
        raise Unfit
    return given.facts()


def _fill(form: Form, prefix: str, typed: MultiDict[str, str], today: date, chance: Random) -> None:
    for name, field in form._fields.items():
        if chance.random() >= WRONG:
            _one(field, prefix + name, typed, today, chance)


def _one(field: Field, name: str, typed: MultiDict[str, str], today: date, chance: Random) -> None:
    if isinstance(field, FormField):
        _fill(field.form, f"{name}-", typed, today, chance)
    elif isinstance(field, FieldList):
        for entry in field.entries or [field.append_entry()]:
            _one(entry, entry.name if entry.name.startswith(name) else f"{name}-0", typed, today, chance)
    elif isinstance(field, MultipleFileField):
        return
    else:
        for value in _values(field, name, today, chance):
            typed.add(name, value)


def _values(field: Field, name: str, today: date, chance: Random) -> list[str]:
    if isinstance(field, BooleanField):
        return ["y"] if chance.random() < 0.85 else []
    if isinstance(field, SelectFieldBase):
        return _choices(field, chance)
    if name.endswith(("capitals", "account", "obstacle")):
        return []
    told = next((tell for kind, tell in TELL.items() if isinstance(field, kind)), _text)
    return [told(name, today, chance)]


def _choices(field: SelectFieldBase, chance: Random) -> list[str]:
    every = [str(value) for value, *_ in field.iter_choices() if value]
    if isinstance(field, SelectMultipleField):
        return every if chance.random() < 0.9 else every[:1]
    return [chance.choice(every)] if every else []


def _text(_name: str, _today: date, chance: Random) -> str:
    return chance.choice(WORDS)


TELL: dict[type[Field], Any] = {
    Day: lambda name, today, chance: _day(name, today, chance).isoformat(),
    Moment: lambda name, today, chance: f"{_day(name, today, chance)}T10:00",
    Money: lambda _name, _today, chance: str(chance.randrange(1, 90) * 1000),
    Count: lambda _name, _today, chance: str(chance.choice((1, 2, 3, 600))),
    IntegerField: lambda _name, _today, chance: str(chance.choice((1, 2, 3, 40))),
}


def _day(name: str, today: date, chance: Random) -> date:
    later = any(part in name for part in LATER)
    return today + timedelta(days=chance.choice((5, 12, 25) if later else (0, 0, 0, -1, -3)))
