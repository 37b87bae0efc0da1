"""Each guard: one fact falsified, exactly its refusal; the fact cured, the act passes."""

import pytest

from casework.base.errors import StepRefused
from casework.confirmation import facts as f
from casework.confirmation.steps import CONFIRMATION
from tests.confirmation.conftest import agreed
from tests.confirmation.steps_walk import Court
from tests.mediation.walk import d
from tests.support.expecting import expects


def refused(act) -> list[str]:
    """The codes with which an act is refused."""
    with pytest.raises(StepRefused) as caught:
        act()
    return [each.code for each in caught.value.refusals]


BAD_PREPARATIONS = [
    ({"consents": ("P1",)}, "all_parties_apply_together"),
    ({"consents": ()}, "all_parties_apply_together"),
    ({"consents": ("P1", "P2", "P9")}, "all_parties_apply_together.unknown"),
    ({"court": "黄石市下陆区人民法院"}, "a_court_is_chosen.reason"),
    ({"agents": (f.Agent("P1", "丁", "friend"),)}, "agents_are_allowed"),
    ({"agents": (f.Agent("P1", None, "lawyer"),)}, "agents_are_allowed"),
    ({"agents": (f.Agent("P7", "丁", "lawyer"),)}, "agents_are_allowed"),
    ({"agents": tuple(f.Agent("P1", name, "lawyer") for name in "丁戊己")}, "agents_are_allowed.many"),
]


@pytest.mark.parametrize(("told", "code"), BAD_PREPARATIONS)
def test_bad_preparation_is_refused_and_cured(court, told, code):
    codes = refused(lambda: court.prepare(**told))

    court.prepare()

    assert (codes, court.c.state) == ([code], "preparing")


def test_other_court_needs_a_reason(court):
    court.prepare(court="黄石市中级人民法院", court_reason="标的额超过基层法院标准")

    assert (court.c.court_name, court.c.court_proposed) == ("黄石市中级人民法院", "大冶市人民法院")
    assert court.c.court_reason == "标的额超过基层法院标准"


def test_two_agents_are_allowed_and_need_an_authorisation(court):
    court.prepare(agents=(f.Agent("P1", "丁", "lawyer"), f.Agent("P1", "戊", "employee")))
    codes = refused(court.file)

    court.file(materials=f.ALL_MATERIALS)

    assert (codes, court.c.state) == (["materials_are_complete.authorisation"], "filed")


def test_replaced_agreement_is_not_filed(court, walk):
    text = walk.text
    court.prepare()
    text.status = "replaced"

    codes = refused(court.file)

    text.status = "in_force"
    assert (codes, court.file().c.state) == (["the_agreement_binds"], "filed")


def test_entrusted_case_is_not_confirmed(court, walk):
    walk.text.confirmable = False

    codes = refused(court.prepare)

    walk.text.confirmable = True
    assert (codes, court.prepare().c.state) == (["the_court_had_not_taken_it"], "preparing")


def test_second_application_is_refused_until_the_first_is_given_up(court):
    first = court.prepare().c

    codes = refused(court.prepare)

    court.c = first
    assert (codes, court.drop().prepare().c.state) == (["nobody_else_applies_for_it"], "preparing")


def test_dismissed_agreement_is_not_filed_again(court):
    court.docketed().dismiss()

    assert refused(court.prepare) == ["nobody_else_applies_for_it"]


def test_refused_application_may_go_to_the_right_court(court):
    court.filed().refuse().prepare(court="黄石市中级人民法院", court_reason="原法院告知管辖")

    assert court.c.state == "preparing"


def test_late_preparation_is_refused_and_the_last_day_passes(court):
    codes = refused(lambda: court.on("2026-04-02").prepare())

    assert (codes, court.on("2026-04-01").prepare().c.state) == (["the_window_is_open"], "preparing")


def test_obstacle_needs_its_words(court):
    codes = refused(lambda: court.on("2026-04-02").prepare(obstacle_ended_on=d("2026-04-01")))

    court.prepare(obstacle="洪水", obstacle_ended_on=d("2026-04-01")).file()

    assert (codes, court.c.state) == (["the_window_is_open"], "filed")


def test_clause_about_title_needs_a_reason_to_go_on(room):
    walk = agreed(room)
    walk.text.terms[0].text = "双方确认涉案专利权归甲方所有"
    court = Court(room, walk.case)

    codes = refused(court.prepare)

    court.prepare(despite="当事人知悉后坚持申请")
    assert codes == ["content_can_be_confirmed"]
    assert (court.c.state, court.c.despite) == ("preparing", "当事人知悉后坚持申请")


