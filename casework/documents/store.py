"""Keeping papers: checked, numbered, stored as data in the caller's transaction; drawn after the commit."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.documents.draw import draw_placed
from casework.documents.fonts import Fonts
from casework.documents.kinds import NumberTaken, PaperIncomplete, kinds, missing_fields
from casework.documents.models import PaperRecord
from casework.documents.numbers import hold_sequence, next_number
from casework.documents.paper import Paper, code_of, fingerprint_of, from_data, to_data
from casework.documents.placed import Drawn
from casework.documents.proof import proof_of
from casework.documents.templates import adapted, template_for


def keep(
    paper: Paper,
    *,
    case_id: int,
    proceeding_id: int | None,
    office_id: int,
    office_short: str,
    now: datetime,
    journal_seq: int | None = None,
) -> PaperRecord:
    """Store a paper with its number. Raises PaperIncomplete when a mandatory field is empty.

    A paper that carries a number already (an agreement with its case number) keeps it; NumberTaken when the office
    has given it to another paper of the kind. The record given back is a plain value with its id, not of the session.
    """
    lacking = missing_fields(paper)
    if lacking:
        raise PaperIncomplete(paper.kind, lacking)
    if paper.number and _is_taken(paper, office_id):
        raise NumberTaken(paper.title, paper.number)
    paper = adapted(_numbered(paper, office_id, office_short), template_for(office_id, paper.kind))
    data = to_data(paper)
    sha256 = fingerprint_of(data)
    data["proof"] = proof_of(paper, sha256, now)
    row = {
        "case_id": case_id,
        "proceeding_id": proceeding_id,
        "office_id": office_id,
        "kind": paper.kind,
        "number": paper.number or None,
        "title": paper.title,
        "template_version": paper.template_version,
        "data": data,
        "sha256": sha256,
        "code": code_of(sha256),
        "issued_on": paper.issued_on,
        "made_at": now,
        "journal_seq": journal_seq,
    }
    record_id = db.session.connection().execute(_INSERT, row).scalar_one()
    return PaperRecord(id=record_id, **row)


def _is_taken(paper: Paper, office_id: int) -> bool:
    given = (PaperRecord.office_id == office_id, PaperRecord.kind == paper.kind, PaperRecord.number == paper.number)
    return db.session.scalar(select(PaperRecord.id).where(*given)) is not None


def hold_numbers(paper_kinds: Iterable[str], office_id: int, year: int) -> None:
    """Before an act makes papers of several sequences, hold these in the order of their names.

    So two acts at once wait one after the other, and never each for the other.
    """
    known = (kinds().get(kind) for kind in paper_kinds)
    sequences = {kind.sequence for kind in known if kind and kind.sequence}
    for sequence in sorted(sequences) if len(sequences) > 1 else ():
        hold_sequence(office_id, sequence, year)


_INSERT = insert(PaperRecord).returning(PaperRecord.id)


class PaperAltered(CaseworkError):
    """The stored data of a paper no longer has the fingerprint it was kept with."""


def pdf(record: PaperRecord, fonts: Fonts) -> bytes:
    """The paper drawn again from its stored data: the same bytes each time. Raises PaperAltered."""
    return placed(record, fonts).pdf


def placed(record: PaperRecord, fonts: Fonts) -> Drawn:
    """The same with the place of its seal. Raises PaperAltered."""
    if fingerprint_of(record.data) != record.sha256:
        raise PaperAltered(f"paper {record.id} ({record.code})")
    return draw_placed(from_data(record.data), fonts)


def kept_file(record: PaperRecord, folder: Path) -> Path:
    """Where the drawn file of a paper is kept, sealed where its office seals."""
    return folder / f"{record.id}-{record.code}.pdf"


def note_drawn(record: PaperRecord, drawn: bytes) -> None:
    """Remember the fingerprint of the drawn PDF; a later drawing must agree with it."""
    record.drawn_sha256 = hashlib.sha256(drawn).hexdigest()


def _numbered(paper: Paper, office_id: int, office_short: str) -> Paper:
    kind = kinds().get(paper.kind)
    if paper.number or kind is None or kind.pattern is None or kind.sequence is None:
        return paper
    year = paper.issued_on.year
    number = next_number(office_id, kind.sequence, year)
    return paper.numbered(kind.pattern.format(office=office_short, year=year, n=number))
