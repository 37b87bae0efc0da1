"""Acts over HTTP: form and JSON mean the same; every mistake is named beside its field; nothing answers 500."""

import re

import pytest

from casework.web.rooms import ACTS
from tests.counter.filing import FILING, TOKEN, address, problem
from tests.support.city import a_complaint


def test_filing_as_json_is_created_with_receipt_and_doubles(clerk, filed):
    again = clerk.post("/cases", json=FILING)

    assert (filed["state"], [paper["kind"] for paper in filed["papers"]]) == ("submitted", ["R-01"])
    assert again.status_code == 201
    assert [double["number"] for double in again.get_json()["doubles"]] == [filed["case"]]


def test_filing_as_form_leads_to_the_page_of_the_case(clerk):
    token = TOKEN.search(clerk.get("/cases/new").text)[1]

    answer = clerk.post("/cases", data={**FILING, "csrf_token": token})

    assert answer.status_code == 303
    assert FILING["applicant_name"] in clerk.get(answer.location).text


def test_ten_mistakes_are_told_beside_ten_fields_and_nothing_typed_is_lost(clerk):
    token = TOKEN.search(clerk.get("/cases/new").text)[1]
    long = "长" * 201
    wrong = {
        "applicant_name": "", "applicant_phone": "", "applicant_code": "1" * 41, "applicant_address": long,
        "respondent_name": "", "respondent_address": long, "right_kind": "magic", "facts_told": "", "request": "",
        "claim": "很多", "place": "留下的地点", "csrf_token": token,
    }  # fmt: skip

    answer = clerk.post("/cases", data=wrong)

    assert answer.status_code == 422
    told = set(re.findall(r'id="([a-z_]+)-said"', answer.text))
    assert told >= set(wrong) - {"place", "csrf_token"}
    assert "留下的地点" in answer.text
    assert "很多" in answer.text


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"surprise": 1}, "surprise"),
        ({"applicant_name": ["a"]}, "applicant_name"),
        ({"applicant_name": {"a": 1}}, "applicant_name"),
        ({"applicant_name": True}, "applicant_name"),
        ({"more_parties": {"name": "x"}}, "more_parties"),
        ({"more_parties": [7]}, "more_parties-0"),
        ({"more_parties": [{"nickname": "x"}]}, "more_parties-0-nickname"),
        ([], ""),
        ("text", ""),
    ],
)
def test_json_of_a_wrong_shape_names_its_field(clerk, body, field):
    answer = clerk.post("/cases", json=body)

    assert answer.status_code == 422
    assert set(problem(answer)) == {field}


@pytest.mark.parametrize("text", ["", "{", "nonsense", '{"a": NaN'])
def test_body_that_is_no_json_is_a_problem_document(clerk, text):
    answer = clerk.post("/cases", data=text, content_type="application/json")

    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_act_as_json_needs_the_version_read_before(clerk, filed):
    answer = clerk.post(address(filed, "correction-notice"), json={"missing": "营业执照"})

    assert "version" in problem(answer)


def test_act_as_json_moves_the_proceeding(clerk, filed):
    answer = clerk.post(address(filed, "correction-notice"), json={"missing": "营业执照", "version": filed["version"]})

    assert answer.status_code == 201
    assert (answer.get_json()["state"], [p["kind"] for p in answer.get_json()["papers"]]) == (
        "need_supplement",
        ["M-14"],
    )


def test_lost_race_tells_who_changed_what(clerk, filed):
    act = {"missing": "营业执照", "version": filed["version"]}
    clerk.post(address(filed, "correction-notice"), json=act)

    answer = clerk.post(address(filed, "withdrawal"), json={"reason": "撤回", "version": filed["version"]})

    told = answer.get_json()
    assert (answer.status_code, told["step"]) == (409, "一次性告知补正")
    assert "周晓岚" in told["by"]


def test_lost_race_by_form_keeps_what_was_typed_on_the_new_record(clerk, filed):
    token = TOKEN.search(clerk.get(address(filed, "withdrawal")).text)[1]
    clerk.post(address(filed, "correction-notice"), json={"missing": "营业执照", "version": filed["version"]})

    form = {"csrf_token": token, "version": str(filed["version"]), "reason": "双方自行和解"}
    answer = clerk.post(address(filed, "withdrawal"), data=form)

    assert answer.status_code == 409
    assert "周晓岚" in answer.text
    assert "双方自行和解" in answer.text
    assert f'name="version" value="{int(filed["version"]) + 1}"' in answer.text


def test_unlawful_act_is_refused_with_all_reasons(clerk, filed):
    answer = clerk.post(address(filed, "reception"), json={"version": filed["version"]})

    told = answer.get_json()
    assert answer.status_code == 409
    assert [each["code"] for each in told["refusals"]] == ["state", "post", "side.counterpart"]
    assert all(each["fact"] and each["rule"] and each["article"] and each["cure"] for each in told["refusals"])


def test_unlawful_form_keeps_what_was_typed(clerk, filed):
    page = clerk.get(address(filed, "return"))
    form = {"csrf_token": TOKEN.search(page.text)[1], "version": str(filed["version"]), "reason": "留下的理由"}

    answer = clerk.post(address(filed, "return"), data=form)

    assert answer.status_code == 409
    assert "留下的理由" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/cases/none", "/cases/none/complaint/1/evidence", "/cases/none.json", "/no-such-page", "/figures/2026-99"],
)
def test_what_is_not_there_is_404(clerk, path):
    answer = clerk.get(path, headers={"Accept": "application/json"})

    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_another_offices_case_is_404(city, client, session):
    number = a_complaint(city, login="clerk2").case.number
    session.commit()
    client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})

    assert client.get(f"/cases/{number}").status_code == 404


@pytest.mark.parametrize("noun", sorted({act.noun for act in ACTS if act.procedure == "complaint"}))
def test_every_act_of_the_intake_has_a_page(clerk, filed, noun):
    page = clerk.get(address(filed, noun))

    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert 'name="version"' in page.text


def test_addresses_are_nouns_in_kebab_case():
    odd = [act.noun for act in ACTS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", act.noun)]

    assert odd == []


def test_no_two_acts_share_an_address():
    addresses = [(type(act).__name__, act.procedure, act.noun) for act in ACTS]

    assert len(addresses) == len(set(addresses))
