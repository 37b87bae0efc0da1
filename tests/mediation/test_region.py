"""Region A of the rulebook (mediation.md 2.3): each row has its step, and each clock of the room its start and end."""

import pytest

from casework.base.phrases import catalogue
from casework.clock.clocks import default_table
from casework.mediation.acts import ACTS
from casework.mediation.steps import MEDIATION

A = {
    "A0": ("registered",),
    "A1": ("under_review",),
    "A2": ("awaiting_supplement",),
    "A3": ("awaiting_consent",),
    "A4": ("not_accepted",),
    "A5": ("accepted",),
    "A6": ("mediator_set",),
    "A7": ("in_mediation",),
    "A8": ("suspended",),
    "A9": ("signing",),
    "A10": ("agreed",),
    "A11": ("terminated",),
    "A12": ("withdrawn",),
    "A13": ("transferred",),
    "A14": ("closed",),
    "A15": ("archived",),
    "-": ("start",),
    "court": ("assigned",),
    "declined": ("declined",),
}
ROWS = [
    (1, "register", "-", "A0"),
    (2, "start_review", "A0", "A1"),
    (3, "ask_supplement", "A1", "A2"),
    (4, "supplement", "A2", "A1"),
    (5, "lapse", "A2", "A12"),
    (6, "refuse", "A1", "A4"),
    (7, "hand_over", "A1", "A13"),
    (7, "refer_elsewhere", "A1", "A13"),
    (8, "ask_other_party", "A1", "A3"),
    (9, "other_party_refused", "A3", "A4"),
    (10, "accept", "A1 A3", "A5"),
    (11, "receive_assignment", "-", "court"),
    (11, "accept_assignment", "court", "A5"),
    (12, "decline_assignment", "court", "declined"),
    (13, "name_mediators", "A5", "A6"),
    (14, "replace_mediator", "A6 A7", "A6"),
    (15, "hold_session", "A6", "A7"),
    (16, "hold_session", "A7", "A7"),
    (16, "investigate", "A7", "="),
    (17, "extend", "A7", "="),
    (18, "suspend", "A7", "A8"),
    (18, "appraise", "A7", "A8"),
    (19, "resume", "A8", "A7"),
    (20, "settle_text", "A7", "A9"),
    (21, "agree_orally", "A7", "A10"),
    (22, "take_effect", "A9", "A10"),
    (23, "refuse_to_sign", "A9", "A11"),
    (24, "reopen_text", "A9", "A7"),
    (25, "terminate", "A5 A6 A7 A8", "A11"),
    (26, "withdraw", "A5 A6 A7 A8 A9", "A12"),
    (27, "transfer_out", "A7", "A13"),
    (38, "mediate_again", "A10", "A7"),
    (47, "propose_closing", "A4 A10 A11 A12 A13", "="),
    (47, "close", "A4 A10 A11 A12 A13", "A14"),
    (48, "archive", "A14", "A15"),
    (49, "reopen_file", "A15", "A14"),
]
ELSEWHERE = {"M-02": "the register of the committee", "M-38.return_visit": "performance"}


@pytest.mark.parametrize(("number", "name", "before", "after"), ROWS)
def test_row_of_the_rulebook_has_its_step(number, name, before, after):
    step = MEDIATION.steps[name]

    assert {state for each in before.split() for state in A[each]} <= set(step.source)
    assert step.dest == ("=" if after == "=" else A[after][0])


def test_no_row_of_the_region_is_left_out():
    rows = {number for number, *_ in ROWS}

    assert rows == {*range(1, 28), 38, 47, 48, 49}


def started():
    """The clocks that steps of mediation start."""
    return {rule for step in MEDIATION.steps.values() for rule in (*step.starts, *step.may_start)}


def test_every_clock_of_mediation_is_started_by_a_step():
    rules = {rule for rule in default_table().rules() if rule.startswith(("M-", "C-"))} | {"J-02", "J-08"}

    assert rules - started() == set(ELSEWHERE)


def test_every_clock_that_is_started_is_stopped_by_a_step():
    stops = {rule for step in MEDIATION.steps.values() for rule in step.stops}
    left = {rule for rule in started() if not any(rule == name or rule.startswith(f"{name}.") for name in stops)}

    assert left == set()


def test_signing_ends_with_the_effect_and_closing_comes_before_mediating_again():
    order = list(MEDIATION.steps)

    assert MEDIATION.steps["sign_party"].source == ("signing",)
    assert order.index("close") < order.index("mediate_again")


def test_every_step_but_the_effect_has_an_address():
    assert set(MEDIATION.steps) - {act.step.name for act in ACTS} == {"take_effect"}


def test_chinese_phrases_of_the_room_have_full_width_marks():
    rooms = ("guard.", "step.mediation", "paper.mediation", "mediation", "text.", "wording.", "field.", "hint.")
    own = [zh for key, (zh, _) in catalogue().items() if key.startswith(rooms) and "mediation" in key]

    assert [zh for zh in own if any(mark in zh for mark in ";()「」")] == []
