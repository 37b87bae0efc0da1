"""docs/architecture.md shows the floor plan and the procedures as the code has them."""

import ast
import os
import re
from pathlib import Path

from casework.web.rooms import procedures
from tests.house.test_floor_plan import FLOORS, ROOT

PAGE = ROOT / "docs" / "architecture.md"
PLAN = re.compile(r"(<!-- plan -->\n).*?(<!-- /plan -->)", re.DOTALL)
WRITE = os.environ.get("CASEWORK_WRITE_SNAPSHOTS") == "1"


def doc_of(room: str) -> str:
    """The first line of a room's docstring."""
    source = (ROOT / "casework" / room / "__init__.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").splitlines()[0]


def plan() -> str:
    """The floor plan and the procedures as a page shows them."""
    rows = [f"| {floor} | `{room}/` | {doc_of(room)} |" for floor, rooms in enumerate(FLOORS) for room in sorted(rooms)]
    tables = [
        "| floor | room | what it holds |",
        "|---|---|---|",
        *rows,
        "",
        "| procedure | states | steps |",
        "|---|---|---|",
    ]
    for name, procedure in procedures().items():
        tables.append(f"| [{name}](procedures/{name}.txt) | {len(procedure.states)} | {len(procedure.steps)} |")
    return "\n".join(tables) + "\n"


def with_plan(page: str) -> str:
    """The page with the plan as it stands now."""
    return PLAN.sub(lambda found: found[1] + plan() + found[2], page)


def test_architecture_page_shows_the_plan_of_the_code():
    page = PAGE.read_text("utf-8")
    if WRITE:
        PAGE.write_text(with_plan(page), "utf-8")
        page = PAGE.read_text("utf-8")

    assert with_plan(page) == page


def test_plan_would_show_a_room_that_moved():
    page = PAGE.read_text("utf-8").replace("| 0 | `base/`", "| 1 | `base/`")

    assert with_plan(page) != page


def test_every_procedure_has_its_chart_on_file():
    charts = {file.stem for file in Path(ROOT / "docs" / "procedures").glob("*.txt")}

    assert charts == set(procedures())
