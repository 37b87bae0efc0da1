"""Ruled tables: columns wide enough for their words, heads repeated, a row longer than a page flowing on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Table, TableStyle

from casework.documents.fonts import Fonts
from casework.documents.lines import Style, pieces
from casework.documents.zhtext import ZhParagraph

AMOUNT = re.compile(r"-?[\d,]+\.\d\d|—")
RULE = 0.6
PAD = 5
WHOLE = 12
CHUNK = 5
SHORT = 8
LEAST_SHARE = 0.3


@dataclass(frozen=True)
class Cell:
    """One cell: paragraphs, each in its style."""

    parts: tuple[tuple[str, Style], ...]


def cell(text: str, style: Style) -> Cell:
    """A cell of one text."""
    return Cell(((text, style),))


def grid(rows: Sequence[Sequence[Cell]], widths: Sequence[float], fonts: Fonts, *, head: int = 0) -> Table:
    """A ruled table; its first `head` rows are repeated on each page. A row of many lines may break inside."""
    made: list[list[list[ZhParagraph]]] = []
    starts = []
    for row in rows:
        starts.append(len(made))
        made.extend(_row(row, widths, fonts))
    table = Table(made, colWidths=list(widths), repeatRows=head, spaceBefore=4, spaceAfter=8)
    table.setStyle(TableStyle(_rules(starts, len(made), fonts)))
    return table


def column_widths(
    rows: Sequence[Sequence[str]], shares: Sequence[float], width: float, style: Style, fonts: Fonts
) -> list[float]:
    """Widths by share, but no column narrower than its head (up to four characters) or its longest word.

    `rows` begin with the head.
    """
    given = [width * share / sum(shares) for share in shares]
    columns = list(zip(*rows, strict=True))
    least = [min(_least(column, style, fonts), width * LEAST_SHARE) for column in columns]
    lack = sum(max(low - now, 0.0) for low, now in zip(least, given, strict=True))
    spare = sum(max(now - low, 0.0) for low, now in zip(least, given, strict=True))
    share = min(lack / spare, 1.0) if spare else 0.0
    return [max(low, now - max(now - low, 0.0) * share) for low, now in zip(least, given, strict=True)]


def column_styles(rows: Sequence[Sequence[str]], count: int, style: Style) -> list[Style]:
    """Columns of short entries are centred, of longer amounts flush right, the others flush left."""
    return [replace(style, align=_align([row[place] for row in rows], style.align)) for place in range(count)]


def _align(column: Sequence[str], otherwise: str) -> str:
    if all(len(text) <= SHORT for text in column):
        return "center"
    return "right" if all(AMOUNT.fullmatch(text) for text in column) else otherwise


def _least(column: Sequence[str], style: Style, fonts: Fonts) -> float:
    head = fonts.width(fonts.pick(style.role, "国") or fonts.base, column[0][:4], style.size)
    words = [piece.width for text in column for piece in pieces(text, style, fonts) if piece.whole]
    return max([head, *words]) + 2 * PAD + 0.5


def _row(row: Sequence[Cell], widths: Sequence[float], fonts: Fonts) -> list[list[list[ZhParagraph]]]:
    """One row, or as many rows as its longest cell has chunks of lines."""
    whole = [[ZhParagraph(text or " ", style, fonts) for text, style in each.parts] for each in row]
    rooms = [width - 2 * PAD for width in widths]
    highest = max(sum(len(part.lines(room)) for part in parts) for parts, room in zip(whole, rooms, strict=True))
    if highest <= WHOLE:
        return [whole]
    firsts = range(0, highest, CHUNK)
    return [[_chunk(parts, n, room, fonts) for parts, room in zip(whole, rooms, strict=True)] for n in firsts]


def _chunk(parts: list[ZhParagraph], first: int, width: float, fonts: Fonts) -> list[ZhParagraph]:
    """The lines of a cell from `first`, as many as go into one chunk."""
    lines = [(line, part.style) for part in parts for line in part.lines(width)][first : first + CHUNK]
    return [ZhParagraph.of([line], style, fonts) for line, style in lines]


def _rules(starts: list[int], count: int, fonts: Fonts) -> list[Any]:
    black = colors.black
    ends = [*(start - 1 for start in starts[1:]), count - 1]
    return [
        ("FONTNAME", (0, 0), (-1, -1), fonts.base),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("BOX", (0, 0), (-1, -1), RULE, black),
        ("LINEAFTER", (0, 0), (-2, -1), RULE, black),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), RULE, black),
        ("LINEABOVE", (0, "splitfirst"), (-1, "splitfirst"), RULE, black),
        *(("LINEABOVE", (0, start), (-1, start), RULE, black) for start in starts),
        *(("TOPPADDING", (0, start), (-1, start), 3) for start in starts),
        *(("BOTTOMPADDING", (0, end), (-1, end), 4) for end in ends),
    ]
