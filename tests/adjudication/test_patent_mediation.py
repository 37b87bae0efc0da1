"""The patent mediation of the office: its paths, its clocks, each guard falsified and cured (MED-1 to MED-9)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.adjudication import facts as shared
from casework.adjudication import mediation_facts as f
from casework.adjudication import mediation_steps as steps
from casework.adjudication import mediation_verbs as verbs
from casework.adjudication import verbs as adjudicating
from casework.adjudication.filing_rules import MATERIALS
from casework.adjudication.mediation_steps import PATENT_MEDIATION
from casework.base.errors import StepRefused
from casework.enforcement.facts import LeadFacts
from casework.enforcement.verbs import open_lead
from casework.mediation.agreements import agreements_of
from casework.mediation.facts import TermFacts
from casework.procedure.asking import refusals
from casework.records.filing import RightFacts
from tests.support.city import NOON, a_complaint

DAY = date(2026, 3, 2)
PATENT = (RightFacts("patent_invention", "ZL201010137731.2"),)
SESSION = f.Session(date(2026, 3, 12), "市知识产权局调解室")
TERMS = (TermFacts("pay", "P2", "P1", 3_000_000, due=date(2026, 4, 1), text="支付职务发明奖励三万元"),)
BOTH = (shared.PartySigned("P1", DAY), shared.PartySigned("P2", DAY))
SETTLEMENT = shared.Settlement(terms=TERMS, signatures=BOTH, official_on=DAY, seal_on=DAY)
ASKED_TO_DECIDE = shared.Request(standing="patentee", place_link="act", claims="权利要求1")
HELD = f.Held(date(2026, 3, 12), "nobody")
AFTER = timedelta(days=40)


class Table:
    """One patent mediation walked by short names."""

    def __init__(self, city, matter="reward", **facts):
        self.city, self.now = city, NOON
        self.case = a_complaint(city, login="officer", **{"rights": PATENT, **facts}).case
        self.m = verbs.propose(self.case, city.actor("officer"))
        self.matter = matter

    def asked_for(self, **told):
        """A request received."""
        told = {"matter": self.matter, **told}
        self.m = verbs.request(self.case, f.Request(**told), actor=self.city.actor("officer"), now=self.now)
        return self

    def do(self, verb, facts=None, login="officer"):
        """One act."""
        self.m = verb(self.m, facts, actor=self.city.actor(login), now=self.now)
        return self

    def served(self):
        """As far as the service of the notice."""
        return self.asked_for().do(verbs.send_notice).do(verbs.serve_notice, shared.Day(DAY))

    def consented(self):
        """As far as the respondent's yes."""
        return self.served().do(verbs.agree, shared.Day(DAY))

    def filed(self):
        """As far as filing."""
        return self.consented().do(verbs.file, SESSION)

    def later(self, by=AFTER):
        """Time passes."""
        self.now += by
        return self

    def said(self, step, facts=None, login="officer", proceeding=None):
        """The codes of the reasons against a step."""
        actor = self.city.actor(login)
        return [each.code for each in refusals(proceeding or self.m, step, actor=actor, now=self.now, facts=facts)]

    def running(self):
        """The clocks that run, with their ends."""
        return {clock.rule: clock.due for clock in self.m.clocks if clock.state == "running"}


@pytest.fixture
def table(city):
    """A patent dispute before the office."""
    return Table(city)


def test_each_step_of_consent_has_its_own_clock(table):
    table.asked_for()
    first = table.running()
    table.do(verbs.send_notice).do(verbs.serve_notice, shared.Day(DAY))
    second = table.running()
    table.do(verbs.agree, shared.Day(DAY))
    third = table.running()
    table.do(verbs.file, SESSION)

    assert [first, second, third, table.running()] == [
        {"MED-3.serve": date(2026, 3, 9)},
        {"MED-3.statement": date(2026, 3, 17)},
        {"MED-4.file": date(2026, 3, 9)},
        {"MED-8": date(2026, 5, 6)},
    ]


def test_refusal_of_the_respondent_files_nothing_and_tells_the_requester(table):
    table.served().do(verbs.decline, shared.Day(DAY))
    clocks = table.running()
    table.do(verbs.not_file)

    assert clocks == {"MED-4.refuse": date(2026, 3, 9)}
    assert (table.m.state, table.m.ended_ground, table.running()) == ("not_filed", "refused", {})


def test_silence_counts_only_after_fifteen_days(table):
    table.served()
    early = table.said(steps.NOTE_SILENCE)
    table.now += timedelta(days=16)
    table.do(verbs.note_silence)

    assert (early, table.m.state) == (["the_time_to_state_is_over"], "unwilling")
    assert table.running() == {"MED-4.refuse": date(2026, 3, 24)}
    assert table.do(verbs.not_file).m.ended_ground == "silent"


