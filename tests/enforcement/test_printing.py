"""Laws as papers cite them: each named once, its articles in one list."""

from datetime import date
from types import SimpleNamespace

import pytest

from casework.enforcement.papers import fines
from casework.enforcement.printing import law
from casework.law import cite
from casework.records.words import RIGHT_KINDS

ASKED = SimpleNamespace(law_on=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (("POL-1", "POL-4"), "《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第三条、第五条、第六条、第十一条"),
        (("POL-1", "POL-1"), "《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第三条、第十一条"),
        (
            ("ADM-7", "POL-4"),
            "《行政处罚法》（2021修订）第二十六条、《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第五条、第六条",
        ),
    ],
)
def test_law_is_named_once(rules, told):
    assert law(ASKED, *rules) == told


def test_every_rule_of_a_fine_is_in_the_book_and_its_kinds_are_kinds_of_rights():
    assert set(fines()) <= set(RIGHT_KINDS)
    assert all(cite(rule, date(2026, 11, 1)).article_zh for rule in fines().values())
