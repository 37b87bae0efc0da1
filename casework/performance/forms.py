"""Forms of performance: shape only."""

from typing import Any

from casework.base.money import grouped
from casework.base.phrases import phrase
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Several, Text, Tick
from casework.counter.files import Files
from casework.mediation.agreements import agreement_in_force
from casework.mediation.forms.fields import CaseForm
from casework.mediation.rules.intake import CHANNELS
from casework.performance import facts as f
from casework.performance.instruments import standing_confirmation
from casework.performance.models import CONFIRMED, DISPUTED, OMISSION, Obligation, Performance
from casework.performance.verbs import performance_of


class PerformanceForm(CaseForm):
    """A form of this room."""

    key = "performance"


class NothingForm(PerformanceForm):
    """The click is the act."""


class ScheduleForm(PerformanceForm):
    """For which agreement; its terms are the schedule."""

    agreement = Choice()

    def prepare(self, subject: Performance) -> None:
        """Offer the agreements that wait for a schedule."""
        found = [each for each in agreement_in_force(subject.case) if performance_of(each) is None]
        self.agreement.offer([(str(each.id), each.number or str(each.effective_on)) for each in found])
        if self.agreement.data is None and not self.agreement.raw_data:
            self.agreement.data = str(subject.agreement.id)

    def facts(self) -> f.Schedule:
        """The agreement's id."""
        return f.Schedule(_number(self.agreement.data))


class ProofForm(PerformanceForm):
    """Something was paid or done."""

    today = ("done_on",)
    done_on = Day(validators=[Required(), NotFuture()])
    items = Several()
    fen = Money()
    how = Choice(f.HOWS, "proof_how", default="transfer")
    answer = Choice(f.ANSWERS, "proof_answer", default="silent")
    note = Text(longest=500)
    files = Files()

    def prepare(self, subject: Performance) -> None:
        """Offer the open duties, and today."""
        super().prepare(subject)
        self.items.offer(offered(subject.open_items or subject.items))

    def facts(self) -> f.Proof:
        """The proof."""
        told: dict[str, Any] = {name: self[name].data for name in ("done_on", "fen", "how", "answer", "note")}
        return f.Proof(**told, items=tuple(int(no) for no in self["items"].data or ()), files=self.files.data or ())


class DisputeForm(PerformanceForm):
    """Which proof is disputed, and why."""

    proof = Choice(validators=[Required()])
    reason = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Performance) -> None:
        """Offer the proofs that stand."""
        proofs = [proof for item in subject.items for proof in item.proofs if proof.answer != DISPUTED]
        self.proof.offer([(str(each.id), _proof_said(each)) for each in proofs], empty=True)

    def facts(self) -> f.Dispute:
        """The dispute."""
        return f.Dispute(_number(self.proof.data), self.reason.data)


class ConfirmedForm(PerformanceForm):
    """Which proof the creditor confirms."""

    proof = Choice(validators=[Required()])
    note = Text(longest=500)

    def prepare(self, subject: Performance) -> None:
        """Offer the proofs that are not confirmed."""
        proofs = [proof for item in subject.items for proof in item.proofs if proof.answer != CONFIRMED]
        self.proof.offer([(str(each.id), _proof_said(each)) for each in proofs], empty=True)

    def facts(self) -> f.Confirmed:
        """The confirmation."""
        return f.Confirmed(_number(self.proof.data), self.note.data)


class ViolationForm(PerformanceForm):
    """Which omission was broken, when, and how it was found."""

    today = ("broken_on",)
    item = Choice(validators=[Required()])
    broken_on = Day(validators=[Required(), NotFuture()])
    note = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Performance) -> None:
        """Offer the omissions that are kept, and today."""
        super().prepare(subject)
        self.item.offer(offered([each for each in subject.items if each.kind == OMISSION and each.done]), empty=True)

    def facts(self) -> f.Violation:
        """The violation."""
        return f.Violation(_number(self.item.data), self.broken_on.data, self.note.data)


class ViolationInCourtForm(ViolationForm):
    """An omission that was broken, perhaps again, while a court has the matter."""

    def prepare(self, subject: Performance) -> None:
        """Offer every omission, and today."""
        super().prepare(subject)
        self.item.offer(offered([each for each in subject.items if each.kind == OMISSION]), empty=True)


