"""The month: the October set K1-K8 of the rulebook, every identity, every column by a case of its own."""

from datetime import date

import pytest

from casework.statistics.monthly import Break, figures, identity_breaks, monthly, rate, unit_id
from casework.statistics.period import month
from tests.statistics.instants import at

OCTOBER, NOVEMBER = month("2026-10"), month("2026-11")


def test_october_set_gives_its_figures(october):
    report = monthly("2026-10")

    assert report == {
        "month": "2026-10",
        "from": "2026-10-01T00:00:00+08:00",
        "to": "2026-11-01T00:00:00+08:00",
        "carried_in": 1,
        "registered": 1,
        "not_accepted": 1,
        "accepted": 5,
        "closed": {"total": 4, "agreed": 2, "terminated": 1, "withdrawn": 1, "transferred": 0},
        "agreed": {"total": 2, "written": 1, "oral": 1},
        "agreed_amount": "53000.00",
        "performed": {"cases": 2, "amount": "53000.00"},
        "pending": 2,
        "rates": {
            "agreed_of_accepted": {"numerator": 2, "denominator": 5, "percent": "40.0"},
            "agreed_of_closed": {"numerator": 2, "denominator": 4, "percent": "50.0"},
        },
    }


def test_november_carries_what_october_left(october):
    told = figures(NOVEMBER)

    assert (told.carried_in, told.accepted, told.closed["agreed"], told.pending) == (2, 1, 2, 1)


@pytest.mark.parametrize("period", [OCTOBER, NOVEMBER, month("2026-09"), month("2026-12")])
def test_stock_identity_holds_every_month(october, period):
    assert figures(period).holds


def test_case_closed_by_another_office_stays_in_the_row_of_the_one_that_accepted(told, a_case, session, city):
    case = a_case(at(10, 1))
    told(case, "accepted", at(10, 1))
    told(case, "agreed", at(10, 2), login="officer")
    session.commit()
    rows = [figures(OCTOBER, city.offices[each].id) for each in ("hs-committee", "hs-ipo")]

    assert [(each.accepted, each.closed_total, each.holds) for each in rows] == [(1, 1, True), (0, 0, True)]


def test_case_closed_before_its_acceptance_breaks_the_identity_and_is_named(told, a_case, session):
    case, sound = a_case(at(9, 1)), a_case(at(10, 1))
    told(case, "withdrawn", at(9, 1))
    told(case, "accepted", at(10, 1))
    told(sound, "accepted", at(10, 1))
    session.commit()

    assert not figures(OCTOBER).holds
    assert identity_breaks("2026-10") == [Break(case.number, carried_in=0, accepted=1, closed=0, pending=0)]


def test_page_names_the_cases_that_break_the_identity(told, a_case, session, client):
    case = a_case(at(9, 1))
    told(case, "withdrawn", at(9, 1))
    told(case, "accepted", at(10, 1))
    session.commit()
    client.post("/sign-in", json={"login": "registrar", "password": "casework-demo"})

    page = client.get("/figures/2026-10")

    assert f"{case.number}</a> 上期结转 0 + 受理 1 − 办结 0 = 期末未结 0" in page.text


@pytest.mark.parametrize("figure", ["agreed", "terminated", "withdrawn", "transferred"])
def test_each_closing_sets_its_own_column(told, a_case, session, figure):
    case = a_case(at(10, 1))
    told(case, "accepted", at(10, 1))
    told(case, figure, at(10, 1))
    session.commit()

    closed = figures(OCTOBER).closed

    assert closed == {each: int(each == figure) for each in closed}


def test_closing_without_acceptance_is_no_closing(told, a_case, session):
    told(a_case(at(10, 1)), "withdrawn", at(10, 2))
    session.commit()

    assert figures(OCTOBER).closed_total == 0


def test_case_accepted_twice_counts_once(told, a_case, session):
    case = a_case(at(9, 1))
    told(case, "accepted", at(9, 1), login="officer")
    told(case, "accepted", at(10, 1))
    session.commit()

    assert (figures(OCTOBER).accepted, figures(OCTOBER).carried_in) == (0, 1)


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [(6217, 6368, "97.6"), (55, 2157, "2.5"), (43511, 42975, "101.2"), (1, 8, "12.5"), (1, 0, None), (0, 3, "0.0")],
)
def test_rate_rounds_half_up_once_and_prints_its_denominator(numerator, denominator, percent):
    assert rate(numerator, denominator) == {"numerator": numerator, "denominator": denominator, "percent": percent}


@pytest.mark.parametrize("name", ["2026-13", "2026-00", "26-01", "2026-1", "", "0000-01"])
def test_month_that_does_not_exist_is_refused(name):
    with pytest.raises(ValueError, match="月份"):
        month(name)


def test_month_is_half_open_over_new_year():
    december = month("2026-12")

    assert (december.start, december.end) == (date(2026, 12, 1), date(2027, 1, 1))


def test_unit_is_found_by_code_or_id(city):
    office = city.offices["hs-committee"]

    assert unit_id("hs-committee") == unit_id(str(office.id)) == office.id


def test_unknown_unit_is_refused(city):
    with pytest.raises(ValueError, match="单位"):
        unit_id("nowhere")


def test_page_shows_the_figures_and_opens_them(october, client):
    client.post("/sign-in", json={"login": "registrar", "password": "casework-demo"})

    page = client.get("/figures/2026-10")
    behind = client.get("/figures/2026-10/agreed", headers={"Accept": "application/json"}).get_json()

    assert page.status_code == 200
    assert "等式成立" in page.text
    assert behind["count"] == 2
    assert [each["fen"] for each in behind["entries"]] == [300_000, 5_000_000]


def test_cases_out_of_sight_are_told_by_number_only(october, client):
    client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})

    page = client.get("/figures/2026-10/agreed")

    assert "另有 2 件未共享" in page.text
    assert "黄知案" not in page.text.split("<main")[1]
