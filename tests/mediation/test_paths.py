"""The main path in every regime, and every way out, from the request to the bound file."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.mediation.agreements import agreement_in_force, told
from casework.records.journal import JournalEntry
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold
from tests.mediation.walk import d


def figures(case):
    """(figure, local date, fen) of a case's journal, in order."""
    db.session.flush()
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.figure.is_not(None))
    return [(e.figure, e.figure_on, e.figure_fen) for e in db.session.scalars(asked.order_by(JournalEntry.seq))]


def papers(case):
    """The kinds of a case's papers, in the order they were made."""
    db.session.flush()
    asked = select(PaperRecord.kind).where(PaperRecord.case_id == case.id).order_by(PaperRecord.id)
    return list(db.session.scalars(asked))


def running(mediation):
    """The rules of the clocks that are not stopped."""
    return [clock.rule for clock in mediation.clocks if clock.state != "stopped"]


def last_entry(case):
    """The newest entry of the journal."""
    db.session.flush()
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id).order_by(JournalEntry.seq.desc()).limit(1)
    return db.session.scalar(asked)


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


def test_one_sided_online_matter_asks_the_other_side_then_lets_the_parties_choose(walk):
    walk.on("2026-04-30").assigned(online=True, one_sided=True).take()
    asked = (running(walk.m), walk.clock("C-18").due)
    walk.answer("other_party_agreed", channel="platform")
    choosing = (running(walk.m), walk.clock("C-16.choose").due)
    walk.name(chosen_by="parties")

    assert asked == (["C-19.pre_filing", "C-18"], d("2026-05-08"))
    assert choosing == (["C-19.pre_filing", "C-16.choose"], d("2026-05-07"))
    assert running(walk.m) == ["C-19.pre_filing"]


def test_other_side_of_a_one_sided_matter_refuses_and_all_goes_back_to_the_court(walk, case):
    walk.assigned(online=True, one_sided=True).take().terminate(reason="one_refuses", party="P2")

    assert (walk.m.state, walk.m.court_result, walk.m.court_told_on) == ("terminated", "returned", d("2026-04-01"))
    assert [(each.party.ref, each.answer) for each in walk.m.answers] == [("P2", "refused")]
    assert papers(case)[-2:] == ["D-18", "C-15"]
    assert running(walk.m) == []


def test_parties_who_do_not_choose_online_get_a_mediator_of_the_court(walk):
    walk.on("2026-04-01").assigned(online=True, agreed_on=d("2026-04-01")).take().on("2026-04-07").appointing()
    asked = (running(walk.m), walk.clock("C-16.appoint").due)
    walk.name(chosen_by="court")

    assert asked == (["C-19.pre_filing", "C-16.appoint"], d("2026-04-10"))
    assert running(walk.m) == ["C-19.pre_filing"]


def test_own_initiative_asks_every_party_and_needs_no_application(walk, case):
    walk.register(origin="own_initiative").review().ask()
    invited = papers(case)
    walk.answer("other_party_agreed", parties=("P1", "P2")).accept()

    assert invited == ["M-11", "M-11"]
    assert (walk.m.requested_on, papers(case)[2]) == (None, "D-03")


def test_oral_application_is_written_down_by_the_committee(walk, case):
    walk.register(oral=True).review().accept()

    assert papers(case) == ["D-03", "D-05", "D-05", "D-06", "D-06"]


def test_assigned_agreement_is_served_filed_with_the_court_and_then_closed(walk, case):
    walk.assigned().take().name().session(undisputed="双方确认销售数量为120件").settle()
    walk.sign("P1").sign("P2").sign_mediator().seal().report().close()

    assert (walk.m.state, walk.m.court_result, walk.m.court_told_on) == ("closed", "filed", d("2026-04-01"))
    assert [kind for kind in papers(case) if kind in ("D-13", "C-15")] == ["D-13", "C-15"]
    assert running(walk.m) == ["J-02", "M-41.archive"]


@pytest.mark.parametrize(
    ("link", "result"),
    [("assigned", "returned"), ("entrusted_ordinary", "trial_goes_on"), ("entrusted_summary", "trial_goes_on")],
)
@pytest.mark.parametrize(
    "leave",
    [
        lambda w: w.terminate(),
        lambda w: w.withdraw(own_settlement=True),
        lambda w: w.transfer_out(),
        lambda w: w.settle().refuse_to_sign(),
    ],
)
def test_failed_matter_goes_back_to_the_court_at_once(walk, case, link, result, leave):
    walk.assigned(link=link).take().name().session()

    leave(walk)

    assert (walk.m.court_result, walk.m.court_told_on, papers(case)[-1]) == (result, d("2026-04-01"), "C-15")


def test_report_to_the_court_lists_the_papers_that_go_back(walk):
    walk.assigned(court_number="（2026）鄂0281诉前调1号").take().name().session()
    walk.terminate(conduct="乙店两次无故缺席", hints="双方争议在于销售数量")
    report = db.session.scalars(select(PaperRecord).order_by(PaperRecord.id.desc())).first()

    fields = report.data["fields"]
    assert fields["enclosures"].splitlines()[0] == "1. 人民调解受理登记表"
    assert (fields["conduct"], fields["hints"]) == ("乙店两次无故缺席", "双方争议在于销售数量")
    assert fields["court_result"] == "材料退回人民法院，当事人坚持起诉的依法立案"


def test_declined_assignment_goes_back_with_its_papers(walk, case):
    walk.assigned().decline()

    assert (walk.m.court_result, papers(case)) == ("returned", ["D-04", "C-15"])


def test_entrusted_party_is_not_told_of_confirmation(walk):
    walk.assigned(link="entrusted_summary").take()
    notice = db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "D-05")).first()

    assert "司法确认" not in str(notice.data)
    assert "制作调解书" in str(notice.data)


def test_relation_that_shows_later_is_disclosed_and_accepted_by_all(walk, case):
    walk.mediating().disclose()

    (naming,) = walk.m.named
    assert (naming.disclosed, naming.consented_on) == ("与甲公司代表人同窗", d("2026-04-01"))
    assert papers(case)[-1] == "D-08"


def test_investigation_and_addresses_are_kept_with_their_papers(walk, case):
    walk.mediating().address("P2", electronic="13900000000").investigate()

    assert [(each.party.ref, each.electronic) for each in walk.m.addresses] == [("P2", "13900000000")]
    assert [(each.position, each.asked) for each in walk.m.investigations] == [(1, "王某")]
    assert papers(case)[-2:] == ["D-22", "D-11"]


def test_paused_time_is_never_over(walk):
    walk.mediating().appraise().on("2026-06-01")

    with pytest.raises(StepRefused) as refused:
        walk.terminate(reason="time_over")

    assert [each.code for each in refused.value.refusals] == ["the_time_is_really_over"]


def test_party_who_ended_a_mediation_must_consent_to_the_next(walk):
    walk.mediating().terminate(reason="one_refuses", party="P2").register().review()

    with pytest.raises(StepRefused) as refused:
        walk.accept()
    walk.answer("other_party_agreed").accept()

    assert [each.code for each in refused.value.refusals] == ["nobody_refuses"]
    assert walk.m.state == "accepted"


def test_refused_application_is_closed_and_shelved_like_any_other(walk):
    walk.register().review().propose_refusal().refuse()

    walk.close(ground="ended").archive(on_paper=("D-02",))

    assert walk.m.state == "archived"
