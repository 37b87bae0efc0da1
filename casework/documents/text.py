"""A paper as plain text, block by block: for search, for tests and for readers without a PDF."""

from casework.documents import blocks as b
from casework.documents.paper import Paper

SLIP = "回　　执"
NUMERALS = "零一二三四五六七八九"


def text(paper: Paper) -> str:
    """Everything a reader of the paper reads, a line per paragraph or row."""
    head = [paper.heading or paper.office, paper.title, paper.subtitle, paper.number, paper.addressee]
    body = [line for block in paper.blocks for line in lines(block)]
    return "\n".join(line for line in [*head, *body, zh_date(paper.issued_on.isoformat())] if line)


def lines(block: b.Block) -> list[str]:  # noqa: PLR0911 - a case per block
    """The lines of one block."""
    match block:
        case b.Heading(text=said) | b.Para(text=said) | b.Note(text=said):
            return said.split("\n")
        case b.Clauses(items=items):
            return [f"{ordinal(place)}、{item}" for place, item in enumerate(items, start=1)]
        case b.KeyValueTable(rows=rows):
            return [f"{label} {value}" for label, value in rows]
        case b.Table(head=head, rows=rows):
            return [" ".join(row) for row in (head, *rows)]
        case b.SignatureRoom(places=places):
            return [who for who, _ in places]
        case b.ReplySlip(receiver=receiver, text=said):
            return [SLIP, f"{receiver}：", said]
        case b.FingerprintList(files=files):
            return [f"{name} {size} {sha256}" for name, size, sha256 in files]
        case b.ScreenSignatures(people=people):
            return [" ".join(each) for each in people]
        case _:
            return []


def ordinal(place: int) -> str:
    """1 -> 一, 12 -> 十二, 60 -> 六十: the numbering of clauses up to 99."""
    tens, ones = divmod(place, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return head + (NUMERALS[ones] if ones else "")


def zh_date(iso: str) -> str:
    """2026-03-05 -> 2026年3月5日, as dates stand under an official paper."""
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"
