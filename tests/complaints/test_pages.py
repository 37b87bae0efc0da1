"""The pages of tracks and distribution: what they propose, ask and show, and what stays out of every other page."""

import pytest

from casework.complaints.models import Complaint
from casework.records.vault import VaultEntry
from tests.counter.filing import FILING, address, token

REPORT = {
    **FILING,
    "applicant_name": "举报甲",
    "applicant_code": "420281199003078888",
    "applicant_phone": "13900000001",
    "respondent_address": "大冶市东岳路2号",
    "track": "report",
    "real_name": "y",
    "place": "大冶市",
}
SECRETS = ("举报甲", "420281199003078888", "13900000001")


@pytest.fixture
def officer(signed_in):
    """An officer of the city office at a browser."""
    return signed_in("officer")


def told(secrets: tuple[str, ...], text: str) -> list[str]:
    """Which of the secrets a page gives away."""
    return [word for word in secrets if word in text]


def reported(client) -> dict:
    """A report as registered."""
    return client.post("/cases", json={**REPORT, "real_name": True}).get_json()


def test_report_is_registered_by_form_without_naming_who_reports(officer):
    answer = officer.post("/cases", data={**REPORT, "csrf_token": token(officer)})

    assert answer.status_code == 303
    assert told(SECRETS, officer.get(answer.location).text) == []


def test_anonymous_report_needs_no_name_but_a_request_does(officer):
    nameless = {**REPORT, "applicant_name": "", "applicant_code": "", "applicant_phone": "", "real_name": False}

    anonymous = officer.post("/cases", json=nameless)
    request = officer.post("/cases", json={**nameless, "track": "request"})

    assert (anonymous.status_code, request.status_code) == (201, 422)


def test_no_page_list_search_or_paper_shows_the_reporter(officer):
    filed = reported(officer)
    number = filed["case"]
    pages = [f"/cases/{number}", f"/cases/{number}.json", "/cases", "/cases?q=举报甲", "/", address(filed, "reporter")]

    shown = {page: told(SECRETS, officer.get(page).text.replace("/cases?q=举报甲", "")) for page in pages}
    doubles = officer.get("/cases/doubles?applicant_name=举报甲&applicant_code=420281199003078888").text

    shown["/cases?q=举报甲"] = [word for word in shown["/cases?q=举报甲"] if word != "举报甲"]
    assert {page: words for page, words in shown.items() if words} == {}
    assert number not in doubles


def test_vault_shows_the_reporter_once_for_a_reason(officer):
    filed = reported(officer)
    path = address(filed, "reporter")
    form = {"csrf_token": token(officer, path), "version": filed["version"]}

    refused = officer.post(path, data=form)
    opened = officer.post(path, data={**form, "reason": "核实举报人陈述"})

    assert (refused.status_code, told(SECRETS, refused.text)) == (422, [])
    assert (opened.status_code, told(SECRETS, opened.text)) == (200, list(SECRETS))
    assert opened.headers["Cache-Control"] == "private, no-store"
    page = officer.get(f"/cases/{filed['case']}").text
    assert ("查看举报人身份" in page, "核实举报人陈述" in page, told(SECRETS, page)) == (True, True, [])


def test_vault_opened_as_json_names_the_case_that_the_report_came_from(officer, session):
    filed = officer.post("/cases", json={**FILING, "track": "complaint"}).get_json()
    split = {"tracks": ["complaint", "report"], "reported": "门店长期售假", "version": filed["version"]}
    assert officer.post(address(filed, "split"), json=split).status_code == 201
    report = session.query(Complaint).filter_by(track="report").one()
    path = f"/cases/{report.case.number}/complaint/{report.id}/reporter"
    version = report.version
    session.rollback()

    answer = officer.post(path, json={"reason": "回访", "version": version}).get_json()

    assert [each["name"] for each in answer["reporters"]] == [FILING["applicant_name"]]
    assert answer["origins"] == [filed["case"]]


def test_distribution_proposes_the_competent_office_with_its_rule(officer, city, session):
    page = officer.get(address(reported(officer), "distribution")).text

    daye = city.offices["bureau-daye"]
    assert f'<option selected value="{daye.id}">{daye.name}</option>' in page
    assert "PEN-12" in page
    session.rollback()


def test_other_office_without_a_reason_is_refused_beside_its_field(officer, city, session):
    filed, other = reported(officer), str(city.offices["bureau-yangxin"].id)
    session.rollback()

    given = {"receiver_id": other, "reply_due": "2099-01-04", "version": filed["version"]}
    answer = officer.post(address(filed, "distribution"), json=given)

    (reason,) = answer.get_json()["refusals"]
    assert (answer.status_code, reason["code"], reason["field"]) == (
        409,
        "other_authority_has_a_reason.other",
        "reason",
    )
    assert officer.post(address(filed, "distribution"), json={**given, "reason": "查处在先"}).status_code == 201


def test_receiver_of_a_distributed_report_never_sees_who_reported(officer, signed_in, city, session):
    filed, daye = reported(officer), str(city.offices["bureau-daye"].id)
    session.rollback()
    given = {"receiver_id": daye, "reply_due": "2099-01-04", "version": filed["version"]}
    officer.post(address(filed, "distribution"), json=given)
    receiver = signed_in("daye-officer")

    pages = [receiver.get(f"/cases/{filed['case']}{end}") for end in ("", ".json")]
    opening = receiver.post(address(filed, "reporter"), json={"reason": "回访", "version": 2})

    assert [page.status_code for page in pages] == [200, 200]
    assert [told(SECRETS, page.text) for page in (*pages, opening)] == [[], [], []]
    assert opening.status_code == 409
    assert session.query(VaultEntry).count() == 1


def test_hand_over_shows_why_the_committee_is_proposed(signed_in):
    clerk = signed_in("clerk")
    filed = clerk.post("/cases", json=FILING).get_json()

    page = clerk.get(address(filed, "hand-over")).text

    assert ("管辖建议" in page, "X-08" in page, "黄石市知识产权纠纷人民调解委员会" in page) == (True, True, True)
