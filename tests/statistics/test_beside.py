"""Our figures beside published ones: the same as our tables tell, on a page where they open their cases."""

import pytest

from casework.statistics.beside import beside, line_key
from casework.statistics.elsewhere import published_elsewhere
from casework.statistics.grid import EVERYWHERE, TOTAL, fill
from casework.statistics.groups import data
from casework.statistics.period import month
from casework.statistics.tables import tables

OCTOBER = month("2026-10")


def test_our_figure_is_the_one_of_our_table(october):
    told = beside(OCTOBER, EVERYWHERE)["T1"]
    grid = fill(tables()["ip_monthly"], OCTOBER)

    assert told["total|合计"].told == str(grid.cell(TOTAL, "accepted")) == "5"
    assert told["status|调解成功"].share == "40.0"
    rights = [each for key, each in told.items() if key.startswith("right|")]
    assert sum(int(each.told) for each in rights) == 5


def test_every_line_of_the_mapping_is_printed_somewhere():
    printed = {name.name[:2]: {line_key(name.name[:2], line) for line in name.lines} for name in published_elsewhere()}
    mapped = {name: set(table["lines"]) for name, table in data("beside.json").items() if name != "source"}

    assert {name: keys - printed[name] for name, keys in mapped.items()} == {"T1": set(), "T3": set(), "T7": set()}


@pytest.mark.parametrize("period", ["2026-10", "2026"])
def test_page_stands_ours_beside_theirs(october, client, period):
    client.post("/sign-in", json={"login": "statistician", "password": "casework-demo"})

    page = client.get(f"/figures/published-elsewhere?period={period}").text

    assert f"本系统 {period}" in page
    assert f"ip_monthly/behind?period={period}&amp;row=total&amp;column=accepted" in page
    assert "2,157" in page
