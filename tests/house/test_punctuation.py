"""Chinese sentences carry Chinese punctuation: full-width commas, semicolons, colons and brackets."""

import re
from pathlib import Path

import pytest

from casework.base.phrases import catalogue

CHINESE = "[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef”」]"
HALF = re.compile(
    rf"(?<={CHINESE})[,;:?!](?!//)|(?<={CHINESE})\(|\((?={CHINESE})|(?<={CHINESE})\)|(?<=[0-9A-Za-z}}])[,;](?={CHINESE})"
)
MACHINE = (
    "identifiers.",
    "law.question.",
    "threshold.",
    "clock.error.",
)  # answers of the batch commands, worded as their contract has them


@pytest.mark.parametrize("room", sorted({key.partition(".")[0] for key in catalogue()}))
def test_chinese_of_a_room_has_no_half_width_marks(room):
    told = {key: words[0] for key, words in catalogue().items() if key.partition(".")[0] == room}

    halves = {key: said for key, said in told.items() if HALF.search(said) and not key.startswith(MACHINE)}

    assert halves == {}


def test_chinese_readme_has_no_half_width_marks():
    lines = (Path(__file__).parents[2] / "README.zh-CN.md").read_text("utf-8").splitlines()

    assert [line for line in lines if HALF.search(line)] == []
