"""Forms of judicial confirmation: shape only."""

from typing import Any

from wtforms import FieldList, FormField, SelectMultipleField

from casework.base.phrases import phrase
from casework.confirmation import facts as f
from casework.confirmation.models import Confirmation
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Text, Tick
from casework.counter.form import ActForm


def _parties(subject: Confirmation) -> list[tuple[str, str]]:
    return [(party.ref, f"{party.ref} {party.name}") for party in subject.agreement.parties]


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


class ConfirmationForm(ActForm):
    """A form of this room."""

    key = "confirmation"


class NothingForm(ConfirmationForm):
    """The click is the act."""


class AgentForm(ConfirmationForm):
    """Who acts for a party."""

    facts_type = f.Agent
    party = Choice(empty=True)
    name = Text()
    kind = Choice(f.AGENT_KINDS, "agent_kind", empty=True)


class PreparationForm(ConfirmationForm):
    """All parties want confirmation together."""

    consents = SelectMultipleField(coerce=str)
    court = Text()
    court_reason = LongText(longest=500)
    despite = LongText(longest=1000)
    obstacle = LongText(longest=500)
    obstacle_ended_on = Day(validators=[NotFuture()])
    agents = FieldList(FormField(AgentForm), max_entries=8)

    def prepare(self, subject: Confirmation) -> None:
        """Offer the parties."""
        self.consents.choices = _parties(subject)
        for entry in self.agents:
            entry.form["party"].offer(_parties(subject), empty=True)

    def facts(self) -> f.Preparation:
        """The preparation; an empty court means the proposed one."""
        names = ("court", "court_reason", "despite", "obstacle", "obstacle_ended_on")
        told: dict[str, Any] = {name: self[name].data for name in names}
        agents = tuple(self._value(entry) for entry in self.agents if entry.form["name"].data)
        return f.Preparation(consents=tuple(self.consents.data or ()), agents=agents, **told)


class FilingForm(ConfirmationForm):
    """The application goes to the court."""

    filed_on = Day(validators=[NotFuture()])
    channel = Choice(f.CHANNELS, "filing_channel", default=f.WINDOW)
    posted_on = Day(validators=[NotFuture()])
    materials = SelectMultipleField(
        coerce=str, choices=lambda: [(name, phrase(f"material.{name}")) for name in f.ALL_MATERIALS]
    )
    court_present = Tick()

    def facts(self) -> f.Filing:
        """The filing."""
        names = ("filed_on", "channel", "posted_on", "court_present")
        return f.Filing(**{name: self[name].data for name in names}, materials=tuple(self.materials.data or ()))


class MoreAskedForm(ConfirmationForm):
    """What the court asks for, one per line."""

    asked = LongText(longest=1000, validators=[Required()])
    due = Day(validators=[Required()])

    def facts(self) -> f.MoreAsked:
        """The lines as a list."""
        return f.MoreAsked(_lines(self.asked.data), self.due.data)


class SuppliedForm(ConfirmationForm):
    """What was asked for has been handed in."""

    facts_type = f.Supplied
    supplied_on = Day(validators=[Required(), NotFuture()])


class DocketingForm(ConfirmationForm):
    """The court takes the case."""

    facts_type = f.Docketing
    number = Text()
    docketed_on = Day(validators=[Required(), NotFuture()])


class MoreTimeForm(ConfirmationForm):
    """The president extends the review."""

    facts_type = f.MoreTime
    until = Day(validators=[Required()])


class ReceiptForm(ConfirmationForm):
    """A party received the ruling."""

    facts_type = f.Receipt
    party = Choice(empty=True)
    received_on = Day(validators=[NotFuture()])

    def prepare(self, subject: Confirmation) -> None:
        """Offer the parties."""
        self.party.offer(_parties(subject), empty=True)


class RulingForm(ConfirmationForm):
    """The ruling that the agreement is valid."""

    number = Text()
    ruled_on = Day(validators=[Required(), NotFuture()])
    receipts = FieldList(FormField(ReceiptForm), min_entries=2, max_entries=20)

    def prepare(self, subject: Confirmation) -> None:
        """Offer the parties, one row each."""
        for entry in self.receipts:
            entry.form["party"].offer(_parties(subject), empty=True)

    def facts(self) -> f.Ruling:
        """The ruling with the receipts that are filled in."""
        receipts = tuple(self._value(entry) for entry in self.receipts if entry.form["party"].data)
        return f.Ruling(self.number.data, self.ruled_on.data, receipts)


class RefusalForm(ConfirmationForm):
    """A ruling of refusal."""

    facts_type = f.Denial
    ground = Choice(f.REFUSAL_GROUNDS, "confirmation_ground", empty=True, validators=[Required()])
    ruled_on = Day(validators=[Required(), NotFuture()])
    number = Text()
    detail = LongText(longest=1000)
    routes = LongText(longest=2000)


class DismissalForm(RefusalForm):
    """A ruling of dismissal."""

    ground = Choice(f.DISMISSAL_GROUNDS, "confirmation_ground", empty=True, validators=[Required()])


class WithdrawalForm(ConfirmationForm):
    """Who takes the application back."""

    parties = SelectMultipleField(coerce=str)
    withdrawn_on = Day(validators=[Required(), NotFuture()])
    reason = LongText(longest=1000)

    def prepare(self, subject: Confirmation) -> None:
        """Offer the parties."""
        self.parties.choices = _parties(subject)

    def facts(self) -> f.Withdrawal:
        """The withdrawal."""
        return f.Withdrawal(tuple(self.parties.data or ()), self.withdrawn_on.data, self.reason.data)


class DroppingForm(ConfirmationForm):
    """The preparation is given up."""

    facts_type = f.Dropping
    reason = LongText(longest=1000)


class PartyObjectionForm(ConfirmationForm):
    """A party objects."""

    facts_type = f.PartyObjection
    party = Choice(empty=True, validators=[Required()])
    filed_on = Day(validators=[NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    reason = LongText(longest=2000, validators=[Required()])

    def prepare(self, subject: Confirmation) -> None:
        """Offer the parties."""
        self.party.offer(_parties(subject), empty=True)


class OutsiderObjectionForm(ConfirmationForm):
    """An outsider objects."""

    facts_type = f.OutsiderObjection
    name = Text(validators=[Required()])
    knew_on = Day(validators=[Required(), NotFuture()])
    filed_on = Day(validators=[NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    reason = LongText(longest=2000, validators=[Required()])


class ObjectionResultForm(ConfirmationForm):
    """What the court ruled on the objection."""

    facts_type = f.ObjectionResult
    decided_on = Day(validators=[Required(), NotFuture()])
    number = Text()


class ClosingForm(ConfirmationForm):
    """The window closed."""

    key = "confirmation"
    routes = LongText(longest=2000)

    def facts(self) -> f.Closing:
        """The closing."""
        return f.Closing(None, self.routes.data)
