"""Labels: looked up by the product, proposed by an officer, found by a head; each guard falsified alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.base.errors import StepRefused
from casework.enforcement import facts as ef
from casework.enforcement import verbs as enforcing
from casework.labels import facts as f
from casework.labels import steps, verbs
from casework.labels.sources import others_infringing, sources_of, window_from
from casework.labels.steps import LABEL
from casework.procedure.asking import refusals
from casework.records.filing import PartyFacts
from tests.enforcement.walk import Town, notified
from tests.support.city import NOON, a_complaint

TODAY = date(2026, 3, 2)
SHOP = "阳新县样例商行"
JUDGED = {"outside_number": "（2025）鄂02知民初3号", "outside_on": date(2025, 6, 1)}
REPEAT = f.Proposal("LBL-1", "P2", reason="五年内第二次侵权", **JUDGED)


@pytest.fixture
def case(city):
    """A trademark dispute at the city office."""
    return a_complaint(city, login="officer").case


@pytest.fixture
def punished(city):
    """An earlier case in which the same shop was fined; the day of the decision is handed in."""

    def punish(shop=SHOP, days=40):
        earlier = NOON - timedelta(days=days)
        parties = (PartyFacts("applicant", "别家公司"), PartyFacts("respondent", shop))
        case = a_complaint(city, login="officer", now=earlier, parties=parties).case
        town = Town(city)
        penalty = notified(town, case, earlier, earlier.date())
        enforcing.waive_hearing(penalty, None, actor=town.officer, now=earlier)
        decision = ef.Decision("罚款", 100_000, number=f"黄市监处罚〔2026〕{days}号")
        enforcing.decide(penalty, decision, actor=town.head, now=earlier)
        return penalty

    return punish


def said(city, case, facts, login="officer", step=steps.PROPOSE):
    """The codes of the reasons against a proposal."""
    label = verbs.proposed(case, city.actor(login), NOON)
    label.code = facts.code or ""
    return [each.code for each in refusals(label, step, actor=city.actor(login), now=NOON, facts=facts)]


ROWS = {
    "the_label_is_known": {"code": "LBL-9"},
    "a_respondent_carries_it": {"party": "P1"},
    "the_finding_is_reasoned": {"reason": ""},
    "earlier_findings_are_named": {"outside_number": None},
    "they_lie_in_the_window": {"outside_on": date(2019, 1, 1)},
    "there_is_a_group": {"code": "LBL-4"},
    "signs_are_ticked": {"code": "LBL-5"},
}


def test_every_guard_has_a_row():
    guards = {guard.name for step in LABEL.steps.values() for guard in step.guards}

    assert guards - set(ROWS) == {"somebody_else_finds_it", "the_time_to_repair_has_come"}


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_alone_and_lets_the_cure_pass(city, case, code):
    assert said(city, case, replace(REPEAT, **ROWS[code])) == [code]
    assert said(city, case, REPEAT) == []


def test_product_finds_the_earlier_penalty_of_the_same_party(case, punished):
    penalty = punished()
    punished("别的商行", days=50)

    found = sources_of("LBL-1", case.of_role("respondent")[0], TODAY)

    assert [(each.what, each.number) for each in found] == [("penalty", penalty.decision_number)]


def test_windows_look_back_as_the_rules_say(city):
    assert (window_from("LBL-1", TODAY), window_from("LBL-3", TODAY), window_from("LBL-2", TODAY)) == (
        date(2021, 3, 2),
        date(2024, 3, 2),
        None,
    )


def test_proposal_is_no_finding_and_another_person_finds_it(city, case, punished):
    number = punished().decision_number
    told = f.Proposal("LBL-1", "P2", numbers=(number,), reason="五年内第二次侵权")

    label = verbs.propose(case, told, actor=city.actor("officer"), now=NOON)
    before = (label.state, label.found_by, [each["number"] for each in label.sources])
    verbs.find(label, None, actor=city.actor("head"), now=NOON)

    assert before == ("proposed", None, [number])
    assert (label.state, label.found_by, label.found_on) == ("found", "柯建国", TODAY)


def test_who_proposed_does_not_find(city, case):
    label = verbs.propose(case, REPEAT, actor=city.actor("officer"), now=NOON)
    label.proposed_by = city.actor("head").name

    with pytest.raises(StepRefused, match="不能由本人认定"):
        verbs.find(label, None, actor=city.actor("head"), now=NOON)
    label.proposed_by = city.actor("officer").name
    assert verbs.find(label, None, actor=city.actor("head"), now=NOON).state == "found"


def test_rejected_label_is_over(city, case):
    label = verbs.propose(case, REPEAT, actor=city.actor("officer"), now=NOON)

    verbs.reject(label, f.Reason("不是同一人"), actor=city.actor("head"), now=NOON)

    assert (label.state, label.found_on) == ("rejected", None)


def test_group_counts_respondents_on_the_same_right(city, case):
    for shop in ("甲商行", "乙商行"):
        parties = (PartyFacts("applicant", "黄石样例机电有限公司"), PartyFacts("respondent", shop))
        a_complaint(city, login="officer", parties=parties)

    assert others_infringing(case, TODAY) == 3
    assert said(city, case, f.Proposal("LBL-4", "P2", reason="同一商标多家侵权")) == []


def test_credit_label_has_a_term_and_is_repaired_after_six_months(city, case):
    told = f.Proposal("LBL-6", "P2", signs=("refuses_to_perform",), reason="有能力而拒不履行裁决")
    label = verbs.propose(case, told, actor=city.actor("officer"), now=NOON)
    verbs.find(label, None, actor=city.actor("head"), now=NOON)
    clocks = {each.rule: each.due for each in label.clocks}

    early = refusals(label, steps.LIFT, actor=city.actor("head"), now=NOON, facts=f.Reason("已履行"))
    verbs.lift(label, f.Reason("已履行"), actor=city.actor("head"), now=NOON + timedelta(days=190))

    assert clocks == {"LBL-6.term": date(2027, 3, 2), "LBL-6.repair": date(2026, 9, 2)}
    assert [each.code for each in early] == ["the_time_to_repair_has_come"]
    assert label.state == "lifted"