def test_agreement_opens_the_window_of_j_08_and_makes_its_paper(table):
    table.filed().do(verbs.settle, SETTLEMENT)
    agreement = agreements_of(table.m)[0]

    assert (table.m.state, table.running()) == ("settled", {"J-08": date(2026, 4, 1)})
    assert (agreement.status, agreement.confirmable, agreement.effective_on) == ("in_force", True, DAY)


@pytest.mark.parametrize("matter", ["ownership", "inventorship"])
def test_agreement_on_title_is_closed_to_confirmation(city, matter):
    table = Table(city, matter=matter).filed().do(verbs.settle, SETTLEMENT)

    assert (agreements_of(table.m)[0].confirmable, table.running()) == (False, {})


def test_failed_mediation_is_closed_by_withdrawing_the_case(table):
    table.filed().do(verbs.withdraw_case, shared.Ending("mediation_failed"))

    assert (table.m.state, table.m.ended_ground, table.running()) == ("withdrawn", "mediation_failed", {})


def test_requester_takes_the_request_back_before_filing(table):
    table.asked_for().do(verbs.cancel, shared.Reason("双方自行协商"))

    assert (table.m.state, table.m.ended_ground) == ("withdrawn", "requester_withdraws")


def test_out_of_scope_is_refused_with_its_reason(table):
    table.asked_for()
    unsaid = table.said(steps.REFUSE, shared.Reason(""))
    table.do(verbs.refuse, shared.Reason("请求事项实为专利权有效性"))

    assert (unsaid, table.m.state) == (["the_reason_not_to_file_is_told"], "not_filed")


def test_ownership_stays_the_patent_procedure_once_at_a_time(city):
    table = Table(city, matter="ownership").filed()
    untold, unasked = table.said(steps.ASK_STAY, shared.Day()), table.said(steps.END_STAY, shared.Day(DAY))
    table.do(verbs.ask_stay, shared.Day(DAY))
    twice = table.said(steps.ASK_STAY, shared.Day(DAY))
    table.do(verbs.end_stay, shared.Day(DAY))

    assert (untold, unasked, twice) == (["the_day_has_come"], ["a_stay_is_running"], ["no_stay_is_running"])
    assert (table.m.stay_asked_on, table.m.stay_ended_on) == (DAY, DAY)


def test_only_title_stays_the_patent_procedure(table):
    assert table.filed().said(steps.ASK_STAY, shared.Day(DAY)) == ["title_is_in_dispute"]


def test_house_limit_is_extended_by_all_before_its_end(table):
    table.filed()
    some = table.said(steps.EXTEND, f.Prolongation(date(2026, 7, 1), ("P1",)))
    short = table.said(steps.EXTEND, f.Prolongation(date(2026, 4, 1), ("P1", "P2")))
    table.do(verbs.extend, f.Prolongation(date(2026, 7, 1), ("P1", "P2")))

    assert (some, short) == (["every_party_wants_more_time"], ["the_house_limit_still_runs.not_later"])
    assert table.running() == {"MED-8": date(2026, 7, 1)}
    table.now += timedelta(days=150)
    assert table.said(steps.EXTEND, f.Prolongation(date(2026, 9, 1), ("P1", "P2"))) == [
        "the_house_limit_still_runs.late"]  # fmt: skip


def test_house_limit_that_does_not_run_is_not_extended(table):
    table.filed()
    for clock in table.m.clocks:
        clock.state, clock.stopped_at = "stopped", NOON

    assert table.said(steps.EXTEND, f.Prolongation(date(2026, 9, 1), ("P1", "P2"))) == [
        "the_house_limit_still_runs.none"]  # fmt: skip


def test_requester_that_stayed_away_is_the_ground_only_if_it_is_on_record(table):
    table.filed()
    absent = shared.Ending("requester_absent")
    unheard = table.said(steps.WITHDRAW_CASE, absent)
    table.now += timedelta(days=11)
    table.do(verbs.record_session, replace(HELD, absent="requester")).do(verbs.withdraw_case, absent)

    assert (unheard, table.m.ended_ground) == (["the_requester_missed_the_session"], "requester_absent")


