"""The list of publications: newest first, keyset pages, a plain filter. A page costs the same whichever it is."""

from dataclasses import dataclass

from sqlalchemy import Select, String, cast, select
from sqlalchemy.orm import selectinload

from casework.base.db import db
from casework.identity.models import Organisation
from casework.statistics.models import Publication

PAGE = 50


@dataclass(frozen=True)
class Asked:
    """What the reader asks for: a table, the beginning of a period's name, a part of an office's name."""

    table: str = ""
    period: str = ""
    office: str = ""


@dataclass(frozen=True)
class PublishedPage:
    """A page of publications and the key of the next one, None on the last."""

    rows: tuple[Publication, ...]
    after: int | None


def published(asked: Asked, after: int | None = None) -> PublishedPage:
    """The publications that fit, newest first, from below the key `after`: two queries."""
    wanted = _asked(asked).options(selectinload(Publication.restatements))
    if after is not None:
        wanted = wanted.where(Publication.id < after)
    found = list(db.session.scalars(wanted.order_by(Publication.id.desc()).limit(PAGE + 1)))
    return PublishedPage(tuple(found[:PAGE]), found[PAGE - 1].id if len(found) > PAGE else None)


def _asked(asked: Asked) -> Select[Publication]:
    wanted = select(Publication)
    if asked.table:
        wanted = wanted.where(Publication.table_key == asked.table)
    if asked.period:
        wanted = wanted.where(Publication.period.startswith(asked.period, autoescape=True))
    if asked.office:
        named = Organisation.name.contains(asked.office, autoescape=True)
        wanted = wanted.where(Publication.scope.in_(select(cast(Organisation.id, String)).where(named)))
    return wanted
