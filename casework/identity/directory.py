"""Finding offices."""

from sqlalchemy import select

from casework.base.db import db
from casework.identity.models import Organisation
from casework.identity.roles import OfficeKind


def office_by_id(office_id: int) -> Organisation | None:
    """The office of that id."""
    return db.session.get(Organisation, office_id)


def office_by_code(code: str) -> Organisation | None:
    """The office of that code, such as `huangshi-committee`."""
    return db.session.scalar(select(Organisation).where(Organisation.code == code))


def office_by_name(name: str) -> Organisation | None:
    """The office of that full name."""
    return db.session.scalar(select(Organisation).where(Organisation.name == name))


def offices_of_kind(*kinds: OfficeKind) -> list[Organisation]:
    """The active offices of these kinds, in the order of their codes."""
    asked = select(Organisation).where(Organisation.kind.in_([str(kind) for kind in kinds]), Organisation.active)
    return list(db.session.scalars(asked.order_by(Organisation.code)))