def test_unknown_court_is_asked_for(court, walk):
    walk.text.regime = "court_assigned"

    codes = refused(court.prepare)

    assert codes == ["a_court_is_chosen"]
    assert court.prepare(court="大冶市人民法院").c.court_name == "大冶市人民法院"


BAD_FILINGS = [
    ({"channel": "fax"}, ["filing_is_dated.channel"]),
    ({"filed_on": None}, ["filing_is_dated"]),
    ({"channel": "post"}, ["filing_is_dated.postmark"]),
    ({"posted_on": d("2026-03-08")}, ["filing_is_dated.postmark"]),
    ({"filed_on": d("2026-03-10")}, ["filing_is_dated.order"]),
    ({"filed_on": d("2026-03-01")}, ["filing_is_dated.order"]),
    ({"channel": "post", "posted_on": d("2026-03-09"), "filed_on": d("2026-03-08")}, ["filing_is_dated.order"]),
    ({"materials": ()}, [f"materials_are_complete.{each}" for each in f.MATERIALS]),
    *(
        ({"materials": tuple(one for one in f.MATERIALS if one != each)}, [f"materials_are_complete.{each}"])
        for each in f.MATERIALS
    ),
]


@pytest.mark.parametrize(("told", "codes"), BAD_FILINGS)
def test_bad_filing_is_refused_and_cured(court, told, codes):
    court.prepare()

    assert refused(lambda: court.file(**told)) == codes
    assert court.file().c.state == "filed"


def test_late_filing_is_refused(court):
    court.prepare().on("2026-04-02")

    assert refused(court.file) == ["filed_in_time"]
    assert court.file(filed_on=d("2026-04-01")).c.state == "filed"


def test_excused_filing_has_ten_days(court):
    court.on("2026-04-02").prepare(obstacle="洪水", obstacle_ended_on=d("2026-04-01"))

    codes = refused(lambda: court.on("2026-04-14").file())

    assert (codes, court.file(filed_on=d("2026-04-13")).c.state) == (["filed_in_time.excuse"], "filed")


def test_court_lists_what_it_asks_for_and_a_day(court):
    court.filed()

    assert refused(lambda: court.ask_more("2026-03-08")) == ["the_court_says_what_and_when.due"]
    assert refused(lambda: court.ask_more("2026-03-10", asked=())) == ["the_court_says_what_and_when"]
    assert court.ask_more("2026-03-09").c.asked == ["商标注册证"]


def test_nothing_is_supplied_unasked(court):
    court.filed()

    assert refused(court.supplement) == ["the_court_has_asked"]
    assert court.ask_more("2026-03-16").supplement().c.asked == []


def test_deemed_withdrawal_waits_for_the_courts_day(court):
    court.filed().ask_more("2026-03-16").on("2026-03-16")

    assert refused(court.deem_withdrawn) == ["the_courts_date_has_passed"]
    assert court.on("2026-03-17").deem_withdrawn().c.state == "withdrawn"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (None, "docketed_after_filing"),
        ("2026-03-11", "docketed_after_filing"),
        ("2026-03-08", "docketed_after_filing.order"),
    ],
)
def test_docketing_follows_the_filing(court, day, code):
    court.filed().on("2026-03-10")

    assert refused(lambda: court.docket(docketed_on=day and d(day))) == [code]
    assert court.docket(docketed_on=d("2026-03-09")).c.state == "docketed"


def test_extension_lies_after_the_thirty_days(court):
    court.docketed()

    assert refused(lambda: court.extend("2026-04-08")) == ["review_ends_later"]
    assert court.extend("2026-04-09").due("J-13.outer") == d("2026-04-09")


@pytest.mark.parametrize(("day", "variant"), [(None, ""), ("2026-03-11", ""), ("2026-03-08", ".order")])
@pytest.mark.parametrize("act", ["confirm", "dismiss"])
def test_ruling_follows_the_docketing(court, act, day, variant):
    court.docketed().on("2026-03-10")

    assert refused(lambda: getattr(court, act)(ruled_on=day and d(day))) == [f"ruled_after_docketing{variant}"]
    assert getattr(court, act)(ruled_on=d("2026-03-09")).c.state in ("confirmed", "dismissed")


@pytest.mark.parametrize(
    "receipt", [("P9", "2026-03-09"), ("P1", "2026-03-08"), ("P1", "2026-03-11")], ids=["stranger", "before", "future"]
)
def test_receipt_follows_the_ruling(court, receipt):
    court.docketed().on("2026-03-10")

    assert refused(lambda: court.confirm(receipt, ruled_on=d("2026-03-09"))) == ["receipts_follow_the_ruling"]
    assert court.confirm(("P1", "2026-03-09"), ruled_on=d("2026-03-09")).c.state == "confirmed"


