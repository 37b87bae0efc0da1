"""The floor plan: who may import whom, where HTTP may be known, how long a file or a function may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    {"base"},
    {"identifiers", "clock", "law", "identity", "documents"},
    {"records"},
    {"procedure"},
    {"counter"},
    {"complaints", "mediation", "litigation", "enforcement"},
    {"adjudication", "confirmation", "transfers"},
    {"corrections", "performance", "labels", "notices", "scans", "service", "sittings"},
    {"desk", "statistics", "exchange", "jobs", "portal"},
    {"administration"},
    {"web"},
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
CATALOGUES = {"phrases"}  # rooms of data alone
SHELVES = (
    {"models"},
    {"rules"},
    {"papers", "deadlines"},
    {"steps"},
    {"verbs"},
    {"forms"},
    {"acts"},
    {"views", "api"},
)
SHELF_OF = {name: number for number, names in enumerate(SHELVES) for name in names}
HTTP = ("flask", "werkzeug", "wtforms")
HTTP_FILES = {"forms", "acts", "views", "api"}
HTTP_ROOMS = {"counter", "desk", "web", "portal"}
HTTP_EXCEPTION = "casework/base/db.py"
LATE = ("# late: slow import", "# late: optional dependency")
FILE_LINES, FUNCTION_LINES = 400, 50


def faults_of(path: str, source: str) -> list[str]:
    """What is wrong with one file; `path` is relative to the repository."""
    tree, lines = ast.parse(source), source.splitlines()
    found = [f"{len(lines)} lines"] if len(lines) > FILE_LINES else []
    for function in functions_of(tree):
        if function.end_lineno - function.lineno + 1 > FUNCTION_LINES:
            found.append(f"{function.name} is too long")
        found += [
            f"late import in {function.name} without a reason of the list"
            for each in ast.walk(function)
            if isinstance(each, ast.Import | ast.ImportFrom) and not lines[each.lineno - 1].endswith(LATE)
        ]
    for name in imports_of(tree):
        found += faults_of_import(path, name)
    return [f"{path}: {fault}" for fault in found]


def faults_of_import(path: str, name: str) -> Iterator[str]:
    """What is wrong with `path` importing the module `name`."""
    _, room, *inside = Path(path).with_suffix("").parts
    target, *target_inside = name.removeprefix("casework.").split(".")
    if name.partition(".")[0] == "config":
        yield "imports config"
    if knows_http(name) and room not in HTTP_ROOMS and not HTTP_FILES & kinds_of(inside) and path != HTTP_EXCEPTION:
        yield f"imports {name} below the counter"
    if not name.startswith("casework.") or target in CATALOGUES or room.startswith("__"):
        return
    if target not in FLOOR_OF:
        yield f"imports {name}: no such room"
    elif room == target:
        if shelf_of(target_inside) > shelf_of(inside, default=len(SHELVES)):
            yield f"imports {name}: higher in its own room"
    elif FLOOR_OF[target] >= FLOOR_OF[room]:
        yield f"imports {name}: not downstairs"


def shelf_of(inside: list[str], default: int = -1) -> int:
    """How high a module stands in its room; a name that is on no shelf stands at `default`."""
    return max((SHELF_OF[kind] for kind in kinds_of(inside) if kind in SHELF_OF), default=default)


def kinds_of(inside: list[str]) -> set[str]:
    """What a module's names say it is: lead_verbs is verbs, views/register is views."""
    return {part.rpartition("_")[2] for part in inside}


def knows_http(name: str) -> bool:
    """Whether this is Flask, one of its extensions, or what they are made of."""
    return re.split("[._]", name, maxsplit=1)[0] in HTTP


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    return (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Every module a file imports, what it takes from a package included."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield from (f"{each.module}.{alias.name}" for alias in each.names)


def rooms() -> list[Path]:
    """The folders of casework/."""
    return sorted(path.parent for path in (ROOT / "casework").glob("*/__init__.py"))


@pytest.mark.parametrize("room", rooms(), ids=lambda path: path.name)
def test_room_keeps_to_the_floor_plan(room):
    found = [
        fault
        for file in sorted(room.rglob("*.py"))
        for fault in faults_of(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"))
    ]

    assert found == []


def test_floor_plan_names_the_rooms_that_stand():
    assert {room.name for room in rooms()} - CATALOGUES == set(FLOOR_OF)


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("casework/records/x.py", "import casework.records.y", None),
        ("casework/records/x.py", "from casework.procedure.door import taking", "not downstairs"),
        ("casework/mediation/x.py", "from casework.complaints import rules", "not downstairs"),
        ("casework/records/x.py", "from casework import attic", "no such room"),
        ("casework/records/x.py", "import config", "imports config"),
        ("casework/records/x.py", "from flask_login import current_user", "below the counter"),
        ("casework/records/x.py", "import werkzeug.datastructures", "below the counter"),
        ("casework/records/views.py", "import flask", None),
        ("casework/records/read_forms.py", "import wtforms", None),
        ("casework/desk/calendar.py", "import flask", None),
        ("casework/mediation/steps.py", "from casework.mediation import rules", None),
        (
            "casework/mediation/steps.py",
            "from casework.mediation.verbs import open_session",
            "higher in its own room",
        ),
        ("casework/records/x.py", "def f():\n    import slow  # late: slow import", None),
        ("casework/records/x.py", "def f():\n    import slow", "without a reason"),
        ("casework/records/x.py", "if TYPE_CHECKING:\n    import casework.web.app", "not downstairs"),
        ("casework/records/x.py", "def f():\n" + "    pass\n" * FUNCTION_LINES, "f is too long"),
        ("casework/records/x.py", "pass\n" * (FILE_LINES + 1), "401 lines"),
    ],
)
def test_floor_plan_catches_a_planted_fault(path, source, fault):
    found = faults_of(path, source)

    assert len(found) == (fault is not None)
    assert all(fault in each for each in found)
