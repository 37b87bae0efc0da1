"""The chart of a procedure, made from its table: as text a lawyer can read, and as a drawing."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from casework.base.phrases import phrase
from casework.law import cite
from casework.procedure.asking import post_label
from casework.procedure.models import START
from casework.procedure.procedure import Procedure, state_label, step_label
from casework.procedure.step import Step

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y = 132, 40, 64, 26
STYLE = (
    "rect{fill:#fff;stroke:#345;rx:6}.here rect{fill:#1f5f8b}.here text{fill:#fff}.final rect{stroke-width:3}"
    "text{font:13px sans-serif;fill:#123}.arrow{fill:none;stroke:#789}.said{font-size:11px;fill:#456}"
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


def chart_svg(procedure: Procedure, here: str | None = None, *, standalone: bool = False) -> str:
    """The states as boxes in columns by their distance from the start, the steps as arrows; `here` is marked.

    A standalone drawing carries its own style; on a page the stylesheet does it.
    """
    places = _places(procedure)
    width = max(x for x, _ in places.values()) + BOX_WIDTH + 20
    height = max(y for _, y in places.values()) + BOX_HEIGHT + 40
    style = f"<style>{STYLE}</style>" if standalone else ""
    body = "".join([*_arrows(procedure, places), *_boxes(procedure, places, here)])
    title = escape(phrase(f"procedure.{procedure.name}"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{title}"><title>{title}</title>{style}<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
        f'markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>{body}</svg>\n'
    )


def _places(procedure: Procedure) -> dict[str, tuple[int, int]]:
    depth = {START: 0}
    waiting = [START]
    while waiting:
        state = waiting.pop(0)
        for step in procedure.lawful(state):
            if step.dest != "=" and step.dest not in depth:
                depth[step.dest] = depth[state] + 1
                waiting.append(step.dest)
    rows: dict[int, int] = {}
    found = {}
    for state in procedure.states:
        column = depth.get(state, 0)
        row = rows.get(column, 0)
        rows[column] = row + 1
        found[state] = (10 + column * (BOX_WIDTH + GAP_X), 20 + row * (BOX_HEIGHT + GAP_Y))
    return found


def _boxes(procedure: Procedure, places: dict[str, tuple[int, int]], here: str | None) -> Iterator[str]:
    for state, (x, y) in places.items():
        kinds = ["state"] + ["here"] * (state == here) + ["final"] * (state in procedure.final)
        label = escape(state_label(procedure.name, state))
        yield (
            f'<g class="{" ".join(kinds)}"><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"/>'
            f'<text x="{x + BOX_WIDTH // 2}" y="{y + BOX_HEIGHT // 2 + 5}" text-anchor="middle">{label}</text></g>'
        )


def _arrows(procedure: Procedure, places: dict[str, tuple[int, int]]) -> Iterator[str]:
    for step in procedure.steps.values():
        label = escape(step_label(procedure.name, step.name))
        for source in step.source:
            dest = source if step.dest == "=" else step.dest
            if dest != source:
                drawn = _path(places[source], places[dest])
                yield f'<path class="arrow" marker-end="url(#tip)" d="{drawn}"><title>{label}</title></path>'


def _path(a: tuple[int, int], b: tuple[int, int]) -> str:
    half = BOX_HEIGHT // 2
    if b[0] > a[0]:
        x1, y1, x2, y2 = a[0] + BOX_WIDTH, a[1] + half, b[0], b[1] + half
        bend = (x2 - x1) // 2
        return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    x1, y1, x2, y2 = a[0] + BOX_WIDTH // 2, a[1] + BOX_HEIGHT, b[0] + BOX_WIDTH // 2, b[1] + BOX_HEIGHT
    if a[0] == b[0]:
        x1, x2, y1, y2 = a[0], b[0], a[1] + half, b[1] + half
        return f"M{x1} {y1}C{x1 - 30} {y1} {x2 - 30} {y2} {x2} {y2}"
    low = max(y1, y2) + 22
    return f"M{x1} {y1}C{x1} {low} {x2} {low} {x2} {y2}"
