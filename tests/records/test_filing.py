"""Opening a case: its number, its parties and rights as typed and as compared, its evidence in order, its readers."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from casework.records.evidence import receive
from casework.records.evidence_store import StoredFile
from casework.records.filing import CaseFacts, PartyFacts, RightFacts, open_case
from casework.records.models import Case, Evidence
from casework.records.reads import ReadEntry, note_read
from tests.support.city import NOON, a_complaint, case_facts


def opened(city, *, now: datetime = NOON, **changes) -> Case:
    """A case opened at a station, no proceeding on it yet."""
    return open_case(case_facts(**changes), actor=city.actor("clerk"), now=now)


@pytest.mark.parametrize(
    ("instant", "number"),
    [
        (datetime(2026, 12, 31, 15, 59, tzinfo=UTC), "黄知案2026-000001"),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), "黄知案2027-000001"),
    ],
)
def test_number_belongs_to_the_year_in_shanghai(city, instant, number):
    assert opened(city, now=instant).number == number


def test_each_year_counts_from_one_and_has_no_gap(city, session):
    years = [2026, 2027, 2026, 2026, 2027]

    numbers = [opened(city, now=NOON.replace(year=year)).number for year in years]

    assert [each[-11:] for each in numbers] == [
        "2026-000001",
        "2027-000001",
        "2026-000002",
        "2026-000003",
        "2027-000002",
    ]


def test_parties_keep_their_order_and_their_names_as_typed(city, session):
    case = opened(city, parties=(PartyFacts("respondent", " 乙店 "), PartyFacts("applicant", "甲公司"),
                                 PartyFacts("third_party", "丙厂")))  # fmt: skip
    session.flush()

    assert [(p.ref, p.position, p.role, p.name) for p in case.parties] == [
        ("P1", 1, "respondent", " 乙店 "),
        ("P2", 2, "applicant", "甲公司"),
        ("P3", 3, "third_party", "丙厂"),
    ]
    assert [party.name for party in case.of_role("applicant")] == ["甲公司"]


@pytest.mark.parametrize(
    ("kind", "typed", "canonical", "doubtful"),
    [
        ("trademark", "第1234567号", "1234567", False),
        ("trademark", None, None, False),
        ("patent_invention", "ZL 2011 1 0000000.0", "ZL201110000000.0", True),
        ("domain", " example.cn ", "example.cn", False),
        ("trademark", "商标证丢了", None, True),
    ],
)
def test_right_is_kept_as_typed_beside_the_form_that_is_compared(city, session, kind, typed, canonical, doubtful):
    right = opened(city, rights=(RightFacts(kind, typed),)).rights[0]
    session.flush()

    assert (right.number, right.doubtful) == (typed, doubtful)
    assert right.canonical == canonical


@pytest.mark.parametrize(
    ("role", "kind", "claim"), [("witness", "org", 1), ("applicant", "ghost", 1), ("applicant", "org", -1)]
)
def test_database_refuses_what_no_form_lets_through(city, session, role, kind, claim):
    opened(city, parties=(PartyFacts(role, "甲公司", kind),), claim_fen=claim)

    with pytest.raises(IntegrityError, match=r"role_known|kind_known|claim_not_negative"):
        session.flush()


def test_evidence_is_numbered_on_from_what_is_there(city, session):
    complaint = a_complaint(city)
    session.commit()
    files = [StoredFile(f"{place}.pdf", f"{place:064d}", 10, "application/pdf") for place in range(1, 4)]

    for part in (files[:1], files[1:]):
        receive(complaint.case, tuple(part), actor=city.actor("clerk"), now=NOON)
        session.flush()
        session.refresh(complaint.case)

    told = session.execute(select(Evidence.position, Evidence.name).order_by(Evidence.position)).all()
    assert [tuple(row) for row in told] == [(1, "1.pdf"), (2, "2.pdf"), (3, "3.pdf")]


def test_reads_are_noted_apart_from_the_journal(city, session):
    complaint = a_complaint(city)
    session.commit()
    head = complaint.case.journal_head

    note_read(complaint.case, "case_page", actor=city.actor("clerk"), now=NOON + timedelta(hours=1))
    session.commit()

    read = session.scalars(select(ReadEntry)).one()
    assert (read.case_id, read.what, read.at) == (complaint.case_id, "case_page", NOON + timedelta(hours=1))
    assert complaint.case.journal_head == head


def test_case_with_nothing_but_names_can_be_opened(city, session):
    opened_case = open_case(CaseFacts("甲公司与乙店纠纷", "walk_in", (PartyFacts("applicant", "甲公司"),)),
                            actor=city.actor("clerk"), now=NOON)  # fmt: skip
    session.commit()

    assert session.scalar(select(func.count()).select_from(Case)) == 1
    assert (opened_case.rights, opened_case.evidence, opened_case.claim_fen) == ([], [], None)
