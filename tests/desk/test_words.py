"""The journal speaks the reader's words: every table and column it can tell of has a name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import casework
import casework.web.rooms
from casework.base.model import Base
from casework.base.phrases import has_phrase
from casework.desk.prose import is_dull
from casework.procedure.changes import SILENT_TABLES, UNTOLD

OUTSIDE_THE_DOOR = {"organisation", "person", "post", "mediator", "read_entry", "history_event", "notice", "long_task"}
AT_THE_DESK = {"saved_filter", "draft", "sitting_slot", "sitting_absence", "sitting_practice", "administration_entry"}
NO_STEP_WRITES = ("portal_", "calendar_", "clock_", "recount_", "job_", "figure_", "indicator_", "paper_")


def told_tables() -> list[str]:
    """The tables whose rows a step may write and the journal may tell, sorted."""
    withheld = {str(m.local_table.name) for m in Base.registry.mappers if getattr(m.class_, "__withheld__", False)}
    silent = SILENT_TABLES | OUTSIDE_THE_DOOR | AT_THE_DESK | withheld
    return sorted(name for name in Base.metadata.tables if name not in silent and not name.startswith(NO_STEP_WRITES))


@pytest.mark.parametrize("name", told_tables())
def test_columns_the_journal_tells_have_names(name):
    columns = Base.metadata.tables[name].columns
    told = [each.key for each in columns if each.key not in UNTOLD and not is_dull(each.key)]

    unnamed = [key for key in told if not (has_phrase(f"column.{name}.{key}") or has_phrase(f"column.{key}"))]

    assert unnamed == []


def noted_words() -> Iterator[str]:
    """The names under which acts note something in their journal entry, read from the verbs."""
    for file in Path(casework.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr == "note" and ast.unparse(called.value) == "taken":
                yield from (each.arg for each in node.keywords if each.arg)


@pytest.mark.parametrize("word", sorted(set(noted_words()) - {"handling"}))  # a table, named as one
def test_words_that_acts_note_have_names(word):
    assert has_phrase(f"column.{word}")
