"""Forms of the payment order: shape only."""

from casework.base.phrases import phrase
from casework.confirmation import order_facts as f
from casework.confirmation.forms import number
from casework.confirmation.order_models import PaymentOrder
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.mediation.forms.fields import CaseForm, OneParty


class OrderAskedForm(CaseForm):
    """The creditor's application."""

    key = "order"
    today = ("applied_on",)
    agreement = Choice()
    creditor = OneParty(validators=[Required()])
    debtor = OneParty(validators=[Required()])
    fen = Money(validators=[Required()])
    court = Text(longest=120, validators=[Required()])
    applied_on = Day(validators=[Required(), NotFuture()])
    no_other_debts = Tick()
    can_be_served = Tick()

    def prepare(self, subject: PaymentOrder) -> None:
        """Offer the agreement, the parties, and today."""
        super().prepare(subject)
        text = subject.agreement
        said = phrase("confirmation.agreement_said", number=text.number or "-", effective=str(text.effective_on))
        self.agreement.offer([(str(text.id), said)])
        if self.agreement.data is None and not self.agreement.raw_data:
            self.agreement.data = str(text.id)

    def facts(self) -> f.OrderAsked:
        """The application."""
        names = ("creditor", "debtor", "fen", "court", "applied_on", "no_other_debts", "can_be_served")
        return f.OrderAsked(number(self.agreement.data), **{name: self[name].data for name in names})


class OrderNotedForm(CaseForm):
    """What the court did, with its number."""

    key = "order"
    facts_type = f.OrderNoted
    today = ("on",)
    on = Day(validators=[Required(), NotFuture()])
    number = Text(longest=80)


class OrderDayForm(CaseForm):
    """The day it happened."""

    key = "order"
    facts_type = f.OrderDay
    today = ("on",)
    on = Day(validators=[Required(), NotFuture()])


class OrderEndedForm(CaseForm):
    """When and why it ended."""

    key = "order"
    facts_type = f.OrderEnded
    today = ("on",)
    on = Day(validators=[Required(), NotFuture()])
    reason = LongText(longest=2000, validators=[Required()])


class OrderObjectionForm(CaseForm):
    """The debtor's written objection."""

    key = "order"
    facts_type = f.OrderObjection
    today = ("filed_on",)
    filed_on = Day(validators=[Required(), NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    reason = LongText(longest=2000)


class OrderLapseForm(CaseForm):
    """Why the order lost its force."""

    key = "order"
    facts_type = f.OrderLapse
    today = ("on",)
    on = Day(validators=[Required(), NotFuture()])
    ground = Choice(f.LAPSES, "order_lapse", empty=True, validators=[Required()])
