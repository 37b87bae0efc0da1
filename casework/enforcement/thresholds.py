"""Whether facts reach a criminal threshold (法释〔2025〕5号, transfer.md 1.8). All figures are data.

The answer is advice: met means "evaluate a transfer to the police"; not met hides no suspicion (POL-1).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from casework.base.phrases import phrase
from casework.law import question

Tier = Literal["none", "basic", "serious"]
OBJECTS = ("goods", "services", "mixed")
ASKED = (
    *("income", "income_goods", "income_services", "turnover", "sales", "stock_value", "loss"),
    *("pieces", "stock_pieces", "copies", "works", "downloads", "clicks", "members", "marks", "patents"),
)
ZERO = Decimal(0)


@dataclass(frozen=True)
class Threshold:
    """The outcome: `tier` is the highest reached, `lines` names each line reached with figure and limit."""

    met: bool
    tier: Tier
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One limit. `ground`: basic, plural (two marks or patents) or repeat (within two years)."""

    ground: str
    figure: str
    limit: Decimal


def answer(asked: object) -> dict[str, Any]:
    """The answer to `{"id", "crime", "facts"}`: met, tier, lines, evaluate_transfer; or id and error."""
    return question.answered(asked, _answer)


def evaluate(crime: str, facts: Mapping[str, Any]) -> Threshold:
    """Measure `facts` (cli-contract section 4; yuan, pieces) against the lines of a Criminal Law article.

    Absent facts count as none, but an unknown owner of a patent number (216) does not end the evaluation.
    Raises QuestionError for an unknown crime or an unusable fact.
    """
    row = _crime(crime)
    kind, facts_ok = _object(facts), _possible(row, facts)
    figures = _figures(facts, kind)
    lines = list(_lines(row, kind, _grounds(row, facts, figures))) if facts_ok else []
    reached = [line for line in lines if figures[line.figure] >= line.limit]
    serious = [line for line in _times(lines, row["serious_multiple"]) if figures[line.figure] >= line.limit]
    said = [_say(line, figures) for line in reached] or _two_halves(row, lines, figures)
    said += [phrase("threshold.serious", line=_say(line, figures)) for line in serious]
    if facts_ok and "serious_when" in row and question.flag(facts, row["serious_when"]):
        return Threshold(True, "serious", (*said, phrase(f"threshold.serious_when.{row['serious_when']}")))
    return Threshold(bool(said), "serious" if serious else "basic" if said else "none", tuple(said))


def _answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    found = evaluate(question.required(asked, "crime"), question.part(asked, "facts"))
    return {
        "met": found.met,
        "tier": found.tier,
        "lines": list(found.lines),
        "evaluate_transfer": found.met,
    }


