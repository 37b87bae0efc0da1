"""Signatures given on screens: what the record keeps of them, what the paper prints, what the file proves offline."""

import base64
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from casework.documents.blocks import Clauses
from casework.documents.draw import draw
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.report import report_on
from casework.documents.screen import CARRIED
from casework.identity.models import Person
from casework.mediation.agreements import Signature
from casework.mediation.models import Mediation
from casework.mediation.preview import fingerprint
from casework.records.journal import JournalEntry
from tests.portal.committee import SIGN, newest, signing

HIDDEN = re.compile(r'name="text_sha256" value="([0-9a-f]{64})"')
VERSION = re.compile(r'name="version" value="(\d+)"')


@pytest.fixture
def mediator(walk, party, session, at_committee):
    """The mediator's browser, the text waiting, the respondent's signature from the screen taken."""
    signing(walk, session)
    party.client.post("/portal/case/signature", SIGN)
    browser = at_committee("mediator")
    browser.post(f"/submissions/{newest(session).id}", {})
    return browser


def page_of(walk) -> str:
    """Where the mediator signs."""
    return f"/cases/{walk.case.number}/mediation/{walk.m.id}/mediator-signature"


def signed(mediator, walk, **told):
    """Sign on the screen what the page shows."""
    page = mediator.get(page_of(walk)).text
    given = {
        "how": "e_signature",
        "name": "吕堃",
        "signed_on": "2026-11-02",
        "read": "y",
        "password": "casework-demo",
        "text_sha256": HIDDEN.search(page)[1],
        "version": VERSION.search(page)[1],
    }
    return mediator.post(page_of(walk), {**given, **told})


@pytest.fixture
def copy(walk, mediator, session, city):
    """The paper of an agreement that the respondent and the mediator signed on screens, the applicant with ink."""
    signed(mediator, walk)
    session.rollback()
    walk.m = session.get(Mediation, walk.m.id)
    walk.on("2099-01-05").sign("P1").seal()
    session.commit()
    found = session.scalars(select(PaperRecord).where(PaperRecord.kind == "D-16").order_by(PaperRecord.id)).all()
    return from_data(found[-1].data)


def drawn(paper, settings) -> bytes:
    """The PDF."""
    return draw(paper, fonts_in(Path(settings["CASEWORK_ASSETS"]) / "fonts"))


def test_mediator_signs_the_text_that_is_shown(walk, mediator, session):
    answer = signed(mediator, walk)

    session.rollback()
    mine = session.scalars(select(Signature).where(Signature.role == "mediator")).one()
    theirs = session.scalars(select(Signature).where(Signature.role == "party")).one()
    login = session.get(Person, mine.person_id).login
    assert answer.status_code == 303
    assert (mine.how, mine.proved, mine.name, login) == ("e_signature", "password", "吕堃", "mediator")
    assert (theirs.proved, theirs.signed_at.tzinfo is not None) == ("portal", True)
    assert mine.text_sha256 == theirs.text_sha256 == fingerprint(mine.agreement)
    entry = session.scalars(select(JournalEntry).where(JournalEntry.step == "sign_mediator")).one()
    assert mine.text_sha256 in str(entry.changes)


@pytest.mark.parametrize(
    ("told", "status", "said"),
    [
        ({"password": "not the one"}, 422, "密码不对"),
        ({"password": ""}, 422, "密码不对"),
        ({"read": ""}, 422, "阅读协议全文"),
        ({"text_sha256": ""}, 422, "阅读协议全文"),
        ({"text_sha256": "0" * 64}, 409, "所签文本与现在的协议文本不同"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_signed(walk, mediator, session, told, status, said):
    answer = signed(mediator, walk, **told)

    assert (answer.status_code, said in answer.text) == (status, True)
    assert "casework-demo" not in answer.text
    assert session.scalars(select(Signature).where(Signature.role == "mediator")).all() == []


def test_guessing_the_password_locks(walk, mediator, session):
    for _ in range(5):
        signed(mediator, walk, password="guess")

    answer = signed(mediator, walk)

    session.rollback()
    person = session.scalars(select(Person).where(Person.login == "mediator")).one()
    assert (answer.status_code, person.locked_until is not None) == (422, True)


def test_somebody_elses_hand_is_ink_or_nothing(walk, mediator, at_committee):
    answer = signed(at_committee("mediator2"), walk)

    assert answer.status_code in (403, 404, 409)


def test_paper_prints_every_signature_and_the_file_proves_it(copy, settings, session):
    made = drawn(copy, settings)
    found = report_on(made)

    assert copy.number.endswith("（电子签署本）")
    assert found.good is True
    assert [line[:5] for line in found.lines if line.startswith("电子签名")] == ["电子签名："] * 2
    assert all("与本文件所载文本一致" in line for line in found.lines if line.startswith("电子签名"))
    assert "所签文本的每一行都印在页面上" in found.lines[-1]
    assert drawn(copy, settings) == made


def test_record_of_signatures_cannot_be_exchanged(copy, settings):
    made = drawn(copy, settings)
    told = CARRIED.search(made)[1]
    raw = zlib.decompress(base64.urlsafe_b64decode(told + b"=" * (-len(told) % 4)))
    other = base64.urlsafe_b64encode(zlib.compress(raw.replace(b"50,000", b"10,000"), 9)).rstrip(b"=")

    found = report_on(made.replace(b"CS1." + told, b"CS1." + other))

    assert (found.good, found.lines[-1]) == (False, "电子签名记载无效：与文书验证码不符，或者已被改动。")


def test_record_of_signatures_cannot_be_taken_out(copy, settings):
    found = report_on(drawn(copy, settings).replace(b"CS1.", b"XX1."))

    assert (found.good, "已被删去" in found.lines[-1]) == (False, True)


def test_words_changed_on_the_page_are_found(copy, settings):
    false = tuple(Clauses(("不支付任何款项。",)) if isinstance(each, Clauses) else each for each in copy.blocks)
    made = drawn(replace(copy, blocks=false), settings)

    found = report_on(made)

    assert found.good is False
    assert "页面上找不到所签文本的 1 行" in found.lines[-1]


def test_agreement_in_ink_alone_has_no_second_copy(walk, session):
    walk.name().session().settle().sign("P1").sign("P2", sealed=True).sign_mediator().seal()
    session.commit()

    assert len(session.scalars(select(PaperRecord).where(PaperRecord.kind == "D-16")).all()) == 1


def test_signature_page_shows_who_signed_how(walk, mediator):
    signed(mediator, walk)

    page = mediator.get(page_of(walk).replace("mediator-signature", "signature")).text

    assert "查询码和登记号码后四位核验" in page
    assert "登录密码核验" in page
