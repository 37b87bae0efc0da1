"""A paper is a value: facts and clauses made by its room. The same value is drawn, stored and shown on the page."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from casework.base.model import canonical_json
from casework.documents.blocks import (
    BLOCKS,
    Block,
    Clauses,
    FingerprintList,
    Heading,
    KeyValueTable,
    Note,
    PageBreak,
    Para,
    ReplySlip,
    ScreenSignatures,
    SignatureRoom,
    Table,
)

__all__ = [
    "Block",
    "Clauses",
    "FingerprintList",
    "Heading",
    "KeyValueTable",
    "Note",
    "PageBreak",
    "Paper",
    "Para",
    "ReplySlip",
    "ScreenSignatures",
    "SignatureRoom",
    "Table",
    "from_data",
    "to_data",
]

TEMPLATE_VERSION = 1
ADDED = ("office_template", "heading")


@dataclass(frozen=True)
class Paper:
    """One paper. `kind` is its id in the rules (D-16, DOC-P1), `fields` what the rules make mandatory, by name.

    `number` is given when it is kept; `issued_on` is the local date printed under the office; `seal` says that
    the office's seal goes over that date; `copies` is the number of originals; `proof` is the signed text in the
    code on the first page, made over the fingerprint and so no part of it; `office_template` is the version of the
    office's own words in it, `heading` what stands at its head instead of the office's name.
    """

    kind: str
    title: str
    office: str
    issued_on: date
    blocks: tuple[Block, ...]
    fields: dict[str, str] = field(default_factory=dict)
    number: str = ""
    addressee: str = ""
    seal: bool = False
    copies: int = 1
    subtitle: str = ""
    template_version: int = TEMPLATE_VERSION
    proof: str = ""
    office_template: int = 0
    heading: str = ""

    def numbered(self, number: str) -> "Paper":
        """The same paper with its number."""
        return replace(self, number=number)

    @property
    def code(self) -> str:
        """The short code printed on the paper, by which it is found again: sixteen hex digits of its fingerprint."""
        return code_of(fingerprint(self))


def to_data(paper: Paper) -> dict[str, Any]:
    """The paper as JSON data."""
    told = {name: getattr(paper, name) for name in Paper.__dataclass_fields__}
    told["issued_on"] = paper.issued_on.isoformat()
    told["blocks"] = [_told(each) for each in paper.blocks]
    return told


def from_data(data: dict[str, Any]) -> Paper:
    """The paper that `to_data` told."""
    values = {**data, "issued_on": date.fromisoformat(data["issued_on"])}
    values["blocks"] = tuple(_block(each) for each in data["blocks"])
    return Paper(**values)


def fingerprint(paper: Paper) -> str:
    """SHA-256 of the paper's data."""
    return fingerprint_of(to_data(paper))


def fingerprint_of(data: dict[str, Any]) -> str:
    """SHA-256 of a paper's data in canonical JSON."""
    told = {name: value for name, value in data.items() if name != "proof" and (value or name not in ADDED)}
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def code_of(sha256: str) -> str:
    """The short code of a fingerprint."""
    return sha256[:16].upper()


def _told(block: Block) -> dict[str, Any]:
    return {"block": type(block).__name__, **{name: getattr(block, name) for name in block.__dataclass_fields__}}


def _block(data: dict[str, Any]) -> Block:
    values = {name: _frozen(value) for name, value in data.items() if name != "block"}
    return BLOCKS[data["block"]](**values)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
