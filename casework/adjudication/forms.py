"""Forms of the adjudication: shape only."""

from typing import Any

from wtforms import FieldList, FormField

from casework.adjudication import facts as f
from casework.adjudication.rules import END_GROUNDS
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.mediation.facts import TermFacts
from casework.procedure.models import Proceeding


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


class NothingForm(ActForm):
    """No facts: the click is the act."""


class RequestForm(ActForm):
    """A request for a decision."""

    key = "adjudication"
    facts_type = f.Request
    other_way = Text()
    files = Files()


class GapsForm(ActForm):
    """All that is missing, one per line."""

    key = "adjudication"
    missing = LongText(longest=2000, validators=[Required()])

    def facts(self) -> f.Gaps:
        """The lines as a list."""
        return f.Gaps(_lines(self.missing.data))


class FilingForm(ActForm):
    """The panel, one name per line."""

    key = "adjudication"
    panel = LongText(longest=400, validators=[Required()])

    def facts(self) -> f.Filing:
        """The names as a list."""
        return f.Filing(_lines(self.panel.data))


class ReasonForm(ActForm):
    """A reason in words."""

    key = "adjudication"
    facts_type = f.Reason
    reason = LongText(longest=1000, validators=[Required()])


class ServiceForm(ActForm):
    """Service with proof."""

    key = "adjudication"
    facts_type = f.Service
    on = Day(validators=[Required(), NotFuture()])
    abroad = Tick()


class DayForm(ActForm):
    """A day."""

    key = "adjudication"
    facts_type = f.Day
    on = Day(validators=[Required()])


class SuspensionForm(ActForm):
    """The ground of art 28."""

    key = "adjudication"
    ground = Choice(tuple("1234567"), "suspension_ground", empty=True, validators=[Required()])

    def facts(self) -> f.Suspension:
        """The ground as a number."""
        return f.Suspension(int(self.ground.data or 0))


class ExtensionForm(ActForm):
    """Months added."""

    key = "adjudication"
    months = Choice(("1", "2"), "months", validators=[Required()])
    approved_by = Text()

    def facts(self) -> f.Extension:
        """The months as a number."""
        return f.Extension(int(self.months.data or 0), self.approved_by.data)


class ConsentForm(ActForm):
    """Both sides want to settle."""

    key = "adjudication"
    facts_type = f.Consent
    all_agree = Tick()


class TermForm(ActForm):
    """One duty of the agreement."""

    key = "adjudication"
    facts_type = TermFacts
    kind = Choice(("pay", "act", "omission"), "term_kind", default="pay")
    debtor = Choice()
    creditor = Choice()
    fen = Money()
    due = Day()
    text = LongText(longest=2000)


class SettlementForm(ActForm):
    """The agreement and its signatures: every party signs on the day given."""

    key = "adjudication"
    places = (("signatures", "signed_on"),)
    terms = FieldList(FormField(TermForm), min_entries=2, max_entries=60)
    main_facts = LongText()
    signed_on = Day(validators=[Required(), NotFuture()])
    official_on = Day(validators=[Required(), NotFuture()])
    seal_on = Day(validators=[Required(), NotFuture()])
    enforcement_promise = Tick()

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties as debtors and creditors."""
        self.refs = [party.ref for party in subject.case.parties if party.role != "third_party"]
        pairs = [(party.ref, f"{party.ref} {party.name}") for party in subject.case.parties]
        for entry in self.terms:
            entry.form["debtor"].offer(pairs, empty=True)
            entry.form["creditor"].offer(pairs, empty=True)

    def facts(self) -> f.Settlement:
        """Terms that are filled in, and the signatures."""
        told = [self._value(entry) for entry in self.terms]
        terms: tuple[Any, ...] = tuple(each for each in told if each.debtor)
        signatures = tuple(f.PartySigned(ref, self.signed_on.data) for ref in self.refs)
        return f.Settlement(
            terms=terms,
            signatures=signatures,
            official_on=self.official_on.data,
            seal_on=self.seal_on.data,
            main_facts=self.main_facts.data,
            enforcement_promise=self.enforcement_promise.data,
        )


class DecisionForm(ActForm):
    """The decision with the items of art 31."""

    key = "adjudication"
    number = Text()
    decided_on = Day(validators=[Required(), NotFuture()])
    reasons = LongText(validators=[Required()])
    acts_to_stop = LongText()
    way_to_sue = Tick()
    awards_damages = Tick()
    received_on = Day()

    def prepare(self, subject: Proceeding) -> None:
        """Remember who receives it."""
        self.refs = [party.ref for party in subject.case.parties]

    def facts(self) -> f.Decision:
        """The decision; every party received it on the day given, if one is."""
        names = ("number", "decided_on", "reasons", "acts_to_stop", "way_to_sue", "awards_damages")
        received = tuple(f.PartySigned(ref, self.received_on.data) for ref in self.refs if self.received_on.data)
        return f.Decision(**{name: self[name].data for name in names}, received=received)


class DecisionServiceForm(ActForm):
    """Who received the decision, and when."""

    key = "adjudication"
    facts_type = f.PartySigned
    party = Choice(validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties."""
        self.party.offer([(party.ref, party.name) for party in subject.case.parties], empty=True)


class RepeatForm(DecisionForm):
    """A decision on a repeated infringement: the earlier decision, and that the act is of the same kind."""

    prior = Text(validators=[Required()])
    same_act = Tick()

    def facts(self) -> f.Repeat:
        """The decision with the earlier one."""
        return f.Repeat(**vars(super().facts()), prior=self.prior.data, same_act=self.same_act.data)


class EndingForm(ActForm):
    """Ground of art 36."""

    key = "adjudication"
    facts_type = f.Ending
    ground = Choice(END_GROUNDS, "adjudication_ground", empty=True, validators=[Required()])
    on = Day(validators=[NotFuture()])
