"""Which duties are overdue on a day: the due date rolled over rest days (T-07), and not done since."""

from datetime import date

from casework.clock.counting import RestDays, roll
from casework.performance.models import Obligation, Performance
from casework.procedure.rulebook import calendar_here


def last_day(item: Obligation) -> date | None:
    """The last day to perform in time; None where the agreement sets none."""
    return roll(item.due, RestDays(calendar_here())) if item.due else None


def overdue(performance: Performance, today: date) -> list[Obligation]:
    """The duties that are open after their last day."""
    return [each for each in performance.open_items if _is_late(each, today)]


def _is_late(item: Obligation, today: date) -> bool:
    end = last_day(item)
    return end is not None and today > end
