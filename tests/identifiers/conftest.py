"""Published numbers and messy texts (from `data`, which names its sources) and the day on which tests look at them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.identifiers import Check, check

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `ids_<section>` or `messy_<section>` runs once for each entry of that section."""
    for file, prefix in (("ids.json", "ids_"), ("messy_text.json", "messy_")):
        for name in (each for each in metafunc.fixturenames if each.startswith(prefix)):
            entries = json.loads((DATA / file).read_text("utf-8"))[name.removeprefix(prefix)]
            metafunc.parametrize(name, entries, ids=[str(place) for place in range(len(entries))])


@pytest.fixture
def today() -> date:
    """The day on which the tests look at a number."""
    return TODAY


@pytest.fixture
def checked() -> Callable[..., Check]:
    """`check` on that day."""

    def make(kind: str, value: str, **more: Any) -> Check:
        return check(kind, value, today=TODAY, **more)

    return make


@pytest.fixture
def codes(checked: Callable[..., Check]) -> Callable[..., list[str]]:
    """The codes of the problems that a check tells."""

    def make(kind: str, value: str, **more: Any) -> list[str]:
        return [problem.code for problem in checked(kind, value, **more).problems]

    return make