class OverdueForm(PerformanceForm):
    """A person confirms what is overdue."""

    facts_type = f.Overdue
    note = LongText(longest=1000, validators=[Required()])


class UrgingForm(PerformanceForm):
    """The debtor was urged."""

    today = ("urged_on",)
    item = Choice(validators=[Required()])
    urged_on = Day(validators=[Required(), NotFuture()])
    channel = Choice(CHANNELS, "answer_channel", empty=True, validators=[Required()])
    answer = LongText(longest=1000)

    def prepare(self, subject: Performance) -> None:
        """Offer the open duties, and today."""
        super().prepare(subject)
        self.item.offer(offered(subject.open_items), empty=True)

    def facts(self) -> f.Urging:
        """The urging."""
        return f.Urging(_number(self.item.data), self.urged_on.data, self.channel.data, self.answer.data)


class VisitForm(PerformanceForm):
    """A return visit, about one duty or everything."""

    today = ("visited_on",)
    item = Choice()
    visited_on = Day(validators=[Required(), NotFuture()])
    result = LongText(longest=2000, validators=[Required()])
    satisfied = Choice(("yes", "no"), "visit_satisfied", empty=True)
    suit = LongText(longest=1000)
    risks = LongText(longest=1000)
    measures = LongText(longest=1000)

    def prepare(self, subject: Performance) -> None:
        """Offer the duties, and today."""
        super().prepare(subject)
        self.item.offer([("", phrase("performance.everything")), *offered(subject.items)])

    def facts(self) -> f.Visit:
        """The visit."""
        satisfied = {"yes": True, "no": False}.get(self.satisfied.data or "")
        return f.Visit(
            _number(self.item.data),
            self.visited_on.data,
            self.result.data,
            satisfied,
            self.suit.data,
            self.risks.data,
            self.measures.data,
        )


class EnforcementForm(PerformanceForm):
    """The application for enforcement."""

    today = ("applied_on",)
    instrument = Choice(f.INSTRUMENTS, "instrument", empty=True, validators=[Required()])
    number = Text(longest=80)
    writ = Tick()
    writ_asked_on = Day(validators=[NotFuture()])
    court = Text(longest=120, validators=[Required()])
    applied_on = Day(validators=[Required(), NotFuture()])
    packet = Several(f.PACKET, "packet")
    clues = LongText(longest=2000)
    evidence = Several()
    files = Files()

    def prepare(self, subject: Performance) -> None:
        """Offer the evidence of the case; propose the ruling where one stands."""
        super().prepare(subject)
        self.evidence.offer([(str(each.id), each.name) for each in subject.case.evidence])
        if self.instrument.data is None and not self.instrument.raw_data and standing_confirmation(subject.agreement):
            self.instrument.data = f.CONFIRMATION

    def facts(self) -> f.Enforcement:
        """The application."""
        names = ("instrument", "number", "writ", "writ_asked_on", "court", "applied_on", "clues")
        return f.Enforcement(
            **{name: self[name].data for name in names},
            packet=tuple(self.packet.data or ()),
            evidence=tuple(int(each) for each in self["evidence"].data or ()),
            files=self.files.data or (),
        )


class SuitForm(PerformanceForm):
    """The suit on the agreement."""

    facts_type = f.Suit
    today = ("filed_on",)
    court = Text(longest=120, validators=[Required()])
    filed_on = Day(validators=[Required(), NotFuture()])
    number = Text(longest=80)


class ReasonForm(PerformanceForm):
    """A reason."""

    facts_type = f.Reason
    reason = LongText(longest=1000, validators=[Required()])


def offered(items: list[Obligation]) -> list[tuple[str, str]]:
    """Duties as choices: number, and number, debtor and what is owed in words."""
    return [(str(each.no), _item_said(each)) for each in items]


def _item_said(item: Obligation) -> str:
    what = phrase("performance.owes", yuan=grouped(item.rest_fen)) if item.fen else item.text
    return phrase("performance.item_said", no=item.no, debtor=item.debtor.name, what=what, due=item.due or "-")


def _proof_said(proof: Any) -> str:
    what = grouped(proof.fen) if proof.fen else phrase(f"proof_how.{proof.how}")
    return phrase("performance.proof_said", no=proof.obligation.no, day=proof.done_on, what=what)


def _number(typed: str | None) -> int | None:
    return int(typed) if typed else None
