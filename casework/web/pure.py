"""The batch questions that are answered without a database, by name."""

from collections.abc import Callable
from functools import partial
from typing import Any

from casework.base.wallclock import local_date, now

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def pure_answers(name: str) -> Answer:
    """The function that answers one question of this command; each command loads only what it needs."""
    return _ANSWERS[name]()


def _deadline() -> Answer:
    from casework.clock.batch import answer  # late: slow import

    return answer


def _check() -> Answer:
    from casework.identifiers.batch import answer  # late: slow import

    return partial(answer, today=local_date(now()))


def _threshold() -> Answer:
    from casework.enforcement.thresholds import answer  # late: slow import

    return answer


def _court() -> Answer:
    from casework.confirmation.routing import answer  # late: slow import

    return answer


def _effective_date() -> Answer:
    from casework.mediation.effective import answer  # late: slow import

    return answer


_ANSWERS: dict[str, Callable[[], Answer]] = {
    "deadline": _deadline,
    "check": _check,
    "threshold": _threshold,
    "court": _court,
    "effective-date": _effective_date,
}
