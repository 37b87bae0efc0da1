"""Published calendars and rules: what they would move, and the recount that moves it, with a trace, once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from casework.clock.calendar import YearTable
from casework.procedure import recount, rulebook
from casework.procedure.models import RunningClock
from casework.procedure.recount import ClockRecount, RecountRun
from casework.records.journal import JournalEntry
from casework.records.verify import first_breaks
from tests.support.city import a_complaint

LATE = datetime(2026, 12, 24, 2, 0, tzinfo=UTC)
YEAR_2027 = YearTable(
    2027,
    {date(2027, 1, 1): "元旦", date(2027, 1, 4): "元旦", date(2027, 1, 5): "元旦"},
    {date(2027, 1, 9): "元旦"},
    "国务院办公厅关于2027年部分节假日安排的通知",
)


@pytest.fixture
def clocks(city, session):
    """Three complaints of Christmas Eve: seven working days lead into 2027, a year without a notice."""
    for _ in range(3):
        a_complaint(city, login="officer", now=LATE)
    session.commit()
    return lambda: list(session.scalars(select(RunningClock).order_by(RunningClock.id)))


def publish(session, table=YEAR_2027, edition=1):
    """Publish a year."""
    session.add(
        rulebook.CalendarNotice(
            year=table.year,
            edition=edition,
            data=rulebook.packed(table),
            published_at=LATE,
            published_by="郑凯",
            reason="国务院办公厅通知",
        )
    )
    session.commit()


def run_all(session, run, city):
    """Do a recount to its end; how many batches it took."""
    batches = 0
    while recount.go_on(
        run.id,
        calendar=rulebook.calendar_here(),
        table=rulebook.table_here(),
        actor=city.actor("admin"),
        now=LATE,
    ):
        session.commit()
        batches += 1
    session.commit()
    return batches


def scope():
    """What the year 2027 can touch."""
    return recount.scope_of_year(rulebook.default_calendar(), YEAR_2027)


def test_clock_into_an_unknown_year_is_provisional(clocks):
    assert {(each.due, each.provisional) for each in clocks()} == {(date(2027, 1, 5), True)}


def test_preview_names_old_and_new_dates_and_writes_nothing(clocks):
    calendar = rulebook.calendar_here().with_table(YEAR_2027)

    found, total = recount.moved(scope(), calendar=calendar, table=rulebook.table_here(), most=2)

    assert (len(found), total) == (2, 3)
    assert {(each.clock.due, each.end.due, each.end.provisional) for each in found} == {
        (date(2027, 1, 5), date(2027, 1, 7), False)
    }
    assert {each.due for each in clocks()} == {date(2027, 1, 5)}


def test_published_year_counts_for_new_clocks_at_once(city, session, clocks):
    publish(session)

    fresh = a_complaint(city, login="officer", now=LATE).clocks[0]

    assert (fresh.due, fresh.provisional) == (date(2027, 1, 7), False)


def test_recount_moves_each_clock_once_and_leaves_a_trace(city, session, clocks):
    publish(session)
    run = recount.ask("2027年节假日安排", scope(), actor=city.actor("admin"), now=LATE)
    session.commit()

    run_all(session, run, city)

    traces = list(session.scalars(select(ClockRecount)))
    told = list(session.scalars(select(JournalEntry).where(JournalEntry.step == "recount")))
    assert {(each.due, each.provisional) for each in clocks()} == {(date(2027, 1, 7), False)}
    assert {(each.old_due, each.new_due) for each in traces} == {(date(2027, 1, 5), date(2027, 1, 7))}
    assert [each.changes["running_clock"] for each in told] == [[{"due": ["2027-01-05", "2027-01-07"]}]] * 3
    assert (run.total, run.seen, run.changed, run.finished_at) == (3, 3, 3, LATE)
    assert first_breaks() == []


def test_second_recount_changes_nothing(city, session, clocks):
    publish(session)
    for _ in range(2):
        run = recount.ask("2027年节假日安排", scope(), actor=city.actor("admin"), now=LATE)
        session.commit()
        run_all(session, run, city)

    assert [each.changed for each in session.scalars(select(RecountRun).order_by(RecountRun.id))] == [3, 0]


def test_recount_can_be_stopped_and_resumed(city, session, clocks, monkeypatch):
    monkeypatch.setattr(recount, "BATCH", 1)
    publish(session)
    run = recount.ask("2027年节假日安排", scope(), actor=city.actor("admin"), now=LATE)
    session.commit()

    recount.go_on(
        run.id, calendar=rulebook.calendar_here(), table=rulebook.table_here(), actor=city.actor("admin"), now=LATE
    )
    run.stopped = True
    session.commit()
    stopped = (run_all(session, run, city), run.seen)
    run.stopped = False
    session.commit()
    resumed = (run_all(session, run, city), run.seen)

    assert (stopped, resumed) == ((0, 1), (2, 3))
    assert {each.due for each in clocks()} == {date(2027, 1, 7)}


def test_year_that_changes_no_day_touches_nothing():
    same = rulebook.default_calendar().years[2026]

    assert recount.scope_of_year(rulebook.default_calendar(), same) == {"first": None, "last": None}


def test_proceeding_keeps_the_law_of_its_first_day(city, session, clocks):
    old = rulebook.table_here().versions("CMP-3")[-1]
    new = replace(old, count=5, valid_from=date(2027, 1, 1), valid_to=None)
    session.add(
        rulebook.ClockEdition(
            rule="CMP-3",
            valid_from=date(2027, 1, 1),
            data=rulebook.row_data(new),
            published_at=LATE,
            published_by="郑凯",
            reason="新办法",
        )
    )
    session.commit()

    begun = a_complaint(city, login="officer", now=LATE).clocks[0]
    later = a_complaint(city, login="officer", now=LATE + timedelta(days=14)).clocks[0]

    assert rulebook.table_here().row("CMP-3", date(2026, 12, 31)).count == 7
    assert (begun.due, later.due) == (date(2027, 1, 5), date(2027, 1, 14))


def test_new_version_must_begin_after_the_newest_one():
    old = rulebook.default_table().versions("CMP-3")[-1]

    with pytest.raises(ValueError, match="is not after"):
        rulebook.with_row(rulebook.default_table(), replace(old, valid_from=old.valid_from))
