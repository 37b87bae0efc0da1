"""The kinds of papers as data: title, look, number pattern, mandatory fields (`data/papers.json`)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.documents.look import LOOKS, Look
from casework.documents.paper import Paper

BLANK = " \u3000\n\t—-"


@dataclass(frozen=True)
class Kind:
    """One kind of paper. `sequence` names the yearly number sequence, None where the paper has no number of its own."""

    kind: str
    title: str
    look: str
    pattern: str | None
    sequence: str | None
    mandatory: tuple[str, ...]


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


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by id."""
    text = files("casework.documents").joinpath("data", "papers.json").read_text("utf-8")
    rows = json.loads(text)["papers"]
    return {row["kind"]: Kind(**{**row, "mandatory": tuple(row["mandatory"])}) for row in rows}


def look_of(kind: str) -> Look:
    """The look of a kind; a kind without a row is an office paper."""
    found = kinds().get(kind)
    return LOOKS[found.look if found else "office"]


def missing_fields(paper: Paper) -> list[str]:
    """The mandatory fields of its kind that the paper leaves empty; a dash in place of a fact is empty too."""
    found = kinds().get(paper.kind)
    return [name for name in found.mandatory if not paper.fields.get(name, "").strip(BLANK)] if found else []
