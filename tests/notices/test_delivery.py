"""From a step to what goes out: told once, tried again later, at last on paper; an old history calls nobody."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.jobs import schedule
from casework.notices import models as m
from casework.notices.delivery import WAITS, again
from casework.notices.models import Notice
from casework.notices.ports import PORTS
from casework.records.models import Party
from tests.notices.conftest import NOW, PLACE

JOBS = {job.name: job for job in schedule.JOBS}
SESSION, NAMED, ACCEPTED = "N-10", "N-09", "N-07"


def told(rule):
    """The notices of a rule by the way they go."""
    db.session.rollback()
    return {each.way: each for each in db.session.scalars(select(Notice).where(Notice.rule == rule))}


@pytest.fixture
def made(mediation, ways):
    """The notices of the mediation's steps, made by the job."""
    schedule.run(JOBS["tell_notices"], NOW)
    return ways


def test_each_party_is_told_once_by_the_way_it_can_be_reached(made):
    schedule.run(JOBS["tell_notices"], NOW)

    found = told(SESSION)
    assert {way: (each.state, each.address) for way, each in found.items()} == {
        "mail": ("waiting", "zhang@party.example"),
        "text": ("waiting", "13800000001"),
    }


def test_mail_names_case_time_and_place_and_nothing_of_the_dispute(made, mediation):
    schedule.run(JOBS["send_notices"], NOW)

    sent = [each for each in made["mail"].sent if "2026-03-03 12:00" in each[1]]
    ((to, subject, body),) = sent
    hidden = [party.name for party in db.session.scalars(select(Party))] + ["1234567", "50,000"]
    assert to == "zhang@party.example"
    assert subject == f"案件 {mediation.case.number}：调解时间 2026-03-03 12:00"
    assert PLACE in body
    assert "https://door.example/portal/" in body
    assert [each for each in hidden if each in subject + body] == []
    assert told(SESSION)["mail"].state == "sent"


def test_text_that_fails_waits_longer_each_time_and_ends_on_paper(made):
    at, waited = NOW, []
    for _try in range(len(WAITS) + 1):
        schedule.run(JOBS["send_notices"], at)
        notice = told(SESSION)["text"]
        waited.append((notice.next_try_at - at).total_seconds() / 60 if notice.next_try_at else None)
        at = notice.next_try_at or at

    assert waited == [*WAITS, None]
    assert (notice.state, notice.attempts, notice.last_error) == ("paper", len(WAITS) + 1, "refused")


def test_text_that_failed_for_good_goes_out_when_tried_again(made):
    made["text"].works = True
    notice = told(SESSION)["text"]
    notice.state, notice.attempts, notice.next_try_at = m.ON_PAPER, 5, None
    again(notice, now=NOW)
    db.session.commit()

    schedule.run(JOBS["send_notices"], NOW)

    assert told(SESSION)["text"].state == "sent"


def test_way_that_is_not_set_up_goes_on_paper_at_once(made):
    made.pop("text")
    PORTS.pop("text")

    schedule.run(JOBS["send_notices"], NOW)

    assert told(SESSION)["text"].state == "paper"


def test_old_acts_call_nobody(mediation, ways):
    schedule.run(JOBS["tell_notices"], NOW + timedelta(days=3))

    assert db.session.scalars(select(Notice)).all() == []


def test_party_without_mobile_or_consent_gets_paper(city, mediation, ways):
    mediation.case.parties[1].phone = "0714-7320000"
    db.session.commit()

    schedule.run(JOBS["tell_notices"], NOW)

    assert (told(SESSION)["paper"].state, told(NAMED)["paper"].state) == ("paper", "paper")
