"""The page of enforceability: every way with its reason and article, the periods, the application with its papers."""

import pytest

from casework.confirmation.facts import MATERIALS
from casework.confirmation.periods import enforceable_from, periods
from casework.confirmation.routes import all_routes, confirmation_route
from casework.confirmation.views import agreement_shown
from tests.confirmation.conftest import agreed
from tests.confirmation.order_walk import Order
from tests.confirmation.steps_walk import Court
from tests.confirmation.test_pages import DAY, counter
from tests.mediation.walk import d

__all__ = ["counter"]
TWO = ({"fen": 1_000_000, "due": d("2024-05-01")}, {"fen": 2_000_000, "due": d("2024-06-20")})


def test_ruling_and_suit_count_from_the_last_instalment_and_the_notary_from_each(room):
    text = agreed(room, "2024-03-04", terms=TWO).text

    assert [(each.rule, each.no, each.start, each.last) for each in periods(text)] == [
        ("J-20", None, d("2024-06-20"), d("2026-06-22")),
        ("E-05", 1, d("2024-05-01"), d("2026-05-06")),
        ("E-05", 2, d("2024-06-20"), d("2026-06-22")),
        ("L-08", None, d("2024-06-20"), d("2027-06-21")),
    ]


def test_single_debt_has_one_period_by_each_way(walk):
    due = walk.text.terms[0].due

    assert [(each.rule, each.start) for each in periods(walk.text)] == [("J-20", due), ("E-05", due), ("L-08", due)]


def test_agreement_without_a_date_counts_from_the_rulings_effect(court, walk):
    walk.text.terms[0].due = None
    before = (enforceable_from(walk.text, None), periods(walk.text))
    court.confirmed(("P1", "2026-03-09")).on("2026-03-12").receipt("P2", "2026-03-12")

    assert before == (None, [])
    assert [(each.rule, each.start) for each in periods(walk.text, court.c)] == [("J-20", d("2026-03-12"))]


def test_period_beyond_the_published_calendars_is_provisional(walk):
    assert [each.provisional for each in periods(walk.text)] == [True, True, True]


def test_every_way_names_its_rule_and_article(walk):
    on = d("2026-03-02")

    told = [(each.name, each.open, each.rule, each.article(on)) for each in all_routes(walk.text, on)]

    assert told[:5] == [
        ("confirmation", True, "J-02", "民事诉讼法(2023修正)第205条"),
        ("notary", False, "E-02", "公证法第37条;公证程序规则第39条"),
        ("arbitration", True, "E-06", "仲裁法(2025修订)第3至6、62至65、96条"),
        ("payment_order", True, "E-09", "民事诉讼法(2023修正)第225至228条"),
        ("suit", True, "M-39", "人民调解法第32条;民诉法解释第61条"),
    ]
    assert told[5][:3] == ("mediation_again", True, "M-40")


def test_window_shuts_confirmation_after_its_last_day(walk):
    assert confirmation_route(walk.text, d("2026-04-01")).open is True
    assert (
        confirmation_route(walk.text, d("2026-04-02")).why
        == "申请期限已于2026-04-01届满；有正当理由的，障碍消除后十日内申请顺延"
    )


def test_entrusted_case_has_no_confirmation(walk):
    walk.text.confirmable = False

    shut = confirmation_route(walk.text, d("2026-03-02"))
    walk.text.confirmable = True
    assert (shut.open, shut.rule) == (False, "C-12")


@pytest.mark.parametrize(
    ("way", "why"),
    [
        (lambda court: court.prepare(), "正在准备申请"),
        (lambda court: court.filed(), "已向法院申请，等待受理"),
        (lambda court: court.docketed(), "法院已立案，正在审查"),
        (lambda court: court.confirmed(), "法院已裁定协议有效"),
        (lambda court: court.confirmed(("P2", "2026-03-09")).object(), "裁定有效，异议正在审查"),
        (lambda court: court.docketed().dismiss(), "法院已裁定驳回，同一协议不能再次申请"),
        (lambda court: court.confirmed(("P2", "2026-03-09")).object().revoke(), "原裁定已被撤销，同一协议不能再次申请"),
    ],
)
def test_application_shuts_a_second_one(court, walk, way, why):
    way(court)

    found = confirmation_route(walk.text, d("2026-03-09"))
    assert (found.open, found.why) == (False, why)


