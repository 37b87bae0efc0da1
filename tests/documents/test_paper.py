"""Papers as values, as data, and as plain text."""

import json

import pytest

from casework.base.model import canonical_json
from casework.documents.blocks import BLOCKS
from casework.documents.kinds import kinds, look_of, missing_fields
from casework.documents.look import FORM, OFFICE
from casework.documents.paper import from_data, to_data
from casework.documents.text import ordinal, text, zh_date
from tests.documents import samples


@pytest.mark.parametrize("name", samples.ALL)
def test_paper_survives_the_way_through_json(name):
    paper = samples.ALL[name]()

    again = from_data(json.loads(canonical_json(to_data(paper))))

    assert again == paper
    assert again.code == paper.code


def test_unknown_block_is_refused():
    data = to_data(samples.notice())
    data["blocks"] = [{"block": "Song", "text": "啦"}]

    with pytest.raises(KeyError, match="Song"):
        from_data(data)


def test_blocks_are_known_by_name():
    assert {name: kind.__name__ for name, kind in BLOCKS.items()} == {name: name for name in BLOCKS}


def test_text_tells_what_the_paper_tells():
    told = text(samples.receipt()).splitlines()

    assert told[:3] == ["黄石港知识产权保护工作站", "登记回执", "黄知站1登〔2026〕12号"]
    assert told[3] == "案件编号 黄知案2026-000012"
    assert told[-1] == "2026年11月23日"


@pytest.mark.parametrize(
    ("place", "said"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (60, "六十"), (99, "九十九")]
)
def test_ordinal_counts_in_chinese(place, said):
    assert ordinal(place) == said


def test_date_has_no_leading_zeros():
    assert zh_date("2026-03-05") == "2026年3月5日"


@pytest.mark.parametrize("name", samples.ALL)
def test_samples_lack_nothing(name):
    assert missing_fields(samples.ALL[name]()) == []


@pytest.mark.parametrize("empty", ["", "  ", "——", "　"])
def test_blank_or_dash_is_no_fact(empty):
    paper = samples.agreement()
    paper.fields["facts"] = empty

    assert missing_fields(paper) == ["facts"]


def test_kinds_have_a_look_of_ours_and_unknown_ones_the_office_look():
    assert {kind.look for kind in kinds().values()} == {"application", "cover", "form", "letter", "office"}
    assert (look_of("D-16"), look_of("no-such-kind")) == (FORM, OFFICE)


def test_each_pattern_has_its_own_sequence_and_no_leading_zeros():
    numbered = [kind for kind in kinds().values() if kind.pattern]

    assert all(kind.sequence and "{n}" in (kind.pattern or "") for kind in numbered)
    assert [kind.kind for kind in kinds().values() if kind.sequence and not kind.pattern] == []


@pytest.mark.parametrize(
    ("kind", "number"), [("DOC-C5", "黄市监投受〔2026〕第12号"), ("DOC-C6", "黄市监投不受〔2026〕第12号")]
)
def test_complaint_numbers_follow_the_forms_of_the_state(kind, number):
    assert kinds()[kind].pattern.format(office="黄市监", year=2026, n=12) == number
