"""A specimen of each kind of paper: its legal fields and places by name, so that an office sees its own words on it."""

from datetime import date

from casework.base.phrases import phrase
from casework.documents.blocks import Block, KeyValueTable, Para, ReplySlip, SignatureRoom
from casework.documents.kinds import OF_THE_PAPER, kinds
from casework.documents.paper import Paper


def specimen(kind: str, office: str, on: date) -> Paper:
    """A paper of that kind without a case: what the law asks for stands by its name, nothing else is in it."""
    found = kinds()[kind]
    names = [name for name in found.mandatory if name not in OF_THE_PAPER]
    rows = tuple((_label(name), _said("value")) for name in names)
    blocks: list[Block] = [KeyValueTable(rows)] if rows else [Para(_said("value"))]
    if "reply_slip" in found.places:
        blocks.append(ReplySlip(_said("addressee"), found.title))
    if "signatures" in found.places:
        blocks.append(SignatureRoom(((_said("signer"), False),)))
    return Paper(
        kind=kind,
        title=found.title,
        office=office,
        issued_on=on,
        blocks=tuple(blocks),
        number=_said("number") if found.pattern else "",
        addressee=_said("addressee") if found.look in ("office", "letter") else "",
        seal="seal" in found.places,
    )


def _label(name: str) -> str:
    return phrase(f"documents.field.{name}", lang="zh")


def _said(what: str) -> str:
    return phrase(f"documents.specimen.{what}", lang="zh")
