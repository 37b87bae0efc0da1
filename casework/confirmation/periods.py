"""How long an agreement may be enforced or sued on, by each way: J-20, E-05 and L-08 count differently (trap 21)."""

from dataclasses import dataclass
from datetime import date

from casework.confirmation.models import Confirmation
from casework.law import cite
from casework.mediation.agreements import Agreement
from casework.procedure.clocks import compute_here


@dataclass(frozen=True)
class Period:
    """One period: its rule and article, the duty it is for (None: all), start and last day; `provisional` as T-03."""

    rule: str
    article: str
    no: int | None
    start: date
    last: date
    provisional: bool


def enforceable_from(agreement: Agreement, ruling: Confirmation | None) -> date | None:
    """Where the two years of a ruling begin: the last due date; without one the ruling's effect, its last receipt."""
    dues = [term.due for term in agreement.terms if term.due]
    receipts = [each.received_on for each in ruling.applicants if each.received_on] if ruling else []
    ruled = [ruling.ruled_on] if ruling and ruling.ruled_on else []
    return max(dues or receipts or ruled, default=None)


def periods(agreement: Agreement, ruling: Confirmation | None = None) -> list[Period]:
    """Every period that has a start: by a ruling and by suit from the last instalment, by a notary from each."""
    start = enforceable_from(agreement, ruling)
    dues = [(term.no, term.due) for term in agreement.terms if term.due]
    last = max((due for _, due in dues), default=None)
    return [
        *([_period("J-20", None, start)] if start else []),
        *(_period("E-05", no, due) for no, due in dues),
        *([_period("L-08", None, last)] if last else []),
    ]


def _period(rule: str, no: int | None, start: date) -> Period:
    found = compute_here(rule, start)
    last = date(found.due.year, found.due.month, found.due.day)
    return Period(rule, cite(rule, start).article_zh, no, start, last, found.provisional)
