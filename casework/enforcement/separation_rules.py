"""Who may not enforce: a mediator never enforces in the dispute that he mediated (M-19)."""

from sqlalchemy import and_, or_, select

from casework.base.db import db
from casework.procedure.step import Ask, No, guard, no
from casework.records.journal import JournalEntry

BY_THE_OFFICE = ("record_session", "settle")


@guard("M-19", needs_facts=True)
def no_mediator_enforces(ask: Ask) -> list[No]:
    """Nobody handles or approves a penalty case who has mediated in the same dispute, for a committee or the office."""
    people = {*ask.facts.officers, ask.actor.name}
    mediated = or_(
        and_(JournalEntry.procedure == "mediation", JournalEntry.role == "mediator"),
        and_(JournalEntry.procedure == "patent_mediation", JournalEntry.step.in_(BY_THE_OFFICE)),
    )
    asked = select(JournalEntry.actor).where(
        JournalEntry.case_id == ask.case.id, JournalEntry.actor.in_(people), mediated
    )
    with db.session.no_autoflush:
        return [no(at="officers", name=each) for each in sorted(set(db.session.scalars(asked)))]
