"""The 21 transitions of the rulebook (transfer.md 2.3) and its refusals: each has its step, and each rule its place."""

import pytest

from casework.adjudication.acts import ACTS
from casework.adjudication.mediation_acts import ACTS as MEDIATION_ACTS
from casework.adjudication.mediation_steps import PATENT_MEDIATION
from casework.adjudication.opinion_steps import CONSULTATIVE_OPINION
from casework.adjudication.steps import ADJUDICATION
from casework.clock.clocks import default_table

PROCEDURES = (ADJUDICATION, PATENT_MEDIATION, CONSULTATIVE_OPINION)
STATES = {
    "A0": "received", "A1": "supplementing", "A2": "filed", "A3": "served", "A4": "served", "A5": "served",
    "A6": "served", "A7": "suspended", "A8": "mediation", "A9": "established", "A10": "dismissed", "A11": "settled",
    "A12": "withdrawn", "A13": "refused", "A14": "transferred", "A15": "in_litigation", "A16": "effective",
    "A17": "enforcement", "A18": "performed",
}  # fmt: skip
ROWS = [
    (1, "ask_supplement", "A0", "A1", {"what_is_missing_is_listed", "the_notice_is_the_first"}),
    (2, "supplement", "A1", "A0", set()),
    (3, "refuse", "A1", "A13", {"the_time_to_correct_is_over", "the_reason_of_the_office_is_told"}),
    (4, "file", "A0", "A2", {"the_requester_is_entitled", "no_other_way_was_chosen", "the_panel_is_odd"}),
    (5, "refuse", "A0", "A13", {"the_ground_of_refusal_is_listed"}),
    (6, "serve", "A2", "A3", {"service_is_proven"}),
    (7, "serve", "A2", "A4", {"service_is_proven"}),
    (8, "object", "A4", "objection", {"the_answer_period_runs"}),
    (8, "transfer_out", "objection", "A14", {"the_reason_of_the_office_is_told"}),
    (8, "dismiss_objection", "objection", "A4", {"the_reason_of_the_office_is_told"}),
    (9, "set_hearing", "A4", "=", {"the_hearing_is_told_in_time"}),
    (10, "hear", "A5", "=", {"the_hearing_was_set", "the_hearing_record_is_signed"}),
    (11, "withdraw_case", "A5", "A12", {"the_requester_missed_the_hearing"}),
    (12, "suspend", "A2 A3 A4 A5 A6", "A7", {"the_ground_of_suspension_is_named"}),
    (12, "go_on", "A2 A3 A4 A5 A6", "=", {"the_ground_to_go_on_is_listed"}),
    (13, "resume", "A7", "A3", {"the_copy_was_served"}),
    (13, "resume_early", "A7", "A2", {"the_copy_was_not_served"}),
    (14, "mediate", "A2 A3 A4 A5 A6", "A8", {"both_sides_want_to_settle"}),
    (14, "settle", "A8", "A11", {"every_side_has_signed"}),
    (15, "end_mediation", "A8", "A6", set()),
    (15, "end_mediation_early", "A8", "A2", set()),
    (16, "vote", "A6", "=", {"every_member_voted_once", "a_majority_decides"}),
    (16, "review", "A6", "=", {"the_reviewer_did_not_vote"}),
    (16, "establish", "A6", "A9", {"the_panel_voted_so", "the_decision_was_reviewed", "the_acts_to_stop_are_told"}),
    (16, "dismiss", "A6", "A10", {"the_panel_voted_so", "the_decision_was_reviewed"}),
    (17, "withdraw_case", "A2 A3 A4 A5 A6 A7 A8", "A12", {"the_ground_of_withdrawal_is_listed"}),
    (18, "sue", "A9 A10", "A15", {"the_suit_is_in_time"}),
    (19, "take_effect", "A9", "A16", {"the_period_to_sue_is_over"}),
    (20, "apply_enforcement", "A16", "A17", {"the_demand_ran_out"}),
    (21, "establish_repeat", "A2", "A9", {"an_earlier_decision_covers_it"}),
]
PAPERS = {
    "ask_supplement": ["DOC-A1.correction"], "file": ["DOC-A2"], "refuse": ["DOC-A2x"], "serve": ["DOC-A3"],
    "set_hearing": ["DOC-A4"], "suspend": ["DOC-A5"], "resume": ["DOC-A5"], "establish": ["DOC-A6"],
    "dismiss": ["DOC-A6"], "settle": ["DOC-A7"], "withdraw_case": ["DOC-A8"], "request": ["DOC-A1"],
}  # fmt: skip
# Where a rule of 1.4 stands that no step or guard of the table names
ELSEWHERE = {
    "ADJ-22": "the agreement's enforcement promise opens the notary's way (confirmation, performance)",
    "ADJ-24": "a label that a person finds (labels, LBL-6)",
    "ADJ-27": "a clock beside the days to sue",
}


def state(name: str) -> str:
    """Our state for one of the rulebook's."""
    return STATES.get(name, name)


@pytest.mark.parametrize(("number", "name", "before", "after", "guards"), ROWS)
def test_transition_of_the_rulebook_has_its_step(number, name, before, after, guards):
    step = ADJUDICATION.steps[name]

    assert {state(each) for each in before.split()} <= set(step.source)
    assert step.dest == ("=" if after == "=" else state(after))
    assert guards <= {guard.name for guard in step.guards}


def test_no_transition_is_left_out():
    assert {number for number, *_ in ROWS} == set(range(1, 22))


@pytest.mark.parametrize(("name", "kinds"), PAPERS.items())
def test_step_makes_the_papers_of_its_row(name, kinds):
    assert [maker.kind for maker in ADJUDICATION.steps[name].papers] == kinds


def test_every_rule_of_the_part_stands_on_a_step_or_is_told_elsewhere():
    every = [step for each in PROCEDURES for step in each.steps.values()]
    told = {rule for step in every for rule in (*step.basis, *(guard.rule for guard in step.guards))}
    wanted = {f"ADJ-{n}" for n in range(1, 32)} | {f"MED-{n}" for n in range(1, 10)}

    assert wanted - told == set(ELSEWHERE)


def test_every_clock_of_the_part_is_started_by_a_step():
    every = [step for each in PROCEDURES for step in each.steps.values()]
    started = {rule for step in every for rule in (*step.starts, *step.may_start)}
    rules = {rule for rule in default_table().rules() if rule.startswith(("ADJ-", "MED-"))}

    assert rules - started == {"ADJ-9", "ADJ-14"}


def test_every_clock_that_is_started_is_stopped():
    for procedure in PROCEDURES:
        steps = procedure.steps.values()
        stops = {rule for step in steps for rule in step.stops}
        started = {rule for step in steps for rule in (*step.starts, *step.may_start)} - {"J-02", "J-08"}
        assert [r for r in started if not any(r == name or r.startswith(f"{name}.") for name in stops)] == []


def test_case_is_closed_in_three_forms_only():
    closed = {"established", "dismissed", "settled", "withdrawn"}
    ends = {step.dest for step in ADJUDICATION.steps.values() if step.figure in ("adjudicated", "adjudication_settled")}

    assert ends | {ADJUDICATION.steps["withdraw_case"].dest} == closed


def test_every_step_has_an_address():
    told = {act.step.name for act in ACTS}, {act.step.name for act in MEDIATION_ACTS}

    assert told == (set(ADJUDICATION.steps), set(PATENT_MEDIATION.steps))
