"""Which bodies are competent for a right and an act (the table of competence, S-6). Data, not a decision.

A station is competent for nothing (STN-6) and so is not in the table: it registers, advises and passes on.
"""

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from casework.base.phrases import phrase


@dataclass(frozen=True)
class Body:
    """One competent body.

    `office_kind` is a kind of `casework.identity.roles`, or a body outside the city: cnipa, samr,
    provincial_office, provincial_bureau, overseas_centre. `level`: county (or above), city, province,
    national, same_level (the police of the sender's level); for courts basic, intermediate or province_wide.
    `what`: adjudicate, mediate, penalise, decide, detain, investigate, judge, certify, refer.
    `mark` as in the rule book; `note` is a sentence for the clerk or empty.
    """

    office_kind: str
    level: str
    what: str
    rule: str
    mark: str
    note: str


def competent_bodies(right_kind: str, act: str, place_code: str | None = None) -> list[Body]:
    """The bodies for a right and an act, in the order of the table; none for a pair that it does not know.

    `place_code` is the division of the act: outside the city the local bodies carry the note that the case
    belongs to the body there (ADM-3, K2). Patent adjudication is the city office's, never a county's (ADJ-2).
    """
    found = [
        _body(each)
        for row in _table()["rows"]
        if act in row["acts"] and (right_kind in row["rights"] or row["rights"] == ["*"])
        for each in row["bodies"]
    ]
    if place_code is None or place_code.startswith(_table()["city"]):
        return found
    return [_elsewhere(body) if body.level in ("county", "city") else body for body in found]


def is_competent(office_kind: str, level: str, right_kind: str, act: str) -> bool:
    """Whether an office of this kind and level may deal with the act (any of its competences counts).

    A county competence is the city's too, one of the city's is not a county's.
    """
    enough = {"county": {"county"}, "city": {"county", "city"}}.get(level, {level})
    return any(
        body.office_kind == office_kind and (body.level in enough or body.level == "same_level")
        for body in competent_bodies(right_kind, act)
    )


def known_acts() -> tuple[str, ...]:
    """The acts that the table knows, sorted."""
    return tuple(sorted({act for row in _table()["rows"] for act in row["acts"]}))


def _body(data: dict[str, Any]) -> Body:
    note = phrase(f"competence.note.{data['note']}") if data["note"] else ""
    return Body(**{**data, "note": note})


def _elsewhere(body: Body) -> Body:
    return replace(body, note=phrase("competence.note.elsewhere") + body.note)


@cache
def _table() -> dict[str, Any]:
    text = (files("casework.complaints") / "data" / "competence.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
