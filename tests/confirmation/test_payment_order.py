"""The payment order: from the creditor's application to its force or its end, and each reason against a step."""

import pytest

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.confirmation import order_verbs
from casework.confirmation.order_steps import ASK_FOR_ORDER, PAYMENT_ORDER
from casework.mediation.agreements import agreement_in_force
from casework.procedure.asking import refusals
from tests.confirmation.conftest import agreed
from tests.confirmation.order_walk import Order
from tests.confirmation.steps_walk import Court
from tests.mediation.walk import d
from tests.support.expecting import expects


def refused(act) -> list[str]:
    """The codes with which an act is refused."""
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.code for each in caught.value.refusals]


@pytest.fixture
def order(room) -> Order:
    """Two instalments of 30,000 and 20,000 yuan; the first is overdue."""
    terms = ({"fen": 3_000_000, "due": d("2026-04-30")}, {"fen": 2_000_000, "due": d("2026-06-30")})
    return Order(room, agreed(room, terms=terms).case)


def test_order_gains_force_when_nobody_objects(order):
    order.ask()
    answered = order.running()
    order.on("2026-05-11").take()
    ordered = order.running()
    order.on("2026-05-12").issue().on("2026-05-14").serve()

    assert answered == [("E-09.court_answer", "2026-05-13")]
    assert ordered == [("E-09.order", "2026-05-26")]
    assert order.running() == [("E-09.debtor", "2026-05-29")]
    assert order.on("2026-05-30").enforceable().o.state == "enforceable"
    assert (order.running(), order.o.fen, order.o.court_number) == ([], 3_000_000, "督1号")


def test_court_that_is_asked_sees_the_case(order):
    order.ask()

    assert order.o.counterpart_id == order.room.offices["daye-court"].id


def test_objection_kills_the_order_and_the_creditor_may_ask_again(order):
    order.served().on("2026-05-25").object(posted_on=d("2026-05-22"))

    assert (order.o.state, order.o.ended_on, order.running()) == ("lapsed", d("2026-05-22"), [])
    assert order.ask().o.state == "applied"


@pytest.mark.parametrize("act", ["pay", "withdraw"])
@pytest.mark.parametrize("till", ["ask", "take", "issue", "serve"])
def test_order_ends_from_everywhere(order, act, till):
    order.ask()
    for step in ("take", "issue", "serve")[: ("ask", "take", "issue", "serve").index(till)]:
        getattr(order, step)()

    getattr(order, act)()

    assert order.o.state == {"pay": "paid", "withdraw": "withdrawn"}[act]
    assert order.running() == []


@pytest.mark.parametrize("taken", [False, True])
def test_court_rejects_before_and_after_it_took_the_case(order, taken):
    order.ask()
    if taken:
        order.take()

    assert order.reject().o.state == "rejected"


def test_order_that_is_not_served_lapses(order):
    assert order.ask().take().issue().lapse().o.end_ground == "unserved"


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({"creditor": "P9"}, ["creditor_and_debtor_are_bound.creditor"]),
        ({"debtor": "P1"}, ["creditor_and_debtor_are_bound"]),
        ({"creditor": "P2", "debtor": "P1"}, ["the_money_is_due"]),
        ({"fen": None}, ["the_money_is_due.much"]),
        ({"fen": 3_000_001}, ["the_money_is_due.much"]),
        ({"no_other_debts": False}, ["nothing_is_owed_in_return"]),
        ({"can_be_served": False}, ["the_order_can_be_served"]),
        ({"court": None}, ["the_court_is_named"]),
        ({"applied_on": None}, ["the_day_fits"]),
        ({"applied_on": d("2026-05-09")}, ["the_day_fits"]),
        ({"applied_on": d("2026-03-01")}, ["the_day_fits.order"]),
    ],
)
def test_bad_application_is_refused_and_cured(order, told, codes):
    assert refused(lambda: order.ask(**told)) == codes
    assert order.ask().o.state == "applied"


def test_instalment_that_is_not_due_is_not_ordered(order):
    assert refused(lambda: order.on("2026-04-29").ask()) == ["the_money_is_due"]
    assert order.on("2026-06-30").ask(fen=5_000_000).o.state == "applied"


