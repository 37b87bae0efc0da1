"""The page of a case: what it shows to whom, its queries, the log of reads."""

from datetime import timedelta
from urllib.parse import quote

from sqlalchemy import select

from casework.adjudication.facts import Request
from casework.adjudication.verbs import request
from casework.base.db import db
from casework.complaints.verbs import FilesFacts, receive_evidence
from casework.counter.views import book
from casework.desk.case_page import case_shown
from casework.enforcement.facts import LeadFacts
from casework.enforcement.verbs import open_lead
from casework.records.filing import PartyFacts, RightFacts
from casework.records.grants import STATUS, share
from casework.records.reads import ReadEntry
from tests.support.city import a_complaint

CODE = "91420200MA4954DH7X"


def test_case_page_shows_lawful_acts_before_grey_ones(city, registered, now):
    case = registered().case

    shown = case_shown(case, book(), actor=city.actor("clerk"), now=now)

    (strand,) = shown.strands
    assert [act.values["noun"] for act in strand.lawful] == [
        "correction-notice",
        "hand-over",
        "direction",
        "withdrawal",
        "split",
        "distribution",
        "evidence",
    ]
    assert {"acceptance", "refusal", "reception"} <= {act.values["noun"] for act in strand.grey}


def test_grey_act_says_fact_rule_and_cure_on_the_page(signed_in, registered):
    case = registered().case

    page = signed_in().get(f"/cases/{case.number}").text

    assert "您现在的岗位是受理员(保护工作站)" in page
    assert '<a class="rule" href="/rules/CMP-5">CMP-5</a>' in page


def test_case_page_never_shows_an_identity_number(signed_in, registered):
    sides = (PartyFacts("applicant", "甲公司", code=CODE, phone="1"), PartyFacts("respondent", "乙"))
    case = registered(parties=sides).case
    client = signed_in()

    told = client.get(f"/cases/{case.number}").text + client.get(f"/cases/{case.number}.json").text

    assert CODE not in told
    assert f"尾号 {CODE[-4:]}" in told


def test_doubtful_right_is_marked(signed_in, registered):
    case = registered(rights=(RightFacts("patent_invention", "ZL202010123456.3"),)).case

    page = signed_in().get(f"/cases/{case.number}").text

    assert ">未核实</abbr>" in page


def test_status_reader_sees_routing_only(city, signed_in, registered, now):
    case = registered().case
    share(case.id, city.actor("officer").office_id, STATUS, purpose="test", now=now)
    db.session.commit()
    client = signed_in("officer")

    page = client.get(f"/cases/{case.number}").text
    told = client.get(f"/cases/{case.number}.json").get_json()

    assert "已登记待处理" in page
    for secret in ("样例机电", "样例商行", "电机", "证据.txt", "周晓岚", case.evidence[0].sha256):
        assert secret not in page
    assert told["scope"] == "status"
    assert not {"title", "parties", "facts", "evidence", "papers"} & set(told)


def test_status_reader_gets_neither_files_nor_papers(city, signed_in, registered, now):
    case = registered().case
    share(case.id, city.actor("officer").office_id, STATUS, purpose="test", now=now)
    db.session.commit()
    client = signed_in("officer")

    assert client.get(f"/cases/{case.number}/evidence/{case.evidence[0].id}").status_code == 404
    assert client.get(f"/cases/{case.number}/papers/1.pdf").status_code == 404


def test_case_of_another_office_does_not_exist(signed_in, registered):
    case = registered().case
    client = signed_in("officer")

    assert client.get(f"/cases/{case.number}").status_code == 404
    assert client.get(f"/cases/{case.number}.json").status_code == 404


def test_reading_a_case_is_logged_with_office_and_page(city, signed_in, registered):
    case = registered().case
    actor = city.actor("clerk")
    client = signed_in()

    client.get(f"/cases/{case.number}")
    client.get(f"/cases/{case.number}.json")
    client.get(f"/cases/{case.number}/evidence/{case.evidence[0].id}").close()

    db.session.rollback()
    logged = db.session.scalars(select(ReadEntry).order_by(ReadEntry.id)).all()
    assert [(each.what, each.person_id, each.office_id) for each in logged] == [
        ("case_page", actor.person_id, actor.office_id),
        ("case_json", actor.person_id, actor.office_id),
        ("desk.evidence", actor.person_id, actor.office_id),
    ]


def test_case_page_needs_few_queries_however_long_its_history(city, signed_in, registered, queries, now):
    complaint = registered(5)
    client = signed_in()
    client.get("/")
    _, few = queries(client, f"/cases/{complaint.case.number}")
    db.session.rollback()
    for place in range(60):
        at = now - timedelta(hours=60 - place)
        receive_evidence(complaint, FilesFacts(), actor=city.actor("clerk"), now=at)
    db.session.commit()

    answer, many = queries(client, f"/cases/{complaint.case.number}")

    assert answer.status_code == 200
    assert many == few
    assert many <= 30


def test_reasons_of_another_proceeding_cost_no_query_per_guard(city, signed_in, queries, now):
    patent = (RightFacts("patent_utility", "ZL201920451236.5"),)
    case = a_complaint(city, login="officer", now=now, rights=patent).case
    db.session.commit()
    client, counted = signed_in("officer"), []
    openings = (
        lambda: open_lead(case, LeadFacts("销售侵权商品"), actor=city.actor("officer"), now=now),
        lambda: request(case, Request(place_link="act"), actor=city.actor("officer"), now=now),
    )
    for more in (None, *openings):
        if more is not None:
            more()
            db.session.commit()
        counted.append(queries(client, f"/cases/{case.number}")[1])
        db.session.rollback()

    first, second, third = counted
    assert (second - first <= 3, third - second <= 3) == (True, True)


def test_history_goes_back_by_fifty(city, signed_in, registered, now):
    complaint = registered(5)
    for place in range(60):
        at = now - timedelta(hours=60 - place)
        receive_evidence(complaint, FilesFacts(), actor=city.actor("clerk"), now=at)
    db.session.commit()
    client = signed_in()

    newest = client.get(f"/cases/{complaint.case.number}").text
    older = client.get(f"/cases/{complaint.case.number}?before=12").text

    assert (newest.count('<li class="entry" '), older.count('<li class="entry" ')) == (50, 11)
    assert f"/cases/{quote(complaint.case.number)}?before=12#history" in newest


def test_case_json_carries_version_acts_and_reasons(signed_in, registered):
    complaint = registered()

    told = signed_in().get(f"/cases/{complaint.case.number}.json").get_json()

    (strand,) = told["proceedings"]
    acts = {act["noun"]: act for act in strand["acts"]}
    assert (strand["proceeding"], strand["state"], strand["version"]) == (complaint.id, "submitted", complaint.version)
    assert (acts["hand-over"]["lawful"], acts["acceptance"]["lawful"]) == (True, False)
    assert [each["code"] for each in acts["acceptance"]["refusals"]] == ["post"]


def test_evidence_is_always_downloaded(signed_in, registered):
    case = registered().case

    answer = signed_in().get(f"/cases/{case.number}/evidence/{case.evidence[0].id}")

    assert (answer.status_code, answer.data, answer.mimetype) == (200, b"as received", "application/octet-stream")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()


def test_evidence_of_another_case_is_not_found_here(signed_in, registered):
    first, second = registered().case, registered().case

    answer = signed_in().get(f"/cases/{first.number}/evidence/{second.evidence[0].id}")

    assert answer.status_code == 404
