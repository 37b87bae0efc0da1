"""Forms of performance: shape only."""

from typing import Any

from wtforms import SelectMultipleField

from casework.base.phrases import phrase
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.performance import facts as f
from casework.performance.models import Performance


class ScheduleForm(ActForm):
    """The click is the act: the terms are in the agreement."""

    key = "performance"
    facts_type = f.Schedule


class NothingForm(ActForm):
    """No facts."""


class ItemForm(ActForm):
    """A form about one duty of the agreement."""

    key = "performance"

    @staticmethod
    def offered(subject: Performance) -> list[tuple[str, str]]:
        """The duties by number."""
        return [(str(each.no), f"{each.no}. {each.term.text or each.kind}"[:80]) for each in subject.items]


class ProofForm(ItemForm):
    """Something was paid or done."""

    done_on = Day(validators=[Required(), NotFuture()])
    items = SelectMultipleField(coerce=str)
    fen = Money()
    how = Choice(f.HOWS, "proof_how", default="transfer")
    answer = Choice(f.ANSWERS, "proof_answer", default="silent")
    note = Text()
    files = Files()

    def prepare(self, subject: Performance) -> None:
        """Offer the duties."""
        self.items.choices = self.offered(subject)

    def facts(self) -> f.Proof:
        """The proof."""
        told: dict[str, Any] = {name: self[name].data for name in ("done_on", "fen", "how", "answer", "note")}
        return f.Proof(**told, items=tuple(int(no) for no in self["items"].data or ()), files=self.files.data or ())


class DisputeForm(ActForm):
    """Which proof is disputed, and why."""

    key = "performance"
    proof = Choice(validators=[Required()])
    reason = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Performance) -> None:
        """Offer the proofs."""
        proofs = [proof for item in subject.items for proof in item.proofs]
        self.proof.offer([(str(proof.id), f"{proof.done_on} {(proof.fen or 0) / 100:.2f}") for proof in proofs])

    def facts(self) -> f.Dispute:
        """The dispute."""
        return f.Dispute(int(self.proof.data or 0), self.reason.data)


class OverdueForm(ActForm):
    """A person confirms what is overdue."""

    key = "performance"
    facts_type = f.Overdue
    note = LongText(longest=1000, validators=[Required()])


class UrgingForm(ItemForm):
    """The debtor was urged."""

    item = Choice(empty=True)
    urged_on = Day(validators=[Required(), NotFuture()])
    channel = Text(longest=60, validators=[Required()])
    answer = LongText(longest=1000)

    def prepare(self, subject: Performance) -> None:
        """Offer the duties."""
        self.item.offer(self.offered(subject), empty=True)

    def facts(self) -> f.Urging:
        """The urging."""
        item = int(self.item.data) if self.item.data else None
        return f.Urging(item, self.urged_on.data, self.channel.data, self.answer.data)


class VisitForm(ItemForm):
    """A return visit."""

    item = Choice(empty=True)
    visited_on = Day(validators=[Required(), NotFuture()])
    result = LongText(longest=2000, validators=[Required()])
    satisfied = Tick()
    risks = LongText(longest=1000)

    def prepare(self, subject: Performance) -> None:
        """Offer the duties."""
        self.item.offer(self.offered(subject), empty=True)

    def facts(self) -> f.Visit:
        """The visit."""
        item = int(self.item.data) if self.item.data else None
        return f.Visit(item, self.visited_on.data, self.result.data, self.satisfied.data, self.risks.data)


class EnforcementForm(ActForm):
    """The application for enforcement."""

    key = "performance"
    instrument = Choice(f.INSTRUMENTS, "instrument", validators=[Required()])
    number = Text()
    writ = Tick()
    court = Text(validators=[Required()])
    applied_on = Day(validators=[Required(), NotFuture()])
    packet = SelectMultipleField(coerce=str, choices=lambda: [(name, phrase(f"packet.{name}")) for name in f.PACKET])
    clues = LongText(longest=2000)

    def facts(self) -> f.Enforcement:
        """The application."""
        names = ("instrument", "number", "writ", "court", "applied_on", "clues")
        return f.Enforcement(**{name: self[name].data for name in names}, packet=tuple(self.packet.data or ()))


class SuitForm(ActForm):
    """The suit on the agreement."""

    key = "performance"
    facts_type = f.Suit
    court = Text(validators=[Required()])
    filed_on = Day(validators=[Required(), NotFuture()])
    number = Text()


class ReasonForm(ActForm):
    """A reason."""

    key = "performance"
    facts_type = f.Reason
    reason = LongText(longest=1000, validators=[Required()])