def test_act_is_not_ordered(room):
    walk = agreed(room)
    order = Order(room, walk.case)
    term = walk.text.terms[0]
    due, term.kind, term.fen = term.due, "act", None

    codes = refused(lambda: order.on("2026-12-31").ask())

    term.kind, term.fen = "pay", 5_000_000
    assert codes == ["all_duties_are_money", "the_money_is_due"]
    assert order.on(due.isoformat()).ask().o.state == "applied"


def test_order_is_for_money_alone(order):
    second = agreement_in_force(order.case)[-1].terms[1]
    second.kind, second.fen = "act", None
    codes = refused(order.ask)
    second.kind, second.fen = "pay", 2_000_000

    assert (codes, order.ask().o.state) == (["all_duties_are_money"], "applied")


def test_ruling_makes_the_order_needless_until_it_is_revoked(order):
    court = Court(order.room, order.case).confirmed(("P2", "2026-03-09"))

    codes = refused(order.ask)

    court.on("2026-03-20").object().revoke()
    assert codes == ["no_ruling_stands"]
    assert order.ask().o.state == "applied"


def test_replaced_agreement_is_not_ordered(order):
    order.ask()
    text = order.o.agreement
    order.reject()
    text.status = "replaced"
    db.session.flush()
    with pytest.raises(LookupError):
        order.ask()
    text.status = "in_force"
    db.session.flush()

    assert order.ask().o.state == "applied"


def test_replaced_agreement_tells_its_reason_on_the_button(order):
    button = order_verbs.proposed(order.case, order.actor, order.now)
    text = button.agreement
    text.status = "replaced"

    said = [each.code for each in refusals(button, ASK_FOR_ORDER, actor=order.actor, now=order.now)]

    text.status = "in_force"
    assert said == ["the_agreement_binds"]
    assert refusals(button, ASK_FOR_ORDER, actor=order.actor, now=order.now) == []


def test_second_order_waits_for_the_end_of_the_first(order):
    first = order.ask().o
    codes = refused(order.ask)

    order.o = first
    assert codes == ["no_other_order_stands"]
    assert order.withdraw().ask().o.state == "applied"


@pytest.mark.parametrize(("day", "code"), [(None, "the_day_fits"), ("2026-05-13", "the_day_fits")])
@pytest.mark.parametrize("act", ["take", "issue", "serve", "pay", "reject", "withdraw", "lapse"])
def test_day_has_come(order, act, day, code):
    order.ask()
    for step in {"issue": ("take",), "serve": ("take", "issue"), "lapse": ("take", "issue")}.get(act, ()):
        getattr(order, step)()
    order.on("2026-05-12")

    assert refused(lambda: getattr(order, act)(on=day and d(day))) == [code]
    assert getattr(order, act)().o.state != "applied"


def test_step_does_not_come_before_the_last(order):
    order.ask().on("2026-05-12")

    assert refused(lambda: order.take(on=d("2026-05-07"))) == ["the_day_fits.order"]
    assert order.take(on=d("2026-05-08")).o.state == "accepted"


@pytest.mark.parametrize("act", ["reject", "withdraw"])
def test_end_has_a_reason(order, act):
    order.ask()

    assert refused(lambda: getattr(order, act)(reason=None)) == ["the_end_has_a_reason"]
    assert getattr(order, act)().o.end_reason is not None


def test_lapse_has_a_ground(order):
    order.ask().take().issue()

    assert refused(lambda: order.lapse(ground="objection")) == ["the_lapse_has_a_ground"]
    assert order.lapse(ground="suit").o.state == "lapsed"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"filed_on": None}, "the_debtor_objects_in_time.day"),
        ({"filed_on": d("2026-05-27")}, "the_debtor_objects_in_time.day"),
        ({"filed_on": d("2026-05-07")}, "the_debtor_objects_in_time.day"),
        ({}, "the_debtor_objects_in_time"),
    ],
)
def test_objection_is_in_time(order, told, code):
    order.served().on("2026-05-26")

    assert refused(lambda: order.object(**told)) == [code]
    assert order.object(filed_on=d("2026-05-25")).o.state == "lapsed"


def test_order_has_no_force_on_the_debtors_last_day(order):
    order.served().on("2026-05-25")

    assert refused(order.enforceable) == ["the_debtors_days_are_over"]
    assert order.on("2026-05-26").enforceable().o.state == "enforceable"


def test_every_guard_is_expected_by_a_test_above():
    guards = {guard.name for step in PAYMENT_ORDER.steps.values() for guard in step.guards}

    assert {guard for guard in guards if not expects(__file__, guard)} == set()
