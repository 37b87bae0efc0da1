"""The vectors of the rule book on confirmation, each by its number, through the verbs."""

import pytest

from casework.base.errors import StepRefused
from casework.clock.clocks import default_table
from casework.confirmation.court import mediation_kind, proposed_court
from casework.confirmation.window import extension_due, window_due
from casework.mediation.agreements import IN_FORCE, Agreement
from casework.records.filing import PartyFacts, RightFacts
from tests.confirmation.conftest import agreed
from tests.confirmation.steps_walk import Court
from tests.mediation.conftest import make_case
from tests.mediation.walk import Walk, at, d


def codes(act) -> list[str]:
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.code for each in caught.value.refusals]


def test_tv_17_posted_on_the_last_day_is_in_time(room):
    court = Court(room, agreed(room, "2026-03-06").case, "2026-04-07").prepare().on("2026-04-10")
    assert court.c.window_due == d("2026-04-07")

    court.post("2026-04-07")

    assert (court.c.state, court.c.posted_on, court.c.filed_on) == ("filed", d("2026-04-07"), d("2026-04-10"))
    assert court.due("J-12.people") == d("2026-04-13")


def test_tv_17_posted_a_day_later_is_late(room):
    court = Court(room, agreed(room, "2026-03-06").case, "2026-04-07").prepare().on("2026-04-10")

    assert codes(lambda: court.post("2026-04-08")) == ["filed_in_time"]


def test_tv_19_extension_is_asked_within_ten_days_after_the_flood(room):
    case = agreed(room, "2026-03-06").case
    told = {"obstacle": "洪水", "obstacle_ended_on": d("2026-04-10")}

    late = codes(lambda: Court(room, case, "2026-04-21").prepare(**told))
    in_time = Court(room, case, "2026-04-20").prepare(**told)

    assert extension_due(d("2026-04-10")) == d("2026-04-20")
    assert (late, in_time.c.state) == (["the_window_is_open.excuse"], "preparing")


def test_tv_35_court_decides_in_three_days(room):
    court = Court(room, agreed(room, "2026-09-28").case, "2026-09-30").filed()

    assert court.due("J-12.people") == d("2026-10-08")


def test_tv_35_hubei_gives_three_working_days_for_an_administrative_agreement(room):
    walk = agreed(room, "2026-09-28")
    walk.text.regime = "administrative"
    court = Court(room, walk.case, "2026-09-30").filed()

    assert court.due("J-12.hubei_administrative") == d("2026-10-10")


def test_court_that_decides_at_once_needs_no_clock(court):
    court.prepare().file(court_present=True)

    assert court.running() == []


def test_tv_37_objection_runs_from_each_partys_own_receipt(room):
    court = Court(room, agreed(room, "2026-06-01").case, "2026-06-25").docketed()

    court.on("2026-06-29").confirm(("P1", "2026-06-26"), ("P2", "2026-06-29"), ruled_on=d("2026-06-25"))

    assert (court.due("J-21.party", "甲公司"), court.due("J-21.party", "乙店")) == (d("2026-07-13"), d("2026-07-14"))
    assert codes(lambda: court.on("2026-07-14").object("P1")) == ["the_party_objects_in_time"]
    assert court.object("P2").c.state == "under_objection"


def test_tv_39_outsider_has_six_fixed_months(room):
    court = Court(room, agreed(room, "2026-03-02").case, "2026-03-20").confirmed(("P1", "2026-03-20"))

    late = codes(lambda: court.on("2026-10-09").object_outside("2026-04-01"))

    assert late == ["the_outsider_objects_in_time"]
    assert court.on("2026-10-08").object_outside("2026-04-01").c.state == "under_objection"


def test_tv_47_one_party_alone_is_refused(court):
    with pytest.raises(StepRefused) as caught:
        court.prepare(consents=("P1",))

    said = caught.value.refusals[0]
    assert (said.rule, said.fact) == ("J-01", "须由各方当事人共同申请，缺少：乙店")


def test_both_means_all_three_parties(room):
    parties = (
        PartyFacts("applicant", "甲公司", representative="甲某"),
        PartyFacts("respondent", "乙店", kind="person"),
        PartyFacts("respondent", "丁某", kind="person"),
    )
    court = Court(room, agreed(room, parties=parties).case)

    assert codes(lambda: court.prepare(consents=("P1", "P2"))) == ["all_parties_apply_together"]
    assert court.prepare().c.state == "preparing"


def test_tv_53_invention_patent_goes_to_wuhan(room):
    walk = agreed(room, rights=(RightFacts("patent_invention"),))
    court = Court(room, walk.case).filed()

    assert court.c.court_name == "武汉市中级人民法院"
    assert next(each.code for each in room.offices.values() if each.id == court.c.counterpart_id) == "wuhan-court"


def test_tv_55_design_goes_to_huangshi_and_the_court_is_asked(room):
    walk = agreed(room, rights=(RightFacts("patent_design"),))
    court = Court(room, walk.case).prepare()

    assert court.c.court_name == "黄石市中级人民法院"
    assert proposed_court(walk.text).ask is True


def test_tv_57_assigned_case_goes_back_to_the_assigning_court(room):
    daye = room.offices["daye-court"]
    case = make_case(room, now=at("2026-03-02"), place="武汉市")
    walk = Walk(room, case, "2026-03-02").assigned(court=daye).take().name().session().settle()
    walk.sign("P1").sign("P2").sign_mediator().seal()
    court = Court(room, case).prepare()

    assert (mediation_kind(walk.text), court.c.court_name) == ("assigned", "大冶市人民法院")


def test_highest_court_of_several_rights_is_proposed(room):
    walk = agreed(room, rights=(RightFacts("trademark"), RightFacts("patent_design"), RightFacts("software")))

    assert proposed_court(walk.text).court == "武汉市中级人民法院"


@pytest.mark.parametrize("kind", ["trade_secret", "patent_unknown", "company_name", "other"])
def test_unclear_right_asks_the_court(room, kind):
    walk = agreed(room, rights=(RightFacts(kind),))

    assert proposed_court(walk.text).ask is True


@pytest.mark.parametrize(
    ("effective", "due"),
    [
        ("2026-03-02", "2026-04-01"),
        ("2026-09-01", "2026-10-08"),
        ("2026-01-16", "2026-02-24"),
        ("2026-08-26", "2026-09-28"),
        ("2026-04-09", "2026-05-09"),
        ("2026-12-02", "2027-01-04"),
    ],
)
def test_tv_01_to_11_window_ends(room, effective, due):
    agreement = Agreement(regime="people_written", window_from=d(effective), status=IN_FORCE)

    assert window_due(agreement) == d(due)


def test_draft_has_no_window():
    assert window_due(Agreement(regime="people_written")) is None


def test_window_of_an_administrative_agreement_is_hubeis(room):
    agreement = Agreement(regime="administrative", window_from=d("2026-03-02"))

    assert (agreement.clock, window_due(agreement)) == ("J-08", d("2026-04-01"))
    assert default_table().row("J-08", d("2026-03-02")).count == 30
