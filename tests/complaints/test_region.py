"""The intake of the rulebooks (transfer.md 2.1 and 1.2, mediation.md 2.3 rows 1-12): each row and rule has its step."""

import pytest

from casework.base.phrases import catalogue
from casework.clock.clocks import default_table
from casework.complaints.acts import ACTS
from casework.complaints.steps import COMPLAINT
from casework.mediation.steps import MEDIATION

INTAKE = [
    (1, "register", "start", "submitted"),
    (2, "ask_identity", "submitted", "need_identity"),
    (3, "give_identity", "need_identity", "submitted"),
    (3, "lapse_of_identity", "need_identity", "not_accepted"),
    (4, "accept", "submitted", "accepted"),
    (5, "refuse", "submitted", "not_accepted"),
    (6, "split", "submitted", "split"),
    (7, "distribute", "submitted", "redirected"),
    (8, "tell_where", "submitted", "closed"),
]
MEDIATED = [
    (1, "register", "register"),
    (2, "accept", "start_review"),
    (3, "ask_supplement", "ask_supplement"),
    (4, "supplement", "supplement"),
    (5, "lapse", "lapse"),
    (6, "refuse", "refuse"),
    (7, "hand_over", "hand_over"),
    (8, "call_meeting", "ask_other_party"),
    (9, "terminate", "other_party_refused"),
    (10, "accept", "accept"),
    (11, "take_over", "accept_assignment"),
    (12, "send_back", "decline_assignment"),
]
# Rules of 1.2 and 1.13 that stand outside the table of the intake
ELSEWHERE = {
    "CMP-12": "enforcement: a reporter under a real name is told",
    "CMP-13": "enforcement: the result of a report on confusion or secrets",
    "CMP-14": "the table of competence proposes by place",
    "CMP-15": "transfers: talk of seven working days, then designation",
    "CMP-18": "the page of doubles links cases instead of deleting",
    "STN-1": "the register of offices",
    "STN-3": "monthly figures of stations",
    "STN-4": "monthly figures of stations",
    "STN-5": "the register of offices",
    "STN-7": "the ways told at a refusal; route K12",
}


@pytest.mark.parametrize(("number", "name", "before", "after"), INTAKE)
def test_transition_of_the_intake_has_its_step(number, name, before, after):
    step = COMPLAINT.steps[name]

    assert before in step.source
    assert step.dest == after


@pytest.mark.parametrize(("number", "ours", "theirs"), MEDIATED)
def test_row_of_the_mediation_region_stands_at_the_office_and_at_the_committee(number, ours, theirs):
    assert (ours in COMPLAINT.steps, theirs in MEDIATION.steps) == (True, True)


def test_every_rule_of_the_intake_stands_on_a_step_or_is_told_elsewhere():
    steps = COMPLAINT.steps.values()
    told = {rule for step in steps for rule in (*step.basis, *(guard.rule for guard in step.guards))}
    wanted = {f"CMP-{n}" for n in range(1, 20)} | {f"STN-{n}" for n in range(1, 8)}

    assert wanted - told == set(ELSEWHERE)


def test_every_clock_of_a_complaint_is_started_and_stopped():
    steps = COMPLAINT.steps.values()
    started = {rule for step in steps for rule in (*step.starts, *step.may_start)}
    stopped = {rule for step in steps for rule in step.stops}
    rules = {rule for rule in default_table().rules() if rule.startswith("CMP-")}

    assert rules - started == {"CMP-5.stale", "CMP-12", "CMP-15"}
    assert started - stopped == set()


def test_every_step_has_an_address():
    filed_on_screen = {"register", "apply_to_committee", "open_track", "go_back"}

    assert set(COMPLAINT.steps) - {act.step.name for act in ACTS} == filed_on_screen


def test_a_station_accepts_decides_and_settles_nothing():
    stations = {name for name, step in COMPLAINT.steps.items() if any("@station" in post for post in step.who)}

    assert (
        stations & {"accept", "refuse", "ask_identity", "call_meeting", "settle", "terminate", "take_as_lead"} == set()
    )


@pytest.mark.parametrize("room", ["complaint", "adjudication", "patent_mediation"])
def test_chinese_phrases_have_full_width_marks(room):
    own = [zh for key, (zh, _) in catalogue().items() if f".{room}" in key or key.startswith(room)]

    assert [zh for zh in own if any(mark in zh for mark in ";()「」")] == []
