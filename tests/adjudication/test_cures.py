"""Guards of adjudication, patent mediation and opinion that facts alone do not cure: the record mended, the step lawful."""

from dataclasses import replace
from datetime import date

import pytest

from casework.adjudication import court_facts as cf
from casework.adjudication import court_verbs as court
from casework.adjudication import facts as f
from casework.adjudication import mediation_facts as mf
from casework.adjudication import mediation_steps as mediating
from casework.adjudication import mediation_verbs as patents
from casework.adjudication import opinion_steps as opining
from casework.adjudication import opinion_verbs as opinions
from casework.adjudication import steps, verbs
from casework.base.db import db
from casework.mediation.facts import TermFacts
from casework.procedure import siblings
from tests.adjudication.bench import ASKED, BOTH, DAY, DECISION, HEARING, LATER, PANEL, REFUSAL, REPEAT, VOTE, Bench
from tests.adjudication.test_court import OTHERS
from tests.adjudication.test_opinion import DEMAND
from tests.adjudication.test_papers import SETTLEMENT
from tests.adjudication.test_patent_mediation import SESSION
from tests.adjudication.test_patent_mediation import SETTLEMENT as MEDIATED
from tests.support.cures import stands

FAR = date(2026, 12, 1)


@pytest.fixture
def bench(city):
    """A request received."""
    return Bench(city)


def put(**values):
    """Write columns of the adjudication, or of what stands in its place."""

    def change(bench):
        for name, value in values.items():
            setattr(bench.a, name, value)

    return change


def clocks(**values):
    """Write columns of all its clocks."""

    def change(bench):
        for clock in bench.a.clocks:
            for name, value in values.items():
                setattr(clock, name, value)

    return change


def right(kind):
    """The right in dispute is of that kind."""
    return lambda bench: setattr(bench.case.rights[0], "kind", kind)


def respondent(role):
    """The second party has that role."""
    return lambda bench: setattr(bench.case.parties[1], "role", role)


def fresh(bench, model=verbs, login="officer"):
    """Another request of the case, before its first step; the first one is over."""
    if bench.a.state != "refused":
        bench.do(verbs.refuse, REFUSAL)
    bench.a = model.propose(bench.case, bench.city.actor(login))
    return bench


def then(stage, *changes):
    """A stage, then what makes it false."""

    def there(bench):
        found = stage(bench)
        for change in changes:
            change(found)
        return found

    return there


def second(bench):
    bench.first, bench.a = bench.a, verbs.propose(bench.case, bench.city.actor("officer"))
    return bench


def of_the_county(bench):
    return fresh(bench, login="daye-officer")


def back_to_the_city(bench):
    bench.a.office_id = bench.city.actor("officer").office_id


def mediated(bench):
    return bench.served().do(verbs.mediate, f.Consent(True))


def referred(bench):
    mediated(bench)
    bench.m = patents.refer(bench.case, SESSION, actor=bench.city.actor("officer"), now=bench.now)
    return bench


def the_mediation(state):
    return lambda bench: stands(bench.m, state)


def repeated(bench):
    bench.effective()
    return Bench(bench.city).filed()


def joined(bench):
    bench.filed()
    again = Bench(bench.city, parties=OTHERS).filed().do(court.join, cf.Joining(bench.case.number))
    again.leading = bench.case.number
    return again


def dismissed(bench):
    decided = bench.reviewed("dismissed").do(verbs.dismiss, replace(DECISION, acts_to_stop=None))
    return decided.later().do(verbs.take_effect)


def to_mediate(bench):
    return fresh(bench, patents)


def to_warn(bench):
    return fresh(bench, opinions)


def mediation_asked(bench):
    fresh(bench, patents)
    asked = mf.Request("reward")
    bench.m = patents.request(bench.case, asked, actor=bench.city.actor("officer"), now=bench.now)
    return bench


def another(bench):
    mediation_asked(bench)
    bench.a = patents.propose(bench.case, bench.city.actor("officer"))
    return bench


def of_title(bench):
    mediation_asked(bench)
    bench.a = bench.m
    bench.a.matter = "ownership"
    return bench


def settled_title(bench):
    of_title(bench)
    stands(bench.a, "filed")
    return bench.do(patents.settle, MEDIATED)


def referral(bench):
    mediated(bench)
    stands(bench.a, "served")
    bench.first, bench.a = bench.a, patents.propose(bench.case, bench.city.actor("officer"))
    return bench


