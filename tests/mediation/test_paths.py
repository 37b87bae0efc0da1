"""The main path and every way out, from the request to the bound file."""

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.records.journal import JournalEntry
from tests.mediation.walk import d


def figures(case):
    """(figure, local date, fen) of a case's journal, in order."""
    db.session.flush()
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.figure.is_not(None))
    return [(e.figure, e.figure_on, e.figure_fen) for e in db.session.scalars(asked.order_by(JournalEntry.seq))]


def papers(case):
    """The kinds of a case's papers, in the order they were made."""
    db.session.flush()
    asked = select(PaperRecord.kind).where(PaperRecord.case_id == case.id).order_by(PaperRecord.id)
    return list(db.session.scalars(asked))


def running(mediation):
    """The rules of the clocks that are not stopped."""
    return [clock.rule for clock in mediation.clocks if clock.state != "stopped"]


def test_own_mediation_goes_from_request_to_bound_file(walk, case):
    walk.register().review().accept().name().notify().session()
    walk.settle().sign("P1").sign("P2").sign_mediator().seal()
    walk.close().archive()

    assert walk.m.state == "archived"
    assert walk.m.number == "（2026）黄知调字第1号"
    assert figures(case) == [
        ("registered", d("2026-04-01"), None),
        ("accepted", d("2026-04-01"), None),
        ("agreed", d("2026-04-01"), 5_000_000),
    ]
    assert papers(case) == [
        "D-02",
        "D-03",
        "D-05",
        "D-05",
        "D-08",
        "D-09",
        "D-10",
        "D-10",
        "D-12",
        "D-16",
        "D-26",
        "D-01",
    ]


def test_agreement_takes_effect_with_the_last_element(walk):
    walk.signing().on("2026-04-02").sign("P1").on("2026-04-03").sign("P2").sign_mediator()
    before = walk.m.state
    walk.on("2026-04-08").seal()

    assert (before, walk.m.state) == ("signing", "agreed")
    assert (walk.text.effective_on, walk.text.window_from, walk.text.also_on) == (
        d("2026-04-08"),
        d("2026-04-08"),
        None,
    )
    assert running(walk.m) == ["J-02"]
    assert walk.clock("J-02").due == d("2026-05-08")
