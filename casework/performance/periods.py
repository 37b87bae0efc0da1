"""The time to ask for enforcement of a notarised debt: two years from each instalment (E-05)."""

from datetime import date

from casework.performance.facts import Enforcement
from casework.performance.models import Obligation, Performance
from casework.procedure.clocks import compute_here

RULE = "E-05"


def notarised_ends(performance: Performance, writ_asked_on: date | None) -> dict[int, date]:
    """The last day for each open duty that has a due date, by its number; asking for the writ in time starts it anew."""
    return {each.no: _end(each.due, writ_asked_on) for each in performance.open_items if each.due}


def expired(performance: Performance, told: Enforcement) -> list[Obligation]:
    """The open duties for which a notary's instrument comes too late; none by another instrument."""
    if told.instrument != "notarised" or told.applied_on is None:
        return []
    ends = notarised_ends(performance, told.writ_asked_on)
    return [each for each in performance.open_items if each.no in ends and told.applied_on > ends[each.no]]


def too_late(performance: Performance, told: Enforcement, day: date) -> bool:
    """Whether the time has ended for everything that is open."""
    ends = notarised_ends(performance, told.writ_asked_on)
    return bool(ends) and len(ends) == len(performance.open_items) and day > max(ends.values())


def _end(due: date, writ_asked_on: date | None) -> date:
    own = _last_day(due)
    return _last_day(writ_asked_on) if writ_asked_on and due < writ_asked_on <= own else own


def _last_day(start: date) -> date:
    end = compute_here(RULE, start).due
    return date(end.year, end.month, end.day)
