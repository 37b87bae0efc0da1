"""The drawing of a procedure: every step that leads on is a line of its own, and nothing lies on anything else."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from casework.base.phrases import phrase
from casework.procedure.chart import chart_svg
from casework.web.rooms import procedures

SVG = "{http://www.w3.org/2000/svg}"
ALL = procedures()
each_procedure = pytest.mark.parametrize("procedure", ALL.values(), ids=ALL.keys())


def drawn(procedure):
    """The drawing as a tree."""
    return ET.fromstring(chart_svg(procedure, here=procedure.states[1], standalone=True))


def lines(tree, way):
    """Straight lines of one way: (where it lies, from, to)."""
    found = []
    for path in tree.iter(f"{SVG}path"):
        told = re.fullmatch(r"M(\d+) (\d+)([HV])(\d+)", path.get("d"))
        if told and told[3] == way:
            x, y, end = int(told[1]), int(told[2]), int(told[4])
            at, begin = (y, x) if way == "H" else (x, y)
            found.append((at, *sorted((begin, end))))
    return found


@each_procedure
def test_no_two_lanes_lie_on_each_other(procedure):
    lanes = lines(drawn(procedure), "V")

    assert [pair for pair in combinations(lanes, 2) if _touch(*pair)] == []


@each_procedure
def test_no_two_lines_lie_on_each_other(procedure):
    across = lines(drawn(procedure), "H")

    assert len({at for at, *_ in across}) == len(across)


@each_procedure
def test_lines_keep_clear_of_the_cards(procedure):
    tree = drawn(procedure)
    edge = max(int(rect.get("x")) + int(rect.get("width")) for rect in tree.iter(f"{SVG}rect"))

    assert min(begin for _, begin, _ in lines(tree, "H")) >= edge
    assert min(at for at, *_ in lines(tree, "V")) > edge


@each_procedure
def test_every_step_that_leads_on_is_written_at_each_state_it_leaves(procedure):
    tree = drawn(procedure)
    said = sorted(text.text for text in tree.iter(f"{SVG}text") if text.get("class") == "said")
    leading = [
        phrase(f"step.{procedure.name}.{step.name}")
        for step in procedure.steps.values()
        for state in step.source
        if step.dest not in ("=", state)
    ]

    assert said == sorted(leading)


def _touch(one, other):
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
