"""Random walks (Hypothesis): 50 acts each, lawful and unlawful, on a city with several cases; what must hold, holds.

CASEWORK_WALKS sets how many walks there are (100, nightly 2,000). A failing walk is printed as the list of its seeds.
"""

import os
import shutil
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from casework.base.db import db
from casework.mediation.committee import load_demonstration_committee
from casework.web.app import create_app
from tests.support.city import load_city
from tests.support.engines import SqliteCopies, opened, sqlite_url
from tests.walks.invariants import broken
from tests.walks.walker import Walker

WALKS = int(os.environ.get("CASEWORK_WALKS", "100"))
PARTS = 4
STEPS = 50

pytestmark = [pytest.mark.slow, pytest.mark.walks]


class Ground:
    """One application on a file that is put back to the city without cases before each walk."""

    def __init__(self, folder):
        self.file, self.clean = folder / "walk.sqlite", folder / "clean.sqlite"
        shutil.copyfile(SqliteCopies(folder).template, self.file)
        self.app = create_app({"SQLALCHEMY_DATABASE_URI": sqlite_url(self.file), "CASEWORK_INSTANCE": str(folder)})
        self.seen: Counter[str] = Counter()
        with opened(self.app):
            load_demonstration_committee(load_city(db.session).offices)
            db.session.commit()
        shutil.copyfile(self.file, self.clean)

    def reset(self):
        """The city without cases."""
        for leftover in (self.file, self.file.with_name("walk.sqlite-wal"), self.file.with_name("walk.sqlite-shm")):
            leftover.unlink(missing_ok=True)
        shutil.copyfile(self.clean, self.file)


def machine(ground: Ground, seed: int) -> type[RuleBasedStateMachine]:
    """The walk as a machine of Hypothesis on this ground; `seed` tells parts of a run apart."""

    class Walk(RuleBasedStateMachine):
        @initialize()
        def begin(self):
            ground.reset()
            self.acts = 0
            self.context = opened(ground.app)
            self.context.__enter__()
            self.walker = Walker(load_city(db.session), ground.app.extensions["acts"], Random(seed))

        @rule(number=st.integers(0, 2**32 - 1))
        def act(self, number):
            self.acts += 1
            self.walker.chance = Random(f"{seed}-{self.acts}-{number}")
            self.walker.step()

        def teardown(self):
            if hasattr(self, "walker"):
                found = broken()
                ground.seen += self.walker.tally
                self.context.__exit__(None, None, None)
                assert found == []

    return Walk


@pytest.mark.parametrize("part", range(PARTS))
def test_walks_hold_every_invariant(tmp_path, part):
    ground = Ground(tmp_path)

    run_state_machine_as_test(
        machine(ground, part),
        settings=settings(
            max_examples=-(-WALKS // PARTS),
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert ground.seen["done"] > ground.seen["refused"] / 3
    assert min(ground.seen["done"], ground.seen["refused"]) > 0
