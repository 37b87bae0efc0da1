"""The journal speaks the reader's words: every table and column it can tell of has a name."""

from collections.abc import Iterator

import pytest

import casework.web.rooms  # noqa: F401 every room's tables are mapped
from casework.base.model import Base
from casework.base.phrases import has_phrase
from casework.desk.prose import is_dull
from casework.procedure.changes import SILENT_TABLES, UNTOLD

OUTSIDE_THE_DOOR = {"organisation", "person", "post", "mediator", "read_entry", "history_event"}


def told_tables() -> Iterator[type[Base]]:
    """The mapped classes whose rows a step may write and the journal may tell."""
    for mapper in Base.registry.mappers:
        silent = str(mapper.local_table.name) in SILENT_TABLES | OUTSIDE_THE_DOOR
        if not silent and not getattr(mapper.class_, "__withheld__", False):
            yield mapper.class_


TABLES = sorted({each.__table__.name: each for each in told_tables()}.items())


@pytest.mark.parametrize(("name", "model"), TABLES)
def test_columns_the_journal_tells_have_names(name, model):
    told = [each.key for each in model.__table__.columns if each.key not in UNTOLD and not is_dull(each.key)]

    unnamed = [key for key in told if not (has_phrase(f"column.{name}.{key}") or has_phrase(f"column.{key}"))]

    assert unnamed == []
