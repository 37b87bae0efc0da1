"""The two papers of an application hold what the rules ask of them."""

from sqlalchemy import select

from casework.base.db import db
from casework.confirmation import facts as f
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.text import text
from casework.records.filing import PartyFacts
from tests.confirmation.conftest import agreed
from tests.confirmation.steps_walk import Court


def made(case, kind):
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.kind == kind)
    return from_data(db.session.scalars(asked).one().data)


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
    assert (paper.seal, paper.number) == (True, "黄知证〔2026〕1号")
