"""The tables of both rooms as a whole: words for everything, no dead end, every clock known, kinds as rows."""

from typing import Any

import pytest

from casework.base.phrases import catalogue, has_phrase
from casework.clock.clocks import default_table
from casework.counter.act import ActBook
from casework.documents.kinds import kinds as paper_kinds
from casework.enforcement.acts import ACTS as PENALTY_ACTS
from casework.law import cite
from casework.procedure.procedure import PROCEDURES
from casework.transfers.acts import ACTS as TRANSFER_ACTS
from casework.transfers.kinds import KINDS, receives, sends
from tests.enforcement.walk import at

NAMES = ("penalty", "transfer_police", "transfer_admin", "designation", "transfer_in", "notice", "route")
STEPS = [step for name in NAMES for step in PROCEDURES[name].steps.values()]
GUARDS = {guard.name: guard for step in STEPS for guard in step.guards}


@pytest.mark.parametrize("name", NAMES)
def test_every_state_and_step_has_words(name):
    procedure = PROCEDURES[name]

    keys = [f"state.{name}.{state}" for state in procedure.states] + [f"step.{name}.{step}" for step in procedure.steps]

    assert [key for key in keys if not has_phrase(key)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_state_is_reached_and_left_unless_final(name):
    procedure = PROCEDURES[name]
    reached, waiting = {"start"}, ["start"]
    while waiting:
        state = waiting.pop()
        for step in procedure.lawful(state):
            if step.dest != "=" and step.dest not in reached:
                reached.add(step.dest)
                waiting.append(step.dest)

    stuck = [
        state
        for state in procedure.states
        if state not in procedure.final and all(step.dest in ("=", state) for step in procedure.lawful(state))
    ]
    assert (reached, stuck) == (set(procedure.states), [])


@pytest.mark.parametrize("name", NAMES)
def test_final_states_have_no_way_on(name):
    procedure = PROCEDURES[name]

    open_to = {step.name: step.dest for state in procedure.final for step in procedure.lawful(state)}

    assert open_to == ({"tell_reporter": "="} if name == "penalty" else {})


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_every_guard_has_its_sentences(guard):
    said = {key.rsplit(".", 1)[-1] for key in catalogue() if key.startswith(f"guard.{guard}.")}

    assert said == {"fact", "cure", "by"}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_rule_of_a_step_is_in_the_books(step):
    for rule in (*step.basis, *(guard.rule for guard in step.guards)):
        assert cite(rule, at(7, 1).date()).rule

    clocks = (*step.starts, *step.may_start, *step.extends)
    assert [rule for rule in clocks if not default_table().versions(rule)] == []


def test_every_offered_step_has_its_act_and_no_address_twice():
    book = ActBook()
    book.add(*PENALTY_ACTS, *TRANSFER_ACTS)

    addressed = {(act.procedure, act.step.name) for act in (*PENALTY_ACTS, *TRANSFER_ACTS)}
    offered = {(name, step.name) for name in NAMES for step in PROCEDURES[name].steps.values() if step.offered}
    assert addressed == offered


@pytest.mark.parametrize("act", [*PENALTY_ACTS, *TRANSFER_ACTS], ids=lambda act: f"{act.procedure}.{act.noun}")
def test_every_field_of_a_form_has_its_label(act: Any):
    form = act.form()

    assert [name for name, field in form._fields.items() if not form._text("field", field)] == []


def test_every_paper_has_a_kind_and_so_a_title():
    made = {paper.kind for step in STEPS for paper in step.papers}

    assert sorted(made - set(paper_kinds())) == []


def test_kinds_are_thirteen_rows_on_known_tables():
    assert list(KINDS) == [f"K{number}" for number in range(1, 14)]
    assert {row.procedure for row in KINDS.values()} <= {*NAMES, "confirmation", "outside"}


@pytest.mark.parametrize(
    ("kind", "sender", "receiver", "lawful"),
    [
        ("K4", "bureau", "police", True),
        ("K4", "station", "police", False),
        ("K1", "ip_office", "culture", True),
        ("K1", "ip_office", "court", False),
        ("K6", "procuratorate", "customs", True),
        ("K11", "station", "police", True),
        ("K9", "committee", "arbitration", True),
    ],
)
def test_kinds_say_who_sends_and_who_receives(kind, sender, receiver, lawful):
    assert (sends(kind, sender) and receives(kind, receiver)) is lawful
