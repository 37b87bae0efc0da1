"""The working practice that comes with the product."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def hours() -> dict[str, Any]:
    """Hours, length, days ahead and rooms of an office that has not named its own."""
    found: dict[str, Any] = json.loads((files("casework.sittings") / "data" / "hours.json").read_text("utf-8"))
    return found
