"""The paths of a joint application: by window and by post, to every ending."""

from sqlalchemy import select

from casework.base.db import db
from casework.records.grants import CONTENT, Grant
from tests.confirmation.steps_walk import Court
from tests.mediation.traces import figures, papers
from tests.mediation.walk import d


def test_application_by_window_is_confirmed(court, case):
    court.prepare().on("2026-03-10").file().on("2026-03-11").docket()
    court.on("2026-03-20").confirm(("P1", "2026-03-20"), ("P2", "2026-03-20"))

    assert court.c.state == "confirmed"
    assert court.c.court_name == "大冶市人民法院"
    assert figures(case)[-2:] == [
        ("confirmation_filed", d("2026-03-10"), 5_000_000),
        ("confirmed", d("2026-03-20"), 5_000_000),
    ]
    assert papers(case)[-4:] == ["D-20", "D-21", "D-23", "D-23"]
    assert court.running() == ["J-21.party", "J-21.party", "J-20"]


def test_filing_stops_the_window_of_the_mediation(court, walk):
    before = [each.state for each in walk.m.clocks if each.rule == "J-02"]

    court.filed()

    assert before == ["running"]
    assert [each.state for each in walk.m.clocks if each.rule == "J-02"] == ["stopped"]
    assert court.running() == ["J-12.people"]


def test_preparing_leaves_the_window_running(court, walk):
    court.prepare()

    assert [each.state for each in walk.m.clocks if each.rule == "J-02"] == ["running"]
    assert court.c.window_due == d("2026-04-01")


def test_filing_lets_the_court_see_the_case(court):
    court.prepare()
    asked = select(Grant.scope).where(Grant.office_id == court.c.counterpart_id, Grant.case_id == court.case.id)
    before = db.session.scalars(asked).all()

    court.file()

    db.session.flush()
    assert (before, db.session.scalars(asked).all()) == ([], [CONTENT])


def test_court_enters_its_own_steps(court):
    court.filed().by(court.judge()).docket().confirm(("P1", "2026-03-09")).receipt("P2", "2026-03-09")

    assert court.c.state == "confirmed"
    assert [each.received_on for each in court.c.applicants] == [d("2026-03-09"), d("2026-03-09")]


def test_everything_may_happen_on_one_day(walk):
    court = Court(walk.room, walk.case, "2026-03-02").confirmed(("P1", "2026-03-02"), ("P2", "2026-03-02"))

    assert court.c.state == "confirmed"


def test_docketing_shows_both_periods_of_the_court(court):
    court.docketed()

    assert {each.rule: each.due for each in court.c.clocks if each.state == "running"} == {
        "J-13.outer": d("2026-04-08"),
        "J-13.expected": d("2026-03-24"),
    }


def test_president_extends_the_review(court):
    court.docketed().extend("2026-04-30")

    assert court.due("J-13.outer") == d("2026-04-30")


def test_doubtful_court_number_is_a_warning(court):
    court.filed().docket(number="12号").confirm(number="12号")

    assert (court.c.state, court.c.number_doubtful, court.c.court_number) == ("confirmed", True, "12号")


def test_unknown_court_number_is_no_doubt(court):
    court.filed().docket(number=None).confirm(number=None)

    assert (court.c.state, court.c.number_doubtful) == ("confirmed", False)


def test_enforcement_runs_from_the_last_due_date(court):
    court.confirmed()

    clock = court.c.clocks[-1]
    assert (clock.rule, clock.raw, clock.due) == ("J-20", d("2028-12-30"), d("2029-01-02"))


def test_refusal_tells_the_routes_and_lets_the_window_run_on(court, case):
    court.filed().on("2026-03-12").refuse()

    assert (court.c.state, court.c.ground) == ("refused", "wrong_court")
    assert "就调解协议起诉" in court.c.routes_told
    assert figures(case)[-1] == ("confirmation_refused", d("2026-03-12"), None)
    assert (court.running(), court.due("J-02")) == (["J-02"], d("2026-04-01"))


def test_dismissal_ends_it_and_the_agreement_stays(court, walk):
    court.docketed().dismiss(ground="involuntary", routes="重新调解或者起诉")

    assert (court.c.state, court.c.routes_told) == ("dismissed", "重新调解或者起诉")
    assert (court.running(), walk.text.status) == ([], "in_force")


def test_withdrawn_application_is_filed_again_in_the_same_window(court):
    court.filed().on("2026-03-20").withdraw(reason="补充材料")
    first = court.c

    court.on("2026-04-01").filed()

    assert first.state == "withdrawn"
    assert [(each.rule, each.due) for each in first.clocks if each.rule == "J-02"] == [("J-02", d("2026-04-01"))]
    assert [each.state for each in first.clocks if each.rule == "J-02"] == ["stopped"]
    assert (court.c.state, court.c.id != first.id) == ("filed", True)


def test_withdrawal_after_the_window_starts_no_clock(court):
    court.filed().on("2026-04-02").withdraw()

    assert court.running() == []


def test_what_did_not_come_is_treated_as_withdrawn(court):
    court.filed().ask_more("2026-03-16").on("2026-03-17").deem_withdrawn()

    assert (court.c.state, court.c.withdrawn_on) == ("withdrawn", d("2026-03-17"))


def test_supplement_answers_the_court(court):
    court.filed().ask_more("2026-03-16").supplement()

    assert (court.c.state, court.c.asked, court.c.asked_due) == ("filed", [], None)


def test_dropped_preparation_may_be_taken_up_again(court):
    court.prepare().drop().prepare()

    assert court.c.state == "preparing"


def test_window_closes_on_a_prepared_application(court, walk):
    court.prepare().on("2026-04-02").close_window()

    assert court.c.state == "window_closed"
    assert [each.state for each in walk.m.clocks if each.rule == "J-02"] == ["stopped"]
    assert "重新调解" in court.c.routes_told


def test_window_closes_where_nobody_applied(court):
    court.on("2026-04-02").let_window_close()

    assert court.c.state == "window_closed"


def test_objection_of_a_party_is_dismissed(court):
    court.confirmed(("P1", "2026-03-09"), ("P2", "2026-03-09")).on("2026-03-20").object().on("2026-04-01").keep()

    assert court.c.state == "confirmed"
    assert [(each.name, each.result) for each in court.c.objections] == [("乙店", "kept")]


def test_objection_of_an_outsider_revokes_the_ruling(court):
    court.confirmed(("P1", "2026-03-09")).on("2026-05-06").object_outside("2026-04-20").revoke(
        number="(2026)鄂0281民特40号"
    )

    assert court.c.state == "revoked"
    assert court.running() == []
    assert "支付令" in court.c.routes_told
