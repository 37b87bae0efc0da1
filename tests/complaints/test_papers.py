"""The papers of the intake: each step leaves its paper, and the PDF says what the record says."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from casework.complaints import verbs
from casework.documents import store
from casework.documents.fonts import Fonts
from casework.documents.models import PaperRecord
from casework.records.evidence_store import StoredFile
from tests.support.city import NOON, a_complaint

FONTS = Fonts(Path(__file__).parents[2] / "var" / "assets" / "fonts")
FILE = StoredFile("登记簿副本.pdf", "ab" * 32, 2048, "application/pdf")
ROUTES = "可以向人民法院起诉"
APPLICANT = "黄石样例机电有限公司"


def ask_identity(complaint, city):
    """Ask for proof of identity."""
    facts = verbs.IdentityNotice(date(2026, 3, 10), "营业执照副本")
    verbs.ask_identity(complaint, facts, actor=city.actor("officer"), now=NOON)


def ask_supplement(complaint, city):
    """Tell once what is missing."""
    facts = verbs.Gaps(("专利登记簿副本", "公证购买发票"))
    verbs.ask_supplement(complaint, facts, actor=city.actor("officer"), now=NOON)


def accept(complaint, city):
    """Accept."""
    verbs.accept(complaint, None, actor=city.actor("officer"), now=NOON)


def refuse(complaint, city):
    """Refuse as an authority."""
    facts = verbs.RefusalFacts("already_handled", ROUTES, "法院已经立案")
    verbs.refuse(complaint, facts, actor=city.actor("officer"), now=NOON)


def paper_of(session, complaint, kind: str) -> PaperRecord:
    """The one paper of that kind."""
    session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == complaint.case_id, PaperRecord.kind == kind)
    return session.scalars(asked).one()


def text_of(record: PaperRecord) -> str:
    """What the drawn paper says, without the spaces and breaks of its lines."""
    pages = PdfReader(io.BytesIO(store.pdf(record, FONTS))).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize(
    ("act", "kind", "facts"),
    [
        (ask_identity, "DOC-C4", ["营业执照副本", "2026年3月10日", APPLICANT]),
        (ask_supplement, "M-14", ["专利登记簿副本", "公证购买发票", APPLICANT]),
        (accept, "DOC-C5", ["投诉受理决定书", "2026年3月2日", APPLICANT]),
        (refuse, "DOC-C6", [ROUTES, "法院已经立案", APPLICANT]),
    ],
)
def test_letter_of_an_authority_says_its_facts(city, session, act, kind, facts):
    complaint = a_complaint(city, login="officer")

    act(complaint, city)

    record = paper_of(session, complaint, kind)
    said = text_of(record)
    assert [each for each in facts if each not in said] == []
    assert (record.issued_on, record.proceeding_id) == (date(2026, 3, 2), complaint.id)
    assert record.number is not None


def test_registration_receipt_names_parties_and_case(city, session):
    complaint = a_complaint(city)

    said = text_of(paper_of(session, complaint, "R-01"))

    expected = [complaint.case.number, APPLICANT, "阳新县样例商行", "1234567", "2026年03月02日12:00", "2026年3月11日"]
    assert [each for each in expected if each not in said] == []
    assert "指纹" not in said


def test_receipt_of_evidence_lists_only_what_came_now_with_its_fingerprint(city, session):
    complaint = a_complaint(city)
    clerk = city.actor("clerk")

    verbs.ask_supplement(complaint, verbs.Gaps(("登记簿副本",)), actor=clerk, now=NOON)
    verbs.supplement(complaint, verbs.FilesFacts((FILE,)), actor=clerk, now=NOON.replace(day=4))

    said = text_of(paper_of(session, complaint, "R-02"))
    assert [FILE.name in said, FILE.sha256 in said] == [True, True]


def test_papers_shown_without_files_make_no_receipt_of_evidence(city, session):
    complaint = a_complaint(city)
    clerk = city.actor("clerk")

    verbs.ask_supplement(complaint, verbs.Gaps(("登记簿副本",)), actor=clerk, now=NOON)
    verbs.supplement(complaint, verbs.FilesFacts(), actor=clerk, now=NOON.replace(day=4))

    session.flush()
    kinds = session.scalars(select(PaperRecord.kind).where(PaperRecord.case_id == complaint.case_id)).all()
    assert sorted(kinds) == ["M-14", "R-01"]


@pytest.mark.parametrize("note", ["请尽快签收", None])
def test_hand_over_leaves_a_letter_and_its_reception_a_receipt(city, session, note):
    complaint = a_complaint(city)
    committee = city.offices["hs-committee"]

    verbs.hand_over(complaint, verbs.HandOver(committee, note), actor=city.actor("clerk"), now=NOON)
    verbs.take_over(complaint, None, actor=city.actor("registrar"), now=NOON)

    letter, receipt = (text_of(paper_of(session, complaint, kind)) for kind in ("D-28", "R-03"))
    assert [each in letter for each in (complaint.case.number, committee.name, "请尽快签收")] == [
        True,
        True,
        bool(note),
    ]
    assert [each in receipt for each in (complaint.case.number, committee.name)] == [True, True]


def test_same_paper_is_drawn_to_the_same_bytes(city, session):
    record = paper_of(session, a_complaint(city), "R-01")

    assert store.pdf(record, FONTS) == store.pdf(record, FONTS)
