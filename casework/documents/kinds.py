"""The kinds of papers as data: title, look, number pattern, mandatory fields (`data/papers.json`)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.documents.blocks import ReplySlip, SignatureRoom
from casework.documents.look import LOOKS, Look
from casework.documents.paper import Paper

BLANK = " \u3000\n\t—-"


OF_THE_PAPER = ("addressee", "number", "copies", "office", "title")


@dataclass(frozen=True)
class Kind:
    """One kind of paper. `sequence` names the yearly number sequence, None where the paper has no number of its own.

    `mandatory` fields need a value; `places` need room on the paper, filled by hand where the record has nothing;
    `also` are other ids of it.
    """

    kind: str
    title: str
    look: str
    pattern: str | None
    sequence: str | None
    mandatory: tuple[str, ...]
    places: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class PaperIncomplete(Invalid):
    """A paper lacks fields that the rules make mandatory: `missing` names them, `errors` tells them to the reader."""

    def __init__(self, kind: str, missing: list[str]) -> None:
        title = kinds()[kind].title
        told = {
            name: phrase("documents.incomplete", title=title, field=phrase(f"documents.field.{name}"))
            for name in missing
        }
        super().__init__({name: [sentence] for name, sentence in told.items()})
        self.kind, self.missing = kind, missing


class NumberTaken(Invalid):
    """A number that was typed belongs to another paper of the same kind and office."""

    def __init__(self, title: str, number: str) -> None:
        super().__init__({"number": [phrase("documents.number_taken", title=title, number=number)]})


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by id."""
    text = files("casework.documents").joinpath("data", "papers.json").read_text("utf-8")
    rows = json.loads(text)["papers"]
    lists = ("mandatory", "places", "also")
    return {row["kind"]: Kind(**{**row, **{name: tuple(row.get(name, ())) for name in lists}}) for row in rows}


@cache
def places() -> dict[str, str]:
    """Mandatory field -> where it is entered: party, case, right, office, record or act (`data/places.json`)."""
    rows = json.loads(files("casework.documents").joinpath("data", "places.json").read_text("utf-8"))
    return {name: place for place, names in rows.items() if place != "note" for name in names}


def look_of(kind: str) -> Look:
    """The look of a kind; a kind without a row is an office paper."""
    found = kinds().get(kind)
    return LOOKS[found.look if found else "office"]


def missing_fields(paper: Paper) -> list[str]:
    """The mandatory fields of its kind that the paper leaves empty; a dash in place of a fact is empty too."""
    found = kinds().get(paper.kind)
    asked = found.mandatory if found else ()
    return [name for name in asked if not told(paper, name)]


def told(paper: Paper, name: str) -> str:
    """What a paper tells under a field's name, empty where it tells nothing."""
    said = (
        str(getattr(paper, name)) if name in OF_THE_PAPER and name not in paper.fields else paper.fields.get(name, "")
    )
    return said.strip(BLANK)


def missing_places(paper: Paper) -> list[str]:
    """The places of its kind for which the paper leaves no room: signatures, seal, a reply slip, a column."""
    found = kinds().get(paper.kind)
    asked = found.places if found else ()
    return [name for name in asked if not _has_place(paper, name)]


def _has_place(paper: Paper, name: str) -> bool:
    rooms = [block.places for block in paper.blocks if isinstance(block, SignatureRoom)]
    match name:
        case "signatures":
            return bool(rooms)
        case "seal":
            return paper.seal or any(sealed for places in rooms for _, sealed in places)
        case "reply_slip":
            return any(isinstance(block, ReplySlip) for block in paper.blocks)
        case _:
            return name in paper.fields
