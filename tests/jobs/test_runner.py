"""The runner keeps what the outbox promised, once, and tries again what failed."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select, text

from casework.base.outbox import OutboxItem, promise
from casework.documents.models import PaperRecord
from casework.jobs.runner import MOST_ATTEMPTS, Runner
from tests.support.city import NOON, a_complaint

FONTS = Path(__file__).parents[2] / "var" / "assets" / "fonts"


@pytest.fixture
def runner(app, tmp_path: Path) -> Runner:
    """A runner that draws into this test's folder."""
    return Runner(fonts=FONTS, folder=tmp_path / "papers")


def test_run_once_draws_the_papers_of_a_filing(city, session, runner):
    complaint = a_complaint(city)
    session.commit()

    kept = runner.run_once(NOON)

    record = session.scalars(select(PaperRecord).where(PaperRecord.case_id == complaint.case_id)).one()
    drawn = (runner.folder / f"{record.id}-{record.code}.pdf").read_bytes()
    assert kept == 1
    assert drawn.startswith(b"%PDF-")
    assert record.drawn_sha256 == hashlib.sha256(drawn).hexdigest()


def test_run_once_keeps_a_promise_once(city, session, runner):
    a_complaint(city)
    session.commit()
    runner.run_once(NOON)

    assert runner.run_once(NOON) == 0


def test_run_once_twice_after_a_crash_gives_the_same_file(city, session, runner):
    a_complaint(city)
    session.commit()
    runner.run_once(NOON)
    first = {file.name: file.read_bytes() for file in runner.folder.iterdir()}
    session.scalars(select(OutboxItem)).one().done_at = None
    session.commit()

    runner.run_once(NOON)

    assert {file.name: file.read_bytes() for file in runner.folder.iterdir()} == first


def test_run_once_notes_a_failure_and_goes_on(city, session, runner):
    promise("draw_papers", {"papers": [999]}, now=NOON)
    a_complaint(city)
    session.commit()

    kept = runner.run_once(NOON)

    failed, done = session.scalars(select(OutboxItem).order_by(OutboxItem.id)).all()
    assert kept == 1
    assert (failed.attempts, failed.done_at) == (1, None)
    assert "PaperRecord" in failed.last_error or "row" in failed.last_error.lower()
    assert done.done_at == NOON


def test_run_once_gives_up_after_the_last_attempt(city, session, runner):
    promise("draw_papers", {"papers": [999]}, now=NOON)
    session.commit()
    for _ in range(MOST_ATTEMPTS + 2):
        runner.run_once(NOON)

    item = session.scalars(select(OutboxItem)).one()

    assert item.attempts == MOST_ATTEMPTS


def test_round_goes_on_after_trouble_with_the_database(city, session, runner):
    session.execute(text("DROP TABLE job_run"))
    a_complaint(city)
    session.commit()

    runner.go_round(NOON)
    runner.go_round(NOON)

    assert [item.done_at for item in session.scalars(select(OutboxItem))] == [NOON]
