"""The other proceedings of a case: what one procedure must know of another without importing its room."""

from sqlalchemy import select

from casework.base.db import db
from casework.procedure.models import START, Proceeding
from casework.procedure.procedure import PROCEDURES
from casework.records.models import Case


def open_on(case: Case, *procedures: str) -> list[Proceeding]:
    """The proceedings of these procedures on a case that have begun and are not final, oldest first."""
    asked = select(Proceeding).where(Proceeding.case_id == case.id, Proceeding.procedure.in_(procedures))
    with db.session.no_autoflush:
        found = list(db.session.scalars(asked.order_by(Proceeding.id)))
    return [each for each in found if each.state != START and is_open(each)]


def is_open(proceeding: Proceeding) -> bool:
    """Whether the proceeding can still move."""
    return proceeding.state not in PROCEDURES[proceeding.procedure].final
