"""Sharing (授权共享): a grant says which office sees which part of a case, why, since when, until when."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.db import db
from casework.base.errors import NotFound
from casework.base.model import Base, UtcDateTime
from casework.identity.actor import Actor
from casework.records.models import Case

STATUS = "status"
CONTENT = "content"


class Grant(Base):
    """One office's sight of one case. `status` is routing data; `content` needs a ground (P-04)."""

    __tablename__ = "case_grant"
    __table_args__ = (
        CheckConstraint("scope IN ('status', 'content')", name="scope_known"),
        Index("ix_case_grant_office_case", "office_id", "case_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    scope: Mapped[str] = mapped_column(String(8))
    purpose: Mapped[str] = mapped_column(String(40), comment="the step that shared it")
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    case: Mapped[Case] = relationship()


def cases_visible_to(actor: Actor) -> Select[Case]:
    """The cases that the actor's office holds an open grant on. Everything else does not exist for it."""
    held = select(Grant.id).where(Grant.case_id == Case.id, Grant.office_id == actor.office_id, Grant.until.is_(None))
    return select(Case).where(held.exists())


def load_case(number: str, actor: Actor) -> Case:
    """The case of that number, or NotFound when there is none or the actor's office may not see it."""
    asked = cases_visible_to(actor).where(Case.number == number)
    case = db.session.scalar(asked) if number.isprintable() else None
    if case is None:
        raise NotFound(number)
    return case


def scope_for(case_id: int, actor: Actor) -> str | None:
    """The widest scope the actor's office holds now: "content", "status" or None."""
    held = select(Grant.scope).where(
        Grant.case_id == case_id, Grant.office_id == actor.office_id, Grant.until.is_(None)
    )
    scopes = set(db.session.scalars(held))
    return CONTENT if CONTENT in scopes else STATUS if scopes else None


def share(case_id: int, office_id: int, scope: str, *, purpose: str, now: datetime) -> Grant | None:
    """Give an office sight of a case; None when it already holds that scope or a wider one."""
    held = db.session.scalars(
        select(Grant.scope).where(Grant.case_id == case_id, Grant.office_id == office_id, Grant.until.is_(None))
    ).all()
    if scope in held or CONTENT in held:
        return None
    grant = Grant(case_id=case_id, office_id=office_id, scope=scope, purpose=purpose, since=now)
    db.session.add(grant)
    return grant
