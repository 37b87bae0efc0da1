"""Forms of performance."""

from wtforms import SelectMultipleField

from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Text
from casework.counter.form import ActForm
from casework.performance import facts as f
from casework.performance.models import Performance


class NothingForm(ActForm):
    """The click is the act."""


class PaymentForm(ActForm):
    """A payment or act, for which terms."""

    key = "performance"
    terms = SelectMultipleField(coerce=int, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])
    fen = Money()
    proof = Text(longest=300)

    def prepare(self, subject: Performance) -> None:
        """Offer the terms of the agreement."""
        self.terms.choices = [(term.no, f"{term.no}. {term.text}"[:80]) for term in subject.agreement.terms]

    def facts(self) -> f.Payment:
        """The payment."""
        return f.Payment(tuple(self.terms.data or ()), self.on.data, self.fen.data, self.proof.data)


class FindingForm(ActForm):
    """What was found."""

    key = "performance"
    facts_type = f.Finding
    found = LongText(longest=2000, validators=[Required()])
    on = Day(validators=[NotFuture()])


class DisputeForm(ActForm):
    """Which term is disputed, and why."""

    key = "performance"
    term = Choice(validators=[Required()])
    found = LongText(longest=2000, validators=[Required()])

    def prepare(self, subject: Performance) -> None:
        """Offer the terms."""
        self.term.offer([(str(term.no), f"{term.no}. {term.text}"[:80]) for term in subject.agreement.terms])

    def facts(self) -> f.Dispute:
        """The dispute."""
        return f.Dispute(int(self.term.data or 0), self.found.data)
