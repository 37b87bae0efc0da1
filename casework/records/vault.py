"""The reporter's vault (CMP-17): who reported, locked away from journal, sharing, search, export and transfer.

Its rows hang on the case, so that every office's letters can be held against them, but only the office that took the
report may read them, by a step that asks for a reason.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.db import db
from casework.base.model import Base
from casework.base.secret import SecretText
from casework.records.models import Case


class VaultEntry(Base):
    """One reporter of a case. Every word is encrypted; `origin_case_id` is the dispute that the report was split from."""

    __withheld__ = True
    __tablename__ = "vault_entry"
    __table_args__: Any = (CheckConstraint("origin_case_id <> case_id", name="comes_from_another_case"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    name: Mapped[str | None] = mapped_column(SecretText)
    code: Mapped[str | None] = mapped_column(SecretText)
    phone: Mapped[str | None] = mapped_column(SecretText)
    address: Mapped[str | None] = mapped_column(SecretText)
    origin_case_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"))


@dataclass(frozen=True)
class ReporterFacts:
    """Who reports, as told at the desk; all empty is an anonymous report."""

    name: str | None = None
    code: str | None = None
    phone: str | None = None
    address: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What would give the reporter away."""
        return tuple(part for part in (self.name, self.code, self.phone, self.address) if part)


def lock_away(case: Case, reporter: ReporterFacts, *, office_id: int, origin: Case | None = None) -> None:
    """Keep a reporter of a stored case for one office; an anonymous report leaves nothing."""
    if reporter.words:
        told = {part: getattr(reporter, part) for part in ("name", "code", "phone", "address")}
        db.session.add(
            VaultEntry(case_id=case.id, office_id=office_id, origin_case_id=origin.id if origin else None, **told)
        )


def kept_for(case: Case, office_id: int) -> list[VaultEntry]:
    """The reporters of a case that an office keeps. Ask only behind the step that opens the vault."""
    asked = select(VaultEntry).where(VaultEntry.case_id == case.id, VaultEntry.office_id == office_id)
    return list(db.session.scalars(asked.order_by(VaultEntry.id)))


def origin_of(entry: VaultEntry) -> str | None:
    """The number of the case that the report was split from, None where it came alone."""
    return db.session.scalar(select(Case.number).where(Case.id == entry.origin_case_id))


def secrets_of(case: Case) -> tuple[str, ...]:
    """Every word that names a reporter of the case, for whoever must keep it out of a text."""
    found = db.session.scalars(select(VaultEntry).where(VaultEntry.case_id == case.id))
    return tuple(part for each in found for part in (each.name, each.code, each.phone, each.address) if part)
