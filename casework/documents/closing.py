"""What stands at a paper's end: lines to sign on, and the office over its date with the place of the seal."""

from dataclasses import replace
from typing import Any

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from casework.documents.fonts import Fonts
from casework.documents.grid import RULE
from casework.documents.lines import Line, Style, lines_of
from casework.documents.zhtext import INKS, ZhParagraph, draw_line

SEAL_ROOM = 52
SIGN_ROOM = 34
RULE_DROP = 4 * mm
RED_WIDTH = 1.4
SHARES = (0.5, 0.24, 0.26)
LATER = "    年    月    日"


def signing_lines(places: tuple[tuple[str, bool], ...], style: Style, fonts: Fonts, width: float) -> Table:
    """A line per signer: who, a rule to sign on, room for the date; higher where a seal goes."""
    right = replace(style, align="right")
    told = [_who(place, style, fonts, width * SHARES[0]) for place in places]
    rows = [
        [ZhParagraph(text, how, fonts) for text, how in ((who, style), ("", style), (LATER, right))] for who in told
    ]
    least = [SEAL_ROOM if sealed else SIGN_ROOM for _, sealed in places]
    heights = [max(low, row[0].wrap(width * SHARES[0], 0)[1] + 12) for row, low in zip(rows, least, strict=True)]
    table = Table(rows, colWidths=[width * share for share in SHARES], rowHeights=heights, spaceBefore=8)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.base),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("LINEBELOW", (1, 0), (1, -1), RULE, colors.black),
            ]
        )
    )
    return table


def _who(place: tuple[str, bool], style: Style, fonts: Fonts, width: float) -> str:
    """Who signs and how; a long name takes lines of its own. Who ends with a colon is told whole (officials)."""
    who, sealed = place
    if who.endswith("："):
        return who
    how = "（签名、盖章或按指印）：" if sealed else "（签名或按指印）："
    fits = len(lines_of(f"{who}{how}", style, fonts, width)) == 1
    return f"{who}{how}" if fits else f"{who}\n{how}"


class DottedLine(Flowable):
    """Where a slip is cut off."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """A line of the page's width."""
        self.width = available
        return available, self.height

    def draw(self) -> None:
        """Draw it in the middle of its height."""
        self.canv.setLineWidth(RULE)
        self.canv.setDash(2, 3)
        self.canv.line(0, self.height / 2, self.width, self.height / 2)
        self.canv.setDash()


class RedRule(Flowable):
    """The rule under the head of a letter, 4 mm below the number."""

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """A line of the page's width."""
        self.width, self.height = available, RULE_DROP
        return available, RULE_DROP

    def draw(self) -> None:
        """Draw it at the foot of its height."""
        self.canv.setLineWidth(RED_WIDTH)
        self.canv.setStrokeColor(INKS["red"])
        self.canv.line(0, 0, self.width, 0)
        self.canv.setStrokeColor(INKS["black"])


class Closing(Flowable):
    """落款: the office centred over the date, the date four characters from the right, room above for the seal."""

    def __init__(self, office: str, date: str, style: Style, fonts: Fonts, *, sealed: bool) -> None:
        super().__init__()
        self.style, self.fonts, self.sealed = replace(style, align="center", indent=0), fonts, sealed
        self.office, self.date = office, date
        self._lines: list[Line] = []

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Room for the lines and, before them, for the upper half of the seal."""
        self.width = available
        self._lines = [
            line
            for text in (self.office, self.date)
            if text
            for line in lines_of(text, self.style, self.fonts, available * 0.75)
        ]
        before = 2.0 if self.sealed else 1.0
        self.height = (len(self._lines) + before) * self.style.leading
        return available, self.height

    def draw(self) -> None:
        """Draw the lines on one axis."""
        size, leading = self.style.size, self.style.leading
        widest = max(line.width for line in self._lines)
        axis = min(self.width - 4 * size - self._lines[-1].width / 2, self.width - size - widest / 2)
        for place, line in enumerate(reversed(self._lines)):
            y = place * leading + (leading - size) / 2 + size * 0.12
            draw_line(self.canv, line, axis - widest / 2, y, widest, self.style)
        canvas: Any = self.canv
        canvas.closes_at(axis, leading)
