"""Random histories of adjudications: pauses, joined cases, decisions made again, ends that move, entries written late."""

from collections import Counter
from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace

import pytest

from casework.base.wallclock import local_date
from casework.records.counters import recount
from casework.statistics.grid import TOTAL, fill
from casework.statistics.identities import failures
from casework.statistics.period import parse
from casework.statistics.rows import facts_in
from casework.statistics.tables import tables
from tests.statistics.brute import DECIDED, decided
from tests.statistics.instants import at

PAUSES = (("suspend", "suspended"), ("object", "objection"), ("refer", "mediation"))
PERIODS = ("2026-03", "2026-Q2", "2026", "2026-02-10..2026-07-03")


@pytest.fixture
def acts(told, a_clock):
    """The acts of an adjudication as they stand in journals."""

    def filed(case, when: datetime):
        clock = a_clock(case, "adjudication", "ADJ-19", when, local_date(when) + timedelta(days=120))
        changes = {"running_clock": [{"id": clock.id, "due": [None, clock.due.isoformat()]}]}
        clock.started_seq = act(case, "file", when, "received", "investigating", changes=changes).seq
        return clock

    def paused_and_resumed(case, when: datetime, chance: Random) -> datetime:
        for step, to in chance.sample(PAUSES, chance.randrange(3)):
            act(case, step, when, "investigating", to)
            when += days(chance, 40)
            act(case, "resume", when, to, "investigating")
        return when

    def end_moves(clock, case, by: int, when: datetime) -> None:
        due = clock.due + timedelta(days=by)
        changes = {"running_clock": [{"id": clock.id, "due": [clock.due.isoformat(), due.isoformat()]}]}
        clock.due = due
        act(case, "extend", when, "investigating", "investigating", changes=changes)

    def again(case, over: datetime, chance: Random) -> None:
        act(case, "remake", over + timedelta(days=5), "in_litigation", "served")
        act(case, "decide", over + timedelta(days=5) + days(chance, 60), "served", "established")

    def act(case, step: str, when: datetime, before: str, to: str, *, late: int = 0, changes=None):
        told_of = {"step": step, "before": before, "to": to, "recorded": when + timedelta(days=late)}
        return told(case, None, when, **told_of, procedure="adjudication", login="officer", changes=changes)

    return SimpleNamespace(act=act, filed=filed, paused=paused_and_resumed, end_moves=end_moves, again=again)


@pytest.fixture
def decisions(acts, a_case, session):
    """Adjudications of a year: each paused some times, some joined to another and decided with it, some made again."""

    def written(seed: int) -> None:
        chance = Random(seed)
        cases = [a_case(at(1, 5), "patent_utility", login="officer") for _ in range(14)]
        clocks = {case: acts.filed(case, at(1, 6) + days(chance, 60)) for case in cases}
        for leading, joined in zip(cases[::2], cases[1::2], strict=True):
            together(leading, joined, clocks[joined], chance)
        session.commit()

    def together(leading, joined, clock, chance: Random) -> None:
        """Two adjudications: the second joined to the first or on its own way; both decided, some decided again."""
        when = acts.paused(leading, at(3, 10), chance)
        end = chance.choice(DECIDED)
        if chance.random() < 0.5:
            acts.act(joined, "join", when, "investigating", "investigating")
        else:
            acts.paused(joined, at(3, 10), chance)
            acts.end_moves(clock, joined, chance.randrange(-30, 90), when)
        for case in (leading, joined):
            over = when + days(chance, 90)
            acts.act(case, "decide", over, "investigating", end, late=chance.randrange(40))
            if chance.random() < 0.3:
                acts.again(case, over, chance)

    return written


def days(chance: Random, most: int) -> timedelta:
    """Some days."""
    return timedelta(days=chance.randrange(most))


@pytest.mark.parametrize("seed", range(4))
def test_adjudications_are_those_of_a_count_by_hand(decisions, seed):
    decisions(seed)

    assert recount() == []
    for name in PERIODS:
        period = parse(name)
        grid = fill(tables()["adjudication"], period)
        assert failures(grid) == []
        assert seen(grid, period) == decided(period.start, period.end)


def seen(grid, period) -> dict[str, object]:
    """What the table tells, in the shape of the count by hand; the days from the facts behind it, in their order."""
    ends = Counter({each: grid.cell(TOTAL, each) for each in DECIDED})
    taken = sorted(each.days for each in facts_in(period, ["adjudication.out"]))
    whole = {"limited": grid.cell(TOTAL, "limited"), "in_time": grid.cell(TOTAL, "in_time")}
    return {"filed": grid.cell(TOTAL, "filed"), "ends": +ends, "days": taken, **whole}
