"""Binding the file (卷宗) of a mediation into one PDF: a long task after the commit; made again when something changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from casework.base import wallclock
from casework.base.db import db, reading_only
from casework.base.model import canonical_json
from casework.base.phrases import phrase
from casework.base.tasks import Handler, LongTask, Tell
from casework.documents.bundle import Bundle, Part, bound, pages_of, picture_page
from casework.documents.draw import draw
from casework.documents.fonts import Fonts, fonts_in
from casework.documents.paper import Paper
from casework.documents.store import pdf
from casework.mediation.binding_papers import Line, back_paper, contents_paper, cover_paper, name_of, slip_paper
from casework.mediation.dossier import Row, rows
from casework.mediation.models import Mediation
from casework.records.evidence_store import EvidenceStore
from casework.records.models import Evidence

KIND = "bind_file"


@dataclass(frozen=True)
class Made:
    """What was bound: the mark of its content, pages, when (ISO), which items lie in it on paper only, its SHA-256."""

    mark: str
    pages: int
    at: str
    on_paper: tuple[str, ...]
    sha256: str


def mark_of(mediation: Mediation, found: Sequence[Row]) -> str:
    """A fingerprint of all that goes into the file; another mark means that the file is to be made again."""
    told = {
        "papers": [each.sha256 for row in found for each in row.papers],
        "files": [each.sha256 for row in found for each in (*row.copies, *row.files)],
        "on_paper": [row.item.key for row in found if row.on_paper],
        "head": [mediation.number, mediation.case.title, mediation.retention, str(mediation.closed_on)],
    }
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def file_of(folder: Path, mediation_id: int, *, outward: bool) -> Path:
    """Where the bound file lies; what was made stands beside it as JSON."""
    return folder / f"mediation-{mediation_id}-{'outside' if outward else 'inside'}.pdf"


def made(file: Path) -> Made | None:
    """What lies there, None where nothing was bound yet."""
    told = file.with_suffix(".json")
    if not told.is_file() or not file.is_file():
        return None
    values = json.loads(told.read_text("utf-8"))
    return Made(**{**values, "on_paper": tuple(values["on_paper"])})


def binder(fonts: Path, store: EvidenceStore, folder: Path) -> Handler:
    """The long task that binds the file its payload names: mediation, items on paper, whether it leaves the office."""

    def run(task: LongTask, tell: Tell) -> dict[str, Any]:
        told = dict(task.payload)
        with reading_only():
            mediation = db.session.get_one(Mediation, told["mediation"])
            found = rows(mediation, on_paper=told["on_paper"], outward=told["outward"])
            mark = mark_of(mediation, found)
            db.session.rollback()
        pieces = _drawn_one_by_one(mediation, found, fonts_in(fonts), store, tell)
        with reading_only():
            bundle = bind_pieces(mediation, pieces, fonts_in(fonts))
            db.session.rollback()
        kept = _keep(file_of(folder, told["mediation"], outward=told["outward"]), bundle, mark, told["on_paper"])
        tell(len(pieces), len(pieces))
        return {"pages": kept.pages, "sha256": kept.sha256}

    return run


def _drawn_one_by_one(
    mediation: Mediation, found: Sequence[Row], fonts: Fonts, store: EvidenceStore, tell: Tell
) -> list[tuple[Row, list[Part]]]:
    """Draw the items, a piece each; nobody waits for a lock meanwhile."""
    pieces = []
    for n, row in enumerate(found):
        tell(n, len(found))
        with reading_only():
            pieces.append((row, _pieces(row, mediation, fonts, store)))
            db.session.rollback()
    return pieces


def bind_pieces(mediation: Mediation, pieces: list[tuple[Row, list[Part]]], fonts: Fonts) -> Bundle:
    """The file as one PDF: cover, contents with page numbers, the items in their order, back cover; bookmarks, stamps."""
    found = [row for row, _parts in pieces]
    cover = Part(_zh("cover"), draw(cover_paper(mediation), fonts))
    back = Part(f"13 {_zh('item.back')}", draw(back_paper(mediation, found), fonts))
    contents = _contents(mediation, pieces, fonts, before=pages_of(cover.pdf) or 1)
    body = [part for _row, parts in pieces for part in parts]
    return bound([cover, contents, *body, back], fonts, label=mediation.number or mediation.case.number)


def _contents(mediation: Mediation, pieces: list[tuple[Row, list[Part]]], fonts: Fonts, *, before: int) -> Part:
    """The contents list; it is as long as it is, and that moves the pages it tells."""
    length, drawn = 0, b""
    while length != (pages_of(drawn) or 0) or not drawn:
        length = pages_of(drawn) or 1 if drawn else 1
        paper = contents_paper(mediation, _lines(pieces, before + length + 1))
        drawn = draw(paper, fonts)
    return Part(_zh("contents"), drawn)


def _lines(pieces: list[tuple[Row, list[Part]]], first: int) -> list[Line]:
    told = []
    for row, parts in pieces:
        pages = sum(pages_of(part.pdf) or 0 for part in parts)
        here = bool(parts) or row.item.need == "made"
        told.append(Line(row, first if here else None, first + pages - 1 if parts else first))
        first += pages
    return told


def _pieces(row: Row, mediation: Mediation, fonts: Fonts, store: EvidenceStore) -> list[Part]:
    """The parts of one item: a slip where it lies there on paper only, papers each with its signed copies, then files."""
    found: list[tuple[str, bytes]] = []
    if row.on_paper:
        found.append((_zh("on_paper"), draw(slip_paper(mediation, name_of(row), _zh("slip")), fonts)))
    for paper in row.papers:
        title = f"{paper.title} {paper.number or ''}".strip()
        found.append((title, pdf(paper, fonts)))
        signed = phrase("dossier.signed_copy", lang="zh", title=title)
        found += [(signed, _file_pdf(each, mediation, fonts, store)) for each in row.copies_of(paper)]
    found += [(each.name, _file_pdf(each, mediation, fonts, store)) for each in row.files]
    head = f"{row.item.no} {name_of(row)}"
    return [Part(f"{head}：{title}" if n == 0 else title, body, below=n > 0) for n, (title, body) in enumerate(found)]


def _file_pdf(evidence: Evidence, mediation: Mediation, fonts: Fonts, store: EvidenceStore) -> bytes:
    """A file as pages: a PDF as it is, a picture on a page, anything else told by name, size and fingerprint."""
    content = store.path(evidence.sha256).read_bytes()
    if evidence.media_type == "application/pdf" and pages_of(content):
        return content
    drawn = picture_page(content) if evidence.media_type.startswith("image/") else None
    return drawn or draw(_told(evidence, mediation), fonts)


def _told(evidence: Evidence, mediation: Mediation) -> Paper:
    said = phrase("dossier.other_file", lang="zh", name=evidence.name, size=evidence.size, sha=evidence.sha256)
    return slip_paper(mediation, evidence.name, said)


def _keep(file: Path, bundle: Bundle, mark: str, on_paper: Sequence[str]) -> Made:
    first, count = bundle.places[-1]
    at = wallclock.now().isoformat(timespec="seconds")
    kept = Made(mark, first + count - 1, at, tuple(on_paper), hashlib.sha256(bundle.pdf).hexdigest())
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(bundle.pdf)
    fresh.replace(file)
    file.with_suffix(".json").write_text(json.dumps(asdict(kept)), "utf-8")
    return kept


def _zh(name: str) -> str:
    return phrase(f"dossier.{name}", lang="zh")
