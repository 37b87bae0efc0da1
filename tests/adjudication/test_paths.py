"""The adjudication: its paths, its refusals, each guard falsified and cured."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.adjudication import facts as f
from casework.adjudication import steps, verbs
from casework.adjudication.filing_rules import MATERIALS
from casework.base.errors import StepRefused
from casework.mediation.agreements import agreements_of
from casework.mediation.facts import TermFacts
from casework.procedure.asking import refusals
from casework.records.filing import RightFacts
from tests.support.city import NOON, a_complaint

MEMBERS = ("方志远", "余思敏", "柯建国")
PANEL = f.Filing(MEMBERS, MATERIALS)
ASKED = f.Request(standing="patentee", place_link="act", claims="权利要求1")
PATENT = (RightFacts("patent_utility", "ZL201920451236.5"),)
DAY = date(2026, 3, 2)
DECISION = f.Decision("黄知裁字〔2026〕1号", date(2026, 3, 2), "落入权利要求1", "停止制造、销售", way_to_sue=True)
SIGNED = (f.PartySigned("P1", date(2026, 3, 2)), f.PartySigned("P2", date(2026, 3, 2)))
SETTLEMENT = f.Settlement(
    terms=(TermFacts("pay", "P2", "P1", 3_000_000, due=date(2026, 4, 1), text="支付赔偿款"),),
    signatures=SIGNED,
    official_on=date(2026, 3, 2),
    seal_on=date(2026, 3, 2),
)


@pytest.fixture
def case(city):
    """A patent dispute."""
    return a_complaint(city, login="officer", rights=PATENT).case


@pytest.fixture
def received(city, case):
    """A request received."""
    return verbs.request(case, ASKED, actor=city.actor("officer"), now=NOON)


def take(city, adjudication, *acts):
    """Take steps by verb and facts, as the officer or, where told, another."""
    for verb, facts, *login in acts:
        verb(adjudication, facts, actor=city.actor(login[0] if login else "officer"), now=NOON)
    return adjudication


def served(city, received):
    """A case filed and served."""
    return take(city, received, (verbs.file, PANEL), (verbs.serve, f.Service(date(2026, 3, 2))))


def ready(city, received):
    """A case that the panel has voted on and the deputy reviewed."""
    voted = (verbs.vote, f.Vote("established", MEMBERS))
    return take(city, served(city, received), (verbs.answer, f.Day(DAY)), voted, (verbs.review, None, "deputy"))


def codes(call, *args, **kwargs) -> list[str]:
    """The codes of a refusal."""
    with pytest.raises(StepRefused) as refused:
        call(*args, **kwargs)
    return [each.code for each in refused.value.refusals]


def test_decision_closes_with_the_period_to_sue_per_party(city, received):
    received_by = (f.PartySigned("P1", date(2026, 3, 2)), f.PartySigned("P2", date(2026, 3, 2)))
    decided = take(city, ready(city, received), (verbs.establish, replace(DECISION, received=received_by)))

    suing = [(c.rule, c.label, c.due) for c in decided.clocks if c.rule == "ADJ-26.sue" and c.state == "running"]
    assert decided.state == "established"
    assert suing == [("ADJ-26.sue", "P1", date(2026, 3, 17)), ("ADJ-26.sue", "P2", date(2026, 3, 17))]


def test_settlement_opens_the_window_of_j_08(city, received):
    settled = take(city, served(city, received), (verbs.mediate, f.Consent(True)), (verbs.settle, SETTLEMENT))

    running = [(c.rule, c.due) for c in settled.clocks if c.state == "running"]
    assert (settled.state, running) == ("settled", [("J-08", date(2026, 4, 1))])


def test_mediation_pauses_the_three_months(city, received):
    adjudication = take(city, served(city, received), (verbs.mediate, f.Consent(True)))

    three_months = next(c for c in adjudication.clocks if c.rule == "ADJ-19")

    assert three_months.state == "paused"


@pytest.mark.parametrize(
    ("panel", "lawful"), [(("甲", "乙", "丙", "丁"), False), (("甲",), False), (("甲", "乙", "丙"), True)]
)
def test_panel_must_be_odd_r1(city, received, panel, lawful):
    call = (verbs.file, received, f.Filing(panel, MATERIALS))

    if lawful:
        assert take(city, received, (verbs.file, f.Filing(panel, MATERIALS))).state == "filed"
    else:
        assert codes(*call, actor=city.actor("officer"), now=NOON) == ["the_panel_is_odd"]


def test_arbitration_clause_bars_filing_r3(city, case):
    barred = verbs.request(case, replace(ASKED, other_way="许可合同约定仲裁"), actor=city.actor("officer"), now=NOON)

    assert codes(verbs.file, barred, PANEL, actor=city.actor("officer"), now=NOON) == ["no_other_way_was_chosen"]


def test_county_bureau_does_not_adjudicate_r5(city, case):
    actor = city.actor("daye-officer")

    assert codes(verbs.request, case, ASKED, actor=actor, now=NOON) == ["the_office_adjudicates"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"way_to_sue": False}, "the_decision_tells_how_to_sue"),
        ({"acts_to_stop": None}, "the_acts_to_stop_are_told"),
        ({"awards_damages": True}, "no_damages_are_awarded"),
    ],
)
def test_decision_holds_the_items_of_art_31_r17(city, received, changes, code):
    adjudication = ready(city, received)
    actor = city.actor("officer")

    assert codes(verbs.establish, adjudication, replace(DECISION, **changes), actor=actor, now=NOON) == [code]
    assert take(city, adjudication, (verbs.establish, DECISION)).state == "established"


@pytest.mark.parametrize(
    ("done", "asked", "codes_"),
    [
        (0, f.Extension(2, "省局"), ["the_extension_is_in_order.too_long"]),
        (0, f.Extension(1), []),
        (1, f.Extension(2), ["the_extension_is_in_order.unapproved"]),
        (1, f.Extension(3, "省局"), ["the_extension_is_in_order.too_long"]),
        (1, f.Extension(2, "省局"), []),
        (2, f.Extension(1, "省局"), ["the_extension_is_in_order.used_up"]),
    ],
)
def test_extensions_come_in_their_order_r15(city, received, done, asked, codes_):
    adjudication = served(city, received)
    for each in [f.Extension(1), f.Extension(2, "省局")][:done]:
        take(city, adjudication, (verbs.extend, each, "head"))

    said = refusals(adjudication, steps.EXTEND, actor=city.actor("head"), now=NOON, facts=asked)

    assert [each.code for each in said] == codes_


def test_extension_after_the_end_is_refused(city, received):
    adjudication = served(city, received)

    said = refusals(
        adjudication, steps.EXTEND, actor=city.actor("head"), now=NOON + timedelta(days=200), facts=f.Extension(1)
    )

    assert [each.code for each in said] == ["the_extension_is_in_order.late"]


def test_hearing_is_told_three_working_days_before(city, received):
    adjudication = served(city, received)
    actor = city.actor("officer")

    too_late = codes(verbs.set_hearing, adjudication, f.Hearing(date(2026, 3, 4), "审理室"), actor=actor, now=NOON)

    assert too_late == ["the_hearing_is_told_in_time"]
    assert take(city, adjudication, (verbs.set_hearing, f.Hearing(date(2026, 3, 5), "审理室"))).hearing_on == date(
        2026, 3, 5
    )


def test_late_objection_is_refused(city, received):
    adjudication = served(city, received)
    late = NOON + timedelta(days=30)

    call = codes(verbs.object_competence, adjudication, f.Day(), actor=city.actor("officer"), now=late)

    assert call == ["the_answer_period_runs"]


def test_failed_mediation_closes_only_by_withdrawal_r7(city, received):
    adjudication = take(city, served(city, received), (verbs.mediate, f.Consent(True)))

    take(city, adjudication, (verbs.withdraw_case, f.Ending("mediation_failed")))

    assert (adjudication.state, adjudication.ended_ground) == ("withdrawn", "mediation_failed")


def test_settlement_needs_every_signature_and_the_seal(city, received):
    adjudication = take(city, served(city, received), (verbs.mediate, f.Consent(True)))
    bare = replace(SETTLEMENT, signatures=SIGNED[:1], official_on=None, seal_on=None)

    said = codes(verbs.settle, adjudication, bare, actor=city.actor("officer"), now=NOON)

    assert said == ["every_side_has_signed.party", "every_side_has_signed.official", "every_side_has_signed.seal"]


def test_settlement_names_amount_or_act_and_owes_no_money_for_an_omission(city, received):
    adjudication = take(city, served(city, received), (verbs.mediate, f.Consent(True)))
    term = SETTLEMENT.terms[0]
    unsaid = replace(SETTLEMENT, terms=(replace(term, kind="pay", fen=None), replace(term, kind="omission", text="")))
    odd = replace(SETTLEMENT, terms=(replace(term, kind="omission", fen=100, text="停止销售"),), sum_fen=0)

    said = codes(verbs.settle, adjudication, unsaid, actor=city.actor("officer"), now=NOON)
    settled = take(city, adjudication, (verbs.settle, odd))

    assert said == ["each_term_says_what.amount", "each_term_says_what.text"]
    assert [each.fen for each in agreements_of(settled)[0].terms] == [None]


def test_suspension_stops_the_clock_and_resumption_returns_the_days(city, received):
    adjudication = take(city, served(city, received), (verbs.suspend, f.Suspension(1)))
    before = next(c.due for c in adjudication.clocks if c.rule == "ADJ-19")

    verbs.plain(steps.RESUME)(adjudication, None, actor=city.actor("officer"), now=NOON + timedelta(days=10))

    after = next(c.due for c in adjudication.clocks if c.rule == "ADJ-19")
    assert (after - before).days >= 10


def test_decision_takes_effect_only_after_the_period_to_sue(city, received):
    decided = take(city, ready(city, received), (verbs.establish, replace(DECISION, received=SIGNED)))
    effect = verbs.take_effect

    assert codes(effect, decided, None, actor=city.actor("officer"), now=NOON) == ["the_period_to_sue_is_over"]
    assert effect(decided, None, actor=city.actor("officer"), now=NOON + timedelta(days=20)).state == "effective"


@pytest.mark.parametrize(
    ("before", "days", "codes_"),
    [
        (0, 0, []),
        (1, 0, ["the_filing_can_be_extended.used_up"]),
        (0, 30, ["the_filing_can_be_extended.late"]),
    ],
)
def test_filing_is_extended_once_and_in_time(city, received, before, days, codes_):
    extend = verbs.plain(steps.EXTEND_FILING)
    for _ in range(before):
        extend(received, None, actor=city.actor("head"), now=NOON)

    said = refusals(received, steps.EXTEND_FILING, actor=city.actor("head"), now=NOON + timedelta(days=days))

    assert [each.code for each in said] == codes_


def test_filing_without_a_running_time_is_not_extended(city, received):
    for clock in received.clocks:
        clock.state, clock.stopped_at = "stopped", NOON

    said = refusals(received, steps.EXTEND_FILING, actor=city.actor("head"), now=NOON)

    assert [each.code for each in said] == ["the_filing_can_be_extended.over"]
