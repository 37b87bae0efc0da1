"""Laws as papers cite them: each named once, its articles in one list."""

from datetime import date
from types import SimpleNamespace

import pytest

from casework.enforcement.printing import law

ASKED = SimpleNamespace(law_on=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (("POL-1", "POL-4"), "《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第三条、第十一条、第五条、第六条"),
        (("POL-1", "POL-1"), "《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第三条、第十一条"),
        (
            ("ADM-7", "POL-4"),
            "《行政处罚法》（2021修订）第二十六条、《行政执法机关移送涉嫌犯罪案件的规定》（2020修订）第五条、第六条",
        ),
    ],
)
def test_law_is_named_once(rules, told):
    assert law(ASKED, *rules) == told
