"""Which court confirms an agreement (J-04 to J-08, 1.9). The table is data, its rows in order of rank.

The answer says where to apply, not whether the text can be confirmed: that is the check of a term's wording.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from casework.base.phrases import phrase
from casework.law import question

FLAGS = ("well_known_mark", "over_amount_threshold")


@dataclass(frozen=True)
class Route:
    """Where to apply. `court` is the full name, None where there is no confirmation or no court is known.

    `ask`: ask the court first; `basis` is the citation; `notes` are sentences for the clerk.
    """

    route: Literal["confirmation", "none"]
    court: str | None
    ask: bool
    basis: str
    notes: tuple[str, ...]


def answer(asked: object) -> dict[str, Any]:
    """The answer to `{"id", "dispute"}`: route, court, ask, basis, notes; or id and error."""
    return question.answered(asked, lambda given: _told(route(question.part(given, "dispute"))))


def route(dispute: Mapping[str, Any]) -> Route:
    """The court for a dispute (cli-contract section 5). Raises QuestionError.

    An entrusted case (委托) has no confirmation (C-12); an assigned one (委派) goes to the assigning court
    (J-04); the rest follows the table, for administrative agreements at the organ's seat (J-08).
    """
    _check(dispute)
    mediation = question.one_of(dispute, "mediation", tuple(_table()["mediations"]))
    if mediation == "entrusted":
        return Route("none", None, False, _basis("entrusted"), _say("entrusted"))
    if mediation == "assigned":
        return Route("confirmation", _assigning_court(dispute), False, _basis("assigned"), _title(dispute))
    row = _row(dispute)
    if mediation == "administrative" and _organ_elsewhere(dispute, row):
        return Route("confirmation", None, True, _basis("elsewhere"), _say("elsewhere") + _title(dispute))
    level = _table()["levels"][row["level"]]
    notes = _noted(row) + _title(dispute) + _remarks(dispute, row)
    return Route("confirmation", level["court"], row["ask"], _basis(mediation, level["article"]), notes)


def rank(court: str | None) -> int:
    """How high a court of the table stands: 0 serves the whole province, the last is the basic court or no court."""
    courts = [level["court"] for level in _table()["levels"].values()]
    return courts.index(court) if court in courts else len(courts)


def _told(found: Route) -> dict[str, Any]:
    return {**asdict(found), "notes": list(found.notes)}


@cache
def _table() -> dict[str, Any]:
    text = (files("casework.confirmation") / "data" / "routing.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _check(dispute: Mapping[str, Any]) -> None:
    """Every field has a usable shape, also those that this dispute's route does not ask for."""
    question.one_of(dispute, "right_kind", tuple(_table()["right_kinds"]))
    question.one_of(dispute, "matter", tuple(_table()["matters"]))
    question.number(dispute, "amount")
    for name in FLAGS:
        question.flag(dispute, name)
    places = dispute.get("parties_at")
    if places is not None and not isinstance(places, list | tuple):
        raise question.bad_option("parties_at", places)
    for place in (*(places or ()), dispute.get("organ_at")):
        _place(place)


def _place(code: object) -> str | None:
    text = str(code) if isinstance(code, int) and not isinstance(code, bool) else code
    if text is not None and not (isinstance(text, str) and len(text) == 6 and text.isascii() and text.isdigit()):
        raise question.bad_option("place", code)
    return text


def _row(dispute: Mapping[str, Any]) -> dict[str, Any]:
    """The first row of the table all of whose conditions hold; the last has none."""
    facts = {**dispute, "group": _table()["right_kinds"][dispute["right_kind"]]}
    conditions = ("group", "matter", *FLAGS)
    rows: list[dict[str, Any]] = _table()["routes"]
    return next(row for row in rows if all(row[name] == facts.get(name) for name in conditions if name in row))


def _assigning_court(dispute: Mapping[str, Any]) -> str:
    court = question.required(dispute, "assigning_court")
    if not isinstance(court, str) or not court.strip():
        raise question.bad_option("assigning_court", court)
    return court.strip()


def _organ_elsewhere(dispute: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the table cannot name the court at the organ's seat; one court serves the whole province."""
    place = _place(dispute.get("organ_at")) or _table()["city"]
    if row["level"] == "province_wide":
        return not place.startswith(_table()["province"])
    return place not in _table()["places"]


def _basis(kind: str, article: str = "") -> str:
    text: str = _table()["basis"][kind]
    return text.format(article=article)


def _noted(row: Mapping[str, Any]) -> tuple[str, ...]:
    return _say(row["note"]) if "note" in row else ()


def _title(dispute: Mapping[str, Any]) -> tuple[str, ...]:
    """A clause that declares title cannot be confirmed wherever it is filed (J-11, X-02, X-11)."""
    return _say("ownership") if dispute["matter"] == "ownership" else ()


def _remarks(dispute: Mapping[str, Any], row: Mapping[str, Any]) -> tuple[str, ...]:
    """What to weigh where the basic court is offered: the amount, and parties of other places."""
    if row["level"] != "basic":
        return ()
    weighs_amount = dispute.get("amount") is not None and dispute.get("over_amount_threshold") is None
    places = {_place(each) for each in dispute.get("parties_at") or ()} - {None}
    outside = dispute["mediation"] == "own" and places - set(_table()["places"])
    return (_say("amount") if weighs_amount else ()) + (_say("parties_elsewhere") if outside else ())


def _say(name: str) -> tuple[str, ...]:
    return (phrase(f"court.note.{name}"),)
