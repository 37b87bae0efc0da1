"""Tables filled: the October set, one case per column, identities, what stands behind a cell, comparisons."""

from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import update

from casework.records.figures import OPEN_NOW, FigureCount
from casework.records.words import CHANNELS, MATTERS, RIGHT_KINDS
from casework.statistics.compare import change, compared
from casework.statistics.grid import EVERYWHERE, TOTAL, Scope, behind, fill, one_decimal, percentile, rate, wan
from casework.statistics.groups import groups
from casework.statistics.identities import Failure, failures
from casework.statistics.period import free, month, parse
from casework.statistics.rows import Seen
from casework.statistics.tables import tables
from tests.statistics.instants import at

OCTOBER = month("2026-10")
IP = tables()["ip_monthly"]


def total(grid, *keys: str) -> list[object]:
    """Cells of the total row."""
    return [grid.cell(TOTAL, each) for each in keys]


def test_october_set_fills_the_monthly_table(october):
    grid = fill(IP, OCTOBER)

    assert total(grid, "opening", "registered", "not_accepted", "accepted", "closed", "pending") == [1, 1, 1, 5, 4, 2]
    assert total(grid, "agreed", "written", "oral", "terminated", "withdrawn") == [2, 1, 1, 1, 1]
    assert total(grid, "agreed_amount", "performed", "performed_amount", "persons") == [5_300_000, 2, 5_300_000, 10]
    assert grid.cell(TOTAL, "success_of_accepted") == rate(2, 5)
    assert grid.cell(TOTAL, "success_of_closed") == rate(2, 4)


def test_october_set_gives_days_from_acceptance_to_closing(october):
    grid = fill(IP, OCTOBER)

    assert total(grid, "mean_days", "median_days", "p90_days") == ["9.0", "9.0", "18.0"]


@pytest.mark.parametrize("name", sorted(tables()))
def test_every_table_of_october_holds_its_identities(october, name):
    for period in (OCTOBER, parse("2026-Q4"), free(date(2026, 10, 9), date(2026, 11, 3))):
        assert failures(fill(tables()[name], period)) == []


@pytest.mark.parametrize("name", sorted(tables()))
def test_number_behind_each_cell_is_the_cell(october, name):
    table = tables()[name]
    grid = fill(table, OCTOBER)
    for column in table.columns:
        for row, _ in grid.with_total:
            if column.counts:
                found = behind(table, OCTOBER, EVERYWHERE, row, column.key)
                measured = sum(
                    {"n": each.n, "fen": each.fen, "persons": each.persons}[column.measure] for each in found
                )
                assert measured == grid.cell(row, column.key), (row, column.key)


def test_each_kind_and_matter_sets_its_own_row(told, a_case, session):
    group = groups()["right_ip"]
    for kind in RIGHT_KINDS:
        for matter in MATTERS:
            told(a_case(at(10, 1), kind, matter=matter), "accepted", at(10, 2))
    session.commit()
    grid = fill(IP, OCTOBER)
    expected = dict.fromkeys((row for row, _, _ in group.rows), 0)
    for kind in RIGHT_KINDS:
        for matter in MATTERS:
            expected[group.row_of(Seen(0, "", "", kind, matter, "", 1))] += 1

    assert {row: grid.cell(row, "accepted") for row, _ in grid.rows} == expected
    assert min(expected.values()) > 0


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_source_sets_one_column_of_the_breakdown(told, a_case, session, channel):
    told(a_case(at(10, 1), source=channel), "accepted", at(10, 2))
    session.commit()
    for name, whole in (("ip_monthly", "accepted"), ("ministry", "cases")):
        grid = fill(tables()[name], OCTOBER)
        sources = [
            each.key for each in grid.table.columns if "source_ip" in each.where or "source_ministry" in each.where
        ]

        assert sum(grid.cell(TOTAL, each) for each in sources) == grid.cell(TOTAL, whole) == 1


def test_case_moved_between_offices_changes_offices_and_not_the_city(told, a_case, session, city):
    case = a_case(at(9, 1))
    told(case, "accepted", at(9, 1), login="officer")
    told(case, "accepted", at(10, 5))
    told(case, "agreed", at(10, 9), fen=100)
    session.commit()
    grid = fill(tables()["offices"], OCTOBER)
    ipo, committee = (str(city.offices[each].id) for each in ("hs-ipo", "hs-committee"))
    keys = ("opening", "accepted", "moved_in", "moved_out", "agreed", "pending")

    assert [grid.cell(ipo, each) for each in keys] == [1, 0, 0, 1, 0, 0]
    assert [grid.cell(committee, each) for each in keys] == [0, 0, 1, 0, 1, 0]
    assert total(grid, *keys) == [1, 0, 1, 1, 1, 0]
    assert failures(grid) == []


def test_scope_keeps_the_rows_of_its_offices(october, city):
    office = city.offices["hs-committee"]
    grid = fill(tables()["offices"], OCTOBER, Scope((office.id,), office.name))

    assert [label for _, label in grid.rows] == [office.name]
    assert total(grid, "accepted") == [5]


def test_counter_that_was_changed_fails_and_names_row_and_column(october, session):
    session.execute(
        update(FigureCount).where(FigureCount.month == 202610, FigureCount.figure == "terminated").values(n=3)
    )
    found = failures(fill(IP, OCTOBER))

    assert Failure("stock", "trademark_infringement", "pending", 0, 2) in found
    assert Failure("counters", TOTAL, "terminated", 1, 3) in found


