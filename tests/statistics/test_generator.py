"""The generated province: whole journals, facts as the tally gives them, equal seeds equal provinces, identities hold."""

from datetime import date

import pytest
from sqlalchemy import func, select

from casework.records.counters import recount
from casework.records.figures import FigureFact
from casework.records.models import Case
from casework.records.verify import first_breaks
from casework.statistics.generator import Size, load_province
from casework.statistics.grid import EVERYWHERE, TOTAL, fill
from casework.statistics.identities import failures
from casework.statistics.period import month, parse
from casework.statistics.tables import tables

SIZE = Size(200, 3, date(2026, 10, 31), years=2)


@pytest.fixture
def province(session):
    """Two hundred cases of three offices."""
    load_province(SIZE)
    session.commit()


def test_journals_are_whole_and_prove_the_counters(province):
    assert first_breaks() == []
    assert recount() == []


def test_all_endings_happen(province, session):
    found = set(map(tuple, session.execute(select(FigureFact.figure, FigureFact.form))))

    ends = {(each, "") for each in ("not_accepted", "terminated", "withdrawn", "transferred")}
    moves = {("moved_in", ""), ("moved_out", "")}
    assert found == {
        *(("registered", ""), ("accepted", ""), ("accepted", "reopened"), ("agreed", "written"), ("agreed", "oral")),
        *ends,
        *moves,
    }


@pytest.mark.parametrize("name", ["ip_monthly", "offices", "districts", "ministry"])
def test_identities_hold_over_the_year(province, name):
    assert failures(fill(tables()[name], parse("2026"), EVERYWHERE)) == []


def test_monthly_stocks_meet(province):
    grids = [fill(tables()["offices"], month(f"2026-{each:02d}")) for each in range(1, 11)]

    assert [each.cell(TOTAL, "pending") for each in grids[:-1]] == [each.cell(TOTAL, "opening") for each in grids[1:]]


def test_figures_alone_are_the_same_figures(session):
    whole = load_province(SIZE, seed=7)
    kept = session.execute(select(FigureFact.figure, func.count()).group_by(FigureFact.figure)).all()
    session.rollback()
    alone = load_province(Size(200, 3, SIZE.until, years=2, journals=False), seed=7)
    again = session.execute(select(FigureFact.figure, func.count()).group_by(FigureFact.figure)).all()

    assert (whole, kept) == (alone, again)


def test_province_stands_beside_what_is_there(province, session):
    load_province(SIZE, seed=3)
    session.commit()

    assert session.scalar(select(func.count(Case.id))) == 400
    assert recount() == []
