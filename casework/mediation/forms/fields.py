"""Fields that choose among the parties or the mediators of a mediation."""

from collections.abc import Iterable
from typing import Any

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.fields import Choice, Day, Several
from casework.counter.form import ActForm
from casework.records.models import Case


class Parties(Several):
    """Parties of the case by their refs."""


class OneParty(Choice):
    """One party of the case by its ref."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty=True, **kwargs)


class CaseForm(ActForm):
    """A form that names parties: it offers those of the case, and today for the days named in `today`."""

    today: tuple[str, ...] = ()

    def prepare(self, subject: Any) -> None:
        """Offer parties in every row, and today where nothing was typed."""
        offer_parties(self, subject.case)
        for name in self.today:
            field = self._fields[name]
            if isinstance(field, Day) and field.data is None and not field.raw_data:
                field.data = local_date(wallclock.now())


def offer_parties(form: Any, case: Case) -> None:
    """Offer the parties of a case in all fields that choose among them, rows included."""
    pairs = [(party.ref, f"{party.name}（{phrase(f'party_role.{party.role}')}）") for party in case.parties]
    for field in every_field(form):
        if isinstance(field, Parties):
            field.offer(pairs)
        elif isinstance(field, OneParty):
            field.offer(pairs, empty=True)


def every_field(form: Any) -> Iterable[Any]:
    """All fields of a form, those of its rows included."""
    for field in form._fields.values():
        yield field
        for row in getattr(field, "entries", ()):
            if hasattr(row, "form"):
                yield from every_field(row.form)


def told(data: Any) -> tuple[str, ...]:
    """Ticked codes as a tuple."""
    return tuple(data or ())
