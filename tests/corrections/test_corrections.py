"""The record put right: old and new in the journal, a reason with each, nothing under a text that is being signed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.base.errors import StepRefused
from casework.corrections import facts as f
from casework.corrections import verbs
from casework.corrections.models import Correction
from casework.records.counters import recount
from casework.records.journal import JournalEntry
from tests.mediation.conftest import case, empty_database, room, walk
from tests.support.browsing import Desk
from tests.support.city import NOON, a_complaint

__all__ = ["case", "empty_database", "room", "walk"]
WHY = "营业执照载明的与投诉时所填不同"


class Hand:
    """An officer who puts the record of one case right."""

    def __init__(self, case, actor, session):
        self.case, self.actor, self.session, self.now = case, actor, session, NOON + timedelta(days=1)

    def do(self, verb, facts, actor=None):
        done = verb(self.case, facts, actor=actor or self.actor, now=self.now)
        self.session.flush()
        return done

    def codes(self, verb, facts, actor=None) -> list[str]:
        with pytest.raises(StepRefused) as refused:
            self.do(verb, facts, actor)
        self.session.expunge(next(each for each in self.session.new if isinstance(each, Correction)))
        return [each.code for each in refused.value.refusals]

    @property
    def entry(self) -> JournalEntry:
        asked = select(JournalEntry).where(JournalEntry.case_id == self.case.id)
        return self.session.scalars(asked.order_by(JournalEntry.seq.desc()).limit(1)).one()


@pytest.fixture
def hand(city, session) -> Hand:
    complaint = a_complaint(city)
    session.flush()
    return Hand(complaint.case, city.actor("clerk"), session)


def party(**told) -> f.PartyCorrection:
    return f.PartyCorrection(**{"party": "P2", "address": "阳新县兴国镇1号", "reason": WHY, **told})


def joining(**told) -> f.JoiningParty:
    return f.JoiningParty(**{"role": "third_party", "kind": "person", "name": "柯䶮", "reason": WHY, **told})


def right(case, **told) -> f.RightCorrection:
    return f.RightCorrection(**{"right": case.rights[0].id, "holder": "黄石样例机电有限公司", "reason": WHY, **told})


def test_party_is_put_right_and_the_journal_keeps_the_old_words(hand):
    done = hand.do(verbs.correct_party, party(name="阳新县样例商行（个体工商户）", code="91420200747989231U"))

    found = hand.case.parties[1]
    assert (done.state, done.reason) == ("recorded", WHY)
    assert (found.name, found.address, found.phone, found.code_last4) == (
        "阳新县样例商行（个体工商户）",
        "阳新县兴国镇1号",
        "0714-7320000",
        "231U",
    )
    (told,) = hand.entry.changes["party"]
    assert told["name"] == ["阳新县样例商行", "阳新县样例商行（个体工商户）"]
    assert told["code"] == [None, "•••"]
    assert hand.entry.changes["party"] == [told]
    assert hand.entry.changes["of_party"] == "P2"


def test_joining_party_is_counted_and_found_by_its_name(hand):
    before = len(hand.case.parties)

    hand.do(verbs.join_party, joining())

    found = hand.case.parties[-1]
    assert (len(hand.case.parties) - before, found.ref, found.position, found.role) == (1, "P3", 3, "third_party")
    assert found.name_key
    assert recount() == []


def test_right_is_put_right_and_a_further_one_added(hand):
    hand.do(verbs.correct_right, right(hand.case, number="第7654321号"))
    hand.do(verbs.correct_right, f.RightCorrection(kind="software", number="2026SR0000001", reason=WHY))

    assert [(each.kind, each.canonical, each.holder) for each in hand.case.rights] == [
        ("trademark", "7654321", "黄石样例机电有限公司"),
        ("software", "2026SR0000001", None),
    ]
    assert recount() == []


def test_claim_changed_later_counts_with_its_new_amount(hand):
    same = hand.codes(verbs.correct_case, f.CaseCorrection(title=hand.case.title, reason=WHY))

    hand.do(verbs.correct_case, f.CaseCorrection(claim_fen=8_000_000, place="黄石港区", reason="当事人变更请求"))

    assert same == ["something_else_is_told_of_the_dispute"]
    assert (hand.case.claim_fen, hand.case.place, hand.case.facts != "") == (8_000_000, "黄石港区", True)
    assert hand.entry.changes["dispute_case"] == [{"claim_fen": [5_000_000, 8_000_000], "place": [None, "黄石港区"]}]
    assert recount() == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"party": "P9"}, ["the_party_put_right_is_named.who"]),
        ({"address": None, "phone": "0714-7320000"}, ["the_party_put_right_is_named.same"]),
        ({"reason": None}, ["why_it_is_put_right_is_told"]),
    ],
)
def test_correction_of_a_party_is_refused_and_cured(hand, told, expected):
    assert hand.codes(verbs.correct_party, party(**told)) == expected
    assert hand.do(verbs.correct_party, party()).state == "recorded"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"role": "judge"}, ["the_joining_party_is_told.side"]),
        ({"name": None}, ["the_joining_party_is_told.name"]),
        ({"role": "respondent", "name": "阳新县样例商行"}, ["the_joining_party_is_told.there"]),
    ],
)
def test_joining_is_refused_and_cured(hand, told, expected):
    assert hand.codes(verbs.join_party, joining(**told)) == expected
    assert hand.do(verbs.join_party, joining()).state == "recorded"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"right": 999}, ["the_right_put_right_is_named.which"]),
        ({"holder": None}, ["the_right_put_right_is_named.same"]),
        ({"right": None}, ["the_right_put_right_is_named.kind"]),
    ],
)
def test_correction_of_a_right_is_refused_and_cured(hand, told, expected):
    assert hand.codes(verbs.correct_right, right(hand.case, **told)) == expected
    assert hand.do(verbs.correct_right, right(hand.case)).state == "recorded"


def test_another_office_does_not_put_the_record_right(hand, city):
    assert hand.codes(verbs.correct_party, party(), city.actor("officer")) == ["the_dispute_is_in_our_hands"]
    assert hand.do(verbs.correct_party, party()).state == "recorded"


def test_names_stay_while_a_text_is_being_signed(walk):
    signing = walk.signing()
    told = {"party": "P2", "name": "乙店（个体工商户）", "reason": WHY}
    actor = signing.room.registrar

    with pytest.raises(StepRefused) as refused:
        verbs.correct_party(signing.case, f.PartyCorrection(**told), actor=actor, now=signing.now)
    waiting = next(each for each in signing.case.parties if each.ref == "P2").name
    placed = f.CaseCorrection(title=signing.case.title, place="黄石港区", reason=WHY)
    dispute = verbs.correct_case(signing.case, placed, actor=actor, now=signing.now)
    signing.reopen()
    done = verbs.correct_party(signing.case, f.PartyCorrection(**told), actor=actor, now=signing.now)

    assert [each.code for each in refused.value.refusals] == ["no_text_with_the_old_words_is_being_signed"]
    assert (waiting, done.state, dispute.state) == ("乙店", "recorded", "recorded")


def test_address_is_put_right_on_the_page(app, hand, session):
    session.commit()
    number = hand.case.number
    session.rollback()
    desk = Desk(app.test_client(), "clerk")
    form = desk.get(f"/cases/{number}/correction/party-correction?party=P2").text
    sent = desk.post(
        f"/cases/{number}/correction/party-correction", {"party": "P2", "address": "黄石港区1号", "reason": WHY}
    )
    page = desk.get(f"/cases/{number}").text

    assert '<option selected value="P2">' in form
    assert (sent.status_code, "黄石港区1号" in page, "更正当事人信息" in page) == (303, True, True)
