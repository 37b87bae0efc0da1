"""The picture of an office's seal: ring, star, the name along the ring. 42 mm across, red, as a small PDF."""

from io import BytesIO
from math import cos, pi, sin
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from casework.documents.fonts import Fonts
from casework.documents.zhtext import INKS

SIDE = 42 * mm
RING = 1.2 * mm
STAR = 6.5 * mm
ARC = 240
LARGEST, SMALLEST = 17.0, 7.0


def stamp(office: str, fonts: Fonts) -> bytes:
    """The seal of an office as a PDF of one page of its size."""
    out = BytesIO()
    first: Any = fonts.base
    canvas = Canvas(out, pagesize=(SIDE, SIDE), invariant=1, initialFontName=first)
    canvas.setStrokeColor(INKS["red"])
    canvas.setFillColor(INKS["red"])
    canvas.setLineWidth(RING)
    canvas.circle(SIDE / 2, SIDE / 2, (SIDE - RING) / 2 - 1)
    _star(canvas)
    _ring_text(canvas, office, fonts)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _star(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for point in range(5):
        angle = pi / 2 + point * 4 * pi / 5
        x, y = SIDE / 2 + STAR * cos(angle), SIDE / 2 + STAR * sin(angle)
        (path.lineTo if point else path.moveTo)(x, y)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def _ring_text(canvas: Canvas, office: str, fonts: Fonts) -> None:
    """The characters along the upper arc, as large as the arc lets them."""
    arc = min(ARC, 34 * max(len(office) - 1, 1))
    radius = SIDE / 2 - 2.2 * mm
    size = min(LARGEST, max(SMALLEST, radius * pi * ARC / 180 / (len(office) + 1)))
    for place, char in enumerate(office):
        turn = arc / 2 - (arc * place / (len(office) - 1) if len(office) > 1 else arc / 2)
        font = fonts.pick("title", char) or fonts.base
        canvas.saveState()
        canvas.translate(SIDE / 2, SIDE / 2)
        canvas.rotate(turn)
        canvas.setFont(font, size)
        canvas.drawString(-fonts.width(font, char, size) / 2, radius - size, char)
        canvas.restoreState()
