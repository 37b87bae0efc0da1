"""The grounds on which a complaint is not accepted, as the rules in force on its day of receipt list them (CMP-5)."""

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


def grounds_on(day: date) -> tuple[str, ...]:
    """The codes in the order of the article, for a local day of receipt: the item number is the place in it."""
    for each in _lists():
        if (each["valid_from"] or "") <= day.isoformat() <= (each["valid_to"] or "9999"):
            return tuple(each["grounds"])
    raise ValueError(f"no list of grounds for {day}")


def item_of(ground: str, day: date) -> int | None:
    """The item number of a ground that the decision states, None where the rules of that day do not list it."""
    listed = grounds_on(day)
    return listed.index(ground) + 1 if ground in listed else None


@cache
def _lists() -> list[dict[str, Any]]:
    text = (files("casework.complaints") / "data" / "grounds.json").read_text("utf-8")
    lists: list[dict[str, Any]] = json.loads(text)["lists"]
    return lists
