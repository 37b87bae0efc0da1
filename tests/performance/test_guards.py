"""Each guard: one fact falsified, exactly its refusal; the fact cured, the act passes."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.performance import facts as f
from casework.performance import verbs
from casework.performance.steps import PERFORMANCE
from tests.confirmation.conftest import agreed
from tests.confirmation.order_walk import Order
from tests.confirmation.steps_walk import Court
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold
from tests.mediation.walk import d
from tests.performance.pay_walk import Pay
from tests.support.expecting import expects


def refused(act) -> list[str]:
    """The codes with which an act is refused."""
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.code for each in caught.value.refusals]


@pytest.fixture
def breached(pay) -> Pay:
    """Nothing was paid by 2026-05-08."""
    return pay.on("2026-05-08").breach()


def test_draft_has_no_schedule(room):
    walk = agreed(room)
    text = walk.text
    text.status = "replaced"

    with db.session.begin_nested() as attempt:
        codes = refused(lambda: verbs.open_performance(text, actor=room.mediator, now=walk.now))
        attempt.rollback()

    text.status = "in_force"
    assert codes == ["the_agreement_is_owed"]
    assert verbs.open_performance(text, actor=room.mediator, now=walk.now).state == "not_due"


def test_schedule_is_made_once(pay):
    with pytest.raises(LookupError):
        pay.schedule()


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({"items": (9,)}, ["proof_names_open_items.unknown"]),
        ({"done_on": None}, ["proof_is_dated"]),
        ({"done_on": d("2026-03-03")}, ["proof_is_dated"]),
        ({"done_on": d("2026-03-01")}, ["proof_is_dated.early"]),
        ({"fen": 3_000_001}, ["payment_is_not_more_than_owed"]),
        ({"fen": 0}, ["payment_is_not_more_than_owed"]),
        ({"how": "barter"}, ["words_of_proof_are_known"]),
        ({"answer": "maybe"}, ["words_of_proof_are_known"]),
    ],
)
def test_bad_proof_is_refused_and_cured(pay, told, codes):
    assert refused(lambda: pay.record(**{"items": (1,), **told})) == codes
    assert pay.record(1).p.paid_fen == 3_000_000


def test_paid_item_takes_no_more(pay):
    pay.record(1)

    assert refused(lambda: pay.record(1)) == ["proof_names_open_items"]


def test_money_does_not_go_to_an_act(mixed):
    assert refused(lambda: mixed.record(2, fen=100)) == ["proof_names_open_items", "payment_is_not_more_than_owed"]


def test_refused_payment_changes_nothing(pay):
    before = [entry.rest_fen for entry in pay.p.items]

    refused(lambda: pay.record(1, fen=9_000_000))

    assert ([entry.rest_fen for entry in pay.p.items], pay.p.state) == (before, "not_due")


def test_fulfilment_names_every_open_item(pay):
    assert refused(pay.fulfil) == ["everything_is_done", "everything_is_done"]
    assert pay.record(1, 2).p.state == "performed"


def test_agreement_of_omissions_is_fulfilled_by_a_person(room):
    walk = agreed(room, terms=({"kind": "omission", "fen": None, "text": "不得再销售", "due": None},))
    pay = Pay(room, walk.case).schedule()

    assert pay.fulfil().p.state == "performed"


def test_dispute_names_a_standing_proof_and_a_reason(pay):
    pay.record(1)

    assert refused(lambda: pay.dispute(reason=None)) == ["a_standing_proof_is_disputed.reason"]
    assert refused(lambda: pay.dispute(proof=999)) == ["a_standing_proof_is_disputed"]
    assert pay.dispute().p.paid_fen == 0
    assert refused(pay.dispute) == ["a_standing_proof_is_disputed"]


def test_last_day_is_in_time(pay):
    pay.on("2026-04-30")

    assert refused(pay.breach) == ["something_is_overdue"]
    assert refused(pay.propose) == ["something_is_overdue"]
    assert pay.on("2026-05-01").breach().p.state == "breached"


def test_last_day_rolls_over_holidays(room):
    walk = agreed(room, terms=({"fen": 5_000_000, "due": d("2026-05-01")},))
    pay = Pay(room, walk.case).schedule()

    assert refused(lambda: pay.on("2026-05-06").breach()) == ["something_is_overdue"]
    assert pay.on("2026-05-07").breach().p.state == "breached"


def test_breach_is_proposed_once_and_by_the_product_alone(pay):
    pay.on("2026-05-01").propose()

    assert refused(pay.propose) == ["proposed_once_only"]
    pay.p.proposed_on = None
    assert pay.propose().p.proposed_on == pay.today


def test_part_paid_is_no_breach_and_nothing_paid_is_no_part(pay):
    pay.on("2026-05-01")
    nothing = refused(pay.partial)
    pay.record(2)

    assert (nothing, refused(pay.breach)) == (["something_was_performed"], ["nothing_was_performed"])
    assert pay.partial().p.state == "partial"


def test_disputed_payment_leaves_a_breach_whole(pay):
    part = refused(pay.on("2026-05-01").record(2).breach)
    pay.dispute()

    assert (part, pay.breach().p.state) == (["nothing_was_performed"], "breached")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"item": None}, "urging_is_told"),
        ({"item": 9}, "urging_is_told"),
        ({"urged_on": None}, "urging_is_told.when"),
        ({"urged_on": d("2026-03-03")}, "urging_is_told.when"),
        ({"channel": None}, "urging_is_told.when"),
    ],
)
def test_urging_is_told(pay, told, code):
    assert refused(lambda: pay.urge(**told)) == [code]
    assert [each.item_no for each in pay.urge().p.urgings] == [1]


def test_nobody_is_urged_to_do_what_is_done(pay):
    pay.record(1)

    assert refused(lambda: pay.urge(item=1)) == ["urging_is_told"]
    assert pay.urge(item=2).p.state == "performing"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"item": 9}, "visit_is_told.item"),
        ({"visited_on": None}, "visit_is_told"),
        ({"visited_on": d("2026-03-03")}, "visit_is_told"),
        ({"result": None}, "visit_is_told"),
    ],
)
def test_visit_is_told(pay, told, code):
    assert refused(lambda: pay.visit(**told)) == [code]
    assert [each.result for each in pay.visit().p.visits] == ["已付款"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"instrument": None}, "the_instrument_is_enforceable"),
        ({"instrument": "agreement"}, "the_instrument_is_enforceable"),
        ({"instrument": "confirmation"}, "the_instrument_is_enforceable.ruling"),
        ({"instrument": "award"}, "the_instrument_is_enforceable.number"),
        ({"instrument": "notarised", "number": "1"}, "the_instrument_is_enforceable.writ"),
    ],
)
def test_agreement_itself_is_not_enforced(breached, told, code):
    assert refused(lambda: breached.enforce(**told)) == [code]
    assert breached.enforce(instrument="award", number="(2026)黄仲裁字第1号").p.state == "enforcement"


def test_revoked_ruling_is_not_enforced(breached, room):
    court = Court(room, breached.case, "2026-05-08")
    court.on("2026-03-09").confirmed(("P2", "2026-03-09")).on("2026-03-20").object().revoke()

    assert refused(breached.enforce) == ["the_instrument_is_enforceable.ruling"]


@pytest.mark.parametrize("day", [None, "2026-05-09"])
def test_enforcement_is_dated(breached, room, day):
    Court(room, breached.case).confirmed()

    assert refused(lambda: breached.enforce(applied_on=day and d(day))) == ["enforcement_is_asked_in_time.day"]


def test_enforcement_is_asked_within_two_years_of_the_last_instalment(breached, room):
    Court(room, breached.case).confirmed()

    assert refused(lambda: breached.on("2028-07-01").enforce()) == ["enforcement_is_asked_in_time"]
    assert breached.on("2028-06-30").enforce().p.state == "enforcement"


@pytest.mark.parametrize("paper", f.PACKET)
def test_packet_is_complete(breached, room, paper):
    Court(room, breached.case).confirmed()
    packet = tuple(each for each in f.PACKET if each != paper)

    assert refused(lambda: breached.enforce(packet=packet)) == [f"the_packet_is_complete.{paper}"]
    assert breached.enforce().p.state == "enforcement"


def test_court_of_enforcement_is_named(breached, room):
    Court(room, breached.case).confirmed()

    assert refused(lambda: breached.enforce(court=None)) == ["the_packet_is_complete.court"]


def test_confirmed_agreement_is_enforced_and_not_sued_on(breached, room):
    Court(room, breached.case).confirmed()

    assert refused(breached.sue) == ["nothing_is_enforceable"]
    assert breached.enforce().p.state == "enforcement"


def test_suit_is_open_again_when_the_ruling_is_revoked(breached, room):
    court = Court(room, breached.case).confirmed()
    confirmed = refused(breached.sue)

    court.on("2026-05-08").object_outside("2026-05-01").revoke()

    assert (confirmed, breached.sue().p.state) == (["nothing_is_enforceable"], "litigation")


def test_arbitration_shuts_the_suit(breached):
    breached.p.agreement.on_default = "提交黄石仲裁委员会仲裁。"

    codes = refused(breached.sue)

    breached.p.agreement.on_default = ""
    assert (codes, breached.sue().p.state) == (["no_arbitration_is_agreed"], "litigation")


@pytest.mark.parametrize("told", [{"court": None}, {"filed_on": None}, {"filed_on": d("2026-05-09")}])
def test_suit_is_told(breached, told):
    assert refused(lambda: breached.sue(**told)) == ["suit_is_told"]
    assert breached.sue().p.state == "litigation"


def test_schedule_is_set_aside_only_for_a_later_agreement(pay):
    codes = refused(pay.set_aside)
    pay.p.agreement.status = "replaced"
    db.session.flush()

    assert (codes, pay.set_aside().p.state) == (["a_later_agreement_stands"], "set_aside")
    assert pay.running() == []


def test_confirmed_proof_waits_for_nothing(pay):
    pay.record(1)

    assert refused(lambda: pay.confirm(proof=999)) == ["a_proof_waits_for_the_creditor"]
    assert pay.confirm().p.items[0].proofs[0].answer == "confirmed"
    assert refused(pay.confirm) == ["a_proof_waits_for_the_creditor"]


def test_disputed_money_that_was_paid_again_is_not_confirmed(pay):
    first = pay.record(1).dispute().p.items[0].proofs[0].id
    second = pay.record(1).p.items[0].proofs[1].id

    codes = refused(lambda: pay.confirm(proof=first))

    assert codes == ["a_proof_waits_for_the_creditor.paid"]
    assert pay.dispute(proof=second).confirm(proof=first).p.paid_fen == 3_000_000


@pytest.mark.parametrize(
    ("item", "told", "code"),
    [
        (None, {}, "an_omission_was_broken"),
        (1, {}, "an_omission_was_broken"),
        (9, {}, "an_omission_was_broken"),
        (3, {"broken_on": None}, "an_omission_was_broken.day"),
        (3, {"broken_on": d("2026-03-03")}, "an_omission_was_broken.day"),
        (3, {"broken_on": d("2026-03-01")}, "an_omission_was_broken.day"),
        (3, {"note": None}, "an_omission_was_broken.note"),
    ],
)
def test_violation_is_told(mixed, item, told, code):
    assert refused(lambda: mixed.violate(item, **told)) == [code]
    assert mixed.violate().p.state == "breached"
    assert refused(mixed.violate) == ["an_omission_was_broken"]


@pytest.fixture
def enforced(mixed, room):
    """A forbidden act was done; the court enforces."""
    mixed.violate()
    Court(room, mixed.case, mixed.today.isoformat()).confirmed(
        ("P1", mixed.today.isoformat()), ("P2", mixed.today.isoformat())
    )
    return mixed.enforce()


def test_forbidden_act_done_again_is_told_to_the_court_e_10(enforced, tmp_path):
    again = enforced.today + timedelta(days=30)
    enforced.on(again.isoformat()).violate_in_court()

    asked = select(PaperRecord).where(PaperRecord.proceeding_id == enforced.p.id, PaperRecord.kind == "J-20.violation")
    made = db.session.scalars(asked).one()
    assert (enforced.p.state, enforced.p.item(3).broken_on) == ("enforcement", again)
    assert untold(from_data(made.data), fonts_in(FOLDER), tmp_path) == []


@pytest.mark.parametrize(
    ("item", "told", "code"),
    [
        (1, {}, "an_omission_was_broken"),
        (3, {"broken_on": d("2026-03-01")}, "an_omission_was_broken.day"),
        (3, {"note": None}, "an_omission_was_broken.note"),
    ],
)
def test_violation_before_the_court_is_told(enforced, item, told, code):
    assert refused(lambda: enforced.violate_in_court(item, **told)) == [code]
    assert enforced.violate_in_court().p.state == "enforcement"


@pytest.mark.parametrize("day", ["2028-07-01", "2028-07-03"])
def test_notarised_instalments_expire_one_by_one(breached, day):
    writ = {"instrument": "notarised", "number": "(2026)黄石执字第1号", "writ": True}
    breached.on(day)

    assert refused(lambda: breached.enforce(**writ)) == ["enforcement_is_asked_in_time.notarised"]
    assert breached.enforce(**writ, writ_asked_on=d("2028-06-01")).p.state == "enforcement"


def test_payment_order_is_enforced_when_it_has_force(breached, room):
    order = Order(room, breached.case).served()
    codes = refused(lambda: breached.enforce(instrument="payment_order", number="督1号"))

    order.on("2026-05-26").enforceable()

    assert codes == ["the_instrument_is_enforceable.order"]
    assert refused(breached.sue) == ["nothing_is_enforceable.order"]
    assert breached.on("2026-05-26").enforce(instrument="payment_order").p.instrument_number == "督1号"


def test_evidence_of_the_packet_is_of_this_case(breached, room):
    Court(room, breached.case).confirmed()

    assert refused(lambda: breached.enforce(evidence=(999,))) == ["the_evidence_is_of_this_case"]
    assert breached.enforce().p.enclosed == []


def test_every_guard_is_expected_by_a_test_above():
    guards = {guard.name for step in PERFORMANCE.steps.values() for guard in step.guards}

    assert {guard for guard in guards if not expects(__file__, guard)} == set()
