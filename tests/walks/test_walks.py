"""Random walks (Hypothesis): 50 acts each, lawful and unlawful, on a city with several cases; what must hold, holds.

CASEWORK_WALKS sets how many walks there are (100, nightly 2,000), CASEWORK_WALK_SEED which ones. The same two numbers
give the same walks again; a failing one is told act by act.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from casework.base.db import db
from tests.support.city import load_city
from tests.support.engines import opened
from tests.walks.ground import Ground
from tests.walks.invariants import of_house
from tests.walks.walker import Walker

WALKS = int(os.environ.get("CASEWORK_WALKS", "100"))
SEED = int(os.environ.get("CASEWORK_WALK_SEED", "0"))
PARTS = 4
STEPS = 50

pytestmark = [pytest.mark.slow, pytest.mark.walks]


def machine(ground: Ground, part: int) -> type[RuleBasedStateMachine]:
    """The walk as a machine of Hypothesis on this ground; `part` tells parts of a run apart."""

    class Walk(RuleBasedStateMachine):
        @initialize(number=st.integers(0, 2**32 - 1))
        def begin(self, number):
            ground.reset()
            self.acts = 0
            self.context = opened(ground.app)
            self.context.__enter__()
            self.walker = Walker(load_city(db.session), ground.app.extensions["acts"], Random(f"{part}-{number}"))
            db.session.commit()

        @rule(number=st.integers(0, 2**32 - 1))
        def act(self, number):
            self.acts += 1
            self.walker.chance = Random(f"{part}-{self.acts}-{number}")
            self.walker.step()

        def teardown(self):
            if hasattr(self, "walker"):
                found = of_house()
                ground.seen += self.walker.tally
                ground.taken += self.walker.taken
                self.context.__exit__(None, None, None)
                assert found == []

    return Walk


@pytest.mark.parametrize("part", range(PARTS))
def test_walks_hold_every_invariant(tmp_path, part):
    ground = Ground(tmp_path, part)

    run_state_machine_as_test(
        seed(SEED * PARTS + part)(machine(ground, part)),
        settings=settings(
            max_examples=-(-WALKS // PARTS),
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            print_blob=False,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert ground.refused == []
    assert ground.seen["done"] > ground.seen["refused"] / 3
    assert min(ground.seen["done"], ground.seen["refused"]) > 0
