"""The rule behind a field: which rule asks for it or limits it, so that a form can lead to its article in one click."""

import json
from functools import cache
from importlib.resources import files


@cache
def field_rules() -> dict[str, str]:
    """`<form key>.<field>` -> rule id."""
    found: dict[str, str] = json.loads(files("casework.desk").joinpath("data/field_rules.json").read_text("utf-8"))
    return found


def rule_of(form: object, name: str) -> str | None:
    """The rule behind a field of a form, None where it has none of its own."""
    return field_rules().get(f"{getattr(form, 'key', '')}.{name}")
