"""How far cases came, and how long they stayed where: counted from their facts and their journals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.records.figures import FigureFact
from casework.records.journal import JournalEntry
from casework.statistics.period import Period
from casework.statistics.rows import Offices

MOST = 2000


@dataclass(frozen=True)
class Stay:
    """A state: how many proceedings were in it, and their calendar days in it altogether."""

    state: str
    cases: int
    days: int

    @property
    def mean(self) -> Fraction:
        """Days of a proceeding in it, on average."""
        return Fraction(self.days, self.cases)


def cohort(period: Period, stages: Sequence[str], offices: Offices = None) -> dict[str, int]:
    """Of the cases with the first stage in a period, how many have reached each stage until now; each case once."""
    first, later = FigureFact, aliased(FigureFact)
    terms = [first.figure == stages[0], first.on_day >= period.start, first.on_day < period.end]
    terms += [] if offices is None else [first.office_id.in_(list(offices))]
    asked = select(later.figure, func.count(later.case_id.distinct())).where(*terms, later.figure.in_(stages))
    asked = asked.join(later, later.case_id == first.case_id).select_from(first).group_by(later.figure)
    found = Counter[str]()
    for figure, number in db.session.execute(asked):
        found[figure] += number
    return {each: found[each] for each in stages}


def dwelling(procedure: str, period: Period, closings: Sequence[str], offices: Offices = None) -> list[Stay]:
    """The states that proceedings closed in a period went through, in the order in which they were first entered.

    The newest 2,000 are looked at; calendar days from entering a state to leaving it.
    """
    terms = [FigureFact.figure.in_(closings), FigureFact.on_day >= period.start, FigureFact.on_day < period.end]
    terms += [] if offices is None else [FigureFact.office_id.in_(list(offices))]
    closed = select(FigureFact.case_id, FigureFact.proceeding_id).where(*terms)
    closed = closed.order_by(FigureFact.on_day.desc(), FigureFact.case_id).limit(MOST)
    told = closed.subquery()
    entry = JournalEntry
    asked = select(entry.proceeding_id, entry.at, entry.from_state, entry.to_state).where(entry.procedure == procedure)
    asked = asked.join(told, (told.c.case_id == entry.case_id) & (told.c.proceeding_id == entry.proceeding_id))
    days: dict[str, dict[int, int]] = {}
    since: dict[int, tuple[str, int]] = {}
    for proceeding, at, before, after in db.session.execute(asked.order_by(entry.case_id, entry.seq)):
        if before == after:
            continue
        day = local_date(at).toordinal()
        if proceeding in since:
            state, entered = since[proceeding]
            stays = days.setdefault(state, {})
            stays[proceeding] = stays.get(proceeding, 0) + max(day - entered, 0)
        since[proceeding] = (after, day)
    return [Stay(state, len(stays), sum(stays.values())) for state, stays in days.items()]
