"""The chart of a procedure, made from its table: as text a lawyer can read, and as a drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from casework.base.phrases import phrase
from casework.law import cite
from casework.procedure.asking import post_label
from casework.procedure.models import START
from casework.procedure.procedure import Procedure, state_label, step_label
from casework.procedure.step import Step

HEAD, ROW, GAP, LANE, EDGE, PAD = 30, 19, 14, 14, 10, 12
WIDE, NARROW = 13.0, 6.6
STYLE = (
    "rect{fill:#fff;stroke:#345}.here rect{fill:#1f5f8b}.here text{fill:#fff}.final rect{stroke-width:3}"
    "text{font:13px sans-serif;fill:#123}.arrow{fill:none;stroke:#789}.dot{fill:#789}.said{font-size:12px;fill:#456}"
)


def chart_text(procedure: Procedure, on: date | None = None) -> str:
    """The table in words: states, then every step with posts, guards, papers, clocks and articles as of a day."""
    name = procedure.name
    lines = [f"{phrase(f'procedure.{name}')} ({name})", "", phrase("chart.states")]
    for state in procedure.states:
        mark = phrase("chart.final") if state in procedure.final else ""
        lines.append(f"  {state:<24}{state_label(name, state)}{mark}")
    lines += ["", phrase("chart.steps")]
    for step in procedure.steps.values():
        lines += ["", *_step_lines(name, step, on or date(2026, 11, 23))]
    return "\n".join(lines) + "\n"


def _step_lines(name: str, step: Step, on: date) -> Iterator[str]:
    dest = phrase("chart.stays") if step.dest == "=" else step.dest
    yield f"  {step.name}  {step_label(name, step.name)}:  {' | '.join(step.source)} -> {dest}"
    rows = (
        ("who", "、".join(post_label(post) for post in step.who) + _side(step)),
        ("guards", "、".join(f"{guard.name} [{guard.rule}]" for guard in step.guards)),
        ("papers", "、".join(paper.kind for paper in step.papers)),
        ("starts", "、".join((*step.starts, *(f"({rule})" for rule in step.may_start)))),
        ("stops", "、".join(step.stops)),
        ("pauses", "、".join(step.pauses)),
        ("resumes", "、".join(step.resumes)),
        ("extends", "、".join(step.extends)),
        ("counts", step.figure or ""),
        ("basis", ";".join(f"{rule} {cite(rule, on).article_zh}" for rule in step.basis)),
    )
    for word, said in rows:
        if said:
            yield f"      {phrase(f'chart.{word}')}: {said}"


def _side(step: Step) -> str:
    return "" if step.side == "office" else f" [{phrase(f'chart.side.{step.side}')}]"


@dataclass(frozen=True)
class Card:
    """A state in the drawing: its head at `top` and below it a row for each step that leads elsewhere (label, dest)."""

    state: str
    label: str
    top: int
    rows: tuple[tuple[str, str], ...]

    @property
    def entry(self) -> int:
        """Where arrows come in."""
        return self.top + HEAD // 2

    @property
    def end(self) -> int:
        """Below the last row."""
        return self.top + HEAD + ROW * len(self.rows)

    def row(self, place: int) -> int:
        """Where the arrow of a row leaves."""
        return self.top + HEAD + ROW * place + ROW // 2


def chart_svg(procedure: Procedure, here: str | None = None, *, standalone: bool = False) -> str:
    """The states as cards one below the other, each with its steps; a line leads from a step to the state it makes.

    All lines to one state meet in one lane, and no two lanes lie on each other, so that nothing is drawn over
    anything. `here` is marked. A standalone drawing carries its own style; on a page the stylesheet does it.
    """
    cards = _cards(procedure)
    right = EDGE + _width(cards)
    lanes = _lanes(cards)
    width, height = right + LANE * (max(lanes.values(), default=0) + 2), cards[-1].end + EDGE
    style = f"<style>{STYLE}</style>" if standalone else ""
    body = "".join([*_arrows(cards, lanes, right), *_boxes(procedure, cards, here, right)])
    title = escape(phrase(f"procedure.{procedure.name}"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'role="img" aria-label="{title}"><title>{title}</title>{style}<defs><marker id="tip" viewBox="0 0 8 8" '
        f'refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
        f"{body}</svg>\n"
    )


def _cards(procedure: Procedure) -> list[Card]:
    found: list[Card] = []
    top = EDGE
    for state in _by_distance(procedure):
        leading = [step for step in procedure.lawful(state) if step.dest not in ("=", state)]
        rows = tuple((step_label(procedure.name, step.name), step.dest) for step in leading)
        found.append(Card(state, state_label(procedure.name, state), top, rows))
        top = found[-1].end + GAP
    return found


def _by_distance(procedure: Procedure) -> list[str]:
    """The states as a case meets them: by the number of steps from the start, the ends at the end."""
    depth = {START: 0}
    waiting = [START]
    while waiting:
        state = waiting.pop(0)
        for step in procedure.lawful(state):
            if step.dest != "=" and step.dest not in depth:
                depth[step.dest] = depth[state] + 1
                waiting.append(step.dest)
    return sorted(procedure.states, key=lambda state: (state in procedure.final, depth.get(state, 0)))


def _width(cards: list[Card]) -> int:
    said = [text for card in cards for text in (card.label, *(label for label, _ in card.rows))]
    return int(max(sum(WIDE if ord(char) > 255 else NARROW for char in text) for text in said)) + 2 * PAD


def _ends(cards: list[Card]) -> dict[str, list[int]]:
    """For each state that something leads to: the heights at which its lane is met, the entry first."""
    at = {card.state: [card.entry] for card in cards}
    for card in cards:
        for place, (_, dest) in enumerate(card.rows):
            at[dest].append(card.row(place))
    return {state: heights for state, heights in at.items() if len(heights) > 1}


def _lanes(cards: list[Card]) -> dict[str, int]:
    """The lane of each state: short ones near the cards, none on another where both are drawn."""
    spans = {state: (min(heights) - 4, max(heights) + 4) for state, heights in _ends(cards).items()}
    taken: list[list[tuple[int, int]]] = []
    found = {}
    for state, span in sorted(spans.items(), key=lambda each: (each[1][1] - each[1][0], each[1])):
        free = (n for n, lane in enumerate(taken) if all(span[1] < a or b < span[0] for a, b in lane))
        place = next(free, len(taken))
        if place == len(taken):
            taken.append([])
        taken[place].append(span)
        found[state] = place
    return found


def _boxes(procedure: Procedure, cards: list[Card], here: str | None, right: int) -> Iterator[str]:
    for card in cards:
        kinds = ["state"] + ["here"] * (card.state == here) + ["final"] * (card.state in procedure.final)
        yield (
            f'<g class="{" ".join(kinds)}"><rect x="{EDGE}" y="{card.top}" width="{right - EDGE}" height="{HEAD}" rx="6"/>'
            f'<text x="{EDGE + PAD}" y="{card.entry + 5}">{escape(card.label)}</text></g>'
        )
        for place, (label, _) in enumerate(card.rows):
            yield f'<text class="said" x="{EDGE + 2 * PAD}" y="{card.row(place) + 4}">{escape(label)}</text>'


def _arrows(cards: list[Card], lanes: dict[str, int], right: int) -> Iterator[str]:
    tops = {card.state: card for card in cards}
    for state, heights in _ends(cards).items():
        x, entry = right + LANE * (lanes[state] + 1), heights[0]
        yield f'<path class="arrow" d="M{x} {min(heights)}V{max(heights)}"/>'
        said = escape(tops[state].label)
        yield f'<path class="arrow" marker-end="url(#tip)" d="M{x} {entry}H{right + 1}"><title>{said}</title></path>'
    for card in cards:
        for place, (label, dest) in enumerate(card.rows):
            x, y = right + LANE * (lanes[dest] + 1), card.row(place)
            told = escape(f"{label} → {tops[dest].label}")
            yield f'<path class="arrow" d="M{right} {y}H{x}"><title>{told}</title></path>'
            yield f'<circle class="dot" cx="{x}" cy="{y}" r="2.5"/>'
