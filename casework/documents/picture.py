"""A drawing on paper: the plain SVG of our own pictures, mark for mark as the page shows it, in black.

It knows what our pictures use: lines, paths of straight pieces, circles, boxes with two hatchings, and text.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from reportlab.platypus import Flowable

from casework.documents.fonts import Fonts

SPACE = "{http://www.w3.org/2000/svg}"
TOKEN = re.compile(r"[A-Za-z]|-?[\d.]+")
HATCH, DOTS = "url(#hatch-1)", "url(#hatch-2)"
PATTERN = {HATCH: 6, DOTS: 5}
MISSING = "〓"
Point = tuple[float, float]


class Picture(Flowable):
    """A drawing as wide as the line; it keeps its proportions."""

    def __init__(self, svg: str, fonts: Fonts) -> None:
        super().__init__()
        self.root, self.fonts = fromstring(svg), fonts  # noqa: S314 - our own drawing
        _, _, self.wide, self.high = map(float, self.root.attrib["viewBox"].split())

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """The width of the line, and the height that goes with it."""
        self.scale = available / self.wide
        return available, self.high * self.scale

    def draw(self) -> None:
        """Draw every mark in the order of the drawing."""
        self.canv.scale(self.scale, self.scale)
        for each in self.root:
            self.canv.saveState()
            self._mark(each)
            self.canv.restoreState()

    def _mark(self, each: Element) -> None:
        match each.tag.removeprefix(SPACE):
            case "polyline":
                self._line(each)
            case "path":
                self._path(each)
            case "circle":
                self._circle(each)
            case "rect":
                self._box(each)
            case "text":
                self._text(each)

    def _line(self, each: Element) -> None:
        points = [tuple(map(float, pair.split(","))) for pair in each.attrib["points"].split()]
        if points:
            path = self.canv.beginPath()
            path.moveTo(points[0][0], self.high - points[0][1])
            for x, y in points[1:]:
                path.lineTo(x, self.high - y)
            self._pen(each)
            self.canv.drawPath(path)

    def _path(self, each: Element) -> None:
        path = self.canv.beginPath()
        for closes, moves, (x, y) in steps(each.attrib["d"]):
            if closes:
                path.close()
            else:
                (path.moveTo if moves else path.lineTo)(x, self.high - y)
        self._pen(each)
        filled = each.get("fill") == "currentColor"
        self.canv.drawPath(path, stroke=int(not filled), fill=int(filled))

    def _circle(self, each: Element) -> None:
        x, y, r = (float(each.attrib[name]) for name in ("cx", "cy", "r"))
        self.canv.circle(x, self.high - y, r, stroke=0, fill=1)

    def _box(self, each: Element) -> None:
        x, y, wide, high = (float(each.attrib[name]) for name in ("x", "y", "width", "height"))
        fill = each.get("fill", "none")
        if fill in PATTERN:
            self._hatched(fill, x, y, wide, high)
        self._pen(each)
        self.canv.rect(x, self.high - y - high, wide, high, stroke=1, fill=int(fill == "currentColor"))

    def _hatched(self, fill: str, x: float, y: float, wide: float, high: float) -> None:
        self.canv.saveState()
        edge = self.canv.beginPath()
        edge.rect(x, self.high - y - high, wide, high)
        self.canv.clipPath(edge, stroke=0)
        size = PATTERN[fill]
        self.canv.setLineWidth(1)
        for left in range(int(x) // size * size, int(x + wide) + size, size):
            for top in range(int(y) // size * size, int(y + high) + size, size):
                low = self.high - top - size
                if fill == HATCH:
                    self.canv.line(left, low, left + size, low + size)
                else:
                    self.canv.circle(left + 2, self.high - top - 2, 1, stroke=0, fill=1)
        self.canv.restoreState()

    def _text(self, each: Element) -> None:
        size, said = float(each.attrib["font-size"]), each.text or ""
        runs = list(self._runs(said))
        wide = sum(self.fonts.width(font, part, size) for font, part in runs)
        share = {"middle": 0.5, "end": 1.0}.get(each.get("text-anchor", ""), 0.0)
        x, y = float(each.attrib["x"]) - share * wide, self.high - float(each.attrib["y"])
        for font, part in runs:
            self.canv.setFont(self.fonts.face(font).fontName, size)
            self.canv.drawString(x, y, part)
            x += self.fonts.width(font, part, size)

    def _runs(self, said: str) -> Iterator[tuple[str, str]]:
        """The text by the font that has its characters."""
        run, font = "", ""
        for char in said:
            found = self.fonts.pick("body", char)
            shown, picked = (char, found) if found else (MISSING, self.fonts.pick("body", MISSING) or "")
            if picked != font and run:
                yield font, run
                run = ""
            run, font = run + shown, picked
        if run:
            yield font, run

    def _pen(self, each: Element) -> None:
        self.canv.setLineWidth(float(each.get("stroke-width", "1")))
        self.canv.setStrokeGray(1 - float(each.get("stroke-opacity", "1")))
        if each.get("stroke-dasharray"):
            self.canv.setDash([float(part) for part in each.attrib["stroke-dasharray"].split()])


def steps(told: str) -> Iterator[tuple[bool, bool, Point]]:
    """The pieces of a path: whether it closes, whether it moves without a line, and where to, in the page's way up."""
    found, x, y, command = TOKEN.findall(told), 0.0, 0.0, "M"
    place = 0
    while place < len(found):
        if found[place].isalpha():
            command, place = found[place], place + 1
        if command in "zZ":
            yield True, False, (x, y)
            continue
        if command in "hHvV":
            value, place = float(found[place]), place + 1
            x = value if command == "H" else x + value if command == "h" else x
            y = value if command == "V" else y + value if command == "v" else y
        else:
            left, down, place = float(found[place]), float(found[place + 1]), place + 2
            x, y = (left, down) if command.isupper() else (x + left, y + down)
        yield False, command in "mM", (x, y)
        command = {"m": "l", "M": "L"}.get(command, command)
