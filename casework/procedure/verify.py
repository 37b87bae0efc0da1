"""Whether each proceeding stands where its journal says."""

from collections.abc import Iterator

from sqlalchemy import func, select

from casework.base.db import db
from casework.procedure.models import START, Proceeding
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.records.verify import Break


def states_out_of_step() -> Iterator[Break]:
    """Proceedings whose state is not where their newest journal entry left them, by case and entry."""
    newest = (
        select(JournalEntry.proceeding_id, func.max(JournalEntry.seq).label("seq"))
        .group_by(JournalEntry.proceeding_id)
        .subquery()
    )
    asked = (
        select(Case.number, Proceeding.state, JournalEntry.to_state, newest.c.seq)
        .select_from(Proceeding)
        .join(Case, Case.id == Proceeding.case_id)
        .outerjoin(newest, newest.c.proceeding_id == Proceeding.id)
        .outerjoin(JournalEntry, (JournalEntry.proceeding_id == Proceeding.id) & (JournalEntry.seq == newest.c.seq))
        .where(Proceeding.state != func.coalesce(JournalEntry.to_state, START))
        .order_by(Proceeding.id)
    )
    for number, _state, _told, seq in db.session.execute(asked):
        yield Break(number, seq or 0, "state")
