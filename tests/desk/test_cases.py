"""The list of cases: sight, filter, keyset pages."""

import pytest

from casework.base.db import db
from casework.complaints.verbs import Reason, withdraw
from casework.desk import cases
from casework.desk.cases import Asked, case_list
from casework.records.filing import PartyFacts
from casework.records.grants import STATUS, share

SIDES = (PartyFacts("applicant", "大冶灵溪食品有限公司"), PartyFacts("respondent", "李四"))


def numbers(page) -> list[str]:
    """The numbers of a page in its order."""
    return [line.number for line in page.lines]


def test_case_list_is_newest_first(city, registered):
    first, second = registered().case.number, registered().case.number

    page = case_list(Asked(), None, actor=city.actor("clerk"))

    assert numbers(page) == [second, first]
    assert page.after is None


def test_case_list_goes_on_below_the_key(city, registered, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 2)
    made = [registered().case.number for _ in range(5)]
    actor = city.actor("clerk")

    seen, after = [], None
    for _ in range(3):
        page = case_list(Asked(), after, actor=actor)
        seen.append(numbers(page))
        after = page.after

    assert seen == [[made[4], made[3]], [made[2], made[1]], [made[0]]]
    assert after is None


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("灵溪食品", True),
        ("大冶灵溪食品有限公司", True),
        ("李四", True),
        ("张三", False),
        ("-000001", True),
        ("%", False),
    ],
)
def test_case_list_finds_by_number_or_party(city, registered, q, found):
    registered(parties=SIDES)

    page = case_list(Asked(q=q), None, actor=city.actor("clerk"))

    assert len(page.lines) == found


def test_case_list_leaves_closed_cases_out_until_asked(city, registered, now):
    complaint = registered()
    withdraw(complaint, Reason("和解"), actor=city.actor("clerk"), now=now)
    db.session.commit()
    actor = city.actor("clerk")

    assert numbers(case_list(Asked(), None, actor=actor)) == []
    assert numbers(case_list(Asked(closed_too=True), None, actor=actor)) == [complaint.case.number]


def test_case_list_filters_by_procedure(city, registered):
    registered()
    actor = city.actor("clerk")

    assert len(case_list(Asked(procedure="complaint"), None, actor=actor).lines) == 1
    assert len(case_list(Asked(procedure="mediation"), None, actor=actor).lines) == 0


def test_status_reader_sees_no_title_and_finds_no_party(city, registered, now):
    case = registered(parties=SIDES).case
    share(case.id, city.actor("officer").office_id, STATUS, purpose="test", now=now)
    db.session.commit()
    actor = city.actor("officer")

    (line,) = case_list(Asked(), None, actor=actor).lines

    assert (line.number, line.title) == (case.number, None)
    assert case_list(Asked(q="灵溪"), None, actor=actor).lines == ()


def test_case_list_page_keeps_the_filter_and_leads_on(signed_in, registered, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 1)
    registered()
    second = registered().case

    page = signed_in().get("/cases?procedure=complaint").text

    assert f"/cases?after={second.id}&amp;procedure=complaint" in page


def test_case_list_answers_json(signed_in, registered):
    case = registered().case

    told = signed_in().get("/cases", headers={"Accept": "application/json"}).get_json()

    assert (told["after"], [each["number"] for each in told["cases"]]) == (None, [case.number])


def test_case_list_takes_the_same_queries_for_one_and_for_many(signed_in, registered, queries):
    registered()
    client = signed_in()
    client.get("/cases")
    _, few = queries(client, "/cases")
    for _ in range(6):
        registered()

    _, many = queries(client, "/cases")

    assert many == few
