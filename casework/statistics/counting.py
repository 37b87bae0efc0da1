"""What counts as what (mediation.md 4.4), as conditions on journal entries.

Only mediating procedures are counted here. A case is registered, accepted and closed once, whatever offices it
passes: the first entry of each sort is the one that counts.
"""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from casework.records.journal import JournalEntry
from casework.statistics.period import Period

REGISTERED, NOT_ACCEPTED, ACCEPTED = "registered", "not_accepted", "accepted"
AGREED, TERMINATED, WITHDRAWN, TRANSFERRED = "agreed", "terminated", "withdrawn", "transferred"
PERFORMED, PAID = "performed", "performed_amount"
CLOSING = (AGREED, TERMINATED, WITHDRAWN, TRANSFERRED)
ONCE = {REGISTERED: (REGISTERED,), ACCEPTED: (ACCEPTED,), **dict.fromkeys(CLOSING, CLOSING)}
ORAL_STEP = "agree_orally"


def counted(figure: str, unit: int | None = None) -> ColumnElement[bool]:
    """The entries that count for a figure: of the unit, the first of their sort, closings of accepted cases only."""
    terms: list[ColumnElement[bool]] = [JournalEntry.figure == figure]
    if figure in ONCE:
        terms.append(~_earlier(ONCE[figure]))
    if figure in CLOSING:
        terms.append(_was_accepted())
    if unit is not None:
        terms.append(_accepted_by(unit) if figure in CLOSING else JournalEntry.office_id == unit)
    return and_(*terms)


def within(period: Period) -> ColumnElement[bool]:
    """Entries that count at a day of the period."""
    return and_(JournalEntry.figure_on >= period.start, JournalEntry.figure_on < period.end)


def closed_before(day: date) -> ColumnElement[bool]:
    """Whether the case of an entry has a closing entry before the day."""
    closing = aliased(JournalEntry)
    return exists().where(closing.case_id == JournalEntry.case_id, closing.figure.in_(CLOSING), closing.figure_on < day)


def entries(figure: str, period: Period, unit: int | None = None) -> Select[JournalEntry]:
    """The entries behind a figure of a period, oldest first: what a drill-down shows."""
    asked = select(JournalEntry).where(counted(figure, unit), within(period))
    return asked.order_by(JournalEntry.figure_on, JournalEntry.id)


def _earlier(figures: tuple[str, ...]) -> ColumnElement[bool]:
    other = aliased(JournalEntry)
    before = or_(
        other.figure_on < JournalEntry.figure_on,
        and_(other.figure_on == JournalEntry.figure_on, other.seq < JournalEntry.seq),
    )
    accepted = ACCEPTED not in figures and set(figures) != {REGISTERED}
    terms = [other.case_id == JournalEntry.case_id, other.figure.in_(figures), before]
    return exists().where(*terms, _accepted_before(other)) if accepted else exists().where(*terms)


def _accepted_by(unit: int) -> ColumnElement[bool]:
    """A case belongs to the unit that accepted it first, whoever closes it: so the identity holds in every row."""
    first, other = aliased(JournalEntry), aliased(JournalEntry)
    before = or_(other.figure_on < first.figure_on, and_(other.figure_on == first.figure_on, other.seq < first.seq))
    earlier = exists().where(other.case_id == first.case_id, other.figure == ACCEPTED, before)
    mine = [first.case_id == JournalEntry.case_id, first.figure == ACCEPTED, first.office_id == unit]
    return exists().where(*mine, ~earlier)


def _was_accepted() -> ColumnElement[bool]:
    return _accepted_before(JournalEntry)


def _accepted_before(entry: type[JournalEntry]) -> ColumnElement[bool]:
    first = aliased(JournalEntry)
    return exists().where(first.case_id == entry.case_id, first.figure == ACCEPTED, first.figure_on <= entry.figure_on)
