"""A payment order walked step by step in tests: each method takes one act with good facts, to be overridden."""

from typing import Any

from casework.confirmation import order_facts as f
from casework.confirmation import order_verbs as verbs
from casework.confirmation.order_models import PaymentOrder
from casework.records.models import Case
from tests.mediation.walk import at, d


class Order:
    """`o` is the order; the acts happen on `today` and are entered by the registrar."""

    o: PaymentOrder

    def __init__(self, room: Any, case: Case, now: str = "2026-05-08") -> None:
        self.room, self.case, self.actor = room, case, room.registrar
        self.on(now)

    def on(self, day: str) -> "Order":
        """The acts that follow happen on this day."""
        self.now, self.today = at(day, 10), d(day)
        return self

    def running(self) -> list[tuple[str, str]]:
        """The clocks that are not stopped, with their last day."""
        return [(each.rule, each.due.isoformat()) for each in self.o.clocks if each.state != "stopped"]

    def _do(self, verb: Any, facts: Any) -> "Order":
        self.o = verb(self.o, facts, actor=self.actor, now=self.now)
        return self

    def ask(self, **told: Any) -> "Order":
        given = {
            "creditor": "P1",
            "debtor": "P2",
            "fen": 3_000_000,
            "court": "大冶市人民法院",
            "applied_on": self.today,
            "no_other_debts": True,
            "can_be_served": True,
            **told,
        }
        self.o = verbs.ask_for_order(self.case, f.OrderAsked(**given), actor=self.actor, now=self.now)
        return self

    def take(self, **told: Any) -> "Order":
        return self._do(verbs.take_order_case, f.OrderNoted(**{"on": self.today, "number": "督1号", **told}))

    def reject(self, **told: Any) -> "Order":
        return self._do(verbs.reject_order, f.OrderEnded(**{"on": self.today, "reason": "债权债务不明确", **told}))

    def issue(self, **told: Any) -> "Order":
        return self._do(verbs.issue_order, f.OrderNoted(**{"on": self.today, **told}))

    def serve(self, **told: Any) -> "Order":
        return self._do(verbs.serve_order, f.OrderDay(**{"on": self.today, **told}))

    def object(self, **told: Any) -> "Order":
        return self._do(verbs.object_to_order, f.OrderObjection(**{"filed_on": self.today, **told}))

    def lapse(self, **told: Any) -> "Order":
        return self._do(verbs.let_order_lapse, f.OrderLapse(**{"on": self.today, "ground": "unserved", **told}))

    def enforceable(self) -> "Order":
        return self._do(verbs.order_becomes_enforceable, None)

    def pay(self, **told: Any) -> "Order":
        return self._do(verbs.pay_order, f.OrderDay(**{"on": self.today, **told}))

    def withdraw(self, **told: Any) -> "Order":
        return self._do(verbs.withdraw_order, f.OrderEnded(**{"on": self.today, "reason": "已和解", **told}))

    def served(self) -> "Order":
        return self.ask().take().issue().serve()
