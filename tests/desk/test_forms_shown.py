"""Forms as pages: mistakes beside their fields, what was typed kept, works without scripts."""

import io
import re

import pytest

from tests.desk.conftest import TOKEN

FACTS = {
    "applicant_name": "大冶灵溪食品有限公司",
    "applicant_phone": "0714-8700000",
    "respondent_name": "老码头饭店",
    "right_kind": "trademark",
    "right_number": "12345678",
    "facts_told": "菜单上使用申请人商标",
    "request": "停止使用",
}


def sent(client, address: str, **data):
    """Send a page's form as a browser does, with its token and version."""
    page = client.get(address).text
    version = re.search(r'name="version" value="(\d+)"', page)
    hidden = {"csrf_token": TOKEN.search(page)[1], **({"version": version[1]} if version else {})}
    target = address if version else "/cases"
    return client.post(target, data={**hidden, **data}, content_type="multipart/form-data")


def visible_inputs(page: str) -> list[str]:
    """The names of the inputs before the part that is folded away."""
    form = page[page.index('<form class="sheet register"') : page.index("<details class=")]
    return re.findall(r'<(?:input|select|textarea)(?![^>]*hidden)[^>]*name="([^"]+)"', form)


def test_register_page_asks_for_fourteen_things_at_most(signed_in):
    page = signed_in().get("/cases/new").text

    assert len(visible_inputs(page)) == 14


def test_registering_leads_to_the_page_of_the_case(signed_in):
    client = signed_in()

    answer = sent(client, "/cases/new", **FACTS)

    assert answer.status_code == 303
    assert "大冶灵溪食品有限公司与老码头饭店商标纠纷" in client.get(answer.location).text


def test_ten_mistakes_are_told_beside_their_fields_and_typed_text_is_kept(signed_in):
    typed = {
        "applicant_code": "9" * 41,
        "applicant_address": "长" * 201,
        "respondent_phone": "1" * 41,
        "right_kind": "nonsense",
        "claim": "很多钱",
        "request": "字" * 2001,
    }

    answer = sent(signed_in(), "/cases/new", **typed)

    page = answer.text
    beside = set(re.findall(r'id="([\w-]+)-said"', page))
    summary = set(re.findall(r'<li><a href="#([\w-]+)"', page))
    assert answer.status_code == 422
    assert beside == summary == {"applicant_name", "applicant_phone", "respondent_name", "facts_told", *typed}
    assert 'value="很多钱"' in page
    assert 'aria-invalid="true"' in page


def test_file_already_taken_survives_a_failed_form(signed_in):
    client = signed_in()
    first = sent(client, "/cases/new", files=(io.BytesIO(b"hello"), "合同.txt"))
    token = re.search(r'name="files" value="([^"]+)" checked', first.text)[1]

    answer = sent(client, "/cases/new", **FACTS, files=token)

    assert "合同.txt" in client.get(answer.location).text


@pytest.mark.parametrize("name", ["dir/../../evil.txt", "a\u202egpj.txt"])
def test_hostile_file_names_are_shown_harmlessly(signed_in, name):
    client = signed_in()

    answer = sent(client, "/cases/new", **FACTS, files=(io.BytesIO(b"hello"), name))

    page = client.get(answer.location).text
    assert not {"../", "\u202e"} & {each for each in ("../", "\u202e") if each in page}


def test_further_parties_can_be_told_without_scripts(signed_in):
    client = signed_in()
    page = client.get("/cases/new").text
    rows = {"more_parties-1-name": "丙公司", "more_parties-1-role": "third_party", "more_parties-1-kind": "org"}

    answer = sent(client, "/cases/new", **FACTS, **rows)

    assert page.count('class="row"') == 2
    assert "丙公司" in client.get(answer.location).text


def test_doubles_are_told_beside_the_form(signed_in, registered):
    case = registered().case

    page = signed_in().get("/cases/doubles", query_string={"applicant_name": "黄石样例机电有限公司"}).text

    assert case.number in page
    assert "当事人相同" in page


def test_refused_act_page_lists_reasons_and_disables_its_button(signed_in, registered):
    complaint = registered()

    page = signed_in().get(f"/cases/{complaint.case.number}/complaint/{complaint.id}/refusal").text

    assert "现在不能办理，原因如下" in page
    assert '<button class="main" disabled>不予受理</button>' in page


def test_act_page_says_what_follows(signed_in, registered):
    complaint = registered()

    page = signed_in().get(f"/cases/{complaint.case.number}/complaint/{complaint.id}/hand-over").text

    assert "状态变为「已移交待签收」" in page
    assert "停止：决定是否受理投诉并告知" in page


def test_mistake_in_an_act_is_told_beside_its_field(signed_in, registered):
    complaint = registered()
    address = f"/cases/{complaint.case.number}/complaint/{complaint.id}/correction-notice"

    answer = sent(signed_in(), address, missing="  ")

    assert answer.status_code == 422
    assert 'id="missing-said">此项必填' in answer.text


def test_lost_race_says_who_did_what(signed_in, registered):
    complaint = registered()
    address = f"/cases/{complaint.case.number}/complaint/{complaint.id}/withdrawal"
    client = signed_in()
    page = client.get(address).text
    opened = {"csrf_token": TOKEN.search(page)[1], "version": re.search(r'name="version" value="(\d+)"', page)[1]}
    sent(client, address.replace("withdrawal", "evidence"), files=(io.BytesIO(b"more"), "补充.txt"))

    answer = client.post(address, data={**opened, "reason": "和解"})

    assert answer.status_code == 409
    assert "周晓岚" in answer.text
    assert "补收材料" in answer.text
