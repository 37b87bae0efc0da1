"""Where the numbers come from: counters for whole months, facts for ragged days and for what stands on a day.

Every answer is a list of `Seen`: sums of facts that agree in office, figure, form, right, matter and source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, literal, or_, select

from casework.base.db import db
from casework.records.figures import FigureCount, FigureFact
from casework.statistics.period import Period, pieces

Offices = Sequence[int] | None
NAMES = ("office_id", "figure", "form", "right_kind", "matter", "source")
SUMS = ("n", "fen", "persons", "days")


@dataclass(frozen=True, slots=True)
class Seen:
    """A sum of facts, or one fact with its reference (`case_id`, `seq`, `on_day`)."""

    office_id: int
    figure: str
    form: str
    right_kind: str
    matter: str
    source: str
    n: int
    fen: int = 0
    persons: int = 0
    days: int = 0
    case_id: int = 0
    seq: int = 0
    on_day: date | None = None

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)


def flows(period: Period, figures: Iterable[str], offices: Offices = None, *, by_office: bool = True) -> list[Seen]:
    """What happened in a period, summed. Offices None means all of them."""
    wanted = sorted(set(figures))
    months, ragged = pieces(period)
    found = _counted(months, wanted, offices, by_office=by_office) if months else []
    for start, end in ragged:
        days = (FigureFact.on_day >= start, FigureFact.on_day < end)
        found += _summed([FigureFact.figure.in_(wanted), *days], offices, by_office=by_office)
    return found


def standing(day: date, figures: Iterable[str], offices: Offices = None, *, by_office: bool = True) -> list[Seen]:
    """What stood open at the beginning of a day, counted fact by fact and not as a difference of flows."""
    found = []
    for figure in sorted(set(figures)):
        for still in (FigureFact.until_day.is_(None), FigureFact.until_day >= day):
            mine = _of(func.coalesce(FigureFact.office_id, 0), offices)
            terms = [FigureFact.figure == figure, came_before(day), still, *mine]
            found += _summed(terms, None, by_office=by_office, sums=("n",))
    return found


def came_before(day: date) -> ColumnElement[bool]:
    """Facts of earlier days, said so that an engine looks for what stands by its end and not by its long past."""
    return func.coalesce(FigureFact.on_day, day) < day


def facts_in(period: Period, figures: Iterable[str], offices: Offices = None) -> list[Seen]:
    """The facts of a period one by one, oldest first: what a drill-down shows."""
    terms = [FigureFact.figure.in_(sorted(set(figures))), FigureFact.on_day >= period.start]
    return _single([*terms, FigureFact.on_day < period.end], offices)


def facts_standing(day: date, figures: Iterable[str], offices: Offices = None) -> list[Seen]:
    """The facts that stood open at the beginning of a day, one by one."""
    still = or_(FigureFact.until_day.is_(None), FigureFact.until_day >= day)
    return _single([FigureFact.figure.in_(sorted(set(figures))), came_before(day), still], offices)


def durations(period: Period, figures: Iterable[str], offices: Offices = None) -> list[Seen]:
    """How many facts of a period took how many days: `n` of them took `days` each."""
    group = [getattr(FigureFact, name) for name in (*NAMES, "days")]
    terms = [FigureFact.figure.in_(sorted(set(figures))), FigureFact.on_day >= period.start]
    terms += [FigureFact.on_day < period.end, FigureFact.days.is_not(None), *_of(FigureFact.office_id, offices)]
    asked = select(*group, func.sum(FigureFact.n)).where(*terms).group_by(*group)
    return [Seen(*row[:6], n=int(row[7]), days=row[6]) for row in db.session.execute(asked)]


def _counted(months: list[int], figures: list[str], offices: Offices, *, by_office: bool) -> list[Seen]:
    office: Any = FigureCount.office_id if by_office else literal(0)
    group = [office, *(getattr(FigureCount, name) for name in NAMES[1:])]
    sums = [func.sum(getattr(FigureCount, name)) for name in ("n", "fen", "persons", "days")]
    terms = [FigureCount.month.in_(months), FigureCount.figure.in_(figures), *_of(FigureCount.office_id, offices)]
    asked = select(*group, *sums).where(*terms).group_by(*(group if by_office else group[1:]))
    return [Seen(*row[:6], *map(int, row[6:])) for row in db.session.execute(asked) if any(row[6:])]


def _summed(
    terms: list[ColumnElement[bool]], offices: Offices, *, by_office: bool, sums: tuple[str, ...] = SUMS
) -> list[Seen]:
    office: Any = FigureFact.office_id if by_office else literal(0)
    group = [office, *(getattr(FigureFact, name) for name in NAMES[1:])]
    told = [func.coalesce(func.sum(getattr(FigureFact, name)), 0) for name in sums]
    asked = select(*group, *told).where(*terms, *_of(FigureFact.office_id, offices))
    asked = asked.group_by(*(group if by_office else group[1:]))
    return [Seen(*row[:6], *map(int, row[6:])) for row in db.session.execute(asked)]


def _single(terms: list[ColumnElement[bool]], offices: Offices) -> list[Seen]:
    names = [*NAMES, "n", "fen", "persons", "days", "case_id", "seq", "on_day"]
    asked = select(*(getattr(FigureFact, name) for name in names)).where(*terms, *_of(FigureFact.office_id, offices))
    asked = asked.order_by(FigureFact.on_day, FigureFact.case_id, FigureFact.seq)
    return [Seen(**{**row, "days": row["days"] or 0}) for row in db.session.execute(asked).mappings()]


def _of(column: Any, offices: Offices) -> list[ColumnElement[bool]]:
    return [] if offices is None else [column.in_(list(offices))]
