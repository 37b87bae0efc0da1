"""The papers that hold a file together: cover, contents with page numbers, slips, back cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.documents.blocks import Block, KeyValueTable, Para, SignatureRoom, Table
from casework.documents.models import PaperRecord
from casework.documents.paper import Paper, from_data
from casework.documents.text import zh_date
from casework.identity.directory import office_by_id
from casework.mediation.dossier import Row
from casework.mediation.models import Mediation

WIDTHS = (8, 52, 16, 24)


@dataclass(frozen=True)
class Line:
    """A line of the contents: the item and its pages in the file, first to last; no first page: it is not there."""

    row: Row
    first: int | None
    last: int


def cover_paper(mediation: Mediation) -> Paper:
    """The cover as it was made when the file was archived; before that one from the facts."""
    asked = select(PaperRecord).where(PaperRecord.proceeding_id == mediation.id, PaperRecord.kind == "D-01")
    newest = db.session.scalars(asked.order_by(PaperRecord.id.desc()).limit(1)).first()
    if newest is not None:
        return from_data(newest.data)
    told = {
        "office": _office(mediation),
        "number": mediation.number or "",
        "title": mediation.case.title,
        "mediators": "、".join(dict.fromkeys(each.mediator.name for each in mediation.namings)),
        "accepted_on": _day(mediation.accepted_on),
        "closed_on": _day(mediation.closed_on),
    }
    table = KeyValueTable(tuple((_zh(f"field.{name}"), value) for name, value in told.items()))
    return _paper(mediation, _zh("cover"), table, kind="D-01")


def contents_paper(mediation: Mediation, lines: Sequence[Line]) -> Paper:
    """卷内目录: number, name, pages, remark."""
    head = tuple(_zh(f"column.{name}") for name in ("no", "name", "pages", "remark"))
    body = tuple((str(line.row.item.no), name_of(line.row), _pages(line), _remark(line)) for line in lines)
    return _paper(mediation, _zh("contents"), Table(head, body, WIDTHS))


def slip_paper(mediation: Mediation, name: str, text: str) -> Paper:
    """One page in the place of something that cannot be drawn here."""
    return _paper(mediation, name, Para(text))


def back_paper(mediation: Mediation, found: Sequence[Row]) -> Paper:
    """封底 with what is said of the file: what lies there on paper only, and room for who bound and checked it."""
    paper_only = "、".join(name_of(row) for row in found if row.on_paper)
    said = phrase("dossier.back_note", lang="zh", names=paper_only) if paper_only else _zh("back_whole")
    room = SignatureRoom(((_zh("bound_by"), False), (_zh("checked_by"), False)))
    return _paper(mediation, _zh("item.back"), Para(said), room)


def name_of(row: Row) -> str:
    """The name of an item in Chinese, as the contents list has it."""
    return _zh(f"item.{row.item.key}")


def _pages(line: Line) -> str:
    if line.first is None:
        return "—"
    return str(line.first) if line.last <= line.first else f"{line.first}-{line.last}"


def _remark(line: Line) -> str:
    if line.row.on_paper:
        return _zh("on_paper")
    return _zh("lacking") if line.row.missing else ""


def _paper(mediation: Mediation, title: str, *blocks: Block, kind: str = "file") -> Paper:
    return Paper(
        kind=kind,
        title=title,
        office=_office(mediation),
        issued_on=mediation.closed_on or local_date(mediation.opened_at),
        blocks=blocks,
        number=mediation.number or "",
    )


def _office(mediation: Mediation) -> str:
    found = office_by_id(mediation.office_id)
    return found.name if found else ""


def _day(on: date | None) -> str:
    return zh_date(on.isoformat()) if on else ""


def _zh(name: str) -> str:
    return phrase(f"dossier.{name}", lang="zh")
