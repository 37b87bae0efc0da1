"""What follows an agreement in a generated province: its performance by instalments, and its judicial confirmation."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from casework.base.wallclock import local_date

CONFIRMED, NEVER_PAID = 0.35, 0.06
RULINGS = (("confirm", "confirmed", 92), ("dismiss", "dismissed", 3), ("withdraw", "withdrawn", 3))
FIGURES = {"confirm": "confirmed", "dismiss": "confirmation_refused"}
ANSWER_DAYS, REVIEW_DAYS = 3, 30
Limit = tuple[str, int, int, date]


@dataclass(frozen=True)
class Act:
    """One act of a proceeding: when, which step, where it leads, what it counts for."""

    at: datetime
    step: str
    to: str
    figure: str | None = None
    fen: int | None = None


@dataclass
class Run:
    """One proceeding that follows. `limits`: rule, act that starts it, act that stops it, last day; `dues`: fen and day."""

    procedure: str
    acts: list[Act]
    limits: list[Limit] = field(default_factory=list)
    dues: list[tuple[int, date]] = field(default_factory=list)


def follow(agreed: datetime, fen: int, chance: Random, *, oral: bool) -> Iterator[Run]:
    """The runs after an agreement: always a performance, sometimes a confirmation; each with all its acts to come."""
    yield _performance(agreed, fen, chance, at_once=oral)
    if not oral and chance.random() < CONFIRMED:
        yield _confirmation(agreed + timedelta(days=chance.randrange(3, 20)), fen, chance)


def until(run: Run, last: date) -> Run | None:
    """What has happened of a run by a day; None when it has not begun. Its limits and dues are those known then."""
    acts = [each for each in run.acts if local_date(each.at) <= last]
    limits = [each for each in run.limits if each[1] < len(acts)]
    return Run(run.procedure, acts, limits, run.dues) if acts else None


def _performance(agreed: datetime, fen: int, chance: Random, *, at_once: bool) -> Run:
    parts = 1 if at_once else chance.choice((1, 1, 2, 3))
    share = fen // parts
    dues = [(share, local_date(agreed) + timedelta(days=0 if at_once else 30 * part)) for part in range(1, parts + 1)]
    acts, at = [Act(agreed, "schedule", "not_due")], agreed
    for part in range(1, parts + 1):
        if chance.random() < NEVER_PAID and not at_once:
            return Run("performance", acts, dues=dues)
        late = chance.randrange(1, 40) if chance.random() < 0.1 else -chance.randrange(10)
        at = agreed if at_once else max(at, agreed + timedelta(days=30 * part + late))
        acts.append(Act(at, "perform_item", "performing", "performed_amount", share))
    acts.append(Act(at, "fulfil", "performed", "performed"))
    return Run("performance", acts, dues=dues)


def _confirmation(at: datetime, fen: int, chance: Random) -> Run:
    filed = at + timedelta(days=chance.randrange(1, 6))
    acts = [Act(at, "prepare", "preparing"), Act(filed, "file", "filed", "confirmation_filed", fen)]
    answered = local_date(filed) + timedelta(days=ANSWER_DAYS)
    docketed = filed + timedelta(days=chance.randrange(1, ANSWER_DAYS + 1))
    if chance.random() < 0.02:
        acts.append(Act(docketed, "refuse", "refused", "confirmation_refused"))
        return Run("confirmation", acts, [("J-12.people", 1, 2, answered)])
    steps = [(step, to) for step, to, _ in RULINGS]
    step, to = chance.choices(steps, [weight for *_, weight in RULINGS])[0]
    ruled = docketed + timedelta(days=chance.randrange(3, 28) if chance.random() < 0.95 else chance.randrange(31, 50))
    acts.append(Act(docketed, "docket", "docketed"))
    acts.append(Act(ruled, step, to, FIGURES.get(step), fen if step == "confirm" else None))
    review = local_date(docketed) + timedelta(days=REVIEW_DAYS)
    return Run("confirmation", acts, [("J-12.people", 1, 2, answered), ("J-13.outer", 2, 3, review)])


def obligations(run: Run) -> Iterator[dict[str, Any]]:
    """The duties of a performance with what was paid of each by then: no, fen, due, paid on."""
    paid = [local_date(each.at) for each in run.acts if each.step == "perform_item"]
    for no, (fen, due) in enumerate(run.dues, start=1):
        yield {"no": no, "fen": fen, "due": due, "paid_on": paid[no - 1] if no <= len(paid) else None}
