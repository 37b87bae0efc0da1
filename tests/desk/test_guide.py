"""The first day and the style page; a clock on a line; dates told before an act."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from casework.desk.clockline import clock_line
from casework.desk.fields import field_rules
from casework.desk.forecast import forecasts
from casework.law import cite
from casework.procedure.procedure import PROCEDURES
from casework.web.rooms import ACTS

MONDAY = date(2026, 3, 2)


def clock(**changes):
    told = {"started_at": datetime(2026, 3, 2, 4, tzinfo=UTC), "due": date(2026, 3, 12), "rule": "CMP-3", "pauses": []}
    return SimpleNamespace(**{**told, **changes})


def pieces(line):
    return [(each.kind, each.x, each.width) for each in line.pieces]


def test_line_shows_what_is_gone_left_and_rested(city):
    line = clock_line(clock(), MONDAY + timedelta(days=5))

    assert pieces(line) == [("left", 0, 1000), ("gone", 0, 500), ("rest", 500, 200)]
    assert (line.today, line.reach) == (500, date(2026, 3, 12))


def test_late_line_reaches_to_today(city):
    line = clock_line(clock(), MONDAY + timedelta(days=20))

    assert pieces(line)[:3] == [("left", 0, 500), ("gone", 0, 500), ("late", 500, 500)]
    assert (line.end, line.reach) == (date(2026, 3, 12), date(2026, 3, 22))


def test_pause_is_drawn_over_its_days(city):
    line = clock_line(clock(pauses=[["2026-03-04", None]]), MONDAY + timedelta(days=5))

    assert ("paused", 200, 300) in pieces(line)


def test_window_of_a_party_is_never_late(city):
    line = clock_line(clock(rule="J-21.party"), MONDAY + timedelta(days=400))

    assert [kind for kind, _, _ in pieces(line)] == ["left", "gone", "rest"]


def test_forecast_tells_what_stops_and_starts(city, registered, now):
    complaint = registered()

    told = forecasts(complaint, PROCEDURES["complaint"].steps["accept"], now)

    assert [(each.rule, each.after == "停止计算") for each in told] == [("CMP-3", True), ("CMP-6", False)]


def test_field_rules_are_rules_of_the_book():
    assert [rule for rule in field_rules().values() if not cite(rule, date(2026, 11, 23)).article_zh] == []


def test_field_rules_name_fields_of_forms():
    known = {f"{act.form.key}.{name}" for act in ACTS for name in act.form()._fields}

    unknown = {each for each in field_rules() if not each.startswith("register.")} - known

    assert unknown == set()


def test_rule_behind_a_field_is_one_link(signed_in, city):
    page = signed_in().get("/cases/new").text

    assert 'href="/rules/S-7"' in page


@pytest.mark.parametrize(("developing", "status"), [(True, 200), (False, 404)])
def test_style_page_is_for_who_develops(app, signed_in, developing, status):
    app.config["CASEWORK_DEVELOPMENT"] = developing
    try:
        assert signed_in().get("/style").status_code == status
    finally:
        app.config["CASEWORK_DEVELOPMENT"] = False


def test_tour_leads_through_the_first_day(signed_in, city):
    page = signed_in().get("/tour").text

    assert page.count('class="button"') == 8


def test_old_entry_of_the_journal_has_an_address(signed_in, registered):
    number = registered().case.number

    answer = signed_in().get(f"/cases/{number}/entries/1")

    assert (answer.status_code, answer.headers["Location"].endswith("#entry-1")) == (303, True)
