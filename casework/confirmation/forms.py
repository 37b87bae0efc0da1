"""Forms of confirmation: shape only."""

from typing import Any

from wtforms import FieldList, FormField

from casework.base.phrases import phrase
from casework.confirmation import facts as f
from casework.confirmation.court import proposed_court
from casework.confirmation.models import Confirmation
from casework.confirmation.window import waiting
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Several, Text, Tick
from casework.mediation.agreements import agreement_in_force
from casework.mediation.forms.fields import CaseForm, OneParty, Parties, told


class NoFacts(CaseForm):
    """The click is the act."""

    key = "confirmation"


class AgentForm(CaseForm):
    """One agent of a party."""

    key = "agent"
    party = OneParty()
    name = Text(longest=60)
    kind = Choice(f.AGENT_KINDS, "agent_kind", empty=True)

    def agent(self) -> f.Agent | None:
        """The agent, None for a row left empty."""
        return f.Agent(self.party.data, self.name.data, self.kind.data) if self.name.data else None


class PreparationForm(CaseForm):
    """The joint application: who applies, to which court, and why if anything departs from the rule."""

    key = "preparation"
    agreement = Choice()
    consents = Parties(validators=[Required()])
    court = Text(longest=120)
    court_reason = Text(longest=500)
    agents = FieldList(FormField(AgentForm), min_entries=1, max_entries=60)
    despite = LongText(longest=500)
    obstacle = LongText(longest=500)
    obstacle_ended_on = Day(validators=[NotFuture()])

    def prepare(self, subject: Confirmation) -> None:
        """Offer the agreements, the parties and the proposed court."""
        super().prepare(subject)
        offer_agreements(self.agreement, subject)
        if self.court.data is None and not self.court.raw_data:
            self.court.data = proposed_court(subject.agreement).court

    def facts(self) -> f.Preparation:
        """The preparation; the proposed court needs no reason."""
        rows = [entry.form.agent() for entry in self.agents]
        names = ("court", "court_reason", "despite", "obstacle", "obstacle_ended_on")
        return f.Preparation(
            **{name: self[name].data for name in names},
            agreement=number(self.agreement.data),
            consents=told(self.consents.data),
            agents=tuple(each for each in rows if each),
        )


