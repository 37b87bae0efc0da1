"""A JSON body as form input: strict about names and types, so that a form and JSON mean the same."""

from typing import Any

from flask import abort, request
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, FieldList, Form, FormField, MultipleFileField, SelectMultipleField

from casework.base.errors import Invalid
from casework.base.phrases import phrase

NOT_FACTS = {"version"}
SEVERAL = (MultipleFileField, SelectMultipleField)


def json_body() -> Any:
    """The JSON value of this request; 400 when it is no JSON or nested beyond all reason."""
    try:
        return request.get_json()
    except RecursionError:
        abort(400)


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
    elif isinstance(field, SEVERAL):
        _several(value, where, found, errors)
    elif isinstance(value, bool) or not isinstance(value, str | int | float) or not _is_text(value):
        errors[where] = [phrase("counter.json_type")]
    else:
        found[where] = str(value)


def _is_text(value: Any) -> bool:
    """Whether the value can be written down: half of a surrogate pair, which JSON can spell, cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in str(value))


def _several(value: Any, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if not isinstance(value, list) or not all(isinstance(each, str) and _is_text(each) for each in value):
        errors[where] = [phrase("counter.json_texts")]
        return
    found.setlist(where, value)


def _list(value: Any, field: FieldList, where: str, found: Any, errors: dict[str, list[str]]) -> None:
    if not isinstance(value, list):
        errors[where] = [phrase("counter.json_list")]
        return
    if field.max_entries and len(value) > field.max_entries:
        errors[where] = [phrase("counter.json_too_many", most=field.max_entries)]
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
