"""What stands outside the text on every page: page numbers, number, verification code, and the QR on the first."""

from dataclasses import replace
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from casework.documents.fonts import Fonts
from casework.documents.lines import Style, lines_of
from casework.documents.look import Look
from casework.documents.paper import Paper
from casework.documents.zhtext import draw_line

QR_SIDE = 17 * mm
LEAST_DOT = 0.3 * mm
FOOT = Style("note", 9, 12, align="left")
GB_PAGE = Style("note", 14, 16, align="left")
FOOT_DROP = 11 * mm


def draw_furniture(canvas: Canvas, paper: Paper, look: Look, fonts: Fonts, page: int, pages: int) -> None:
    """Draw the foot of a page, and the code on the first."""
    code = f"校验码 {spaced(paper.code)}"
    if look.pages == "gb":
        outer, inner = ("right", "left") if page % 2 else ("left", "right")
        _foot(canvas, f"— {page} —", look, fonts, outer, GB_PAGE)
        _foot(canvas, f"{paper.number}　{code}".strip("　"), look, fonts, inner)
    else:
        _foot(canvas, code, look, fonts, "left")
        _foot(canvas, f"第 {page} 页 共 {pages} 页", look, fonts, "center")
        _foot(canvas, paper.number, look, fonts, "right")
    if page == 1:
        _qr(canvas, qr_text(paper), A4[0] - look.right, A4[1] - look.top + mm)


def spaced(code: str) -> str:
    """A code in groups of four, easier to read aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def qr_text(paper: Paper) -> str:
    """What the QR says: the signed proof; kind, number and code of a paper that was kept without one."""
    return paper.proof or f"CASEWORK:{paper.kind}:{paper.number}:{paper.code}"


def _foot(canvas: Canvas, text: str, look: Look, fonts: Fonts, align: str, base: Style = FOOT) -> None:
    """One line of the foot; a page number stands one character in from the outer edge."""
    margin = base.size if base is GB_PAGE else 0.0
    width = A4[0] - look.left - look.right - 2 * margin
    style = replace(base, align=align)
    line = lines_of(text, style, fonts, width)[0]
    draw_line(canvas, line, look.left + margin, look.bottom - FOOT_DROP, width, style)


def _qr(canvas: Canvas, text: str, right: float, bottom: float) -> None:
    """Draw the code as rectangles: the library's own drawing would refer to a font that is not embedded."""
    code: Any = QrCodeWidget(text, barLevel="M").qr  # type: ignore[attr-defined]
    code.make()
    count = code.getModuleCount()
    side = max(QR_SIDE / count, LEAST_DOT)
    x = right - side * count
    path = canvas.beginPath()
    for row in range(count):
        for first, length in _dark_runs([code.isDark(row, column) for column in range(count)]):
            path.rect(x + first * side, bottom + (count - 1 - row) * side, length * side, side + 0.05)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    """The dark stretches of a row: (first column, length)."""
    found = []
    first = None
    for place, dark in enumerate([*row, False]):
        if dark and first is None:
            first = place
        elif not dark and first is not None:
            found.append((first, place - first))
            first = None
    return found
