"""The file (卷宗) of a mediation: its thirteen items in their order, which are compulsory, and what is there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.mediation.agreements import agreements_of
from casework.mediation.models import Mediation
from casework.records.evidence import handed_in
from casework.records.models import Evidence


@dataclass(frozen=True)
class Item:
    """One row of the contents list (司发通〔2010〕239号). `kinds` make it up, `instead` where no agreement came about.

    `also` lie with it; `files`: the evidence belongs here; `need`: accepted, sessions, always, none or made.
    """

    no: int
    key: str
    kinds: tuple[str, ...]
    need: str
    also: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    files: bool = False


@dataclass(frozen=True)
class Row:
    """An item of one file: its papers with their signed copies, its files, whether it is compulsory here and on paper."""

    item: Item
    papers: tuple[PaperRecord, ...]
    copies: tuple[Evidence, ...]
    files: tuple[Evidence, ...]
    compulsory: bool
    told: bool
    on_paper: bool

    def copies_of(self, paper: PaperRecord) -> list[Evidence]:
        """The signed copies of one of its papers, as they came back."""
        return [each for each in self.copies if each.copy_of_id == paper.id]

    @property
    def missing(self) -> bool:
        """Whether it is compulsory and not there."""
        return self.compulsory and not self.told and not self.on_paper


def rows(mediation: Mediation, *, on_paper: Sequence[str] = (), outward: bool = False) -> list[Row]:
    """All thirteen items in their order; `on_paper` names those that lie in the file on paper only.

    `outward` leaves out what may tell how the parties talked of a compromise (C-14, P-11), papers and their signed
    copies: the file for outside.
    """
    asked = select(PaperRecord).where(PaperRecord.case_id == mediation.case_id).order_by(PaperRecord.id)
    papers = list(db.session.scalars(asked))
    kept = [each for each in papers if not (outward and each.kind in inside())]
    return [_row(each, mediation, kept, papers, each.key in on_paper) for each in items()]


@cache
def items() -> tuple[Item, ...]:
    """The thirteen items as data."""
    lists = ("kinds", "also", "instead")
    told = _data()["items"]
    return tuple(Item(**{**row, **{name: tuple(row.get(name, ())) for name in lists}}) for row in told)


@cache
def inside() -> frozenset[str]:
    """The kinds of papers that stay in the office: they may tell of concessions (C-14, P-11)."""
    return frozenset(_data()["inside"]["kinds"])


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files("casework.mediation").joinpath("data", "dossier.json").read_text("utf-8"))
    return found


def _row(item: Item, mediation: Mediation, kept: list[PaperRecord], papers: list[PaperRecord], on_paper: bool) -> Row:
    kinds = (*item.kinds, *item.instead)
    mine = [each for each in _newest(kept) if each.kind in (*kinds, *item.also)]
    mine.sort(key=lambda each: ((*kinds, *item.also).index(each.kind), each.id))
    ids = {each.id for each in mine}
    makers = item.kinds if not item.instead or _agreed(mediation) else item.instead
    return Row(
        item=item,
        papers=tuple(mine),
        copies=tuple(each for each in mediation.case.evidence if each.copy_of_id in ids),
        files=tuple(handed_in(mediation.case)) if item.files else (),
        compulsory=_compulsory(item.need, mediation),
        told=item.need == "made" or any(each.kind in makers for each in papers),
        on_paper=on_paper,
    )


def _newest(kept: list[PaperRecord]) -> list[PaperRecord]:
    """Without the earlier states of registers, which are made anew with every entry."""
    last = {each.kind: each.id for each in kept if each.kind in _data()["newest"]}
    return [each for each in kept if last.get(each.kind, each.id) == each.id]


def _compulsory(need: str, mediation: Mediation) -> bool:
    match need:
        case "accepted":
            return mediation.accepted_on is not None
        case "sessions":
            return bool(mediation.sessions) or _agreed(mediation)
        case _:
            return need in ("always", "made")


def _agreed(mediation: Mediation) -> bool:
    return any(each.effective_on for each in agreements_of(mediation))
