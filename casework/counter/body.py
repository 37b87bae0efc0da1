"""A JSON body as form input: strict about names and types, so that a form and JSON mean the same."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, FieldList, Form, FormField

from casework.base.errors import Invalid
from casework.base.phrases import phrase

NOT_FACTS = {"version"}


def form_input(body: Any, form: Form) -> MultiDict[str, str]:
    """The body as form input for `form`. Raises Invalid that names every unknown field and wrong type."""
    if not isinstance(body, dict):
        raise Invalid({"": [phrase("counter.json_object")]})
    found: MultiDict[str, str] = MultiDict()
    errors: dict[str, list[str]] = {}
    _object(body, form, "", found, errors)
    if errors:
        raise Invalid(errors)
    return found


def _object(body: dict[str, Any], form: Form, prefix: str, found: Any, errors: dict[str, list[str]]) -> None:
    for name, value in body.items():
        where = f"{prefix}{name}"
        if name in form._fields:
            _field(value, form._fields[name], where, found, errors)
        elif prefix or name not in NOT_FACTS:
            errors[where] = [phrase("counter.json_unknown")]


def _field(value: Any, field: Field, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if value is None:
        return
    if isinstance(field, FieldList):
        _list(value, field, where, found, errors)
    elif isinstance(field, FormField):
        _nested(value, field.form, where, found, errors)
    elif isinstance(field, BooleanField):
        _flag(value, where, found, errors)
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        found.setlist(where, value)
    elif isinstance(value, bool) or not isinstance(value, str | int | float):
        errors[where] = [phrase("counter.json_type")]
    else:
        found[where] = str(value)


def _list(value: Any, field: FieldList, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if not isinstance(value, list):
        errors[where] = [phrase("counter.json_list")]
        return
    blank = field.unbound_field.bind(form=Form(), name="blank", prefix="", _meta=field.meta)
    blank.process(None)
    for place, each in enumerate(value):
        _field(each, blank, f"{where}-{place}", found, errors)


def _nested(value: Any, form: Form, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if not isinstance(value, dict):
        errors[where] = [phrase("counter.json_object")]
        return
    _object(value, form, f"{where}-", found, errors)


def _flag(value: Any, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if not isinstance(value, bool):
        errors[where] = [phrase("counter.json_flag")]
    elif value:
        found[where] = "y"