class FilingForm(CaseForm):
    """Handing in: how, when, with which materials."""

    key = "filing"
    channel = Choice(f.CHANNELS, "filing_channel", default=f.WINDOW, validators=[Required()])
    filed_on = Day(validators=[NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    materials = Several(f.ALL_MATERIALS, "material")
    court_present = Tick()

    def facts(self) -> f.Filing:
        """The filing."""
        names = ("filed_on", "channel", "posted_on", "court_present")
        return f.Filing(**{name: self[name].data for name in names}, materials=told(self.materials.data))


class DroppingForm(CaseForm):
    """Why the parties give it up."""

    key = "dropping"
    facts_type = f.Dropping
    reason = LongText(longest=500, validators=[Required()])


class MoreAskedForm(CaseForm):
    """What the court asks for, one per line, and its day."""

    key = "court_demand"
    asked = LongText(longest=2000, validators=[Required()])
    due = Day(validators=[Required()])

    def facts(self) -> f.MoreAsked:
        """The lines as a list."""
        lines = (line.strip() for line in (self.asked.data or "").splitlines())
        return f.MoreAsked(tuple(line for line in lines if line), self.due.data)


class SuppliedForm(CaseForm):
    """When it was supplied."""

    key = "court_supplement"
    facts_type = f.Supplied
    today = ("supplied_on",)
    supplied_on = Day(validators=[NotFuture()])


class DocketingForm(CaseForm):
    """The court's number and day."""

    key = "docketing"
    facts_type = f.Docketing
    today = ("docketed_on",)
    number = Text(longest=80)
    docketed_on = Day(validators=[Required(), NotFuture()])


class MoreTimeForm(CaseForm):
    """The last day that the president granted."""

    key = "review_extension"
    facts_type = f.MoreTime
    until = Day(validators=[Required()])


class ReceiptForm(CaseForm):
    """A party's receipt of the ruling."""

    key = "ruling_receipt"
    facts_type = f.Receipt
    party = OneParty()
    received_on = Day(validators=[NotFuture()])


class RulingForm(CaseForm):
    """The ruling and who received it when."""

    key = "ruling"
    today = ("ruled_on",)
    number = Text(longest=80)
    ruled_on = Day(validators=[Required(), NotFuture()])
    receipts = FieldList(FormField(ReceiptForm), min_entries=2, max_entries=60)

    def facts(self) -> f.Ruling:
        """The ruling with the receipts that were filled in."""
        rows = [entry.form.facts() for entry in self.receipts]
        receipts = tuple(each for each in rows if each.party or each.received_on)
        return f.Ruling(self.number.data, self.ruled_on.data, receipts)


class DenialForm(CaseForm):
    """A ruling against the application; empty routes mean those that the record leaves open."""

    key = "denial"
    facts_type = f.Denial
    grounds: tuple[str, ...] = f.DISMISSAL_GROUNDS
    today = ("ruled_on",)
    ground = Choice(words="confirmation_ground", validators=[Required()])
    number = Text(longest=80)
    ruled_on = Day(validators=[Required(), NotFuture()])
    detail = LongText(longest=2000)
    routes = LongText(longest=2000)

    def prepare(self, subject: Any) -> None:
        """Offer the grounds of this ruling."""
        super().prepare(subject)
        self.ground.offer([(each, phrase(f"confirmation_ground.{each}")) for each in self.grounds], empty=True)


class RefusalForm(DenialForm):
    """Not taken by the court: one of five grounds."""

    grounds = f.REFUSAL_GROUNDS


class WithdrawalForm(CaseForm):
    """Who takes it back, when and why."""

    key = "court_withdrawal"
    today = ("withdrawn_on",)
    parties = Parties(validators=[Required()])
    withdrawn_on = Day(validators=[Required(), NotFuture()])
    reason = LongText(longest=500)

    def facts(self) -> f.Withdrawal:
        """The withdrawal."""
        return f.Withdrawal(told(self.parties.data), self.withdrawn_on.data, self.reason.data)


class ClosingForm(CaseForm):
    """The window has closed; empty routes mean those that the record leaves open."""

    key = "window_closing"
    agreement = Choice()
    routes = LongText(longest=2000)

    def prepare(self, subject: Confirmation) -> None:
        """Offer the agreements."""
        offer_agreements(self.agreement, subject)

    def facts(self) -> f.Closing:
        """The closing."""
        return f.Closing(number(self.agreement.data), self.routes.data)


class PartyObjectionForm(CaseForm):
    """A party objects."""

    key = "objection"
    facts_type = f.PartyObjection
    today = ("filed_on",)
    party = OneParty(validators=[Required()])
    filed_on = Day(validators=[Required(), NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    reason = LongText(longest=2000, validators=[Required()])


class OutsiderObjectionForm(CaseForm):
    """An outsider objects."""

    key = "objection"
    facts_type = f.OutsiderObjection
    today = ("filed_on",)
    name = Text(validators=[Required()])
    knew_on = Day(validators=[Required(), NotFuture()])
    filed_on = Day(validators=[Required(), NotFuture()])
    posted_on = Day(validators=[NotFuture()])
    reason = LongText(longest=2000, validators=[Required()])


class ObjectionResultForm(CaseForm):
    """The court's ruling on the objection."""

    key = "objection_result"
    facts_type = f.ObjectionResult
    today = ("decided_on",)
    decided_on = Day(validators=[Required(), NotFuture()])
    number = Text(longest=80)


def offer_agreements(field: Choice, subject: Confirmation) -> None:
    """Offer the agreement of a proceeding that stands, else those of the case that wait."""
    found = [subject.agreement] if subject.id else waiting(agreement_in_force(subject.case))
    field.offer([(str(each.id), _said(each.number, str(each.effective_on))) for each in found])
    if field.data is None and not field.raw_data:
        field.data = str(subject.agreement.id)


def number(typed: str | None) -> int | None:
    """An id out of a choice."""
    return int(typed) if typed else None


def _said(agreement_number: str | None, effective: str) -> str:
    return phrase("confirmation.agreement_said", number=agreement_number or "-", effective=effective)
