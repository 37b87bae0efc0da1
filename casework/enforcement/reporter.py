"""The reporter's vault: what must not leave the house, and how a text is freed of it (CMP-17)."""

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.enforcement.models import Penalty, Reporter
from casework.records import vault
from casework.records.models import Case


def reporter_of(penalty: Penalty) -> Reporter | None:
    """Who reported, for the handling office's own eyes."""
    return db.session.scalar(select(Reporter).where(Reporter.penalty_id == penalty.id))


def keep_reporter(penalty: Penalty, *, name: str | None, phone: str | None, address: str | None) -> None:
    """Lock a reporter's identity away; an anonymous report leaves nothing."""
    if name or phone or address:
        db.session.add(Reporter(penalty_id=penalty.id, name=name, phone=phone, address=address))


def secrets_of(case: Case) -> tuple[str, ...]:
    """Every word that names a reporter of the case, told to the agency or at the intake, longest first."""
    asked = select(Reporter).join(Penalty, Penalty.id == Reporter.penalty_id).where(Penalty.case_id == case.id)
    found = {part for each in db.session.scalars(asked) for part in (each.name, each.phone, each.address) if part}
    return tuple(sorted({*found, *vault.secrets_of(case)}, key=len, reverse=True))


def redacted(text: str | None, case: Case) -> str:
    """The text with every trace of a reporter's identity replaced."""
    told = text or ""
    for secret in secrets_of(case):
        told = told.replace(secret, phrase("reporter.hidden"))
    return told


def names_reporter(text: str | None, case: Case) -> bool:
    """Whether a text would give a reporter away."""
    return bool(text) and any(secret in (text or "") for secret in secrets_of(case))
