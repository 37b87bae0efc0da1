"""The main path in every regime, and every way out, from the request to the bound file."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.mediation.agreements import agreement_in_force, told
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold
from tests.mediation.traces import figures, last_entry, papers, running
from tests.mediation.walk import d


def test_own_mediation_goes_from_request_to_bound_file(walk, case):
    walk.register().review().accept().name().notify().session()
    walk.settle().sign("P1").sign("P2").sign_mediator().seal()
    walk.close().archive()

    assert (walk.m.state, walk.m.number) == ("archived", "（2026）黄知调字第1号")
    assert figures(case) == [
        ("registered", d("2026-04-01"), None),
        ("accepted", d("2026-04-01"), None),
        ("agreed", d("2026-04-01"), 5_000_000),
    ]
    assert papers(case) == [
        *("D-02", "D-02a", "D-03", "D-05", "D-05", "D-06", "D-06", "D-08", "D-09", "D-10", "D-10"),
        *("D-12", "D-16", "D-16a", "D-26", "D-01", "D-27"),
    ]
    assert running(walk.m) == ["J-02"]


def test_agreement_takes_effect_with_the_last_element(walk):
    walk.signing().on("2026-04-02").sign("P1").on("2026-04-03").sign("P2").sign_mediator()
    before = walk.m.state
    walk.on("2026-04-08").seal()

    assert (before, walk.m.state) == ("signing", "agreed")
    assert (walk.text.effective_on, walk.text.window_from, walk.text.also_on) == (
        d("2026-04-08"),
        d("2026-04-08"),
        None,
    )
    assert running(walk.m) == ["J-02"]
    assert walk.clock("J-02").due == d("2026-05-08")


def test_tv13_court_assigned_takes_effect_with_the_parties_alone(walk):
    walk.on("2026-06-01").assigned().take().name().session().settle(regime="court_assigned")
    walk.sign("P1").sign("P2").on("2026-06-02").sign_mediator().on("2026-06-05").seal()

    assert (walk.m.state, walk.text.effective_on) == ("agreed", d("2026-06-01"))
    assert walk.clock("J-02").due == d("2026-07-01")
    assert [each.role for each in walk.text.signatures] == ["party", "party", "mediator", "seal"]


def test_committee_in_a_courts_matter_keeps_both_dates(walk):
    walk.on("2026-06-01").assigned().take().name().session().settle()
    walk.sign("P1").sign("P2").on("2026-06-05").sign_mediator().seal()

    text = walk.text
    assert text.regime == "people_in_court_assigned"
    assert (text.effective_on, text.also_on, text.window_from) == (d("2026-06-05"), d("2026-06-01"), d("2026-06-01"))
    assert walk.clock("J-02").due == d("2026-07-01")


def test_online_agreement_takes_effect_with_the_last_electronic_signature(walk):
    walk.online().session().settle()
    walk.sign("P1", how="e_signature").on("2026-04-03").sign("P2", how="e_signature")

    assert (walk.m.state, walk.text.regime) == ("agreed", "court_online")
    assert (walk.text.effective_on, walk.clock("J-02").due) == (d("2026-04-03"), d("2026-05-06"))


def test_tv15_oral_agreement_takes_effect_the_day_it_was_reached(walk, case):
    walk.on("2026-11-23").mediating().orally()

    assert (walk.m.state, walk.text.form, walk.text.regime) == ("agreed", "oral", "people_oral")
    assert (walk.text.effective_on, walk.clock("J-02").due) == (d("2026-11-23"), d("2026-12-23"))
    assert figures(case)[-1] == ("agreed", d("2026-11-23"), 300_000)
    assert last_entry(case).changes["form"] == "oral"


@pytest.mark.parametrize("link", ["entrusted_ordinary", "entrusted_summary"])
def test_entrusted_mediation_opens_no_window_of_confirmation(walk, link):
    walk.assigned(link=link).take().name().session().settle().sign("P1").sign("P2").sign_mediator().seal()

    assert (walk.m.state, walk.text.confirmable) == ("agreed", False)
    assert running(walk.m) == []


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({}, "C-09.assigned"),
        ({"link": "entrusted_ordinary"}, "C-09.entrusted_ordinary"),
        ({"link": "entrusted_summary"}, "C-09.entrusted_summary"),
        ({"online": True}, "C-19.pre_filing"),
        ({"online": True, "link": "entrusted_ordinary"}, "C-19.entrusted_ordinary"),
        ({"online": True, "link": "entrusted_summary"}, "C-19.entrusted_summary"),
    ],
)
def test_courts_matter_runs_on_its_own_clock_from_signing(walk, case, told, rule):
    walk.assigned(**told).on("2026-04-02").take(signed_on=d("2026-04-01"))

    assert running(walk.m) == [rule]
    assert walk.clock(rule).started_at.date().isoformat() == "2026-03-31"  # midnight in Shanghai
    assert figures(case)[-1] == ("accepted", d("2026-04-01"), None)


def test_declined_assignment_tells_its_reason(walk, case):
    walk.assigned().decline(reason="超出专业领域")

    assert (walk.m.state, walk.m.refused_detail) == ("declined", "超出专业领域")
    assert figures(case) == [("registered", d("2026-04-01"), None), ("not_accepted", d("2026-04-01"), None)]
    assert running(walk.m) == []


def test_review_rests_while_papers_are_missing(walk):
    walk.register().review().ask_supplement("身份证明")
    asked = running(walk.m)
    walk.on("2026-04-08").supplement()

    assert asked == ["M-14.supplement"]
    assert (walk.m.state, running(walk.m)) == ("under_review", ["M-14"])
    assert walk.clock("M-14").due == d("2026-04-13")


def test_lapse_counts_as_no_ending(walk, case):
    walk.register().review().ask_supplement().on("2026-04-20").lapse()

    assert (walk.m.state, walk.m.end_reason) == ("withdrawn", "not_completed")
    assert figures(case) == [("registered", d("2026-04-01"), None)]


def test_other_party_is_asked_and_agrees(walk):
    walk.register().review().ask()
    asked = running(walk.m)
    walk.answer("other_party_agreed").accept()

    assert asked == ["M-10.consent"]
    assert (walk.m.state, running(walk.m)) == ("accepted", ["M-22"])


def test_tv59_refusal_on_the_telephone_ends_with_the_routes_told(walk, case):
    walk.register().review().ask().answer("other_party_refused", channel="phone", routes="可以向人民法院起诉")

    answer = walk.m.answers[0]
    assert (answer.answer, answer.answered_on, answer.channel) == ("refused", d("2026-04-01"), "phone")
    assert (walk.m.state, walk.m.routes_told) == ("not_accepted", "可以向人民法院起诉")
    assert papers(case)[-1] == "D-04"
    assert figures(case)[-1][0] == "not_accepted"


def test_refusal_of_one_party_bars_a_later_mediation_until_it_agrees(walk):
    walk.register().review().answer("other_party_refused")
    walk.register().review()

    with pytest.raises(StepRefused) as refused:
        walk.accept()
    walk.answer("other_party_agreed").accept()

    assert [each.code for each in refused.value.refusals] == ["nobody_refuses"]
    assert walk.m.state == "accepted"


def test_unreachable_party_ends_the_request_too(walk):
    walk.register().review().ask().answer("other_party_refused", unreachable=True)

    assert (walk.m.state, walk.m.refused_ground) == ("not_accepted", "unreachable")


def test_refusal_is_proposed_by_the_registrar_and_approved_by_the_chair(walk, case):
    walk.register().review().propose_refusal(ground="at_court")
    proposed = walk.m.state
    walk.refuse()

    assert (proposed, walk.m.state, walk.m.refusal_proposed_by) == ("under_review", "not_accepted", "何文静")
    assert papers(case)[-1] == "D-04"


def test_acceptance_sets_a_proposed_refusal_aside(walk):
    walk.register().review().propose_refusal().accept()

    assert (walk.m.state, walk.m.refused_ground, walk.m.routes_told) == ("accepted", None, "")


def test_hand_over_before_acceptance_is_no_ending_in_the_figures(walk, case):
    walk.register().review().hand_over()

    assert walk.m.state == "transferred"
    assert [each[0] for each in figures(case)] == ["registered"]
    assert papers(case)[-1] == "D-28"


@pytest.mark.parametrize(
    ("leave", "state", "figure", "reason"),
    [
        (lambda w: w.terminate(), "terminated", "terminated", "too_far_apart"),
        (lambda w: w.withdraw(), "withdrawn", "withdrawn", "withdrawn"),
        (lambda w: w.withdraw(own_settlement=True), "withdrawn", "withdrawn", "own_settlement"),
        (lambda w: w.transfer_out(), "transferred", "transferred", "handed_on"),
        (lambda w: w.settle().refuse_to_sign(), "terminated", "terminated", "unsigned"),
    ],
)
def test_every_ending_has_reason_routes_and_figure(walk, case, leave, state, figure, reason):
    walk.mediating()

    leave(walk)

    assert (walk.m.state, walk.m.end_reason, walk.m.ended_on) == (state, reason, d("2026-04-01"))
    assert walk.m.routes_told != ""
    assert figures(case)[-1] == (figure, d("2026-04-01"), None)
    assert running(walk.m) == []


def test_withdrawal_before_acceptance_counts_for_nothing(walk, case):
    walk.register().withdraw()

    assert walk.m.state == "withdrawn"
    assert [each[0] for each in figures(case)] == ["registered"]


def test_courts_matter_that_fails_is_reported_to_the_court(walk, case):
    walk.assigned().take().name().session().terminate()

    assert papers(case)[-2:] == ["D-18", "C-15"]


def test_tv65_replacement_needs_no_ground(walk):
    walk.mediating().replace(reason=None)

    assert walk.m.state == "mediator_set"
    assert [(each.mediator.name, each.presiding) for each in walk.m.named] == [("陈𬭚", True)]
    assert running(walk.m) == ["M-22"]


def test_tv33_appraisal_stops_the_clock_for_its_days(walk):
    walk.on("2026-11-05").assigned().take().name().session().on("2026-11-10").appraise()
    paused = walk.clock("C-09.assigned").state
    walk.on("2026-11-20").resume()

    clock = walk.clock("C-09.assigned")
    assert (paused, clock.state) == ("paused", "running")
    assert (clock.raw, clock.due) == (d("2026-12-15"), d("2026-12-15"))


def test_suspected_sham_is_reported_and_the_clock_runs_on(walk, case):
    walk.mediating().suspend(cause="sham", detail="双方当事人串通")

    assert (walk.m.state, walk.clock("M-22").state) == ("suspended", "running")
    assert papers(case)[-2:] == ["D-15", "D-29"]


def test_standstill_for_another_cause_makes_no_report(walk, case):
    walk.mediating().suspend(cause="other_procedure").resume()

    assert walk.m.state == "in_mediation"
    assert papers(case)[-2:] == ["D-15", "D-15"]


@pytest.mark.parametrize(
    ("accepted", "rule", "due"),
    [("2026-04-01", "M-22", "2026-05-06"), ("2026-09-02", "C-09.assigned", "2026-10-08")],
    ids=["TV-23", "TV-25"],
)
def test_period_of_mediation(walk, accepted, rule, due):
    walk.on(accepted)
    walk = walk.accepted() if rule == "M-22" else walk.assigned().take()

    assert walk.clock(rule).due == d(due)


def test_tv27_entrusted_ordinary_has_fifteen_days(walk):
    walk.on("2026-09-16").assigned(link="entrusted_ordinary").take()

    assert walk.clock("C-09.entrusted_ordinary").due == d("2026-10-08")


def test_extension_replaces_the_last_day(walk):
    walk.mediating().extend("2026-06-30")

    assert walk.clock("M-22").due == d("2026-06-30")
    assert [(each.old_end, each.new_end) for each in walk.m.extensions] == [(d("2026-05-06"), d("2026-06-30"))]


def test_reopened_text_drops_the_signatures(walk):
    walk.signing().sign("P1").reopen().settle(walk.term(fen=4_000_000))

    assert (walk.text.position, walk.text.signatures, walk.text.sum_fen) == (2, [], 4_000_000)
    assert walk.text.number == walk.m.number


def test_new_agreement_after_a_refusal_takes_the_place_of_the_old_one(walk, case):
    old = walk.agreed().text
    walk.on("2026-06-01").again().session().settle(walk.term(fen=4_500_000))
    still_bound = [each.id for each in agreement_in_force(case)]
    walk.sign("P1").sign("P2").sign_mediator().seal()

    assert still_bound == [old.id]
    assert (old.status, [each.id for each in agreement_in_force(case)]) == ("replaced", [walk.text.id])
    assert walk.text.number == f"{walk.m.number}之2"
    assert [each.due for each in walk.m.clocks if each.rule == "J-02"] == [d("2026-05-06"), d("2026-07-01")]
    assert running(walk.m) == ["J-02"]
    assert figures(case)[-1] == ("agreed_again", d("2026-06-01"), 4_500_000)


def test_second_mediation_that_fails_leaves_the_first_agreement_binding(walk, case):
    walk.agreed().on("2026-05-07").again().terminate()

    assert len(agreement_in_force(case)) == 1
    assert [each[0] for each in figures(case)] == ["registered", "accepted", "agreed"]


def test_bound_file_is_opened_for_a_late_paper(walk):
    walk.agreed().close().archive().reopen_file().archive()

    assert walk.m.state == "archived"


def test_clue_is_reported_while_the_civil_mediation_goes_on(walk, case):
    walk.mediating().report_clue(reason="疑似假冒注册商标")

    assert walk.m.state == "in_mediation"
    assert last_entry(case).changes["clue"] == "疑似假冒注册商标"


def test_clue_is_told_in_a_letter_that_shows_every_field(walk, case, tmp_path):
    walk.mediating().report_clue(receiver="黄石市公安局")

    record = db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-T4")).one()
    assert (record.data["addressee"], untold(from_data(record.data), fonts_in(FOLDER), tmp_path)) == (
        "黄石市公安局",
        [],
    )


def test_agreement_tells_itself_to_the_rooms_above(walk, case):
    walk.agreed()

    found = agreement_in_force(case)
    assert [told(each) for each in found] == [
        {
            "number": "（2026）黄知调字第1号",
            "regime": "people_written",
            "form": "written",
            "status": "in_force",
            "effective_on": d("2026-04-01"),
            "also_on": None,
            "window_from": d("2026-04-01"),
            "sum_fen": 5_000_000,
            "parties": ["P1", "P2"],
            "terms": [
                {
                    "no": 1,
                    "kind": "pay",
                    "debtor": "P2",
                    "creditor": "P1",
                    "fen": 5_000_000,
                    "due": d("2026-12-30"),
                    "text": "",
                }
            ],
        }
    ]
    assert found[0].parties == case.parties
