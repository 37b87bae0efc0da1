"""The paths of courts' matters, of requests that one side or nobody made, and of what is told in between."""

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.models import PaperRecord
from tests.mediation.traces import papers, running
from tests.mediation.walk import d


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


def test_another_committee_joins_and_the_file_stays_here_m_12(walk, case):
    walk.register().review().accept().jointly().name()

    assert (walk.m.state, walk.m.joint_with) == ("mediator_set", ["大冶市人民调解委员会"])
    assert papers(case).count("D-28") == 1
    assert running(walk.m) == ["M-22"]
