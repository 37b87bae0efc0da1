"""Chinese line breaking: no punctuation at a line's head, no opening bracket at its end, words whole, justified."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from casework.documents.fonts import REPLACEMENT, Fonts

NOT_FIRST = set("，。、；：？！”’）》〉】〕〗」』…—·％℃,.;:?!)]}%")
NOT_LAST = set("“‘（《〈【〔〖「『([{￥$")
PIECES = re.compile(r"[!-~]+(?: +(?=[!-~]))?| +|.", re.DOTALL)
LONGEST_WORD = 40


@dataclass(frozen=True)
class Piece:
    """What stays together on a line: one Chinese character or one Latin word, in one font."""

    text: str
    font: str
    width: float

    @property
    def latin(self) -> bool:
        """Whether the piece is a word and takes no spacing inside."""
        return len(self.text) > 1


@dataclass(frozen=True)
class Style:
    """How a paragraph looks: font role, size and leading in points, first-line indent in characters."""

    role: str = "body"
    size: float = 16
    leading: float = 28.95
    indent: float = 0
    align: str = "justify"
    before: float = 0
    after: float = 0


class ZhParagraph(Flowable):
    """A justified paragraph of mixed text that splits over pages."""

    def __init__(self, text: str, style: Style, fonts: Fonts) -> None:
        super().__init__()
        self.style, self.fonts = style, fonts
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self._pieces = [list(pieces(line, style, fonts)) for line in text.split("\n")]
        self._lines: list[tuple[list[Piece], float, bool]] = []

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break into lines for this width; the height follows."""
        self.width = available
        if not self._lines:
            indent = self.style.indent * self.style.size
            self._lines = [line for part in self._pieces for line in break_lines(part, available, indent)]
        self.height = max(len(self._lines), 1) * self.style.leading
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Two paragraphs, the first as high as fits; never one line alone on either side."""
        self.wrap(available, height)
        fits = int((height + 0.01) // self.style.leading)
        if fits >= len(self._lines):
            return [self]
        if len(self._lines) - fits == 1:
            fits -= 1
        if fits < 2 and len(self._lines) > 3:
            return []
        return [self._part(self._lines[:fits]), self._part(self._lines[fits:])] if fits > 0 else []

    def _part(self, lines: list[tuple[list[Piece], float, bool]]) -> "ZhParagraph":
        part = ZhParagraph("", self.style, self.fonts)
        part._lines = lines
        return part

    def draw(self) -> None:
        """Draw line by line from the top."""
        y = self.height - self.style.leading + (self.style.leading - self.style.size) / 2 + self.style.size * 0.12
        for line, indent, last in self._lines:
            draw_line(self.canv, line, indent, y, self.width, self.style, last)
            y -= self.style.leading


def pieces(text: str, style: Style, fonts: Fonts) -> Iterator[Piece]:
    """The pieces of one line of text; a character that no font has is drawn as 〓."""
    for found in PIECES.findall(text.replace("\t", "    ")):
        for start in range(0, len(found), LONGEST_WORD):
            part = found[start : start + LONGEST_WORD]
            font = fonts.pick(style.role, part[0])
            if font is None:
                part, font = REPLACEMENT, fonts.pick(style.role, REPLACEMENT) or "NotoSerifSC_400Regular"
            yield Piece(part, font, pdfmetrics.stringWidth(part, font, style.size))


def break_lines(found: list[Piece], available: float, indent: float) -> Iterator[tuple[list[Piece], float, bool]]:
    """Lines of pieces with their indent and whether each is the last of its paragraph."""
    line: list[Piece] = []
    width, offset = 0.0, indent
    for piece in found:
        if line and width + piece.width > available - offset + 0.01:
            carried = _carried(line, piece)
            kept = line[: len(line) - len(carried)] or line
            yield kept, offset, False
            line = list(carried) if kept is not line else []
            width, offset = sum(each.width for each in line), 0.0
            if not line and piece.text.isspace():
                continue
        line.append(piece)
        width += piece.width
    yield line, offset, True


def _carried(line: list[Piece], piece: Piece) -> list[Piece]:
    """What must move to the next line so that it does not start, nor this one end, with the wrong mark."""
    carry = 0
    if piece.text[0] in NOT_FIRST:
        carry = 1
        while carry < min(4, len(line) - 1) and line[-carry].text[0] in NOT_FIRST:
            carry += 1
    while carry < len(line) - 1 and line[-1 - carry].text[-1] in NOT_LAST:
        carry += 1
    return line[len(line) - carry :] if carry else []


def draw_line(
    canvas: Canvas, line: list[Piece], indent: float, y: float, width: float, style: Style, last: bool
) -> None:
    """Draw one line, its slack spread between the pieces when justified."""
    slack = width - indent - sum(piece.width for piece in line)
    gap = slack / (len(line) - 1) if style.align == "justify" and not last and len(line) > 1 else 0.0
    x = indent + {"center": slack / 2, "right": slack}.get(style.align, 0.0)
    for run in _runs(line):
        text = canvas.beginText(x, y)
        text.setFont(run[0].font, style.size)
        text.setCharSpace(0 if run[0].latin else gap)
        text.textOut("".join(piece.text for piece in run))
        canvas.drawText(text)
        x += sum(piece.width for piece in run) + gap * len(run)


def _runs(line: list[Piece]) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    for piece in line:
        if run and (piece.latin or run[0].latin or piece.font != run[0].font):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run
