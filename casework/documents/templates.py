"""An office's own words on its papers: heading, contact line, closing sentences, rows left out. Versioned.

They only add to what a room made, or leave out rows that no rule asks for; a legal field cannot be removed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.documents.blocks import Block, KeyValueTable, Note, Para, ReplySlip, SignatureRoom
from casework.documents.kinds import kinds, told
from casework.documents.models import PaperTemplate
from casework.documents.paper import Paper

LONGEST_CONTACT, LONGEST_HEADING, MOST_CLOSING = 300, 120, 5
END = SignatureRoom | ReplySlip


@dataclass(frozen=True)
class Wording:
    """What an office writes: each part may be empty. `left_out` are labels of form rows."""

    heading: str = ""
    contact: str = ""
    closing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def template_for(office_id: int, kind: str) -> PaperTemplate | None:
    """The newest template of an office for a kind, else its newest for every kind."""
    asked = select(PaperTemplate).where(PaperTemplate.office_id == office_id, PaperTemplate.kind.in_((kind, "")))
    return db.session.scalars(asked.order_by(PaperTemplate.kind.desc(), PaperTemplate.version.desc()).limit(1)).first()


def history(office_id: int, kind: str) -> list[PaperTemplate]:
    """All versions of one template, newest first."""
    asked = select(PaperTemplate).where(PaperTemplate.office_id == office_id, PaperTemplate.kind == kind)
    return list(db.session.scalars(asked.order_by(PaperTemplate.version.desc())))


def save_template(office_id: int, kind: str, wording: Wording, *, by: str, now: datetime) -> PaperTemplate:
    """Store a new version, in the caller's transaction. `kind` "" is every kind without a template of its own.

    Raises Invalid, by field: an unknown kind, a text too long, a legal field left out.
    """
    errors = _errors(kind, wording)
    if errors:
        raise Invalid(errors)
    last = select(func.max(PaperTemplate.version)).where(
        PaperTemplate.office_id == office_id, PaperTemplate.kind == kind
    )
    row = PaperTemplate(
        office_id=office_id,
        kind=kind,
        version=(db.session.scalar(last) or 0) + 1,
        heading=wording.heading.strip(),
        contact=wording.contact.strip(),
        closing=[each.strip() for each in wording.closing if each.strip()],
        left_out=list(wording.left_out),
        saved_by=by,
        saved_at=now,
    )
    db.session.add(row)
    db.session.flush()
    return row


def wording_of(template: PaperTemplate) -> Wording:
    """The words of a stored version."""
    return Wording(template.heading, template.contact, tuple(template.closing), tuple(template.left_out))


def adapted(paper: Paper, template: PaperTemplate | None) -> Paper:
    """The paper with its office's words; without a template the paper itself."""
    return previewed(paper, wording_of(template), version=template.version) if template else paper


def previewed(paper: Paper, wording: Wording, *, version: int = 0) -> Paper:
    """The paper as it would read with these words, stored or not."""
    blocks = [_shortened(block, paper, wording.left_out) for block in paper.blocks]
    place = next((n for n, block in enumerate(blocks) if isinstance(block, END)), len(blocks))
    added: list[Block] = [Para(each) for each in wording.closing]
    added += [Note(wording.contact)] if wording.contact else []
    return replace(
        paper,
        blocks=(*blocks[:place], *added, *blocks[place:]),
        heading=wording.heading,
        office_template=version,
    )


def legal_labels(kind: str) -> list[str]:
    """The labels of a kind's mandatory fields and places; of every kind's where `kind` is empty."""
    asked = [kinds()[kind]] if kind else list(kinds().values())
    names = dict.fromkeys(name for each in asked for name in (*each.mandatory, *each.places))
    return [phrase(f"documents.field.{name}", lang="zh") for name in names]


def _shortened(block: Block, paper: Paper, left_out: Sequence[str]) -> Block:
    """A form table without the rows left out, except those that tell a legal field."""
    if not isinstance(block, KeyValueTable) or not left_out:
        return block
    known = kinds().get(paper.kind)
    legal = {told(paper, name) for name in (*known.mandatory, *known.places)} if known else set()
    rows = tuple(row for row in block.rows if row[0] not in left_out or row[1].strip() in legal)
    return KeyValueTable(rows)


def _errors(kind: str, wording: Wording) -> dict[str, list[str]]:
    if kind and kind not in kinds():
        return {"kind": [phrase("documents.template.unknown_kind", kind=kind)]}
    legal = [label for label in wording.left_out if label in legal_labels(kind)]
    checks = {
        "heading": len(wording.heading) > LONGEST_HEADING,
        "contact": len(wording.contact) > LONGEST_CONTACT,
        "closing": len(wording.closing) > MOST_CLOSING,
    }
    errors = {name: [phrase(f"documents.template.{name}_too_long")] for name, wrong in checks.items() if wrong}
    if legal:
        errors["left_out"] = [phrase("documents.template.legal", fields="、".join(legal))]
    return errors
