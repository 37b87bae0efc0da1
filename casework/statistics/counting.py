"""The figures of the monthly report (mediation.md 4.4) and the entries behind each."""

from casework.statistics.period import Period
from casework.statistics.rows import Seen, facts_in

REGISTERED, NOT_ACCEPTED, ACCEPTED = "registered", "not_accepted", "accepted"
AGREED, TERMINATED, WITHDRAWN, TRANSFERRED = "agreed", "terminated", "withdrawn", "transferred"
PERFORMED, PAID = "performed", "performed_amount"
CLOSING = (AGREED, TERMINATED, WITHDRAWN, TRANSFERRED)
MOVES = {ACCEPTED: "moved_in", TRANSFERRED: "moved_out"}


def of_unit(figure: str, unit: int | None) -> tuple[str, ...]:
    """The facts that a figure counts: for one unit, a case moved in is received and one moved out is transferred."""
    return (figure, MOVES[figure]) if unit is not None and figure in MOVES else (figure,)


def behind_figure(figure: str, period: Period, unit: int | None = None) -> list[Seen]:
    """The facts behind a figure of a period, oldest first."""
    return facts_in(period, of_unit(figure, unit), None if unit is None else [unit])