ASKED = (
    ({"matter": "validity"}, "the_matter_may_be_mediated", {"matter": "reward"}),
    ({"matter": "open_licence"}, "it_is_not_for_the_national_office", {"matter": "other"}),
    ({"matter": "provisional_use"}, "a_fee_before_grant_waits_for_the_grant",
     {"matter": "provisional_use", "granted_on": DAY}),
    ({"matter": "damages"}, "damages_alone_rest_on_a_decision.untold", None),
    ({"matter": "damages", "decision_number": "（2025）鄂01知民初9号"}, "damages_alone_rest_on_a_decision.unattached",
     {"matter": "damages", "decision_number": "（2025）鄂01知民初9号", "files": ("决定书",)}),
)  # fmt: skip


@pytest.mark.parametrize(("false", "code", "cure"), ASKED)
def test_request_is_refused_alone_and_cured(table, false, code, cure):
    assert table.said(steps.REQUEST, f.Request(**false)) == [code]
    if cure is not None:
        assert table.said(steps.REQUEST, f.Request(**cure)) == []


def test_damages_rest_on_a_decision_of_our_own(city, table):
    deciding = adjudicating.request(table.case, ASKED_TO_DECIDE, actor=city.actor("officer"), now=NOON)
    deciding.decision_number, deciding.decided_on = "黄知裁字〔2026〕1号", DAY
    told = f.Request("damages", decision_number="黄知裁字〔2026〕1号")
    unfound = table.said(steps.REQUEST, told)
    table.city.session.execute(
        deciding.__table__.metadata.tables["proceeding"].update().values(state="established")
    )  # fmt: skip

    assert (unfound, table.said(steps.REQUEST, told)) == (["damages_alone_rest_on_a_decision.unattached"], [])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda case: setattr(case.rights[0], "kind", "trademark"), "a_patent_is_in_dispute"),
        (lambda case: setattr(case.of_role("respondent")[0], "role", "third_party"), "both_sides_can_be_reached.side"),
        (lambda case: setattr(case.of_role("respondent")[0], "phone", None), "both_sides_can_be_reached.contact"),
        (lambda case: setattr(case, "request", ""), "matter_and_reasons_are_told"),
    ],
)
def test_case_must_carry_the_request(city, change, code):
    table = Table(city)
    change(table.case)

    assert table.said(steps.REQUEST, f.Request("reward")) == [code]


def test_second_mediation_waits_for_the_first(city, table):
    table.asked_for()
    again = verbs.propose(table.case, city.actor("officer"))

    assert table.said(steps.REQUEST, f.Request("reward"), proceeding=again) == ["no_other_patent_mediation_runs"]


ROWS = {
    "the_notice_reached_the_respondent": (
        lambda t: t.asked_for().do(verbs.send_notice), steps.SERVE_NOTICE, shared.Day(), shared.Day(DAY)),
    "the_statement_is_dated": (lambda t: t.served(), steps.AGREE, shared.Day(date(2026, 3, 9)), shared.Day(DAY)),
    "a_session_is_fixed.day": (
        lambda t: t.consented(), steps.FILE, replace(SESSION, on=date(2026, 3, 1)), SESSION),
    "a_session_is_fixed.place": (lambda t: t.filed(), steps.FIX_SESSION, replace(SESSION, place=None), SESSION),
    "the_session_took_place.day": (lambda t: t.filed(), steps.RECORD_SESSION, HELD, None),
    "the_session_took_place.absent": (
        lambda t: t.filed().later(), steps.RECORD_SESSION, replace(HELD, absent=None), HELD),
    "the_end_of_mediation_has_its_ground": (
        lambda t: t.filed(), steps.WITHDRAW_CASE, shared.Ending("nonsense"), shared.Ending("other")),
    "all_signed_and_sealed.party": (
        lambda t: t.filed(), steps.SETTLE, replace(SETTLEMENT, signatures=BOTH[:1]), SETTLEMENT),
    "all_signed_and_sealed.official": (
        lambda t: t.filed(), steps.SETTLE, replace(SETTLEMENT, official_on=None), SETTLEMENT),
    "all_signed_and_sealed.seal": (
        lambda t: t.filed(), steps.SETTLE, replace(SETTLEMENT, seal_on=date(2026, 3, 3)), SETTLEMENT),
    "terms_bind_parties": (
        lambda t: t.filed(), steps.SETTLE, replace(SETTLEMENT, terms=(replace(TERMS[0], creditor="P2"),)), SETTLEMENT),
    "the_agreement_has_terms": (lambda t: t.filed(), steps.SETTLE, replace(SETTLEMENT, terms=()), SETTLEMENT),
}  # fmt: skip


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_alone_and_lets_the_cure_pass(table, code):
    stage, step, false, cure = ROWS[code]
    walked = stage(table)

    assert walked.said(step, false) == [code]
    if cure is not None:
        assert walked.said(step, cure) == []


