"""Windows: periods in which somebody may act. They pass; nobody is late. All other clocks are duties of an office."""

import json
from functools import cache
from importlib.resources import files


@cache
def window_rules() -> frozenset[str]:
    """The rule ids of periods that belong to a party or an outsider, or that only look back."""
    text = (files("casework.clock") / "data" / "windows.json").read_text("utf-8")
    return frozenset(json.loads(text)["windows"])


def is_window(rule: str) -> bool:
    """Whether the end of this clock is a right lost, not a duty missed."""
    return rule in window_rules()
