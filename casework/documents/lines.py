"""Chinese line breaking: no closing mark at a line's head, no opening one at its end, words whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from casework.documents.fonts import REPLACEMENT, Fonts

NOT_FIRST = frozenset("，。、；：？！”’）》〉】〕〗」』…—·～％‰℃°々,.;:?!)]}%")
NOT_LAST = frozenset("“‘（《〈【〔〖「『￥№([{$")
HALF_BLANK = frozenset("，。、；：？！）》〉】〕〗」』")
PIECES = re.compile(r"…+|—+|[￥¥]?[!-~]+(?: +(?=[!-~]))?| +|.", re.DOTALL)
AFTER_MARK = re.compile(r"(?<=[/?&=_\-])(?=[^/?&=_\-])")
LONG_WORD = 12
SQUEEZE = 0.03
HANG = 0.5
STRETCH = 0.3
EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: font role, size and leading in points, first-line indent in characters."""

    role: str = "body"
    size: float = 16
    leading: float = 28.95
    indent: float = 0
    align: str = "justify"
    before: float = 0
    after: float = 0
    ink: str = "black"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together on a line: one Chinese character, a dash, or a Latin word, in one font."""

    text: str
    font: str
    width: float

    @property
    def latin(self) -> bool:
        """Whether the piece is of a Latin word or number."""
        return self.text.isascii()

    @property
    def whole(self) -> bool:
        """Whether a column has to be wide enough for it: a word, a number, an amount."""
        return self.latin or self.text[0] in "￥¥"

    @property
    def tight(self) -> bool:
        """Whether the piece takes no spacing inside: a word, a dash of two, an ellipsis."""
        return self.latin or len(self.text) > 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces, where it starts, whether it ends its paragraph."""

    pieces: tuple[Piece, ...]
    indent: float
    last: bool

    @property
    def width(self) -> float:
        """The natural width, points."""
        return sum(each.width for each in self.pieces)

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(each.text for each in self.pieces)


def lines_of(text: str, style: Style, fonts: Fonts, available: float) -> list[Line]:
    """The lines of a text in a width; each newline starts a new paragraph."""
    indent = style.indent * style.size
    found: list[Line] = []
    for part in text.split("\n"):
        fitting = _fitting(list(pieces(part, style, fonts)), style, fonts, available - indent)
        found.extend(break_lines(fitting, available, indent, style.size))
    return found


def pieces(text: str, style: Style, fonts: Fonts) -> Iterator[Piece]:
    """The pieces of one paragraph; a character that no font has becomes 〓. Addresses may break after their marks."""
    for found in PIECES.findall(text.replace("\t", "    ")):
        parts = AFTER_MARK.split(found) if len(found) > LONG_WORD and found.isascii() else (found,)
        for part in parts:
            yield _piece(part, style, fonts)


def break_lines(found: list[Piece], available: float, indent: float, size: float) -> Iterator[Line]:
    """The lines of one paragraph's pieces; `indent` points go before the first."""
    start, offset = 0, indent
    while True:
        end = _end(found, start, available - offset, size)
        yield Line(_trimmed(found[start:end]), offset, end >= len(found))
        if end >= len(found):
            return
        start, offset = _after_blanks(found, end), 0.0


def gap_of(line: Line, available: float, style: Style) -> float:
    """The space added between the pieces of a line, points: slack when justified, less than none when squeezed."""
    slack = available - line.indent - line.width
    places = spread(line.pieces)
    if slack < -EPSILON:
        hang = HANG * style.size if line.pieces[-1].text in HALF_BLANK else 0.0
        return min(slack + hang, 0.0) / max(places, 1)
    if style.align != "justify" or line.last or not places:
        return 0.0
    return slack / places if slack / places <= STRETCH * style.size else 0.0


def spread(row: tuple[Piece, ...]) -> int:
    """The number of places in a line that may be stretched: not inside a word."""
    return sum(stretches(a, b) for a, b in pairwise(row))


def stretches(piece: Piece, following: Piece) -> bool:
    """Whether space may be put between two neighbours."""
    return not (piece.latin and following.latin) or piece.text.endswith(" ")


def _end(found: list[Piece], start: int, room: float, size: float) -> int:
    """Where the line that starts at `start` ends, in `room` points."""
    width, end = 0.0, start
    while end < len(found) and width + found[end].width <= room + EPSILON:
        width += found[end].width
        end += 1
    if end == len(found) or end == start or found[end].text.isspace():
        return max(end, start + 1)
    pulled = _pulled(found, end)
    over = width + sum(each.width for each in found[end:pulled]) - room
    if pulled > end and over <= size * (HANG + SQUEEZE * (pulled - start)):
        return pulled
    return _allowed(found, start, end)


def _pulled(found: list[Piece], end: int) -> int:
    while end < len(found) and found[end].text[0] in NOT_FIRST:
        end += 1
    return end


def _allowed(found: list[Piece], start: int, end: int) -> int:
    """The last lawful break at or before `end`; `end` itself where the line has none."""
    for place in range(end, start, -1):
        if found[place].text[0] not in NOT_FIRST and found[place - 1].text[-1] not in NOT_LAST:
            return place
    return end


def _after_blanks(found: list[Piece], start: int) -> int:
    """Where a line begins that would begin with blanks; the last piece stays."""
    while start < len(found) - 1 and found[start].text.isspace() and found[start].latin:
        start += 1
    return start


def _trimmed(row: list[Piece]) -> tuple[Piece, ...]:
    while len(row) > 1 and row[-1].text.isspace():
        row = row[:-1]
    return tuple(row)


def _fitting(found: list[Piece], style: Style, fonts: Fonts, room: float) -> list[Piece]:
    """The same pieces, those wider than the line taken apart."""
    if all(each.width <= room for each in found):
        return found
    return [
        part
        for each in found
        for part in ([each] if each.width <= room else [_piece(char, style, fonts) for char in each.text])
    ]


def _piece(text: str, style: Style, fonts: Fonts) -> Piece:
    font = fonts.pick(style.role, text[0])
    if font is None:
        text, font = REPLACEMENT, fonts.pick(style.role, REPLACEMENT) or fonts.base
    return Piece(text, font, fonts.width(font, text, style.size))
