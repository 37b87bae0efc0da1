"""The registration forms of complaint and report: what stands on them, and what never does."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from casework.complaints import track_verbs
from casework.complaints.verbs import Registration, register
from casework.documents import store
from casework.documents.fonts import Fonts
from casework.documents.models import PaperRecord
from casework.records.filing import PartyFacts
from casework.records.vault import ReporterFacts
from tests.support.city import NOON, a_complaint, case_facts

FONTS = Fonts(Path(__file__).parents[2] / "var" / "assets" / "fonts")
REPORTED = (PartyFacts("respondent", "阳新县样例商行", address="阳新县兴国镇"),)
REPORTER = ReporterFacts("举报人甲", "420222199001011234", "13900001111", "黄石市铁山区")


def registered(city, **changes):
    """An intake at a bureau."""
    return register(Registration(**{"case": case_facts(), **changes}), actor=city.actor("officer"), now=NOON)


def papers_of(session, case_id: int) -> dict[str, PaperRecord]:
    """The papers of a case by kind."""
    session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == case_id).order_by(PaperRecord.id)
    return {record.kind: record for record in session.scalars(asked)}


def text_of(record: PaperRecord) -> str:
    """The drawn paper without spaces and breaks."""
    pages = PdfReader(io.BytesIO(store.pdf(record, FONTS))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_complaint_form_tells_sides_facts_amount_and_leaves_room_to_agree(city, session):
    complaint = registered(city, track="complaint")

    said = text_of(papers_of(session, complaint.case_id)["DOC-C1"])

    expected = [
        "黄石样例机电有限公司",
        "0714-6520000",
        "阳新县样例商行",
        "0714-7320000",
        "50,000.00",
        "伍万元整",
        "□同意",
    ]
    assert [each for each in expected if each not in said] == []


def test_complaint_form_is_made_where_address_and_contact_are_unknown(city, session):
    parties = (PartyFacts("applicant", "举例甲", "person"), PartyFacts("respondent", "阳新县样例商行"))

    complaint = registered(city, case=case_facts(parties=parties, claim_fen=None), track="complaint")

    form = papers_of(session, complaint.case_id)["DOC-C1"]
    assert "未提出金额" in text_of(form)


def test_report_form_prints_who_is_reported_and_never_who_reported(city, session):
    case = case_facts(parties=REPORTED, title="对阳新县样例商行的商标举报")

    report = registered(city, case=case, track="report", reporter=REPORTER)

    said = text_of(papers_of(session, report.case_id)["DOC-C2"])
    assert [each in said for each in ("阳新县样例商行", "阳新县兴国镇", "举报人信息保密库")] == [True] * 3
    assert [word for word in REPORTER.words if word in said] == []


@pytest.mark.parametrize(
    ("track", "made"), [("request", ["R-01"]), ("complaint", ["R-01", "DOC-C1"]), ("report", ["R-01", "DOC-C2"])]
)
def test_each_track_has_its_own_form(city, session, track, made):
    parties = REPORTED if track == "report" else case_facts().parties

    complaint = registered(city, case=case_facts(parties=parties), track=track)

    assert list(papers_of(session, complaint.case_id)) == made


def test_splitting_a_paper_leaves_a_form_for_each_track_that_has_one(city, session):
    origin = a_complaint(city)

    facts = track_verbs.SplitFacts(("complaint", "request"))
    track_verbs.split(origin, facts, actor=city.actor("clerk"), now=NOON)

    assert sorted(papers_of(session, origin.case_id)) == ["DOC-C1", "R-01"]
