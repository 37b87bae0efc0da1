"""Pages of a case beside its own: loaded for who may read its content, and noted in the log of reads."""

from casework.base import wallclock
from casework.base.db import db, writing
from casework.base.errors import NotFound
from casework.counter.session import current_actor
from casework.records.grants import CONTENT, load_case, scope_for
from casework.records.models import Case
from casework.records.reads import note_read


def readable_case(number: str) -> Case:
    """The case, for an office that sees its content; to everybody else the page does not exist. Raises NotFound."""
    actor = current_actor()
    case = load_case(number, actor)
    if scope_for(case.id, actor) != CONTENT:
        raise NotFound(number)
    return case


def log_read(case: Case, what: str) -> None:
    """Note that the reader looked; call it when the page is drawn, rows read before are to be read anew."""
    actor, case_id = current_actor(), case.id
    db.session.rollback()
    with writing():
        note_read(db.session.get_one(Case, case_id), what, actor=actor, now=wallclock.now())
        db.session.commit()
