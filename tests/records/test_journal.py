"""The journal: append-only on both engines, hash-linked per case; an alteration is found at its first place."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError

from casework.complaints import verbs
from casework.procedure.models import Proceeding
from casework.procedure.verify import states_out_of_step
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.records.verify import Break, first_breaks
from tests.support.city import NOON, a_complaint

ENTRY = JournalEntry.__table__
TOLD = ", ".join(column.name for column in ENTRY.columns if column.name != "id")
AROUND = {
    "sqlite": (
        "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry WHERE seq = 2",
        f"REPLACE INTO journal_entry ({TOLD}) SELECT {TOLD} FROM journal_entry WHERE seq = 2",
    ),
    "postgresql": ("TRUNCATE journal_entry CASCADE", "TRUNCATE dispute_case CASCADE"),
}


@pytest.fixture
def complaint(city, session):
    """A dispute with five entries."""
    found = a_complaint(city)
    actor = city.actor("clerk")
    for hour in (1, 2):
        at = NOON + timedelta(hours=hour)
        verbs.ask_supplement(found, verbs.Gaps(("证明",)), actor=actor, now=at) if hour == 1 else None
        verbs.supplement(found, verbs.FilesFacts(), actor=actor, now=at) if hour == 2 else None
    verbs.hand_over(found, verbs.HandOver(city.offices["hs-committee"]), actor=actor, now=NOON)
    verbs.take_over(found, None, actor=city.actor("registrar"), now=NOON)
    session.commit()
    return found


@pytest.fixture
def unguarded(session):
    """The database without its triggers, as somebody who holds the file would make it."""
    if session.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            session.execute(text(f"DROP TRIGGER journal_entry_no_{verb}"))
    else:
        session.execute(text("DROP TRIGGER journal_entry_append_only ON journal_entry"))
    session.commit()
    return session


def number(session) -> str:
    """The number of the one case."""
    return session.scalar(select(Case.number))


def test_chain_links_every_entry_to_the_one_before(complaint, session):
    entries = session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).all()

    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in entries] == ["", *(entry.hash for entry in entries[:-1])]
    assert complaint.case.journal_head == entries[-1].hash


def test_whole_journal_verifies(complaint):
    assert first_breaks() == []
    assert list(states_out_of_step()) == []


@pytest.mark.parametrize("statement", [update(ENTRY).values(actor="别人"), delete(ENTRY)], ids=["update", "delete"])
def test_database_refuses_to_alter_the_journal(complaint, session, statement):
    with pytest.raises(DatabaseError, match="append-only"):
        session.execute(statement)


def test_database_refuses_the_ways_around_as_well(complaint, session):
    for statement in AROUND[session.get_bind().dialect.name]:
        with pytest.raises(DatabaseError, match="append-only"):
            session.execute(text(statement))
        session.rollback()

    assert first_breaks() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("actor", "别人"), ("to_state", "closed"), ("changes", {"x": 1}), ("office", "别处"), ("figure_fen", 1)],
)
def test_altered_entry_is_named(complaint, unguarded, column, value):
    unguarded.execute(update(ENTRY).where(ENTRY.c.seq == 3).values({column: value}))

    assert first_breaks() == [Break(number(unguarded), 3, "content")]


def test_altered_entry_with_a_new_hash_breaks_the_next_link(complaint, unguarded):
    unguarded.execute(update(ENTRY).where(ENTRY.c.seq == 2).values(hash="0" * 64))

    assert first_breaks() == [Break(number(unguarded), 2, "content")]


@pytest.mark.parametrize(("seq", "problem_at"), [(1, 1), (3, 3), (5, 5)])
def test_deleted_entry_is_named(complaint, unguarded, seq, problem_at):
    unguarded.execute(delete(ENTRY).where(ENTRY.c.seq == seq))

    assert first_breaks() == [Break(number(unguarded), problem_at, "missing")]


def test_reordered_entries_are_named(complaint, unguarded):
    for old, new in ((2, 92), (3, 2), (92, 3)):
        unguarded.execute(update(ENTRY).where(ENTRY.c.seq == old).values(seq=new))

    assert [(each.seq, each.problem) for each in first_breaks()] == [(2, "link")]


def test_moved_head_is_named(complaint, session):
    session.execute(update(Case.__table__).values(journal_head="0" * 64))

    assert first_breaks() == [Break(number(session), 5, "head")]


def test_added_entry_is_named(complaint, unguarded):
    row = dict(unguarded.execute(select(ENTRY).where(ENTRY.c.seq == 5)).mappings().one())
    unguarded.execute(ENTRY.insert().values({**row, "id": 999, "seq": 6}))

    assert [(each.seq, each.problem) for each in first_breaks()] == [(6, "link")]


def test_state_set_behind_the_door_is_named(complaint, session):
    session.execute(update(Proceeding.__table__).values(state="submitted"))

    assert [(each.case_number, each.problem) for each in states_out_of_step()] == [(number(session), "state")]


def test_one_damaged_case_leaves_the_others_whole(complaint, city, unguarded):
    a_complaint(city)
    unguarded.commit()
    unguarded.execute(update(ENTRY).where(ENTRY.c.case_id == complaint.case_id, ENTRY.c.seq == 1).values(actor="别人"))

    assert len(first_breaks()) == 1
