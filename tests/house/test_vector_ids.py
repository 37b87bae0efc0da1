"""Every vector of the reference and every test vector and refusal of both rulebooks stands in a test by its id."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = HERE.parent
TOLD = json.loads((HERE / "data" / "vector_ids.json").read_text("utf-8"))


@cache
def written() -> str:
    """All tests and their data, without what stands here; marks between letters and digits are one space."""
    files = [*TESTS.rglob("*.py"), *TESTS.glob("*/data/*.json")]
    texts = (each.read_text("utf-8") for each in files if HERE not in each.parents)
    return re.sub(r"[-_]", " ", "\n".join(texts)).lower()


def missing(ids: list[str]) -> list[str]:
    """The ids that no test names. A vector in parts ("N09a", "TV-35b") stands for the whole."""
    spoken = {each: re.sub(r"[-_]", " ?", each).lower() for each in ids}
    return [
        each for each, word in spoken.items() if not re.search(rf"(?<![a-z0-9]){word}[a-c]?(?![a-z0-9])", written())
    ]


@pytest.mark.parametrize("file", TOLD["files"])
def test_every_vector_of_the_file_is_a_test(file):
    assert missing(TOLD["files"][file]) == []


def test_every_vector_and_refusal_of_the_rulebooks_is_a_test():
    assert missing(TOLD["rulebooks"]) == []


def test_an_id_that_nobody_tests_is_missed():
    assert missing(["TV-99", "R19", "TV-01"]) == ["TV-99", "R19"]
