"""Every document that the rules name has a kind: its fields, its room for the hand, its look and its number."""

import pytest

from casework.base.phrases import has_phrase
from casework.documents.blocks import ReplySlip, SignatureRoom
from casework.documents.kinds import Kind, kinds, missing_fields, missing_places
from casework.documents.paper import Paper
from tests.documents import samples

MEDIATION = [f"D-{n:02}" for n in range(1, 31)] + ["D-02a", "D-16a"]
TRANSFER = [
    *(f"DOC-C{n}" for n in range(1, 11)),
    *(f"DOC-A{n}" for n in range(1, 9)),
    *(f"DOC-P{n}" for n in range(1, 8)),
    *(f"DOC-T{n}" for n in range(1, 4)),
    "DOC-J1",
    "DOC-N1",
    "DOC-S1",
]


def known() -> set[str]:
    return {name for kind in kinds().values() for name in (kind.kind, *kind.also)}


@pytest.mark.parametrize("kind", [*MEDIATION, *TRANSFER])
def test_document_of_the_rules_has_a_kind(kind):
    assert kind in known()


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.kind)
def test_kind_has_words_for_its_fields(kind: Kind):
    asked = {*kind.mandatory, *kind.places}

    assert {name for name in asked if not has_phrase(f"documents.field.{name}")} == set()
    assert (kind.pattern is None) == (kind.sequence is None)


@pytest.mark.parametrize("mark", "();,")
def test_titles_carry_no_half_width_marks(mark):
    assert [kind.title for kind in kinds().values() if mark in kind.title] == []


def test_patterns_use_the_brackets_of_administrative_papers():
    patterns = [kind.pattern for kind in kinds().values() if kind.pattern]

    assert [each for each in patterns if "〔{year}〕" not in each or not each.startswith("{office}")] == []


def letter(*blocks, **values) -> Paper:
    fields = dict.fromkeys(
        ("sender", "receiver", "party", "source", "reason", "facts", "evidence", "measures", "contact"), "甲"
    )
    told = {"office": "黄石市某局", "title": "案件移送函", "issued_on": samples.ON, "fields": fields, **values}
    return Paper(kind="DOC-T1", blocks=blocks, **told)


def test_seal_is_a_place_of_the_paper_or_of_who_signs():
    room, slip = SignatureRoom((("黄石市某局", True),)), ReplySlip("黄石市公安局", "收到。")

    assert missing_places(letter(slip)) == ["seal"]
    assert missing_places(letter(slip, room)) == []
    assert missing_places(letter(seal=True)) == ["reply_slip"]


def test_signatures_need_room():
    paper = samples.agreement()
    bare = Paper(**{**{name: getattr(paper, name) for name in Paper.__dataclass_fields__}, "blocks": ()})

    assert (missing_places(paper), missing_places(bare)) == ([], ["signatures"])


def test_addressee_and_copies_are_read_from_the_paper_itself():
    fields = {name: "甲" for name in kinds()["DOC-C9"].mandatory if name != "copies"}
    paper = Paper("DOC-C9", "投诉调解书", "黄石市某局", samples.ON, (), fields=fields, copies=3)

    assert missing_fields(paper) == []


def test_slip_is_read_like_the_rest(read_back):
    slip = ReplySlip("黄石市公安局", "你局移送的案件材料已收到。")

    found = read_back(letter(slip, seal=True)).squeezed()

    assert found.index("回执") < found.index("黄石市公安局：") < found.index("已收到") < found.index("收件机关")
