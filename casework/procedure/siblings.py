"""The other proceedings of a case: what one procedure must know of another without importing its room.

They are read once per case and transaction, so that all guards of a case page cost one query together.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, event, inspect, select
from sqlalchemy.orm import Session, with_polymorphic

from casework.base.db import db
from casework.procedure.models import START, Proceeding
from casework.procedure.procedure import PROCEDURES
from casework.records.models import Case

_KEY = "casework_siblings"


def begun_on(case: Case) -> list[Proceeding]:
    """The proceedings of a case that have begun, open and final, oldest first."""
    known: dict[int, list[Proceeding]] = db.session().info.setdefault(_KEY, {})
    if case.id not in known:
        asked = _asked(len(inspect(Proceeding).polymorphic_map))
        with db.session.no_autoflush:
            known[case.id] = list(db.session.scalars(asked, {"case": case.id}))
    return [each for each in known[case.id] if each.state != START]


@cache
def _asked(_kinds: int) -> Select[Any]:
    """The proceedings of a case with the facts of their rooms; making this question is dear, asking it is not."""
    every: Any = with_polymorphic(Proceeding, "*")
    return select(every).where(every.case_id == bindparam("case")).order_by(every.id)


def open_on(case: Case, *procedures: str) -> list[Proceeding]:
    """The proceedings of these procedures on a case that have begun and are not final, oldest first."""
    return [each for each in begun_on(case) if each.procedure in procedures and is_open(each)]


def is_open(proceeding: Proceeding) -> bool:
    """Whether the proceeding can still move."""
    return proceeding.state not in PROCEDURES[proceeding.procedure].final


def forget() -> None:
    """Read the proceedings anew when next asked for: another act on the case may have been waited for."""
    db.session().info.pop(_KEY, None)


@event.listens_for(Session, "after_flush")
def _forget_when_one_begins(session: Session, _context: Any) -> None:
    if any(isinstance(each, Proceeding) for each in session.new):
        session.info.pop(_KEY, None)


@event.listens_for(Session, "after_transaction_end")
def _forget_after_all(session: Session, _transaction: Any) -> None:
    session.info.pop(_KEY, None)
