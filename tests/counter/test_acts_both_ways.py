"""Every act of the intake by form and as JSON: the same step, the same record, each with its own kind of answer."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import reading_only
from casework.complaints.acts import ACTS
from casework.counter.act import Act
from casework.procedure.models import Proceeding
from casework.records.journal import JournalEntry
from casework.web.rooms import ACTS as ALL_ACTS
from tests.counter.filing import FILING, address, token

pytestmark = pytest.mark.slow
DUE = (wallclock.local_date(wallclock.now()) + timedelta(days=400)).isoformat()
ROUTES = {"routes": "可以向人民法院起诉", "reason": "逾期未补正"}
GAPS, IDENTITY = ("correction-notice", {"missing": "营业执照"}), ("identity-notice", {"due": DUE, "asked": "身份证"})
OVER = ("hand-over", {"committee_id": None})
WALKS = {
    "identity-notice": ("officer", []),
    "identity-proof": ("officer", [IDENTITY]),
    "correction-notice": ("clerk", []),
    "supplement": ("clerk", [GAPS]),
    "acceptance": ("officer", []),
    "refusal": ("officer", []),
    "hand-over": ("clerk", []),
    "reception": ("registrar", [OVER]),
    "return": ("registrar", [OVER]),
    "direction": ("clerk", []),
    "withdrawal": ("clerk", []),
    "split": ("clerk", []),
}
ELSEWHERE = {
    "evidence",
    "lapse",
    "identity-lapse",
    "entrustment",
    "entrustment-return",
    "lead-reference",
    "reporter",
    "distribution",
    "distribution-receipt",
    "distribution-return",
    "reply",
    *("handling", "meeting", "test", "test-end", "settlement", "termination", "termination-notice"),
    *("breach", "breach-lead"),  # the authority's own mediation: tests/complaints/test_mediating.py
}
FACTS = {
    "identity-notice": IDENTITY[1],
    "correction-notice": GAPS[1],
    "refusal": {"ground": "other", **ROUTES},
    "hand-over": {"committee_id": None},
    "return": {"reason": "不属调解范围"},
    "direction": {"routes": ROUTES["routes"]},
    "withdrawal": {"reason": "自行和解"},
    "split": {"tracks": ["request", "complaint"]},
}
DESTINATION = {act.noun: act.step.dest for act in ACTS}


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at opens for reading, so that it never keeps the client from writing."""
    with reading_only():
        yield


@pytest.fixture
def at_the_place(signed_in, city, session) -> Callable:
    """A filed complaint brought to where the act is lawful: who may do it, with which facts, and the proceeding."""
    committee = str(city.offices["hs-committee"].id)
    session.rollback()

    def bring(noun: str):
        login, before = WALKS[noun]
        first = signed_in("officer" if login == "officer" else "clerk")
        filed = first.post("/cases", json=FILING).get_json()
        for each, facts in before:
            told = {**known(facts), "version": filed["version"]}
            answer = first.post(address(filed, each), json=told)
            assert answer.status_code == 201
            filed = answer.get_json()
        return signed_in(login) if login == "registrar" else first, known(FACTS.get(noun, {})), filed

    def known(facts: dict) -> dict:
        return {**facts, "committee_id": committee} if "committee_id" in facts else dict(facts)

    return bring


def stands(session, filed) -> tuple[str, str]:
    """State of the proceeding and step of its newest entry."""
    session.rollback()
    proceeding = session.get(Proceeding, filed["proceeding"])
    newest = select(JournalEntry.step).where(JournalEntry.proceeding_id == proceeding.id)
    return proceeding.state, session.scalar(newest.order_by(JournalEntry.seq.desc()).limit(1))


@pytest.mark.parametrize("noun", WALKS)
def test_act_as_json_is_created(at_the_place, session, noun):
    client, facts, filed = at_the_place(noun)

    answer = client.post(address(filed, noun), json={**facts, "version": filed["version"]})

    step = next(act.step.name for act in ACTS if act.noun == noun)
    assert (answer.status_code, answer.get_json()["state"]) == (201, DESTINATION[noun])
    assert stands(session, filed) == (DESTINATION[noun], step)


@pytest.mark.parametrize("noun", WALKS)
def test_act_as_form_leads_to_the_case(at_the_place, session, noun):
    client, facts, filed = at_the_place(noun)
    page = client.get(address(filed, noun))
    version = re.search(r'name="version" value="(\d+)"', page.text)[1]
    typed = {**facts, "version": version, "csrf_token": token(client, address(filed, noun))}

    answer = client.post(address(filed, noun), data=typed)

    assert (page.status_code, answer.status_code) == (200, 303)
    assert stands(session, filed)[0] == DESTINATION[noun]
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize("noun", WALKS)
def test_act_as_form_without_its_token_changes_nothing(at_the_place, session, noun):
    client, facts, filed = at_the_place(noun)
    before = stands(session, filed)

    answer = client.post(address(filed, noun), data={**facts, "version": filed["version"]})

    assert answer.status_code == 400
    assert stands(session, filed) == before


def test_every_act_of_the_intake_is_walked_here_or_told_why():
    """Others have tests of their own: they need an upload, days to pass, another post's act, or answer otherwise."""
    assert {act.noun for act in ACTS} - set(WALKS) == ELSEWHERE


@pytest.mark.parametrize("stale", ["0", "999"])
def test_form_opened_before_another_act_tells_who_was_faster(clerk, filed, stale):
    path = address(filed, "withdrawal")
    typed = {"reason": "撤回", "version": stale, "csrf_token": token(clerk, path)}

    answer = clerk.post(path, data=typed)

    today = wallclock.local_time(wallclock.now()).strftime("%Y-%m-%d")
    assert answer.status_code == 409
    assert "周晓岚" in answer.text
    assert today in answer.text
    assert clerk.get(f"/cases/{filed['case']}.json").get_json()["proceedings"][0]["state"] == "submitted"


def test_act_on_nothing_is_404_by_either_way(clerk, filed):
    paths = [
        f"/cases/{filed['case']}/{act.procedure}/{2**31 - 1}/{act.noun}" for act in ALL_ACTS if isinstance(act, Act)
    ]

    answers = {(clerk.get(path).status_code, clerk.post(path, json={"version": 1}).status_code) for path in paths}

    assert answers == {(404, 404)}


def test_nobody_acts_without_signing_in(client, filed):
    client.post("/sign-out", json={})
    path = address(filed, "withdrawal")

    fresh = client.application.test_client()

    assert fresh.post(path, json={"reason": "撤回", "version": 1}).status_code == 401
    assert fresh.get(path).status_code == 303
    assert fresh.get(path).location.startswith("/sign-in")