ELSEWHERE = {
    "a_patent_is_in_dispute", "the_matter_may_be_mediated", "it_is_not_for_the_national_office",
    "a_fee_before_grant_waits_for_the_grant", "damages_alone_rest_on_a_decision", "both_sides_can_be_reached",
    "matter_and_reasons_are_told", "no_other_patent_mediation_runs", "an_adjudication_refers_it",
    "the_reason_not_to_file_is_told", "the_time_to_state_is_over", "title_is_in_dispute", "no_stay_is_running",
    "a_stay_is_running", "the_day_has_come", "every_party_wants_more_time", "the_house_limit_still_runs",
    "the_official_does_not_enforce_here", "each_term_says_what", "the_requester_missed_the_session",
    "a_court_may_confirm_it", "the_way_to_court_is_told",
}  # fmt: skip


def test_every_guard_is_falsified_here():
    guards = {guard.name for step in PATENT_MEDIATION.steps.values() for guard in step.guards}

    assert guards == {code.split(".")[0] for code in ROWS} | ELSEWHERE


def test_who_enforced_in_the_dispute_does_not_mediate_it(city, table):
    table.filed().later()
    told = LeadFacts("假冒专利", "inspection", found_on=DAY)
    open_lead(table.case, told, actor=city.actor("officer2"), now=NOON)

    assert table.said(steps.RECORD_SESSION, HELD, "officer2") == ["the_official_does_not_enforce_here"]
    assert table.said(steps.RECORD_SESSION, HELD) == []


def test_each_term_says_what_is_paid(table):
    unsaid = replace(SETTLEMENT, terms=(replace(TERMS[0], fen=None),))

    assert table.filed().said(steps.SETTLE, unsaid) == ["each_term_says_what.amount"]


@pytest.fixture
def panel(city):
    """An adjudication that was filed, and the table of the same case."""
    table = Table(city)
    bench = adjudicating.request(table.case, ASKED_TO_DECIDE, actor=city.actor("officer"), now=NOON)
    adjudicating.file(
        bench, shared.Filing(("方志远", "余思敏", "柯建国"), MATERIALS), actor=city.actor("officer"), now=NOON
    )  # fmt: skip
    return table, bench


def referred(table, bench):
    """The adjudication refers its settlement to a patent mediation."""
    adjudicating.mediate(bench, shared.Consent(True), actor=table.city.actor("officer"), now=NOON)
    table.m = verbs.refer(table.case, SESSION, actor=table.city.actor("officer"), now=NOON)
    return table.m


def test_referral_needs_an_adjudication_in_mediation(panel):
    table, _bench = panel

    with pytest.raises(StepRefused) as refused:
        verbs.refer(table.case, SESSION, actor=table.city.actor("officer"), now=NOON)
    assert [each.code for each in refused.value.refusals] == ["an_adjudication_refers_it"]
    assert verbs.propose_referral(table.case, table.city.actor("officer")) is None


def test_agreement_of_a_referred_mediation_closes_the_adjudication(panel):
    table, bench = panel
    child = referred(table, bench)

    table.do(verbs.settle, SETTLEMENT)

    assert (child.parent_id, child.state, bench.state, bench.ended_ground) == (
        bench.id, "settled", "settled", "settled")  # fmt: skip
    assert [clock.rule for clock in bench.clocks if clock.state != "stopped"] == []


@pytest.mark.parametrize(("served", "state"), [(False, "filed"), (True, "served")])
def test_failed_referred_mediation_brings_the_adjudication_back_to_where_it_stood(panel, served, state):
    table, bench = panel
    if served:
        adjudicating.serve(bench, shared.Service(DAY), actor=table.city.actor("officer"), now=NOON)
    referred(table, bench)
    paused = next(clock.state for clock in bench.clocks if clock.rule == "ADJ-19")

    table.do(verbs.withdraw_case, shared.Ending("mediation_failed"))

    months = next(clock.state for clock in bench.clocks if clock.rule == "ADJ-19")
    assert (paused, bench.state, months) == ("paused", state, "running")


def test_adjudication_waits_for_the_mediation_that_it_referred_r7(panel):
    table, bench = panel
    referred(table, bench)
    actor = table.city.actor("officer")

    with pytest.raises(StepRefused) as refused:
        adjudicating.end_mediation(bench, None, actor=actor, now=NOON)
    assert [each.code for each in refused.value.refusals] == ["no_referred_mediation_runs"]


def test_session_is_fixed_anew(table):
    table.filed().do(verbs.fix_session, f.Session(date(2026, 3, 20), "第二调解室"))

    assert (table.m.session_on, table.m.session_place, table.m.state) == (date(2026, 3, 20), "第二调解室", "filed")
