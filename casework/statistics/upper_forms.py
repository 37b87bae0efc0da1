"""The forms that go up, each with its mapping: those of the data file, and newer versions or new ones made here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.identity.actor import Actor
from casework.identity.roles import Role
from casework.statistics.groups import data
from casework.statistics.models import UpperFormVersion
from casework.statistics.upper import lines_of

MAY_MAP = (Role.STATISTICIAN, Role.CHIEF, Role.HEAD, Role.ADMIN)


@dataclass(frozen=True)
class UpperForm:
    """A form of the upper level: its name, where it goes, its mapping as text, the version (0: as delivered)."""

    key: str
    name: str
    receiver: str
    mapping: str
    version: int = 0
    made_by: str = ""


def upper_forms() -> list[UpperForm]:
    """Every form in its newest version, those of the data file first."""
    found = {
        key: UpperForm(key, row["name"], row["receiver"], "\n".join(row["lines"])) for key, row in _built().items()
    }
    newest = select(func.max(UpperFormVersion.id)).group_by(UpperFormVersion.key)
    for row in db.session.scalars(select(UpperFormVersion).where(UpperFormVersion.id.in_(newest))):
        found[row.key] = UpperForm(row.key, row.name, row.receiver, row.mapping, row.version, row.made_by)
    return list(found.values())


def upper_form(key: str) -> UpperForm:
    """One form in its newest version. Raises KeyError."""
    return {each.key: each for each in upper_forms()}[key]


def keep(form: UpperForm, *, actor: Actor, now: datetime) -> UpperFormVersion:
    """Keep a mapping as the newest version of its form; earlier ones stay. Raises Invalid with every wrong line."""
    errors: dict[str, list[str]] = {}
    if actor.role not in MAY_MAP:
        errors["actor"] = [phrase("upper.not_yours")]
    if not form.name.strip() or not form.key.isidentifier():
        errors["name"] = [phrase("upper.wrong.name")]
    wrong = lines_of(form.mapping)[1]
    if wrong:
        errors["mapping"] = wrong
    if errors:
        raise Invalid(errors)
    asked = select(func.max(UpperFormVersion.version)).where(UpperFormVersion.key == form.key)
    told = {"key": form.key, "name": form.name.strip(), "receiver": form.receiver.strip(), "mapping": form.mapping}
    row = UpperFormVersion(**told, version=(db.session.scalar(asked) or 0) + 1, made_at=now, made_by=actor.name)
    db.session.add(row)
    db.session.flush()
    return row


def _built() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = data("upper_forms.json")
    return found
