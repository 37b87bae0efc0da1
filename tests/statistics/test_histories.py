"""Random histories: withdrawals, reopening, moves, merges, corrections, late entries, changed time limits.

Every identity holds, the recount agrees, a count by hand is the same.
"""

from collections import Counter
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

import pytest

from casework.base.wallclock import local_date
from casework.procedure.models import RunningClock
from casework.records.counters import recount
from casework.records.models import Party
from casework.statistics.grid import EVERYWHERE, TOTAL, behind, fill
from casework.statistics.identities import failures
from casework.statistics.period import parse
from casework.statistics.rows import facts_standing, flows, standing
from casework.statistics.tables import MEDIATING_IN, tables
from tests.statistics.brute import OUT, counted, limited, people
from tests.statistics.instants import at

FIGURES = (
    "accepted",
    "accepted",
    "agreed",
    "terminated",
    "withdrawn",
    "transferred",
    "reopened",
    "registered",
    "not_accepted",
)
KINDS = ("trademark", "copyright", "patent_design", "software", "other")
LOGINS = ("registrar", "officer", "daye-officer")
START = at(6, 1)


@pytest.fixture
def turns(told, session):
    """What befalls a case beside its figures: described anew, its time limit moved, merged into another."""

    def end_anew(case, clock, days: int, when) -> None:
        """An extension, or a recount by another calendar: the end is another day from now on."""
        due = clock.due + timedelta(days=days)
        changes = {"running_clock": [{"id": clock.id, "due": [clock.due.isoformat(), due.isoformat()]}]}
        clock.due = due
        told(case, None, when, step="extend", changes=changes)

    def merge(case, other, when) -> None:
        """The dispute is carried on in another case, which the party joins."""
        if case is not other:
            told(case, "transferred", when, step="transfer_out")
            ref, told_of = f"P{len(other.parties) + 1}", {"role": "respondent", "kind": "org", "name": "并"}
            other.parties.append(Party(ref=ref, position=9, name_key="并", **told_of))
            session.flush()
            told(other, None, when, changes={"party": [{"ref": [None, ref]}]})

    def describe_anew(case, kind: str, when) -> None:
        case.rights[0].kind = kind
        session.flush()
        told(case, None, when, changes={"right_in_dispute": [{"kind": ["x", kind]}]})

    return SimpleNamespace(describe_anew=describe_anew, end_anew=end_anew, merge=merge)


@pytest.fixture
def history(told, a_case, a_clock, turns, session):
    """Write so many random acts into the journals of a dozen cases."""

    def written(seed: int, acts: int = 60):
        chance = Random(seed)
        cases = [a_case(START, chance.choice(KINDS)) for _ in range(12)]
        limits = {case: a_limit(case, chance) for case in cases}
        for _ in range(acts):
            case, figure = chance.choice(cases), chance.choice(FIGURES)
            when = START + timedelta(days=30 + chance.randrange(120), hours=chance.randrange(12))
            told(case, figure, when, fen=chance.randrange(100_000), login=chance.choice(LOGINS))
            if chance.random() < 0.2:
                turns.describe_anew(case, chance.choice(KINDS), when)
            if chance.random() < 0.2:
                turns.end_anew(case, limits[case], chance.randrange(-20, 60), when)
            if chance.random() < 0.1:
                turns.merge(case, chance.choice(cases), when)
        session.commit()
        return cases

    def a_limit(case, chance) -> RunningClock:
        begun = START + timedelta(days=chance.randrange(30))
        due = local_date(begun) + timedelta(days=chance.randrange(30, 90))
        clock = a_clock(case, "mediation", "M-22", begun, due)
        changes = {"running_clock": [{"id": clock.id, "due": [None, due.isoformat()]}]}
        entry = told(case, "accepted", begun, login=chance.choice(LOGINS), changes=changes)
        clock.started_seq = entry.seq
        return clock

    return written


@pytest.mark.parametrize("seed", range(4))
def test_every_identity_holds_and_the_recount_agrees(history, seed):
    history(seed)

    assert recount() == []
    for name in ("ip_monthly", "offices", "ministry"):
        for period in ("2026-08", "2026-Q3", "2026-07-10..2026-09-03"):
            assert failures(fill(tables()[name], parse(period))) == []


@pytest.mark.parametrize("seed", range(8, 11))
def test_figures_are_those_of_a_count_by_hand(history, seed):
    history(seed)
    for name in ("2026-07", "2026-10", "2026", "2026-07-10..2026-09-03"):
        period = parse(name)
        happened, opening, closing = counted(period.start, period.end)

        grid = fill(tables()["offices"], period)

        figures = (*OUT, "registered", "accepted", "moved_in", "moved_out")
        told = {(int(row), each): grid.cell(row, each) for row, _ in grid.rows for each in figures}
        assert {key: number for key, number in told.items() if number} == happened
        assert by_office(grid, "opening") == opening
        assert by_office(grid, "pending") == closing

        assert {each: by_office(grid, each) for each in ("limited", "in_time", "overdue")} == limited(
            period.start, period.end
        )
        assert fill(tables()["ip_monthly"], period).cell(TOTAL, "persons") == people(period.start, period.end)


def by_office(grid, column: str) -> dict[int, int]:
    """The cells of a column that are not nothing, by office."""
    return {int(row): grid.cell(row, column) for row, _ in grid.rows if grid.cell(row, column)}


def test_stock_of_the_counters_is_what_stands_fact_by_fact(history):
    history(6)
    for day in (date(2026, 6, 1), date(2026, 8, 1), date(2026, 11, 1), date(2027, 1, 1)):
        same_stock(day)


def same_stock(day: date) -> None:
    """Compare the stock of the counters with the facts, cell by cell."""
    whole = Counter[tuple[object, ...]]()
    for each in facts_standing(day, MEDIATING_IN):
        whole[(each.office_id, each.figure, each.form, each.right_kind, each.source)] += 1

    told = standing(day, MEDIATING_IN)
    assert {(each.office_id, each.figure, each.form, each.right_kind, each.source): each.n for each in told} == whole


def test_year_that_is_one_counter_is_the_sum_of_its_months(history):
    history(7)
    wanted = ("accepted", "agreed", "moved_in")
    months = Counter[str]()
    for each in range(1, 13):
        for seen in flows(parse(f"2026-{each:02d}"), wanted):
            months[seen.figure] += seen.n

    year = Counter[str]()
    for seen in flows(parse("2026"), wanted):
        year[seen.figure] += seen.n

    assert year == months


@pytest.mark.parametrize("seed", range(4, 6))
def test_number_behind_every_cell_of_a_history_is_the_cell(history, seed):
    history(seed)
    table, period = tables()["offices"], parse("2026-Q3")
    grid = fill(table, period)
    for column in (each for each in table.columns if each.counts and not each.money):
        for row, _ in grid.with_total:
            found = behind(table, period, EVERYWHERE, row, column.key)
            assert len(found) == grid.cell(row, column.key), (row, column.key)
