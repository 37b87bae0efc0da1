"""Drawing lines of Chinese text, and the paragraph that splits over pages."""

from collections.abc import Iterator

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from casework.documents.fonts import Fonts
from casework.documents.lines import Line, Piece, Style, gap_of, lines_of, stretches

DESCENT = 0.12
INKS = {"black": Color(0, 0, 0), "red": Color(0.85, 0, 0)}


class ZhParagraph(Flowable):
    """A paragraph of mixed text that splits over pages, never one line alone on either side."""

    def __init__(self, text: str, style: Style, fonts: Fonts) -> None:
        super().__init__()
        self.text, self.style, self.fonts = text, style, fonts
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self._lines: list[Line] = []
        self._broken_for: float | None = None
        self._fixed = False

    @classmethod
    def of(cls, lines: list[Line], style: Style, fonts: Fonts) -> "ZhParagraph":
        """A paragraph of lines broken before; they stay as they are."""
        made = cls("", style, fonts)
        made._lines, made._fixed = lines, True
        return made

    def lines(self, available: float) -> list[Line]:
        """The lines in this width, points."""
        if not self._fixed and self._broken_for != available:
            self._lines = lines_of(self.text, self.style, self.fonts, available)
            self._broken_for = available
        return self._lines

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """The size it takes in this width."""
        self.width = available
        self.height = len(self.lines(available)) * self.style.leading
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Two paragraphs, the first as high as fits; none when that would leave a line alone."""
        lines = self.lines(available)
        fits = int((height + 0.01) // self.style.leading)
        if fits >= len(lines):
            return [self]
        if len(lines) - fits == 1:
            fits -= 1
        if fits < 2:
            return []
        return list(self.cut(available, fits))

    def cut(self, available: float, count: int) -> tuple["ZhParagraph", "ZhParagraph"]:
        """The first `count` lines, and the others, as two paragraphs without space between them."""
        lines = self.lines(available)
        first, second = (self.of(some, self.style, self.fonts) for some in (lines[:count], lines[count:]))
        first.spaceBefore, second.spaceAfter = self.spaceBefore, self.spaceAfter
        first.spaceAfter = second.spaceBefore = 0
        return first, second

    def draw(self) -> None:
        """Draw line by line from the top."""
        style = self.style
        y = self.height - style.leading + (style.leading - style.size) / 2 + style.size * DESCENT
        for line in self._lines:
            draw_line(self.canv, line, 0, y, self.width, style)
            y -= style.leading


def draw_line(canvas: Canvas, line: Line, x: float, y: float, width: float, style: Style) -> None:
    """Draw one line with its baseline at y, aligned in the width that starts at x."""
    gap = gap_of(line, width, style)
    slack = width - line.indent - line.width
    x += line.indent + {"center": slack / 2, "right": slack}.get(style.align, 0.0)
    if style.ink != "black":
        canvas.setFillColor(INKS[style.ink])
    for run, space in _runs(line.pieces, gap):
        text = canvas.beginText(x, y)
        text.setFont(run[0].font, style.size)
        text.setCharSpace(space)
        text.textOut("".join(piece.text for piece in run))
        canvas.drawText(text)
        x += sum(piece.width for piece in run) + (len(run) * space if space else gap)
    if style.ink != "black":
        canvas.setFillColor(INKS["black"])


def _runs(row: tuple[Piece, ...], gap: float) -> Iterator[tuple[list[Piece], float]]:
    """Pieces of one font and one spacing, each run with the space after every character of it."""
    run: list[Piece] = []
    for piece in row:
        if run and (piece.font != run[0].font or (gap and _parts(run[-1], piece))):
            yield run, _space(run, gap)
            run = []
        run.append(piece)
    if run:
        yield run, _space(run, gap)


def _parts(piece: Piece, following: Piece) -> bool:
    return stretches(piece, following) and (piece.tight or following.tight)


def _space(run: list[Piece], gap: float) -> float:
    return 0.0 if run[0].tight else gap
