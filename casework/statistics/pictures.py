"""Pictures as SVG, made here: trend, stock and flow, funnel, tiles. Readable without colour: dashes, marks, hatching, numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from math import ceil

from casework.statistics.grid import one_decimal

WIDTH, HEIGHT, LEFT, FOOT, TOP = 720, 260, 48, 40, 34
DASHES = ("", "7 4", "2 4", "10 3 2 3")
ROUND, ROUND_UNITS = (10, 12, 14, 16, 18, 20, 30, 40, 50, 60, 80, 100), (20, 40, 60, 80, 100)
Series = Sequence[tuple[str, Sequence[int | float | None]]]


@dataclass(frozen=True)
class Picture:
    """A drawing and the numbers it draws: the table that stands beside it."""

    title: str
    svg: str
    head: list[str]
    rows: list[list[str]]


def trend(title: str, labels: Sequence[str], series: Series) -> Picture:
    """Lines over periods, told apart by dashes and marks; each value stands at its mark."""
    top = _top(series)
    parts = [*_axes(labels, top)]
    marked: dict[float, list[tuple[float, float]]] = {}
    for place, (name, values) in enumerate(series):
        points = [(x, _y(value, top), value) for x, value in zip(_xs(labels), values, strict=True) if value is not None]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        dash = f' stroke-dasharray="{DASHES[place % 4]}"' if DASHES[place % 4] else ""
        parts.append(f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="2"{dash}/>')
        parts += [_mark(place, x, y) for x, y, _ in points]
        parts.append(_legend(place, name))
        for x, y, value in points:
            marked.setdefault(x, []).append((y, value))
    parts += [text for x, spots in marked.items() for text in _values(x, spots)]
    return _picture(title, parts, ["", *(name for name, _ in series)], _rows(labels, series))


def bars(title: str, labels: Sequence[str], series: Series) -> Picture:
    """Grouped bars, told apart by hatching; each value stands above its bar."""
    top = _top(series)
    parts = [_hatches(), *_axes(labels, top)]
    room = (WIDTH - LEFT - 12) / max(len(labels), 1)
    wide = room * 0.8 / max(len(series), 1)
    for place, (name, values) in enumerate(series):
        for spot, value in enumerate(values):
            x, y = LEFT + spot * room + room * 0.1 + place * wide, _y(value or 0, top)
            parts.append(_bar(place, x, y, wide - 1, HEIGHT - FOOT - y))
            parts.append(_text(x + wide / 2, y - 4, _told(value), "middle", 10))
        parts.append(_legend(place, name, hatched=True))
    return _picture(title, parts, ["", *(name for name, _ in series)], _rows(labels, series))


def funnel(title: str, stages: Sequence[tuple[str, int]], head: Sequence[str]) -> Picture:
    """Stages one under the other, each bar as long as its number; the share of the stage before stands beside it."""
    told = []
    for place, (name, number) in enumerate(stages):
        before = stages[place - 1][1] if place else 0
        told.append((name, number, f"{one_decimal(Fraction(100 * number, before))}%" if before else ""))
    return lengths(title, told, head)


def lengths(title: str, told: Sequence[tuple[str, int | float, str]], head: Sequence[str]) -> Picture:
    """Bars one under the other, as long as their numbers; a remark stands beside each number."""
    top = max([number for _, number, _ in told], default=0) or 1
    parts, rows = [_hatches()], []
    for place, (name, number, remark) in enumerate(told):
        y, wide = TOP + place * 36, 400 * number / top
        parts.append(_text(168, y + 18, name, "end", 13))
        parts.append(_bar(0, 178, y, max(wide, 1), 26))
        said = f"{_told(number)} {remark and f'({remark})'}".strip()
        parts.append(_text(178 + max(wide, 1) + 8, y + 18, said, "start", 13))
        rows.append([name, _told(number), remark or "—"])
    return _picture(title, parts, list(head), rows, height=TOP + len(told) * 36 + 6)


def tiles(title: str, cells: Sequence[tuple[str, int]], head: Sequence[str]) -> Picture:
    """One tile for each district: the fuller, the more; its number stands in it."""
    top = max([number for _, number in cells], default=0) or 1
    parts, across, size = [_hatches()], 4, 168
    for place, (name, number) in enumerate(cells):
        x, y = 8 + place % across * (size + 8), TOP + place // across * 84
        parts.append(f'<rect x="{x}" y="{y}" width="{size}" height="76" fill="none" stroke="currentColor"/>')
        full = 70 * number / top
        parts.append(_bar(0, x + 3, y + 73 - full, 12, full))
        parts.append(_text(x + 24, y + 30, name, "start", 13) + _text(x + 24, y + 58, str(number), "start", 20))
    height = TOP + (len(cells) + across - 1) // across * 84
    return _picture(title, parts, list(head), [[name, str(number)] for name, number in cells], height=height)


def _picture(
    title: str, parts: Iterable[str], head: list[str], rows: list[list[str]], *, height: int = HEIGHT
) -> Picture:
    told = escape(title)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="100%" role="img" '
        f'aria-label="{told}" font-family="sans-serif"><title>{told}</title>{"".join(parts)}</svg>'
    )
    return Picture(title, svg, head, rows)


def _axes(labels: Sequence[str], top: float) -> Iterable[str]:
    base = HEIGHT - FOOT
    yield f'<path d="M{LEFT} {TOP}V{base}H{WIDTH - 8}" fill="none" stroke="currentColor" stroke-width="1"/>'
    for share in (0.5, 1):
        y = _y(top * share, top)
        yield f'<path d="M{LEFT} {y:.0f}H{WIDTH - 8}" stroke="currentColor" stroke-opacity=".25"/>'
        yield _text(LEFT - 6, y + 4, _told(round(top * share, 1)), "end", 11)
    for x, label in zip(_xs(labels), labels, strict=True):
        yield _text(x, base + 16, label, "middle", 11)


def _values(x: float, spots: list[tuple[float, float]]) -> Iterable[str]:
    """The values at the marks of one period: above, else below, else beside; equal ones are told once."""
    taken = [(y - 5, y + 5) for y, _ in spots]
    for y, value in sorted(set(spots)):
        boxes = [(foot - 9, foot) for foot in (y - 8, y + 17) if foot < HEIGHT - FOOT]
        free = [each for each in boxes if all(each[1] <= high or each[0] >= low for high, low in taken)]
        if free:
            taken.append(free[0])
            yield _text(x, free[0][1], _told(value), "middle", 11)
        else:
            yield _text(x + 8, y + 4, _told(value), "start", 11)


def _top(series: Series) -> float:
    """The end of the scale: the next round number whose half is round too."""
    most = max([value for _, values in series for value in values if value is not None], default=0)
    size = int(10 ** max(len(str(ceil(most))) - 1, 0))
    steps = ROUND if size >= 10 else ROUND_UNITS
    return next(each * size // 10 for each in steps if each * size // 10 >= most)


def _xs(labels: Sequence[str]) -> list[float]:
    room = (WIDTH - LEFT - 12) / max(len(labels), 1)
    return [LEFT + room * (place + 0.5) for place in range(len(labels))]


def _y(value: float, top: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP - 14) * value / top


def _mark(place: int, x: float, y: float) -> str:
    shapes = (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="currentColor"/>',
        f'<rect x="{x - 4:.0f}" y="{y - 4:.0f}" width="8" height="8" fill="none" stroke="currentColor" stroke-width="2"/>',
        f'<path d="M{x:.0f} {y - 5:.0f}l5 9h-10z" fill="currentColor"/>',
        f'<path d="M{x - 4:.0f} {y - 4:.0f}l8 8m0 -8l-8 8" stroke="currentColor" stroke-width="2"/>',
    )
    return shapes[place % 4]


def _legend(place: int, name: str, *, hatched: bool = False) -> str:
    x = LEFT + place * 160
    sign = _bar(place, x, 8, 18, 12) if hatched else _mark(place, x + 8, 14)
    return sign + _text(x + 24, 19, name, "start", 12)


def _bar(place: int, x: float, y: float, wide: float, high: float) -> str:
    fill = ("currentColor", "url(#hatch-1)", "none", "url(#hatch-2)")[place % 4]
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{fill}" stroke="currentColor"/>'


def _hatches() -> str:
    return (
        '<defs><pattern id="hatch-1" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" '
        'stroke="currentColor"/></pattern><pattern id="hatch-2" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<circle cx="2" cy="2" r="1" fill="currentColor"/></pattern></defs>'
    )


def _text(x: float, y: float, text: str, anchor: str, size: int) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" fill="currentColor">{escape(text)}</text>'


def _told(value: float | None) -> str:
    return "—" if value is None else f"{value:g}"


def _rows(labels: Sequence[str], series: Series) -> list[list[str]]:
    return [[label, *(_told(values[place]) for _, values in series)] for place, label in enumerate(labels)]
