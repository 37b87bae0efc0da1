"""Where what a paper lacks is entered: a link for each field, so that nobody searches for it."""

from dataclasses import dataclass

from flask import url_for

from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.counter.form import ActForm
from casework.documents.kinds import PaperIncomplete, places
from casework.identity.actor import Actor
from casework.records.models import Case

CORRECTIONS = {"party": "party-correction", "case": "case-correction", "right": "right-correction"}


@dataclass(frozen=True)
class Missing:
    """One thing that stands against an act and is no field of its form: in words, where it is entered, by whom."""

    said: str
    address: str
    link: str


def missing_of(error: Invalid, form: ActForm, case: Case, actor: Actor) -> list[Missing]:
    """What an error tells that the form of the act has no field for, each with its link."""
    outside = {name: said for name, said in error.errors.items() if name not in form._fields}
    return [_missing(error, name, " ".join(said), case, actor) for name, said in outside.items()]


def _missing(error: Invalid, name: str, said: str, case: Case, actor: Actor) -> Missing:
    place = places().get(name, "record") if isinstance(error, PaperIncomplete) else "record"
    return Missing(said, address_of(place, case, actor), phrase(f"counter.enter_{place}"))


def address_of(place: str, case: Case, actor: Actor) -> str:
    """The address where something of that place is entered."""
    if place in CORRECTIONS:
        return url_for("counter.opening", number=case.number, procedure="correction", noun=CORRECTIONS[place])
    if place == "office":
        return url_for("offices.office", office_id=actor.office_id)
    return "#act-form" if place == "act" else url_for("desk.case_page", number=case.number, _anchor="next")
