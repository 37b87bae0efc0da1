"""The list of publications: every one is reached page by page, and a filter finds those of a table, a month, an office."""

from datetime import date

import pytest

from casework.statistics.models import Publication
from casework.statistics.published import PAGE, Asked, published
from tests.statistics.instants import at


@pytest.fixture
def many(city, session):
    """Two pages and a bit of publications of the committee, and one of the city office for another month."""
    rows = [_publication(city.offices["hs-committee"], f"{2000 + i // 12}-{i % 12 + 1:02}") for i in range(2 * PAGE)]
    rows.append(_publication(city.offices["hs-ipo"], "2026-10", "station"))
    session.add_all(rows)
    session.commit()
    return rows


def _publication(office, period, key="ip_monthly"):
    sheet = {"title": ["表", "Table"], "scope": {"name": office.name}, "columns": [], "rows": [], "cells": []}
    return Publication(
        table_key=key,
        period=period,
        start_day=date(2026, 10, 1),
        end_day=date(2026, 11, 1),
        scope=str(office.id),
        published_at=at(11, 2),
        published_by="统计员",
        office_id=office.id,
        ticked=[],
        sheet=sheet,
        sha256="0" * 64,
    )


def test_pages_reach_every_publication_once_newest_first(many):
    reached, after = [], None
    for _ in range(3):
        page = published(Asked(), after)
        reached += [row.id for row in page.rows]
        after = page.after

    assert reached == sorted((row.id for row in many), reverse=True)
    assert after is None


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Asked(table="station"), 1),
        (Asked(period="2001"), 12),
        (Asked(period="2001-0"), 9),
        (Asked(office="%"), 0),
        (Asked(office="调解委员会"), PAGE),
        (Asked(office="市场监督"), 1),
    ],
)
def test_filter_finds_what_fits(many, asked, count):
    assert len(published(asked).rows) == count


def test_page_keeps_what_was_asked_and_leads_on(many, client):
    client.post("/sign-in", json={"login": "statistician", "password": "casework-demo"})

    first = client.get("/figures/publications?table=ip_monthly").text
    last = client.get(f"/figures/publications?table=ip_monthly&after={many[0].id + 1}").text
    none = client.get("/figures/publications?period=1999").text

    assert (
        f"table=ip_monthly&amp;after={many[PAGE].id}" in first or f"after={many[PAGE].id}&amp;table=ip_monthly" in first
    )
    assert 'rel="next"' not in last
    assert "没有符合条件的已发布统计表" in none
