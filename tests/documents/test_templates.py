"""An office's own words: kept by version, added to its papers, never in the place of what the law asks for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework.base.errors import Invalid
from casework.documents.blocks import KeyValueTable, Note, Para, SignatureRoom
from casework.documents.kinds import kinds, missing_fields, missing_places
from casework.documents.models import PaperRecord
from casework.documents.paper import fingerprint
from casework.documents.store import keep, pdf
from casework.documents.templates import (
    Wording,
    adapted,
    history,
    legal_labels,
    previewed,
    save_template,
    template_for,
)
from tests.documents import gallery, samples

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
WORDS = Wording(
    heading="黄石市市场监督管理局（知识产权局）",
    contact="联系地址：黄石市杭州西路88号，电话：0714-6520001。",
    closing=("特此告知。",),
)


def saved(wording: Wording = WORDS, kind: str = "DOC-C6", office_id: int = 7):
    return save_template(office_id, kind, wording, by="张三", now=NOW)


def kept(paper) -> PaperRecord:
    return keep(paper, case_id=1, proceeding_id=None, office_id=7, office_short="黄市监", now=NOW)


def test_versions_count_per_office_and_kind_and_the_newest_holds(session):
    versions = [saved().version, saved(replace(WORDS, heading="新")).version, saved(kind="").version]

    assert versions == [1, 2, 1]
    assert [each.version for each in history(7, "DOC-C6")] == [2, 1]
    assert (template_for(7, "DOC-C6").heading, template_for(8, "DOC-C6")) == ("新", None)


def test_template_for_all_kinds_yields_to_one_of_its_own(session):
    saved(kind="", wording=Wording(heading="各类"))
    saved()

    assert (template_for(7, "DOC-C6").heading, template_for(7, "D-18").heading) == (WORDS.heading, "各类")


def test_kept_paper_carries_the_words_and_the_version(session, fonts):
    saved()

    record = kept(replace(samples.notice(), number=""))

    assert (record.data["office_template"], record.data["heading"]) == (1, WORDS.heading)
    assert [block["text"] for block in record.data["blocks"][-2:]] == [WORDS.closing[0], WORDS.contact]
    assert pdf(record, fonts) == pdf(record, fonts)


def test_a_later_version_changes_no_paper_kept_before(session, fonts):
    saved()
    before = kept(samples.notice())
    session.commit()
    first = pdf(before, fonts)

    saved(Wording(heading="别的"))

    assert pdf(session.get(PaperRecord, before.id), fonts) == first


def test_words_stand_before_the_signatures():
    found = previewed(samples.agreement(), WORDS)

    assert isinstance(found.blocks[-1], SignatureRoom)
    assert found.blocks[-3:-1] == (Para(WORDS.closing[0]), Note(WORDS.contact))


def test_paper_without_a_template_stays_as_it_is():
    paper = samples.notice()

    assert adapted(paper, None) is paper
    assert fingerprint(replace(paper, heading="", office_template=0)) == fingerprint(paper)
    assert fingerprint(replace(paper, heading="别的")) != fingerprint(paper)


def test_heading_is_read_at_the_head_and_the_office_signs(read_back):
    found = read_back(previewed(samples.notice(), WORDS)).squeezed()

    assert found.startswith("黄石市市场监督管理局（知识产权局）投诉不予受理决定书")
    assert "黄石市市场监督管理局2026年11月23日" in found


@pytest.mark.parametrize("kind", [kind for kind in kinds() if legal_labels(kind)])
def test_no_legal_field_can_be_left_out(kind, session):
    refusals = []
    for label in legal_labels(kind):
        with pytest.raises(Invalid) as refused:
            saved(Wording(left_out=(label,)), kind=kind)
        refusals.append(refused.value.errors)

    said = [{"left_out": [f"“{label}”是法定事项，不能从文书中删除。"]} for label in legal_labels(kind)]
    assert refusals == said


@pytest.mark.parametrize("kind", ["D-03", "D-26", "D-16", "DOC-C1"])
def test_row_that_tells_a_legal_field_stays_whatever_its_label(kind):
    paper = gallery.paper_of(kinds()[kind])
    labels = tuple(label for block in paper.blocks if isinstance(block, KeyValueTable) for label, _ in block.rows)

    found = previewed(paper, Wording(left_out=labels))

    assert found.blocks == paper.blocks
    assert missing_fields(found) + missing_places(found) == []


def test_other_rows_can_be_left_out():
    paper = replace(samples.receipt(), blocks=(KeyValueTable((("案件编号", "黄知案2026-000012"), ("备忘", "甲"))),))

    found = previewed(paper, Wording(left_out=("备忘", "案件编号")))

    assert found.blocks == (KeyValueTable((("案件编号", "黄知案2026-000012"),)),)


@pytest.mark.parametrize(
    ("wording", "kind", "field"),
    [
        (Wording(heading="长" * 121), "D-18", "heading"),
        (Wording(contact="长" * 301), "D-18", "contact"),
        (Wording(closing=("句",) * 6), "D-18", "closing"),
        (Wording(), "NO-1", "kind"),
    ],
)
def test_words_too_long_or_for_no_paper_are_refused(wording, kind, field, session):
    with pytest.raises(Invalid) as refused:
        saved(wording, kind=kind)

    assert list(refused.value.errors) == [field]
