"""The pages of service: the overview, sending from it, and the day list."""

import pytest

from tests.support.browsing import Desk


@pytest.fixture
def place(post, session):
    """The address of the overview; what was done is committed and nothing is held open."""
    session.commit()
    found = f"/cases/{post.case.number}/service"
    session.rollback()
    return found


@pytest.fixture
def choice(post, place, session):
    """The paper that waits, and for whom."""
    found = f"{post.paper.id}:P1"
    session.rollback()
    return found


@pytest.fixture
def desk(app, place):
    """The officer in a browser."""
    return Desk(app.test_client(), "officer")


def test_overview_shows_what_waits_and_sending_and_proof_from_it(desk, place, choice):
    before = desk.get(place).text
    form = desk.get(f"{place}/sending").text
    sent = desk.post(f"{place}/sending", {"paper": choice, "way": "post", "sent_on": "2026-03-02"})
    under_way = desk.get(place)

    assert [word in before for word in ("待送出", "投诉受理决定书", "未确认")] == [True] * 3
    assert "《投诉受理决定书（" in form
    assert (sent.status_code, "已送出，待回证" in under_way.text, "登记回证" in under_way.text) == (303, True, True)


def test_day_list_shows_what_is_not_proved(desk, place, choice):
    before = desk.get("/").text
    desk.post(f"{place}/sending", {"paper": choice, "way": "post", "sent_on": "2026-03-02"})

    assert ("送达中和未送达" in before, "送达中和未送达" in desk.get("/").text) == (False, True)


def test_overview_is_told_to_programs_too(desk, place, choice):
    answer = desk.client.get(place, headers={"Accept": "application/json"})

    (row,) = answer.json["rows"]
    assert (row["paper"], row["party"], row["state"]) == ("投诉受理决定书", "黄石样例机电有限公司", "waits")


def test_refusal_keeps_what_was_typed_and_names_the_cure(desk, place, choice):
    told = {"paper": choice, "way": "electronic", "sent_on": "2026-03-02", "recipient": "收发室李某"}

    answer = desk.post(f"{place}/sending", told)

    assert (answer.status_code, "没有同意电子送达" in answer.text, "收发室李某" in answer.text) == (409, True, True)
