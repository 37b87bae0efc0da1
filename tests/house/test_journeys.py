"""Every task of the day's work has its measured journey: the table of docs/journeys.md names a test that is there."""

import re
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[1]
ROW = re.compile(r"^\| (\w+) \| ([^|]+) \| ([^|]+) \| `([\w/]+\.py)::(\w+)` \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
TASKS = {"clerk": 6, "mediator": 6, "officer": 4, "statistician": 4, "party": 5, "administrator": 3}


def rows() -> list[tuple[str, ...]]:
    """Who, task, bar, file and test of every row of the table."""
    found: list[tuple[str, ...]] = ROW.findall((TESTS.parent / "docs" / "journeys.md").read_text("utf-8"))
    return found


def test_every_task_has_its_row():
    assert Counter(who for who, *_rest in rows()) == TASKS
    assert len({(who, task) for who, task, *_rest in rows()}) == sum(TASKS.values())


def test_every_row_has_its_test():
    named = NAMED.findall((TESTS.parent / "docs" / "journeys.md").read_text("utf-8"))
    missing = [test for file, test in named if f"\ndef {test}(" not in (TESTS / file).read_text("utf-8")]

    assert len(named) > sum(TASKS.values())
    assert missing == []