def test_stock_counter_that_was_changed_fails_against_the_facts(october, session):
    told = (FigureCount.month == OPEN_NOW, FigureCount.figure == "accepted")
    session.execute(update(FigureCount).where(*told).values(n=FigureCount.n + 1))

    assert Failure("counters", TOTAL, "pending", 2, 3) in failures(fill(IP, OCTOBER))


def test_failure_is_told_with_row_and_column(october, session):
    session.execute(
        update(FigureCount).where(FigureCount.month == 202610, FigureCount.figure == "terminated").values(n=3)
    )
    grid = fill(IP, OCTOBER)
    told = [each.told(grid) for each in failures(grid)]

    assert "商标侵权：旧存＋新收－办结应为 0，「期末未结」为 2" in told


def test_year_is_the_sum_of_its_months(october):
    year = fill(IP, parse("2026"))

    assert total(year, "opening", "accepted", "closed", "pending") == [0, 7, 6, 1]
    assert failures(year) == []


def test_comparison_tells_both_changes(october):
    told = compared(IP, month("2026-11"))
    column = IP.column("accepted")

    assert told.on_period(TOTAL, column).shown == "-80.0%"
    assert told.on_year(TOTAL, column).shown == "—"


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (1631, 1320, "+23.6%"),
        (3, 0, "—"),
        (0, 4, "-100.0%"),
        (4, 4, "0.0%"),
        (None, 3, "—"),
        ("9.0", "8.0", "+12.5%"),
        (rate(1, 2), rate(1, 4), "+25.0 pp"),
        (rate(1, 2), rate(0, 0), "—"),
    ],
)
def test_change_is_undefined_from_zero_and_in_points_between_rates(now, before, shown):
    assert change(now, before).shown == shown


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        (Fraction(100 * 55, 2157), "2.5"),
        (Fraction(1, 20), "0.1"),
        (Fraction(-1, 20), "-0.1"),
        (Fraction(-1, 100), "0.0"),
        (Fraction(49, 1000), "0.0"),
    ],
)
def test_one_decimal_rounds_half_up_once(exact, told):
    assert one_decimal(exact) == told


@pytest.mark.parametrize(
    ("counts", "share", "told"),
    [
        ({}, 50, None),
        ({4: 1}, 50, "4.0"),
        ({1: 1, 2: 1}, 50, "1.5"),
        ({1: 9, 100: 1}, 90, "1.0"),
        ({1: 8, 100: 2}, 90, "100.0"),
        ({5: 3, 7: 4}, 50, "7.0"),
    ],
)
def test_percentiles_by_nearest_rank_and_middle(counts, share, told):
    assert percentile(counts, share) == told


@pytest.mark.parametrize(("fen", "told"), [(5_300_000, "5.30"), (5_000, "0.01"), (4_999, "0.00"), (0, "0.00")])
def test_ten_thousands_round_half_up(fen, told):
    assert wan(fen) == told


def test_row_or_column_that_is_not_there_opens_nothing(october):
    for row, key in (("nowhere", "accepted"), (TOTAL, "nothing")):
        with pytest.raises(KeyError):
            behind(IP, OCTOBER, EVERYWHERE, row, key)


@pytest.mark.parametrize("name", ["sources", "outcomes", "durations", "routes"])
def test_same_closings_by_source_outcome_duration_and_route(october, name):
    grid = fill(tables()[name], OCTOBER)

    assert total(grid, "closed") == [4]
    assert failures(grid) == []


def test_closings_fall_into_the_row_of_their_days(october):
    grid = fill(tables()["durations"], OCTOBER)
    rows = [(key, grid.cell(key, "agreed"), grid.cell(key, "closed")) for key, _ in grid.rows]

    assert rows == [("d7", 1, 2), ("d15", 1, 1), ("d30", 0, 1), ("d60", 0, 0), ("d90", 0, 0), ("over", 0, 0)]


def test_closings_fall_into_the_row_of_their_outcome(october):
    grid = fill(tables()["outcomes"], OCTOBER)
    rows = [(key, grid.cell(key, "closed"), grid.cell(key, "agreed_amount")) for key, _ in grid.rows]

    assert rows == [
        *(("written", 1, 5_000_000), ("oral", 1, 300_000), ("terminated", 1, 0)),
        *(("withdrawn", 1, 0), ("transferred", 0, 0)),
    ]


def test_patent_mediation_is_a_route_with_its_own_stock(told, a_case, session):
    case = a_case(at(9, 20), "patent_invention", login="officer")
    acts = (("patent_mediation_received", "request", "received"), ("patent_mediation_filed", "file", "filed"))
    for day, (figure, step, to) in enumerate(acts, start=20):
        told(case, figure, at(9, day), step=step, to=to, procedure="patent_mediation", login="officer")
    told(case, None, at(10, 11), step="settle", to="settled", procedure="patent_mediation", login="officer")
    session.commit()

    own, routes = fill(tables()["patent_mediation"], OCTOBER), fill(tables()["routes"], OCTOBER)

    assert total(own, "opening", "filed", "settled", "pending", "median_days") == [1, 0, 1, 0, "20.0"]
    assert [routes.cell("patent_mediation", each) for each in ("opening", "closed", "pending")] == [1, 1, 0]
    assert failures(own) == failures(routes) == []
