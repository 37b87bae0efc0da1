"""Doubts of the data (features P6): what is missing or impossible beside the figures, with the case to mend it in."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import at_local, local_date
from casework.confirmation.models import Applicant, Confirmation
from casework.enforcement.models import Penalty
from casework.records.figures import FigureFact
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.statistics.period import Period
from casework.statistics.rows import Offices
from casework.statistics.tables import MEDIATING_IN

MOST = 200
STALE_DAYS = 365


@dataclass(frozen=True)
class Doubt:
    """A doubt about one case: its kind, the case, the journal entry to look at (0: the case as a whole)."""

    kind: str
    case_id: int
    number: str
    seq: int

    @property
    def key(self) -> str:
        """By which it is ticked off."""
        return f"{self.kind}:{self.number}:{self.seq}"

    @property
    def told(self) -> str:
        """What is doubtful, in words."""
        return phrase(f"statistics.doubt.{self.kind}")


def doubts(period: Period, offices: Offices = None) -> list[Doubt]:
    """The doubts about a period, by kind and case; at most 200 of a kind."""
    found = []
    for kind, ask in KINDS.items():
        asked = ask(period)
        if offices is not None:
            asked = asked.where(FigureFact.office_id.in_(list(offices)))
        rows = db.session.execute(asked.distinct().order_by(Case.number).limit(MOST))
        found += [Doubt(kind, case_id, number, seq) for case_id, number, seq in rows]
    return found


def doubtful_offices(period: Period) -> dict[int, int]:
    """How many doubts about a period each office has; offices without any are not named."""
    found = Counter[int]()
    for ask in KINDS.values():
        asked = ask(period).with_only_columns(FigureFact.office_id, func.count(), maintain_column_froms=True)
        for office, number in db.session.execute(asked.group_by(FigureFact.office_id)):
            found[office] += number
    return dict(found)


def _of(period: Period, *figures: str) -> Select[int, str, int]:
    """Facts of a period with their cases."""
    asked = select(Case.id, Case.number, FigureFact.seq).join(Case, Case.id == FigureFact.case_id)
    asked = asked.where(FigureFact.on_day >= period.start, FigureFact.on_day < period.end)
    return asked.where(FigureFact.figure.in_(figures)) if figures else asked


def _unmapped_source(period: Period) -> Select[int, str, int]:
    return _of(period, "registered", "accepted", "complaint.in").where(FigureFact.source == "unknown")


def _unmapped_right(period: Period) -> Select[int, str, int]:
    return _of(period, "registered", "accepted", "complaint.in").where(
        FigureFact.right_kind.in_(("unknown", "patent_unknown"))
    )


def _impossible_order(period: Period) -> Select[int, str, int]:
    """Closed before it was accepted."""
    return _of(period, *MEDIATING_IN).where(FigureFact.until_day < FigureFact.on_day)


def _counts_in_the_future(period: Period) -> Select[int, str, int]:
    """An act that counts at a day after it was written down."""
    asked = _of(period).join(JournalEntry, (JournalEntry.case_id == Case.id) & (JournalEntry.seq == FigureFact.seq))
    return asked.where(JournalEntry.recorded_at < at_local(period.start), JournalEntry.figure_on >= period.start)


def _missing_outcome(period: Period) -> Select[int, str, int]:
    """Open at the end of the period and accepted more than a year before."""
    asked = select(Case.id, Case.number, FigureFact.seq).join(Case, Case.id == FigureFact.case_id)
    long_ago = period.end.toordinal() - STALE_DAYS
    still = FigureFact.until_day.is_(None)
    return asked.where(
        FigureFact.figure.in_(MEDIATING_IN), FigureFact.on_day < type(period.end).fromordinal(long_ago), still
    )


def _penalty_not_served(period: Period) -> Select[int, str, int]:
    asked = _of(period, "penalty.out").join(Penalty, Penalty.id == FigureFact.proceeding_id)
    return asked.where(Penalty.decided_on.is_not(None), Penalty.served_on.is_(None))


def _adjudication_not_served(period: Period) -> Select[int, str, int]:
    asked = _of(period, "adjudication.out").join(Adjudication, Adjudication.id == FigureFact.proceeding_id)
    return asked.where(Adjudication.served_on.is_(None), FigureFact.form.in_(("established", "dismissed")))


def _ruling_not_served(period: Period) -> Select[int, str, int]:
    asked = _of(period, "confirmed").join(Confirmation, Confirmation.id == FigureFact.proceeding_id)
    return asked.join(Applicant, Applicant.confirmation_id == Confirmation.id).where(Applicant.received_on.is_(None))


def late_entries(period: Period, since: Any) -> list[tuple[str, int, str]]:
    """Entries written after an instant whose act or figure lies before the end of a period: case, entry, local day."""
    asked = select(Case.number, JournalEntry.seq, JournalEntry.recorded_at).join(Case, Case.id == JournalEntry.case_id)
    before = or_(JournalEntry.at < at_local(period.end), JournalEntry.figure_on < period.end)
    asked = asked.where(JournalEntry.recorded_at > since, before)
    asked = asked.order_by(JournalEntry.recorded_at, Case.number, JournalEntry.seq).limit(MOST)
    return [(number, seq, local_date(at).isoformat()) for number, seq, at in db.session.execute(asked)]


KINDS: dict[str, Callable[[Period], Select[int, str, int]]] = {
    "missing_outcome": _missing_outcome,
    "impossible_order": _impossible_order,
    "counts_in_the_future": _counts_in_the_future,
    "unmapped_source": _unmapped_source,
    "unmapped_right": _unmapped_right,
    "penalty_not_served": _penalty_not_served,
    "adjudication_not_served": _adjudication_not_served,
    "ruling_not_served": _ruling_not_served,
}
