"""A performance walked step by step in tests: each method takes one act with good facts, to be overridden."""

from typing import Any

from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.performance import facts as f
from casework.performance import verbs
from casework.performance.models import Performance
from casework.records.models import Case
from tests.mediation.walk import at, d


class Pay:
    """`p` is the performance; the acts happen on `today` and are entered by the mediator."""

    p: Performance

    def __init__(self, room: Any, case: Case, now: str = "2026-03-02") -> None:
        self.room, self.case, self.actor = room, case, room.mediator
        self.on(now)

    def on(self, day: str, hour: int = 12) -> "Pay":
        self.now, self.today = at(day, hour), d(day)
        return self

    def running(self) -> list[tuple[str, str | None]]:
        """Rules and labels of the clocks that are not stopped."""
        return [(each.rule, each.label) for each in self.p.clocks if each.state != "stopped"]

    def _do(self, verb: Any, facts: Any) -> "Pay":
        self.p = verb(self.p, facts, actor=self.actor, now=self.now)
        return self

    def schedule(self) -> "Pay":
        self.p = verbs.schedule(self.case, f.Schedule(), actor=self.actor, now=self.now)
        return self

    def record(self, *items: int, **told: Any) -> "Pay":
        return self._do(verbs.record, f.Proof(**{"items": items, "done_on": self.today, **told}))

    def fulfil(self) -> "Pay":
        return self._do(verbs.fulfil, None)

    def dispute(self, **told: Any) -> "Pay":
        last = [proof for each in self.p.items for proof in each.proofs][-1]
        return self._do(verbs.dispute_proof, f.Dispute(**{"proof": last.id, "reason": "没有收到款项", **told}))

    def confirm(self, **told: Any) -> "Pay":
        last = [proof for each in self.p.items for proof in each.proofs][-1]
        return self._do(verbs.confirm_proof, f.Confirmed(**{"proof": last.id, **told}))

    def violate(self, item: int | None = 3, **told: Any) -> "Pay":
        given = {"broken_on": self.today, "note": "网店重新上架，已固定证据", **told}
        return self._do(verbs.find_violation, f.Violation(item, **given))

    def violate_in_court(self, item: int | None = 3, **told: Any) -> "Pay":
        given = {"broken_on": self.today, "note": "执行期间又上架销售，已公证", **told}
        return self._do(verbs.find_violation_in_court, f.Violation(item, **given))

    def propose(self) -> "Pay":
        system = actor_at(self.room.committee, Role.SYSTEM, name="系统")
        self.p = verbs.propose_breach(self.p, None, actor=system, now=self.now)
        return self

    def partial(self) -> "Pay":
        return self._do(verbs.confirm_partial, f.Overdue("电话核实"))

    def breach(self) -> "Pay":
        return self._do(verbs.confirm_breach, f.Overdue("电话核实"))

    def urge(self, **told: Any) -> "Pay":
        return self._do(verbs.urge, f.Urging(**{"item": 1, "urged_on": self.today, "channel": "phone", **told}))

    def visit(self, **told: Any) -> "Pay":
        return self._do(verbs.return_visit, f.Visit(**{"visited_on": self.today, "result": "已付款", **told}))

    def enforce(self, **told: Any) -> "Pay":
        given = {
            "instrument": "confirmation",
            "court": "大冶市人民法院",
            "applied_on": self.today,
            "packet": f.PACKET,
            **told,
        }
        return self._do(verbs.enforce, f.Enforcement(**given))

    def sue(self, **told: Any) -> "Pay":
        return self._do(verbs.sue, f.Suit(**{"court": "大冶市人民法院", "filed_on": self.today, **told}))

    def set_aside(self) -> "Pay":
        return self._do(verbs.set_aside, f.Reason("重新调解"))
