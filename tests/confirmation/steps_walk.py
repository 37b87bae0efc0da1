"""A confirmation walked step by step in tests: each method takes one act with good facts, to be overridden."""

from datetime import date
from typing import Any

from casework.confirmation import facts as f
from casework.confirmation import verbs
from casework.confirmation.models import Confirmation
from casework.identity.actor import Actor
from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.mediation.agreements import agreement_in_force
from casework.records.models import Case
from tests.mediation.walk import at, d


class Court:
    """`c` is the confirmation; the acts happen on `today` and are entered by the registrar unless told."""

    c: Confirmation

    def __init__(self, room: Any, case: Case, now: str = "2026-03-09") -> None:
        self.room, self.case = room, case
        self.actor: Actor = room.registrar
        self.on(now)

    def on(self, day: str, hour: int = 10) -> "Court":
        """The acts that follow happen on this day."""
        self.now, self.today = at(day, hour), d(day)
        return self

    def by(self, actor: Actor) -> "Court":
        """The acts that follow are entered by this actor."""
        self.actor = actor
        return self

    def judge(self) -> Actor:
        """A clerk of the court that was asked."""
        office = next(each for each in self.room.offices.values() if each.id == self.c.counterpart_id)
        return actor_at(office, Role.CLERK, name="尹明")

    def due(self, rule: str, label: str | None = None) -> date:
        """The last day of the newest clock of a rule."""
        return [each for each in self.c.clocks if each.rule == rule and label in (None, each.label)][-1].due

    def running(self) -> list[str]:
        """The rules of the clocks that are not stopped."""
        return [each.rule for each in self.c.clocks if each.state != "stopped"]

    def _do(self, verb: Any, facts: Any) -> "Court":
        self.c = verb(self.c, facts, actor=self.actor, now=self.now)
        return self

    @property
    def everybody(self) -> tuple[str, ...]:
        return tuple(party.ref for party in agreement_in_force(self.case)[0].parties)

    def prepare(self, **told: Any) -> "Court":
        facts = f.Preparation(**{"consents": self.everybody, **told})
        self.c = verbs.prepare(self.case, facts, actor=self.actor, now=self.now)
        return self

    def file(self, **told: Any) -> "Court":
        given = {"filed_on": self.today, "materials": f.MATERIALS, **told}
        return self._do(verbs.file, f.Filing(**given))

    def post(self, day: str, **told: Any) -> "Court":
        return self.file(channel="post", posted_on=d(day), **told)

    def drop(self) -> "Court":
        return self._do(verbs.drop, f.Dropping("不再申请"))

    def ask_more(self, due: str, asked: tuple[str, ...] = ("商标注册证",)) -> "Court":
        return self._do(verbs.court_asks_more, f.MoreAsked(asked, d(due)))

    def supplement(self) -> "Court":
        return self._do(verbs.supplement, f.Supplied())

    def docket(self, **told: Any) -> "Court":
        given = {"number": "(2026)鄂0281民特12号", "docketed_on": self.today, **told}
        return self._do(verbs.docket, f.Docketing(**given))

    def extend(self, until: str) -> "Court":
        return self._do(verbs.extend_review, f.MoreTime(d(until)))

    def confirm(self, *receipts: tuple[str, str], **told: Any) -> "Court":
        handed = tuple(f.Receipt(ref, d(day)) for ref, day in receipts)
        given = {"number": "(2026)鄂0281民特12号", "ruled_on": self.today, "receipts": handed, **told}
        return self._do(verbs.confirm, f.Ruling(**given))

    def receipt(self, party: str, day: str) -> "Court":
        return self._do(verbs.record_receipt, f.Receipt(party, d(day)))

    def refuse(self, **told: Any) -> "Court":
        return self._do(verbs.refuse, f.Denial(**{"ground": "wrong_court", "ruled_on": self.today, **told}))

    def dismiss(self, **told: Any) -> "Court":
        return self._do(verbs.dismiss, f.Denial(**{"ground": "unclear", "ruled_on": self.today, **told}))

    def withdraw(self, **told: Any) -> "Court":
        given = {"parties": ("P1",), "withdrawn_on": self.today, **told}
        return self._do(verbs.withdraw, f.Withdrawal(**given))

    def deem_withdrawn(self) -> "Court":
        return self._do(verbs.deem_withdrawn, None)

    def close_window(self) -> "Court":
        return self._do(verbs.close_window, f.Closing())

    def let_window_close(self) -> "Court":
        self.c = verbs.let_window_close(self.case, f.Closing(), actor=self.actor, now=self.now)
        return self

    def object(self, party: str = "P2", **told: Any) -> "Court":
        given = {"party": party, "filed_on": self.today, "reason": "协议并非自愿", **told}
        return self._do(verbs.object_party, f.PartyObjection(**given))

    def object_outside(self, knew_on: str, **told: Any) -> "Court":
        given = {"name": "丙公司", "knew_on": knew_on and d(knew_on), "filed_on": self.today, **told}
        return self._do(verbs.object_outsider, f.OutsiderObjection(**given))

    def keep(self, **told: Any) -> "Court":
        return self._do(verbs.keep_ruling, f.ObjectionResult(**{"decided_on": self.today, **told}))

    def revoke(self, **told: Any) -> "Court":
        return self._do(verbs.revoke_ruling, f.ObjectionResult(**{"decided_on": self.today, **told}))

    def filed(self) -> "Court":
        return self.prepare().file()

    def docketed(self) -> "Court":
        return self.filed().docket()

    def confirmed(self, *receipts: tuple[str, str]) -> "Court":
        return self.docketed().confirm(*receipts)
