"""Drawing a paper as PDF: same value, same bytes; fonts embedded and subset; text extractable in reading order."""

from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate, Spacer

from casework.documents.blocks import SignatureRoom
from casework.documents.flow import Flow
from casework.documents.fonts import Fonts
from casework.documents.kinds import look_of
from casework.documents.look import Look
from casework.documents.paper import Paper
from casework.documents.text import zh_date
from casework.documents.zhtext import Style, break_lines, draw_line, pieces

QR_SIDE = 19 * mm
FURNITURE = Style("note", 9, 12)


def draw(paper: Paper, fonts: Fonts) -> bytes:
    """The paper as PDF. Equal values give equal bytes."""
    look = look_of(paper.kind)
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{paper.title} {paper.number}".strip(),
        author=paper.office,
        subject=paper.code,
        lang="zh-CN",
        invariant=1,
        pageCompression=1,
    )
    width = A4[0] - look.left - look.right
    frame = Frame(look.left, look.bottom, width, A4[1] - look.top - look.bottom, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame])])
    document.build(_story(paper, look, fonts, width), canvasmaker=_canvas(paper, look, fonts))
    return out.getvalue()


def _story(paper: Paper, look: Look, fonts: Fonts, width: float) -> list[Flowable]:
    flow = Flow(look, fonts, width)
    story: list[Flowable] = [flow.para(paper.office, look.office), flow.para(paper.title, look.title)]
    if paper.subtitle:
        story.append(flow.para(paper.subtitle, look.number))
    if paper.number:
        story.append(flow.para(paper.number, look.number))
    if paper.addressee:
        story.append(flow.para(f"{paper.addressee}:", look.addressee))
    tail = [block for block in paper.blocks if isinstance(block, SignatureRoom)]
    for block in paper.blocks:
        story.extend(flow.block(block))
    if not tail or paper.seal:
        story.extend(_close(paper, flow, look))
    return story


def _close(paper: Paper, flow: Flow, look: Look) -> list[Flowable]:
    """Office and date at the foot, with room for the seal over them."""
    style = Style(look.body.role, look.body.size, look.body.leading, align="right")
    said = zh_date(paper.issued_on.isoformat())
    lines: list[Flowable] = [flow.para(paper.office, style), flow.para(said, style)]
    return [CondPageBreak(look.body.leading * 4), Spacer(1, look.body.leading), *lines]


def _canvas(paper: Paper, look: Look, fonts: Fonts) -> type[Canvas]:
    class Numbered(Canvas):
        """A canvas that knows the number of pages before it draws their feet."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, "initialFontName": "NotoSansSC_400Regular"})
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            """Keep the page until the last one is known."""
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Draw the feet and write."""
            for place, state in enumerate(self._pages, start=1):
                self.__dict__.update(state)
                _foot(self, paper, look, fonts, place, len(self._pages))
                super().showPage()
            super().save()

    return Numbered


def _foot(canvas: Canvas, paper: Paper, look: Look, fonts: Fonts, page: int, pages: int) -> None:
    y = look.bottom - 12 * mm
    _line(canvas, f"第 {page} 页 共 {pages} 页", fonts, look.left, y, A4[0] - look.left - look.right, "center")
    _line(canvas, f"校验码 {paper.code}", fonts, look.left, y, A4[0] - look.left - look.right, "left")
    if page == 1:
        _qr(canvas, f"CASEWORK:{paper.kind}:{paper.number}:{paper.code}", A4[0] - look.right - QR_SIDE, A4[1] - 12 * mm)


def _line(canvas: Canvas, text: str, fonts: Fonts, x: float, y: float, width: float, align: str) -> None:
    style = Style(FURNITURE.role, FURNITURE.size, FURNITURE.leading, align=align)
    canvas.saveState()
    canvas.translate(x, y)
    line, indent, _ = next(break_lines(list(pieces(text, style, fonts)), width, 0))
    draw_line(canvas, line, indent, 0, width, style, last=True)
    canvas.restoreState()


def _qr(canvas: Canvas, text: str, x: float, top: float) -> None:
    """Draw the code as plain rectangles: the library's own drawing would refer to a font that is not embedded."""
    widget = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    count = widget.qr.getModuleCount()
    side = QR_SIDE / count
    for row in range(count):
        for column in range(count):
            if widget.qr.isDark(row, column):
                canvas.rect(x + column * side, top - (row + 1) * side, side + 0.05, side + 0.05, stroke=0, fill=1)