WISH = mf.Request("reward")
STAY = f.Day(DAY)
UNSAID = replace(SETTLEMENT, terms=(TermFacts("pay", "P2", "P1", None, due=LATER, text="赔偿款"),))
ROWS = {
    "a_patent_is_infringed": (then(fresh, right("trademark")), steps.REQUEST, ASKED, right("patent_utility")),
    "a_respondent_is_named": (then(fresh, respondent("third_party")), steps.REQUEST, ASKED, respondent("respondent")),
    "it_is_the_only_one": (second, steps.REQUEST, ASKED, lambda b: stands(b.first, "withdrawn")),
    "no_other_way_was_chosen": (
        then(lambda b: b, put(pending_elsewhere="诉讼")), steps.FILE, PANEL, put(pending_elsewhere=None)),
    "the_requester_is_entitled.untold": (
        then(lambda b: b, put(standing=None)), steps.FILE, PANEL, put(standing="patentee")),
    "the_notice_is_the_first": (
        then(lambda b: b, put(asked_once=True)), steps.ASK_SUPPLEMENT, f.Gaps(("身份证明",), LATER), put(asked_once=False)),
    "the_answer_period_runs": (lambda b: b.served().later(), steps.OBJECT, STAY, clocks(due=FAR)),
    "the_copy_was_not_served": (mediated, steps.END_MEDIATION_EARLY, None, put(served_on=None)),
    "the_copy_was_served": (then(mediated, put(served_on=None)), steps.END_MEDIATION, None, put(served_on=DAY)),
    "no_referred_mediation_runs": (referred, steps.END_MEDIATION, None, the_mediation("withdrawn")),
    "the_referred_mediation_agreed": (referred, steps.SETTLE_REFERRED, None, the_mediation("settled")),
    "the_hearing_is_over": (
        lambda b: b.answered().do(verbs.set_hearing, HEARING), steps.VOTE, VOTE, put(heard_on=HEARING.on)),
    "the_months_run": (
        lambda b: b.filed().do(verbs.stop_counting, f.Uncounted("appraisal")), steps.STOP_COUNTING,
        f.Uncounted("public_notice"), lambda b: b.do(verbs.count_again)),
    "the_months_stand_still": (lambda b: b.filed(), steps.COUNT_AGAIN, None, put(uncounted_for="appraisal")),
    "the_respondent_had_time_to_answer": (lambda b: b.served(), steps.VOTE, VOTE, clocks(due=date(2026, 3, 1))),
    "the_panel_voted_so.otherwise": (lambda b: b.reviewed("dismissed"), steps.ESTABLISH, DECISION, put(vote_result="established")),
    "the_requester_missed_the_hearing": (
        lambda b: b.served(), steps.WITHDRAW_CASE, f.Ending("requester_absent", DAY), put(absent="requester")),
    "the_suit_is_in_time": (lambda b: b.decided().later(), steps.SUE, None, clocks(due=FAR)),
    "there_is_something_to_stop": (dismissed, steps.DEMAND, None, put(decision="established")),
    "the_request_was_dismissed": (lambda b: b.effective(), steps.CONCLUDE, None, put(decision="dismissed")),
    "a_vote_is_on_record": (lambda b: b.answered(), steps.REVIEW, None, lambda b: b.do(verbs.vote, VOTE), "deputy"),
    "the_reviewer_did_not_vote.panel": (
        lambda b: b.voted(), steps.REVIEW, None, put(panel=["甲", "乙", "丙"]), "head"),
    "the_filing_can_be_extended.used_up": (
        then(lambda b: b, clocks(extensions=1)), steps.EXTEND_FILING, None, clocks(extensions=0), "head"),
    "a_patent_is_in_dispute": (then(to_mediate, right("trademark")), mediating.REQUEST, WISH, right("patent_utility")),
    "both_sides_can_be_reached.side": (
        then(to_mediate, respondent("third_party")), mediating.REQUEST, WISH, respondent("respondent")),
    "matter_and_reasons_are_told": (
        then(to_mediate, lambda b: setattr(b.case, "request", "")), mediating.REQUEST, WISH,
        lambda b: setattr(b.case, "request", "支付奖励")),
    "no_other_patent_mediation_runs": (another, mediating.REQUEST, WISH, the_mediation("withdrawn")),
    "an_adjudication_refers_it": (referral, mediating.REFER, SESSION, lambda b: stands(b.first, "mediation")),
    "title_is_in_dispute": (then(of_title, put(matter="reward")), mediating.ASK_STAY, STAY, put(matter="ownership")),
    "no_stay_is_running": (
        then(of_title, put(stay_asked_on=DAY)), mediating.ASK_STAY, STAY, put(stay_ended_on=DAY)),
    "a_court_may_confirm_it": (
        settled_title, mediating.TELL_COURT_WAY, mf.CourtWay("measure", "武汉市中级人民法院", DAY), put(matter="reward")),
    "the_warning_is_of_a_patent": (
        then(to_warn, right("trademark")), opining.REGISTER_DEMAND, DEMAND, right("patent_utility")),
}  # fmt: skip
FACTS = {
    "an_earlier_decision_covers_it.other_act": (
        repeated, steps.ESTABLISH_REPEAT, replace(REPEAT, same_act=False), REPEAT, "head"),
    "every_side_has_signed.seal": (mediated, steps.SETTLE, replace(SETTLEMENT, seal_on=None), SETTLEMENT),
    "each_term_says_what.amount": (mediated, steps.SETTLE, UNSAID, SETTLEMENT),
    "it_was_not_served_before": (
        lambda b: b.decided(received=BOTH[:1]), steps.SERVE_DECISION, f.PartySigned("P1", DAY), f.PartySigned("P2", DAY)),
}  # fmt: skip


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_alone_and_the_mended_record_lets_it_pass(bench, code):
    stage, step, facts, mend, *login = ROWS[code]
    walked = stage(bench)
    siblings.forget()

    refused = walked.said(step, facts, *login)
    mend(walked)
    siblings.forget()

    assert (refused, walked.said(step, facts, *login)) == ([code], [])


@pytest.mark.parametrize("code", FACTS)
def test_guard_refuses_alone_and_the_right_facts_let_it_pass(bench, code):
    stage, step, wrong, cure, *login = FACTS[code]
    walked = stage(bench)

    assert (walked.said(step, wrong, *login), walked.said(step, cure, *login)) == ([code], [])


def test_request_to_the_county_is_lawful_at_the_city_office(bench):
    walked = of_the_county(bench)
    refused = walked.said(steps.REQUEST, ASKED, "daye-officer")
    back_to_the_city(walked)

    assert (refused, walked.said(steps.REQUEST, ASKED)) == (["the_office_adjudicates"], [])


def test_joined_case_that_is_parted_again_is_joined(bench):
    walked = joined(bench)
    facts = cf.Joining(walked.leading)
    refused = walked.said(steps.JOIN, facts)
    walked.a.joined_to_id = None
    db.session.flush()

    assert (refused, walked.said(steps.JOIN, facts)) == (["it_leads_no_other.joined"], [])
