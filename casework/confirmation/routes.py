"""The other ways to make an agreement count (E-01 to E-09, M-39, M-40): which are open, which shut, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.base.phrases import phrase
from casework.confirmation.court import proposed_court
from casework.confirmation.models import Confirmation
from casework.confirmation.window import TRIED_AGAIN, confirmations_of, window_due
from casework.law import cite
from casework.mediation.agreements import IN_FORCE, Agreement
from casework.mediation.arbitration import arbitration_clause
from casework.records.models import Case

RULED = ("confirmed", "under_objection")


@dataclass(frozen=True)
class Route:
    """One way: `name` confirmation, notary, arbitration, payment_order, suit, mediation_again.

    `why` says it for the parties; `rule` is what opens or shuts it.
    """

    name: str
    open: bool
    why: str
    rule: str

    @property
    def label(self) -> str:
        """The reader's word for the way."""
        return phrase(f"route.{self.name}")

    def article(self, on: date) -> str:
        """The article of the rule as in force on a day."""
        return cite(self.rule, on).article_zh


def all_routes(agreement: Agreement, today: date) -> list[Route]:
    """Every way, confirmation first: open or shut on a day, and why."""
    return [confirmation_route(agreement, today), *open_routes(agreement, agreement.case)]


def confirmation_route(agreement: Agreement, today: date) -> Route:
    """Whether confirmation can still be applied for: not of what a court entrusted, not twice, not after the window."""
    tried = [each for each in confirmations_of(agreement) if each.state not in TRIED_AGAIN]
    due = window_due(agreement)
    if proposed_court(agreement).route == "none":
        return _said("confirmation", False, "entrusted", "C-12")
    if tried:
        return _said("confirmation", False, f"applied.{tried[-1].state}", "J-02")
    if due is None or today > due:
        return _said("confirmation", False, "window_over", "J-02", due=due or "-")
    return _said("confirmation", True, "window_open", "J-02", due=due)


def open_routes(agreement: Agreement, case: Case, *, falling: Confirmation | None = None) -> list[Route]:
    """Every way beside confirmation, open or shut; all are shut once a ruling makes the agreement enforceable.

    `falling` is a confirmation whose ruling is being revoked: it shuts nothing any more.
    """
    if any(each.state in RULED and each is not falling for each in confirmations_of(agreement)):
        return [Route(name, False, phrase("route.why.ruled"), "J-20") for name in WAYS]
    return [judge(agreement) for judge in WAYS.values()]


def routes_in_words(agreement: Agreement, *, falling: Confirmation | None = None) -> str:
    """The open ways in one sentence each, as they are told to the parties."""
    told = [route for route in open_routes(agreement, agreement.case, falling=falling) if route.open]
    return "\n".join(phrase("route.told", name=route.label, why=route.why) for route in told)


def _notary(agreement: Agreement) -> Route:
    """E-02: performance that is clear, and the debtor's promise to accept enforcement in the text."""
    if not agreement.enforcement_promise:
        return _said("notary", False, "no_promise", "E-02")
    clear = any(term.kind == "pay" and term.due for term in agreement.terms)
    return _said("notary", clear, "promise" if clear else "unclear", "E-02")


def _arbitration(agreement: Agreement) -> Route:
    """E-06: needs a written arbitration agreement, which may still be signed now."""
    return _said("arbitration", True, "clause" if arbitration_clause(agreement) else "sign_now", "E-06")


def _payment_order(agreement: Agreement) -> Route:
    """E-09: money only."""
    money = bool(agreement.terms) and all(term.kind == "pay" for term in agreement.terms)
    return _said("payment_order", money, "money" if money else "not_money", "E-09")


def _suit(agreement: Agreement) -> Route:
    """M-39: sue on the agreement, not where arbitration is agreed (E-07)."""
    agreed = arbitration_clause(agreement) is not None
    return _said("suit", not agreed, "arbitration_agreed" if agreed else "on_agreement", "E-07" if agreed else "M-39")


def _again(agreement: Agreement) -> Route:
    """M-40: the parties may mediate again, for a new agreement with a new window."""
    binds = agreement.status == IN_FORCE
    return _said("mediation_again", binds, "again" if binds else "replaced", "M-40")


def _said(name: str, opened: bool, why: str, rule: str, **values: Any) -> Route:
    return Route(name, opened, phrase(f"route.why.{why}", **values), rule)


WAYS: dict[str, Callable[[Agreement], Route]] = {
    "notary": _notary,
    "arbitration": _arbitration,
    "payment_order": _payment_order,
    "suit": _suit,
    "mediation_again": _again,
}
