"""Choosing, signing, paying and rating through the parties' door, on a mediation of the committee."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.documents.models import PaperRecord
from casework.mediation.agreements import Signature
from casework.mediation.models import Mediation
from casework.performance import verbs as performing
from casework.performance.facts import Schedule
from casework.performance.models import ProofOfPerformance
from casework.portal import shown
from tests.portal.committee import DAY, SIGN, newest, signing


def test_party_wishes_for_a_mediator_once(walk, party, session):
    wished = {"mediator": str(walk.room.mediators[0].id)}

    first = party.client.post("/portal/case/mediator", wished)

    assert (first.status_code, newest(session).told["mediator_id"]) == (303, wished["mediator"])
    assert party.client.get("/portal/case/mediator").status_code == 404


def test_party_signs_on_the_screen_and_the_mediator_confirms(walk, party, session, at_committee):
    signing(walk, session)

    sent = party.client.post("/portal/case/signature", SIGN)
    given = newest(session)
    taken = at_committee("mediator").post(f"/submissions/{given.id}", {})

    session.rollback()
    signed = session.scalars(select(Signature)).one()
    assert (sent.status_code, taken.status_code, len(given.told["text_sha256"])) == (303, 303, 64)
    assert (signed.how, signed.name, signed.party_id) == ("e_signature", "乙某", party.party.id)


@pytest.mark.parametrize(("field", "value"), [("tail", "9999"), ("name", ""), ("read", "")])
def test_signing_needs_identity_name_and_reading(walk, party, session, field, value):
    signing(walk, session)

    answer = party.client.post("/portal/case/signature", {**SIGN, field: value})

    assert answer.status_code == 422
    assert newest(session) is None


def test_signature_under_a_changed_text_is_not_confirmed(walk, party, session, at_committee):
    signing(walk, session)
    party.client.post("/portal/case/signature", SIGN)
    given = newest(session)
    walk.m = session.get(Mediation, walk.m.id)
    walk.reopen().settle(walk.term(fen=9_900_000))
    session.commit()

    answer = at_committee("mediator").post(f"/submissions/{given.id}", {})

    assert (answer.status_code, "有改动" in answer.text) == (422, True)


def test_debtor_hands_in_proof_and_the_mediator_records_it(walk, party, session, at_committee):
    walk.name().session().settle().sign("P1").sign("P2", sealed=True).sign_mediator().seal()
    performing.schedule(walk.case, Schedule(), actor=walk.room.mediator, now=walk.now)
    session.commit()

    paid = {"item": "1", "done_on": DAY, "fen": "2万元", "note": "第一笔"}
    sent = party.client.post("/portal/case/proof", paid)
    taken = at_committee("mediator").post(f"/submissions/{newest(session).id}", {})

    session.rollback()
    proof = session.scalars(select(ProofOfPerformance)).one()
    assert (sent.status_code, taken.status_code, proof.fen, proof.answer) == (303, 303, 2_000_000, "silent")


def test_party_rates_once_when_it_is_over(walk, party, session):
    walk.withdraw(routes="可以起诉")
    session.commit()

    rated = party.client.post("/portal/case/survey", {"result": "4", "service": "5"})

    given = newest(session)
    assert (rated.status_code, given.told, given.state) == (303, {"result": 4, "service": 5}, "taken")
    assert party.client.get("/portal/case/survey").status_code == 404


def test_papers_of_the_other_side_do_not_exist(walk, party, session):
    walk.name().notify(held_at=walk.now)
    session.commit()
    notices = {each.data["addressee"]: each.id for each in session.query(PaperRecord).filter_by(kind="D-10")}

    mine = party.client.get(f"/portal/papers/{notices[party.party.name]}.pdf")
    theirs = [
        party.client.get(f"/portal/papers/{found}.pdf") for name, found in notices.items() if name != party.party.name
    ]

    assert (mine.status_code, mine.data[:5]) == (200, b"%PDF-")
    assert [each.status_code for each in theirs] == [404]


def test_next_duty_is_the_next_date(walk, party, session):
    walk.name().session().settle(walk.term(due=date(2099, 12, 30), text="赔偿款")).sign("P1").sign("P2", sealed=True)
    walk.sign_mediator().seal()
    performing.schedule(walk.case, Schedule(), actor=walk.room.mediator, now=walk.now)
    session.commit()

    found = shown.next_duty(walk.case, walk.now)

    assert (found.due, found.debtor_id) == (date(2099, 12, 30), party.party.id)


def test_party_reads_the_text_as_it_will_be_printed(walk, party, session):
    signing(walk, session)

    page = party.client.get("/portal/case/signature").text

    assert 'class="as-printed"' in page
    assert "（大写：" in page