@pytest.mark.parametrize("end", ["withdraw", "refuse"])
def test_withdrawn_application_may_be_made_again_in_the_window(court, walk, end):
    getattr(court.filed(), end)()

    assert confirmation_route(walk.text, d("2026-04-01")).open is True
    assert confirmation_route(walk.text, d("2026-04-02")).open is False


def test_application_shows_its_materials_by_presence(court, walk):
    court.prepare()
    before = agreement_shown(walk.text, d("2026-03-09"))["applications"][0]["materials"]
    court.file()
    after = agreement_shown(walk.text, d("2026-03-09"))["applications"][0]["materials"]

    assert [each["code"] for each in before if each["needed"]] == list(MATERIALS)
    assert [each["there"] for each in before] == [False] * 7
    assert [each["code"] for each in after if each["there"]] == list(MATERIALS)


def test_posted_application_is_in_time_by_its_postmark(court, walk):
    court.prepare().on("2026-04-03").post("2026-04-01")

    shown = agreement_shown(walk.text, d("2026-04-03"))["applications"][0]
    assert (shown["filed_on"], shown["filed"], shown["in_time"]) == (d("2026-04-03"), d("2026-04-01"), True)


def test_each_party_has_its_own_receipt_and_days(room):
    court = Court(room, agreed(room, "2026-06-01").case, "2026-06-26")
    court.confirmed(("P1", "2026-06-26")).on("2026-06-29").receipt("P2", "2026-06-29")

    shown = agreement_shown(court.c.agreement, d("2026-06-29"))["applications"][0]["applicants"]
    assert [(each["received_on"], each["may_object_until"]) for each in shown] == [
        (d("2026-06-26"), d("2026-07-13")),
        (d("2026-06-29"), d("2026-07-14")),
    ]


def test_payment_order_stands_on_the_page(walk):
    order = Order(walk.room, walk.case, walk.text.terms[0].due.isoformat()).ask()

    assert [(each["state"], each["fen"]) for each in agreement_shown(walk.text, order.today)["orders"]] == [
        ("applied", 3_000_000)
    ]


def test_page_tells_ways_periods_and_window(counter):
    answer = counter.at("registrar").get(f"/cases/{counter.number}/enforceability")
    page = answer.get_data(as_text=True)

    assert answer.status_code == 200
    assert [word in page for word in ("协议的执行力和各种途径", "大冶市人民法院", "公证法第37条", "E-05")] == [True] * 4


def test_page_after_a_ruling_tells_receipts_and_materials(counter):
    counter.post("registrar", "confirmation", "application", consents=["P1", "P2"])
    counter.post("registrar", "confirmation", "filing", filed_on=DAY, materials=list(MATERIALS))
    counter.post("judge", "confirmation", "docketing", number="(2026)鄂0281民特12号", docketed_on=DAY)
    counter.post("judge", "confirmation", "ruling", ruled_on=DAY, receipts=[{"party": "P1", "received_on": DAY}])

    page = counter.at("judge").get(f"/cases/{counter.number}/enforceability").get_data(as_text=True)
    told = counter.at("judge").get(f"/cases/{counter.number}/enforceability", headers={"Accept": "application/json"})

    assert "第1次司法确认申请" in page
    assert "(2026)鄂0281民特12号" in page
    (agreement,) = told.get_json()["agreements"]
    assert [each["open"] for each in agreement["routes"]] == [False] * 6
    assert agreement["applications"][0]["in_time"] is True


def test_page_is_not_there_for_others(counter):
    assert counter.at("officer").get(f"/cases/{counter.number}/enforceability").status_code == 404
