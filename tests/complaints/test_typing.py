"""Help while a dispute is typed: numbers checked and followed up, drafts of one person, gaps listed by themselves."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.complaints.checks import code_said, right_said
from casework.complaints.gaps import gaps_of
from casework.counter.models import Draft
from casework.records.filing import PartyFacts, RightFacts
from tests.counter.filing import token
from tests.support.city import a_complaint

CODE = "91420200747989231U"
PARTIES = (
    PartyFacts("applicant", "黄石样例机电有限公司", code=CODE, phone="0714-6520000", address="黄石市下陆区"),
    PartyFacts("respondent", "阳新县样例商行"),
)


def test_known_code_fills_name_and_contacts(city):
    a_complaint(city, parties=PARTIES)

    said = code_said("applicant", CODE, actor=city.actor("clerk"))

    assert (said.sort, said.fill) == (
        "fine",
        {
            "applicant_kind": "org",
            "applicant_name": "黄石样例机电有限公司",
            "applicant_phone": "0714-6520000",
            "applicant_address": "黄石市下陆区",
        },
    )


def test_code_known_to_another_office_fills_nothing_of_it(city):
    a_complaint(city, parties=PARTIES)

    said = code_said("respondent", CODE, actor=city.actor("officer"))

    assert said.fill == {"respondent_kind": "org"}


def test_wrong_check_digit_is_doubted_in_words(city):
    said = code_said("applicant", CODE[:-1] + "7", actor=city.actor("clerk"))

    assert (said.sort, said.fill, "U" in said.text) == ("doubtful", {}, True)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("ZL202030187412.7", "patent_design"), ("第1234567号", "trademark"), ("2020SR0123456", "software")],
)
def test_right_number_tells_its_kind(city, typed, kind):
    said = right_said("", typed, actor=city.actor("clerk"))

    assert (said.sort, said.fill) == ("fine", {"right_kind": kind})


def test_patent_number_of_another_kind_is_doubted(city):
    said = right_said("patent_invention", "ZL202030187412.7", actor=city.actor("clerk"))

    assert (said.sort, said.fill) == ("doubtful", {"right_kind": "patent_design"})


def test_gaps_are_read_from_the_record(city):
    bare = (PartyFacts("applicant", "甲公司", agent="李某"), PartyFacts("respondent", "乙商行"))
    complaint = a_complaint(city, parties=bare, rights=(RightFacts("trademark"),))

    assert gaps_of(complaint.case) == [
        "甲公司的营业执照或者统一社会信用代码证复印件",
        "甲公司的送达地址",
        "代理人李某的授权委托书",
        "被申请人的住所或者联系方式",
        "权利证书或者登记证明，写明权利编号",
        "证明侵权事实的证据材料",
    ]


def test_draft_comes_back_to_its_writer_alone_and_is_stored_unreadable(city, signed_in):
    client = signed_in("clerk")
    csrf = token(client)

    kept = client.post("/cases/draft", data={"csrf_token": csrf, "applicant_name": "秘密的申请人"})

    assert kept.status_code == 303
    assert "秘密的申请人" in client.get("/cases/new").text
    assert "秘密的申请人" not in signed_in("officer").get("/cases/new").text
    assert b"\xe7\xa7\x98" not in db.session.connection().exec_driver_sql("SELECT typed FROM draft").scalar()
    assert "秘密的申请人" in db.session.scalars(select(Draft)).one().typed


def test_draft_is_gone_when_thrown_away(city, signed_in):
    client = signed_in("clerk")
    csrf = token(client)
    client.post("/cases/draft", data={"csrf_token": csrf, "applicant_name": "甲"})

    client.post("/cases/draft/removal", data={"csrf_token": csrf})

    assert db.session.scalars(select(Draft)).all() == []


def test_one_more_party_is_asked_for_without_filing(city, signed_in):
    client = signed_in("clerk")
    typed = {"csrf_token": token(client), "applicant_name": "黄石样例机电有限公司", "more_rows": "more_parties"}

    first = client.get("/cases/new").text.count('name="more_parties-')
    answer = client.post("/cases", data=typed)

    assert answer.status_code == 200
    assert answer.text.count('name="more_parties-') > first
    assert 'value="黄石样例机电有限公司"' in answer.text
