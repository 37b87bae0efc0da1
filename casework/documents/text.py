"""A paper as plain text, block by block: for search, for tests and for readers without a PDF."""

import re

from casework.documents import blocks as b
from casework.documents.paper import Paper

SLIP = "回　　执"
NUMERALS = "零一二三四五六七八九"
ENDS = "。；！？：…”）"
UNITS = ("千", "百", "十", "")
ARTICLES = re.compile(r"第([0-9]{1,4}(?:[、至][0-9]{1,4})*)([条款项])")


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
    """1 -> 一, 12 -> 十二, 204 -> 二百零四, 1185 -> 一千一百八十五: clauses and articles up to 9,999."""
    digits = str(place)
    told = "".join(
        f"{NUMERALS[int(digit)]}{unit}" if digit != "0" else NUMERALS[0]
        for digit, unit in zip(digits, UNITS[-len(digits) :], strict=True)
    )
    plain = re.sub(f"{NUMERALS[0]}+", NUMERALS[0], told).rstrip(NUMERALS[0])
    return plain.removeprefix("一") if 10 <= place < 20 else plain


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop where it has no mark of its own."""
    told = text.rstrip()
    return told if not told or told[-1] in ENDS else f"{told}。"


def articles_in_words(text: str) -> str:
    """第44、45条 -> 第四十四条、第四十五条; 第200至204条 -> 第二百条至第二百零四条; 第3条第2项 -> 第三条第（二）项.

    As official papers cite a law. Numbers of another kind, such as 令第75号, stay.
    """
    return ARTICLES.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    bare = "（{}）" if found[2] == "项" else "{}"
    return re.sub(r"[0-9]+", lambda number: f"第{bare.format(ordinal(int(number[0])))}{found[2]}", found[1])


def zh_date(iso: str) -> str:
    """2026-03-05 -> 2026年3月5日, as dates stand under an official paper."""
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"
