"""The blocks a paper is made of. Each is a plain value; `documents.draw` draws it, `documents.text` reads it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading inside a paper; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True)
class Para:
    """A paragraph of body text, first line indented by two characters unless `plain`."""

    text: str
    plain: bool = False


@dataclass(frozen=True)
class Clauses:
    """Numbered clauses: 一、二、三、 and so on."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyValueTable:
    """A form table: label and value per row, in the look of the Ministry's forms."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with a head that repeats on every page. `widths` are shares of the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class SignatureRoom:
    """Room for signatures by hand: (who signs, whether a seal goes there too)."""

    places: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class ReplySlip:
    """回执 below a dotted line: what was received, and room for who received it, when, and their seal."""

    receiver: str
    text: str


@dataclass(frozen=True)
class Note:
    """Small print."""

    text: str


@dataclass(frozen=True)
class FingerprintList:
    """Files with size in bytes and SHA-256."""

    files: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class ScreenSignatures:
    """Signatures given on a screen under `text`: (who, how identity was proved, when, SHA-256 of what was signed)."""

    text: str
    people: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a new page."""


@dataclass(frozen=True)
class Drawing:
    """One of our own drawings, as SVG; the numbers that it draws stand in a table beside it."""

    svg: str


Block = (
    Heading
    | Para
    | Clauses
    | KeyValueTable
    | Table
    | SignatureRoom
    | ReplySlip
    | Note
    | FingerprintList
    | ScreenSignatures
    | PageBreak
    | Drawing
)
BLOCKS: dict[str, type[Block]] = {
    kind.__name__: kind
    for kind in (
        Heading,
        Para,
        Clauses,
        KeyValueTable,
        Table,
        SignatureRoom,
        ReplySlip,
        Note,
        FingerprintList,
        ScreenSignatures,
        PageBreak,
        Drawing,
    )
}
