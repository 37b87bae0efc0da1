"""Fields that choose among the parties or the mediators of a mediation."""

from collections.abc import Iterable
from typing import Any

from wtforms import SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.fields import Choice, Day
from casework.counter.form import ActForm
from casework.records.models import Case


class Several(SelectMultipleField):
    """Several of a list, as tick boxes; the data is a tuple of codes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, codes: Iterable[str] = (), words: str = "", **kwargs: Any) -> None:
        self.codes, self.words = tuple(codes), words
        super().__init__(choices=lambda: [(code, phrase(f"{words}.{code}")) for code in self.codes], **kwargs)

    def offer(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Set the list from the record: (value, words)."""
        self.choices = list(pairs)

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not on the list, in the reader's words."""
        listed = {value for value, *_ in self.iter_choices()}
        if any(each not in listed for each in self.data or ()):
            raise ValidationError(phrase("counter.not_a_choice"))


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
    pairs = [(party.ref, f"{party.name}({phrase(f'party_role.{party.role}')})") for party in case.parties]
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
