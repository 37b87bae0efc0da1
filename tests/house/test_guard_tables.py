"""Every guard of every procedure stands in a test by its name; the run itself tells which were met alone and cured."""

import re
from functools import cache
from pathlib import Path

import pytest

from casework.procedure.procedure import PROCEDURES
from casework.web.rooms import procedures

TESTS = Path(__file__).parents[1]
WORD = re.compile(r'"([a-z0-9]+(?:_[a-z0-9]+)+)[".{]')


@cache
def told() -> set[str]:
    """The names that tests of the rooms and of what holds between them write as a word or a code."""
    files = [path for path in TESTS.glob("*/*.py") if path.parent.name not in ("house", "support")]
    return {name for path in files for name in WORD.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("name", sorted(procedures()))
def test_every_guard_of_the_procedure_stands_in_a_test(name):
    guards = {guard.name for step in PROCEDURES[name].steps.values() for guard in step.guards}

    assert guards - told() == set()
