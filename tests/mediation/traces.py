"""What a mediation left behind: figures, papers, clocks, the newest entry."""

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.records.journal import JournalEntry


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


def last_entry(case):
    """The newest entry of the journal."""
    db.session.flush()
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id).order_by(JournalEntry.seq.desc()).limit(1)
    return db.session.scalar(asked)
