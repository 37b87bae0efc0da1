"""Frozen months: published once, never changed; corrections are dated; any past day is drawn byte for byte."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DatabaseError

from casework.base.model import canonical_json
from casework.records.figures import FigureCount
from casework.statistics.grid import EVERYWHERE, TOTAL, fill
from casework.statistics.models import Publication
from casework.statistics.period import month
from casework.statistics.publishing import (
    NotPublishable,
    differences,
    drawn_on,
    publish,
    published,
    restate,
    restated_cells,
)
from casework.statistics.quality import doubts
from casework.statistics.sheet import fingerprint
from casework.statistics.tables import tables
from tests.statistics.instants import at

IP, OCTOBER = tables()["ip_monthly"], month("2026-10")
FIFTH = at(11, 5)


@pytest.fixture
def statistician(city):
    """Who may publish."""
    return city.actor("statistician")


@pytest.fixture
def frozen(october, statistician, session):
    """October, published on 5 November."""
    row = publish(fill(IP, OCTOBER), actor=statistician, now=FIFTH)
    session.commit()
    return row


def test_publication_keeps_cells_instant_and_definition_versions(frozen):
    assert frozen.sheet["cells"][TOTAL]["accepted"] == 5
    assert frozen.published_at == FIFTH
    assert frozen.sheet["indicators"]["success_of_accepted"]["version"] == 1
    assert frozen.sha256 == fingerprint(frozen.sheet)


@pytest.mark.parametrize("table", ["figure_publication", "figure_restatement"])
def test_published_rows_cannot_be_changed_or_deleted(frozen, october, statistician, told, session, table):
    correct(october, told, session)
    restate(frozen, fill(IP, OCTOBER), "更正", actor=statistician, now=at(11, 10))
    session.commit()

    for statement in (f"UPDATE {table} SET id = id + 1", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="never changes"):
            session.execute(text(statement))
        session.rollback()


def test_month_is_published_once(frozen, statistician):
    with pytest.raises(NotPublishable) as refused:
        publish(fill(IP, OCTOBER), actor=statistician, now=FIFTH)

    assert list(refused.value.errors) == ["published"]


def test_running_month_is_not_published(october, statistician):
    with pytest.raises(NotPublishable) as refused:
        publish(fill(IP, month("2026-11")), actor=statistician, now=FIFTH)

    assert refused.value.errors["period"] == ["统计期间尚未结束，最后一日为 2026-11-30"]


def test_only_those_who_answer_for_it_publish(october, city):
    with pytest.raises(NotPublishable) as refused:
        publish(fill(IP, OCTOBER), actor=city.actor("clerk"), now=FIFTH)

    assert list(refused.value.errors) == ["actor"]


def test_failed_identity_blocks_and_names_the_row(october, statistician, session):
    session.execute(update(FigureCount).where(FigureCount.figure == "terminated").values(n=2))
    with pytest.raises(NotPublishable) as refused:
        publish(fill(IP, OCTOBER), actor=statistician, now=FIFTH)

    assert "商标侵权：旧存＋新收－办结应为 1，「期末未结」为 2" in refused.value.errors["identities"]


def test_doubt_blocks_until_it_is_ticked_off(october, told, a_case, statistician, session):
    told(a_case(at(10, 3), source="unknown"), "accepted", at(10, 3))
    session.commit()
    grid, found = fill(IP, OCTOBER), doubts(OCTOBER)
    with pytest.raises(NotPublishable) as refused:
        publish(grid, actor=statistician, now=FIFTH)
    row = publish(grid, ticked=[each.key for each in found], actor=statistician, now=FIFTH)

    assert list(refused.value.errors) == ["doubts"]
    assert row.ticked == [{"kind": "unmapped_source", "case": found[0].number, "seq": 1}]


def correct(october, told, session) -> None:
    """K3 was in fact agreed on 30 October, 1,000: the late entry of 10 November reopens and agrees it."""
    case = october[2]
    told(case, "reopened", at(10, 30), recorded=at(11, 10))
    told(case, "agreed", at(10, 30), fen=100_000, recorded=at(11, 10))
    session.commit()


def test_late_fact_leaves_the_frozen_month_and_is_a_dated_restatement(frozen, october, told, statistician, session):
    before = canonical_json(frozen.sheet)
    correct(october, told, session)
    row = restate(frozen, fill(IP, OCTOBER), "K3 实于 10 月 30 日达成协议", actor=statistician, now=at(11, 10))
    session.commit()
    session.expire_all()
    changed = {line["column"]: (line["published"], line["restated"]) for line in row.lines if line["row"] == TOTAL}

    assert canonical_json(session.get(Publication, frozen.id).sheet) == before
    assert changed["agreed"] == (2, 3)
    assert changed["agreed_amount"] == (5_300_000, 5_400_000)
    assert [each["recorded"] for each in row.entries] == ["2026-11-10", "2026-11-10"]
    assert {each["case"] for each in row.entries} == {october[2].number}


def test_restated_cells_are_what_is_counted_now(frozen, october, told, statistician, session):
    correct(october, told, session)
    restate(frozen, fill(IP, OCTOBER), "更正", actor=statistician, now=at(11, 10))

    assert differences(frozen, fill(IP, OCTOBER)) == []
    assert restated_cells(frozen)[TOTAL]["agreed"] == 3


@pytest.mark.parametrize(("cause", "reason"), [("", "cause"), ("更正", "lines")])
def test_restatement_needs_a_cause_and_a_difference(frozen, statistician, cause, reason):
    with pytest.raises(NotPublishable) as refused:
        restate(frozen, fill(IP, OCTOBER), cause, actor=statistician, now=at(11, 10))

    assert reason in refused.value.errors


def test_any_past_day_is_drawn_as_it_stood(frozen, october, told, statistician, session):
    correct(october, told, session)
    restate(frozen, fill(IP, OCTOBER), "更正", actor=statistician, now=at(11, 10))
    days = [date(2026, 11, 4) + timedelta(days=each) for each in (0, 1, 5, 6)]
    drawn = [drawn_on(frozen, day) for day in days]

    assert [each and len(each.restatements) for each in drawn] == [None, 0, 0, 1]


def test_publication_is_found_by_table_period_and_scope(frozen):
    assert published(IP, OCTOBER, EVERYWHERE) is frozen
    assert published(IP, month("2026-09"), EVERYWHERE) is None
