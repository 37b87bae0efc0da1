"""Performance: payments until performed, disputes, breach, and what an agreement alone cannot do."""

from datetime import date, timedelta

import pytest

from casework.base.errors import StepRefused
from casework.performance import facts as f
from casework.performance import verbs
from tests.mediation.conftest import *  # noqa: F403 - the mediation room's own fixtures
from tests.mediation.walk import Walk


@pytest.fixture
def agreed(room, case):
    """A written agreement in force: two payments of P2 to P1."""
    walk = Walk(room, case)
    first = walk.term(fen=3_000_000, due=date(2026, 4, 20), text="支付第一期赔偿款")
    second = walk.term(fen=2_000_000, due=date(2026, 5, 20), text="支付第二期赔偿款")
    return walk.signing(first, second).sign("P1").sign("P2").sign_mediator().seal()


@pytest.fixture
def performance(agreed, room):
    """Its duties watched."""
    return verbs.schedule(agreed.case, None, actor=room.mediator, now=agreed.now)


def pay(performance, room, now, *terms: int, fen: int | None, on=date(2026, 4, 1)):
    """Pay on terms."""
    return verbs.pay(performance, f.Payment(terms, on, fen, "汇款单"), actor=room.mediator, now=now)


def codes(call, *args, **kwargs):
    """The codes of a refusal."""
    with pytest.raises(StepRefused) as refused:
        call(*args, **kwargs)
    return [each.code for each in refused.value.refusals]


def test_schedule_starts_a_visit_after_each_due_date(performance):
    assert [(c.rule, c.label, c.due) for c in performance.clocks] == [
        ("M-38.return_visit", "1", date(2026, 4, 27)),
        ("M-38.return_visit", "2", date(2026, 5, 27)),
    ]


def test_two_instalments_make_it_performed(performance, room, agreed):
    pay(performance, room, agreed.now, 1, fen=3_000_000)
    before = performance.state
    pay(performance, room, agreed.now, 2, fen=2_000_000)

    assert (before, performance.state) == ("performing", "performed")
    assert performance.paid_fen() == 5_000_000


def test_one_payment_is_spread_over_the_terms_in_order(performance, room, agreed):
    pay(performance, room, agreed.now, 1, 2, fen=3_500_000)

    paid = [performance.paid_fen(term) for term in performance.agreement.terms]
    assert paid == [3_000_000, 500_000]


def test_disputed_proof_counts_no_longer(performance, room, agreed):
    pay(performance, room, agreed.now, 1, fen=3_000_000)

    verbs.dispute(performance, f.Dispute(1, "未收到"), actor=room.mediator, now=agreed.now)

    assert (performance.state, performance.paid_fen()) == ("partial", 0)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (f.Payment((1,), None, 100), "the_day_of_performance_is_told"),
        (f.Payment((1,), date(2030, 1, 1), 100), "the_day_of_performance_is_told"),
        (f.Payment((7,), date(2026, 4, 1), 100), "the_terms_are_of_the_agreement"),
        (f.Payment((), date(2026, 4, 1), 100), "the_terms_are_of_the_agreement"),
        (f.Payment((1,), date(2026, 4, 1), None), "a_payment_has_its_amount"),
    ],
)
def test_payment_is_refused_with_its_reason(performance, room, agreed, facts, code):
    assert codes(verbs.pay, performance, facts, actor=room.mediator, now=agreed.now) == [code]


def test_breach_is_found_only_after_a_due_date(performance, room, agreed):
    told = f.Finding("催告后仍未支付")

    assert codes(verbs.find_breach, performance, told, actor=room.mediator, now=agreed.now) == ["a_duty_is_overdue"]
    later = agreed.now + timedelta(days=30)
    assert verbs.find_breach(performance, told, actor=room.mediator, now=later).state == "breached"


def test_agreement_alone_is_not_enforced(performance, room, agreed):
    later = agreed.now + timedelta(days=30)
    verbs.find_breach(performance, f.Finding("未支付"), actor=room.mediator, now=later)

    said = codes(verbs.enforce, performance, None, actor=room.mediator, now=later)

    assert said == ["an_instrument_is_enforceable"]
    assert verbs.sue(performance, None, actor=room.mediator, now=later).state == "litigation"


def test_case_without_agreement_gives_no_occasion(room, case):
    assert verbs.propose(case, room.mediator) is None