@cache
def _table() -> dict[str, Any]:
    text = (files("casework.enforcement") / "data" / "thresholds.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _crime(crime: object) -> dict[str, Any]:
    name = str(crime) if isinstance(crime, int) and not isinstance(crime, bool) else crime
    known = tuple(_table()["crimes"])
    row: dict[str, Any] = _table()["crimes"][question.one_of({"crime": name}, "crime", known)]
    return row


def _figures(facts: Mapping[str, Any], kind: str) -> dict[str, Decimal]:
    """Every fact as a number, with the sums that the lines ask for."""
    found = {name: question.number(facts, name) or ZERO for name in ASKED}
    found["stock_copies"] = found["stock_pieces"]
    parts = found["income_goods"] + found["income_services"]
    whole = found["income"] if found["income"] > parts else ZERO
    found["income_both"] = whole or (parts if found["income_goods"] and found["income_services"] else ZERO)
    found["income"] = found["income"] or found.get(f"income_{kind}", ZERO)
    for each in _table()["unsold"]:
        sold, stock = found[each["sold"]], found[each["stock"]]
        found[each["together"]] = sold + stock if sold and stock else ZERO
    return found


def _object(facts: Mapping[str, Any]) -> str:
    value = facts.get("object")
    if value is not None and value not in OBJECTS:
        raise question.bad_option("object", value)
    return value or "goods"


def _possible(row: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """False where facts exclude the crime: an invented patent number is only administrative passing off."""
    return "impossible_unless" not in row or question.flag(facts, row["impossible_unless"]) is not False


def _grounds(row: Mapping[str, Any], facts: Mapping[str, Any], figures: Mapping[str, Decimal]) -> set[str]:
    found = {"basic"}
    if "plural_of" in row and figures[row["plural_of"]] >= 2:
        found.add("plural")
    if _repeated(question.day(facts, "punished_on"), question.day(facts, "acted_on")):
        found.add("repeat")
    return found


def _repeated(punished: date | None, acted: date | None) -> bool:
    """Whether the act falls within two years after the punishment (LBL-3).

    The day of punishment is not counted (T-07), so an act on the corresponding day two years later still lies
    inside. Nothing rolls: the period is no limit for acting.
    """
    if punished is None or acted is None:
        return False
    return punished <= acted <= _years_later(punished, _table()["repeat_years"])


def _years_later(start: date, years: int) -> date:
    """The corresponding day, 28 February for a leap day; the last day of the calendar is the end of all."""
    if start.year + years > date.max.year:
        return date.max
    leap = (start.month, start.day) == (2, 29)
    return start.replace(year=start.year + years, day=28 if leap else start.day)


def _lines(row: Mapping[str, Any], kind: str, grounds: set[str]) -> Iterator[Line]:
    for ground, limits in row["lines"].get(kind, row["lines"].get("all", {})).items():
        if ground in grounds:
            yield from (Line(ground, figure, Decimal(limit)) for figure, limit in limits.items())
            yield from _unsold(ground, limits, row.get("unsold", ()))


def _unsold(ground: str, limits: Mapping[str, int], counted: list[str]) -> Iterator[Line]:
    """What is unsold, alone or with what was sold, counts at three times the line of what is sold."""
    for each in _table()["unsold"]:
        if each["sold"] in counted and each["sold"] in limits:
            limit = Decimal(limits[each["sold"]] * _table()["unsold_multiple"])
            yield Line(ground, each["stock"], limit)
            yield Line(ground, each["together"], limit)


def _times(lines: list[Line], multiple: int | None) -> list[Line]:
    return [] if multiple is None else [Line(each.ground, each.figure, each.limit * multiple) for each in lines]


def _two_halves(row: Mapping[str, Any], lines: list[Line], figures: Mapping[str, Decimal]) -> list[str]:
    """Two different items at half their line each (217). The money lines together are one item."""
    halves = {(line.ground, line.figure): line for line in lines if figures[line.figure] * 2 >= line.limit}
    groups = [[halves[g, f] for g, f in items if (g, f) in halves] for items in row.get("halves", ())]
    items = [found[0] for found in groups if found]
    if len(items) < 2:
        return []
    return [phrase("threshold.halves", items=phrase("threshold.and").join(_say_half(each, figures) for each in items))]


def _say(line: Line, figures: Mapping[str, Decimal]) -> str:
    return phrase(f"threshold.ground.{line.ground}", line=phrase("threshold.line", **_values(line, figures)))


def _say_half(line: Line, figures: Mapping[str, Decimal]) -> str:
    return phrase("threshold.half", **_values(line, figures))


def _values(line: Line, figures: Mapping[str, Decimal]) -> dict[str, str]:
    unit = _table()["figures"][line.figure]
    return {
        "name": phrase(f"threshold.figure.{line.figure}"),
        "value": phrase(f"threshold.unit.{unit}", number=_plain(figures[line.figure])),
        "limit": phrase(f"threshold.unit.{unit}", number=_plain(line.limit)),
    }


def _plain(value: Decimal) -> str:
    return f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"
