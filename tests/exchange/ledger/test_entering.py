"""Ledgers entered: through the same verbs, in one transaction, nothing twice."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework.complaints.models import Complaint
from casework.confirmation.models import Confirmation
from casework.exchange.ledger.importing import import_ledger
from casework.exchange.ledger.workbook import UnreadableWorkbook
from casework.mediation.models import Mediation
from casework.records.models import Case
from casework.records.verify import first_breaks
from casework.transfers.models import PoliceTransfer
from tests.exchange.ledger.books import COMMITTEE, TRANSFER, book, mediated, sent

LEDGER = Path(__file__).parent / "data" / "I1_工作站台账.xlsx"
TODAY = date(2026, 11, 23)


def rows(answer):
    """All rows of an answer."""
    return [row for sheet in answer["sheets"] for row in sheet["rows"]]


def test_rehearsal_writes_nothing(session):
    answer = import_ledger(LEDGER, TODAY, dry_run=True)

    assert len(rows(answer)) == 28
    assert session.scalar(select(func.count()).select_from(Case)) == 0


def test_rows_that_go_in_become_cases_of_their_day(session):
    answer = import_ledger(LEDGER, TODAY, dry_run=False)

    going = [row for row in rows(answer) if row["status"] in ("import", "flag")]
    first = session.scalar(select(Case).where(Case.number == going[0]["case_number"]))
    assert [bool(row.get("case_number")) for row in going] == [True] * 18
    assert (first.claim_fen, [party.name for party in first.parties]) == (
        3_500_000,
        ["黄石样例机电有限公司", "大冶市样例五金厂"],
    )
    assert session.scalar(select(Complaint).where(Complaint.case_id == first.id)).received_on == date(2026, 3, 5)
    assert first_breaks() == []


@pytest.mark.parametrize(("row", "state"), [(5, "withdrawn"), (6, "submitted"), (12, "withdrawn"), (19, "closed")])
def test_end_that_the_ledger_tells_ends_the_registration(session, row, state):
    answer = import_ledger(LEDGER, TODAY, dry_run=False)

    number = next(each["case_number"] for each in rows(answer) if each["row"] == row)
    complaint = session.scalar(select(Complaint).join(Case, Case.id == Complaint.case_id).where(Case.number == number))
    assert complaint.state == state


def test_ledger_handed_in_twice_enters_nothing_twice(session):
    import_ledger(LEDGER, TODAY, dry_run=False)

    again = import_ledger(LEDGER, TODAY, dry_run=False)

    assert [row for row in rows(again) if row.get("case_number")] == []
    assert session.scalar(select(func.count()).select_from(Case)) == 18


def test_row_of_the_committee_is_mediated_and_confirmed(session, tmp_path):
    answer = import_ledger(book(tmp_path, COMMITTEE, [mediated()]), TODAY, dry_run=False)

    mediation, confirmation = session.scalars(select(Mediation)).one(), session.scalars(select(Confirmation)).one()
    assert [row["problems"] for row in rows(answer)] == [[]]
    assert (mediation.state, confirmation.state) == ("agreed", "confirmed")


def test_row_of_a_transfer_is_sent_and_filed(session, tmp_path):
    answer = import_ledger(book(tmp_path, TRANSFER, [sent()]), TODAY, dry_run=False)

    assert [row["problems"] for row in rows(answer)] == [[]]
    assert session.scalars(select(PoliceTransfer)).one().state == "filed"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.xlsx", b""),
        ("假.xlsx", b"%PDF-1.4"),
        ("坏.xlsx", b"PK\x03\x04 broken"),
        ("网页.xls", "<html>台账</html>".encode("gb18030")),
    ],
)
def test_file_that_is_no_workbook_is_refused_in_words(session, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(UnreadableWorkbook) as refused:
        import_ledger(file, TODAY, dry_run=True)

    assert "文件" in str(refused.value) or "工作簿" in str(refused.value)


def test_csv_with_a_mark_at_its_head_is_read(session, tmp_path):
    file = tmp_path / "台账.csv"
    file.write_text("登记日期,申请人,被申请人,类型\n2026-03-05,样例书店,样例网店,著作权\n", "utf-8-sig")

    answer = import_ledger(file, TODAY, dry_run=True)

    assert [row["fields"]["applicant"] for row in rows(answer)] == ["样例书店"]
    assert json.dumps(answer, ensure_ascii=False)
