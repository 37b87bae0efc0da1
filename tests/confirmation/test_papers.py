"""The papers of an application and the register of the court's hold what the rules ask of them."""

from sqlalchemy import select

from casework.base.db import db
from casework.confirmation import facts as f
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.text import text
from casework.records.filing import PartyFacts
from tests.confirmation.conftest import agreed
from tests.confirmation.steps_walk import Court


def all_made(case, kind):
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.kind == kind)
    return [from_data(each.data) for each in db.session.scalars(asked.order_by(PaperRecord.id))]


def made(case, kind):
    (paper,) = all_made(case, kind)
    return paper


def test_application_names_all_as_applicants_and_nobody_as_respondent(court, case):
    court.prepare(agents=(f.Agent("P1", "丁律师", "lawyer"),))

    paper = made(case, "D-20")
    said = text(paper)
    assert paper.addressee == "大冶市人民法院"
    assert "甲公司" in paper.fields["applicants"]
    assert "乙店" in paper.fields["applicants"]
    assert "丁律师" in paper.fields["applicants"]
    assert "被申请人" not in said
    assert "自愿" in paper.fields["declaration"]
    assert "50,000.00" in paper.fields["facts"]
    assert paper.fields["enclosures"].splitlines()[-1] == "6. 授权委托书"


def test_application_gives_the_code_of_an_organisation_but_no_identity_number(room):
    parties = (
        PartyFacts("applicant", "甲公司", code="91420200MA48XXXX1K", representative="甲某"),
        PartyFacts("respondent", "乙某", kind="person", code="420281199001011234"),
    )
    case = agreed(room, parties=parties).case
    Court(room, case).prepare()

    said = made(case, "D-20").fields["applicants"]
    assert "91420200MA48XXXX1K" in said
    assert "420281199001011234" not in said


def test_certificate_names_organisation_mediator_and_agreement(court, case, room):
    court.prepare()

    paper = made(case, "D-21")
    assert paper.fields["organisation"] == room.committee.name
    assert paper.fields["mediator"] == "吕堃"
    assert paper.fields["parties"] == "甲公司、乙店"
    assert paper.fields["registration"] == "黄司调备〔2022〕3号（示例）"
    assert paper.fields["held_on"] == "2026年3月2日"
    assert (paper.seal, paper.number) == (True, "黄知证〔2026〕1号")


def test_register_of_court_papers_grows_from_docketing_to_receipts(court, case):
    court.docketed().on("2026-03-20").confirm(("P1", "2026-03-20")).on("2026-03-22").receipt("P2", "2026-03-22")

    kinds, results, served = (
        [each.fields[name].splitlines() for each in all_made(case, "D-23")]
        for name in ("document_kind", "result", "served")
    )
    both = ["受理通知书", "民事裁定书"]
    assert kinds == [["受理通知书"], both, both]
    assert results[-1] == ["受理", "调解协议有效"]
    assert served[1][1:] == ["甲公司：2026年3月20日", "乙店：未登记送达"]
    assert served[2][1:] == ["甲公司：2026年3月20日", "乙店：2026年3月22日"]


def test_register_of_court_papers_tells_what_is_missing_and_why_it_was_refused(court, case):
    court.prepare().on("2026-03-10").file().ask_more("2026-03-20").supplement().refuse()

    asked, refused = (each.fields for each in all_made(case, "D-23"))
    assert (asked["ground"], asked["served"]) == ("商标注册证", "限2026年3月20日前补交")
    assert refused["result"] == "不予受理"
    assert refused["ground"] != "无"
