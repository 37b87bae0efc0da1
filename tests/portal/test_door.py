"""The parties' door: in by number and code, out by guessing; what is handed in gets a receipt and waits."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from casework.portal import codes
from casework.portal.models import AccessCode, Submission
from tests.support.city import NOON, a_complaint

PDF = b"%PDF-1.4 a file of the party"


def upload(client, name="合同.pdf", content=PDF):
    """Hand in one file."""
    told = {"files": (BytesIO(content), name), "note": "购销合同"}
    return client.post("/portal/case/evidence", data=told, content_type="multipart/form-data")


def _wide(code: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in code)


def test_code_opens_the_case_with_the_next_date_first(guest):
    entered = guest.enter()

    page = guest.client.get("/portal/case").text
    assert entered.status_code == 303
    assert guest.number in page
    assert page.index("下一个日期") < page.index("办理进度")


@pytest.mark.parametrize("spelling", [str.lower, lambda code: f" {code[:4]}-{code[4:]} ", _wide])
def test_spelling_of_a_code_does_not_matter(guest, spelling):
    assert guest.enter(spelling(guest.code)).status_code == 303


def test_wrong_code_tells_nothing_and_keeps_the_number(guest):
    wrong = guest.enter("AAAAAAAA")

    assert wrong.status_code == 422
    assert "案件编号或者查询码不正确" in wrong.text
    assert guest.number in wrong.text


def test_unknown_number_is_told_in_the_same_words(guest):
    answer = guest.client.post("/portal/", data={"number": "黄知案2026-999999", "code": guest.code})

    assert (answer.status_code, "案件编号或者查询码不正确" in answer.text) == (422, True)


def test_guessing_is_stopped_even_for_the_right_code(guest):
    for _ in range(5):
        guest.enter("AAAAAAAA")

    assert guest.enter().status_code == 429


def test_tries_are_forgotten_after_a_quarter_of_an_hour(session, guest):
    for _ in range(5):
        codes.note_wrong(guest.number, "10.0.0.1", now=NOON)
    session.flush()

    later = NOON + timedelta(minutes=16)
    assert (codes.may_try(guest.number, "10.0.0.2", now=NOON), codes.may_try(guest.number, "10.0.0.2", now=later)) == (
        False,
        True,
    )


def test_new_code_ends_the_old_one(city, session, guest):
    party = session.merge(guest.party)
    new = codes.issue(party.case, party, actor=city.actor("clerk"), now=NOON)
    session.commit()

    assert (guest.enter().status_code, guest.enter(new).status_code) == (422, 303)


def test_session_ends_with_its_code(city, session, guest):
    guest.enter()
    party = session.merge(guest.party)
    codes.issue(party.case, party, actor=city.actor("clerk"), now=NOON)
    session.commit()

    assert guest.client.get("/portal/case").location == "/portal/"


def test_code_is_stored_nowhere(session, guest):
    row = session.scalars(select(AccessCode)).one()

    assert guest.code not in str(vars(row))


def test_code_of_one_case_does_not_open_another(city, session, guest):
    other = a_complaint(city).case.number
    session.commit()

    answer = guest.client.post("/portal/", data={"number": other, "code": guest.code})

    assert answer.status_code == 422


def test_nothing_is_shown_without_a_code(client, city):
    for address in ("/portal/case", "/portal/case/evidence", "/portal/receipt/X", "/portal/papers/1.pdf"):
        assert client.get(address).location == "/portal/"


def test_upload_gets_a_numbered_receipt_with_fingerprints(session, guest):
    guest.enter()

    sent = upload(guest.client)

    session.rollback()
    given = session.scalars(select(Submission)).one()
    page = guest.client.get(sent.location).text
    assert sent.location == f"/portal/receipt/{given.number}".replace("黄知收", "%E9%BB%84%E7%9F%A5%E6%94%B6")
    assert given.files[0]["sha256"] in page
    assert "待接收" in page


def test_upload_without_a_file_is_told_beside_the_field(guest):
    guest.enter()

    answer = guest.client.post("/portal/case/evidence", data={"note": "只有文字"})

    assert answer.status_code == 422
    assert "只有文字" in answer.text


def test_receipt_of_another_party_does_not_exist(city, session, guest):
    guest.enter()
    upload(guest.client)
    session.rollback()
    number = session.scalars(select(Submission.number)).one()
    rival = session.merge(guest.party).case.of_role("respondent")[0]
    code = codes.issue(rival.case, rival, actor=city.actor("clerk"), now=NOON)
    session.commit()
    guest.enter(code)

    page = guest.client.get("/portal/case").text

    assert guest.client.get(f"/portal/receipt/{number}").status_code == 404
    assert number not in page


@pytest.mark.parametrize("kind", ["proof", "signature", "mediator", "survey", "nonsense"])
def test_only_what_is_open_now_can_be_handed_in(guest, kind):
    guest.enter()

    assert guest.client.get(f"/portal/case/{kind}").status_code == 404