def test_receipt_is_recorded_once(court):
    court.confirmed(("P1", "2026-03-09"))

    assert refused(lambda: court.receipt("P1", "2026-03-09")) == ["receipts_follow_the_ruling"]


@pytest.mark.parametrize("ground", f.REFUSAL_GROUNDS)
def test_refusal_has_one_of_five_grounds(court, ground):
    court.filed()

    assert refused(lambda: court.refuse(ground="unclear")) == ["refusal_has_a_legal_ground"]
    assert court.refuse(ground=ground).c.ground == ground


@pytest.mark.parametrize("ground", f.DISMISSAL_GROUNDS)
def test_dismissal_has_a_ground(court, ground):
    court.docketed()

    assert refused(lambda: court.dismiss(ground=None)) == ["dismissal_has_a_legal_ground"]
    assert court.dismiss(ground=ground).c.ground == ground


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"parties": ()}, "an_applicant_withdraws"),
        ({"parties": ("P9",)}, "an_applicant_withdraws"),
        ({"withdrawn_on": None}, "an_applicant_withdraws"),
        ({"withdrawn_on": d("2026-03-08")}, "an_applicant_withdraws.order"),
    ],
)
def test_an_applicant_withdraws(court, told, code):
    court.filed()

    assert refused(lambda: court.withdraw(**told)) == [code]
    assert court.withdraw(parties=("P2",)).c.state == "withdrawn"


def test_window_does_not_close_on_its_last_day(court):
    court.prepare().on("2026-04-01")

    assert refused(court.close_window) == ["the_window_is_over"]
    assert court.on("2026-04-02").close_window().c.state == "window_closed"


def test_window_does_not_close_on_a_filed_application(court):
    court.filed()

    assert refused(lambda: court.on("2026-04-02").let_window_close()) == ["nobody_else_applies_for_it"]


def test_objection_needs_the_receipt_of_that_party(court):
    court.confirmed(("P1", "2026-03-09")).on("2026-03-20")

    assert refused(lambda: court.object("P9")) == ["the_party_received_the_ruling"]
    assert refused(lambda: court.object("P2")) == ["the_party_received_the_ruling.receipt"]
    assert court.receipt("P2", "2026-03-10").object("P2").c.state == "under_objection"


@pytest.mark.parametrize("day", [None, "2026-03-21"])
def test_objection_is_dated(court, day):
    court.confirmed(("P2", "2026-03-09")).on("2026-03-20")

    assert refused(lambda: court.object(filed_on=day and d(day))) == ["the_party_objects_in_time.day"]


def test_posted_objection_is_in_time_by_the_postmark(court):
    court.confirmed(("P2", "2026-03-09")).on("2026-03-26")

    assert refused(court.object) == ["the_party_objects_in_time"]
    assert court.object(posted_on=d("2026-03-24")).c.state == "under_objection"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": "甲公司"}, "the_outsider_objects_in_time.name"),
        ({"name": None}, "the_outsider_objects_in_time.name"),
        ({"filed_on": None}, "the_outsider_objects_in_time.day"),
        ({"knew_on": "2026-03-25"}, "the_outsider_objects_in_time.day"),
    ],
)
def test_outsider_is_named_and_dated(court, told, code):
    court.confirmed().on("2026-03-20")

    assert refused(lambda: court.object_outside(**{"knew_on": "2026-03-10", **told})) == [code]
    assert court.object_outside("2026-03-10").c.state == "under_objection"


@pytest.mark.parametrize(("day", "variant"), [(None, ""), ("2026-03-22", ""), ("2026-03-19", ".order")])
@pytest.mark.parametrize("act", ["keep", "revoke"])
def test_objection_is_decided_after_it_was_made(court, act, day, variant):
    court.confirmed(("P2", "2026-03-09")).on("2026-03-20").object().on("2026-03-21")

    codes = refused(lambda: getattr(court, act)(decided_on=day and d(day)))

    assert codes == [f"decided_after_the_objection{variant}"]
    assert getattr(court, act)().c.state in ("confirmed", "revoked")


def test_chair_does_not_file(court, room):
    court.prepare().by(room.chair)

    assert refused(court.file) == ["post"]


def test_every_guard_is_expected_by_a_test_above():
    guards = {guard.name for step in CONFIRMATION.steps.values() for guard in step.guards}

    assert {guard for guard in guards if not expects(__file__, guard)} == set()
